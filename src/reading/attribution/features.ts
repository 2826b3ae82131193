/**
 * What the learned models look at. A feature is a hashed row of a table of weights; templates are numbered, so that
 * the same value seen by two templates falls on two rows. Nothing here knows a word of any language.
 */
import type { TokenIndex } from '../../language/doc.ts';
import { CLOSING, type Columns, OPENING, OUTSIDE } from './columns.ts';

/** The rows that one decision looks up, gathered in place. */
export class Rows {
  readonly at = new Int32Array(256);
  length = 0;
  readonly #mask: number;

  /** Of a table of `size` rows, a power of two. */
  constructor(size: number) {
    this.#mask = size - 1;
  }
  add(template: number, a: number, b = 0, c = 0): void {
    let hash = Math.imul(template + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ a, 0x85ebca6b);
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
    hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f);
    this.at[this.length++] = (hash ^ (hash >>> 16)) & this.#mask;
  }
}

/** 0 1 2 3 4 5-6 7-9 10-14 15-24 25- as 0..9. */
function bucket(distance: number): number {
  if (distance < 5) return distance;
  if (distance < 7) return 5;
  if (distance < 10) return 6;
  if (distance < 15) return 7;
  return distance < 25 ? 8 : 9;
}

const few = (count: number, most: number): number => (count > most ? most : count);

