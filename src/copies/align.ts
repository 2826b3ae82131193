/**
 * Where in one report does a sentence of another stand, word by word? The stretch of about its length that has most of its
 * runs of words is found by a table of runs, and the two are aligned as a longest common subsequence.
 */
import { runsOf } from './signature.ts';
import type { Sentence } from './words.ts';

/** Words that make a run by which sentences find each other. */
export const RUN = 3;
/** A run that is so frequent in a report tells nothing of where a sentence stands. */
const MAX_PLACES = 16;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where each run of words stands in a report: chains through two arrays, for many reports are compared. */
export class Places {
  readonly #words: number;
  readonly #runs: Uint32Array;
  /** The first place in each bucket of runs, and after each place the next; -1 ends a chain. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #found: number[] = [];

  constructor(hashes: Uint32Array) {
    this.#words = hashes.length;
    this.#runs = runsOf(hashes, RUN);
    this.#heads = new Int32Array(1 << Math.ceil(Math.log2(this.#runs.length + 2))).fill(-1);
    this.#next = new Int32Array(this.#runs.length);
    for (let at = this.#runs.length - 1; at >= 0; at--) {
      const bucket = this.#runs[at]! & (this.#heads.length - 1);
      this.#next[at] = this.#heads[bucket]!;
      this.#heads[bucket] = at;
    }
  }

  /** The stretch, about as long as the sentence, that has most of its runs; null where no stretch has `least` of them. */
  windowOf(runs: Uint32Array, { from, to }: Sentence, least: number): Window | null {
    const length = to - from;
    const found = this.#found;
    found.length = 0;
    for (let at = from; at + RUN <= to; at++) this.#find(runs[at]!);
    if (found.length < least) return null;
    found.sort((x, y) => x - y);
    let best = 0;
    let first = 0;
    let most = 0;
    for (let last = 0; last < found.length; last++) {
      while (found[last]! - found[first]! > length * 1.25) first++;
      if (last - first + 1 > most) {
        most = last - first + 1;
        best = first;
      }
    }
    if (most < least) return null;
    const slack = Math.ceil(length / 4);
    const end = found[best + most - 1]! + RUN + slack;
    return { from: Math.max(0, found[best]! - slack), to: Math.min(this.#words, end) };
  }

  #find(run: number): void {
    let places = 0;
    for (let at = this.#heads[run & (this.#heads.length - 1)]!; at >= 0 && places < MAX_PLACES; ) {
      if (this.#runs[at] === run) {
        this.#found.push(at);
        places++;
      }
      at = this.#next[at]!;
    }
  }
}

/** A word of one report and its like in the other. */
export type Pair = readonly [word: number, partner: number];

/** The like words of a sentence and a window, in order: a longest common subsequence without stray words at its ends. */
export function alignSentence(x: Uint32Array, sentence: Sentence, y: Uint32Array, window: Window): Pair[] {
  const pairs = commonWords(x, sentence.from, sentence.to, y, window.from, window.to);
  let first = 0;
  while (first + 1 < pairs.length && isStray(pairs[first]!, pairs[first + 1]!)) first++;
  let last = pairs.length - 1;
  while (last > first && isStray(pairs[last]!, pairs[last - 1]!)) last--;
  const kept = pairs.slice(first, last + 1);
  // the stray "the" may have its like right beside the words that stayed
  for (let [i, j] = kept[0] ?? [0, 0]; --i >= sentence.from && --j >= window.from && x[i] === y[j]; )
    kept.unshift([i, j]);
  for (let [i, j] = kept.at(-1) ?? [0, 0]; ++i < sentence.to && ++j < window.to && x[i] === y[j]; )
    kept.push([i, j]);
  return kept;
}

const isStray = ([, partner]: Pair, [, next]: Pair): boolean => Math.abs(next - partner) > 2;

/** A longest common subsequence of words xFrom..xTo of x and yFrom..yTo of y. */
function commonWords(
  x: Uint32Array,
  xFrom: number,
  xTo: number,
  y: Uint32Array,
  yFrom: number,
  yTo: number,
): Pair[] {
  const width = yTo - yFrom + 1;
  const lengths = new Uint8Array((xTo - xFrom + 1) * width);
  for (let i = xTo - 1; i >= xFrom; i--) {
    const row = (i - xFrom) * width;
    for (let j = yTo - 1; j >= yFrom; j--) {
      const at = row + j - yFrom;
      lengths[at] =
        x[i] === y[j] ? lengths[at + width + 1]! + 1 : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let i = xFrom, j = yFrom; i < xTo && j < yTo; ) {
    const at = (i - xFrom) * width + j - yFrom;
    if (x[i] === y[j]) pairs.push([i++, j++]);
    else if (lengths[at + width]! >= lengths[at + 1]!) i++;
    else j++;
  }
  return pairs;
}
