import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { POLICIES } from '../../src/accounts/index.ts';
import { comparePolicies, listPolicies, processContext } from '../../src/operations/index.ts';
import { checkWhole, policiesOfRecord, showIncident } from '../../src/operations/records.ts';
import { folderOf } from '../support/files.ts';
import { failures, recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const REPORTS = [
  [
    'store',
    '2031-05-02',
    'At least six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.',
  ],
  [
    'pit',
    '2031-08-20',
    'Twelve miners were killed in a blast at the Corvo pit on Tuesday, the company said.',
  ],
]
  .map(([id, published, text]) => `${JSON.stringify({ id, published, text })}\n`)
  .join('');

test('every policy is listed with its rules, each with how surely it is known', async () => {
  const listed = await Array.fromAsync(listPolicies.run({}, processContext()));
  assert.deepEqual(
    listed.map((outcome) => outcome.ok && [outcome.value.name, outcome.value.version]),
    POLICIES.map(({ name, version }) => [name, version]),
  );
  const [ucdp] = await Array.fromAsync(listPolicies.run({ policies: ['ucdp'] }, processContext()));
  assert.ok(ucdp?.ok);
  assert.deepEqual([...new Set(ucdp.value.rules.map(({ mark }) => mark))], ['V', 'S', 'M']);
  const [none] = await Array.fromAsync(listPolicies.run({ policies: ['guess'] }, processContext()));
  assert.equal(none?.ok === false && none.error.code, 'accounts/not-understood');
});

testStores('two policies are compared incident by incident, and nothing is changed', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
  const asked = { before: 'accounts', after: 'ucdp' };
  const changes = await run(policiesOfRecord, asked, place, context);
  const ranges = changes.map(({ incident, differences }) => [
    incident,
    differences.map(({ harm, group, before, after }) => [
      harm,
      group,
      before?.high,
      after?.high,
      after?.best,
    ]),
  ]);
  assert.deepEqual(ranges, [
    ['store#e1', [['killed', 'all', null, 6, 6]]],
    ['pit#e1', [['killed', 'all', 12, 12, 12]]],
  ]);
  const [shown] = await run(showIncident, { incident: 'store#e1' }, place, context);
  assert.deepEqual([shown!.policy!.name, shown!.toll.killed!.high], ['accounts', null]);
  assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
  const paths = [join(folderOf(t, { 'reports.jsonl': REPORTS }), 'reports.jsonl')];
  const ofFiles = await Array.fromAsync(comparePolicies.run({ ...asked, paths }, processContext()));
  const byIncident = (all: { incident: string; differences: unknown }[]) =>
    Object.fromEntries(all.map(({ incident, differences }) => [incident, differences]));
  assert.deepEqual(
    byIncident(ofFiles.map((outcome) => (outcome.ok ? outcome.value : assert.fail()))),
    byIncident(changes),
  );
  assert.deepEqual(await failures(policiesOfRecord, { before: 'accounts', after: 'guess' }, place, context), [
    'accounts/not-understood',
  ]);
});
