/** How English says who said what. */
import { type AttributionModel, loadAttributionModel } from '../../../reading/attribution/model.ts';
import type { AttributionPack } from '../../../reading/attribution/pack.ts';
import { ANONYMITY } from './anonymity.ts';
import { MEDIA } from './media.ts';
import { SPEAKER_KINDS } from './speaker-kinds.ts';
import { STANCES } from './stances.ts';
import { WORDS } from './words.ts';

let model: AttributionModel | undefined;

export const ENGLISH_ATTRIBUTION: AttributionPack = {
  language: 'en',
  loadModel() {
    model ??= loadAttributionModel(new URL(import.meta.resolve('#data/en/attribution.bin')));
    return model;
  },
  stances: STANCES,
  kinds: SPEAKER_KINDS,
  media: MEDIA,
  anonymity: ANONYMITY,
  words: WORDS,
};
