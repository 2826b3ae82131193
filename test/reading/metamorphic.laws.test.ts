/**
 * Laws that hold between the readings of two texts, whatever the texts say: what must not matter changes nothing, and
 * what is exchanged changes alone. Forty invented stories, five variants each; a story in which no toll was read keeps
 * no law. Each share has a floor in metamorphic.floor.json beside the law that it is on its way to.
 *
 * `RECOUNT_RAISE_FLOORS=1 node --test test/reading/metamorphic.laws.test.ts` lifts the floors to what is measured;
 * `RECOUNT_SHOW_BROKEN=1` prints the stories that break a law.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_READING } from '../../src/languages/en/reading.ts';
import type { Harm, Reading, ReportInput } from '../../src/model/reading.ts';
import { readReport } from '../../src/reading/read.ts';
import { STORIES } from '../stories/stories.ts';
import {
  type Bounds,
  inCapitals,
  seeded,
  type Telling,
  tell,
  tollOf,
  variantsOf,
  withBackground,
  withOtherTypography,
  written,
} from '../stories/variants.ts';

const FLOORS = join(import.meta.dirname, 'metamorphic.floor.json');
const floors: Record<string, number> = JSON.parse(readFileSync(FLOORS, 'utf8'));
const raised: Record<string, number> = { ...floors };

const language = { model: english(), pack: ENGLISH_READING };
const knowledge = loadKnowledge();
const read = (report: ReportInput): Reading =>
  readReport(report, language, knowledge, { name: 'recount', version: 'test' }).reading;

interface Case {
  readonly telling: Telling;
  readonly reading: Reading;
  /** The story as it was written, and its reading. */
  readonly own: Telling;
  readonly ownReading: Reading;
  readonly seed: number;
}

const cases: Case[] = STORIES.flatMap((story, s) => {
  const own = tell(story);
  const ownReading = read(own.report);
  return variantsOf(story, s).map((telling, v) => ({
    telling,
    reading: read(telling.report),
    own,
    ownReading,
    seed: 1000 * s + v,
  }));
});

/** The harms that a story's toll speaks of, or is silent on; arrests and flight are left aside. */
const HARMS: readonly Harm[] = ['killed', 'injured', 'killed or injured', 'missing', 'abducted'];

type Figure = readonly [harm: Harm, bounds: Bounds | null | undefined];

/** "killed 4..4, injured 2..": the harms that are told, in one line. */
const shown = (figures: readonly Figure[]) =>
  figures
    .flatMap(([harm, bounds]) => (bounds ? [`${harm} ${bounds.min}..${bounds.max ?? ''}`] : []))
    .join(', ');

/** The figures of the main event. */
function figuresOf(reading: Reading, harms: readonly Harm[] = HARMS): string {
  return shown(harms.map((harm) => [harm, reading.events[0]?.toll[harm]]));
}

function expectedFigures(telling: Telling, harms: readonly Harm[]): string {
  const toll = tollOf(telling);
  return shown(harms.map((harm) => [harm, toll.get(harm)]));
}

const asked = (telling: Telling) => HARMS.filter((harm) => tollOf(telling).get(harm) !== null);

const isRead = (reading: Reading) => Object.keys(reading.events[0]?.toll ?? {}).length > 0;

/** What may differ where a name or figure is another: a place lies elsewhere, and one may be surer of it. */
const OF_THE_NAME = ['confidence', 'latitude', 'longitude', 'country', 'precision', 'message'] as const;

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A reading without offsets and the fields named in `aside`, each string rewritten. Dates keep `start` and `end`. */
function outline(value: Value, rewrite: (text: string) => string, aside: readonly string[] = []): Value {
  if (typeof value === 'string') return rewrite(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => outline(item, rewrite, aside));
  const isOffset = (key: string, item: Value) => /^(start|end)$/.test(key) && typeof item === 'number';
  const kept = Object.entries(value).filter(([key, item]) => !aside.includes(key) && !isOffset(key, item));
  return Object.fromEntries(kept.map(([key, item]) => [key, outline(item, rewrite, aside)]));
}

const wordsOf = (reading: Reading) => JSON.parse(JSON.stringify(reading)) as Value;

/** Puts the name of its slot for everything that fills a slot; of a figure only that it is one. */
function slotsFor({ figures, people, places, story }: Telling): (text: string) => string {
  const fillings = [
    ...Object.values(figures).flatMap((figure) => [
      [written(figure), '#'] as const,
      [String(figure), '#'] as const,
    ]),
    ...Object.entries({ ...people, ...places }).map(([slot, name]) => [name, `{${slot}}`] as const),
    ...Object.entries(people).flatMap(([slot, name]) =>
      name.split(' ').map((part, i) => [part, `{${slot} ${i}}`] as const),
    ),
  ].sort(([a], [b]) => b.length - a.length);
  const flags = story.capitals ? 'gi' : 'g';
  return (text) =>
    fillings.reduce((told, [filling, slot]) => {
      const pattern = `(?<![\\p{L}\\d.,-])(?:${filling}|${filling[0]!.toUpperCase()}${filling.slice(1)})(?![\\p{L}\\d-])`;
      return told.replace(new RegExp(pattern, `u${flags}`), slot);
    }, text);
}

