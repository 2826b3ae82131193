/** The models of a language put together: from a text to a Doc whose columns are filled in when they are asked for. */
import type { LanguageModel } from './analyse.ts';
import { Doc, type Entity, NO_HEAD, type SentenceModels } from './doc.ts';
import { type LemmaTable, lemmatize } from './lemmatize.ts';
import { MOST_TOKENS, type NeuralTagger } from './network.ts';
import { type SegmenterData, splitSentences } from './segment.ts';
import { type TokenizerData, tokenize } from './tokenize.ts';

/** What a language pack brings. The loaders are called once each, when their part is first needed. */
export interface LanguageParts {
  readonly language: string;
  readonly tokenizer: TokenizerData;
  readonly segmenter: SegmenterData;
  loadNetwork(): NeuralTagger;
  loadLemmas(): LemmaTable;
}

export function languageModel(parts: LanguageParts): LanguageModel {
  const models = new LazyModels(parts);
  return {
    language: parts.language,
    analyse(text) {
      const tokens = tokenize(text, parts.tokenizer);
      const sentenceStarts = splitSentences(text, tokens, parts.segmenter);
      const starts = tokens.starts.slice(0, tokens.count);
      const ends = tokens.ends.slice(0, tokens.count);
      return new Doc(text, starts, ends, sentenceStarts, models);
    },
  };
}

class LazyModels implements SentenceModels {
  readonly #parts: LanguageParts;
  #network: NeuralTagger | undefined;
  #lemmas: LemmaTable | undefined;

  constructor(parts: LanguageParts) {
    this.#parts = parts;
  }

  get #tagger(): NeuralTagger {
    this.#network ??= this.#parts.loadNetwork();
    return this.#network;
  }
  get xposNames(): readonly string[] {
    return this.#tagger.header.xposNames;
  }
  get deprelNames(): readonly string[] {
    return this.#tagger.header.deprelNames;
  }

  tag(doc: Doc, { from, to }: { from: number; to: number }): void {
    for (let at = from; at < to; at += MOST_TOKENS) {
      const end = Math.min(to, at + MOST_TOKENS);
      this.#tagger.tag(doc.text, doc.starts, doc.ends, at, end, doc.uposColumn, doc.xposColumn);
    }
  }

  /** A sentence longer than the network reads is parsed in stretches, whose roots hang on the first one's. */
  parse(doc: Doc, { from, to }: { from: number; to: number }): void {
    let root = NO_HEAD;
    for (let at = from; at < to; at += MOST_TOKENS) {
      const end = Math.min(to, at + MOST_TOKENS);
      this.#tagger.parse(doc.text, doc.starts, doc.ends, at, end, doc.headColumn, doc.deprelColumn);
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

  recognise(): readonly Entity[] {
    return [];
  }

  lemma(doc: Doc, token: number): string {
    this.#lemmas ??= this.#parts.loadLemmas();
    const form = doc.form(token).replace(/[\u2018\u2019\u02bc]/g, "'");
    return lemmatize(form, doc.xpos(token), this.#lemmas);
  }
}