/** Is this token the head of a cue? */
export function cueRows(columns: Columns, i: TokenIndex, rows: Rows): void {
  rows.length = 0;
  const { doc, layout, word, lemma, tag, suffix, stem, shape, quote, isVerb, isNoun } = columns;
  const s = doc.sentenceOf(i);
  const { from, to } = doc.sentence(s);
  // a token outside the sentence is 1 before it, 2 after it
  const before1 = i > from;
  const before2 = i - 1 > from;
  const after1 = i + 1 < to;
  const after2 = i + 2 < to;
  const w_1 = before1 ? word[i - 1]! : 1;
  const w_2 = before2 ? word[i - 2]! : 1;
  const w1 = after1 ? word[i + 1]! : 2;
  const w2 = after2 ? word[i + 2]! : 2;
  const t_1 = before1 ? tag[i - 1]! : 1;
  const t_2 = before2 ? tag[i - 2]! : 1;
  const t1 = after1 ? tag[i + 1]! : 2;
  const t2 = after2 ? tag[i + 2]! : 2;
  const t3 = i + 3 < to ? tag[i + 3]! : 2;
  const l_1 = before1 ? lemma[i - 1]! : 1;
  const l1 = after1 ? lemma[i + 1]! : 2;
  const l0 = lemma[i]!;
  const t0 = tag[i]!;
  let n = 0;
  rows.add(n++, 0);
  rows.add(n++, word[i]!);
  rows.add(n++, l0);
  rows.add(n++, t0);
  rows.add(n++, l0, t0);
  rows.add(n++, suffix[i]!, t0);
  rows.add(n++, stem[i]!);
  rows.add(n++, shape[i]!, t0);
  rows.add(n++, w_1);
  rows.add(n++, w1);
  rows.add(n++, l_1, t0);
  rows.add(n++, l1, t0);
  rows.add(n++, w_2);
  rows.add(n++, w2);
  rows.add(n++, t_1, t0);
  rows.add(n++, t0, t1);
  rows.add(n++, t_1, t0, t1);
  rows.add(n++, t1, t2, t0);
  rows.add(n++, t_2, t_1, t0);
  rows.add(n++, t1, t2, t3);
  rows.add(n++, l0, w1);
  rows.add(n++, l0, w_1);
  rows.add(n++, l0, t1);
  rows.add(n++, l0, t_1);
  rows.add(n++, l0, w1, w2);
  rows.add(n++, l0, t1, t2);
  rows.add(n++, l_1, l0, l1);
  rows.add(n++, l0, t_2, t_1);
  rows.add(n++, stem[i]!, t0, t1);
  // quotation marks
  const inside = quote[i] === OUTSIDE ? 0 : 1;
  let before = 0;
  for (let k = 1; k <= 8 && i - k >= from; k++) {
    if (quote[i - k] === CLOSING) {
      before = k <= 2 ? 1 : k <= 4 ? 2 : 3;
      break;
    }
  }
  let after = 0;
  for (let k = 1; k <= 8 && i + k < to; k++) {
    if (quote[i + k] === OPENING) {
      after = k <= 1 ? 1 : k <= 3 ? 2 : 3;
      break;
    }
  }
  const marks = inside * 16 + before * 4 + after;
  rows.add(n++, marks);
  rows.add(n++, marks, l0);
  rows.add(n++, marks, t0);
  rows.add(n++, marks, t_1, t0);
  const whole = inside ? layout.quotations[layout.quotationOf[i]! - 1]! : null;
  rows.add(n++, inside, whole ? bucket(i - whole.from) : 10, whole ? bucket(whole.to - i) : 10);
  rows.add(n++, (before1 ? quote[i - 1]! : 4) * 8 + (after1 ? quote[i + 1]! : 4), t0);
  // what may be its subject: the nearest noun before it with no verb between
  let left = i - 1;
  while (left >= from && !isVerb[left] && !isNoun[left]) left--;
  const leftNoun = left >= from && isNoun[left] ? left : -1;
  const noun = leftNoun < 0 ? 0 : lemma[leftNoun]!;
  const nounTag = leftNoun < 0 ? 0 : tag[leftNoun]!;
  const nounGap = leftNoun < 0 ? 0 : few(i - leftNoun, 5);
  rows.add(n++, noun, t0);
  rows.add(n++, nounTag, nounGap, t0);
  rows.add(n++, nounTag, l0);
  rows.add(n++, nounTag, marks, t0);
  rows.add(n++, noun, l0);
  rows.add(n++, leftNoun < 0 ? 0 : shape[leftNoun]!, l0);
  rows.add(n++, leftNoun < 0 ? 0 : suffix[leftNoun]!, t0);
  rows.add(n++, leftNoun < from + 1 ? 1 : tag[leftNoun - 1]!, nounTag, t0);
  // the verbs around it
  let verb = i - 1;
  while (verb >= from && !isVerb[verb]) verb--;
  const comma = verb >= from ? few(columns.commasBefore[i]! - columns.commasBefore[verb]!, 2) : 3;
  const that = verb >= from ? few(columns.thatsBefore[i]! - columns.thatsBefore[verb]!, 1) : 2;
  const verbLemma = verb < from ? 0 : lemma[verb]!;
  rows.add(n++, verbLemma, comma, that);
  rows.add(n++, verbLemma, t0, that);
  rows.add(n++, verbLemma, l0);
  rows.add(n++, verbLemma, nounTag, comma * 4 + that);
  rows.add(n++, verb < from ? 0 : tag[verb]!, t0, verb < from ? 0 : bucket(i - verb));
  let first = from;
  while (first < i && !isVerb[first]) first++;
  rows.add(
    n++,
    first < i ? lemma[first]! : 0,
    t0,
    few(columns.commasBefore[i]! - columns.commasBefore[first]!, 2),
  );
  let next = i + 1;
  while (next < to && !isVerb[next]) next++;
  rows.add(n++, next >= to ? 0 : lemma[next]!, t0);
  rows.add(n++, next >= to ? 0 : tag[next]!, next >= to ? 0 : bucket(next - i), t0);
  rows.add(
    n++,
    next >= to ? 0 : tag[next]!,
    next >= to ? 0 : few(columns.thatsBefore[next]! - columns.thatsBefore[i]!, 1),
    l0,
  );
  const verbsLeft = few(columns.verbsBefore[i]! - columns.verbsBefore[from]!, 4);
  const verbsRight = few(columns.verbsBefore[to]! - columns.verbsBefore[i + 1]!, 4);
  rows.add(n++, verbsLeft, l0);
  rows.add(n++, verbsLeft, verbsRight, t0);
  rows.add(n++, verbsRight, l0);
  // the nearest noun after it
  let right = i + 1;
  while (right < to && !isVerb[right] && !isNoun[right]) right++;
  const rightNoun = right < to && isNoun[right] ? right : -1;
  rows.add(n++, rightNoun < 0 ? 0 : lemma[rightNoun]!, l0);
  rows.add(n++, rightNoun < 0 ? 0 : lemma[rightNoun]!, t0);
  rows.add(n++, rightNoun < 0 ? 0 : suffix[rightNoun]!, l0);
  rows.add(n++, rightNoun < 0 ? 0 : tag[rightNoun]!, rightNoun < 0 ? 0 : few(rightNoun - i, 5), t0);
  // the sentence and the paragraph
  const p = layout.paragraphOf[i]!;
  const quoted = layout.quotationOf[to - 1] ? 1 : 0;
  rows.add(n++, word[from]!, few(i - from, 6), t0);
  rows.add(n++, bucket(i - from), bucket(to - 1 - i), t0);
  rows.add(n++, few(s, 3), t0, quoted);
  rows.add(n++, few(s, 2), l0);
  rows.add(n++, word[to - 1]!, inside, t0);
  rows.add(
    n++,
    few(columns.commasBefore[i]! - columns.commasBefore[from]!, 3),
    few(columns.commasBefore[to]! - columns.commasBefore[i]!, 3),
    t0,
  );
  rows.add(n++, few(columns.thatsBefore[to]! - columns.thatsBefore[i]!, 2), l0);
  rows.add(n++, quote[layout.paragraphStarts[p]!]!, quote[layout.paragraphStarts[p + 1]! - 1]!, t0);
  rows.add(n++, from > layout.paragraphStarts[p]! ? quote[from - 1]! : 4, quote[from]!, l0);
}

