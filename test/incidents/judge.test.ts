import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Anchor, decide, findMention } from '../../src/incidents/judge.ts';
import type { Judgement, ROLES } from '../../src/model/judgement.ts';
import { kept } from './kept.ts';

const REPORTS = new Map(
  ['a', 'b', 'c'].map((id) => [id, kept(id, 'One was killed. Two fell.', [{ words: 'One was killed.' }])]),
);
const find = (anchor: Anchor) => findMention(anchor, REPORTS.get(anchor.report));
const evidence = [{ start: 0, end: 3, quote: 'One' }];

let count = 0;
function say(
  is: 'same' | 'different',
  pair: string,
  at: string,
  role: (typeof ROLES)[number] = 'reviewer',
): Judgement {
  const [a, b] = [...pair].map((report) => ({ report, evidence }));
  return { kind: `${is}-incident`, id: `j${++count}`, by: 'u1', role, at, a: a!, b: b! };
}

function inForce(judgements: readonly Judgement[]): string[] {
  const { same, different } = decide(judgements, find);
  return [...same, ...different].map(({ a, b, is }) => `${a[0]}${b[0]} ${is}`).sort();
}

test('of two that contradict each other the later is in force', () => {
  const pair = [say('same', 'ab', '2031-05-01'), say('different', 'ab', '2031-05-02')];
  assert.deepEqual(inForce(pair), ['ab different']);
  assert.deepEqual(inForce(pair.toReversed()), ['ab different']);
});

test('a higher role’s word holds against a later one', () => {
  const pair = [say('same', 'ab', '2031-05-01', 'lead'), say('different', 'ab', '2031-05-02')];
  assert.deepEqual(inForce(pair), ['ab same']);
});

test('contradictions by way of a third are found', () => {
  const ring = [
    say('same', 'ab', '2031-05-01'),
    say('same', 'bc', '2031-05-02'),
    say('different', 'ac', '2031-05-03'),
  ];
  assert.deepEqual(inForce(ring), ['ac different', 'bc same']);
  const { overruled } = decide(ring, find);
  assert.deepEqual(
    overruled.map(({ is }) => is),
    ['same'],
  );
});

test('a judgement on a report that is not here is told of', () => {
  const lost = say('same', 'ax', '2031-05-01');
  assert.deepEqual(decide([lost], find).unfound, [lost.id]);
});

test('an anchor finds its event by its words, however the events are numbered', () => {
  const report = kept('r', 'One was killed. Two fell.', [
    { words: 'Two fell.' },
    { words: 'One was killed.' },
  ]);
  assert.equal(findMention({ report: 'r', ref: 'r#e1', evidence }, report), 'r#e2');
  const elsewhere = [{ start: 15, end: 16, quote: ' ' }];
  assert.equal(findMention({ report: 'r', evidence: elsewhere }, report), null);
});
