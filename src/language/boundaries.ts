/**
 * Does a sentence end between two tokens of a line? A linear model over the words and shapes on both sides. Learned by
 * `training/train-boundaries.ts`; read here. Whole numbers throughout, so the answer is the same everywhere.
 */
import { hashOf, STYLE, styleOf } from './features.ts';
import { isDigit, isLetter, straight, type TokenOffsets } from './tokenize.ts';

/** What the model is told of words, in lower case without their stop. */
export interface BoundaryWords {
  /** Abbreviations that are followed by a name or a figure: "gen", "no". */
  readonly titles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  /** Words that often begin a sentence: "the", "he". */
  readonly starters: ReadonlySet<string>;
}

/** The model's weights, one a hash; as many as a power of two. */
export type BoundaryWeights = Int16Array;

export const BOUNDARY_FEATURES = 20;

/** Sees a text's tokens, and gives for each gap the hashes that speak for or against a sentence's end in it. */
export class BoundaryReader {
  readonly #text: string;
  readonly #tokens: TokenOffsets;
  readonly #words: BoundaryWords;
  readonly #size: number;
  /** Of the current sentence: its first token, and what stands open. */
  #first = 0;
  #quotes = 0;
  #brackets = 0;
  #seen = 0;
  #style: number = STYLE.plain;
  #styleTo = 0;
  readonly features = new Int32Array(BOUNDARY_FEATURES);

  constructor(text: string, tokens: TokenOffsets, words: BoundaryWords, size: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.#words = words;
    this.#size = size;
  }

  /** Says that a sentence begins at this token. */
  begin(token: number): void {
    this.#first = token;
    this.#seen = token;
    this.#quotes = 0;
    this.#brackets = 0;
  }

