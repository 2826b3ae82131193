/** The models of a language put together: from a text to a Doc whose columns are filled in when they are asked for. */

import type { TrainedModel } from './analyse.ts';
import type { BoundaryWeights, BoundaryWords } from './boundaries.ts';
import { Doc, type Entity, NO_HEAD, type SentenceModels, type TokenRange } from './doc.ts';
import { bestMarks, entitiesOf } from './entities.ts';
import { STYLE, styleOf } from './features.ts';
import { type LemmaTable, lemmatize } from './lemmatize.ts';
import { MOST_TOKENS, type Network } from './network.ts';
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
 * A name that the network is less sure of is dropped: of those below, one in three was right on a fifth of UNER's
 * development part that was held out (2026-11-22; F1 there 70.1 without, 71.9 with).
 */
const LEAST_SURE = 0.5;

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
    const names = this.#marked(doc, range, 'names')
      .map((name) => beforeAddress(doc, name))
      .filter(({ from, to, confidence }) => {
        // "Col." before a name is no name
        const isTitle = to - from === 1 && titles.has(doc.lower(from).replace(/\.$/, ''));
        return !isTitle && confidence! >= LEAST_SURE;
      });
    const others = this.#marked(doc, range, 'details').flatMap((entity) => {
      const type = this.#parts.detailTypes[entity.type];
      const isTaken = names.some((name) => name.from < entity.to && entity.from < name.to);
      return type === undefined || isTaken ? [] : [{ ...entity, type }];
    });
    return [...names, ...others].sort((a, b) => a.from - b.from);
  }

  mentions(doc: Doc, range: TokenRange): readonly Entity[] {
    return this.#marked(doc, range, 'details');
  }

  #marked(doc: Doc, { from, to }: TokenRange, scheme: 'names' | 'details'): Entity[] {
    const { nameMarks, detailMarks } = this.#loaded.header;
    if (!this.#loaded.hasEntities) return [];
    const found: Entity[] = [];
    for (let at = from; at < to; at += MOST_TOKENS) {
      const end = Math.min(to, at + MOST_TOKENS);
      const { scores, columns } = this.#loaded.marks(doc, at, end);
      const [first, marks] = scheme === 'names' ? [0, nameMarks] : [nameMarks.length, detailMarks];
      found.push(...entitiesOf(bestMarks(scores, columns, first, marks, end - at), marks, at));
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
    const straight = form.replace(/[\u2018\u2019\u02bc]/g, "'");
    const isName = this.#lemmas.names.includes(tag) && straight === straight.toUpperCase();
    lemma = lemmatize(straight, tag, this.#lemmas, isName && isInCapitals(doc, token));
    // a name in capitals is read by its sentence
    if (isName) return lemma;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(form, lemma);
    return lemma;
  }
}

/** Lemmas of one tag that are kept at a time. */
const MOST_KNOWN = 10_000;

function isInCapitals(doc: Doc, token: number): boolean {
  const { from, to } = doc.sentence(doc.sentenceOf(token));
  return styleOf(doc.text, doc.starts, doc.ends, from, to) === STYLE.upper;
}
