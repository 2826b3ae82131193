/** Mentions of harm made by hand on a text, so that claims and events are tested apart from what finds the mentions. */
import type { Doc, TokenRange } from '../../src/language/doc.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_READING } from '../../src/languages/en/reading.ts';
import { exactly } from '../../src/model/count.ts';
import type { Attribution, Count, Harm, Victims } from '../../src/model/reading.ts';
import type {
  Annotations,
  AttributionMention,
  HarmMention,
  PeopleMention,
  PlaceMention,
} from '../../src/reading/annotations.ts';
import { findClaimsAndEvents } from '../../src/reading/claims/claims.ts';
import { findDates } from '../../src/reading/dates/dates.ts';
import { Source } from '../../src/reading/source.ts';

/** The rules' decisions stand: what a model would take otherwise is tested apart. */
const BY_RULES = { ...ENGLISH_READING, choice: { language: 'en', loadModel: () => null } };

export interface Told {
  /** The words that report the harm; the first place after the last mention's where they stand. */
  readonly words: string;
  /** Of the same words as the last mention, not of those after it. */
  readonly beside?: true;
  readonly people?: string;
  readonly harm?: Harm;
  readonly count?: number | Count;
  readonly victims?: Partial<Victims>;
  readonly agent?: string;
  readonly more?: Partial<HarmMention>;
}

export interface Said {
  readonly content: string;
  readonly source?: string;
  readonly details?: Partial<Attribution>;
  /** Whom it passes on, and the first of its equals: places in the list. */
  readonly cites?: number;
  readonly sharesWith?: number;
}

/** Reads a text with the mentions and attributions given, in order. */
export function assemble(
  text: string,
  told: readonly Told[],
  {
    said = [],
    title,
    published = '2031-05-16',
    places = [],
  }: { said?: readonly Said[]; title?: string; published?: string; places?: readonly string[] } = {},
): Annotations {
  const source = new Source({ id: 'r', text, published, ...(title ? { title } : {}) }, english());
  const { doc } = source;
  let after = 0;
  let last = 0;
  const harms = told.map((one) => {
    const made = mentionOf(doc, one, one.beside ? last : after);
    last = doc.start(made.trigger.from);
    after = doc.end(made.trigger.from);
    return made;
  });
  const annotations: Annotations = {
    source,
    quantities: [],
    dates: findDates(source, ENGLISH_READING.dates),
    places: placesIn(doc, places),
    parties: [],
    attributions: said.map((one) => attributionOf(doc, one)),
    harms,
    claims: [],
    events: [],
    gaps: [],
    problems: [],
    reasons: new Map(),
  };
  findClaimsAndEvents(annotations, BY_RULES, { version: 'test' } as never);
  return annotations;
}

function rangeOf(doc: Doc, words: string, after = 0): TokenRange {
  const start = doc.text.indexOf(words, after);
  if (start < 0) throw new Error(`"${words}" does not stand in the text after ${after}`);
  return { from: doc.tokenAt(start), to: doc.tokenAt(start + words.length - 1) + 1 };
}

function mentionOf(doc: Doc, told: Told, after: number): HarmMention {
  const { words, people, harm = 'killed', count = 1, victims, agent, more } = told;
  const trigger = rangeOf(doc, words, after);
  const start = doc.start(doc.sentence(doc.sentenceOf(trigger.from)).from);
  const figure = typeof count === 'number' ? exactly(count) : count;
  let mention: PeopleMention | null = null;
  if (people) {
    const range = rangeOf(doc, people, start);
    mention = {
      ...range,
      head: range.to - 1,
      count: figure,
      victims: { text: people, civilianStatus: 'unknown', named: [], evidence: [], ...victims },
      parts: [],
      by: 'test',
    };
  }
  return {
    trigger,
    harm,
    people: mention,
    count: figure,
    certainty: 'asserted',
    agent: agent ? rangeOf(doc, agent, start) : null,
    total: false,
    previous: null,
    aggregate: null,
    evidence: [trigger, ...(mention ? [mention] : [])],
    by: ['test'],
    ...more,
  };
}

/** Every place where one of the names stands, without coordinates. */
function placesIn(doc: Doc, names: readonly string[]): PlaceMention[] {
  return names.flatMap((name) =>
    [...doc.text.matchAll(new RegExp(name, 'g'))].map(({ index }): PlaceMention => {
      const range = rangeOf(doc, name, index);
      const place: PlaceMention['place'] = { name, relation: 'in', precision: 'unknown', evidence: [] };
      return { ...range, place, role: 'in', within: null, record: null, by: 'test' };
    }),
  );
}

function attributionOf(doc: Doc, { content, source, details, cites, sharesWith }: Said): AttributionMention {
  return {
    ...(cites === undefined ? {} : { cites }),
    ...(sharesWith === undefined ? {} : { sharesWith }),
    source: source ? [rangeOf(doc, source)] : [],
    cue: [],
    content: [rangeOf(doc, content)],
    details: {
      speakerKind: 'unknown',
      stance: 'asserts',
      ...(source ? { speaker: source } : {}),
      ...details,
    },
    by: ['test'],
  };
}

/** "killed 2..2, injured 1..1" of an event, or of the first. */
export function tollText({ events }: Annotations, index = 0): string {
  return Object.entries(events[index]?.toll ?? {})
    .map(([harm, count]) => `${harm} ${count.min}..${count.max}`)
    .join(', ');
}

/** "c2 repeats c1" for each relation. */
export function relationsText({ claims }: Annotations): string[] {
  return claims.flatMap(({ id, relations }) => relations.map(({ kind, to }) => `${id} ${kind} ${to}`));
}
