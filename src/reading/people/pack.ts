/** What a language brings to `reading/people`: its nouns for people, and the words that hold a phrase of people together. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { Victims } from '../../model/reading.ts';

export type VictimGroup = NonNullable<Victims['groups']>[number]['group'];

/** What a noun says of the people that it names. A missing trait is one that the noun does not state. */
export interface PersonTraits {
  readonly gender?: 'female' | 'male';
  /** Under eighteen: "girl", "toddler"; never "son". */
  readonly child?: true;
  /** "woman", "husband": with a gender, counted among the women or men. */
  readonly adult?: true;
  readonly status?: 'civilian' | 'combatant';
  readonly group?: VictimGroup;
  /** "wife", "cousin": after a possessive it names another person, never the one before. */
  readonly kin?: true;
  /** One word for several people: "family", "crew"; a number where the word fixes it ("couple": 2). */
  readonly several?: true | number;
  /** "families", "households": several, and a number of them counts no people. */
  readonly uncounted?: true;
  /** "gunman", "attacker": those who carried the attack out. */
  readonly attacker?: true;
  /** Says no more than that they are people: "people", "others", "victims". A list after it may break it down. */
  readonly general?: true;
  /** A rank, post or address that a name follows: "Paramedic Marwan …". */
  readonly title?: true;
}

export interface PersonNoun extends PersonTraits {
  readonly lemma: string;
  readonly plural: boolean;
}

export interface PeoplePack {
  readonly language: string;
  /** Every form of every noun for people, in lower case, singular and plural. */
  readonly nouns: ReadonlyMap<string, PersonNoun>;
  /** Nouns that are no people, though harm verbs take them: "goats", "vehicles", "hopes". */
  readonly notPeople: ReadonlySet<string>;
  /** Adjectives and participles that add a trait to any noun: "elderly", "pregnant", "civilian", "female". */
  readonly adjectives: ReadonlyMap<string, PersonTraits>;
  /** Whether a noun's form is a plural, by the language's endings, where the table does not know it. */
  isPlural(doc: Doc, noun: TokenIndex): boolean;
  /** Whether an unknown noun has an ending of nouns for people: "stationmaster". */
  looksLikePerson(noun: string): boolean;
  /** Whether a noun that the table lacks looks like a deed or a state: "extension". */
  looksAbstract(noun: string): boolean;
  /** Whether a name is one of a people or its fighters: "Cubans", "Maoists"; never "Reeves". */
  isPeoplesName(doc: Doc, name: TokenIndex): boolean;
  /** Whether a verb's form is finite, so that a new clause begins with the noun before it. */
  isFinite(doc: Doc, verb: TokenIndex): boolean;
  readonly words: PeopleWords;
}

/** Closed classes. All in lower case, as tokens stand; runs of tokens as arrays. */
export interface PeopleWords {
  /** Determiners that make a singular noun one person: "a", "another", "the", "this". */
  readonly singular: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  readonly possessive: ReadonlySet<string>;
  /** Determiners that point back: "the", "those". */
  readonly definite: ReadonlySet<string>;
  readonly severalPossessive: ReadonlySet<string>;
  readonly possessiveGender: ReadonlyMap<string, 'female' | 'male'>;
  readonly possessiveMark: ReadonlySet<string>;
  readonly both: ReadonlySet<string>;
  /** Pronouns for people, with how many they are at least, and gender. */
  readonly pronouns: ReadonlyMap<
    string,
    { readonly several: boolean; readonly gender?: 'female' | 'male'; readonly reflexive?: true }
  >;
  readonly relatives: ReadonlySet<string>;
  /** Words that end a phrase after its noun alone: "the men one by one". */
  readonly stopsAfterNoun: ReadonlySet<string>;
  /** "whose" */
  readonly relativePossessive: ReadonlySet<string>;
  /** Pronouns that only point at people told of elsewhere: "those". */
  readonly pointing: ReadonlySet<string>;
  /** The one who speaks: "I", "me". */
  readonly speaker: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly with: ReadonlySet<string>;
  /** Before where something took place: "in". */
  readonly into: ReadonlySet<string>;
  /** Before where people are from: "villagers from Maro". */
  readonly from: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Prepositions that open clauses too: "after", "since". */
  readonly clauseOpeners: ReadonlySet<string>;
  /** What joins members of a list besides "and": "along with", "as well as". */
  readonly alongside: readonly (readonly string[])[];
  /** What opens a smaller group among those before: "including", "among them", "of whom". */
  readonly including: readonly (readonly string[])[];
  /** "of them", "of whom": after a quantity, which then counts a part of those before. */
  readonly ofThem: readonly (readonly string[])[];
  /** "identified as", "named as": names follow for the people before. */
  readonly identifiedAs: readonly (readonly string[])[];
  /** What says of a whole what it is: "12 people, all women", "all of them women". */
  readonly all: ReadonlySet<string>;
  /** Kin that only the grown up have: "son". */
  readonly offspring: ReadonlySet<string>;
  /** What opens a list of those just counted: "namely". */
  readonly namely: ReadonlySet<string>;
  /** Small words inside names: "al", "bin", "de". */
  readonly nameParticles: ReadonlySet<string>;
  /** After a name: "Jr.", "III". */
  readonly nameSuffixes: ReadonlySet<string>;
  /** Before a name and no part of it: "Mr.", "Hajj". */
  readonly honorifics: ReadonlySet<string>;
  /** Particles and honorifics, folded: what tells no two names apart. */
  readonly besideNames: ReadonlySet<string>;
  /** First words of a second name that says whose parent somebody is: "Abu", "Umm". */
  readonly parentNames: ReadonlyMap<string, 'female' | 'male'>;
  /** "Umm": by whose mother she is, a woman's second name. */
  readonly kunyas: ReadonlySet<string>;
  /** Between two names of one person: "alias". */
  readonly alias: ReadonlySet<string>;
  readonly ageUnits: ReadonlySet<string>;
  readonly ageWords: ReadonlySet<string>;
  readonly aged: ReadonlySet<string>;
  /** Nouns through which "of" reaches the people meant: "members of", "a group of", "bodies of". */
  readonly through: ReadonlySet<string>;
  /** "others", "more", "wounded": stands for a noun after a quantity. */
  readonly others: ReadonlySet<string>;
  /** Units, money and the like: a quantity before one counts no people. */
  /** Words that end a phrase of people though they look like its head: "took four tourists hostage". */
  readonly stops: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}
