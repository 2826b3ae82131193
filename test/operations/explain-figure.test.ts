import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  accountsOfRecord,
  explainFigure,
  judge,
  search,
  showIncident,
} from '../../src/operations/records.ts';
import { failed, recordOf, run, within } from '../support/record.ts';
import { folderPlace, testStores } from '../support/stores.ts';

const STORE =
  'date 2031-05-02 Rocket on Tamrin\nSix people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.\n';
const MAYOR =
  'date 2031-05-04 Nine dead in Tamrin\nNine people were killed on Thursday when a rocket hit the grain store of Tamrin, the mayor said.\n';

testStores('a bound is led back to policy, accounts, rules, words and bytes', async (place, t) => {
  const context = await recordOf(place, t, { 'store.txt': STORE, 'mayor.txt': MAYOR });
  const [shown] = await run(accountsOfRecord, { asOf: '2031-05-04' }, place, context);
  const { incident } = shown!;
  const asked = { id: incident, figure: 'killed.low', asOf: '2031-05-04' };
  const [told] = await run(explainFigure, asked, place, context);
  assert.equal(told!.kind, 'toll');
  assert.deepEqual(
    told!.bounds!.map(({ bound, value }) => [bound, value]),
    [['low', 6]],
  );
  assert.ok(told!.policy!.rules.some(({ id, mark }) => id === 'range' && mark === 'V'));
  assert.deepEqual(told!.accounts!.map(({ origin, part }) => [origin, part]).sort(), [
    ['mayor', 'counted'],
    ['police', 'makes the low'],
  ]);
  const [claim] = told!.claims;
  assert.equal(claim!.quote, 'Six people were killed');
  assert.deepEqual([claim!.stands, claim!.readAgain], [true, 'same']);
  assert.ok(claim!.by.length > 0 && claim!.source[0]!.by.length > 0);
  assert.match(claim!.source[0]!.says, /police/);
  assert.equal(claim!.kept[0]!.sha256, hash('sha256', STORE, 'hex'));
  assert.equal(claim!.kept[0]!.by, 'vera');
  await within(place, context, async ({ evidence }) => {
    const bytes = readFileSync(evidence.pathOf(claim!.kept[0]!.sha256), 'utf8');
    const text = bytes.slice(bytes.indexOf('\n') + 1);
    for (const { start, end, quote } of claim!.evidence) assert.equal(text.slice(start, end), quote);
  });
});

testStores(
  'what people decided stands on the way; what they rejected is still explained',
  async (place, t) => {
    const context = await recordOf(place, t, { 'store.txt': STORE });
    const [found] = await run(search, { find: 'claims' }, place, context);
    const { id } = found!;
    const decide = (fields: object) => run(judge, { judgements: [{ ...fields }] }, place, context);
    const [made] = await decide({ kind: 'correct', claim: id, field: 'count', new: 7, why: 'a typing slip' });
    const [corrected] = await run(explainFigure, { id }, place, context);
    assert.equal(corrected!.says, 'killed 7..7, asserted');
    assert.equal(corrected!.claims[0]!.readAgain, 'same');
    assert.equal(corrected!.judgements![0]!.judgement.why, 'a typing slip');
    const [judgement] = await run(explainFigure, { id: made!.judgement }, place, context);
    assert.equal(judgement!.says, 'correct, stands');
    await decide({ kind: 'reject', claim: id, why: 'a drill' });
    const [rejected] = await run(explainFigure, { id }, place, context);
    assert.equal(rejected!.accounts, undefined);
    assert.equal(rejected!.claims.length, 1);
    assert.deepEqual(
      rejected!.judgements!.map(({ judgement }) => judgement.kind),
      ['correct', 'reject'],
    );
  },
);

testStores('what is not there is said, with what there is', async (place, t) => {
  const context = await recordOf(place, t, { 'store.txt': STORE });
  const [shown] = await run(accountsOfRecord, {}, place, context);
  const { incident } = shown!;
  const [missing] = await failed(explainFigure, { id: incident, figure: 'injured' }, place, context);
  assert.equal(missing!.code, 'record/no-figure');
  assert.match(missing!.message, /there are killed, grade, police/);
  for (const id of ['nowhere', `${incident.split('#')[0]}#c99`, `${incident}/nobody/killed/all`])
    assert.equal((await failed(explainFigure, { id }, place, context))[0]!.code, 'record/no-figure', id);
});

const PORT_ADREN = readFileSync(join(import.meta.dirname, '../records/port-adren/reports.txt'), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((block) => {
    const [head, ...lines] = block.split('\n');
    const [id, source, published, title] = head!.split(' · ');
    return `${JSON.stringify({ id, source, published, title, text: lines.join('\n').trim() })}\n`;
  })
  .join('');

test('no figure of Port Adren is without its words', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, { 'port-adren.jsonl': PORT_ADREN });
  let figures = 0;
  for (const { incident, accounts } of await run(accountsOfRecord, {}, place, context)) {
    const [shown] = await run(showIncident, { incident }, place, context);
    for (const id of [incident, ...accounts.map((account) => account.id)]) {
      for (const told of await run(explainFigure, { id }, place, context)) {
        figures += told.claims.length;
        for (const claim of told.claims) {
          assert.ok(claim.stands && claim.quote !== '', claim.claim);
          assert.equal(claim.readAgain, 'same', claim.claim);
          assert.ok(claim.by.length > 0, claim.claim);
          assert.ok(claim.kept.every(({ isThere }) => isThere));
          assert.equal(shown!.words![claim.claim]!.quote, claim.quote);
        }
        const pointed = new Set(
          (told.accounts ?? []).flatMap((each) => each.trajectory.flatMap(({ claims }) => claims)),
        );
        if (told.kind === 'account')
          assert.deepEqual(new Set(told.claims.map(({ claim }) => claim)), pointed, told.id);
      }
    }
  }
  assert.ok(figures > 40, String(figures));
});