/** The figures of a reading in its order, and the reading with a mark in their place. */
function liftFigures(value: Value, lifted: (number | null)[]): Value {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => liftFigures(item, lifted));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isBound = (key === 'min' || key === 'max') && !Array.isArray(item);
      if (!isBound) return [key, liftFigures(item, lifted)];
      lifted.push(item as number | null);
      return [key, '#'];
    }),
  );
}

/** Every sum and difference of the exchanged figures' changes. */
function possibleChanges(from: Telling, to: Telling): Set<number> {
  let sums = new Set([0]);
  for (const [slot, figure] of Object.entries(from.figures)) {
    const change = to.figures[slot]! - figure;
    sums = new Set([...sums].flatMap((sum) => [sum - change, sum, sum + change]));
  }
  return sums;
}

/** What differs beyond the exchange; null where nothing does. */
function unexchanged({ own, ownReading, telling, reading }: Case): string | null {
  const [before, later]: [(number | null)[], (number | null)[]] = [[], []];
  const was = liftFigures(outline(wordsOf(ownReading), slotsFor(own), OF_THE_NAME), before);
  const is = liftFigures(outline(wordsOf(reading), slotsFor(telling), OF_THE_NAME), later);
  if (JSON.stringify(was) !== JSON.stringify(is))
    return firstDifference(JSON.stringify(was), JSON.stringify(is));
  const changes = possibleChanges(own, telling);
  const isPossible = (from: number | null, to: number | null) =>
    from === null || to === null ? from === to : changes.has(to - from);
  return before.every((figure, i) => isPossible(figure, later[i]!)) ? null : `${before} became ${later}`;
}

function plainTypography(text: string): string {
  return text.replace(/[“”]/g, '"').replaceAll('’', "'").replace(/ {2,}/g, ' ');
}

interface Law {
  readonly name: string;
  /** The share of cases that issue and contract ask for. */
  readonly asks: number;
  keeps(example: Case): boolean;
  /** What to show of a case that breaks it. */
  shows(example: Case): string;
}

const LAWS: readonly Law[] = [
  {
    name: 'the toll of the main event is right',
    asks: 0.95,
    keeps: ({ telling, reading }) =>
      figuresOf(reading, asked(telling)) === expectedFigures(telling, asked(telling)),
    shows: ({ telling, reading }) =>
      `"${figuresOf(reading, asked(telling))}" for "${expectedFigures(telling, asked(telling))}"`,
  },
  {
    name: 'a sentence of background changes no figure of the main event',
    asks: 1,
    keeps: ({ telling, reading, seed }) =>
      figuresOf(reading) === figuresOf(read(withBackground(telling.report, seeded(seed)))),
    shows: ({ telling, reading, seed }) => {
      const report = withBackground(telling.report, seeded(seed));
      return `"${figuresOf(reading)}" became "${figuresOf(read(report))}"\n${report.text}`;
    },
  },
  {
    name: 'exchanging figures or names of the same kind changes only them',
    asks: 1,
    keeps: (example) => unexchanged(example) === null,
    shows: (example) => unexchanged(example) ?? '',
  },
  {
    name: 'curly quotes and double spaces change nothing but offsets',
    asks: 1,
    keeps: ({ telling, reading, seed }) => {
      const other = read(withOtherTypography(telling.report, seeded(seed)));
      return (
        JSON.stringify(outline(wordsOf(reading), plainTypography)) ===
        JSON.stringify(outline(wordsOf(other), plainTypography))
      );
    },
    shows: ({ telling, reading, seed }) => {
      const other = read(withOtherTypography(telling.report, seeded(seed)));
      return firstDifference(
        JSON.stringify(outline(wordsOf(reading), plainTypography)),
        JSON.stringify(outline(wordsOf(other), plainTypography)),
      );
    },
  },
  {
    name: 'upper case changes no figure',
    asks: 0.95,
    keeps: ({ telling, reading }) => figuresOf(reading) === figuresOf(read(inCapitals(telling.report))),
    shows: ({ telling, reading }) =>
      `"${figuresOf(reading)}" became "${figuresOf(read(inCapitals(telling.report)))}"`,
  },
];

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `…${a.slice(Math.max(0, at - 80), at + 80)}…\n…${b.slice(Math.max(0, at - 80), at + 80)}…`;
}

for (const law of LAWS) {
  test(law.name, (t) => {
    const broken = cases.filter((example) => !isRead(example.reading) || !law.keeps(example));
    const share = (cases.length - broken.length) / cases.length;
    const floor = floors[law.name] ?? 0;
    const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
    t.diagnostic(
      `${percent(share)} of ${cases.length}; the floor is ${percent(floor)}, the law asks ${percent(law.asks)}`,
    );
    if (process.env.RECOUNT_SHOW_BROKEN) {
      for (const example of broken)
        console.log(
          `${example.telling.story.id}: ${isRead(example.reading) ? law.shows(example) : 'nothing read'}`,
        );
    }
    raised[law.name] = Math.max(floor, Math.floor(1000 * share) / 1000);
    const stories = [...new Set(broken.map(({ telling }) => telling.story.id))].join(', ');
    assert.ok(share >= floor, `${percent(share)} fell below the floor of ${percent(floor)}: ${stories}`);
  });
}

after(() => {
  if (process.env.RECOUNT_RAISE_FLOORS) writeFileSync(FLOORS, `${JSON.stringify(raised, null, 2)}\n`);
});
