/**
 * A mention: one event as one report tells it, with all that tells it from others. Takes a kept report and gives its
 * mentions, the main one first. Plain data, of a few kilobytes, so that a store can keep it as JSON; and a pure function
 * of the report and of how rare words are, so that it need not.
 */
import { type DayNumber, datesMeet, parseDay } from '../model/date-range.ts';
import type { Claim, Count, DateRange, Event, Harm, Place } from '../model/reading.ts';
import { type KeptReport, type MentionId, type Moment, type ReportId, refOf } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import type { Offset } from '../text/span.ts';
import { foldWord, type Rarity, type Word, wordsOf } from './words.ts';

/** The part that stands for a report in which no event was read. */
export const NO_EVENT = 'e0';

/** Both ends included; null: open, or not told. */
export interface Days {
  readonly start: DayNumber | null;
  readonly end: DayNumber | null;
}

export interface Site {
  /** Folded. */
  readonly name: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly precision: Place['precision'];
}

export interface Victim {
  /** The words of the name, folded, in their order. */
  readonly name: readonly string[];
  readonly age?: number;
}

/** What of a report tells its incident from others. Words and names are folded. */
export interface Mention {
  readonly id: MentionId;
  readonly report: ReportId;
  /** Whether it is what the report is chiefly about. */
  readonly isMain: boolean;
  readonly recordedAt: Moment;
  readonly published: DayNumber | null;
  readonly outlet: string | null;
  readonly date: Days | null;
  readonly place: Site | null;
  readonly type: string;
  readonly weapons: readonly string[];
  readonly parties: readonly string[];
  readonly victims: readonly Victim[];
  readonly toll: Partial<Record<Harm, Count>>;
  readonly title: readonly string[];
  /** Words told with the event, and how often: those that say most, most telling first. */
  readonly words: readonly (readonly [form: string, count: number])[];
  /** Names and numbers told with it. */
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  /** Hashes of some runs of words: texts with a passage in common have some in common. */
  readonly runs: readonly number[];
}

/** News tells what happened first; what stands further down is often of other incidents. In UTF-16 code units. */
const LEAD_LENGTH = 3000;
/** Words that one mention is compared by, at most; names and numbers by as many. */
const MAX_WORDS = 150;

/** The different words of a report's title and lead: what `rarityFrom` counts. */
export function formsOfReport({ title = '', text }: Pick<KeptReport, 'title' | 'text'>): Set<string> {
  return new Set(wordsOf(`${title}\n${text.slice(0, LEAD_LENGTH)}`).map(({ form }) => form));
}

/** The mentions of a report, its main event first. A report without an event has one, made of its title and lead. */
export function mentionsOf(report: KeptReport, rarity: Rarity): Mention[] {
  const { reading, text } = report;
  const [main, ...recalled] = reading.events;
  const lead = without(
    text.slice(0, LEAD_LENGTH),
    recalled
      .filter((event) => main && isElsewhere(event, main))
      .flatMap((event) => sentencesOf(event, reading.claims, text)),
    main ? sentencesOf(main, reading.claims, text) : [],
  );
  const whole = toldOf(wordsOf(lead), wordsOf(report.title ?? ''), rarity);
  const first: Mention = {
    ...(main ? settingOf(main, reading.claims) : NO_SETTING),
    ...commonOf(report, main?.id ?? NO_EVENT),
    isMain: true,
    title: wordsOf(report.title ?? '').map(({ form }) => form),
    ...whole,
  };
  const others = recalled.map((event) => ({
    ...settingOf(event, reading.claims),
    ...commonOf(report, event.id),
    isMain: false,
    title: [],
    ...toldOf(
      wordsOf(
        sentencesOf(event, reading.claims, text)
          .map(([start, end]) => text.slice(start, end))
          .join('\n'),
      ),
      [],
      rarity,
    ),
  }));
  return [first, ...others];
}

/** On another day and at another place. Less is not enough: readings part what is one incident, too. */
function isElsewhere(event: Event, main: Event): boolean {
  if (!event.date || !main.date || datesMeet(event.date, main.date)) return false;
  return (
    event.place !== undefined &&
    main.place !== undefined &&
    foldName(event.place.name) !== foldName(main.place.name)
  );
}

/** The text with the stretches blanked that do not meet any of those to keep. */
function without(text: string, stretches: readonly Stretch[], kept: readonly Stretch[]): string {
  let left = text;
  for (const [start, end] of stretches) {
    if (start >= text.length || kept.some(([from, to]) => from < end && start < to)) continue;
    left = `${left.slice(0, start)}\n${' '.repeat(Math.max(0, Math.min(end, text.length) - start - 1))}${left.slice(end)}`;
  }
  return left;
}

function commonOf({ id, published, outlet, recordedAt }: KeptReport, part: string) {
  return {
    id: refOf(id, part),
    report: id,
    recordedAt,
    published: published === undefined ? null : parseDay(published),
    outlet: outlet === undefined ? null : outlet.toLowerCase(),
  };
}

