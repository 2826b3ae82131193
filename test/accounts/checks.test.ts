/** Each check finds what it is for, names its claims, and is silent on the plain case (law 8). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECKS } from '../../src/accounts/checks/index.ts';
import { accountsOf } from '../../src/accounts/index.ts';
import { recordOf, VOCABULARY } from '../support/accounts.ts';
import { codedMaterial, groupsOf } from '../support/coded-reports.ts';

const cases: Readonly<Record<string, { finds: string; claims: readonly string[]; not: string }>> = {
  'parts-over-whole': {
    finds:
      'killed 5 | Sorrel police, police\nkilled 4 | Sorrel police, police | part of 1 | civilian\nkilled 3 | Sorrel police, police | part of 1 | combatant',
    claims: ['r1#c1', 'r1#c2', 'r1#c3'],
    not: 'killed 7 | Sorrel police, police\nkilled 4 | Sorrel police, police | part of 1 | civilian\nkilled 3 | Sorrel police, police | part of 1 | combatant',
  },
  'groups-over-total': {
    finds:
      'killed 5 | Sorrel police, police\nkilled 4 | Arle council, government | 4 children\nkilled 3 | Arle council, government | 3 women',
    claims: ['r1#c2', 'r1#c3'],
    not: 'killed 7 | Sorrel police, police\nkilled 4 | Arle council, government | 4 children\nkilled 3 | Arle council, government | 3 women',
  },
  'names-over-figure': {
    finds: 'killed 1 | Sorrel police, police | named Tesh Amal; Dena Orlu',
    claims: ['r1#c1'],
    not: 'killed 2 | Sorrel police, police | named Tesh Amal; Dena Orlu',
  },
  'contested-membership': {
    finds:
      'killed 2 | Sorrel police, police | named Tesh Amal\nkilled 1 | Arle council, government | denied | named Tesh Amal',
    claims: ['r1#c1', 'r1#c2'],
    not: 'killed 2 | Sorrel police, police | named Tesh Amal',
  },
  'possible-victim': {
    finds: 'killed 2 | Sorrel police, police | named Tesh Amal?',
    claims: ['r1#c1'],
    not: 'killed 2 | Sorrel police, police | named Tesh Amal',
  },
  'event-after-publication': {
    finds: 'event e1 2025-03-20 Sorrel\nkilled 2 | Sorrel police, police',
    claims: ['r1#c1'],
    not: 'event e1 2025-03-10 Sorrel\nkilled 2 | Sorrel police, police',
  },
  'toll-falls': {
    finds: 'killed 9 | Sorrel police, police\nkilled 7 | Sorrel police, police | corrects 1',
    claims: ['r1#c1', 'r1#c2'],
    not: 'killed 7 | Sorrel police, police\nkilled 9 | Sorrel police, police | updates 1',
  },
  'far-figure': {
    finds:
      'killed 9 | Sorrel police, police\nkilled 10 | Arle council, government\nkilled 90 | Karsia Monitor, ngo',
    claims: ['r1#c3'],
    not: 'killed 9 | Sorrel police, police\nkilled 10 | Arle council, government\nkilled 20 | Karsia Monitor, ngo',
  },
  'lone-figure': {
    finds: `killed 4 | Sorrel police, police
# r2 · Seld Herald · 2025-03-09
killed 1 | Sorrel police, police
# r3 · Coast Daily · 2025-03-09
killed 1 | Sorrel police, police`,
    claims: ['r1#c1'],
    not: `killed 4 | Karsia Monitor, ngo
# r2 · Seld Herald · 2025-03-09
killed 1 | Sorrel police, police
# r3 · Coast Daily · 2025-03-09
killed 1 | Sorrel police, police`,
  },
  'died-since': {
    finds: `killed 1 | Sorrel police, police
injured 4 | Sorrel police, police
# r2 · Seld Herald · 2025-03-10
killed 2 | Sorrel police, police`,
    claims: ['r1#c2'],
    not: `killed 2 | Sorrel police, police
injured 4 | Sorrel police, police
# r2 · Seld Herald · 2025-03-10
killed 2 | Sorrel police, police`,
  },
  'differing-relays': {
    finds: 'killed 9 | Sorrel police, police\nkilled 12 | Sorrel police, police',
    claims: ['r1#c1', 'r1#c2'],
    not: 'killed 9 | Sorrel police, police\nkilled 12 | Sorrel police, police | updates 1',
  },
  'admission-without-number': {
    finds: "killed 9 | Sorrel police, police\nkilled 2u | Norland's military, military | acknowledged",
    claims: ['r1#c2'],
    not: "killed 9 | Sorrel police, police\nkilled 9 | Norland's military, military | acknowledged",
  },
  'denied-figure': {
    finds: "killed 9 | Sorrel police, police\nkilled 9 | Norland's military, military | denied",
    claims: ['r1#c1', 'r1#c2'],
    not: "killed 9 | Sorrel police, police\nkilled 12 | Norland's military, military | denied",
  },
};

test('every check has its cases', () => {
  assert.deepEqual(CHECKS.map(({ id }) => id).sort(), Object.keys(cases).sort());
});

test('one name among the dead of two incidents is found in both', () => {
  const material = codedMaterial(`
# r1 · Orlu Post · 2025-03-09
killed 1 | Sorrel police, police | named Tesh Amal (41)
event e2 2025-03-01 Arle
killed 1 | Arle police, police | named Tesh Amal (41)
event e3 2025-03-02 Tarvela
killed 1 | Tarvela police, police | named Tesh Amal (9)
`);
  const records = accountsOf(material, groupsOf(material), { vocabulary: VOCABULARY });
  const found = records.map(({ findings }) =>
    findings.some(({ check }) => check === 'victim-in-two-incidents'),
  );
  assert.deepEqual(found, [true, true, false]);
});

for (const [id, { finds, claims, not }] of Object.entries(cases)) {
  const found = (text: string) =>
    recordOf(`# r1 · Orlu Post · 2025-03-09\n${text}\n`).findings.filter(({ check }) => check === id);
  test(`${id} is found, with its claims`, () => {
    const [finding] = found(finds);
    assert.ok(finding, 'nothing found');
    for (const claim of claims) assert.ok(finding.claims.includes(claim), `${finding.claims} lacks ${claim}`);
    assert.ok(finding.message);
  });
  test(`${id} is silent on the plain case`, () => assert.deepEqual(found(not), []));
}
