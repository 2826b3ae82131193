/**
 * Reports of a made-up war for benchmarks of the record, with the readings that a reader might give: of each incident a
 * few reports by several outlets over some days, with five figures each, the words of news and names of their own.
 */
import { readFileSync } from 'node:fs';
import type { Claim, Reading } from '../src/model/reading.ts';
import type { TakenReport } from '../src/store/rules.ts';

export interface Shape {
  readonly reports: number;
  readonly incidents: number;
}

/** The nth report, from 0; the same each time. Incidents follow one another, their reports come mixed over some days. */
export function syntheticReport(n: number, { reports, incidents }: Shape): TakenReport {
  const each = reports / incidents;
  const drift = Math.floor(randomAt(n, 1) * randomAt(n, 2) * 60);
  const incident = Math.abs(Math.floor(n / each) - drift);
  return reportOf(n, incident);
}

function reportOf(n: number, incident: number): TakenReport {
  const pick = <T>(list: readonly T[], salt: number, of = incident): T =>
    list[Math.floor(randomAt(of, salt) * list.length)]!;
  const day = dayOf(Math.floor(incident / 11));
  const weekday = WEEKDAYS[new Date(day).getUTCDay()]!;
  const place = pick(PLACES, 3);
  const killed = 1 + Math.floor(randomAt(incident, 4) ** 3 * 40) + Math.floor(randomAt(n, 5) * 3);
  const speaker = pick(SPEAKERS, 6, n);
  const victims = Array.from({ length: 3 }, (_, i) => `${pick(GIVEN, 7 + i)} ${pick(FAMILY, 11 + i)}`);
  const site = pick(SITES, 15);
  const [kind, how, weapon] = pick(KINDS, 18);
  const lead = `At least ${killed} people were killed in ${place.name} when ${weapon} ${how} the ${site} on ${weekday}, ${speaker} said.`;
  const named = `Among the dead were ${victims.join(', ')}.`;
  const filler = Array.from({ length: 10 }, (_, i) => sentence(n, i)).join(' ');
  const text = `${lead} ${named}\n${filler}`;
  const title = `${killed} killed in ${place.name} as ${sentence(n, 11).toLowerCase().slice(0, 30)}`;
  const id = `s${n}`;
  const span = (quote: string) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length, quote };
  };
  const date = {
    start: day,
    end: day,
    precision: 'day' as const,
    extent: 'within' as const,
    evidence: [span(weekday)],
  };
  const where = { ...place, precision: 'city' as const, evidence: [span(place.name)] };
  const attribution = {
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
      max: i === 0 ? null : killed - 2 * i > 0 ? killed - 2 * i : 1,
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
  const claims = [0, 1, 2, 3, 4].map(claim);
  const published = dayOf(Math.floor(incident / 11) + 1 + Math.floor(randomAt(n, 16) * 3));
  const outlet = pick(OUTLETS, 17, n);
  const url = `https://${outlet}/story/${n}`;
  const reading: Reading = {
    report: { id, title, published, url, language: 'en' },
    reader: { name: 'synthetic', version: '1' },
    attributions: [attribution],
    claims,
    events: [
      {
        id: 'e1',
        type: kind,
        date,
        place: where,
        perpetrators: [],
        targets: [],
        weapons: [{ text: weapon, evidence: [span(weapon)] }],
        toll: { killed: claims[0]!.count },
        civilianToll: {},
        tollFrom: { killed: { min: ['c1'], max: ['c1'] } },
        civilianTollFrom: {},
        evidence: [span(how)],
      },
    ],
    gaps: [],
    problems: [],
  };
  return { inside: `:${n + 1}`, report: { id, text, title, published, url }, outlet, reading };
}

function sentence(n: number, i: number): string {
  const words = Array.from({ length: 14 }, (_, j) => {
    const rank = Math.floor(WORDS.length ** randomAt(n * 31 + i, 20 + j));
    return WORDS[Math.min(rank, WORDS.length - 1)]!;
  });
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

const PLACES = Array.from({ length: 3000 }, (_, i) => ({
  name: capital(invented(i, 3)),
  country: 'ZZ',
  latitude: 10 + 10 * randomAt(i, 80),
  longitude: 20 + 10 * randomAt(i, 81),
}));
const GIVEN = Array.from({ length: 3000 }, (_, i) => capital(invented(10_000 + i, 3)));
const FAMILY = Array.from({ length: 3000 }, (_, i) => capital(invented(20_000 + i, 3)));
const OUTLETS = Array.from({ length: 200 }, (_, i) => `${invented(30_000 + i, 3)}.example.org`);
const SPEAKERS = Array.from({ length: 60 }, (_, i) => `the ${capital(invented(40_000 + i, 2))} ministry`);
const SITES = Array.from({ length: 300 }, (_, i) => `${invented(50_000 + i, 2)} market`);
/** Words of news as the tables count them, the most common first: what is common in news must be common here. */
const WORDS = readFileSync(new URL('../data/en/word-counts.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t'))
  .sort((a, b) => Number(b[1]) - Number(a[1]))
  .map(([word]) => word!);
