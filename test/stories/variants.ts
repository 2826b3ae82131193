/**
 * Tells the stories: fills their slots with their own figures, people and places, or with others of the same kind
 * drawn by a seed, and works out the toll that then is right. Rewrites that must not matter (curly quotes, double
 * spaces, capitals, a sentence of background) are here too.
 */
import type { Harm, ReportInput } from '../../src/model/reading.ts';
import { BACKGROUND, type Story } from './stories.ts';

export interface Bounds {
  readonly min: number;
  readonly max: number | null;
}

/** A story as a report, with what was put into its slots. */
export interface Telling {
  readonly story: Story;
  readonly report: ReportInput;
  readonly figures: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
}

type Filling = Pick<Telling, 'figures' | 'people' | 'places'>;

/** Numbers in 0..1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** The story as it was written. */
export function tell(story: Story): Telling {
  return withFilling(story, {
    figures: ownFigures(story),
    people: story.people ?? {},
    places: story.places ?? {},
  });
}

const EXCHANGES = ['figures', 'people', 'places', 'figures', 'everything'] as const;

/** Five variants of a story: its figures, its people, its places exchanged, its figures again, and all at once. */
export function variantsOf(story: Story, seed: number): Telling[] {
  const own = tell(story);
  return EXCHANGES.map((exchange, i) => {
    const random = seeded(seed * EXCHANGES.length + i);
    const other = (kind: 'figures' | 'people' | 'places') => exchange === kind || exchange === 'everything';
    return withFilling(story, {
      figures: other('figures') ? otherFigures(story, random) : own.figures,
      people: other('people') ? mapValues(own.people, (name) => otherPerson(name, random)) : own.people,
      places: other('places') ? otherPlaces(own.places, random) : own.places,
    });
  });
}

/** What is right for the main event of a telling. Null: the story leaves it open. */
export function tollOf({ story, figures }: Telling): Map<Harm, Bounds | null> {
  const sum = (terms: string) =>
    terms
      .replaceAll(' - ', ' + -')
      .split(' + ')
      .reduce((total, term) => total + figureOf(term.trim(), figures), 0);
  const bounds = (toll: string): Bounds => {
    const [low, high] = toll.split('..');
    return { min: sum(low!), max: high === '' ? null : sum(high ?? low!) };
  };
  return new Map(
    Object.entries(story.toll).map(([harm, toll]) => [harm as Harm, toll === '?' ? null : bounds(toll)]),
  );
}

function figureOf(term: string, figures: Readonly<Record<string, number>>): number {
  const sign = term.startsWith('-') ? -1 : 1;
  const name = term.replace('-', '');
  const value = figures[name] ?? Number(name);
  if (Number.isNaN(value)) throw new Error(`no figure is called ${name}`);
  return sign * value;
}

function ownFigures(story: Story): Record<string, number> {
  return withSums(story, mapValues(story.figures ?? {}, Number));
}

/** Fills in the figures that are sums of others. */
function withSums(story: Story, figures: Record<string, number>): Record<string, number> {
  for (const [slot, value] of Object.entries(story.figures ?? {})) {
    if (typeof value === 'number') continue;
    figures[slot] = value.split(' + ').reduce((total, term) => total + figures[term]!, 0);
  }
  return figures;
}

/** Another number of the same length and the same way of writing. */
function otherFigure(value: number, random: () => number): number {
  const [low, high] = value < 10 ? [2, 9] : value < 100 ? [11, 99] : [100, 999];
  return low + Math.floor(random() * (high - low + 1));
}

function otherFigures(story: Story, random: () => number): Record<string, number> {
  const own = ownFigures(story);
  const fixed = new Set(`${story.title ?? ''} ${story.text}`.match(/\d+/g));
  const isFit = (figures: Record<string, number>) =>
    (story.rising ?? []).every(([smaller, larger]) => figures[smaller]! < figures[larger]!) &&
    Object.values(figures).every((value) => !fixed.has(String(value))) &&
    new Set(Object.values(figures)).size === Object.values(figures).length;
  for (;;) {
    const drawn = withSums(
      story,
      mapValues(own, (value) => otherFigure(value, random)),
    );
    if (isFit(drawn)) return drawn;
  }
}

