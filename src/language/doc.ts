/**
 * A text as words, and how they hang together. What a pack's models know of a sentence (tags, tree, entities) is
 * computed the first time that somebody asks for it, so a sentence that nobody asks about costs only its tokens.
 * Columns follow CoNLL-U: form, lemma, UPOS, XPOS, head, deprel (Universal Dependencies 2, basic trees).
 */
import type { Flavour, Offset } from '../text/span.ts';

/** The place of a token in its Doc, from 0. Never an offset. */
export type TokenIndex = Flavour<'token'>;

/** A half-open run of tokens. */
export interface TokenRange {
  readonly from: TokenIndex;
  readonly to: TokenIndex;
}

export const UPOS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const; // prettier-ignore
export type Upos = (typeof UPOS)[number];

/** A run of tokens that names something. The types are what the pack's recogniser was trained on. */
export interface Entity extends TokenRange {
  readonly type: string;
  /** 0..1, where the model gives an honest one. */
  readonly confidence?: number;
}

/** What a pack's models fill in for one sentence, tokens `from`..`to` of the Doc. Each writes its own columns and no others. */
export interface SentenceModels {
  tag(doc: Doc, range: TokenRange): void;
  parse(doc: Doc, range: TokenRange): void;
  recognise(doc: Doc, range: TokenRange): readonly Entity[];
  /** Mentions by a broader scheme, "the Interior Ministry" and "its soldiers" among them; [] where a language has none. */
  mentions?(doc: Doc, range: TokenRange): readonly Entity[];
  lemma(doc: Doc, token: TokenIndex): string;
  readonly xposNames: readonly string[];
  readonly deprelNames: readonly string[];
}

export const NO_HEAD = -1;

/** One text, its tokens and sentences, in typed arrays. Made by `analyse`; read by rules. */
export class Doc {
  readonly text: string;
  /** The number of tokens. */
  readonly length: number;
  /** Offset of each token's first and one past its last code unit. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** First token of each sentence, and `length` as a last entry. */
  readonly sentenceStarts: Int32Array;
  /** Columns that the models fill in; read them through the methods below, which fill them first. */
  readonly uposColumn: Uint8Array;
  readonly xposColumn: Uint8Array;
  readonly headColumn: Int32Array;
  readonly deprelColumn: Uint8Array;

  readonly #models: SentenceModels;
  readonly #sentenceOf: Int32Array;
  readonly #done: Uint8Array;
  readonly #lemmas: (string | undefined)[];
  readonly #lowers: (string | undefined)[];
  readonly #entities: (readonly Entity[] | undefined)[];

  constructor(
    text: string,
    starts: Int32Array,
    ends: Int32Array,
    sentenceStarts: Int32Array,
    models: SentenceModels,
  ) {
    this.text = text;
    this.length = starts.length;
    this.starts = starts;
    this.ends = ends;
    this.sentenceStarts = sentenceStarts;
    this.#models = models;
    this.uposColumn = new Uint8Array(this.length);
    this.xposColumn = new Uint8Array(this.length);
    this.headColumn = new Int32Array(this.length).fill(NO_HEAD);
    this.deprelColumn = new Uint8Array(this.length);
    this.#sentenceOf = new Int32Array(this.length);
    this.#done = new Uint8Array(this.sentenceCount);
    this.#lemmas = new Array(this.length);
    this.#lowers = new Array(this.length);
    this.#entities = new Array(this.sentenceCount);
    for (let s = 0; s < this.sentenceCount; s++) {
      this.#sentenceOf.fill(s, sentenceStarts[s]!, sentenceStarts[s + 1]!);
    }
  }

  get sentenceCount(): number {
    return Math.max(0, this.sentenceStarts.length - 1);
  }
  /** The number of the sentence that a token stands in, from 0. */
  sentenceOf(token: TokenIndex): number {
    return this.#sentenceOf[token]!;
  }
  sentence(index: number): TokenRange {
    return { from: this.sentenceStarts[index]!, to: this.sentenceStarts[index + 1]! };
  }

  start(token: TokenIndex): Offset {
    return this.starts[token]!;
  }
  end(token: TokenIndex): Offset {
    return this.ends[token]!;
  }
  /** The token as it stands in the text. '' for a token that is not there. */
  form(token: TokenIndex): string {
    if (token < 0 || token >= this.length) return '';
    return this.text.slice(this.starts[token]!, this.ends[token]!);
  }
  /** The token's form in lower case, curly apostrophes made straight. '' for a token that is not there. */
  lower(token: TokenIndex): string {
    if (token < 0 || token >= this.length) return '';
    return (this.#lowers[token] ??= this.form(token)
      .toLowerCase()
      .replace(/[\u2018\u2019\u02bc]/g, "'"));
  }
  /** The text of a run of tokens, with its own spacing. */
  slice(range: TokenRange): string {
    return range.from < range.to ? this.text.slice(this.starts[range.from]!, this.ends[range.to - 1]!) : '';
  }
  /** The first token that ends after the offset; `length` where there is none. */
  tokenAt(offset: Offset): TokenIndex {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The universal part of speech; X for a token that is not there. */
  upos(token: TokenIndex): Upos {
    if (token < 0 || token >= this.length) return 'X';
    this.#tag(token);
    return UPOS[this.uposColumn[token]!]!;
  }
  /** The language's own tag (Penn Treebank for English). */
  xpos(token: TokenIndex): string {
    this.#tag(token);
    return this.#models.xposNames[this.xposColumn[token]!] ?? '';
  }
  /** The dictionary form, in lower case but for names. '' for a token that is not there. */
  lemma(token: TokenIndex): string {
    if (token < 0 || token >= this.length) return '';
    this.#tag(token);
    return (this.#lemmas[token] ??= this.#models.lemma(this, token));
  }

  /** The head's token, or NO_HEAD (-1) for the root of a sentence. */
  head(token: TokenIndex): TokenIndex {
    this.#parse(token);
    return this.headColumn[token]!;
  }
  /** The relation to the head, subtype and all: "nsubj:pass". "root" for the root. */
  deprel(token: TokenIndex): string {
    this.#parse(token);
    return this.#models.deprelNames[this.deprelColumn[token]!] ?? 'dep';
  }
  /** The named entities of a sentence, in order, never overlapping. */
  entities(sentence: number): readonly Entity[] {
    return (this.#entities[sentence] ??= this.#models.recognise(this, this.sentence(sentence)));
  }

  /** Mentions of a sentence by the pack's broader scheme: noun phrases, where `entities` gives names. In order, never overlapping. */
  mentions(sentence: number): readonly Entity[] {
    return this.#models.mentions?.(this, this.sentence(sentence)) ?? [];
  }

  #tag(token: TokenIndex): void {
    const sentence = this.#sentenceOf[token]!;
    if (this.#done[sentence]! & TAGGED) return;
    this.#done[sentence]! |= TAGGED;
    this.#models.tag(this, this.sentence(sentence));
  }
  #parse(token: TokenIndex): void {
    const sentence = this.#sentenceOf[token]!;
    if (this.#done[sentence]! & PARSED) return;
    this.#tag(token);
    this.#done[sentence]! |= PARSED;
    this.#models.parse(this, this.sentence(sentence));
  }
}

const TAGGED = 1;
const PARSED = 2;
