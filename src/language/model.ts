/** The models of a language put together: from a text to a Doc whose columns are filled in when they are asked for. */

import type { TrainedModel } from './analyse.ts';
import type { BoundaryWeights, BoundaryWords } from './boundaries.ts';
import { Doc, type Entity, NO_HEAD, type SentenceModels, type TokenRange } from './doc.ts';
import { bestMarks, entitiesOf } from './entities.ts';
import type { EntityNetwork, Scheme } from './entity-network.ts';
import { STYLE, styleOf } from './features.ts';
import { MOST_TOKENS } from './layers.ts';
import { type LemmaTable, lemmatize } from './lemmatize.ts';
import type { Network } from './network.ts';
import { type SegmenterData, splitSentences } from './segment.ts';
import { type TokenizerData, tokenize } from './tokenize.ts';

/** What a language pack brings. The loaders are called once each, when their part is first needed. */
export interface LanguageParts {
  readonly language: string;
  readonly tokenizer: TokenizerData;
  readonly boundaryWords: BoundaryWords;
  loadBoundaries(): BoundaryWeights | null;
  /** What the broader mentions are called as entities; those not here are left to names. */
  readonly detailTypes: Readonly<Record<string, string>>;
  loadNetwork(): Network;
  /** Null for a language without entities. */
  loadEntities(): EntityNetwork | null;
  loadLemmas(): LemmaTable;
}

export function languageModel(parts: LanguageParts): TrainedModel {
  const models = new LazyModels(parts);
  let segmenter: SegmenterData | undefined;
  return {
    language: parts.language,
    analyse(text) {
      segmenter ??= { words: parts.boundaryWords, weights: parts.loadBoundaries() };
      const tokens = tokenize(text, parts.tokenizer);
      const sentenceStarts = splitSentences(text, tokens, segmenter);
      const starts = tokens.starts.slice(0, tokens.count);
      const ends = tokens.ends.slice(0, tokens.count);
      return new Doc(text, starts, ends, sentenceStarts, models);
    },
    analyseTokens: (text, starts, ends, sentenceStarts) =>
      new Doc(text, starts, ends, sentenceStarts, models),
  };
}

/**
 * An entity that the network is less sure of is dropped: F1 67.5 instead of 66.0 for names on a held-out quarter of UNER
 * dev, by precision, and no change for mentions on one of re3d train (2026-11-28).
 */
const LEAST_SURE: Readonly<Record<Scheme, number>> = { names: 0.5, details: 0.3 };

