/** What a language brings to `reading/claims`: the few words by which one mention of victims points back at another. */
export interface ClaimPack {
  readonly language: string;
  /** Determiners that point back: "the", "those", "both". */
  /** Possessives of a speaker who is a side: "32 of its officers". */
  readonly own: ReadonlySet<string>;
  /** Phrases for the speaker's own side: "on our side". */
  readonly ownSide: readonly string[];
  readonly definite: ReadonlySet<string>;
  /** Words that set people apart from those told of before: "another", "second", "more". */
  readonly another: ReadonlySet<string>;
  /** What makes a bound of such a word: "more than a hundred". */
  readonly comparing: ReadonlySet<string>;
  /** Adverbs by which new people come on top of those before: "a man was also shot". */
  readonly also: ReadonlySet<string>;
  /** Verbs of being hit of which one may die or live: "shot", "stabbed". */
  readonly hit: ReadonlySet<string>;
  /** Words by which the dead are among those hurt before: "of his wounds", "succumbed". */
  readonly diedLater: readonly string[];
  /** Words before a figure for everybody: "in all", "a total of". */
  readonly inAll: readonly string[];
  /** Verbs of a hospital that counts the bodies that came to it: "received". */
  readonly received: ReadonlySet<string>;
  /** "Initially", "at first": the figure is what was known then. */
  readonly early: ReadonlySet<string>;
  /** Adjectives that make a telling an old one, and what they must stand before: "an earlier toll", "a previous police statement". */
  readonly earlier: ReadonlySet<string>;
  readonly tellings: ReadonlySet<string>;
  /** Words by which a total has grown: "rose", "bringing". */
  readonly growing: ReadonlySet<string>;
  /** "Corrected", "revised": the figure puts an earlier one right. */
  readonly correcting: ReadonlySet<string>;
  /** Nouns by which the dead or the hurt are counted without another word: "the dead", "victim". */
  readonly victims: ReadonlySet<string>;
  /** Words between a claim and the moment at which it stood: "as of", "by". */
  readonly asOf: readonly string[];
}
