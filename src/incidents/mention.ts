/**
 * A mention: one event as one report tells it, with all that tells it from others. Takes a kept report and gives its
 * mentions, the main one first. A pure function of the report, so that nothing of it need be kept.
 */
import { type DayNumber, parseDay } from '../model/date-range.ts';
import type { Claim, Count, DateRange, Event, Harm, Place } from '../model/reading.ts';
import { type KeptReport, type MentionId, type Moment, type ReportId, refOf } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { foldWord, type Word, wordsOf } from './words.ts';

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
  /** Words told with the event, and how often. */
  readonly words: ReadonlyMap<string, number>;
  /** Those of them that are names, and those that are numbers. */
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Hashes of some runs of words: texts with a passage in common have some in common. */
  readonly runs: ReadonlySet<number>;
}

/** News tells what happened first; what stands further down is often of other incidents. In UTF-16 code units. */
const LEAD_LENGTH = 3000;
/** Words that one mention is compared by, at most. */
const MAX_WORDS = 400;

/** The mentions of a report, its main event first. A report without an event has one, made of its title and lead. */
export function mentionsOf(report: KeptReport): Mention[] {
  const { reading, text } = report;
  const lead = text.slice(0, LEAD_LENGTH);
  const main = reading.events[0];
  const whole = toldOf(wordsOf(lead), wordsOf(report.title ?? ''));
  const first: Mention = {
    ...(main ? settingOf(main, reading.claims) : NO_SETTING),
    ...commonOf(report, main?.id ?? NO_EVENT),
    isMain: true,
    title: wordsOf(report.title ?? '').map(({ form }) => form),
    ...whole,
  };
  const others = reading.events.slice(1).map((event) => ({
    ...settingOf(event, reading.claims),
    ...commonOf(report, event.id),
    isMain: false,
    title: [],
    ...toldOf(wordsOf(sentencesOf(event, reading.claims, report)), []),
  }));
  return [first, ...others];
}

function commonOf({ id, published, outlet, reading, recordedAt }: KeptReport, part: string) {
  const from = outlet ?? reading.report.source;
  return {
    id: refOf(id, part),
    report: id,
    recordedAt,
    published: published === undefined ? null : parseDay(published),
    outlet: from === undefined ? null : from.toLowerCase(),
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

function toldOf(body: readonly Word[], title: readonly Word[]) {
  const words = new Map<string, number>();
  const lower = new Set<string>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const { form } of title) words.set(form, (words.get(form) ?? 0) + 1);
  for (const { form, isName, isNumber } of body) {
    if (words.size >= MAX_WORDS && !words.has(form)) continue;
    words.set(form, (words.get(form) ?? 0) + 1);
    if (isName) names.add(form);
    if (isNumber) numbers.add(form);
    else if (!isName) lower.add(form);
  }
  return { words, names, numbers, runs: runsOf(body) };
}

/** The sentences in which an event and its figures stand, each once. Of no language: a stop and a space end one. */
function sentencesOf(event: Event, claims: readonly Claim[], { text }: KeptReport): string {
  const spans = [
    ...event.evidence,
    ...claims.filter((claim) => claim.event === event.id).flatMap(evidenceOf),
  ];
  const starts = new Map<number, number>();
  for (const span of spans) {
    if (span.in === 'title') continue;
    const before = text.slice(0, span.start);
    const start = Math.max(...SENTENCE_ENDS.map((end) => before.lastIndexOf(end) + end.length), 0);
    const ends = SENTENCE_ENDS.map((end) => text.indexOf(end, span.end)).filter((at) => at >= 0);
    starts.set(start, Math.max(starts.get(start) ?? 0, Math.min(...ends, text.length)));
  }
  return [...starts]
    .sort(([a], [b]) => a - b)
    .map(([start, end]) => text.slice(start, end))
    .join('\n');
}

const SENTENCE_ENDS = ['\n', '. ', '? ', '! ', '.” ', '." '];

const evidenceOf = ({ evidence, victims }: Claim) => [
  ...evidence,
  ...victims.named.flatMap((victim) => victim.evidence),
];

const RUN_LENGTH = 6;
/** Of the runs of words those are kept whose hash is a multiple of this: the same ones in every text. */
const KEPT_RUNS = 4;

function runsOf(words: readonly Word[]): Set<number> {
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
  return runs;
}

const formsOf = (text: string): string[] => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord);
const unique = (list: readonly string[]): string[] => [...new Set(list)];
