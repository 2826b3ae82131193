/** The mistakes of a first month: what every new recorder gets wrong, and a record must not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsOf } from '../../src/accounts/index.ts';
import { recordOf, tollLines, VOCABULARY } from '../support/accounts.ts';
import { codedMaterial, groupsOf } from '../support/coded-reports.ts';

const MINISTRY = "Velland's health ministry, government, for Velland";

test('the police’s "two" of the first hour is not the low bound for ever', () => {
  const text = `
# r1 · Orlu Post · 2025-03-09T08:00:00Z
killed 2 | Sorrel police, police
# r2 · Seld Herald · 2025-03-09T20:00:00Z
killed 14 | ${MINISTRY}
# r3 · Coast Daily · 2025-03-13T20:00:00Z
killed 14 | ${MINISTRY}
`;
  const record = recordOf(text);
  assert.deepEqual(tollLines(record), ['killed 14..14']);
  assert.deepEqual(
    record.accounts.map(({ trajectory }) => trajectory[0]!.status),
    ['stale', 'current'],
  );
});

test('one hospital’s bodies are no low of the whole', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 9 | Sorrel hospital, medical | of bodies brought in
killed 14 | ${MINISTRY}
`);
  assert.deepEqual(tollLines(record), ['killed 14..14']);
  assert.deepEqual(record.contradictions, []);
  assert.deepEqual(record.accounts.map(({ partial }) => partial).sort(), [false, true]);
});

test('one hospital alone tells of that many at least', () => {
  const record = recordOf(
    '# r1 · Orlu Post · 2025-03-09\nkilled 9 | Sorrel hospital, medical | of bodies brought in\n',
  );
  assert.deepEqual(tollLines(record), ['killed 9..']);
});

test('forty unsourced rewrites are not forty accounts, and bound nothing beside a source', () => {
  const rewrites = Array.from(
    { length: 40 },
    (_, i) => `# w${i} · Paper ${i} · 2025-03-10\nkilled 20 | the report itself\ncopy of w\n`,
  );
  const record = recordOf(
    `# w · Northern Wire · 2025-03-09\nkilled 20 | the report itself\n# r1 · Orlu Post · 2025-03-09\nkilled 14 | ${MINISTRY}\n${rewrites.join('')}`,
  );
  assert.deepEqual(record.sources, { named: 1, unnamed: 0, unsourced: 1 });
  assert.deepEqual(tollLines(record), ['killed 14..14']);
});

test('an overnight total over three strikes is on none of them', () => {
  const material = codedMaterial(`
# r1 · Orlu Post · 2025-03-09
event e1 2025-03-08 Sorrel
killed 4 | Sorrel police, police
event e2 2025-03-08 Arle
killed 3 | Arle police, police
event e3 2025-03-08 Tarvela
injured 2 | Tarvela police, police
killed 61 | ${MINISTRY} | aggregate | covers e1 e2 e3
`);
  const records = accountsOf(material, groupsOf(material), { vocabulary: VOCABULARY });
  assert.deepEqual(records.map(tollLines), [['killed 4..4'], ['killed 3..3'], ['injured 2..2']]);
  for (const { aggregates } of records)
    assert.deepEqual(
      aggregates.map(({ id, count }) => [id, count.min]),
      [['r1#c4', 61]],
    );
});

test('a possible victim is never published by name', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 1 | Sorrel police, police | named Ravi Soln?
killed 2 | ${MINISTRY} | named Tesh Amal (41)
`);
  const { mentions: _mentions, ...printed } = record;
  assert.ok(!JSON.stringify(printed.named).includes('Ravi'));
  assert.ok(!JSON.stringify(printed.findings).includes('Ravi'));
  assert.deepEqual(
    record.named.map(({ name }) => name),
    ['Tesh Amal'],
  );
  assert.deepEqual(
    record.findings.map(({ check }) => check),
    ['possible-victim'],
  );
});

test('police and ministry are not merged into "the state"', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Cuba's interior ministry, government, for Cuba
killed 9 | Cuban police, police, for Cuba
`);
  assert.deepEqual(record.sources, { named: 2, unnamed: 0, unsourced: 0 });
  assert.deepEqual(tollLines(record), ['killed 9..12']);
});

test('an unread language is not zero: a report without claims brings no figure', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Tarvela Zeitung · 2025-03-09
event e1 2025-03-08 Sorrel
`);
  assert.deepEqual(tollLines(record), ['killed 12..12']);
  const material = codedMaterial('# r2 · Tarvela Zeitung · 2025-03-09\nevent e1 2025-03-08 Sorrel\n');
  const [alone] = accountsOf(material, groupsOf(material), { vocabulary: VOCABULARY });
  assert.deepEqual(alone!.toll, {});
  assert.deepEqual(alone!.accounts, []);
});
