/** What a language brings to `reading/harm`: rules as records, verb forms, and the small words of voice and mood. */
import type { Harm } from '../../model/reading.ts';
import type { HarmMention } from '../annotations.ts';

/**
 * Where the victims of a trigger stand.
 *   nsubj:pass  subject of a passive, or the noun that a participle modifies: "32 people were killed", "12 killed in blast"
 *   obj         object of an active verb or gerund: "killed 32 people", "wounding five"
 *   nsubj       subject of a verb that takes no object, or of an idiom: "five died", "lost their lives"
 *   acl         subject of an adjective, or the noun before it: "two dead", "were found dead", "left nine dead"
 *   amod        the noun after it: "28 injured civilians"
 *   nummod      nobody but a figure before a noun: "12 deaths", "no casualties"
 *   bare        nobody and no figure: "casualties were reported"
 *   nmod:of     after "of", or the owner before: "the killing of three men", "her brother's murder"
 *   after       right after the words: "claimed the lives of 12"
 *   among       "among the dead were two nurses", "two nurses were among the dead"
 *   alone       nobody is named at all: "the deadly strike"
 *   nominal     the word itself stands for them, with a figure: "at least 22 martyrs"
 *   toll        a figure further on in the clause: "the death toll rose to 27 from 21"
 */
export type VictimsPlace =
  | 'nsubj:pass'
  | 'obj'
  | 'nsubj'
  | 'acl'
  | 'amod'
  | 'nummod'
  | 'bare'
  | 'nmod:of'
  | 'after'
  | 'toll'
  | 'nominal'
  | 'alone'
  | 'among';

export interface HarmRule {
  readonly id: string;
  /** Verbs by their base form, as `verbs` lists them … */
  readonly verbs?: readonly string[];
  /** … with one of these right after the verb, or after its object: "dead", "to death". */
  readonly particles?: readonly string[];
  /** … or right before it: "fatally". */
  readonly adverbs?: readonly string[];
  /** … with an object whose noun is one of these: "sustained injuries". */
  readonly objects?: readonly string[];
  /** Or fixed words, phrases divided by "|", in lower case and tokenised as in a Doc. */
  readonly words?: string;
  /** … and one of these words in the same sentence: "recovered" for bodies. */
  readonly needs?: readonly string[];
  readonly victims: VictimsPlace;
  readonly harm: Harm;
  /** Takes only what the tables know to be people; things can be captured, lost and displaced too. */
  readonly sureOnly?: true;
  /** Takes no fewer people: "fled" tells of displacement only where many did. */
  readonly atLeast?: number;
  /** Counts only where nothing else in the report tells of this harm: "the deadly strike". */
  readonly onlyAlone?: true;
  /** Tells of the hurt where the report tells of nobody's death: "among the victims". */
  readonly orHurt?: true;
  readonly certainty?: HarmMention['certainty'];
  /** The figure is a running or final total. */
  readonly total?: true;
  /** How many the words themselves tell of: two of a "double murder". */
  readonly counts?: number;
  /** Words right before the victims' phrase after which the rule tells of nobody: "hit in their bodies". */
  readonly notAfter?: readonly string[];
  /** The figure is of what has been found so far, and so part of any larger one: "nine bodies". */
  readonly partial?: true;
  /** Sentences in which the rule must, and must not, make a mention. */
  readonly says: readonly string[];
  readonly not: readonly string[];
  readonly source: string;
}

/** The forms of a verb: base, third person, -ing, past, participle. */
export type VerbForms = readonly [base: string, s: string, ing: string, past: string, participle: string];

export interface HarmPack {
  readonly language: string;
  /** Specific before general: of rules with the same trigger and place, the first that fits is taken. */
  readonly rules: readonly HarmRule[];
  readonly verbs: ReadonlyMap<string, VerbForms>;
  /** Phrases with a trigger in them that tell of no harm: "dead end", "died down", "killing time". */
  readonly notHarm: readonly string[];
  readonly words: HarmWords;
  /**
   * Words that make a figure one over more than one incident; <year>, <decade>, <number>, <month>, <war> stand for such
   * tokens. <war> may also come first.
   */
  readonly aggregates: readonly string[];
}

