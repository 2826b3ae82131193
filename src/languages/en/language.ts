/** English: the tables and weights that make a text of English into a Doc. */
import { readFileSync } from 'node:fs';
import type { TrainedModel } from '../../language/analyse.ts';
import { loadEntityNetwork } from '../../language/entity-network.ts';
import type { LemmaTable } from '../../language/lemmatize.ts';
import { languageModel } from '../../language/model.ts';
import { loadNetwork } from '../../language/network.ts';
import { ENGLISH_SEGMENTER, ENGLISH_TOKENIZER } from './tokenizer-exceptions.ts';

let cached: TrainedModel | undefined;

/** The English model. Weights are read once, the first time that a sentence's tags are asked for. */
export function english(): TrainedModel {
  cached ??= languageModel({
    language: 'en',
    tokenizer: ENGLISH_TOKENIZER,
    boundaryWords: ENGLISH_SEGMENTER,
    loadBoundaries: () => {
      const bytes = readFileSync(new URL(import.meta.resolve('#data/en/boundaries.bin')));
      return new Int16Array(Uint8Array.from(bytes).buffer);
    },
    detailTypes: {
      Quantity: 'QUANTITY',
      Temporal: 'TIME',
      Weapon: 'WEAPON',
      MilitaryPlatform: 'PLATFORM',
      DocumentReference: 'DOCUMENT',
      Nationality: 'NATIONALITY',
      Money: 'MONEY',
    },
    loadNetwork: () => loadNetwork(new URL(import.meta.resolve('#data/en/network.bin'))),
    loadEntities: () => loadEntityNetwork(new URL(import.meta.resolve('#data/en/entities.bin'))),
    loadLemmas: () =>
      JSON.parse(readFileSync(new URL(import.meta.resolve('#data/en/lemmas.json')), 'utf8')) as LemmaTable,
  });
  return cached;
}
