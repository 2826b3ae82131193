/** How an account moves: superseded, confirmed, lagged, stale; what contradicts and what does not (DESIGN, "Cases, decided"). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountLines, contradictionsOf, recordOf, tollLines } from '../support/accounts.ts';

const MINISTRY = "Velland's health ministry, government, for Velland";

test('a later figure supersedes an earlier one, and says by which claim', () => {
  const [account] = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
`).accounts;
  assert.deepEqual(
    account!.trajectory.map(({ saidOn, status, reports, supersededBy }) => ({
      saidOn,
      status,
      reports,
      supersededBy,
    })),
    [
      { saidOn: '2025-03-09', status: 'superseded', reports: ['r1'], supersededBy: ['r2#c1'] },
      { saidOn: '2025-03-10', status: 'current', reports: ['r2'], supersededBy: undefined },
    ],
  );
  assert.equal(account!.current!.min, 14);
});

test('one saying, one point: the same figure said again keeps it fresh', () => {
  const [account] = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Seld Herald · 2025-03-12
killed 12 | ${MINISTRY}
`).accounts;
  assert.equal(account!.trajectory.length, 1);
  assert.equal(account!.trajectory[0]!.lastSaidOn, '2025-03-12');
});

test('a vaguer figure that the current one satisfies confirms it', () => {
  for (const vaguer of ['10+', '2v', '2u', '~12', '..20']) {
    const lines = accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Seld Herald · 2025-03-10
killed ${vaguer} | ${MINISTRY}
`);
    assert.deepEqual(lines, ["Velland's health ministry: killed 12 current"], vaguer);
  }
});

test('three children do not supersede twelve dead', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Seld Herald · 2025-03-10
killed 3 | ${MINISTRY} | 3 children
`),
    [
      "Velland's health ministry: killed 12 current",
      "Velland's health ministry: killed 3 current of children",
    ],
  );
});

test('a late report that carries an old figure is lagged, and the figure stays left', () => {
  const [account] = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
# r3 · Coast Daily · 2025-03-11
killed 12 | ${MINISTRY}
`).accounts;
  assert.deepEqual(
    account!.trajectory.map(({ count, status, reports, late }) => [count.min, status, reports, late]),
    [
      [12, 'lagged', ['r1', 'r3'], ['r3']],
      [14, 'current', ['r2'], undefined],
    ],
  );
});

test('an old figure with a newer day of saying is a fall, kept and explained', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY}
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
# r3 · Coast Daily · 2025-03-12
killed 12 | ${MINISTRY} | on 2025-03-12
`);
  assert.equal(record.accounts[0]!.current!.min, 12);
  assert.equal(record.accounts[0]!.trajectory.length, 3);
  assert.deepEqual(
    record.findings.map(({ check, claims }) => [check, claims]),
    [['toll-falls', ['r2#c1', 'r3#c1']]],
  );
});

test('a saying’s moment is the day it was said on, not the day of a late report', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-11
killed 12 | ${MINISTRY} | on 2025-03-09
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
`),
    ["Velland's health ministry: killed 12 superseded, 14 current"],
  );
});

test('an update in one report supersedes the figure it names, whoever said that', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-09
killed 12 | Sorrel police, police
killed 11 | Sorrel council, government
# r2 · Seld Herald · 2025-03-10
killed 12 | the report itself
killed 14 | ${MINISTRY} | updates 1
`),
    [
      'Sorrel council: killed 11 current',
      'Sorrel police: killed 12 superseded',
      "Velland's health ministry: killed 14 current",
      'Seld Herald: killed 12 superseded',
    ],
  );
});

test('differing relays of one statement both stay, with a finding', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-09
killed 12 | ${MINISTRY} | on 2025-03-09
# r2 · Seld Herald · 2025-03-10
killed 21 | ${MINISTRY} | on 2025-03-09
`);
  assert.deepEqual(
    record.accounts[0]!.trajectory.map(({ count, status }) => [count.min, status]),
    [
      [12, 'current'],
      [21, 'current'],
    ],
  );
  assert.deepEqual(
    record.findings.map(({ check }) => check),
    ['differing-relays'],
  );
  assert.deepEqual(tollLines(record), ['killed 12..21']);
});

test('two current figures that cannot both be contradict each other', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-10
killed 14 | ${MINISTRY}
killed 9 | Velland's army, military
`);
  assert.deepEqual(contradictionsOf(record), ["Velland's health ministry × Velland's army"]);
});

test('where a rising toll explains the difference there is no contradiction', () => {
  const rising = `
# r1 · Orlu Post · 2025-03-09
killed 9 | Velland's army, military
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
`;
  assert.deepEqual(contradictionsOf(recordOf(rising)), []);
  const saidAgain = `${rising}# r3 · Coast Daily · 2025-03-11\nkilled 9 | Velland's army, military\n`;
  assert.equal(contradictionsOf(recordOf(saidAgain)).length, 1);
});

test('a figure overtaken for more than 72 hours is stale: shown, and no bound', () => {
  const text = `
# r1 · Orlu Post · 2025-03-09
killed 2 | Sorrel police, police
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
`;
  const early = recordOf(text, { now: '2025-03-12T00:00:00.000Z' });
  assert.deepEqual(tollLines(early), ['killed 2..14']);
  const late = recordOf(text, { now: '2025-03-14T12:00:00.000Z' });
  assert.deepEqual(tollLines(late), ['killed 14..14']);
  assert.equal(late.accounts[0]!.trajectory[0]!.status, 'stale');
  assert.equal(late.accounts[0]!.current, null);
});

test('a figure said again stays fresh, whatever others say', () => {
  const record = recordOf(
    `
# r1 · Orlu Post · 2025-03-09
killed 2 | Sorrel police, police
# r2 · Seld Herald · 2025-03-10
killed 14 | ${MINISTRY}
# r3 · Coast Daily · 2025-03-13
killed 2 | Sorrel police, police
`,
    { now: '2025-03-20T00:00:00.000Z' },
  );
  assert.deepEqual(contradictionsOf(record), ["Sorrel police × Velland's health ministry"]);
});

test('accounts whose figures meet agree', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-10
killed 14 | ${MINISTRY}
killed 12+ | Sorrel police, police
`);
  assert.equal(record.agreements!.length, 1);
  assert.deepEqual(record.contradictions, []);
});

test('single people told one by one in one report make one figure', () => {
  assert.deepEqual(
    accountLines(`
# r1 · Orlu Post · 2025-03-10
killed 1 | Sorrel police, police | of a man of 20 | 1 men
killed 1 | Sorrel police, police | of a man of 34 | 1 men
`),
    ['Sorrel police: killed 2 current of a man of 20'],
  );
});

test('parts told apart without a whole make the sum', () => {
  const lines = accountLines(`
# r1 · Orlu Post · 2025-03-10
killed 2 | Sorrel police, police | combatant
killed 3 | Sorrel police, police | civilian
`);
  assert.ok(lines.includes('Sorrel police: killed 5 current'), lines.join('\n'));
});

test('a denial is data: it has no figure that stands, and no bound', () => {
  const record = recordOf(`
# r1 · Orlu Post · 2025-03-10
killed 14 | ${MINISTRY}
killed 14 | Norland's military, military | denied
`);
  const denial = record.accounts.find(({ origin }) => origin === "Norland's military")!;
  assert.equal(denial.current, null);
  assert.equal(denial.trajectory[0]!.status, 'denied');
  assert.deepEqual(tollLines(record), ['killed 14..14']);
  assert.deepEqual(
    record.findings.map(({ check }) => check),
    ['denied-figure'],
  );
});
