/**
 * What the annotators find, each on runs of tokens of one Source, before it is put into the wire form.
 * Every annotation names in `by` the rule, model or table row that made it; `recount explain` prints that.
 */
import type { TokenIndex, TokenRange } from '../language/doc.ts';
import type {
  Attribution,
  Claim,
  Count,
  DateRange,
  Event,
  Gap,
  Harm,
  Party,
  Place,
  Problem,
  Victims,
} from '../model/reading.ts';
import type { Source } from './source.ts';

/** The id of a rule, a learned model or a row of a table: "en/killed-passive". */
export type RuleId = string;

/** A quantity of anything: "at least 32", "dozens", "no one", "a couple of". Whether it counts people is decided later. */
export interface Quantity extends TokenRange {
  /** The number word or numeral itself; of "no one" the pronoun. */
  readonly head: TokenIndex;
  readonly count: Count;
  /** What the number measures where that is never people; the range then covers the whole measure ("20-year-old"). */
  readonly measures?: Measure;
  /** Said to come on top of people told of before: "another 12", "12 others", "12 more". */
  readonly additional?: boolean;
  /** The larger number that this one is part of: 20 in "three of the 20", "half of the 20", "all but three of the 20". */
  readonly whole?: Count;
  readonly by: RuleId;
}

/**
 * What a number that counts no people says: the count then holds the bare number, or its rounded-down part.
 * 'name': part of a name or label (a unit, a road, a flight, a weapon's type, a list mark). 'group size': "six-member", "12-strong".
 */
export type Measure =
  | 'age'
  | 'date'
  | 'time'
  | 'duration'
  | 'money'
  | 'fraction'
  | 'length'
  | 'area'
  | 'weight'
  | 'volume'
  | 'temperature'
  | 'speed'
  | 'strength'
  | 'calibre'
  | 'score'
  | 'times'
  | 'ordinal'
  | 'group size'
  | 'compound'
  | 'address'
  | 'name'
  | 'other';

/** A day, a weekend, a month … named in the text, resolved against the day of publication. */
export interface DateMention extends TokenRange {
  readonly date: DateRange;
  /**
   * What it is counted from: itself ("7 October 2023"), the day of the report ("Monday", "7 October", "last week"), or the
   * day that the story is at ("two days later"), which is the least sure and seldom the day of the main event.
   */
  readonly basis: 'itself' | 'report' | 'story';
  /** Clock time or part of day that goes with it ("shortly before midnight"), where the text gives one. */
  readonly time?: NonNullable<Event['time']>;
  readonly by: RuleId;
}

/**
 * How the text uses a place: 'in' after a word of place ("in Arle", "near Arle"); 'dateline' at the head of the report;
 * 'adjective' before a noun ("Arle police", "Cuban officers"); 'origin' of people ("from Arle"); 'name' otherwise.
 */
export type PlaceRole = 'in' | 'dateline' | 'adjective' | 'origin' | 'name';

export interface PlaceMention extends TokenRange {
  /** Coordinates are of the place itself, or of the smallest place known to hold it; `precision` says which. */
  readonly place: Place;
  readonly role: PlaceRole;
  /** The mention of the larger place that holds this one ("the Sabra quarter of Arle"), by its place in the list; null where none is named. */
  readonly within: number | null;
  /** The record that its coordinates come from: "geonames:281124"; null where it has none. */
  readonly record: string | null;
  readonly by: RuleId;
}

/** A state, army, police force or armed group named in the text ("Israeli forces", "the rebels"), under its normalised name. */
export interface PartyMention extends TokenRange {
  readonly name: string;
  readonly kind: Party['kind'];
  /** ISO 3166-1 alpha-2 of the state that it is or belongs to. */
  readonly country?: string;
  readonly by: RuleId;
}

