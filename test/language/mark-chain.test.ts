import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestMarks } from '../../src/language/entities.ts';
import { bestRow, type Chain, chancesOf, mayFollow } from '../../src/language/mark-chain.ts';

/** "O", and "B-" and "I-" of two types. */
const COUNT = 5;

/** A chain of arbitrary scores, the same on every run, in rows with a column to spare on either side. */
function chainOf(n: number, seed: number): Chain {
  const value = (i: number): number => Math.sin(i * 12.9898 + seed) * 3;
  return {
    scores: Float32Array.from({ length: n * 7 }, (_, i) => value(i)),
    columns: 7,
    first: 1,
    n,
    count: COUNT,
    between: Float32Array.from({ length: COUNT * COUNT }, (_, i) => value(i + 1000)),
  };
}

/** Every row of marks that may stand, with its score. */
function* rowsOf(chain: Chain): Generator<{ marks: number[]; score: number }> {
  const { scores, columns, first, n, between } = chain;
  function* from(marks: number[], score: number): Generator<{ marks: number[]; score: number }> {
    const i = marks.length;
    if (i === n) yield { marks, score };
    for (let k = 0; i < n && k < COUNT; k++) {
      const before = i === 0 ? 0 : marks[i - 1]!;
      if (!mayFollow(k, before)) continue;
      const pair = i === 0 ? 0 : between[before * COUNT + k]!;
      yield* from([...marks, k], score + scores[i * columns + first + k]! + pair);
    }
  }
  yield* from([], 0);
}

for (let seed = 0; seed < 8; seed++) {
  test(`the best row and all chances are those of every row tried one by one, ${seed}`, () => {
    const chain = chainOf(4, seed);
    const rows = [...rowsOf(chain)];
    const best = rows.reduce((a, b) => (b.score > a.score ? b : a));
    assert.deepEqual([...bestRow(chain)], best.marks);
    const sum = rows.reduce((all, { score }) => all + Math.exp(score), 0);
    const { total, marks, pairs } = chancesOf(chain);
    assert.ok(Math.abs(total - Math.log(sum)) < 1e-9);
    const share = (fits: (marks: number[]) => number): number =>
      rows.reduce((all, row) => all + (fits(row.marks) * Math.exp(row.score)) / sum, 0);
    for (let k = 0; k < COUNT; k++) {
      assert.ok(Math.abs(marks[2 * COUNT + k]! - share((row) => (row[2] === k ? 1 : 0))) < 1e-9);
      const inside = share((row) => row.filter((mark, i) => i > 0 && mark === k && row[i - 1] === 0).length);
      assert.ok(Math.abs(pairs[k]! - inside) < 1e-9);
    }
  });
}

test('chances of the rows that are let through only', () => {
  const chain = chainOf(3, 1);
  const sum = [...rowsOf(chain)]
    .filter(({ marks }) => marks[1] === 3)
    .reduce((all, { score }) => all + Math.exp(score), 0);
  const { total, marks } = chancesOf(chain, (token, mark) => token !== 1 || mark === 3);
  assert.ok(Math.abs(total - Math.log(sum)) < 1e-9);
  assert.ok(Math.abs(marks[COUNT + 3]! - 1) < 1e-9);
});

test('where no row may stand there are no chances', () => {
  const { total, marks } = chancesOf(chainOf(3, 1), (_, mark) => mark === 2);
  assert.equal(total, Number.NEGATIVE_INFINITY);
  assert.ok(marks.every((chance) => chance === 0));
});

test('an inside mark follows its own kind alone, and no sentence begins with one', () => {
  const chain = { ...chainOf(2, 0), between: new Float32Array(COUNT * COUNT) };
  chain.scores.fill(0);
  chain.scores[1 + 2] = 9;
  chain.scores[7 + 1 + 4] = 9;
  chain.scores[7 + 1 + 2] = 8;
  assert.deepEqual([...bestRow(chain)], [3, 4]);
});

test('no tokens, no marks', () => assert.deepEqual([...bestMarks(chainOf(0, 0)).marks], []));
