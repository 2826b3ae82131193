/**
 * The words that this room needs to know of a language: which nouns name a body, which name somebody who speaks for
 * one, which name a state itself. Tables come from the packs (`languages/xx/accounts`); the engine knows none.
 */
import { foldName } from '../model/victims.ts';

/** What a pack lends. All words in lower case, as printed else. */
export interface SourceWords {
  /** Words of a name that tell nothing: articles, prepositions. */
  readonly small: readonly string[];
  /** Nouns for bodies, a row for each; the first of a row stands for it ("ministry", "ministries"). */
  readonly bodies: readonly (readonly string[])[];
  /** Offices, and the body that is heard when their holder speaks; '' is the body named beside ("spokesman"). */
  readonly offices: Readonly<Record<string, string>>;
  /** Nouns by which a state itself speaks ("government", "authorities"). */
  readonly state: readonly string[];
  /** Bodies that see only those who were brought to them. */
  readonly vantages: readonly string[];
  /** Words that say that a figure counts those who were brought. */
  readonly vantageSigns: readonly string[];
  /** Other spellings, each to the usual one ("defence" → "defense"). */
  readonly spellings: Readonly<Record<string, string>>;
  /** States: ISO 3166-1 alpha-2 and every name, adjective and word for the people. */
  readonly countries: readonly { readonly code: string; readonly names: readonly string[] }[];
  /** Endings that make an adjective of a place name ("n", "ian"), for places that no table has. */
  readonly adjectiveEndings: readonly string[];
}

/** The tables of all languages, folded for looking up. */
export interface Vocabulary {
  readonly small: ReadonlySet<string>;
  readonly body: ReadonlyMap<string, string>;
  readonly office: ReadonlyMap<string, string>;
  readonly state: ReadonlySet<string>;
  readonly vantage: ReadonlySet<string>;
  readonly vantageSigns: ReadonlySet<string>;
  readonly spelling: ReadonlyMap<string, string>;
  /** Folded name of one to three words → code. */
  readonly country: ReadonlyMap<string, string>;
  readonly adjectiveEndings: readonly string[];
}

/** Joins the tables of several languages; without any, names are compared letter by letter and nothing else. */
export function vocabularyOf(tables: readonly SourceWords[]): Vocabulary {
  const body = new Map<string, string>();
  const office = new Map<string, string>();
  const country = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const { bodies, offices, countries, spellings } of tables) {
    for (const row of bodies) for (const word of row) body.set(foldName(word), foldName(row[0]!));
    for (const [word, of] of Object.entries(offices)) office.set(foldName(word), foldName(of));
    for (const { code, names } of countries) for (const name of names) country.set(foldName(name), code);
    for (const [word, usual] of Object.entries(spellings)) spelling.set(foldName(word), foldName(usual));
  }
  const all = (pick: (table: SourceWords) => readonly string[]): Set<string> =>
    new Set(tables.flatMap(pick).map(foldName));
  return {
    small: all(({ small }) => small),
    body,
    office,
    state: all(({ state }) => state),
    vantage: all(({ vantages }) => vantages),
    vantageSigns: all(({ vantageSigns }) => vantageSigns),
    spelling,
    country,
    adjectiveEndings: [...new Set(tables.flatMap((table) => table.adjectiveEndings))],
  };
}
