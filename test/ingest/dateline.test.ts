import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDateLine } from '../../src/ingest/dateline.ts';

const ROWS: readonly (readonly [string, ReturnType<typeof parseDateLine>])[] = [
  [
    'date 2026-01-05 Nine die in Orlu\nNine people died.',
    { published: '2026-01-05', title: 'Nine die in Orlu', text: 'Nine people died.', problems: [] },
  ],
  ['  date 2026-01-05\r\nNine died.', { published: '2026-01-05', text: 'Nine died.', problems: [] }],
  ['Date 2026-01-05  ', { published: '2026-01-05', text: '', problems: [] }],
  ['No date here.\ndate 2026-01-05 x', { text: 'No date here.\ndate 2026-01-05 x', problems: [] }],
  ['date palms burned in Orlu', { text: 'date palms burned in Orlu', problems: [] }],
  ['date 2026-01-05th of the month', { text: 'date 2026-01-05th of the month', problems: [] }],
  ['', { text: '', problems: [] }],
];

test('the opening line gives day and title, and the text begins after it', () => {
  for (const [text, expected] of ROWS) assert.deepEqual(parseDateLine(text), expected, JSON.stringify(text));
});

test('a day that is none stays in the text, with a problem', () => {
  const { text, published, problems } = parseDateLine('date 2026-02-30 Nine die\nNine died.');
  assert.equal(published, undefined);
  assert.match(text, /^date 2026-02-30/);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['ingest/date-invalid'],
  );
});
