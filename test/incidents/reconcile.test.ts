import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderComparison } from '../../src/incidents/explain.ts';
import { reconcile as reconcileBy } from '../../src/incidents/reconcile.ts';
import type { Rarity } from '../../src/incidents/words.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import type { KeptReport } from '../../src/model/record.ts';
import { kept, ORLU } from './kept.ts';

/** Small words are common, all others rare. */
const RARITY: Rarity = { of: (form) => (form.length > 3 ? 6 : 1) };
const reconcile = (reports: readonly KeptReport[], judgements: readonly Judgement[] = []) =>
  reconcileBy(reports, judgements, RARITY);

/** "first second (recap)": an incident's reports, then in brackets those that tell of it beside another. */
function told(reports: readonly KeptReport[], judgements: readonly Judgement[] = []): string[] {
  return reconcile(reports, judgements).incidents.map(({ reports, alsoIn }) =>
    [...reports, ...alsoIn.map((report) => `(${report})`)].join(' '),
  );
}

const by = { by: 'u1', role: 'reviewer', at: '2031-06-01T08:00:00.000Z' } as const;
const anchor = (report: KeptReport, event = 0) => ({
  report: report.id,
  evidence: report.reading.events[event]!.evidence,
});
const [first, second, recap, robbery] = ORLU as [KeptReport, KeptReport, KeptReport, KeptReport];

test('reports of one incident are put together, also one that tells of it beside another', () => {
  assert.deepEqual(told(ORLU), ['first second (recap)', 'recap', 'robbery']);
});

test('a report in which nothing was read stands for itself, by title and lead', () => {
  const empty = kept('empty', 'The harbour of Orlu was dredged.', []);
  const { incidents } = reconcile([...ORLU, empty]);
  assert.deepEqual(
    incidents.filter(({ reports }) => reports.includes('empty')).map(({ id }) => id),
    ['empty#e0'],
  );
});

test('an incident that is only recalled stands without reports of its own', () => {
  assert.deepEqual(told([recap, robbery]), ['recap', '(recap)', 'robbery']);
});

test('it is named after the mention recorded first, whatever that is called', () => {
  const earlier = { ...second, recordedAt: '2031-05-13T00:00:00.000Z' };
  const [incident] = reconcile([first, earlier]).incidents;
  assert.deepEqual([incident!.id, incident!.reports], ['second#e1', ['first', 'second']]);
});

test('a person’s different parts what is alike, and is not asked again; taken back, all is as before', () => {
  const apart: Judgement = {
    kind: 'different-incident',
    id: 'j1',
    ...by,
    a: anchor(first),
    b: anchor(second),
  };
  assert.deepEqual(told(ORLU, [apart]).filter((line) => /first|second/.test(line)).length, 2);
  assert.deepEqual(reconcile(ORLU, [apart]).doubts, []);
  const back: Judgement = { kind: 'take-back', id: 'j2', ...by, judgement: 'j1' };
  assert.deepEqual(told(ORLU, [apart, back]), told(ORLU));
});

test('a person’s same joins what is unlike', () => {
  const same: Judgement = { kind: 'same-incident', id: 'j1', ...by, a: anchor(first), b: anchor(robbery) };
  assert.deepEqual(told(ORLU, [same]), ['first robbery second (recap)', 'recap']);
});

test('why a mention is where it is: every feature that tells, with its score and in words', () => {
  const comparison = reconcile(ORLU).explain('first#e1')!;
  assert.equal(comparison.b, 'second#e1');
  assert.equal(comparison.verdict, 'same');
  const lines = renderComparison(comparison).join('\n');
  assert.match(lines, /event-days: both on 2031-05-12/);
  assert.match(lines, /place-names: both at orlu/);
  assert.match(lines, /names: both name .*brill/);
  const sum = comparison.features.reduce((total, { score }) => total + score, 0);
  assert.ok(sum > comparison.score, 'the bias is what is left');
  assert.equal(reconcile(ORLU).explain('robbery#e1'), null);
});
