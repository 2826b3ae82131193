/** `accounts.find`: incidents as they are printed, as of a moment, by a policy; what is not understood is told of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { incidentSchema } from '../../src/model/incident.ts';
import { accountsOfReports, processContext } from '../../src/operations/index.ts';
import { bytesOf } from '../support/files.ts';

const REPORTS = [
  {
    id: 'r1',
    source: 'Orlu Post',
    published: '2025-03-09',
    text: 'Twelve people were killed when a bomb went off in a market in Sorrel on Saturday, police said.',
  },
  {
    id: 'r2',
    source: 'Seld Herald',
    published: '2025-03-11',
    text: 'Fourteen people were killed when a bomb went off in a market in Sorrel on Saturday, police said on Tuesday.',
  },
];

function find(input: object = {}) {
  const stdin = () => bytesOf(REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(''));
  const given = accountsOfReports.input.parse({ paths: ['-'], format: 'jsonl', language: 'en', ...input });
  return Array.fromAsync(accountsOfReports.run(given, { ...processContext(), stdin }));
}

test('an incident comes with its accounts, each with its trajectory', async () => {
  const outcomes = await find();
  assert.equal(outcomes.length, 1);
  const [outcome] = outcomes;
  assert.ok(outcome?.ok);
  const incident = incidentSchema.parse(outcome.value);
  assert.deepEqual(incident.reports, ['r1', 'r2']);
  const [account] = incident.accounts;
  assert.deepEqual(
    account!.trajectory.map(({ count, status }) => [count.min, status]),
    [
      [12, 'superseded'],
      [14, 'current'],
    ],
  );
  assert.equal(incident.toll.killed!.low, 14);
});

test('as of a day before the second report there is the first alone', async () => {
  for (const clock of ['said', 'recorded']) {
    const [outcome] = await find({ asOf: '2025-03-10', clock });
    assert.ok(outcome?.ok);
    assert.deepEqual([outcome.value.reports, outcome.value.toll.killed!.low], [['r1'], 12], clock);
  }
});

test('another policy is named in what it gives', async () => {
  const [outcome] = await find({ policy: 'acled' });
  assert.ok(outcome?.ok);
  assert.deepEqual([outcome.value.policy!.name, outcome.value.toll.killed!.best], ['acled', 14]);
});

test('a policy that is not there, and what is no moment, are told of', async () => {
  for (const input of [{ policy: 'guess' }, { asOf: 'yesterday' }]) {
    const [outcome, ...others] = await find(input);
    assert.ok(outcome && !outcome.ok);
    assert.equal(outcome.error.code, 'accounts/not-understood');
    assert.match(outcome.error.message, /there are accounts, ucdp, acled, airwars|ISO day/);
    assert.deepEqual(others, []);
  }
});
