/** What a language brings to `reading/quantities`: its number words, and the phrases that bound or measure a number. */
import type { Count } from '../../model/reading.ts';
import type { Measure, RuleId } from '../annotations.ts';

/** A row of knowledge: `words` are phrases divided by "|", in lower case, tokenised as in a Doc. */
export interface Row {
  readonly id: RuleId;
  readonly words: string;
  /** Sentences in which the row must, or must not, make a quantity. Tests run both. */
  readonly says: readonly string[];
  readonly not: readonly string[];
  readonly source: string;
}

/**
 * What a word does in a number. 'unit' 1–19 and 'ten' 20–90 stand below a hundred; 'hundred' and 'scale' multiply what
 * stands before them; 'dozen' multiplies too, and rounds.
 */
export interface NumberWord {
  readonly kind: 'unit' | 'ten' | 'hundred' | 'scale' | 'dozen';
  readonly value: number;
  /** Means its number only with a number before it and, or "of" after it: the noun "score". */
  readonly guarded?: boolean;
}

/** A phrase that is a quantity by itself: "dozens", "a few", "no one", "both". */
export interface QuantifierRow extends Row {
  readonly min: number;
  readonly max: number | null;
  readonly kind: Count['kind'];
  readonly approximate?: boolean;
  /** 'of': only before the linking word ("a number of"); 'noun': only before a word that can begin a noun phrase ("no"). */
  readonly before?: 'of' | 'noun';
  /** Multiplies a number word that follows: "several hundred", "a couple of dozen". */
  readonly multiplies?: boolean;
  /** A multiple itself, after another quantifier: 100 in "tens of hundreds", "several hundreds". */
  readonly scale?: number;
  /** Exact where neither "of" nor a multiple follows: "a couple" of spouses, "a couple of" guards. */
  readonly exactAlone?: boolean;
}

export type Bound = 'at least' | 'more than' | 'up to' | 'fewer than' | 'about' | 'exactly';

/** A phrase before or after a number that bounds it. */
export interface ModifierRow extends Row {
  readonly bound: Bound;
  readonly side: 'before' | 'after';
}

/** A word beside a number that says what it measures. Tests run `says` and `not` against `measures`. */
export interface MeasureRow extends Row {
  readonly measures: Measure;
  /** Where the words stand: "20 km" after, "$20" before. */
  readonly side: 'before' | 'after';
}

/** A token of figures that is no whole number, by its form in lower case. The first row that fits decides. */
export interface FigureFormRow extends Omit<Row, 'words'> {
  readonly form: RegExp;
  readonly measures: Measure;
  /** Only after one of these words. */
  readonly after?: ReadonlySet<string>;
}

export interface QuantityPack {
  readonly language: string;
  readonly numberWords: ReadonlyMap<string, NumberWord>;
  /** "and" in "two hundred and six". */
  readonly and: string;
  /** The words that stand for one before a multiple: "a" in "a hundred". */
  readonly one: ReadonlySet<string>;
  /** "half" in "half a dozen", "half a million". */
  readonly half: string;
  /** The tokens of "and a half", between a number and its multiple or after it. */
  readonly andAHalf: readonly (readonly string[])[];
  /** Articles and words used as one, with the rule id that marks them: "a" → "en/article". */
  readonly articles: ReadonlyMap<string, RuleId>;
  /** Phrases that begin like a quantity and are none: "one another", "no longer". */
  readonly notQuantities: readonly string[];
  readonly ordinals: ReadonlySet<string>;
  readonly figureForms: readonly FigureFormRow[];
  /** Denominators: "thirds" → 3. */
  readonly fractions: ReadonlyMap<string, number>;
  readonly quantifiers: readonly QuantifierRow[];
  readonly modifiers: readonly ModifierRow[];
  /** Words between modifier and number that change nothing: "the", "those". */
  readonly fillers: ReadonlySet<string>;
  /** Words before, and after, a number that put it on top of others: "another", "more". */
  readonly additionalBefore: readonly string[];
  readonly additionalAfter: readonly string[];
  /** Words after an additional that undo it: "than" in "three more than". */
  readonly notAdditionalBefore: ReadonlySet<string>;
  /** Between the ends of a range: "to", "-", "or". */
  readonly rangeLinks: ReadonlySet<string>;
  /** Words that open a range, with the link that each asks for: "between" → "and". */
  readonly rangeOpeners: ReadonlyMap<string, string>;
  /** Words before "from A to B" that make it a change, two figures: "rose". */
  readonly changes: ReadonlySet<string>;
  /** Between the two ends of one figure: "and" in "12 and possibly as many as 15". */
  readonly widenings: readonly string[];
  /** Words that make a number the upper end of one: "possibly" in "12, possibly 15". */
  readonly hedges: ReadonlySet<string>;
  /** "of" in "three of the 20", "out of". The first is also the link between a person and an age: "a woman of 62". */
  readonly partLinks: readonly string[];
  /** Determiners between that link and the whole: "the", "its". */
  readonly determiners: ReadonlySet<string>;
  /** "all but" in "all but three of the 20". */
  readonly allBut: readonly string[];
  /** "in" of "one in ten". */
  readonly ratioLinks: readonly string[];
  readonly notRatioNouns: ReadonlySet<string>;
  readonly measures: readonly MeasureRow[];
  /** Words that are never the noun of a number before them: the closed class, and verbs that often follow one. */
  readonly notNouns: ReadonlySet<string>;
  /** Months and their abbreviations, in lower case. */
  readonly months: ReadonlySet<string>;
  /** Words before a year: "in", "since". */
  readonly beforeYears: ReadonlySet<string>;
  /** Words before a clock time in four figures: "at" in "at 2200". */
  readonly beforeClockTimes: ReadonlySet<string>;
  /** Words for one person, whose "of 62" is an age. */
  readonly personNouns: ReadonlySet<string>;
  /** Pronouns that open a clause on a person: "who". */
  readonly relatives: ReadonlySet<string>;
  /** Words for people whose "under 18" is an age. */
  readonly peopleNouns: ReadonlySet<string>;
  /** Words before and after "3-2" that make it a score. */
  readonly scoreWords: ReadonlySet<string>;
  /** Words in capitals after a number that make it a name: "Battalion", "Street". */
  readonly nameAfter: ReadonlySet<string>;
  /** Letters glued to a figure that are a multiple: "m" in "1.2m people". */
  readonly shortScales: ReadonlyMap<string, number>;
}
