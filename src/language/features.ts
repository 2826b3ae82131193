/**
 * What the networks see of a token: hashes of the word, its beginnings and endings, its shape, and how it stands in the
 * sentence. Letters are folded to lower case and digits to 0, so "Velda" and "VELDA" differ in shape alone.
 */
import type { LexiconIndex } from './lexicon.ts';
import { isDigit } from './tokenize.ts';

/** Hashes for one token. The order is fixed; a hash of 0 stands for "no such feature" (a word of two letters has no ending of three). */
export const FEATURES = [
  'word',
  'start1',
  'start2',
  'start3',
  'start4',
  'end1',
  'end2',
  'end3',
  'end4',
  'end5',
  'shape',
  'setting',
  'class',
  'sense',
  'list',
] as const; // prettier-ignore
export const FEATURE_COUNT = FEATURES.length;
const SHAPE = FEATURES.indexOf('shape');
const SETTING = FEATURES.indexOf('setting');
const CLASS = FEATURES.indexOf('class');

/** How a sentence is written, which says what a capital letter is worth in it. */
export const STYLE = { plain: 0, upper: 1, title: 2, lower: 3 } as const;

/** Columns of the tokens that features are taken from. */
export interface Tokens {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Writes the FEATURE_COUNT hashes of each token `from`..`to` into `out`, from its beginning. */
export function sentenceFeatures(
  tokens: Tokens,
  from: number,
  to: number,
  out: Int32Array,
  lexicon: LexiconIndex | null,
): void {
  const style = styleOf(tokens.text, tokens.starts, tokens.ends, from, to);
  for (let i = from; i < to; i++) {
    const setting = settingOf(tokens, i, from, to, style);
    tokenFeatures(tokens, i, setting, out, (i - from) * FEATURE_COUNT, lexicon);
  }
}

/**
 * How token `i` stands in the sentence `from`..`to`, as a number below 96: with its letters, all that its features are
 * made of.
 */
export function settingOf(
  { text, starts, ends }: Tokens,
  i: number,
  from: number,
  to: number,
  style: number,
): number {
  const isFirst =
    i === from ||
    (i === from + 1 && ends[from]! - starts[from]! === 1 && !isLetterLike(text.charCodeAt(starts[from]!)));
  const gluedLeft = i > 0 && ends[i - 1] === starts[i] ? 1 : 0;
  const gluedRight = i + 1 < starts.length && starts[i + 1] === ends[i] ? 1 : 0;
  const place = i === from ? 1 : i + 1 === to ? 2 : 0;
  return 2 * (gluedLeft + 2 * gluedRight + 4 * place + 12 * style) + (isFirst ? 1 : 0);
}

/** Writes the hashes of token `i`, in its setting, into `out` from `at` on. */
export function tokenFeatures(
  { text, starts, ends }: Tokens,
  i: number,
  setting: number,
  out: Int32Array,
  at: number,
  lexicon: LexiconIndex | null,
): void {
  wordFeatures(text, starts[i]!, ends[i]!, out, at);
  lexiconFeatures(lexicon, out, at);
  const isFirst = setting & 1;
  const glueAndPlace = setting >> 1;
  const style = Math.trunc(glueAndPlace / 12);
  out[at + SHAPE] = hashed(Math.imul(out[at + SHAPE]!, 31) + style * 2 + isFirst + 977);
  out[at + SETTING] = hashed(7919 + glueAndPlace);
}

/** What the lexicon says of the word. */
function lexiconFeatures(lexicon: LexiconIndex | null, out: Int32Array, at: number): void {
  const place = lexicon === null ? -1 : lexicon.find(out[at]!);
  if (lexicon === null || place < 0) {
    out[at + CLASS] = lexicon === null ? 0 : hashed(UNKNOWN_WORD);
    out[at + CLASS + 1] = out[at + CLASS + 2] = 0;
    return;
  }
  const { classes, senses, names } = lexicon.lexicon;
  out[at + CLASS] = hashed(0x51ed270b + classes[place]!);
  out[at + CLASS + 1] = senses[place] === 0 ? 0 : hashed(0x6d2b79f5 + senses[place]!);
  out[at + CLASS + 2] = names[place] === 0 ? 0 : hashed(0x3c6ef372 + names[place]!);
}
const UNKNOWN_WORD = 0x510e527f;

/** The hash by which a word is looked up. */
export function wordHash(word: string): number {
  const out = new Int32Array(FEATURE_COUNT);
  wordFeatures(word, 0, word.length, out, 0);
  return out[0]!;
}

/** How a sentence is written. Words of one letter say nothing. */
export function styleOf(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  from: number,
  to: number,
): number {
  let upper = 0;
  let title = 0;
  let lower = 0;
  for (let i = from; i < to; i++) {
    if (ends[i]! - starts[i]! < 2) continue;
    const first = caseOf(text.charCodeAt(starts[i]!));
    const second = caseOf(text.charCodeAt(starts[i]! + 1));
    if (first === 2 && second === 2) upper++;
    else if (first === 2) title++;
    else if (first === 1) lower++;
  }
  const words = upper + title + lower;
  if (words < 3) return words > 0 && upper === words ? STYLE.upper : STYLE.plain;
  if (upper >= 0.7 * words) return STYLE.upper;
  if (title + upper >= 0.7 * words) return STYLE.title;
  return lower === words && caseOf(text.charCodeAt(starts[from]!)) !== 2 ? STYLE.lower : STYLE.plain;
}

/** 2 upper case, 1 lower case, 0 neither. */
function caseOf(code: number): 0 | 1 | 2 {
  if (code < 0x80) {
    if (code >= 0x41 && code <= 0x5a) return 2;
    return code >= 0x61 && code <= 0x7a ? 1 : 0;
  }
  const letter = String.fromCharCode(code);
  const small = letter.toLowerCase();
  if (small !== letter) return 2;
  return letter.toUpperCase() !== letter ? 1 : 0;
}

function isLetterLike(code: number): boolean {
  return isDigit(code) || caseOf(code) !== 0 || code > 0x2ff;
}

/** Longest stretch of a word that is looked at, from either end. */
const LONGEST = 48;
const folded = new Uint16Array(LONGEST);

function wordFeatures(text: string, start: number, end: number, out: Int32Array, at: number): void {
  const length = Math.min(end - start, LONGEST);
  let word = 0x811c9dc5;
  let shape = 0x9747b28c;
  let lastKind = 0;
  let run = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(start + i);
    let small = code;
    let kind = code;
    if (code >= 0x61 && code <= 0x7a) kind = 1;
    else if (code >= 0x41 && code <= 0x5a) {
      small = code | 0x20;
      kind = 2;
    } else if (isDigit(code)) {
      small = 0x30;
      kind = 3;
    } else if (code === 0x2019 || code === 0x2bc) small = kind = 0x27;
    else if (code === 0x201c || code === 0x201d) small = kind = 0x22;
    else if (code >= 0x80) {
      kind = caseOf(code) === 2 ? 2 : caseOf(code) === 1 ? 1 : code;
      if (kind === 2) small = String.fromCharCode(code).toLowerCase().charCodeAt(0);
    }
    folded[i] = small;
    word = Math.imul(word ^ small, 0x01000193);
    if (kind === lastKind) run++;
    else run = 1;
    lastKind = kind;
    if (run <= (kind === 3 ? 4 : kind <= 2 ? 2 : 3)) shape = Math.imul(shape ^ kind, 0x01000193);
  }
  out[at] = hashed(word ^ 0x5bd1e995);
  let forward = 0x811c9dc5;
  for (let i = 0; i < 4; i++) {
    if (i < length) forward = Math.imul(forward ^ folded[i]!, 0x01000193);
    out[at + 1 + i] = i < length ? hashed(forward ^ (0x1b873593 + i)) : 0;
  }
  let backward = 0x811c9dc5;
  for (let i = 0; i < 5; i++) {
    if (i < length) backward = Math.imul(backward ^ folded[length - 1 - i]!, 0x01000193);
    out[at + 5 + i] = i < length ? hashed(backward ^ (0x2c1b3c6d + i)) : 0;
  }
  out[at + SHAPE] = shape;
}

/** A hash of a string, by its code units (FNV-1a). */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Mixes the bits, and never gives 0. */
function hashed(value: number): number {
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  value ^= value >>> 16;
  return value === 0 ? 1 : value;
}
