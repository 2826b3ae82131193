/** What a language brings to `reading/gaps`: the wordings of not knowing, not confirming, holding back and not answering. */
import type { Gap, Harm } from '../../model/reading.ts';
import type { RuleId } from '../annotations.ts';

/**
 * A wording of a gap. `words` are patterns divided by "|": tokens in lower case, "/" between words that may stand in one
 * place, words in capitals for a class of words ("AUX", "BE"). Words of the pack's `skips` may stand between two tokens of a pattern.
 */
export interface GapRow {
  readonly id: RuleId;
  readonly kind: Gap['kind'];
  readonly words: string;
  /**
   * Where the words for what is not known stand: after the cue; before it as its subject; 'either': before, unless the
   * subject is a dummy ("it", "there"); 'cue': in the cue itself.
   */
  readonly about: 'after' | 'before' | 'either' | 'cue';
  /** 'question': only before a question word; 'matter': only there, or where the words have one of `fields` that is not weak. */
  readonly only?: 'question' | 'matter';
  readonly field?: Gap['field'];
  /** Words right after the cue that make it another thing: "reach agreement". */
  readonly notBefore?: readonly string[];
  readonly says: readonly string[];
  readonly not: readonly string[];
  readonly source: string;
}

/** Words that show what a gap is about. The first row with a word in the gap's own words decides. */
export interface FieldRow {
  readonly field: NonNullable<Gap['field']>;
  readonly words: readonly string[];
  /** Question words say what is asked for, but not that it matters: "did not say what he wanted". */
  readonly weak?: boolean;
}

export interface GapPack {
  readonly language: string;
  readonly rows: readonly GapRow[];
  readonly fields: readonly FieldRow[];
  readonly harms: readonly { readonly harm: Harm; readonly words: readonly string[] }[];
  /** Classes of words that patterns name in capitals: "BE" → is, was … */
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Short forms that stand for another word in a pattern: "n't" → "not". */
  readonly shortForms: ReadonlyMap<string, string>;
  /** Adverbs that may stand inside a cue: "immediately", "yet". */
  readonly skips: ReadonlySet<string>;
  readonly questionWords: ReadonlySet<string>;
  /** Subjects that say nothing: "it", "there". */
  readonly dummies: ReadonlySet<string>;
  /** Words that end a clause after a comma, or begin one: "but", "while". */
  readonly clauseBreaks: ReadonlySet<string>;
  /** Subjects of a question that make it the speaker's own affair: "what to do", "what I will do". */
  readonly ownAffairs: ReadonlySet<string>;
  /** Words that begin a relative clause in which the cue stands: "whose". */
  readonly relatives: ReadonlySet<string>;
  /** Phrases at the end that say when, and nothing of the matter: "at this time". */
  readonly endings: readonly string[];
  /** Links between the cue and what it is about, left out of the words: "on", "of", "about". */
  readonly links: ReadonlySet<string>;
}
