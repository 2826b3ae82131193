/** Gaps across reports are told once, and what answers them is told too; by two clocks what was known when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asOf } from '../../src/accounts/index.ts';
import { recordOf } from '../support/accounts.ts';
import { codedMaterial } from '../support/coded-reports.ts';

test('the same gap in two reports is one, with both', () => {
  const { gaps } = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 9 | Sorrel police, police
gap unknown count | how many were in the barge
# r2 · Seld Herald · 2025-03-10
killed 9 | Sorrel police, police
gap unknown count | how many were in the barge
gap no comment responsibility | the army
`);
  assert.deepEqual(
    gaps.map(({ kind, reports }) => [kind, reports]),
    [
      ['unknown', ['r1', 'r2']],
      ['no comment', ['r2']],
    ],
  );
});

test('names told later answer the gap of the people whom it names, and no other', () => {
  const { gaps } = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 9 | Sorrel police, police
gap withheld identity | the names of the marines
gap unknown count | how many were in the barge
# r2 · Seld Herald · 2025-03-10
killed 2 | Arle council, government | of fishermen | named Tesh Amal
killed 9 | Sorrel police, police | of marines | named Petar Haan
`);
  assert.deepEqual(
    gaps.map(({ field, answeredBy }) => [field, answeredBy]),
    [
      ['identity', ['r2#c2']],
      ['count', undefined],
    ],
  );
});

const LATE = codedMaterial(`
# r1 · Orlu Post · 2025-03-12T10:00:00Z
killed 9 | Sorrel police, police | on 2025-03-09
killed 12 | Arle council, government
gap unknown count | how many were in the barge
`);

test('a late report lends what it lays to an earlier day', () => {
  const [report] = asOf(LATE, { clock: 'said', moment: '2025-03-10' }).reports;
  assert.deepEqual(
    report!.reading.claims.map(({ id }) => id),
    ['c1'],
  );
  assert.deepEqual(report!.reading.gaps, []);
  assert.deepEqual(asOf(LATE, { clock: 'said', moment: '2025-03-08' }).reports, []);
  assert.deepEqual(asOf(LATE, { clock: 'said', moment: '2025-03-12' }), LATE);
});

test('by the recorded clock a report is there once it was recorded, and so is a judgement', () => {
  const judged = {
    ...LATE,
    judgements: [
      {
        kind: 'source-order' as const,
        id: 'j1',
        by: 'p1',
        role: 'lead' as const,
        at: '2025-04-01T00:00:00.000Z',
        sources: ['Sorrel police'],
      },
    ],
  };
  assert.deepEqual(asOf(judged, { clock: 'recorded', moment: '2025-03-11' }).reports, []);
  assert.equal(asOf(judged, { clock: 'recorded', moment: '2025-03-12' }).reports.length, 1);
  assert.deepEqual(asOf(judged, { clock: 'recorded', moment: '2025-03-12' }).judgements, []);
  assert.equal(asOf(judged, { clock: 'recorded', moment: '2025-04-02' }).judgements.length, 1);
});

test('what is no moment is refused', () => {
  assert.throws(() => asOf(LATE, { clock: 'said', moment: 'yesterday' }), RangeError);
});
