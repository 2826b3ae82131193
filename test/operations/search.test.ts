import assert from 'node:assert/strict';
import { search } from '../../src/operations/records.ts';
import { failures, recordOf, run } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

const REPORTS = [
  [
    'one',
    '2031-05-02',
    'Six people were killed on Thursday when a rocket hit the bakery of Tamrin, the health ministry said.',
  ],
  [
    'two',
    '2031-05-04',
    'The bakeries of Orlu stayed shut. Two guards were injured in a market square on Saturday, police said.',
  ],
  [
    'three',
    '2031-06-01',
    'A drill emptied the market of the old square in Tamrin. Nobody was hurt, police said.',
  ],
]
  .map(([id, published, text]) => `${JSON.stringify({ id, published, text })}\n`)
  .join('');

testStores(
  'reports are found by words, phrases, choices and what they lack, the newest first',
  async (place, t) => {
    const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
    const found = async (words: string, more: object = {}) =>
      (await run(search, { words, ...more }, place, context)).map(({ id }) => id);
    assert.deepEqual(await found('bakery'), ['two', 'one'], 'stemmed');
    assert.deepEqual(await found('"market square"'), ['two']);
    assert.deepEqual(await found('market -drill'), ['two']);
    assert.deepEqual(await found('rocket OR drill'), ['three', 'one']);
    assert.deepEqual(await found('BAKERY Tamrin'), ['one']);
    assert.deepEqual(await found('market', { from: '2031-06-01' }), ['three']);
    assert.deepEqual(await found('square market', { limit: 1 }), ['three']);
    for (const odd of ['', '"', '-', 'OR', '( NEAR * ^ :', "'; drop table report; --"])
      assert.deepEqual(await found(odd), [], odd);
    const [first] = await run(search, { words: 'rocket' }, place, context);
    assert.match(String(first!.fields.snippet), /rocket hit the bakery/);
  },
);

testStores(
  'claims are found by who says what of whom; a page ends where the next begins',
  async (place, t) => {
    const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
    const claims = async (query: object) =>
      (await run(search, { find: 'claims', ...query }, place, context)).map(({ id }) => id);
    const all = await claims({});
    assert.ok(all.length >= 2);
    assert.deepEqual(await claims({ harm: 'killed', atLeast: 6 }), ['one#c1']);
    assert.deepEqual(
      await claims({ speaker: 'POLICE', harm: 'injured', atLeast: 1 }),
      all.filter((id) => id === 'two#c1'),
    );
    assert.deepEqual(await claims({ words: 'rocket', stance: 'asserted' }), ['one#c1']);
    const pages: string[] = [];
    let before: number | undefined;
    for (;;) {
      const page = await run(
        search,
        { find: 'claims', limit: 1, ...(before === undefined ? {} : { before }) },
        place,
        context,
      );
      if (page.length === 0) break;
      pages.push(...page.map(({ id }) => id));
      before = page.at(-1)!.number;
    }
    assert.deepEqual(pages, all);
  },
);

testStores('incidents are found by day and toll; a question is saved and asked again', async (place, t) => {
  const context = await recordOf(place, t, { 'reports.jsonl': REPORTS });
  const asked = { find: 'incidents' as const, from: '2031-05-01', to: '2031-05-01', atLeast: 6 };
  const [incident] = await run(search, { ...asked, save: 'may' }, place, context);
  assert.deepEqual([incident!.id, incident!.fields.killed_low], ['one#e1', 6]);
  assert.deepEqual(await run(search, { saved: 'may' }, place, context), [incident]);
  assert.deepEqual(await failures(search, { saved: 'june' }, place, context), ['search/not-saved']);
});