  /** Whether the gap after token `i` is worth a question: no sentence ends between two words in small letters, inside a date, or on the dash of a date line. */
  isCandidate(i: number): boolean {
    const { starts, ends, count } = this.#tokens;
    if (i + 1 >= count) return false;
    const last = this.#text.charCodeAt(ends[i]! - 1);
    const next = this.#text.charCodeAt(starts[i + 1]!);
    if (isDash(last) && this.#endsDateline(i)) return false;
    // "On October 7th", "on October 11 2023": a date is not parted.
    if (isLetter(last) && isDigit(next) && this.#isOrdinalOrDate(i + 1)) return false;
    if (isSmall(next)) return !isLetter(last) && !isDigit(last) && last !== 0x2c && last !== 0x2d;
    return true;
  }

  /** A figure with letters to it, or before another figure. */
  #isOrdinalOrDate(token: number): boolean {
    const { starts, ends, count } = this.#tokens;
    if (isLetter(this.#text.charCodeAt(ends[token]! - 1))) return true;
    return (
      token + 1 < count &&
      ends[token]! - starts[token]! <= 2 &&
      isDigit(this.#text.charCodeAt(starts[token + 1]!))
    );
  }

  /** Fills `features` for the gap after token `i`: places in the weights. */
  read(i: number): void {
    const { starts, ends, count } = this.#tokens;
    for (; this.#seen <= i; this.#seen++) this.#note(this.#text.charCodeAt(starts[this.#seen]!));
    const form = (k: number): string =>
      k < 0 || k >= count ? '' : straight(this.#text.slice(starts[k]!, Math.min(ends[k]!, starts[k]! + 24)));
    const kind = (k: number): number => (k < 0 || k >= count ? 0 : kindOf(this.#text, starts[k]!, ends[k]!));
    const [before, previous, next, after] = [form(i - 1), form(i), form(i + 1), form(i + 2)];
    const [kb, kp, kn, ka] = [kind(i - 1), kind(i), kind(i + 1), kind(i + 2)];
    const space = starts[i + 1]! > ends[i]! ? 1 : 0;
    const stem = previous.endsWith('.') ? previous.slice(0, -1) : '';
    const short =
      stem === '' ? 0 : this.#words.titles.has(stem) ? 1 : this.#words.abbreviations.has(stem) ? 2 : 3;
    const starts1 = this.#words.starters.has(next) ? 1 : 0;
    const since = bucket(i + 1 - this.#first);
    const style = this.#styleAt(i);
    const state = (this.#quotes & 1) + 2 * Math.min(1, Math.max(0, this.#brackets));
    const pair = kp * 64 + kn;
    const [b, p, n, a] = [hashOf(before), hashOf(previous), hashOf(next), hashOf(after)];
    const set = (k: number, x: number, y: number): void => {
      this.features[k] = mixed(x, y, k) & (this.#size - 1);
    };
    set(0, p, space);
    set(1, n, kp);
    set(2, p, n);
    set(3, pair, space);
    set(4, pair, kb);
    set(5, pair, ka);
    set(6, p, kn);
    set(7, n, pair);
    set(8, p, b);
    set(9, pair, short * 2 + starts1);
    set(10, pair, since);
    set(11, pair, state + 4 * style);
    set(12, pair, Math.min(6, ends[i]! - starts[i]!));
    set(13, a, kp * 2 + space);
    set(14, b, pair);
    set(15, kp, style * 8 + starts1);
    set(16, kb * 64 + ka, pair);
    set(17, since, state);
    set(18, n, a);
    set(19, pair * 2 + space, style * 4 + short);
  }

  /** How the words around token `i` are written, asked anew every sixteen tokens. A headline ends where its line does. */
  #styleAt(i: number): number {
    const { starts, ends, count } = this.#tokens;
    if (i >= this.#styleTo) {
      this.#styleTo = i + 16;
      let from = i;
      while (from > 0 && i - from < 8 && starts[from]! - ends[from - 1]! < 2 && !this.#breaksAfter(from - 1))
        from--;
      let to = i + 1;
      while (to < count && to - i < 16 && !this.#breaksAfter(to - 1)) to++;
      this.#styleTo = Math.min(this.#styleTo, to);
      this.#style = styleOf(this.#text, starts, ends, from, to);
    }
    return this.#style;
  }

  #breaksAfter(i: number): boolean {
    const { starts, ends } = this.#tokens;
    for (let at = ends[i]!; at < starts[i + 1]!; at++) if (this.#text.charCodeAt(at) === 0x0a) return true;
    return false;
  }

  /** "VELDA, March 3 (Oren News) —": a dash early in a line, after a bracket, a figure or capitals. */
  #endsDateline(i: number): boolean {
    const { starts, ends } = this.#tokens;
    if (i - this.#first > 14 || i === this.#first) return false;
    if (this.#first > 0 && !this.#text.slice(ends[this.#first - 1]!, starts[this.#first]!).includes('\n'))
      return false;
    const before = kindOf(this.#text, starts[i - 1]!, ends[i - 1]!);
    return before === 3 || before === 5 || this.#text[ends[i - 1]! - 1] === ')';
  }

  #note(code: number): void {
    if (code === 0x22 || code === 0x201c || code === 0x201d) this.#quotes++;
    else if (code === 0x28 || code === 0x5b) this.#brackets++;
    else if (code === 0x29 || code === 0x5d) this.#brackets--;
  }
}

/** Whether the weights speak for a sentence's end. */
export function isBoundary(features: Int32Array, weights: BoundaryWeights): boolean {
  let sum = 0;
  for (let k = 0; k < BOUNDARY_FEATURES; k++) sum += weights[features[k]!]!;
  return sum > 0;
}

function isDash(code: number): boolean {
  return code === 0x2d || code === 0x2013 || code === 0x2014;
}

function isSmall(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  const letter = String.fromCharCode(code);
  return letter.toUpperCase() !== letter;
}

/** What a token looks like: small 1, Capital 2, CAPITALS 3, one capital 4, figures 5, ends in a stop 6-8, else its first mark. */
function kindOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (isLetter(first)) {
    const stop = text.charCodeAt(end - 1) === 0x2e;
    if (isSmall(first)) return stop ? 6 : 1;
    if (end - start === 1) return 4;
    if (stop) return end - start === 2 ? 7 : 8;
    return isLetter(text.charCodeAt(start + 1)) && !isSmall(text.charCodeAt(start + 1)) ? 3 : 2;
  }
  if (isDigit(first)) return text.charCodeAt(end - 1) === 0x2e ? 9 : 5;
  const more = end - start > 1 ? 1 : 0;
  const at = MARKS.indexOf(text[start]!);
  return at < 0 ? 10 + more : 12 + Math.min(25, at) * 2 + more;
}
const MARKS = '.!?,:;"“”\'‘’()[]-–—*#@•…/_';

function bucket(count: number): number {
  return count <= 4 ? count : count <= 6 ? 5 : count <= 10 ? 6 : count <= 20 ? 7 : count <= 40 ? 8 : 9;
}

function mixed(x: number, y: number, k: number): number {
  let h = Math.imul(x ^ (k * 0x9e3779b1), 0x85ebca6b) ^ Math.imul(y + 0x7f4a7c15, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
