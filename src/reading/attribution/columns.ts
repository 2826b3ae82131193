/**
 * What the learned models see of each token, as whole numbers in typed arrays: made once a report, read by every
 * feature. Words and tags are hashed, so that no vocabulary has to be shipped or looked up.
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import { type Layout, layOut } from './layout.ts';

/** Where a token stands to the quotation marks around it. */
export const OUTSIDE = 0;
export const OPENING = 1;
export const INSIDE = 2;
export const CLOSING = 3;

/** What a token's letters look like. */
const LOWER = 0;
const TITLE = 1;
const CAPITALS = 2;
const FIGURES = 3;
const MARKS = 4;

export class Columns {
  readonly doc: Doc;
  readonly layout: Layout;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  readonly shape: Uint8Array;
  readonly suffix: Int32Array;
  readonly quote: Uint8Array;
  /** The first four letters of the lemma: "announcement" and "announce" share them. */
  readonly stem: Int32Array;
  /** How many verbs, commas and the like, and nouns stand before each token: differences count what lies between two. */
  readonly verbsBefore: Int32Array;
  readonly commasBefore: Int32Array;
  readonly nounsBefore: Int32Array;
  readonly thatsBefore: Int32Array;
  /** The first token of the stretch between commas or sentence ends that each token stands in. */
  readonly segment: Int32Array;
  readonly isVerb: Uint8Array;
  readonly isNoun: Uint8Array;

  constructor(doc: Doc) {
    const n = doc.length;
    this.doc = doc;
    this.layout = layOut(doc);
    this.word = new Int32Array(n);
    this.lemma = new Int32Array(n);
    this.tag = new Int32Array(n);
    this.suffix = new Int32Array(n);
    this.stem = new Int32Array(n);
    this.segment = new Int32Array(n);
    this.shape = new Uint8Array(n);
    this.quote = new Uint8Array(n);
    this.isVerb = new Uint8Array(n);
    this.isNoun = new Uint8Array(n);
    this.verbsBefore = new Int32Array(n + 1);
    this.commasBefore = new Int32Array(n + 1);
    this.nounsBefore = new Int32Array(n + 1);
    this.thatsBefore = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) this.#fill(i);
    for (const { from, to, closed } of this.layout.quotations) {
      this.quote.fill(INSIDE, from, to);
      this.quote[from] = OPENING;
      this.#setMark(from, '“');
      if (!closed) continue;
      this.quote[to - 1] = CLOSING;
      this.#setMark(to - 1, '”');
    }
  }

  /** However a quotation mark is printed, it is the same word. */
  #setMark(token: TokenIndex, mark: string): void {
    this.word[token] = hashOf(mark);
    this.lemma[token] = hashOf(mark);
    this.suffix[token] = hashOf(mark) ^ 0x5f;
    this.stem[token] = hashOf(mark) ^ 0x77;
  }

  #fill(i: TokenIndex): void {
    const { doc } = this;
    const lower = doc.lower(i);
    const lemma = doc.lemma(i).toLowerCase();
    const upos = doc.upos(i);
    this.word[i] = hashOf(lower);
    this.lemma[i] = lemma === lower ? this.word[i]! : hashOf(lemma);
    this.tag[i] = hashOf(doc.xpos(i));
    this.suffix[i] = hashOf(lower, Math.max(0, lower.length - 3)) ^ 0x5f;
    this.shape[i] = shapeOf(doc.form(i));
    this.stem[i] = hashOf(lemma, 0, 4) ^ 0x77;
    this.isVerb[i] = upos === 'VERB' ? 1 : 0;
    this.isNoun[i] = upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' ? 1 : 0;
    const isComma = upos === 'PUNCT' && /^(?:[,;:()]|[–—-]+)$/.test(lower) ? 1 : 0;
    this.verbsBefore[i + 1] = this.verbsBefore[i]! + this.isVerb[i]!;
    this.nounsBefore[i + 1] = this.nounsBefore[i]! + this.isNoun[i]!;
    this.commasBefore[i + 1] = this.commasBefore[i]! + isComma;
    const begins =
      i === 0 ||
      doc.sentenceStarts[doc.sentenceOf(i)] === i ||
      this.commasBefore[i]! > this.commasBefore[i - 1]!;
    this.segment[i] = begins ? i : this.segment[i - 1]!;
    this.thatsBefore[i + 1] = this.thatsBefore[i]! + (upos === 'SCONJ' ? 1 : 0);
  }
}

function shapeOf(form: string): number {
  const code = form.charCodeAt(0);
  if (code >= 48 && code <= 57) return FIGURES;
  if (form.toLowerCase() === form) return form.toUpperCase() === form ? MARKS : LOWER;
  return form.length > 1 && form.toUpperCase() === form ? CAPITALS : TITLE;
}

/** FNV-1a over the code units of a text, or of a part of it. */
export function hashOf(text: string, from = 0, to = text.length): number {
  const end = Math.min(to, text.length);
  let hash = 0x811c9dc5;
  for (let i = from; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
