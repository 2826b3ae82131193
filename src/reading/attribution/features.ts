/**
 * What the learned models look at. A feature is a hashed row of a table of weights; templates are numbered, so that
 * the same value seen by two templates falls on two rows. Nothing here knows a word of any language.
 */
import type { TokenIndex, TokenRange } from '../../language/doc.ts';
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

export const LABELS = 4;
/** Labels of the tokens around one cue. */
export const OTHER = 0;
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;

/**
 * A token of the window of one cue, and where it stands to the cue: what the templates of both kinds of row share, worked
 * out once for each token. One object is moved along the window.
 */
export class Site {
  columns!: Columns;
  /** The cue's head and the window. */
  head: TokenIndex = 0;
  first: TokenIndex = 0;
  last: TokenIndex = 0;
  #cue = 0;
  #cueTag = 0;
  #afterCue = 0;
  #afterCueTag = 0;
  #beforeCue = 0;
  #beforeCueTag = 0;

  token: TokenIndex = 0;
  /** Before, after or at the head, and how many sentences away. */
  #side = 0;
  #distance = 0;
  #commas = 0;
  #verbs = 0;
  #nouns = 0;
  #w_1 = 0;
  #w1 = 0;
  #t_1 = 0;
  #t1 = 0;

  /** Turns to another cue. */
  turnTo(columns: Columns, head: TokenIndex, first: TokenIndex, last: TokenIndex): void {
    const { word, tag, lemma } = columns;
    this.columns = columns;
    this.head = head;
    this.first = first;
    this.last = last;
    this.#cue = lemma[head]!;
    this.#cueTag = tag[head]!;
    this.#afterCue = head + 1 < last ? word[head + 1]! : 2;
    this.#afterCueTag = head + 1 < last ? tag[head + 1]! : 2;
    this.#beforeCue = head - 1 >= first ? word[head - 1]! : 1;
    this.#beforeCueTag = head - 1 >= first ? tag[head - 1]! : 1;
  }

  /** Moves to a token of the window. */
  moveTo(token: TokenIndex): void {
    const { doc, word, tag, commasBefore, verbsBefore, nounsBefore } = this.columns;
    const { head, first, last } = this;
    const low = token < head ? token : head;
    const high = token < head ? head : token;
    const side = token < head ? 0 : token > head ? 1 : 2;
    this.token = token;
    this.#side = side * 4 + few(doc.sentenceOf(high) - doc.sentenceOf(low), 3);
    this.#distance = bucket(high - low);
    this.#commas = few(commasBefore[high]! - commasBefore[low]!, 3);
    this.#verbs = few(verbsBefore[high]! - verbsBefore[low + 1]!, 3);
    this.#nouns = few(nounsBefore[high]! - nounsBefore[low + 1]!, 3);
    this.#w_1 = token - 1 < first ? 1 : word[token - 1]!;
    this.#w1 = token + 1 >= last ? 2 : word[token + 1]!;
    this.#t_1 = token - 1 < first ? 1 : tag[token - 1]!;
    this.#t1 = token + 1 >= last ? 2 : tag[token + 1]!;
  }

