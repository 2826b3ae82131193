import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBounds, renderDate, renderDay, renderToll } from '../../src/cli/words.ts';
import { exactly } from '../../src/model/count.ts';
import type { Count, DateRange } from '../../src/model/reading.ts';

test('bounds', () => {
  const rows: readonly (readonly [number, number | null, boolean, string])[] = [
    [32, 32, false, '32'],
    [32, null, false, '32+'],
    [0, 30, false, '0–30'],
    [12, 15, false, '12–15'],
    [40, 40, true, '~40'],
    [2000, null, true, '~2,000+'],
    [0, 0, false, '0'],
  ];
  for (const [min, max, approximate, text] of rows) {
    assert.equal(renderBounds({ min, max, approximate, kind: 'exact' } satisfies Count), text);
  }
});

test('dates', () => {
  const rows: readonly (readonly [string | null, string | null, DateRange['precision'], string])[] = [
    ['2025-03-09', '2025-03-09', 'day', '9 March 2025'],
    ['2025-03-08', '2025-03-09', 'weekend', '8–9 March 2025'],
    ['2025-02-27', '2025-03-01', 'range', '27 February – 1 March 2025'],
    ['2024-12-31', '2025-01-01', 'range', '31 December 2024 – 1 January 2025'],
    ['2025-03-01', '2025-03-31', 'month', 'March 2025'],
    ['2025-01-01', '2025-12-31', 'year', '2025'],
    [null, '2025-03-09', 'day', 'by 9 March 2025'],
    ['2025-03-09', null, 'day', 'from 9 March 2025'],
    [null, null, 'day', ''],
  ];
  for (const [start, end, precision, text] of rows) {
    assert.equal(renderDate({ start, end, precision, extent: 'within', evidence: [] }), text);
  }
  assert.equal(renderDay('2025-01-23T09:30:00+02:00'), '23 January 2025');
  assert.equal(renderDay('last week'), 'last week');
});

test('a toll names the gravest harm first', () => {
  assert.equal(renderToll({ injured: exactly(4), killed: exactly(2) }), 'killed 2, injured 4');
  assert.equal(renderToll({}), '');
});
