/** Stage 2: what may tell the source, cue and content of one cue: each token of its window, seen from the cue. */
import type { TokenIndex } from '../../language/doc.ts';
import { bucket, few, type Rows } from '../rows.ts';
import type { Columns } from './columns.ts';

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