const NO_SETTING = {
  date: null,
  place: null,
  type: '',
  weapons: [],
  parties: [],
  victims: [],
  toll: {},
} satisfies Partial<Mention>;

function settingOf(event: Event, claims: readonly Claim[]) {
  const { place, date, type, weapons, perpetrators, toll } = event;
  const victims = claims
    .filter((claim) => claim.event === event.id && claim.scope === 'incident')
    .flatMap((claim) => claim.victims.named);
  return {
    date: date ? daysOf(date) : null,
    place: place ? siteOf(place) : null,
    type,
    weapons: unique(weapons.flatMap(({ text }) => formsOf(text))),
    parties: unique(perpetrators.map(({ name }) => foldName(name))),
    victims: victimsOf(victims),
    toll,
  };
}

function daysOf({ start, end }: DateRange): Days {
  return { start: start === null ? null : parseDay(start), end: end === null ? null : parseDay(end) };
}

function siteOf({ name, latitude, longitude, precision }: Place): Site {
  const at = latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
  return { name: foldName(name), precision, ...at };
}

/** Each name once, with the age that any claim gives it. */
function victimsOf(named: readonly { name: string; age?: number }[]): Victim[] {
  const ages = new Map<string, number | undefined>();
  for (const { name, age } of named) {
    const key = formsOf(name).join(' ');
    if (key) ages.set(key, ages.get(key) ?? age);
  }
  return [...ages].map(([key, age]) => ({ name: key.split(' '), ...(age === undefined ? {} : { age }) }));
}

function toldOf(body: readonly Word[], title: readonly Word[], rarity: Rarity) {
  const words = new Map<string, number>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const { form } of title) words.set(form, (words.get(form) ?? 0) + 1);
  for (const { form, isName, isNumber } of body) {
    words.set(form, (words.get(form) ?? 0) + 1);
    if (isName) names.add(form);
    if (isNumber) numbers.add(form);
  }
  const telling = [...words]
    .map(([form, count]) => ({ form, count, weight: weightOf(count, rarity.of(form)) }))
    .sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1))
    .slice(0, MAX_WORDS);
  return {
    words: telling.map(({ form, count }) => [form, count] as const),
    names: [...names].slice(0, MAX_WORDS),
    numbers: [...numbers].slice(0, MAX_WORDS),
    runs: runsOf(body),
  };
}

/** What a word says that stands so often in a text (tf-idf). */
export function weightOf(count: number, rarity: number): number {
  return (1 + Math.log(count)) * rarity;
}

type Stretch = readonly [start: Offset, end: Offset];

/** The sentences in which an event and its figures stand, in order, each once. Of no language: a stop and a space end one. */
function sentencesOf(event: Event, claims: readonly Claim[], text: string): Stretch[] {
  const spans = [
    ...event.evidence,
    ...claims.filter((claim) => claim.event === event.id).flatMap(evidenceOf),
  ];
  const ends = new Map<Offset, Offset>();
  for (const span of spans) {
    if (span.in === 'title') continue;
    const start = Math.max(0, ...SENTENCE_ENDS.map((mark) => endOfLast(text, mark, span.start)));
    const next = SENTENCE_ENDS.map((mark) => text.indexOf(mark, span.end)).filter((at) => at >= 0);
    ends.set(start, Math.max(ends.get(start) ?? 0, Math.min(...next, text.length)));
  }
  return [...ends].sort(([x], [y]) => x - y);
}

/** Where the last such mark before an offset ends; -1 where there is none. */
function endOfLast(text: string, mark: string, before: Offset): Offset {
  const at = text.lastIndexOf(mark, before - mark.length);
  return at < 0 || before < mark.length ? -1 : at + mark.length;
}

const SENTENCE_ENDS = ['\n', '. ', '? ', '! ', '.” ', '." '];

const evidenceOf = ({ evidence, victims }: Claim) => [
  ...evidence,
  ...victims.named.flatMap((victim) => victim.evidence),
];

const RUN_LENGTH = 6;
/** Of the runs of words those are kept whose hash is a multiple of this: the same ones in every text. */
const KEPT_RUNS = 8;

function runsOf(words: readonly Word[]): number[] {
  const runs = new Set<number>();
  for (let i = 0; i + RUN_LENGTH <= words.length; i++) {
    let hash = 2166136261;
    for (let j = i; j < i + RUN_LENGTH; j++) {
      const { form } = words[j]!;
      for (let k = 0; k < form.length; k++) hash = Math.imul(hash ^ form.charCodeAt(k), 16777619);
      hash = Math.imul(hash ^ 32, 16777619);
    }
    if ((hash >>> 3) % KEPT_RUNS === 0) runs.add(hash >>> 0);
  }
  return [...runs].sort((a, b) => a - b);
}

const formsOf = (text: string): string[] => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord);
const unique = (list: readonly string[]): string[] => [...new Set(list)];
