/**
 * Reports of a made-up war for benchmarks of the record, with the readings that a reader might give. The shape is that of
 * news: most incidents have two reports or three, a few have hundreds; the mean is five. Their reports come mixed over the
 * days after. One report in five carries another's text, one in seven tells of an earlier incident as well. Places are a few
 * hundred, words are those of news with a long tail of rare ones.
 */
import { readFileSync } from 'node:fs';
import type { Claim, DateRange, Event, Place, Reading } from '../src/model/reading.ts';
import type { TakenReport } from '../src/store/rules.ts';

/** Which incident each report tells of, in the order in which they come. */
export type War = Int32Array;

const MEAN_REPORTS = 5;
const MOST_REPORTS = 500;
const INCIDENTS_A_DAY = 11;

/** A war of so many reports. Of a longer one the beginning is not the same, but as dense. */
export function warOf(reports: number): War {
  const told: { incident: number; at: number }[] = [];
  for (let incident = 0; told.length < reports; incident++) {
    const size = sizeOf(incident);
    // large ones are told of for longer
    const spread = MEAN_REPORTS * INCIDENTS_A_DAY * (1 + Math.log2(size));
    for (let i = 0; i < size; i++) {
      const late = i === 0 ? 0 : -Math.log(1 - randomAt(incident * 911 + i, 1)) * spread;
      told.push({ incident, at: incident * MEAN_REPORTS + late });
    }
  }
  told.sort((a, b) => a.at - b.at || a.incident - b.incident);
  return Int32Array.from(told.slice(0, reports), ({ incident }) => incident);
}

/** By Pareto's law: half of the incidents have two reports or three, one in a hundred more than thirty. */
function sizeOf(incident: number): number {
  return Math.min(MOST_REPORTS, Math.floor(2.05 * (1 - randomAt(incident, 2)) ** (-1 / 1.6)));
}

/** The nth report of a war, from 0; the same each time. */
export function syntheticReport(n: number, war: War): TakenReport {
  const incident = war[n]!;
  const copied = randomAt(n, 19) < 0.2 ? earlierOf(n, war) : null;
  const recalled = randomAt(n, 21) < 0.15 ? war[Math.floor(n * (1 - 0.02 * randomAt(n, 22)))]! : incident;
  return reportOf(n, copied ?? n, incident, recalled === incident ? null : recalled);
}

/** An earlier report of the same incident, not far back; null where there is none. */
function earlierOf(n: number, war: War): number | null {
  for (let at = n - 1; at >= Math.max(0, n - 400); at--) if (war[at] === war[n]) return at;
  return null;
}

/** What is known of an incident, whoever tells of it. */
interface Fact {
  readonly day: string;
  readonly weekday: string;
  readonly place: Omit<Place, 'evidence'>;
  readonly killed: number;
  readonly victims: readonly string[];
  readonly site: string;
  readonly kind: (typeof KINDS)[number];
}

function pick<T>(list: readonly T[], of: number, salt: number): T {
  return list[Math.floor(randomAt(of, salt) * list.length)]!;
}

function factOf(incident: number): Fact {
  const day = dayOf(Math.floor(incident / INCIDENTS_A_DAY));
  const victims = Array.from(
    { length: 1 + Math.floor(randomAt(incident, 23) * 4) },
    (_, i) => `${pick(GIVEN, incident, 7 + i)} ${pick(FAMILY, incident, 11 + i)}`,
  );
  return {
    day,
    weekday: WEEKDAYS[new Date(day).getUTCDay()]!,
    // places by Zipf's law: a front moves little
    place: { ...PLACES[Math.floor(PLACES.length ** randomAt(incident, 3)) - 1]!, precision: 'city' },
    killed: 1 + Math.floor(randomAt(incident, 4) ** 3 * 40),
    victims,
    site: pick(SITES, incident, 15),
    kind: pick(KINDS, incident, 18),
  };
}