/** Everything about one cue that its paragraph is read by. */
export interface CueContext {
  readonly head: TokenIndex;
  readonly sentence: number;
  /** The quotation that the head stands in, or the nearest ones around it: 1 + number, 0 for none. */
  readonly lemma: number;
  readonly tag: number;
  readonly kind: number;
}

export const LABELS = 4;
/** Labels of the tokens around one cue. */
export const OTHER = 0;
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;

/** Where a token stands to the cue, put into a few numbers that many templates share. */
function place(columns: Columns, head: TokenIndex, i: TokenIndex) {
  const { doc } = columns;
  const low = i < head ? i : head;
  const high = i < head ? head : i;
  const side = i < head ? 0 : i > head ? 1 : 2;
  const sentences = doc.sentenceOf(high) - doc.sentenceOf(low);
  const commas = few(columns.commasBefore[high]! - columns.commasBefore[low]!, 3);
  const verbs = few(columns.verbsBefore[high]! - columns.verbsBefore[low + 1]!, 3);
  const nouns = few(columns.nounsBefore[high]! - columns.nounsBefore[low + 1]!, 3);
  return { side: side * 4 + few(sentences, 3), distance: bucket(high - low), commas, verbs, nouns };
}

/** Rows for the label of token `i`, given the cue. */
export function emissionRows(
  columns: Columns,
  head: TokenIndex,
  i: TokenIndex,
  first: TokenIndex,
  last: TokenIndex,
  rows: Rows,
): void {
  rows.length = 0;
  const { word, lemma, tag, quote, shape, layout } = columns;
  const { side, distance, commas, verbs, nouns } = place(columns, head, i);
  const w = (k: number): number => (i + k < first ? 1 : i + k >= last ? 2 : word[i + k]!);
  const t = (k: number): number => (i + k < first ? 1 : i + k >= last ? 2 : tag[i + k]!);
  const cue = lemma[head]!;
  const cueTag = tag[head]!;
  const afterCue = head + 1 < last ? word[head + 1]! : 2;
  const afterCueTag = head + 1 < last ? tag[head + 1]! : 2;
  const beforeCue = head - 1 >= first ? word[head - 1]! : 1;
  const beforeCueTag = head - 1 >= first ? tag[head - 1]! : 1;
  const q0 = quote[i]!;
  const between = relationOfQuotes(layout.quotationOf[i]!, layout.quotationOf[head]!);
  const region = commas * 4 + verbs;
  let n = 200;
  rows.add(n++, side);
  rows.add(n++, side, distance);
  rows.add(n++, word[i]!, side);
  rows.add(n++, lemma[i]!, side, few(distance, 4));
  rows.add(n++, tag[i]!, side, distance);
  rows.add(n++, tag[i]!, side, region);
  rows.add(n++, shape[i]!, side, distance);
  rows.add(n++, t(-1), tag[i]!, side);
  rows.add(n++, tag[i]!, t(1), side);
  rows.add(n++, t(-1), tag[i]!, t(1));
  rows.add(n++, w(-1), side);
  rows.add(n++, w(1), side);
  rows.add(n++, w(-1), word[i]!, side);
  rows.add(n++, word[i]!, w(1), side);
  rows.add(n++, cue, side, distance);
  rows.add(n++, cue, side, region);
  rows.add(n++, cue, word[i]!, side);
  rows.add(n++, cue, tag[i]!, side * 4 + few(verbs, 3));
  rows.add(n++, cueTag, side, distance * 4 + few(verbs, 3));
  rows.add(n++, cueTag, tag[i]!, side * 16 + region);
  rows.add(n++, cueTag, tag[i]!, side * 4 + few(nouns, 3));
  rows.add(n++, afterCue, side, distance);
  rows.add(n++, afterCue, side, region);
  rows.add(n++, afterCue, cue, side);
  rows.add(n++, afterCueTag, side, region * 4 + few(nouns, 3));
  rows.add(n++, afterCueTag, tag[i]!, side * 16 + distance);
  rows.add(n++, beforeCue, side, distance);
  rows.add(n++, beforeCueTag, side, region * 4 + few(nouns, 3));
  rows.add(n++, beforeCueTag, tag[i]!, side * 16 + distance);
  rows.add(n++, beforeCueTag, afterCueTag, side * 16 + region);
  rows.add(n++, q0 * 8 + between, side);
  rows.add(n++, q0 * 8 + between, side, distance);
  rows.add(n++, q0 * 8 + between, side, region);
  rows.add(n++, q0 * 8 + between, cue, side);
  rows.add(n++, q0 * 8 + between, cueTag, side * 4 + few(commas, 3));
  rows.add(n++, between, tag[i]!, side);
  rows.add(n++, nouns * 16 + region, side, cueTag);
  rows.add(n++, nouns * 16 + region, side, tag[i]!);
  // the tags between, where they are few
  const gap = i < head ? head - i : i - head;
  let path = 0;
  if (gap <= 6) {
    const step = i < head ? 1 : -1;
    for (let k = i + step; k !== head && gap > 0; k += step) path = Math.imul(path ^ tag[k]!, 0x01000193);
    rows.add(n, side, path, tag[i]!);
    rows.add(n + 1, side, path, cue);
  }
}

