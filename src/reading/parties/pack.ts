/** What a language brings to `reading/parties`: how it names states, armies, police forces and those who bear arms without a name. */
import type { Party } from '../../model/reading.ts';

export interface PartyNoun {
  /** The last word of the normalised name: "Military" for "troops", "army", "warplanes". */
  readonly name: string;
  readonly kind: Party['kind'];
}

export interface PartyPack {
  readonly language: string;
  readonly countries: readonly {
    readonly code: string;
    readonly names: readonly string[];
    readonly demonyms: readonly string[];
  }[];
  /** What marks an owner: "'s". */
  readonly ownerMarks: ReadonlySet<string>;
  /** Small words that a name may begin with: "al". */
  readonly smallStarts: ReadonlySet<string>;
  /** The adjective of a country in names of parties, where it is not its first demonym: US → "US". */
  readonly adjectives: Readonly<Record<string, string>>;
  /** Countries whose land is the place of other states' armies, so that a bare "army" is not theirs. */
  readonly stateless: readonly string[];
  /** Nouns of one or more words for the forces of a state: "troops", "security forces", "warplanes". */
  readonly forces: Readonly<Record<string, PartyNoun>>;
  /** What forces fight with: after an adjective of a country, or of a force named before ("warplanes", "forces"). */
  readonly arms: readonly string[];
  /** Nouns for what forces do: after an adjective of a country they name its military ("Israeli airstrike"). */
  readonly actions: readonly string[];
  /** The noun that actions stand for. */
  readonly actor: PartyNoun;
  /** Nouns for the government of a country. */
  readonly governments: readonly string[];
  /** Nouns for people under arms without a name: "gunmen", "rebels". */
  readonly fighters: Readonly<Record<string, PartyNoun>>;
  /** Nouns after the name of a group that belong to it: "fighters", "cadres". */
  readonly members: readonly string[];
  /** Words that may stand between a country and its force: "government", "special", "air". */
  readonly between: readonly string[];
  /** Last words of names of armed groups: "Front", "Brigades"; with what they are. */
  readonly groupHeads: Readonly<Record<string, Party['kind']>>;
  /** Last words of names of units of an army: "Battalion". */
  readonly unitHeads: readonly string[];
  /** "of", "the": small words inside names of groups. */
  readonly particles: readonly string[];
  /** Of these, what ends the head of a phrase: "Commander of the Armed Forces" is no force. */
  readonly ofWords: ReadonlySet<string>;
  /** Nouns for one person who may have done it: "man", "suspect". */
  readonly persons: readonly string[];
}
