import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoMoment, visibleDay } from '../../src/ingest/page/moment.ts';

test('a moment keeps its offset, and is cut to its day where it has none', () => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['2025-03-10T09:30:00+02:00', '2025-03-10T09:30:00+02:00'],
    ['2025-03-10T09:30:00+0200', '2025-03-10T09:30:00+02:00'],
    ['2025-03-10T09:30', '2025-03-10'],
    ['2025-03-10 09:30:00', '2025-03-10'],
    ['20250310', '2025-03-10'],
    ['2025/03/10', '2025-03-10'],
    ['Mon, 10 Mar 2025 09:30:00 GMT', '2025-03-10T09:30:00.000Z'],
    ['Mon, 10 Mar 2025 09:30:00 +0200 (EET)', '2025-03-10T09:30:00+02:00'],
    ['March 10, 2025 9:30 AM', '2025-03-10'],
    ['2025-02-30', undefined],
    ['2025-02-30T10:00:00Z', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ];
  for (const [text, moment] of rows) assert.equal(isoMoment(text), moment, text);
});

test('a day is read from a visible line in many languages', () => {
  const rows: readonly (readonly [string, string | undefined, string?])[] = [
    ['Published: Monday, March 10, 2025 | 14:05', '2025-03-10'],
    ['Mon 10th Mar. 2025', '2025-03-10'],
    ['10-Mar-2025', '2025-03-10'],
    ['Lunes, 10 de marzo de 2025', '2025-03-10'],
    ['le 1er août 2024 à 10h', '2024-08-01'],
    ['10. März 2025', '2025-03-10'],
    ['10 марта 2025 г., 14:05', '2025-03-10'],
    ['10 березня 2025', '2025-03-10'],
    ['الاثنين 10 مارس 2025', '2025-03-10'],
    ['١٠ آذار ٢٠٢٥', '2025-03-10'],
    ['10 آذار/مارس 2025', '2025-03-10'],
    ['2 تشرين الثاني 2024', '2024-11-02'],
    ['10 במרץ 2025', '2025-03-10'],
    ['10.03.2025 14:05', '2025-03-10'],
    ['23/01/2025', '2025-01-23'],
    ['01/23/2025', '2025-01-23'],
    ['03/10/2025', undefined],
    ['03/10/2025', '2025-03-10', 'en-US'],
    ['10/03/2025', '2025-03-10', 'fr'],
    ['May killed 12 in 2025', undefined],
    ['31 February 2025', undefined],
    ['3 min read', undefined],
  ];
  for (const [line, day, language] of rows) assert.equal(visibleDay(line, language), day, line);
});