/** The name up to a mail or web address within it: "Orla Odmark" of "Orla Odmark o.odmark@example.org". "Odmark@OREN" is none. */
function beforeAddress(doc: Doc, name: Entity): Entity {
  for (let i = name.from + 1; i < name.to; i++) {
    if (/\w@[\w-]+\.\w|:\/\//.test(doc.form(i))) return { ...name, to: i };
  }
  return name;
}

class LazyModels implements SentenceModels {
  readonly #parts: LanguageParts;
  #network: Network | undefined;
  #entities: EntityNetwork | null | undefined;
  #lemmas: LemmaTable | undefined;
  /** Lemmas worked out before, by tag, by form. */
  readonly #known = new Map<string, Map<string, string>>();

  constructor(parts: LanguageParts) {
    this.#parts = parts;
  }

  get #loaded(): Network {
    this.#network ??= this.#parts.loadNetwork();
    return this.#network;
  }
  get xposNames(): readonly string[] {
    return this.#loaded.header.xposNames;
  }
  get deprelNames(): readonly string[] {
    return this.#loaded.header.deprelNames;
  }

  tag(doc: Doc, { from, to }: TokenRange): void {
    for (let at = from; at < to; at += MOST_TOKENS) {
      const end = Math.min(to, at + MOST_TOKENS);
      this.#loaded.tag(doc, at, end, doc.uposColumn, doc.xposColumn);
    }
  }

  /** A sentence longer than the network reads is parsed in stretches, whose roots hang on the first one's. */
  parse(doc: Doc, { from, to }: TokenRange): void {
    let root = NO_HEAD;
    for (let at = from; at < to; at += MOST_TOKENS) {
      const end = Math.min(to, at + MOST_TOKENS);
      this.#loaded.parse(doc, at, end, doc.headColumn, doc.deprelColumn);
      for (let i = at; i < end; i++) {
        if (doc.headColumn[i] !== NO_HEAD) continue;
        if (root === NO_HEAD) root = i;
        else {
          doc.headColumn[i] = root;
          doc.deprelColumn[i] = this.deprelNames.indexOf('parataxis');
        }
        break;
      }
    }
  }

  /** Names of persons, organisations and places; then what else the reports' corpus marks, where no name stands. */
  recognise(doc: Doc, range: TokenRange): readonly Entity[] {
    const { titles } = this.#parts.boundaryWords;
    const marked = this.#marked(doc, range);
    const names = marked.names
      .map((name) => beforeAddress(doc, name))
      // "Col." before a name is no name
      .filter(({ from, to }) => to - from > 1 || !titles.has(doc.lower(from).replace(/\.$/, '')));
    const others = marked.details.flatMap((entity) => {
      const type = this.#parts.detailTypes[entity.type];
      const isTaken = names.some((name) => name.from < entity.to && entity.from < name.to);
      return type === undefined || isTaken ? [] : [{ ...entity, type }];
    });
    return [...names, ...others].sort((a, b) => a.from - b.from);
  }

  mentions(doc: Doc, range: TokenRange): readonly Entity[] {
    return this.#marked(doc, range).details;
  }

  #marked(doc: Doc, { from, to }: TokenRange): Record<Scheme, Entity[]> {
    this.#entities ??= this.#parts.loadEntities();
    const found: Record<Scheme, Entity[]> = { names: [], details: [] };
    if (this.#entities === null) return found;
    const { nameMarks, detailMarks } = this.#entities.header;
    for (let at = from; at < to; at += MOST_TOKENS) {
      const end = Math.min(to, at + MOST_TOKENS);
      const chains = this.#entities.marks(this.#loaded.words(doc, at, end), end - at);
      for (const [scheme, marks] of [
        ['names', nameMarks],
        ['details', detailMarks],
      ] as const) {
        const entities = entitiesOf(bestMarks(chains[scheme]), marks, at);
        found[scheme].push(...entities.filter(({ confidence }) => confidence! >= LEAST_SURE[scheme]));
      }
    }
    return found;
  }

  lemma(doc: Doc, token: number): string {
    const tag = doc.xpos(token);
    const form = doc.form(token);
    let known = this.#known.get(tag);
    if (!known) this.#known.set(tag, (known = new Map()));
    let lemma = known.get(form);
    if (lemma !== undefined) return lemma;
    this.#lemmas ??= this.#parts.loadLemmas();
    const { names, common } = this.#lemmas;
    const straight = form.replace(/[\u2018\u2019\u02bc]/g, "'");
    // what these are worth, their sentence tells
    const isCapitalName = names.includes(tag) && straight === straight.toUpperCase();
    const isCapitalWord = common?.includes(tag) === true && CAPITALIZED.test(straight);
    const inCapitals = isCapitalName && styleAt(doc, token) === STYLE.upper;
    const isUnknown =
      isCapitalWord &&
      !this.#loaded.isCommon(straight) &&
      token > doc.sentence(doc.sentenceOf(token)).from &&
      styleAt(doc, token) === STYLE.plain;
    lemma = lemmatize(this.#spelt(straight, tag, this.#lemmas), tag, this.#lemmas, { inCapitals, isUnknown });
    if (isCapitalName || isCapitalWord) return lemma;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(form, lemma);
    return lemma;
  }

  /**
   * A word as the dictionary spells it, where its own spelling is in none: "sooooo" as "so" and "weeell" as "well" (a
   * letter three times and more is one too many, or two), "lenght" as "length" (two neighbours changed places, in one way
   * only). On EWT train and dev 27 of 39 such words have the mended word's lemma, 9 their own.
   */
  #spelt(form: string, tag: string, { irregular, names, whole }: LemmaTable): string {
    if (names.includes(tag) || whole?.includes(tag)) return form;
    const isWord = (word: string): boolean => this.#loaded.isCommon(word);
    if (STRETCHED.test(form)) {
      const [single, double] = [form.replace(STRETCHES, '$1'), form.replace(STRETCHES, '$1$1')];
      return isWord(single) ? single : isWord(double) ? double : form;
    }
    if (!SMALL_LETTERS.test(form) || isWord(form) || irregular[tag]?.[form] !== undefined) return form;
    const swapped = new Set<string>();
    for (let i = 1; i + 1 < form.length; i++) {
      const other = form.slice(0, i) + form[i + 1]! + form[i]! + form.slice(i + 2);
      if (other !== form && isWord(other)) swapped.add(other);
    }
    return swapped.size === 1 ? [...swapped][0]! : form;
  }
}

/** The same letter three times and more. */
const STRETCHED = /(\p{L})\1\1/iu;
const STRETCHES = /(\p{L})\1{2,}/giu;
const SMALL_LETTERS = /^\p{Ll}{5,}$/u;

/** Lemmas of one tag that are kept at a time. */
const MOST_KNOWN = 10_000;
const CAPITALIZED = /^\p{Lu}[\p{Ll}'-]+$/u;

function styleAt(doc: Doc, token: number): number {
  const { from, to } = doc.sentence(doc.sentenceOf(token));
  return styleOf(doc.text, doc.starts, doc.ends, from, to);
}
