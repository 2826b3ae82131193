import assert from 'node:assert/strict';
import { join } from 'node:path';
import { accountsOfReports, processContext, reconcileReports } from '../../src/operations/index.ts';
import type { Operation, Outcome } from '../../src/operations/operation.ts';
import {
  accountsOfRecord,
  addReports,
  incidentsOfRecord,
  judge,
  listJudgements,
  showIncident,
} from '../../src/operations/records.ts';
import { folderOf } from '../support/files.ts';
import { failed, recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const line = (id: string, published: string, source: string, text: string): string =>
  `${JSON.stringify({ id, published, source, text })}\n`;

const STORE = [
  line(
    'first',
    '2031-05-02',
    'Tamrin Post',
    'Six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.',
  ),
  line(
    'second',
    '2031-05-04',
    'Orlu Herald',
    'Nine people were killed on Thursday when a rocket hit the grain store of Tamrin, the mayor said.',
  ),
];
const PIT = line(
  'third',
  '2031-08-20',
  'Corvo News',
  'Twelve miners were killed in a blast at the Corvo pit on Tuesday, the company said.',
);

testStores('a record shows the accounts and incidents that its files show', async (place, t) => {
  const files = { 'reports.jsonl': [...STORE, PIT].join('') };
  const context = await recordOf(place, t, files);
  const atEnd = { ...context, now: () => '2031-08-20T23:59:59.999Z' };
  const paths = [join(folderOf(t, files), 'reports.jsonl')];
  for (const [ofFiles, ofRecord, more] of [
    [accountsOfReports, accountsOfRecord, {}],
    [accountsOfReports, accountsOfRecord, { policy: 'ucdp' }],
    [accountsOfReports, accountsOfRecord, { asOf: '2031-05-03' }],
    [reconcileReports, incidentsOfRecord, {}],
  ] as const) {
    const asked: AsyncIterable<Outcome<object>> = ofFiles.run({ paths, ...more }, processContext());
    const told = (await Array.fromAsync(asked)).map((outcome) => outcome.ok && outcome.value);
    const kept: object[] = await run(ofRecord as Operation<object, object>, more, place, atEnd);
    const bySize = (all: unknown[]) => all.map((each) => JSON.stringify(sorted(each))).sort();
    assert.deepEqual(bySize(kept), bySize(told), JSON.stringify(more));
  }
});

/** Objects with their keys in order: the order of reports in a record is that of recording. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, own]) => [key, sorted(own)]),
  );
}

testStores('as of a moment that was recorded, what came later is not there', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': STORE.join('') });
  const between = context.now();
  await run(addReports, { paths: [folderOf(t, { 'pit.jsonl': PIT })] }, place, context);
  const ids = async (asOf?: string) =>
    (
      await run(
        accountsOfRecord,
        { clock: 'recorded', ...(asOf === undefined ? {} : { asOf }) },
        place,
        context,
      )
    ).map(({ incident }) => incident);
  assert.deepEqual(await ids(), ['first#e1', 'third#e1']);
  assert.deepEqual(await ids(between), ['first#e1']);
  assert.deepEqual(await ids('2030-01-01'), []);
});

testStores('why reports are in one incident is told from what was compared', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': STORE.join('') });
  const [incident] = await run(incidentsOfRecord, { explain: true }, place, context);
  assert.deepEqual(incident!.reports, ['first', 'second']);
  assert.deepEqual(
    incident!.joins!.map(({ a, b }) => [a, b]),
    [['first#e1', 'second#e1']],
  );
  assert.ok(incident!.joins![0]!.features.some(({ reason }) => reason.length > 0));
  assert.deepEqual(incident!.doubts, []);
});

testStores(
  'each figure has its words and who printed them; what people decided stands beside',
  async (place, t) => {
    const context = await recordOf(place, t, { 'reports.jsonl': STORE.join('') });
    await run(
      judge,
      { judgements: [{ kind: 'grade', incident: 'second#e1', grade: 'fair', why: 'two officials' }] },
      place,
      context,
    );
    const [shown] = await run(showIncident, { incident: 'second#e1' }, place, context);
    assert.equal(shown!.words!['first#c1']!.quote, 'Six people were killed');
    assert.equal(shown!.told!.first!.published, '2031-05-02');
    assert.equal(shown!.grade!.decided, 'fair', 'by a former id of the incident');
    assert.deepEqual(
      shown!.judgements!.map(({ judgement, state }) => [judgement.kind, judgement.why, state]),
      [['grade', 'two officials', 'stands']],
    );
  },
);

testStores('the beginning of an id will do, where it begins no other', async (place, t) => {
  const context = await recordOf(place, t, {
    'one.txt': 'date 2031-05-02 Rocket\nSix people were killed when a rocket hit Tamrin, police said.\n',
    'two.txt': 'date 2031-08-20 Blast\nTwelve miners were killed in a blast at Corvo, the company said.\n',
  });
  const incidents = await run(accountsOfRecord, {}, place, context);
  const [{ incident, told }] = incidents as [(typeof incidents)[0]];
  const short = incident.replace(/^[0-9a-f]{16}/, (id) => told![id]!.short!);
  assert.equal(short.length, '123456#e1'.length);
  const [shown] = await run(showIncident, { incident: short }, place, context);
  assert.equal(shown!.incident, incident);
  await run(judge, { judgements: [{ kind: 'reject', claim: short.replace('e1', 'c1') }] }, place, context);
  const on = short.slice(0, 6);
  const [listed] = await run(listJudgements, { on }, place, context);
  assert.equal((listed!.judgement as { claim: { ref: string } }).claim.ref, incident.replace('e1', 'c1'));
  const [error] = await failed(showIncident, { incident: `${'0'.repeat(6)}#e1` }, place, context);
  assert.equal(error!.code, 'record/no-incident');
});

testStores('a judgement that waited at a moment did not stand then', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': [...STORE, PIT].join('') });
  const { setRule } = await import('../../src/operations/records.ts');
  await run(setRule, { key: 'two-person', value: ['reject'] }, place, context);
  const [made] = await run(judge, { judgements: [{ kind: 'reject', claim: 'third#c1' }] }, place, context);
  const before = context.now();
  const tam = { ...context, by: 'tam' };
  await run(judge, { judgements: [{ kind: 'second', judgement: made!.judgement }] }, place, tam);
  const low = async (asOf: string) => {
    const asked = { incident: 'third#e1', asOf, clock: 'recorded' as const };
    return (await run(showIncident, asked, place, context))[0]!.toll.killed?.low;
  };
  assert.equal(await low(before), 12);
  assert.equal(await low(context.now()), undefined);
});
