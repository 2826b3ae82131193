import assert from 'node:assert/strict';
import { changesBetween } from '../../src/accounts/index.ts';
import type { IncidentRecord } from '../../src/model/incident.ts';
import { accountsOfRecord, addReports, changesOfRecord, judge } from '../../src/operations/records.ts';
import { folderOf } from '../support/files.ts';
import { failures, recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const line = (id: string, published: string, source: string, text: string): string =>
  `${JSON.stringify({ id, published, source, text })}\n`;

const FIRST = line(
  'first',
  '2031-05-02',
  'Tamrin Post',
  'Six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.',
);
const SECOND = line(
  'second',
  '2031-05-03',
  'Orlu Herald',
  'Police said on Saturday that nine people were killed when a rocket hit the grain store of Tamrin on Thursday, correcting an earlier figure of six.',
);
const PIT = line(
  'third',
  '2031-08-20',
  'Corvo News',
  'Twelve miners were killed in a blast at the Corvo pit on Tuesday, the company said.',
);

testStores('what changed is told from what to what, why, and in which words', async (place, t) => {
  const context = await recordOf(place, t, { 'first.jsonl': FIRST });
  const before = context.now();
  await run(addReports, { paths: [folderOf(t, { 'second.jsonl': SECOND })] }, place, context);
  const added = context.now();
  const changes = (input: object) => run(changesOfRecord, input, place, context);
  const [figure] = (await changes({ since: before })).filter(({ kind }) => kind === 'figure changed');
  assert.deepEqual([figure!.before, figure!.after], ['6..6', '9..9']);
  assert.deepEqual(figure!.why[0]!.report, 'second');
  assert.match(Object.values(figure!.words)[0]!.quote, /nine people were killed/);
  assert.equal(figure!.told.second!.outlet, 'Orlu Herald');
  const toll = (await changes({ since: before })).find(({ kind }) => kind === 'toll changed');
  assert.deepEqual([toll!.about, toll!.before, toll!.after], ['killed', '6..6', '9..9']);
  const [made] = await run(
    judge,
    {
      judgements: [{ kind: 'correct', claim: 'second#c1', field: 'count', new: 8, why: 'told by telephone' }],
    },
    place,
    context,
  );
  const [corrected] = await changes({ since: added, corrections: true });
  assert.deepEqual([corrected!.before, corrected!.after], ['9..9', '8..8']);
  assert.deepEqual(
    corrected!.why.map(({ cause, judgement, by }) => [cause, judgement, by]),
    [['judgement', made!.judgement, 'vera']],
  );
  assert.match(corrected!.why[0]!.says, /told by telephone/);
  assert.deepEqual(await changes({ since: context.now() }), []);
});

testStores(
  'each correction of a time is told, also of what was said and unsaid within it',
  async (place, t) => {
    const context = await recordOf(place, t, { 'reports.jsonl': FIRST + SECOND });
    const corrections = async (clock: 'said' | 'recorded') =>
      (
        await run(
          changesOfRecord,
          { since: '2031-05-01', until: '2031-05-08', clock, corrections: true },
          place,
          context,
        )
      )
        .filter(({ kind }) => kind === 'figure changed' || kind === 'toll changed')
        .map(({ about, before, after }) => `${about} ${before} → ${after}`);
    const all = { since: '2031-05-01', until: '2031-05-08', clock: 'said' as const };
    const net = (await run(changesOfRecord, all, place, context)).map(({ kind }) => kind);
    assert.ok(!net.includes('figure changed'), 'in neither end of the time did it stand');
    const figure = 'Police: killed 6..6 → 9..9';
    assert.deepEqual(await corrections('said'), [figure, 'killed 6..6 → 9..9']);
    await run(
      judge,
      { judgements: [{ kind: 'correct', claim: 'second#c1', field: 'count', new: 8 }] },
      place,
      context,
    );
    const recorded = await corrections('recorded');
    assert.ok(recorded.includes('Police: killed 9..9 → 8..8'), recorded.join('; '));
  },
);

testStores('incidents that are put together are told of, with where they went', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': FIRST + PIT });
  const before = context.now();
  const same = { kind: 'same-incident', a: 'first#e1', b: 'third#e1', why: 'one story' };
  const [made] = await run(judge, { judgements: [same] }, place, context);
  const gone = (await run(changesOfRecord, { since: before }, place, context)).find(
    ({ kind }) => kind === 'incident gone',
  );
  assert.equal(gone!.incident, 'third#e1');
  assert.ok(gone!.why.some(({ judgement }) => judgement === made!.judgement));
  const [one] = await run(changesOfRecord, { since: before, incident: 'first#e1' }, place, context);
  assert.equal(one!.incident, 'first#e1');
});

testStores('only what was touched is computed, and nothing is missed', async (place, t) => {
  const context = await recordOf(place, t, { 'first.jsonl': FIRST });
  const moments = [context.now()];
  for (const [name, text] of [
    ['second.jsonl', SECOND],
    ['third.jsonl', PIT],
  ] as const) {
    await run(addReports, { paths: [folderOf(t, { [name]: text })] }, place, context);
    moments.push(context.now());
  }
  const [made] = await run(judge, { judgements: [{ kind: 'reject', claim: 'first#c1' }] }, place, context);
  moments.push(context.now());
  await run(judge, { judgements: [{ kind: 'take-back', judgement: made!.judgement }] }, place, context);
  moments.push(context.now());
  await run(
    judge,
    { judgements: [{ kind: 'register-source', source: 'Tamrin police', aliases: ['police'] }] },
    place,
    context,
  );
  moments.push(context.now(), '2031-08-25');
  const said = ['2031-05-01', '2031-05-02', '2031-05-03', '2031-05-09', '2031-08-20', '2031-08-30'];
  for (const [clock, times] of [
    ['recorded', moments],
    ['said', said.map((day) => `${day}T23:59:59.999Z`)],
  ] as const) {
    const states: IncidentRecord[][] = [];
    for (const asOf of times) states.push(await run(accountsOfRecord, { asOf, clock }, place, context));
    const last = times.length - 1;
    for (const [i, since] of times.slice(0, -1).entries()) {
      for (const j of new Set(i === 0 ? [1, last] : [i + 1])) {
        const until: string = times[j]!;
        const whole = changesBetween(states[i]!, states[j]!).map(({ incident, kind, about }) => [
          incident,
          kind,
          about,
        ]);
        const told = await run(changesOfRecord, { since, until, clock }, place, context);
        const found = told.map(({ incident, kind, about }) => [incident, kind, about]);
        assert.deepEqual(found.sort(), whole.sort(), `${clock} ${since} ${until}`);
      }
    }
  }
});

testStores('moments that are none, or the wrong way round, are refused', async (place, t) => {
  const context = await recordOf(place, t, { 'first.jsonl': FIRST });
  for (const asked of [
    { since: 'Monday' },
    { until: 'now' },
    { since: '2031-06-01', until: '2031-05-01' },
    { policy: 'guess' },
  ])
    assert.deepEqual(await failures(changesOfRecord, asked, place, context), ['accounts/not-understood']);
});