  /** Rows for the label of the token. */
  emissionRows(rows: Rows): void {
    rows.length = 0;
    const { word, lemma, tag, quote, shape, layout, segment } = this.columns;
    const i = this.token;
    const { head } = this;
    const side = this.#side;
    const distance = this.#distance;
    const verbs = this.#verbs;
    const nouns = this.#nouns;
    const cue = this.#cue;
    const cueTag = this.#cueTag;
    const w0 = word[i]!;
    const t0 = tag[i]!;
    const t_1 = this.#t_1;
    const t1 = this.#t1;
    const opening = segment[i]!;
    const marks = quote[i]! * 8 + relationOfQuotes(layout.quotationOf[i]!, layout.quotationOf[head]!);
    const between = marks & 7;
    const region = this.#commas * 4 + verbs;
    rows.add(200, side);
    rows.add(201, side, distance);
    rows.add(202, w0, side);
    rows.add(203, lemma[i]!, side, few(distance, 4));
    rows.add(204, t0, side, distance);
    rows.add(205, t0, side, region);
    rows.add(206, shape[i]!, side, distance);
    rows.add(207, t_1, t0, side);
    rows.add(208, t0, t1, side);
    rows.add(209, t_1, t0, t1);
    rows.add(210, this.#w_1, side);
    rows.add(211, this.#w1, side);
    rows.add(212, this.#w_1, w0, side);
    rows.add(213, w0, this.#w1, side);
    rows.add(214, cue, side, distance);
    rows.add(215, cue, side, region);
    rows.add(216, cue, w0, side);
    rows.add(217, cue, t0, side * 4 + verbs);
    rows.add(218, cueTag, side, distance * 4 + verbs);
    rows.add(219, cueTag, t0, side * 16 + region);
    rows.add(220, cueTag, t0, side * 4 + nouns);
    rows.add(221, this.#afterCue, side, distance);
    rows.add(222, this.#afterCue, side, region);
    rows.add(223, this.#afterCue, cue, side);
    rows.add(224, this.#afterCueTag, side, region * 4 + nouns);
    rows.add(225, this.#afterCueTag, t0, side * 16 + distance);
    rows.add(226, this.#beforeCue, side, distance);
    rows.add(227, this.#beforeCueTag, side, region * 4 + nouns);
    rows.add(228, this.#beforeCueTag, t0, side * 16 + distance);
    rows.add(229, this.#beforeCueTag, this.#afterCueTag, side * 16 + region);
    rows.add(230, marks, side);
    rows.add(231, marks, side, distance);
    rows.add(232, marks, side, region);
    rows.add(233, marks, cue, side);
    rows.add(234, marks, cueTag, side * 4 + this.#commas);
    rows.add(235, between, t0, side);
    rows.add(236, nouns * 16 + region, side, cueTag);
    rows.add(237, nouns * 16 + region, side, t0);
    // the first words of the stretch between commas that the token stands in
    rows.add(238, word[opening]!, side, this.#commas);
    rows.add(239, tag[opening]!, opening + 1 < this.last ? tag[opening + 1]! : 2, side * 4 + this.#commas);
    rows.add(240, word[opening]!, cue, side);
    rows.add(241, opening > head ? 1 : 0, tag[opening]!, side * 16 + region);
    // the tags between, where they are few
    const gap = i < head ? head - i : i - head;
    if (gap === 0 || gap > 6) return;
    let path = 0;
    const step = i < head ? 1 : -1;
    for (let k = i + step; k !== head; k += step) path = Math.imul(path ^ tag[k]!, 0x01000193);
    rows.add(242, side, path, t0);
    rows.add(243, side, path, cue);
  }

  /** Rows for the step from the label of the token before to that of this one: where spans begin and end. */
  transitionRows(rows: Rows): void {
    rows.length = 0;
    const { word, tag, quote, doc, segment } = this.columns;
    const i = this.token;
    const side = this.#side;
    const distance = this.#distance;
    const region = this.#commas * 4 + this.#verbs;
    const w0 = word[i]!;
    const t0 = tag[i]!;
    const w_1 = this.#w_1;
    const t_1 = this.#t_1;
    const t1 = this.#t1;
    const t2 = i + 2 >= this.last ? 2 : tag[i + 2]!;
    const begins = doc.sentenceStarts[doc.sentenceOf(i)] === i ? 1 : 0;
    const marks = quote[i - 1]! * 4 + quote[i]!;
    const cue = this.#cue;
    const cueTag = this.#cueTag;
    rows.add(300, 0);
    rows.add(301, side, distance);
    rows.add(302, w0, side);
    rows.add(303, w_1, side);
    rows.add(304, w_1, w0);
    rows.add(305, t0, side, distance);
    rows.add(306, t_1, side, distance);
    rows.add(307, t_1, t0, side);
    rows.add(308, t_1, t0, t1);
    rows.add(309, i - 2 < this.first ? 1 : tag[i - 2]!, t_1, t0);
    rows.add(310, t0, t1, side * 4 + this.#verbs);
    rows.add(311, w0, this.#w1, side);
    rows.add(312, marks, side, begins);
    rows.add(313, marks, t_1, t0);
    rows.add(314, begins, side, t0);
    rows.add(315, begins, side, w_1);
    rows.add(316, cue, side, distance);
    rows.add(317, cue, w0, few(distance, 3));
    rows.add(318, cueTag, t0, side * 16 + distance);
    rows.add(319, cueTag, t_1, side * 16 + region);
    rows.add(320, w_1, side, region);
    rows.add(321, w0, t1, t2);
    rows.add(322, w_1, t0, t1);
    rows.add(323, word[segment[i - 1]!]!, w0, side);
    rows.add(324, w0, cueTag, side * 16 + region);
  }
}

/** 0 neither quoted; 1 only the cue; 2 only the token; 3 both in one; 4 in two. */
function relationOfQuotes(token: number, cue: number): number {
  if (token === 0) return cue === 0 ? 0 : 1;
  if (cue === 0) return 2;
  return token === cue ? 3 : 4;
}

/** An attribution that the first two stages propose. */
export interface Proposal {
  readonly head: TokenIndex;
  /** Log-odds that the head is a cue. */
  readonly odds: number;
  readonly source: readonly TokenRange[];
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
  /** A source was found only when one was looked for again. */
  readonly isSecondLook: boolean;
}

/** How far to either side proposals are compared. */
const NEIGHBOURS = 25;

/** Is proposal `k` of a text an attribution, given its own spans and the other proposals? */
export function choiceRows(columns: Columns, proposals: readonly Proposal[], k: number, rows: Rows): void {
  rows.length = 0;
  const { word, lemma, tag, quote, doc } = columns;
  const { head, odds, source, cue, content, isSecondLook } = proposals[k]!;
  const l0 = lemma[head]!;
  const t0 = tag[head]!;
  const fine = Math.max(-12, Math.min(20, Math.round(odds * 2)));
  const coarse = few(Math.max(-6, Math.round(odds)), 6);
  const s = source[0];
  const c = content[0]!;
  const second = isSecondLook ? 1 : 0;
  let n = 400;
  rows.add(n++, 0);
  rows.add(n++, fine);
  rows.add(n++, fine, l0);
  rows.add(n++, fine, t0);
  rows.add(n++, l0);
  rows.add(n++, l0, t0);
  // its source
  const hasSource = s ? 1 : 0;
  const sourceSide = s ? (s.from < head ? 1 : 2) : 0;
  const sourceTag = s ? tag[s.to - 1]! : 0;
  const sourceWord = s ? word[s.from]! : 0;
  rows.add(n++, hasSource, second);
  rows.add(n++, hasSource, second, l0);
  rows.add(n++, hasSource, second, t0);
  rows.add(n++, sourceWord);
  rows.add(n++, s ? lemma[s.to - 1]! : 0);
  rows.add(n++, s ? lemma[s.to - 1]! : 0, l0);
  rows.add(n++, sourceTag, sourceSide, s ? size(s.from < head ? head - s.to : s.from - head) : 0);
  rows.add(n++, sourceTag, t0, sourceSide);
  rows.add(n++, s ? size(s.to - s.from) : 0, sourceSide);
  rows.add(n++, source.length);
  rows.add(n++, sourceTag, sourceWord);
  // its content
  const side = c.from < head ? 1 : 2;
  const gap = size(c.from < head ? Math.max(0, head - c.to) : c.from - head);
  let length = 0;
  for (const { from, to } of content) length += to - from;
  rows.add(n++, word[c.from]!, side);
  rows.add(n++, tag[c.from]!, side, gap);
  rows.add(n++, word[c.from]!, l0);
  rows.add(n++, tag[c.from]!, l0);
  rows.add(n++, size(length), side);
  rows.add(n++, size(length), t0, gap);
  rows.add(n++, content.length);
  rows.add(n++, quote[c.from]!, side, l0);
  rows.add(n++, quote[c.from]!, side, hasSource);
  rows.add(n++, lemma[c.to - 1]!, side);
  rows.add(n++, tag[c.from]!, c.from + 1 < doc.length ? tag[c.from + 1]! : 0, side);
  rows.add(n++, size(cue.to - cue.from), t0);
  rows.add(n++, word[cue.from]!, t0);
  rows.add(n++, word[cue.to - 1]!, l0);
  rows.add(n++, s ? (c.from < s.from ? 4 : 0) + sourceSide : 9, side);
  // the others: one whose content holds this cue, one in this content, one of the same content, source or cue
  let over = NONE;
  let overLemma = 0;
  let under = NONE;
  let clash = NONE;
  let same = NONE;
  let beside = NONE;
  for (let m = Math.max(0, k - NEIGHBOURS); m < Math.min(proposals.length, k + NEIGHBOURS); m++) {
    if (m === k) continue;
    const other = proposals[m]!;
    if (other.odds > over && isWithin(head, other.content)) {
      over = other.odds;
      overLemma = lemma[other.head]!;
    }
    if (other.odds > under && isWithin(other.head, content)) under = other.odds;
    if (s && other.odds > same && other.source[0]?.from === s.from) same = other.odds;
    if (other.odds > clash && overlap(content, other.content)) clash = other.odds;
    const isBeside =
      (head >= other.cue.from && head < other.cue.to) || (other.head >= cue.from && other.head < cue.to);
    if (isBeside && other.odds > beside) beside = other.odds;
  }
  rows.add(n++, rounded(over), coarse);
  rows.add(n++, rounded(over), overLemma);
  rows.add(n++, rounded(over), l0);
  rows.add(n++, rounded(over), t0);
  rows.add(n++, rounded(under), coarse);
  rows.add(n++, rounded(under), l0);
  rows.add(n++, rounded(clash), coarse);
  rows.add(n++, rounded(clash), rounded(over), rounded(under));
  rows.add(n++, rounded(same), coarse);
  rows.add(n++, rounded(beside), coarse);
  rows.add(n++, rounded(over), rounded(under));
  rows.add(n++, rounded(same), l0);
}

const NONE = -99;

function rounded(odds: number): number {
  return odds === NONE ? NONE : Math.max(-4, Math.min(8, Math.round(odds)));
}

/** A length as 0..9. */
function size(length: number): number {
  if (length < 5) return length;
  if (length < 8) return 5;
  if (length < 13) return 6;
  if (length < 25) return 7;
  return length < 50 ? 8 : 9;
}

function isWithin(token: TokenIndex, ranges: readonly TokenRange[]): boolean {
  for (const { from, to } of ranges) if (token >= from && token < to) return true;
  return false;
}

function overlap(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  for (const x of a) for (const y of b) if (x.from < y.to && y.from < x.to) return true;
  return false;
}
