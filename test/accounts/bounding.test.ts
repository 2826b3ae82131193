/** Which figures bound a toll across reports: what each report comes to, and not what it only mentions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judgement } from '../../src/model/judgement.ts';
import { accountLines, recordOf, tollLines } from '../support/accounts.ts';

const POLICE = 'Sorrel police, police';
const told = (...reports: readonly string[]): string =>
  reports.map((claims, i) => `# r${i + 1} · Paper ${i + 1} · 2025-03-0${i + 1}\n${claims}\n`).join('');
const checksOf = (text: string): string[] => recordOf(text).findings.map(({ check }) => check);

const cases: readonly (readonly [title: string, text: string, toll: readonly string[]])[] = [
  [
    'a part on another source’s word is no account of the whole',
    told(`killed 5 | ${POLICE}\nkilled 3 | Arle hospital, medical | part of 1`, `killed 5 | ${POLICE}`),
    ['killed 5..5'],
  ],
  [
    'people told of one by one, each report in its own words, are not added to each other',
    told('killed 1u | the report itself | of a farmer', `killed 1u | ${POLICE} | of a father of two`),
    ['killed 1..1'],
  ],
  [
    'who is named in one report and described in another is one person',
    told('killed 1u | the report itself | named Tesh Amal (41)', `killed 1u | ${POLICE} | named Tesh Aml`),
    ['killed 1..1'],
  ],
  [
    'a slip in one report does not bound what seven others agree on',
    told(...Array.from({ length: 7 }, () => `killed 1 | ${POLICE}`), 'killed 44 | the report itself'),
    ['killed 1..1'],
  ],
  [
    'nor does it though a source is named for it, when it is far above all others',
    told(
      `killed 1 | ${POLICE}`,
      'killed 1 | the report itself',
      'killed 1 | the report itself',
      'killed 44 | Sorrel council, government | on 2025-03-01',
    ),
    ['killed 1..1'],
  ],
  [
    'a source that the others do not quote is not outvoted',
    told(
      `killed 12 | ${POLICE}`,
      `killed 12 | ${POLICE}`,
      `killed 9 | Norland's military, military\nkilled 12 | ${POLICE}`,
    ),
    ['killed 9..12'],
  ],
  [
    'officials without a name are an account, a voice known by a description is not',
    told(
      `killed 12 | ${POLICE}`,
      `killed 12 | ${POLICE}`,
      'killed 15 | two security officials, government, not named',
      'killed 3 | a neighbour, eyewitness, not named',
    ),
    ['killed 12..15'],
  ],
  [
    'a source that says later that there are more is news, and no slip',
    told(`killed 12 | ${POLICE}`, `killed 12 | ${POLICE}`, `killed 14 | ${POLICE}`),
    ['killed 14..14'],
  ],
  [
    'two reports that differ leave the range',
    told('killed 12 | the report itself', 'killed 9 | the report itself'),
    ['killed 9..12'],
  ],
  [
    'a single person whom one report of three calls hurt is in doubt',
    told(
      `killed 2 | ${POLICE}`,
      `killed 2 | ${POLICE}\ninjured 1u | the report itself`,
      `killed 2 | ${POLICE}`,
    ),
    ['killed 2..2'],
  ],
  [
    'wounded in the first reports, dead in the last: one person',
    told(`injured 1u | ${POLICE}`, 'injured 1u | the report itself', `killed 1u | ${POLICE}`),
    ['killed 1..1'],
  ],
  [
    'of the wounded told beside fewer dead, those who died since may be in the figure',
    told(`killed 1 | ${POLICE}\ninjured 5 | ${POLICE}`, 'killed 3 | Sorrel hospital, medical'),
    ['killed 1..3', 'injured 5..5'],
  ],
  [
    'a count of the wounded stands beside dead that its report says nothing of',
    told('injured 40 | Sorrel hospital, medical', `killed 3 | ${POLICE}`),
    ['killed 3..3', 'injured 40..40'],
  ],
  [
    'the wounded told beside all the dead stand, those told beside fewer do not',
    told(
      `killed 1 | ${POLICE}\ninjured 5 | ${POLICE}`,
      `killed 2 | ${POLICE}\ninjured 4 | the report itself`,
    ),
    ['killed 2..2', 'injured 4..4'],
  ],
  [
    'where each side tells of its own, the dead of one are not taken from the hurt of the other',
    told(
      "killed 4 | Norland's military, military | side Norland\ninjured 10 | Norland's military, military | side Norland",
      "killed 12 | Velland's health ministry, government | side Velland",
    ),
    ['killed 16..16', 'injured 10..10'],
  ],
];

for (const [title, text, toll] of cases) test(title, () => assert.deepEqual(tollLines(recordOf(text)), toll));

test('who died since is taken from the wounded, and it is said', () => {
  const text = told(`killed 1 | ${POLICE}\ninjured 5 | ${POLICE}`, `killed 2 | ${POLICE}`);
  assert.deepEqual(tollLines(recordOf(text)), ['killed 2..2', 'injured 4..5']);
  assert.ok(checksOf(text).includes('died-since'));
});

test('what a person accepts is outvoted by nobody', () => {
  const text = told(
    'killed 1 | the report itself',
    'killed 1 | the report itself',
    'killed 4 | the report itself',
  );
  assert.deepEqual(tollLines(recordOf(text)), ['killed 1..1']);
  assert.ok(checksOf(text).includes('lone-figure'));
  const quote = 'killed 4 | the report itself';
  const accept: Judgement = {
    kind: 'accept',
    id: 'j1',
    by: 'p1',
    role: 'recorder',
    at: '2025-03-10T00:00:00.000Z',
    claim: { report: 'r3', harm: 'killed', evidence: [{ start: 0, end: quote.length, quote }] },
  };
  const record = recordOf(text, { judgements: [accept] });
  assert.deepEqual(tollLines(record), ['killed 1..4']);
  assert.deepEqual(record.findings, []);
});

test('a figure in doubt overtakes nobody', () => {
  const text = `${told('killed 2 | the report itself', 'killed 2 | the report itself', 'killed 40 | the report itself')}# r9 · Paper 9 · 2025-03-20\nkilled 2 | the report itself`;
  assert.deepEqual(tollLines(recordOf(text)), ['killed 2..2']);
  assert.deepEqual(accountLines(text), [
    'Paper 1: killed 2 current',
    'Paper 2: killed 2 current',
    'Paper 3: killed 40 current',
    'Paper 9: killed 2 current',
  ]);
});

test('who has no name overtakes no source that has one', () => {
  const text = `# r1 · Orlu Post · 2025-03-01\nkilled 4 | ${POLICE}\n# r2 · Seld Herald · 2025-03-02\nkilled 3 | an 18-year-old, other, not named\n# r3 · Orlu Post · 2025-03-20\ngap withheld identity | names of the dead`;
  assert.deepEqual(accountLines(text), ['Sorrel police: killed 4 current', 'unnamed: killed 3 current']);
});

test('a bound on a sum names all the claims it stands on', () => {
  const { toll } = recordOf(
    told('killed 1u | the report itself | of a farmer\nkilled 1u | the report itself | of his son'),
  );
  assert.deepEqual(toll.killed?.from?.low, ['r1#c1', 'r1#c2']);
});
