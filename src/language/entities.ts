/** From the scores of marks ("B-PER", "I-PER", "O") to entities. */
import type { Entity, TokenIndex } from './doc.ts';

/** One mark a token, and how sure the network is of it, 0..1. */
export interface Marks {
  readonly marks: Uint8Array;
  readonly sure: Float32Array;
}

/**
 * The best row of marks in which an inside mark only follows its own kind (Viterbi). `scores` has a row of `columns` a
 * token, of which the scheme's begin at `first`; `names` are its marks, "O" first, then "B-" and "I-" of each type in turn.
 */
export function bestMarks(
  scores: Float32Array,
  columns: number,
  first: number,
  names: readonly string[],
  n: number,
): Marks {
  const count = names.length;
  const total = new Float64Array(n * count);
  const from = new Uint8Array(n * count);
  const sure = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let k = 1; i > 0 && k < count; k++)
      if (total[(i - 1) * count + k]! > total[(i - 1) * count + best]!) best = k;
    for (let k = 0; k < count; k++) {
      const score = scores[i * columns + first + k]!;
      const isInside = k > 0 && k % 2 === 0;
      if (!isInside) {
        total[i * count + k] = score + (i > 0 ? total[(i - 1) * count + best]! : 0);
        from[i * count + k] = best;
      } else if (i === 0) total[k] = Number.NEGATIVE_INFINITY;
      else {
        const inside = total[(i - 1) * count + k]! > total[(i - 1) * count + k - 1]! ? k : k - 1;
        total[i * count + k] = score + total[(i - 1) * count + inside]!;
        from[i * count + k] = inside;
      }
    }
  }
  const marks = new Uint8Array(n);
  let last = 0;
  for (let k = 1; n > 0 && k < count; k++)
    if (total[(n - 1) * count + k]! > total[(n - 1) * count + last]!) last = k;
  for (let i = n - 1; i >= 0; i--) {
    marks[i] = last;
    sure[i] = last === 0 ? 1 : share(scores, i * columns + first, count, last);
    last = from[i * count + last]!;
  }
  return { marks, sure };
}

/** What part of the whole one score has after a softmax, to two places. */
function share(scores: Float32Array, at: number, count: number, which: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += Math.exp(scores[at + k]! - scores[at + which]!);
  return Math.round(100 / sum) / 100;
}

/** The entities of a row of marks whose first token is `first`. Each is as sure as its least sure token. */
export function entitiesOf({ marks, sure }: Marks, names: readonly string[], first: TokenIndex): Entity[] {
  const found: Entity[] = [];
  let from = -1;
  for (let i = 0; i <= marks.length; i++) {
    const mark = i < marks.length ? marks[i]! : 0;
    if (from >= 0 && (mark === 0 || mark % 2 === 1)) {
      let confidence = 1;
      for (let k = from; k < i; k++) confidence = Math.min(confidence, sure[k]!);
      found.push({ from: first + from, to: first + i, type: names[marks[from]!]!.slice(2), confidence });
      from = -1;
    }
    if (mark !== 0 && from < 0) from = i;
  }
  return found;
}
