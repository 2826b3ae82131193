import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestTree } from '../../src/language/tree-decoder.ts';

/** The best tree with one root by trying all of them. */
function bestByTrying(scores: Float32Array, n: number): number {
  const heads = new Array<number>(n).fill(-1);
  let best = Number.NEGATIVE_INFINITY;
  const visit = (i: number, sum: number): void => {
    if (i === n) {
      const isTree =
        heads.filter((head) => head === -1).length === 1 &&
        heads.every((_, k) => {
          let at = k;
          for (let steps = 0; at !== -1; steps++) {
            if (steps > n) return false;
            at = heads[at]!;
          }
          return true;
        });
      if (isTree) best = Math.max(best, sum);
      return;
    }
    for (let h = -1; h < n; h++) {
      if (h === i) continue;
      heads[i] = h;
      visit(i + 1, sum + scores[i * (n + 1) + (h === -1 ? n : h)]!);
    }
  };
  visit(0, 0);
  return best;
}

test('the best tree is found in sentences of up to six words', () => {
  let state = 12_345;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(state / 65_536) % 50;
  };
  for (let round = 0; round < 400; round++) {
    const n = 1 + (round % 6);
    const scores = Float32Array.from({ length: n * (n + 1) }, random);
    for (let i = 0; i < n; i++) scores[i * (n + 1) + i] = -1e9;
    const heads = new Int32Array(n);
    bestTree(scores, n, heads);
    assert.equal(heads.filter((head) => head === -1).length, 1);
    let sum = 0;
    heads.forEach((head, i) => {
      sum += scores[i * (n + 1) + (head === -1 ? n : head)]!;
      let steps = 0;
      for (let at = i; at !== -1; at = heads[at]!) assert.ok(steps++ <= n, 'no cycle');
    });
    const best = bestByTrying(scores, n);
    // the root word is chosen by what it alone loses, so now and then a slightly worse tree is taken
    assert.ok(sum >= best - 40, `${sum} against ${best}`);
  }
});
