/** Every question that can be asked of a record, on three dozen reports, against what those reports say. */
import assert from 'node:assert/strict';
import { judge, search } from '../../src/operations/records.ts';
import { failed, recordOf, run } from '../support/record.ts';
import { type Place, testStores } from '../support/stores.ts';

interface Told {
  readonly id: string;
  readonly day: number;
  readonly outlet: string;
  readonly text: string;
}

const OUTLETS = ['Tamrin Post', 'Orlu Herald', 'Seld Radio'];
const TOWNS = ['Paris', 'Lyon', 'Madrid', 'Porto', 'Turin', 'Graz'];
const FORMS: readonly ((town: string, n: number) => string)[] = [
  (town, n) =>
    `${n} people were killed when a rocket hit a warehouse in ${town} on Monday, the city police said.`,
  (town, n) => `${n} civilians were injured when shells fell on ${town} on Monday, the health ministry said.`,
  (town, n) => `${n} French soldiers were killed in a clash near ${town} on Monday, the French army said.`,
  (town, n) => `The army of Norland denied that it had killed ${n} civilians in ${town} on Monday.`,
  (town, n) => `${n} fishermen went missing in a storm off ${town} on Monday, a coast guard spokesman said.`,
  (town, n) => `${n} people were reportedly feared dead in a fire in ${town} on Monday.`,
];

const TOLD: readonly Told[] = Array.from({ length: 36 }, (_, i) => {
  const [town, form] = [TOWNS[i % TOWNS.length]!, FORMS[Math.floor(i / TOWNS.length)]!];
  return {
    id: `r${String(i + 1).padStart(2, '0')}`,
    day: i,
    outlet: OUTLETS[i % 3]!,
    text: form(town, i + 3),
  };
});

/** Mondays from 5 May 2031 on, a report on each Tuesday. */
const published = (day: number): string =>
  new Date(Date.UTC(2031, 4, 6 + 7 * day)).toISOString().slice(0, 10);

const FILE = TOLD.map(
  ({ id, day, outlet, text }) =>
    `${JSON.stringify({ id, published: published(day), source: outlet, text })}\n`,
).join('');

const idsOf = (some: readonly Told[]): string[] => some.map(({ id }) => id).sort();

async function claims(place: Place, context: Parameters<typeof run>[3], query: object): Promise<string[]> {
  const found = await run(search, { find: 'claims', limit: 100, ...query }, place, context);
  return [...new Set(found.map(({ id }) => id.split('#')[0]!))].sort();
}

testStores(
  'claims are found by speaker, side, place, day, harm, stance, status and number',
  async (place, t) => {
    const context = await recordOf(place, t, { 'reports.jsonl': FILE });
    const of = (form: number): readonly Told[] => TOLD.slice(form * 6, form * 6 + 6);
    const find = (query: object) => claims(place, context, query);
    assert.deepEqual(await find({ speaker: 'health ministry' }), idsOf(of(1)));
    assert.deepEqual(await find({ speaker: 'city pol' }), idsOf(of(0)), 'a beginning');
    assert.deepEqual(await find({ speaker: 'Norland' }), idsOf(of(3)), 'a word inside');
    assert.deepEqual(await find({ side: 'French' }), idsOf(of(2)));
    assert.deepEqual(await find({ harm: 'missing' }), idsOf(of(4)));
    assert.deepEqual(await find({ stance: 'denied' }), idsOf(of(3)));
    assert.deepEqual(await find({ stance: 'unconfirmed' }), idsOf(of(5)));
    assert.deepEqual(await find({ status: 'combatant' }), idsOf(of(2)));
    assert.deepEqual(
      await find({ place: 'turin' }),
      idsOf(TOLD.filter(({ text }) => text.includes('Turin'))),
    );
    assert.deepEqual(await find({ country: 'AT' }), idsOf(TOLD.filter(({ text }) => text.includes('Graz'))));
    assert.deepEqual(await find({ atLeast: 36 }), idsOf(TOLD.slice(33)));
    const monday = published(7).replace(/\d\d$/, (day) => String(Number(day) - 1).padStart(2, '0'));
    assert.deepEqual(await find({ from: monday, to: monday }), ['r08']);
    assert.deepEqual(await find({ harm: 'killed', place: 'Graz', stance: 'asserted' }), ['r06', 'r18']);
    assert.deepEqual(await find({ words: 'warehouse', country: 'FR' }), ['r01', 'r02']);
    assert.deepEqual(await find({ speaker: 'nobody at all' }), []);
  },
);

testStores('what is asked says what is meant; what cannot be asked is refused', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': FILE });
  const kinds = async (query: object) => [
    ...new Set((await run(search, query, place, context)).map(({ kind }) => kind)),
  ];
  assert.deepEqual(await kinds({ harm: 'missing' }), ['claim']);
  assert.deepEqual(await kinds({ words: 'warehouse' }), ['report']);
  assert.deepEqual(await kinds({ find: 'incidents', place: 'graz' }), ['incident']);
  assert.deepEqual(await kinds({ outlet: 'Seld Radio' }), ['report']);
  for (const query of [
    { find: 'reports', speaker: 'police' },
    { find: 'incidents', outlet: 'Seld Radio' },
    { find: 'claims', outlet: 'Seld Radio' },
    { find: 'incidents', words: 'fire' },
  ] as const) {
    const [error] = await failed(search, query, place, context);
    assert.equal(error!.code, 'search/not-asked', JSON.stringify(query));
  }
});

testStores('a saved query is asked again of what came since, and narrowed', async (place, t) => {
  const lines = FILE.trimEnd().split('\n');
  const context = await recordOf(place, t, { 'some.jsonl': `${lines.slice(0, 30).join('\n')}\n` });
  const ids = async (query: object) => (await run(search, query, place, context)).map(({ id }) => id);
  const first = await ids({ harm: 'killed', stance: 'asserted', save: 'deaths', limit: 50 });
  assert.deepEqual(await ids({ saved: 'deaths' }), first);
  assert.deepEqual(
    await ids({ saved: 'deaths', place: 'Lyon' }),
    first.filter((id) => /^r(02|14)#/.test(id)),
  );
  await run(search, { saved: 'deaths', place: 'Lyon', save: 'deaths in Lyon' }, place, context);
  assert.equal((await ids({ saved: 'deaths in Lyon' })).length, 2);
});

testStores('what people decided of a claim stands beside it', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': FILE });
  await run(
    judge,
    {
      judgements: [
        { kind: 'reject', claim: 'r01#c1' },
        { kind: 'correct', claim: 'r02#c1', field: 'count', new: 5 },
        { kind: 'accept', claim: 'r03#c1' },
      ],
    },
    place,
    context,
  );
  const found = await run(search, { speaker: 'city police' }, place, context);
  const judged = found.slice(-4).map(({ id, fields }) => [id, fields.judged]);
  assert.deepEqual(judged, [
    ['r04#c1', null],
    ['r03#c1', 'accepted'],
    ['r02#c1', 'count corrected'],
    ['r01#c1', 'rejected'],
  ]);
});
