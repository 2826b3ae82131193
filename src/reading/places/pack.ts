/** What a language brings to `reading/places`: names of countries, kinds of place, and the words that show where. */
import type { Place } from '../../model/reading.ts';

export type Relation = NonNullable<Place['relation']>;

export interface PlacePack {
  readonly language: string;
  readonly countries: readonly {
    readonly code: string;
    readonly names: readonly string[];
    readonly demonyms: readonly string[];
  }[];
  /** Short forms of provinces that stand after a comma: "Fla." → "Florida", of `shortProvincesOf`. */
  readonly shortProvinces: ReadonlyMap<string, string>;
  readonly shortProvincesOf: string;
  /** Provinces known by name alone, without a context: "Texas". */
  readonly provinceNames: readonly string[];
  /** Nouns that say what kind of place a name is, small letters: "camp", "hospital", "department". */
  readonly kinds: Readonly<Record<string, Place['precision']>>;
  /** Words that may stand between a name and its kind: "refugee" camp. */
  readonly kindModifiers: readonly string[];
  /** Before a name of a place: "in", "near"; with the relation that each says. */
  readonly prepositions: Readonly<Record<string, Relation>>;
  /** Prepositions that say a place only before its kind: "on Hillside Road", but "on Telegram". */
  readonly weakPrepositions: readonly string[];
  /** Parts of any town, which are no place of their own: "West Side". */
  readonly vague: readonly string[];
  /** After a name of people: "family", "home". */
  readonly kin: readonly string[];
  /** "north of" and its like: the words before the preposition that turn it round. */
  readonly directions: Readonly<Record<string, Relation>>;
  /** Words that may stand between preposition and name: "the", "northern", "central". */
  readonly between: readonly string[];
  /** Prepositions that lead from a place to the larger one that holds it: "in", "of", ",". */
  readonly within: readonly string[];
  /** Small words inside names: "de", "al", "of the". */
  readonly particles: readonly string[];
  /** Of these, and of `between`, the ones that part two names all the same: "of", "the". */
  readonly parting: readonly string[];
  /** What marks an owner: "'s". */
  readonly ownerMarks: readonly string[];
  /** Before a name of a person: "Mr.", "President", "Lt.". */
  readonly titles: readonly string[];
  /** After a name that speaks or acts: "said". A name before them is no place. */
  readonly speech: readonly string[];
  /** Where somebody or something is from: "of", "from". */
  readonly origins: readonly string[];
  /** Names of places that are also words. */
  readonly commonWords: readonly string[];
  /** Capitalised words that end a name: weekdays, months. */
  readonly notNames: readonly string[];
  /** Nouns that make a name before them an organisation: "Ministry", "University", "Police". */
  readonly organisations: readonly string[];
}
