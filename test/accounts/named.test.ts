/** The named victims of an incident: spellings of one person meet, people of one name stay two (law 9, "Named dead"). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordOf, tollLines } from '../support/accounts.ts';

function names(...lines: readonly string[]): string[] {
  const reports = lines.map(
    (line, i) => `# r${i} · Orlu Post · 2025-03-09\nkilled 3+ | Sorrel police, police | ${line}\n`,
  );
  return recordOf(reports.join('')).named.map(({ name, age }) =>
    age === undefined ? name : `${name}, ${age}`,
  );
}

const one: readonly (readonly [first: string, second: string, is: string])[] = [
  ['named Tesh Amal (41)', 'named Tesh Ammal (41)', 'Tesh Amal, 41'],
  ['named Mohammed Hadri', 'named Muhamad Hadri', 'Mohammed Hadri'],
  ['named Dena Maria Orlu', 'named Dena Orlu', 'Dena Maria Orlu'],
  ['named Dena Orlu', 'named Orlu', 'Dena Orlu'],
  ['named Haan Petar', 'named Petar Haan', 'Haan Petar'],
  ['named Petar Haan (29)', 'named Petar Haan (30)', 'Petar Haan, 29'],
  ['named JORIN VELL', 'named Jorin Véll', 'JORIN VELL'],
];
for (const [first, second, is] of one) {
  test(`one person: ${first} · ${second}`, () => {
    assert.deepEqual(names(first, second), [is]);
    assert.equal(names(second, first).length, 1);
  });
}

const two: readonly (readonly [first: string, second: string])[] = [
  ['named Omar Sorin', 'named Omer Sorin'],
  ['named Petar Haan (29)', 'named Petar Haan (61)'],
  ['named Dena Orlu', 'named Tesh Orlu'],
  ['named Mark Bell', 'named Mary Bell'],
];
for (const [first, second] of two) {
  test(`two people: ${first} · ${second}`, () => assert.equal(names(first, second).length, 2));
}

test('a last name that two have is neither’s', () => {
  assert.equal(names('named Dena Orlu; Tesh Orlu', 'named Orlu').length, 3);
});

test('who is named is told with every claim that names them, and stated once somebody states it', () => {
  const [person] = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 1 | Sorrel police, police | named Ravi Soln?
# r2 · Seld Herald · 2025-03-10
killed 1 | Sorrel police, police | named Ravi Soln (52)
`).named;
  assert.deepEqual(
    [person!.name, person!.identity, person!.claims],
    ['Ravi Soln', 'stated', ['r1#c1', 'r2#c1']],
  );
});

test('whose belonging is disputed is named as disputed, and lifts no low bound', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 1+ | Sorrel police, police | named Ravi Soln; Tesh Amal
killed 1 | Sorrel council, government | denied | named Ravi Soln
`);
  assert.deepEqual(
    record.named.map(({ name, membership }) => [name, membership]),
    [
      ['Ravi Soln', 'contested'],
      ['Tesh Amal', undefined],
    ],
  );
  assert.deepEqual(tollLines(record), ['killed 1..']);
  assert.ok(record.findings.some(({ check }) => check === 'contested-membership'));
});