/** Who said what, on tokens. `details` are the fields of the contract's Attribution that are no spans. */
export interface AttributionMention {
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  readonly details: Omit<Attribution, 'id' | 'source' | 'cue' | 'content'>;
  /**
   * The attribution that this one passes on, by its place in the list: of "diplomats, citing the mission's report, said …"
   * the diplomats' cites the mission's. Both have the same content; the cited one stands nearer the origin.
   */
  readonly cites?: number;
  /** Of the second and later of equal sources ("police and the hospital said"): the attribution of the first, by its place in the list. */
  readonly sharesWith?: number;
  /** The source is talk that nobody stands behind: rumours, posts. */
  readonly isHearsay?: boolean;
  readonly by: readonly RuleId[];
}

/** People told of as one group in one phrase: "12 civilians, including three children", "a man, his wife and their four children". */
export interface PeopleMention extends TokenRange {
  /** The noun or name that the phrase hangs on. */
  readonly head: TokenIndex;
  /** How many the whole phrase is, parts included: its quantity, the length of its list, or unstated. */
  readonly count: Count;
  /** What the phrase says of them: words, status, affiliation, children, women, men, groups, names. */
  readonly victims: Victims;
  /** Smaller groups that are said to be among these ("including three children"). */
  readonly parts: readonly PeopleMention[];
  readonly by: RuleId;
}

/** One clause that tells of harm to people, or of none, before it is known who says so and of which event. */
export interface HarmMention {
  /** The words that report the harm: "killed", "death toll", "were found dead". */
  readonly trigger: TokenRange;
  readonly harm: Harm;
  /** Null where the clause names nobody ("casualties were reported", "a deadly strike"); then `count` stands alone. */
  readonly people: PeopleMention | null;
  /** The figure in the words of this clause. "No one was hurt" is 0..0; "did not kill them" keeps the figure and is `denied`. */
  readonly count: Count;
  /** How the clause itself puts it, leaving aside who says so: "feared dead" is unconfirmed, "reportedly killed" asserted. */
  readonly certainty: 'asserted' | 'estimated' | 'alleged' | 'unconfirmed' | 'rumoured' | 'denied';
  /** The grammatical agent or cause: "an air strike", "police", "gunmen"; null where the clause names none. */
  readonly agent: TokenRange | null;
  /** A running or final total that the clause sets ("bringing the toll to six", "the death toll rose to 27 from 21"). */
  readonly total: boolean;
  /** Counts only what somebody has found or received so far: bodies. */
  readonly partial?: boolean;
  /** A figure over several incidents that the report tells of one after the other. */
  readonly isRoundUp?: true;
  /** The earlier figure that the clause says this one replaces. */
  readonly previous: Count | null;
  /** Words that make it a figure over more than one incident ("since 2015", "this year", "in the war"); null for one incident. */
  readonly aggregate: TokenRange | null;
  /** All tokens that the figure, its people and its trigger stand on. */
  readonly evidence: readonly TokenRange[];
  readonly by: readonly RuleId[];
}

/** All that is known of one report while it is being read. Annotators add to it in the order of `annotators.ts`. */
export interface Annotations {
  readonly source: Source;
  quantities: readonly Quantity[];
  dates: readonly DateMention[];
  places: readonly PlaceMention[];
  parties: readonly PartyMention[];
  /** In the order of the Reading's; `attributionId` gives the id of each. */
  attributions: readonly AttributionMention[];
  harms: readonly HarmMention[];
  claims: readonly Claim[];
  events: readonly Event[];
  gaps: readonly Gap[];
  problems: Problem[];
  /** What made each claim, event, attribution and gap: wire id → rule ids, most decisive first. */
  readonly reasons: Map<string, RuleId[]>;
}

/** The id that claims, parties and gaps use for the attribution at this place of the list. */
export function attributionId(index: number): string {
  return `a${index + 1}`;
}

/** What is known of a report before anybody has read it. */
export function unread(source: Source): Annotations {
  return {
    source,
    quantities: [],
    dates: [],
    places: [],
    parties: [],
    attributions: [],
    harms: [],
    claims: [],
    events: [],
    gaps: [],
    problems: [],
    reasons: new Map(),
  };
}