export interface HarmWords {
  /** What lasts for years and holds many incidents: "war", "insurgency". */
  readonly wars: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly get: ReadonlySet<string>;
  readonly have: ReadonlySet<string>;
  readonly do: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
  /** Verbs that, when not done, leave the harm open: "could not confirm the death". */
  readonly confirming: ReadonlySet<string>;
  /** Adjectives that negate the infinitive after them: "unable to confirm". */
  readonly unable: ReadonlySet<string>;
  /** Modals after which nothing is told: "would", "could". */
  readonly unrealModals: ReadonlySet<string>;
  /** Modals that leave it open when followed by a perfect or passive: "may have been". */
  readonly openModals: ReadonlySet<string>;
  /** Words that may stand inside a verb group and change nothing: "also", "reportedly". Adverbs do so anyway. */
  readonly fillers: ReadonlySet<string>;
  /** Participles between "be" and the trigger, with what they make of it: "feared" dead. */
  readonly hedges: ReadonlyMap<string, HarmMention['certainty']>;
  /** Verbs whose infinitive did happen: "managed to kill", "went on to kill". */
  readonly realBeforeTo: ReadonlySet<string>;
  /** Verbs, nouns and prepositions after which a gerund did not, or need not, happen: "threatened", "without". */
  readonly unrealBefore: ReadonlySet<string>;
  /** Words before a verb or noun of harm that make it go on: "continue killing". */
  readonly ongoing: ReadonlySet<string>;
  /** The present of "be". */
  readonly presentBe: ReadonlySet<string>;
  /** Adjectives under which a noun of harm did not come about: "attempted". */
  readonly tried: ReadonlySet<string>;
  /** Verbs that deny what follows: "denied killing". */
  readonly denial: ReadonlySet<string>;
  /** Verbs that accuse of what follows: "accused the army of killing". */
  readonly accusation: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  /** Nouns that say how sure what follows "of" is: "rumours". */
  readonly nounHedges: ReadonlyMap<string, HarmMention['certainty']>;
  /** Conjunctions that open a clause that tells of nothing: "if", "unless". */
  readonly conditions: ReadonlySet<string>;
  /** Words after which a condition is none: "as if", "even if". */
  readonly notConditionAfter: ReadonlySet<string>;
  /** Verbs that give names, and the word that brings them: "identified … as". */
  readonly naming: ReadonlySet<string>;
  readonly as: ReadonlySet<string>;
  /** Verbs that tell some of a group: "those killed include". */
  readonly including: ReadonlySet<string>;
  /** Before a list: "the victims were as follows". */
  readonly follows: readonly (readonly string[])[];
  /** Who is named by a bare "were": "they were …", "the victims were …". */
  readonly named: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  /** "at" of "shot at the crowd", who may have been missed. */
  readonly at: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  readonly both: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  /** Auxiliaries of a plural subject: "were". */
  readonly pluralVerbs: ReadonlySet<string>;
  /** Before those who clash: "between". */
  readonly between: ReadonlySet<string>;
  /** Adverbs that open a clause, and so end the reach of the verb before it: "injured when rebels attacked". */
  readonly clauseAdverbs: ReadonlySet<string>;
  /** Adverbs by which the harm did not come about: "almost died". */
  readonly almost: ReadonlySet<string>;
  /** "number", "total": "the number of people killed rose to 12". */
  readonly numberNouns: ReadonlySet<string>;
  /** Before others who shared the fate of the subject: "as were two nurses". */
  readonly asWere: readonly (readonly string[])[];
  /** Auxiliaries of one person: "was". */
  readonly singularVerbs: ReadonlySet<string>;
  /** "himself": who names himself names no victim. */
  readonly reflexives: ReadonlySet<string>;
  /** Verbs that keep harm from somebody: "prevent … from being killed". */
  readonly preventing: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  /** Words that open a question to be answered with yes or no: "did the war kill more?". */
  readonly asking: ReadonlySet<string>;
  /** Words right before the figure of a toll: "to", "at", "of". */
  readonly beforeToll: ReadonlySet<string>;
  /** Before the earlier figure: "from". */
  readonly beforePrevious: ReadonlySet<string>;
  /** After a length of time, they make it an age: "old". */
  readonly ages: ReadonlySet<string>;
  /** After a length of time, they make it a moment: "a day after". */
  readonly beforeOrAfter: ReadonlySet<string>;
  /** Words for a year in which one incident may lie: "last year". */
  readonly bareYears: ReadonlySet<string>;
  /** Words of several incidents in one figure: "in separate shootings". <number> stands for a number above one. */
  readonly roundUps: readonly string[];
  /** Words after which a year is a beginning: "since 2015". */
  readonly openEnded: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
}
