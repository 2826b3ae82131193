/** Who is the origin: names of one source meet, names of two stay apart (DESIGN, "Who is the origin"). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partsOfName } from '../../src/accounts/names.ts';
import { nameKey } from '../../src/accounts/register.ts';
import { accountLines, recordOf, VOCABULARY } from '../support/accounts.ts';

const same: readonly (readonly string[])[] = [
  ['the Health Ministry in Velland', "Velland's health ministry", 'Velland’s Health Ministry'],
  ['Defence ministry', 'the defense ministry', 'Defence Minister'],
  ['Cuba', 'the Cuban government', "Cuba's government", 'Cuban authorities'],
  ['army spokesman', 'the military', 'the armed forces'],
  ['police chief', 'police', 'a police spokeswoman'],
];

for (const [first, ...others] of same) {
  test(`one source: ${[first, ...others].join(' · ')}`, () => {
    for (const other of others) assert.equal(nameKey(other, VOCABULARY), nameKey(first!, VOCABULARY), other);
  });
}

test('a ministry is not its state, and police are not the ministry', () => {
  const keys = ['Cuba', "Cuba's health ministry", 'Cuban police', "Cuba's interior ministry"].map((name) =>
    nameKey(name, VOCABULARY),
  );
  assert.equal(new Set(keys).size, 4);
});

test('a name without any word of the tables is told by its letters', () => {
  assert.equal(nameKey('Save the Coast', VOCABULARY), nameKey('save the coast', VOCABULARY));
  assert.deepEqual(partsOfName('', VOCABULARY).words, []);
});

test('"the ministry" is the ministry that its report names', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland's health ministry, government, for Velland
injured 20 | the ministry, government
`),
    ["Velland's health ministry: killed 12 current", "Velland's health ministry: injured 20 current"],
  );
});

test('with two ministries "the ministry" is neither', () => {
  const lines = accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland's health ministry, government, for Velland
killed 3 | Velland's defence ministry, government, for Velland | combatant
injured 20 | the ministry, government
`);
  assert.ok(lines.includes('the ministry: injured 20 current'), lines.join('\n'));
});

test('a minister speaks for the ministry, in whichever report the office is named', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Irena Dovall, government, as Health Minister Irena Dovall, for Velland
# r2 · Seld Herald · 2025-03-10
killed 14 | Irena Dovall, government
# r3 · Coast Daily · 2025-03-11
killed 15 | Velland's health ministry, government, for Velland
`),
    ["Velland's health ministry: killed 12 superseded, 14 superseded, 15 current"],
  );
});

test('a bare state name is the organ that its report gives the figure to', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland's defence ministry, government, for Velland
killed 12 | Velland, government, for Velland | repeats 1
`),
    ["Velland's defence ministry: killed 12 current"],
  );
});

test('without an organ a bare state name is the state, and its government', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland, government, for Velland
# r2 · Seld Herald · 2025-03-10
killed 14 | Velland's government, government, for Velland
# r3 · Coast Daily · 2025-03-10
killed 3 | Velland's defence ministry, government, for Velland | combatant
`),
    [
      "Velland's government: killed 12 superseded, 14 current",
      "Velland's defence ministry: killed 3 current of combatants",
    ],
  );
});

test('police and ministry are not merged into the state', () => {
  const origins = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland's health ministry, government, for Velland
killed 9 | Vellandian police, police, for Velland
killed 10 | Velland, government, for Velland
`).accounts.map(({ origin }) => origin);
  assert.deepEqual(origins.sort(), ['Velland', "Velland's health ministry", 'Vellandian police']);
});

test('unnamed sources are counted apart, one for each independent report', () => {
  const text = `
# r1 · Orlu Post · 2025-03-09
killed 12 | a security official, government, not named
injured 5 | a second official, government, not named
# r2 · Seld Herald · 2025-03-09
killed 12 | a security official, government, not named
# r3 · Coast Daily · 2025-03-09
killed 12 | a security official, government, not named
copy of r1
`;
  assert.deepEqual(recordOf(text).sources, { named: 0, unnamed: 2, unsourced: 0 });
  const [first] = recordOf(text).accounts;
  assert.deepEqual(first!.trajectory[0]!.reports, ['r1', 'r3']);
});

test("a title's figure that the body gives to somebody is theirs", () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | the report itself | title
killed 12 | Sorrel police, police
`),
    ['Sorrel police: killed 12 current'],
  );
});

test('an outlet of its own is an account, marked unsourced; forty copies are not forty', () => {
  const copies = Array.from(
    { length: 40 },
    (_, i) => `# c${i} · Paper ${i} · 2025-03-10\nkilled 12 | the report itself\ncopy of r1\n`,
  );
  const record = recordOf(
    `# r1 · Northern Wire · 2025-03-09\nkilled 12 | the report itself\n${copies.join('')}`,
  );
  assert.deepEqual(record.sources, { named: 0, unnamed: 0, unsourced: 1 });
  assert.equal(record.accounts[0]!.originKind, 'outlet');
  assert.equal(record.accounts[0]!.trajectory[0]!.reports.length, 41);
});

test('a hospital’s doctor is the hospital, and sees a part only', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 9 | a doctor at Sorrel hospital, medical, not named | of bodies received
`);
  assert.equal(record.accounts[0]!.origin, 'a doctor at Sorrel hospital');
  assert.equal(record.accounts[0]!.unnamed, undefined);
  assert.equal(record.accounts[0]!.partial, true);
});

test('who speaks as president of a state speaks for the state, and the account is called by its name', () => {
  assert.deepEqual(
    accountLines(
      "# r1 · Orlu Post · 2025-03-09\nkilled 12 | Ilmar Tosk, government, as Norland's president, Ilmar Tosk,\n",
    ),
    ['Norland: killed 12 current'],
  );
});
