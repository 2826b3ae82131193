import assert from 'node:assert/strict';
import { aggregatesOfRecord, judge, showIncident } from '../../src/operations/records.ts';
import { recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const line = (id: string, published: string, text: string): string =>
  `${JSON.stringify({ id, published, source: `${id} News`, text })}\n`;

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
    'earlier',
    '2031-06-01',
    'The health ministry said on Sunday that 40 people had been killed since April 1, 2031.',
  ),
  line(
    'later',
    '2031-07-01',
    'The health ministry said on Tuesday that 55 people had been killed since April 1, 2031.',
  ),
  line(
    'again',
    '2031-07-02',
    'The health ministry has said that 55 people had been killed since April 1, 2031.',
  ),
].join('');

testStores('a source’s running figure is a series, beside what the record comes to', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
  const [series, ...others] = await run(aggregatesOfRecord, {}, place, context);
  assert.deepEqual(others, []);
  assert.match(series!.origin, /health ministry/i);
  assert.deepEqual([series!.harm, series!.victims, series!.since], ['killed', 'all', '2031-04-01']);
  assert.deepEqual(
    series!.points.map(({ count, reports }) => [count.min, reports]),
    [
      [40, ['earlier']],
      [55, ['later', 'again']],
    ],
  );
  assert.deepEqual(
    [series!.record.incidents, series!.record.low, series!.record.high, series!.compares],
    [2, 18, 18, 'more than the record'],
  );
  for (const claim of series!.points.flatMap(({ claims }) => claims))
    assert.match(series!.words[claim]!.quote, /people had been killed/);
  const [then] = await run(aggregatesOfRecord, { asOf: '2031-06-02' }, place, context);
  assert.equal(then!.points.length, 1);
  assert.deepEqual(await run(aggregatesOfRecord, { origin: 'army' }, place, context), []);
  assert.deepEqual(await run(aggregatesOfRecord, { harm: 'injured' }, place, context), []);
});

testStores('it is added to no incident, and its source’s names are one', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
  const [store] = await run(showIncident, { incident: 'store#e1' }, place, context);
  assert.equal(store!.toll.killed!.high, 6);
  await run(
    judge,
    {
      judgements: [
        { kind: 'register-source', source: 'Karsian Ministry of Health', aliases: ['health ministry'] },
      ],
    },
    place,
    context,
  );
  const [series] = await run(aggregatesOfRecord, { origin: 'karsian' }, place, context);
  assert.equal(series!.points.length, 2);
});
