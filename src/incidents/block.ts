/**
 * Which mentions are worth comparing: those that share a key. A key is a text, so that a store keeps it as a row; it
 * stands for a victim, a rare word, a passage, or a place in a window of days. A mention has at most `MAX_KEYS`, and is
 * compared with the first `FIRST` that were recorded under each, so that adding a report costs the same however large the
 * record is, and a large incident finds all its reports.
 */
import type { MentionId } from '../model/record.ts';
import type { Mention, Site } from './mention.ts';

/** How many mentions of a key are compared with all that come after them. */
export const FIRST = 20;

const MAX_VICTIMS = 12;
const MAX_WORDS = 20;
const MAX_PLACED_WORDS = 10;
const MAX_RUNS = 8;
/** Victims with both names, words, words at a place, passages, two windows of days for a place's name and for four cells. */
export const MAX_KEYS = MAX_VICTIMS + MAX_WORDS + MAX_PLACED_WORDS + MAX_RUNS + 2 + 8;

/** Days in a window. Two of them, half a window apart, so that days near one another always share one. */
const WINDOW_DAYS = 4;
/** Degrees of latitude and longitude; some 50 km. Four grids, half a cell apart. */
const CELL_DEGREES = 0.5;

/** The first holders of every key, filled in the order in which mentions are recorded. */
export class Blocks {
  readonly #first = new Map<string, Mention[]>();

  /** Files a mention; gives those filed before it that it is to be compared with, none of its own report. */
  meet(mention: Mention): MentionId[] {
    const met = new Set<MentionId>();
    for (const key of blockKeysOf(mention)) {
      const first = this.#first.get(key);
      if (!first) {
        this.#first.set(key, [mention]);
        continue;
      }
      for (const { id, report } of first) if (report !== mention.report) met.add(id);
      if (first.length < FIRST) first.push(mention);
    }
    return [...met];
  }
}

/** The keys of a mention, none twice. They depend on the mention and on nothing else. */
export function blockKeysOf(mention: Mention): string[] {
  return [
    ...new Set([
      ...victimKeys(mention),
      ...wordKeys(mention),
      ...runKeys(mention),
      ...windowsOf(mention).flatMap((window) => placeKeys(mention.place, window)),
    ]),
  ];
}

function victimKeys({ victims }: Mention): string[] {
  return victims
    .filter(({ name }) => name.length > 1)
    .slice(0, MAX_VICTIMS)
    .map(({ name }) => `victim ${name[0]} ${name.at(-1)}`);
}

/** Words alone, and with the place: in a large record a street's name is found in many towns. */
function wordKeys({ words, place }: Mention): string[] {
  const at = place !== null && place.precision !== 'country' ? place.name : null;
  return [
    ...words.slice(0, MAX_WORDS).map(([form]) => `word ${form}`),
    ...(at ? words.slice(0, MAX_PLACED_WORDS).map(([form]) => `word ${form} at ${at}`) : []),
  ];
}

/** The same few of all its runs in every text that has them: those with the smallest hash. */
function runKeys({ runs }: Mention): string[] {
  return runs.slice(0, MAX_RUNS).map((run) => `run ${run.toString(36)}`);
}

/** Windows of the day of the event, else of publication. */
function windowsOf({ date, published }: Mention): string[] {
  const day = date?.end ?? date?.start ?? published;
  if (day === null) return [];
  const half = WINDOW_DAYS / 2;
  return [`a${Math.floor(day / WINDOW_DAYS)}`, `b${Math.floor((day + half) / WINDOW_DAYS)}`];
}

function placeKeys(place: Site | null, window: string): string[] {
  if (!place || place.precision === 'country') return [];
  const keys = place.name ? [`name ${place.name} ${window}`] : [];
  if (place.latitude === undefined || place.longitude === undefined) return keys;
  const half = CELL_DEGREES / 2;
  for (const [grid, north, east] of [
    ['a', 0, 0],
    ['b', half, 0],
    ['c', 0, half],
    ['d', half, half],
  ] as const) {
    const row = Math.floor((place.latitude + north) / CELL_DEGREES);
    const column = Math.floor((place.longitude + east) / CELL_DEGREES);
    keys.push(`cell ${grid}${row},${column} ${window}`);
  }
  return keys;
}
