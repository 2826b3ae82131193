import assert from 'node:assert/strict';
import {
  accountsOfRecord,
  changesOfRecord,
  checkWhole,
  incidentsOfRecord,
  judge,
  rebuildRecord,
  showIncident,
} from '../../src/operations/records.ts';
import { failed, recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const line = (id: string, published: string, text: string): string =>
  `${JSON.stringify({ id, published, text })}\n`;

/** Two strikes, and an offensive of which a report gives the total. */
const REPORTS = [
  line(
    'store',
    '2031-05-02',
    'Six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.',
  ),
  line(
    'pit',
    '2031-05-20',
    'Twelve miners were killed in a blast at the Corvo pit on Monday, the company said.',
  ),
  line(
    'whole',
    '2031-06-11',
    'Fifteen people were killed in the fighting around Orlu on Tuesday, the army said.',
  ),
].join('');

const partOf = (part: string, whole: string) => ({
  kind: 'part-of',
  part: `${part}#e1`,
  whole: `${whole}#e1`,
});

testStores('a person says of what an incident is a part; neither adds to the other', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
  const decide = (fields: object) => run(judge, { judgements: [{ ...fields }] }, place, context);
  const show = async (id: string, more: object = {}) =>
    (await run(showIncident, { incident: `${id}#e1`, ...more }, place, context))[0]!;
  const before = context.now();
  await decide(partOf('store', 'whole'));
  const [made] = await decide(partOf('pit', 'whole'));
  const whole = await show('whole');
  assert.deepEqual(whole.parts, ['store#e1', 'pit#e1']);
  assert.deepEqual([whole.toll.killed!.low, whole.toll.killed!.high], [15, 15]);
  const over = whole.findings.filter(({ check }) => check === 'parts-over-whole');
  assert.match(over[0]!.message!, /Its 2 parts come to 18 killed, which is more than the 15/);
  assert.deepEqual(over[0]!.claims, ['whole#c1', 'store#c1', 'pit#c1']);
  assert.equal((await show('store')).partOf, 'whole#e1');
  const parents = (await run(incidentsOfRecord, {}, place, context)).map(({ partOf: parent }) => parent);
  assert.deepEqual(parents, ['whole#e1', 'whole#e1', undefined]);
  assert.equal((await show('store', { asOf: before, clock: 'recorded' })).partOf, undefined);
  assert.equal((await show('whole', { policy: 'ucdp' })).parts!.length, 2);
  await decide({ kind: 'take-back', judgement: made!.judgement });
  assert.deepEqual((await show('whole')).parts, ['store#e1']);
  assert.equal((await show('pit')).partOf, undefined);
  assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
  await run(rebuildRecord, {}, place, context);
  assert.deepEqual((await show('whole')).parts, ['store#e1']);
  assert.ok(Array.isArray(await run(changesOfRecord, { since: before }, place, context)));
});

testStores('the whole is known by its ids of later; nothing is a part of itself', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
  const decide = (fields: object) => run(judge, { judgements: [{ ...fields }] }, place, context);
  await decide(partOf('store', 'pit'));
  await decide(partOf('pit', 'whole'));
  for (const [part, whole] of [
    ['store', 'store'],
    ['whole', 'store'],
    ['pit', 'store'],
  ] as const) {
    const [error] = await failed(judge, { judgements: [partOf(part, whole)] }, place, context);
    assert.match(error!.message, /itself, or a part of it/);
  }
  const [missing] = await failed(judge, { judgements: [partOf('store', 'nowhere')] }, place, context);
  assert.equal(missing!.code, 'judgement/not-found');
  await decide({ kind: 'same-incident', a: 'pit#e1', b: 'whole#e1' });
  const [store, pit] = await run(accountsOfRecord, {}, place, context);
  assert.equal(store!.partOf, 'pit#e1', 'the two are one now, which is called after the first of them');
  assert.deepEqual([pit!.incident, pit!.partOf, pit!.parts], ['pit#e1', undefined, ['store#e1']]);
});

testStores('what is only recalled stands with no report of its own', async (place, t) => {
  const context = await recordOf(place, t, {
    'reports.jsonl': line(
      'recalls',
      '2031-05-02',
      'Six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.\n\nIn January, nine people were killed in an attack on a bus in Orlu, police said.',
    ),
  });
  const incidents = await run(incidentsOfRecord, {}, place, context);
  assert.deepEqual(
    incidents.map(({ reports, alsoIn }) => [reports, alsoIn]),
    [
      [['recalls'], []],
      [[], ['recalls']],
    ],
  );
});
