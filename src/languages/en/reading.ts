/** How English tells of violence: the tables that `reading` is given. */
import type { ReadingPack } from '../../reading/pack.ts';
import { ENGLISH_ATTRIBUTION } from './attribution/pack.ts';

export const ENGLISH_READING: ReadingPack = {
  language: 'en',
  quantities: { language: 'en' },
  dates: { language: 'en' },
  places: { language: 'en' },
  parties: { language: 'en' },
  people: { language: 'en' },
  attribution: ENGLISH_ATTRIBUTION,
  harm: { language: 'en' },
  claims: { language: 'en' },
  events: { language: 'en' },
  gaps: { language: 'en' },
};