/** `wording`: the number of the report whose text it carries, its own where it copies none. */
function reportOf(n: number, wording: number, incident: number, recalled: number | null): TakenReport {
  const fact = factOf(incident);
  const { weekday, place, victims, site } = fact;
  const [kind, how, weapon] = fact.kind;
  const killed = fact.killed + Math.floor(randomAt(wording, 5) * 3);
  const speaker = pick(SPEAKERS, wording, 6);
  const lead = `At least ${killed} people were killed in ${place.name} when ${weapon} ${how} the ${site} on ${weekday}, ${speaker} said.`;
  const named = `Among the dead were ${victims.join(', ')}.`;
  const filler = Array.from({ length: 10 }, (_, i) => sentence(wording, i)).join(' ');
  const past = recalled === null ? null : factOf(recalled);
  const recall = past ? `It was in ${past.place.name} that ${past.killed} were killed on ${past.day}.` : '';
  const text = `${lead} ${named}\n${filler}${recall && `\n${recall}`}`;
  const title = `${killed} killed in ${place.name} as ${sentence(n, 11).toLowerCase().slice(0, 30)}`;
  const id = `s${n}`;
  const span = (quote: string, from = 0) => {
    const start = text.indexOf(quote, from);
    return { start, end: start + quote.length, quote };
  };
  const said = {
    id: 'a1',
    source: [span(speaker)],
    cue: [span('said')],
    content: [span(lead.slice(0, 40))],
    speaker,
    speakerKind: 'government' as const,
    stance: 'asserts' as const,
  };
  const claim = (i: number): Claim => ({
    id: `c${i + 1}`,
    event: 'e1',
    scope: 'incident',
    harm: i === 1 ? 'injured' : 'killed',
    count: {
      min: Math.max(1, killed - 2 * i),
      max: i === 0 ? null : Math.max(1, killed - 2 * i),
      kind: i === 0 ? 'at least' : 'exact',
      approximate: false,
    },
    victims: {
      civilianStatus: 'unknown',
      named:
        i === 0 ? victims.map((name) => ({ name, identity: 'stated' as const, evidence: [span(name)] })) : [],
      evidence: [span('people')],
    },
    perpetrators: [],
    attribution: i === 4 ? [] : ['a1'],
    stance: 'asserted',
    relations: i > 1 ? [{ to: 'c1', kind: 'part of' }] : [],
    evidence: [span(i === 0 ? `${killed} people were killed` : 'killed')],
    confidence: 0.8,
  });
  const claims = Array.from({ length: past ? 4 : 5 }, (_, i) => claim(i));
  const events = [
    eventOf('e1', kind, weapon, fact, claims[0]!, [span(how)], [span(weekday)], [span(place.name)]),
  ];
  if (past) {
    const from = text.length - recall.length;
    const told = span(`${past.killed} were killed`, from);
    const count = { min: past.killed, max: past.killed, kind: 'exact' as const, approximate: false };
    claims.push({
      ...claim(4),
      id: 'c5',
      event: 'e2',
      harm: 'killed',
      count,
      relations: [],
      evidence: [told],
    });
    events.push(
      eventOf(
        'e2',
        past.kind[0],
        '',
        past,
        claims.at(-1)!,
        [told],
        [span(past.day, from)],
        [span(past.place.name, from)],
      ),
    );
  }
  const published = dayOf(Math.floor(incident / INCIDENTS_A_DAY) + 1 + Math.floor(randomAt(n, 16) * 3));
  const outlet = pick(OUTLETS, n, 17);
  const url = `https://${outlet}/story/${n}`;
  const reading: Reading = {
    report: { id, title, published, url, language: 'en' },
    reader: { name: 'synthetic', version: '1' },
    attributions: [said],
    claims,
    events,
    gaps: [],
    problems: [],
  };
  return { inside: `:${n + 1}`, report: { id, text, title, published, url }, outlet, reading };
}

type Spans = Event['evidence'];

function eventOf(
  id: string,
  type: Event['type'],
  weapon: string,
  { day, place }: Fact,
  { id: claim, count }: Claim,
  evidence: Spans,
  dayWords: Spans,
  placeWords: Spans,
): Event {
  const date: DateRange = { start: day, end: day, precision: 'day', extent: 'within', evidence: dayWords };
  return {
    id,
    type,
    date,
    place: { ...place, evidence: placeWords },
    perpetrators: [],
    targets: [],
    weapons: weapon ? [{ text: weapon, evidence }] : [],
    toll: { killed: count },
    civilianToll: {},
    tollFrom: { killed: { min: [claim], max: [claim] } },
    civilianTollFrom: {},
    evidence,
  };
}

function sentence(n: number, i: number): string {
  const words = Array.from({ length: 14 }, (_, j) =>
    wordOf(Math.floor(VOCABULARY ** randomAt(n * 31 + i, 20 + j)) - 1),
  );
  return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`;
}

/** 0..1, the same for the same two numbers. */
export function randomAt(n: number, salt: number): number {
  let t = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 1, 0xc2b2ae35);
  t = Math.imul(t ^ (t >>> 15), 1 | t);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

function dayOf(days: number): string {
  return new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const KINDS = [
  ['shelling/artillery/missile attack', 'hit', 'a shell'],
  ['air/drone strike', 'struck', 'a drone'],
  ['attack', 'stormed', 'gunmen'],
  ['suicide bomb', 'rammed', 'a bomber'],
  ['remote explosive/landmine/ied', 'destroyed', 'a mine'],
] as const;
const SYLLABLES =
  'ba be da do fa ga ha ir ka ke la li ma mo na ni or pa ra re sa se ta te ul va ve wa za zo'.split(' ');
function invented(n: number, parts: number): string {
  return Array.from(
    { length: parts },
    (_, i) => SYLLABLES[Math.floor(randomAt(n, 90 + i) * SYLLABLES.length)],
  ).join('');
}
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

const PLACES = Array.from({ length: 400 }, (_, i) => ({
  name: capital(invented(i, 3)),
  country: 'ZZ',
  latitude: 10 + 4 * randomAt(i, 80),
  longitude: 20 + 5 * randomAt(i, 81),
}));
const GIVEN = Array.from({ length: 3000 }, (_, i) => capital(invented(10_000 + i, 3)));
const FAMILY = Array.from({ length: 3000 }, (_, i) => capital(invented(20_000 + i, 3)));
const OUTLETS = Array.from({ length: 200 }, (_, i) => `${invented(30_000 + i, 3)}.example.org`);
const SPEAKERS = Array.from({ length: 60 }, (_, i) => `the ${capital(invented(40_000 + i, 2))} ministry`);
const SITES = Array.from({ length: 300 }, (_, i) => `${invented(50_000 + i, 2)} market`);
/** Words of news as the tables count them, the most common first: what is common in news must be common here. */
const WORDS = readFileSync(new URL('../data/en/word-counts.txt', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[0]!)
  .filter((word) => /^[a-z]{2,}$/.test(word));
/** With words that no table counts: one in seven. */
const VOCABULARY = 40_000;
const wordOf = (rank: number): string => WORDS[rank] ?? invented(rank, 4);
