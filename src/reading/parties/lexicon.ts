/** The names and nouns of parties as one table of phrases, found by their first word. Made once for each pack and knowledge. */
import { foldName } from '../../knowledge/fold.ts';
import type { KnownParty } from '../../knowledge/parties.ts';
import type { Party } from '../../model/reading.ts';
import type { PartyNoun, PartyPack } from './pack.ts';

/** What a phrase is. A phrase can be several ("forces" after an adjective, "army" anywhere). */
export type PartyPhrase = { readonly words: readonly string[] } & (
  | {
      readonly is: 'named';
      readonly name: string;
      readonly kind: Party['kind'];
      readonly country?: string;
      readonly isAcronym: boolean;
    }
  | { readonly is: 'country'; readonly code: string; readonly isAdjective: boolean }
  | { readonly is: 'force' | 'fighter'; readonly noun: PartyNoun }
  | { readonly is: 'arm' | 'action' | 'government' | 'member' }
);

export interface PartyLexicon {
  /** By first folded word, the longest phrase first. */
  readonly phrases: ReadonlyMap<string, readonly PartyPhrase[]>;
  /** Code → "Israeli", for names of its parties. */
  readonly adjectives: ReadonlyMap<string, string>;
  /** Code → usual name. */
  readonly names: ReadonlyMap<string, string>;
  readonly between: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly unitHeads: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

const cache = new WeakMap<PartyPack, PartyLexicon>();

export function partyLexicon(pack: PartyPack, known: readonly KnownParty[]): PartyLexicon {
  let lexicon = cache.get(pack);
  if (!lexicon) cache.set(pack, (lexicon = build(pack, known)));
  return lexicon;
}

function build(pack: PartyPack, known: readonly KnownParty[]): PartyLexicon {
  const phrases = new Map<string, PartyPhrase[]>();
  const add = (text: string, make: (words: readonly string[]) => PartyPhrase) => {
    const words = foldName(text).split(' ');
    const list = phrases.get(words[0]!);
    if (list) list.push(make(words));
    else phrases.set(words[0]!, [make(words)]);
  };
  for (const { name, others, kind, country } of known) {
    for (const text of [name, ...others]) {
      const isAcronym = /^[A-Z0-9-]{2,6}$/.test(text);
      add(text, (words) => ({ is: 'named', words, name, kind, ...(country ? { country } : {}), isAcronym }));
    }
  }
  const adjectives = new Map<string, string>();
  const names = new Map<string, string>();
  for (const country of pack.countries) {
    const { code } = country;
    names.set(code, country.names[0]!);
    const adjective = pack.adjectives[code] ?? country.demonyms[0];
    if (adjective) adjectives.set(code, adjective);
    for (const text of country.names)
      add(text, (words) => ({ is: 'country', words, code, isAdjective: false }));
    for (const text of country.demonyms)
      add(text, (words) => ({ is: 'country', words, code, isAdjective: true }));
  }
  for (const [text, noun] of Object.entries(pack.forces))
    add(text, (words) => ({ is: 'force', words, noun }));
  for (const [text, noun] of Object.entries(pack.fighters))
    add(text, (words) => ({ is: 'fighter', words, noun }));
  for (const text of pack.arms) add(text, (words) => ({ is: 'arm', words }));
  for (const text of pack.actions) add(text, (words) => ({ is: 'action', words }));
  for (const text of pack.governments) add(text, (words) => ({ is: 'government', words }));
  for (const text of pack.members) add(text, (words) => ({ is: 'member', words }));
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    phrases,
    adjectives,
    names,
    between: new Set(pack.between),
    particles: new Set(pack.particles),
    unitHeads: new Set(pack.unitHeads),
    persons: new Set(pack.persons),
  };
}
