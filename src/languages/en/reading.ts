/** How English tells of violence: the tables that `reading` is given. */
import type { ReadingPack } from '../../reading/pack.ts';
import { ENGLISH_ATTRIBUTION } from './attribution/pack.ts';
import { ENGLISH_CHOICE } from './choice.ts';
import { ENGLISH_CLAIMS } from './claims/claims.ts';
import { ENGLISH_DATES } from './dates/pack.ts';
import { ENGLISH_EVENTS } from './events/events.ts';
import { ENGLISH_GAPS } from './gaps/gaps.ts';
import { ENGLISH_HARM } from './harm/harm.ts';
import { ENGLISH_PARTIES } from './parties/pack.ts';
import { ENGLISH_PEOPLE } from './people/people.ts';
import { ENGLISH_PLACES } from './places/pack.ts';
import { ENGLISH_QUANTITIES } from './quantities/quantities.ts';

export const ENGLISH_READING: ReadingPack = {
  language: 'en',
  quantities: ENGLISH_QUANTITIES,
  dates: ENGLISH_DATES,
  places: ENGLISH_PLACES,
  parties: ENGLISH_PARTIES,
  people: ENGLISH_PEOPLE,
  attribution: ENGLISH_ATTRIBUTION,
  harm: ENGLISH_HARM,
  claims: ENGLISH_CLAIMS,
  choice: ENGLISH_CHOICE,
  events: ENGLISH_EVENTS,
  gaps: ENGLISH_GAPS,
};
