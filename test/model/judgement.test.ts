/** Judgements: what stands after some were taken back, and names of parts across a record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Judgement, judgementSchema, standing } from '../../src/model/judgement.ts';
import { partsOf, refOf } from '../../src/model/record.ts';

const by = { by: 'u1', role: 'reviewer', at: '2025-03-10T08:00:00.000Z' } as const;
const comment = (id: string): Judgement => ({ kind: 'comment', id, ...by, on: 'i1', text: 'Ask again.' });
const takeBack = (id: string, judgement: string): Judgement => ({ kind: 'take-back', id, ...by, judgement });
const idsOf = (judgements: readonly Judgement[]) => standing(judgements).map(({ id }) => id);

test('a judgement stands until it is taken back', () => {
  assert.deepEqual(idsOf([comment('a'), comment('b')]), ['a', 'b']);
  assert.deepEqual(idsOf([comment('a'), comment('b'), takeBack('c', 'a')]), ['b']);
});

test('taking back what took back restores', () => {
  assert.deepEqual(idsOf([comment('a'), takeBack('b', 'a'), takeBack('c', 'b')]), ['a']);
  assert.deepEqual(idsOf([comment('a'), takeBack('b', 'a'), takeBack('c', 'b'), takeBack('d', 'c')]), []);
});

test('a judgement without a person, or of a kind that nobody knows, is none', () => {
  const { by: _person, ...nobody } = comment('a');
  assert.equal(judgementSchema.safeParse(nobody).success, false);
  assert.equal(judgementSchema.safeParse({ ...comment('a'), kind: 'guess' }).success, false);
});

test('a part is named after its report, whatever the report is called', () => {
  assert.deepEqual(partsOf(refOf('feed#12', 'c3')), { report: 'feed#12', part: 'c3' });
});
