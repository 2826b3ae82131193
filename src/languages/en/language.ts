/** English: the tables and weights that make a text of English into a Doc. */
import { readFileSync } from 'node:fs';
import type { LanguageModel } from '../../language/analyse.ts';
import type { LemmaTable } from '../../language/lemmatize.ts';
import { languageModel } from '../../language/model.ts';
import { loadNetwork } from '../../language/network.ts';
import { STARTERS, TITLES } from './abbreviations.ts';
import { ENGLISH_TOKENIZER } from './tokenizer-exceptions.ts';

let cached: LanguageModel | undefined;

/** The English model. Weights are read once, the first time that a sentence's tags are asked for. */
export function english(): LanguageModel {
  cached ??= languageModel({
    language: 'en',
    tokenizer: ENGLISH_TOKENIZER,
    segmenter: { titles: new Set(TITLES), starters: new Set(STARTERS) },
    loadNetwork: () => loadNetwork(new URL(import.meta.resolve('#data/en/network.bin'))),
    loadLemmas: () =>
      JSON.parse(readFileSync(new URL(import.meta.resolve('#data/en/lemmas.json')), 'utf8')) as LemmaTable,
  });
  return cached;
}
