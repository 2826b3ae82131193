/** How a report is read, top to bottom. Each part says what it needs and what it gives; a test checks the order. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Annotations } from './annotations.ts';
import { findAttributions } from './attribution/attributions.ts';
import { findClaimsAndEvents } from './claims/claims.ts';
import { findDates } from './dates/dates.ts';
import { findGaps } from './gaps/gaps.ts';
import { findHarms } from './harm/harms.ts';
import type { ReadingPack } from './pack.ts';
import { findParties } from './parties/parties.ts';
import { findPlaces } from './places/places.ts';
import { findQuantities } from './quantities/quantities.ts';

type Layer = Exclude<keyof Annotations, 'source' | 'problems' | 'reasons'>;

export interface Annotator {
  readonly name: string;
  readonly needs: readonly Layer[];
  readonly gives: readonly Layer[];
  run(annotations: Annotations, pack: ReadingPack, knowledge: Knowledge): void;
}

export const ANNOTATORS: readonly Annotator[] = [
  {
    name: 'quantities',
    needs: [],
    gives: ['quantities'],
    run: (a, pack) => {
      a.quantities = findQuantities(a.source, pack.quantities);
    },
  },
  {
    name: 'dates',
    needs: [],
    gives: ['dates'],
    run: (a, pack) => {
      a.dates = findDates(a.source, pack.dates);
    },
  },
  {
    name: 'places',
    needs: [],
    gives: ['places'],
    run: (a, pack, knowledge) => {
      a.places = findPlaces(a.source, pack.places, knowledge);
    },
  },
  {
    name: 'parties',
    needs: ['places'],
    gives: ['parties'],
    run: (a, pack, knowledge) => {
      a.parties = findParties(a.source, pack.parties, knowledge, a.places);
    },
  },
  {
    name: 'harms',
    needs: ['quantities', 'dates', 'places', 'parties'],
    gives: ['harms'],
    run: (a, pack, knowledge) => {
      a.harms = findHarms(a, pack, knowledge);
    },
  },
  {
    name: 'attribution',
    needs: ['dates', 'parties', 'harms'],
    gives: ['attributions'],
    run: (a, pack, knowledge) => {
      a.attributions = findAttributions(a, pack.attribution, knowledge);
    },
  },
  {
    name: 'claims',
    needs: ['harms', 'dates', 'places', 'parties', 'attributions'],
    gives: ['claims', 'events'],
    run: findClaimsAndEvents,
  },
  {
    name: 'gaps',
    needs: ['attributions', 'claims', 'events'],
    gives: ['gaps'],
    run: (a, pack) => {
      a.gaps = findGaps(a, pack.gaps);
    },
  },
];
