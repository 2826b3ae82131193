/**
 * Names of organisations, taken apart so that variants of one meet: "the Health Ministry in Velland", "Velland's health
 * ministry" and "Health Minister Irena Dovall" are the words {velland, health, ministry}; "the ministry" is some of them.
 * Of no language: which words name a body, an office or a state is told by the `Vocabulary`.
 */
import { foldName } from '../model/victims.ts';
import type { Vocabulary } from './words.ts';

export interface NameParts {
  /** All words that tell it from others, countries as "@XX"; sorted, each once. */
  readonly words: readonly string[];
  /** Those of them that name a body. */
  readonly bodies: readonly string[];
  /** Whether a word names the state itself; that word is not among `words`. */
  readonly isState: boolean;
  /** Whether a word names an office: the name is that of its holder. */
  readonly isOffice: boolean;
}

/** Longest name of a country, in words, that is looked up. */
const MAX_COUNTRY_WORDS = 4;

const known = new WeakMap<Vocabulary, Map<string, NameParts>>();

/** The parts of a name as printed; a name met before is not taken apart again. */
export function partsOfName(name: string, vocabulary: Vocabulary): NameParts {
  let names = known.get(vocabulary);
  if (!names) known.set(vocabulary, (names = new Map()));
  let parts = names.get(name);
  if (parts) return parts;
  if (names.size >= MAX_KNOWN) names.clear();
  parts = takeApart(name, vocabulary);
  names.set(name, parts);
  return parts;
}

/** Names that are remembered: those of a long history of reports, in a few megabytes. */
const MAX_KNOWN = 20_000;

function takeApart(name: string, vocabulary: Vocabulary): NameParts {
  const tokens = foldName(name.replace(/(\p{L})['’]s?(?=\W|$)/gu, '$1'))
    .split(' ')
    .filter(Boolean);
  const words = new Set<string>();
  const bodies = new Set<string>();
  let isState = false;
  let isOffice = false;
  for (let i = 0; i < tokens.length; ) {
    const country = countryAt(tokens, i, vocabulary);
    if (country) {
      words.add(`@${country.code}`);
      i += country.length;
      continue;
    }
    const pair = tokens.slice(i, i + 2).join(' ');
    const isPair = vocabulary.body.has(pair) || vocabulary.office.has(pair);
    const token = isPair ? pair : (vocabulary.spelling.get(tokens[i]!) ?? tokens[i]!);
    i += isPair ? 2 : 1;
    const office = vocabulary.office.get(token);
    if (office !== undefined) isOffice = true;
    const word = office ?? token;
    if (word === '' || vocabulary.small.has(word)) continue;
    if (vocabulary.state.has(word)) isState = true;
    else {
      const body = vocabulary.body.get(word);
      if (body !== undefined) bodies.add(body);
      words.add(body ?? word);
    }
  }
  return { words: [...words].sort(), bodies: [...bodies].sort(), isState, isOffice };
}

function countryAt(tokens: readonly string[], at: number, { country }: Vocabulary) {
  for (let length = Math.min(MAX_COUNTRY_WORDS, tokens.length - at); length > 0; length--) {
    const code = country.get(tokens.slice(at, at + length).join(' '));
    if (code) return { code, length };
  }
  return null;
}

/** Two sets of words put together. */
export function joinParts(a: NameParts, b: NameParts): NameParts {
  return {
    words: [...new Set([...a.words, ...b.words])].sort(),
    bodies: [...new Set([...a.bodies, ...b.bodies])].sort(),
    isState: a.isState || b.isState,
    isOffice: a.isOffice || b.isOffice,
  };
}

/** Names with the same key are one name. A state's government is the state. */
export function keyOf({ words, isState }: NameParts): string {
  return words.length > 0 ? words.join(' ') : isState ? '@' : '';
}

/** Whether all words of one stand in the other, which has more. */
export function isShorter(a: NameParts, b: NameParts): boolean {
  return a.words.length < b.words.length && a.words.every((word) => b.words.includes(word));
}

/** Whether both name the same bodies, one at least. */
export function sharesBodies(a: NameParts, b: NameParts): boolean {
  return (
    a.bodies.length > 0 &&
    a.bodies.length === b.bodies.length &&
    a.bodies.every((body, i) => body === b.bodies[i])
  );
}

/** A state's own name and nothing else. */
export function isBareState({ words, bodies, isState }: NameParts): boolean {
  return bodies.length === 0 && (isState || (words.length === 1 && words[0]!.startsWith('@')));
}

/**
 * For words that no table has, the place name that each is an adjective of, where that name is among them too
 * ("vellandian" → "velland"). Words that are nobody's adjective are not in the map.
 */
export function placesByAdjective(
  words: Iterable<string>,
  { adjectiveEndings, body, country }: Vocabulary,
): Map<string, string> {
  const told = new Set([...words].filter((word) => !body.has(word) && !country.has(word)));
  const places = new Map<string, string>();
  for (const word of told) {
    for (const ending of adjectiveEndings) {
      if (!word.endsWith(ending) || word.length - ending.length < MIN_STEM) continue;
      const stem = word.slice(0, -ending.length);
      const place = [stem, ...VOWELS.map((vowel) => stem + vowel)].find((p) => p !== word && told.has(p));
      if (place) {
        places.set(word, place);
        break;
      }
    }
  }
  return places;
}

/** Shorter stems meet by chance. */
const MIN_STEM = 4;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'y', 'ia'];