/** 0 neither quoted; 1 only the cue; 2 only the token; 3 both in one; 4 in two. */
function relationOfQuotes(token: number, cue: number): number {
  if (token === 0) return cue === 0 ? 0 : 1;
  if (cue === 0) return 2;
  return token === cue ? 3 : 4;
}

/** Rows for the step from the label of token `i - 1` to that of `i`, given the cue: where spans begin and end. */
export function transitionRows(
  columns: Columns,
  head: TokenIndex,
  i: TokenIndex,
  first: TokenIndex,
  last: TokenIndex,
  rows: Rows,
): void {
  rows.length = 0;
  const { word, tag, quote, lemma, doc } = columns;
  const { side, distance, commas, verbs } = place(columns, head, i);
  const w = (k: number): number => (i + k < first ? 1 : i + k >= last ? 2 : word[i + k]!);
  const t = (k: number): number => (i + k < first ? 1 : i + k >= last ? 2 : tag[i + k]!);
  const begins = doc.sentenceStarts[doc.sentenceOf(i)] === i ? 1 : 0;
  const q = quote[i - 1]! * 4 + quote[i]!;
  const cue = lemma[head]!;
  const cueTag = tag[head]!;
  let n = 300;
  rows.add(n++, 0);
  rows.add(n++, side, distance);
  rows.add(n++, w(0), side);
  rows.add(n++, w(-1), side);
  rows.add(n++, w(-1), w(0));
  rows.add(n++, t(0), side, distance);
  rows.add(n++, t(-1), side, distance);
  rows.add(n++, t(-1), t(0), side);
  rows.add(n++, t(-1), t(0), t(1));
  rows.add(n++, t(-2), t(-1), t(0));
  rows.add(n++, t(0), t(1), side * 4 + verbs);
  rows.add(n++, w(0), w(1), side);
  rows.add(n++, q, side, begins);
  rows.add(n++, q, t(-1), t(0));
  rows.add(n++, begins, side, t(0));
  rows.add(n++, begins, side, w(-1));
  rows.add(n++, cue, side, distance);
  rows.add(n++, cue, w(0), few(distance, 3));
  rows.add(n++, cueTag, t(0), side * 16 + distance);
  rows.add(n++, cueTag, t(-1), side * 16 + commas * 4 + verbs);
  rows.add(n++, w(-1), side, commas * 4 + verbs);
}
