/** What a language brings to `reading/attribution`: its trained model, and the words that say who speaks for whom, through what and how. */
import type { Attribution } from '../../model/reading.ts';
import type { AttributionModel } from './model.ts';

export type SpeakerKind = Attribution['speakerKind'];
export type AttributionStance = Attribution['stance'];

/** A row of a table of words. `says` are sentences that the row must decide, `not` sentences that it must leave alone. */
interface Row {
  readonly id: string;
  readonly says: readonly string[];
  readonly not: readonly string[];
  readonly source: string;
}

/** How a cue puts what is said. Of a cue's words the first that some row names decides; rows stand in order of precedence. */
export interface StanceRow extends Row {
  readonly stance: AttributionStance;
  /** Lemmas of the cue. */
  readonly cues: readonly string[];
  /** Only where the cue is negated ("would not say"). */
  readonly negated?: true;
  /** Only where one of these words stands right after the cue's head ("put … at", "claimed responsibility"). */
  readonly before?: readonly string[];
}

/** What kind of speaker a noun makes. */
export interface KindRow extends Row {
  readonly kind: SpeakerKind;
  /** Nouns for a person that decide whatever stands before them: of "army doctor", "doctor". */
  readonly roles: readonly string[];
  /** Ranks that forces of several kinds have: a body beside the name decides, else which of them the report tells of. */
  readonly ranks?: readonly string[];
  /** Words for a body or for whose person somebody is: of "police spokeswoman", "police". Phrases have a space between words. */
  readonly bodies: readonly string[];
}

/** A channel through which something is said. */
export interface MediumRow extends Row {
  /** Of two channels of one saying the higher is named: a broadcaster before the statement that it carried. */
  readonly rank: number;
  /** The noun that heads its name, as lemmas, or whole names in lower case. */
  readonly nouns: readonly string[];
  /** Words that lead to it. */
  readonly after: readonly string[];
  /** A broadcaster told is also the channel ("told state radio"). */
  readonly broadcasts?: true;
  /** Cues that name their channel themselves, and its name: "tweeted". */
  readonly cues?: readonly string[];
  readonly name?: string;
  /** The name keeps the word before it ("aboard Air Force One"). */
  readonly keepsLead?: true;
}

/** Words by which a report withholds a name; `*` stands for one word. */
export interface AnonymityRow extends Row {
  readonly phrases: readonly string[];
}

export interface AttributionPack {
  readonly language: string;
  loadModel(): AttributionModel;
  readonly stances: readonly StanceRow[];
  readonly kinds: readonly KindRow[];
  readonly media: readonly MediumRow[];
  readonly anonymity: readonly AnonymityRow[];
  readonly words: SpeakerWords;
}

/** Whom a pronoun can stand for; 'speaking' is whoever speaks in a quotation that nobody is named for. */
export type Referent = 'male' | 'female' | 'body' | 'several' | 'any' | 'speaking';

/** Closed lists, all in lower case; lemmas unless said otherwise. */
export interface SpeakerWords {
  /** Words left off the beginning of a speaker's name: "the", "a", "its". Forms. */
  readonly determiners: ReadonlySet<string>;
  /** First words of a source that is nobody: "nobody", "no group". Forms. */
  readonly nobody: ReadonlySet<string>;
  /** Verbs of whoever gives a toll: "put" it at 17. Forms. */
  readonly putting: ReadonlySet<string>;
  /** Of those, the ones that bring somebody new ("a village elder", "two officials"). Forms. */
  readonly indefinites: ReadonlySet<string>;
  /** Words that say "of the one just named" ("its spokesman"). Forms. */
  readonly possessives: ReadonlySet<string>;
  /** Of those, the ones that may stand for a body. Forms. */
  readonly bodyPossessives: ReadonlySet<string>;
  /** Titles that are no part of a name: "Dr", "General". Forms without stop. */
  readonly titles: ReadonlySet<string>;
  /** Pronouns and whom they can stand for. Forms. */
  readonly pronouns: ReadonlyMap<string, Referent>;
  /** Nouns and titles that tell a person's gender. */
  readonly gendered: ReadonlyMap<string, 'male' | 'female'>;
  /** Those who speak for a body and not for themselves: "spokesman". */
  readonly spokespeople: ReadonlySet<string>;
  /** Words that carry a statement and have an issuer: "statement", "report". */
  readonly documents: ReadonlySet<string>;
  /** Of those, what nobody stands behind where several are told of and nobody's: "posts", "rumours". */
  readonly hearsay: ReadonlySet<string>;
  /** Of those, what a body gives out in its own name, so that "a statement" is the statement of the last that spoke. */
  readonly announcements: ReadonlySet<string>;
  /** Verbs that, in the passive, name no speaker: of "12 were feared dead" the twelve are no source. */
  readonly impersonal: ReadonlySet<string>;
  /** Verbs that make a passive, lemmas: "be", "get". */
  readonly passives: ReadonlySet<string>;
  /** What the speaker of a passive stands after: "by". */
  readonly agents: ReadonlySet<string>;
  /** Verbs of a second clause in which a speaker withholds something: "but did not specify a number". */
  readonly withholding: ReadonlySet<string>;
  /** Words that head the name of a body: "Ministry", "Front", "Centre". */
  readonly bodyNouns: ReadonlySet<string>;
  /** Nouns for a person whose name a report withholds when it gives none: "official", "diplomat". */
  readonly withheld: ReadonlySet<string>;
  /** Cues whose object is the hearer: "tell". */
  readonly telling: ReadonlySet<string>;
  /** Nouns for hearers after "to": "reporter", "parliament". */
  readonly hearers: ReadonlySet<string>;
  /** Words that lead to a hearer: "to", "with". Forms, with the words that may stand before them or null for any. */
  readonly hearerLeads: ReadonlySet<string>;
  /** Names of news outlets, and the nouns that end them. */
  readonly outlets: ReadonlySet<string>;
  readonly outletNouns: ReadonlySet<string>;
  /** Cues that pass on another's word: "cite". */
  readonly citing: ReadonlySet<string>;
  /** What stands between the quoted and their saying, "quoted him as saying". Forms. */
  readonly quotedAs: ReadonlySet<string>;
  /** Words of negation, forms. */
  readonly negations: ReadonlySet<string>;
  /** Words that open the reason for a withheld name: "because", "for fear of". Phrases. */
  readonly reasons: readonly string[];
  /** Prepositions that tie a body to the one who speaks for it: "for", "of", "from". Forms. */
  readonly ofWords: ReadonlySet<string>;
  /** Words that join a second noun to the first: "of". Forms. */
  readonly joins: ReadonlySet<string>;
  /** What marks an owner: "'s". Forms. */
  readonly possessiveMarks: ReadonlySet<string>;
  /** The language's own tags of participles, which may stand before a noun ("a televised address"). */
  readonly participles: ReadonlySet<string>;
  /** The word for the body for which an organ of state speaks, after the adjective of a nation: "government". */
  readonly government: string;
  /** Words between a document and who issued it: "from", "by". Forms. */
  readonly issuing: ReadonlySet<string>;
  /** Words that open a clause that only describes: "who", "which". Forms. */
  readonly relatives: ReadonlySet<string>;
  /** Words that add a second name: "known as", "called". Forms before the name. */
  readonly knownAs: ReadonlySet<string>;
  /** Words before "as" that give examples: "such". Forms. */
  readonly examples: ReadonlySet<string>;
  /** Parts of names that are written small: "al", "bin", "van". Forms. */
  readonly nameParticles: ReadonlySet<string>;
}
