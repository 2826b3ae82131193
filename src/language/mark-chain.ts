/**
 * Rows of marks as a chain (a conditional random field, Lafferty et al. 2001): each token has a score for each mark,
 * each pair of neighbours one for the two marks together, and an inside mark only follows its own kind. Marks are "O",
 * then "B-" and "I-" of each type in turn, so that an even mark but 0 is an inside one.
 */

/** Scores of `n` tokens' marks, in rows of `columns` from `first` on, and of pairs: `between[a * count + b]` for b after a. */
export interface Chain {
  readonly scores: Float32Array;
  readonly columns: number;
  readonly first: number;
  readonly n: number;
  readonly count: number;
  readonly between: Float32Array;
}

/** What a chain makes probable. */
export interface Chances {
  /** The logarithm of the sum of all rows' chances; -Infinity, and no chances, where no row is allowed. */
  readonly total: number;
  /** The chance of each token's marks, `count` a token. */
  readonly marks: Float64Array;
  /** The expected number of each pair of neighbours. */
  readonly pairs: Float64Array;
}

export function mayFollow(mark: number, before: number): boolean {
  return mark === 0 || mark % 2 === 1 || before === mark || before === mark - 1;
}

/** The best row of marks (Viterbi). */
export function bestRow({ scores, columns, first, n, count, between }: Chain): Uint8Array {
  const total = new Float64Array(n * count);
  const from = new Uint8Array(n * count);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < count; k++) {
      const score = scores[i * columns + first + k]!;
      let best = Number.NEGATIVE_INFINITY;
      if (i === 0) best = mayFollow(k, 0) ? 0 : best;
      for (let j = 0; i > 0 && j < count; j++) {
        if (!mayFollow(k, j)) continue;
        const value = total[(i - 1) * count + j]! + between[j * count + k]!;
        if (value > best) {
          best = value;
          from[i * count + k] = j;
        }
      }
      total[i * count + k] = score + best;
    }
  }
  const marks = new Uint8Array(n);
  let last = 0;
  for (let k = 1; n > 0 && k < count; k++)
    if (total[(n - 1) * count + k]! > total[(n - 1) * count + last]!) last = k;
  for (let i = n - 1; i >= 0; i--) {
    marks[i] = last;
    last = from[i * count + last]!;
  }
  return marks;
}

/** What all rows that `isAllowed` lets through make probable together (forward and backward). */
export function chancesOf(chain: Chain, isAllowed?: (token: number, mark: number) => boolean): Chances {
  const { scores, columns, first, n, count, between } = chain;
  const step = new Float64Array(count * count);
  for (let j = 0; j < count; j++)
    for (let k = 0; k < count; k++)
      if (mayFollow(k, j)) step[j * count + k] = Math.exp(between[j * count + k]!);
  const own = new Float64Array(n * count);
  const ahead = new Float64Array(n * count);
  const shares = new Float64Array(n);
  let total = 0;
  for (let i = 0; i < n; i++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) largest = Math.max(largest, scores[i * columns + first + k]!);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      if (isAllowed !== undefined && !isAllowed(i, k)) continue;
      const value = Math.exp(scores[i * columns + first + k]! - largest);
      own[i * count + k] = value;
      let before = i === 0 && mayFollow(k, 0) ? 1 : 0;
      for (let j = 0; i > 0 && j < count; j++) before += ahead[(i - 1) * count + j]! * step[j * count + k]!;
      ahead[i * count + k] = value * before;
      sum += value * before;
    }
    if (sum === 0) return { total: Number.NEGATIVE_INFINITY, marks: own.fill(0), pairs: step.fill(0) };
    shares[i] = sum;
    for (let k = 0; k < count; k++) ahead[i * count + k]! /= sum;
    total += Math.log(sum) + largest;
  }
  const back = new Float64Array(n * count).fill(1, (n - 1) * count);
  const marks = new Float64Array(n * count);
  const pairs = new Float64Array(count * count);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 0; j < count; j++) {
      const at = i * count + j;
      let sum = 0;
      for (let k = 0; i + 1 < n && k < count; k++) {
        const next = at - j + count + k;
        const value = (step[j * count + k]! * own[next]! * back[next]!) / shares[i + 1]!;
        pairs[j * count + k]! += ahead[at]! * value;
        sum += value;
      }
      if (i + 1 < n) back[at] = sum;
      marks[at] = ahead[at]! * back[at]!;
    }
  }
  return { total, marks, pairs };
}