const FIRST_NAMES = [
  [
    'Amina',
    'Teresa',
    'Helen',
    'Marcia',
    'Joan',
    'Carla',
    'Nora',
    'Leila',
    'Ingrid',
    'Fatima',
    'Grace',
    'Elena',
  ],
  [
    'Yusef',
    'Idris',
    'Samir',
    'Oliver',
    'Ramon',
    'Derek',
    'Anton',
    'Jermaine',
    'Viktor',
    'Karim',
    'Tomas',
    'Peter',
  ],
] as const;

const LAST_NAMES = [
  ...[
    'Abrodo',
    'Castrell',
    'Dunmore',
    'Fadiri',
    'Gellert',
    'Hallorin',
    'Jabour',
    'Kestner',
    'Lomax',
    'Mirzai',
  ],
  ...['Nkemelu', 'Orrego', 'Pashkin', 'Quarles', 'Rostami', 'Sandor', 'Tarkan', 'Ueland', 'Varga', 'Wexley'],
] as const;

const PLACES = [
  ...[
    'Abrek',
    'Belmorrow',
    'Chandrel',
    'Dorvan',
    'El Mozal',
    'Fenwick Hollow',
    'Garsova',
    'Hasnapore',
    'Iskrel',
  ],
  ...[
    'Jolathar',
    'Kibanga',
    'Lusatra',
    'Monte Orvo',
    'Nyrana',
    'Olmstead Falls',
    'Puerto Sabal',
    'Qalat Amin',
  ],
  ...['Rovigny', 'Sandrook', 'Tel Hamra', 'Ulvenmark', 'Verdano', 'Westerhame', 'Yarmada', 'Zelenik'],
] as const;

/** Somebody else of the same gender. A last name that a story's people share is theirs no longer. */
function otherPerson(name: string, random: () => number): string {
  const [first = ''] = name.split(' ');
  const alike = FIRST_NAMES.find((names) => (names as readonly string[]).includes(first));
  if (!alike) throw new Error(`no list of first names has ${first}`);
  return `${pick(alike, random)} ${pick(LAST_NAMES, random)}`;
}

function otherPlaces(own: Readonly<Record<string, string>>, random: () => number): Record<string, string> {
  const left = [...PLACES];
  return mapValues(own, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

const SPELLED = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

export function written(figure: number): string {
  return SPELLED[figure] ?? String(figure);
}

function withFilling(story: Story, filling: Filling): Telling {
  const fill = (template: string) => {
    const text = template.replace(/\{([a-zA-Z]+)\}/g, (_, slot: string) => {
      const key = slot.toLowerCase();
      const figure = filling.figures[key];
      const value = figure === undefined ? (filling.people[key] ?? filling.places[key]) : written(figure);
      if (value === undefined) throw new Error(`${story.id} has no slot ${slot}`);
      return slot === key ? value : value.replace(/^./, (letter) => letter.toUpperCase());
    });
    return story.capitals ? text.toUpperCase() : text;
  };
  const { id, published, title } = story;
  const report = { id, published, text: fill(story.text), ...(title ? { title: fill(title) } : {}) };
  return { story, report, ...filling };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** With a sentence of background as a paragraph of its own, never the first. */
export function withBackground(report: ReportInput, random: () => number): ReportInput {
  const { text, place } = pick(BACKGROUND, random);
  const paragraphs = report.text.split('\n\n');
  const at = place === 'end' ? paragraphs.length : 1 + Math.floor(random() * paragraphs.length);
  const isInCapitals = report.text === report.text.toUpperCase();
  return {
    ...report,
    text: paragraphs.toSpliced(at, 0, isInCapitals ? text.toUpperCase() : text).join('\n\n'),
  };
}

/** With curly quotes, two spaces after a sentence, and here and there two spaces between words. */
export function withOtherTypography(report: ReportInput, random: () => number): ReportInput {
  const rewrite = (text: string) =>
    text
      .replace(/"([^"]*)"/g, '“$1”')
      .replaceAll("'", '’')
      .replace(/(?<=[.?!]”?) /g, '  ')
      .replace(/(?<! ) (?! )/g, (space) => (random() < 0.1 ? '  ' : space));
  return rewriteReport(report, rewrite);
}

export function inCapitals(report: ReportInput): ReportInput {
  return rewriteReport(report, (text) => text.toUpperCase());
}

function rewriteReport(report: ReportInput, rewrite: (text: string) => string): ReportInput {
  const { title, text } = report;
  return { ...report, text: rewrite(text), ...(title ? { title: rewrite(title) } : {}) };
}
