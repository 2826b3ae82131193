/**
 * Names given to people whose harm is told in another clause: "The victim was identified as Ali Reza, 34." The names go
 * to the mention that the words point back at; they make no mention of their own.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Victims } from '../../model/reading.ts';
import type { HarmMention, PeopleMention } from '../annotations.ts';
import type { Chunk } from '../people/chunks.ts';
import type { PeopleReader } from '../people/people.ts';
import type { HarmPack } from './pack.ts';

type Named = Victims['named'];

export interface Naming extends TokenRange {
  readonly who: Chunk;
  readonly names: Named;
}

/** Whether the sentence holds a word that may give names. */
export function mayName(doc: Doc, { from, to }: TokenRange, { words }: HarmPack): boolean {
  for (let at = from; at < to; at++) {
    const lower = doc.lower(at);
    if (words.naming.has(lower) || (words.named.has(lower) && words.be.has(doc.lower(at + 1)))) return true;
  }
  return false;
}

/** How far "as" may stand after "identified": "identified the two men killed in the raid on Oru as …". */
const NAMING_REACH = 30;

/** The namings of a sentence. */
export function findNamings(
  doc: Doc,
  { from, to }: TokenRange,
  reader: PeopleReader,
  pack: HarmPack,
): Naming[] {
  const { words } = pack;
  const found: Naming[] = [];
  for (let at = from; at < to; at++) {
    const listed = words.named.has(doc.lower(at)) ? listedNames(doc, at, reader, pack) : null;
    if (listed !== null) found.push(listed);
    if (!words.naming.has(doc.lower(at))) continue;
    const as = asAfter(doc, at, Math.min(to, at + NAMING_REACH), pack);
    const who = as === null ? null : (whoAfter(at + 1, as, reader) ?? whoBefore(doc, at, from, reader, pack));
    const named = as === null || who === null ? null : reader.names(as + 1);
    if (named === null || who === null) continue;
    found.push({ from: who.from, to: named.to, who, names: named.names });
    at = named.to;
  }
  return found;
}

/** "The victims were Ali Tarn and Omar Oster", "they are …": names and nothing else after the verb. */
function listedNames(doc: Doc, at: TokenIndex, reader: PeopleReader, { words }: HarmPack): Naming | null {
  const who = words.be.has(doc.lower(at + 1)) ? reader.phrases.chunkAt(at) : null;
  const named = who === null || who.to !== at + 1 ? null : reader.names(at + 2);
  return named === null ? null : { from: who!.from, to: named.to, who: who!, names: named.names };
}

function asAfter(doc: Doc, from: TokenIndex, to: TokenIndex, { words }: HarmPack): TokenIndex | null {
  for (let at = from; at < to; at++) {
    const lower = doc.lower(at);
    if (words.as.has(lower)) return at;
    // "The victims were Ali and Omar Reza": the verb itself is the link.
    if (at > from && words.naming.has(lower)) return null;
  }
  return null;
}

function whoAfter(from: TokenIndex, to: TokenIndex, reader: PeopleReader): Chunk | null {
  const chunk = reader.phrases.chunkStarting(from);
  return chunk !== null && chunk.to <= to && chunk.people === 'sure' && chunk.kind !== 'name' ? chunk : null;
}

function whoBefore(
  doc: Doc,
  at: TokenIndex,
  from: TokenIndex,
  reader: PeopleReader,
  { words }: HarmPack,
): Chunk | null {
  let end = at - 1;
  while (
    end >= from &&
    (words.be.has(doc.lower(end)) || words.have.has(doc.lower(end)) || doc.upos(end) === 'ADV')
  )
    end--;
  const chunk = end >= from && end < at - 1 ? reader.phrases.chunkAt(end) : null;
  return chunk !== null && chunk.people === 'sure' && chunk.kind !== 'name' ? chunk : null;
}

/** The mentions with the names put where they belong. A naming that points at none is dropped. */
export function attachNames(
  doc: Doc,
  mentions: readonly HarmMention[],
  namings: readonly Naming[],
): HarmMention[] {
  const result = [...mentions];
  for (const naming of namings) {
    const index = antecedent(doc, result, naming);
    if (index >= 0) result[index] = withNames(result[index]!, naming);
  }
  return result;
}

/** The mention that a naming points at: the one of its own words, else the nearest before, else the first after. */
function antecedent(doc: Doc, mentions: readonly HarmMention[], naming: Naming): number {
  const own = mentions.findIndex(({ people }) => people !== null && people.head === naming.who.head);
  if (own >= 0) return own;
  const fitting = mentions.flatMap((mention, i) => (fits(doc, mention, naming) ? [i] : []));
  const before = fitting.filter((i) => mentions[i]!.trigger.from < naming.from);
  const dead = before.filter((i) => mentions[i]!.harm === 'killed');
  return dead[dead.length - 1] ?? before[before.length - 1] ?? fitting[0] ?? -1;
}

function fits(
  doc: Doc,
  { people, harm, certainty, aggregate, count }: HarmMention,
  { who, names }: Naming,
): boolean {
  if (people === null || aggregate !== null || certainty === 'denied' || people.victims.named.length > 0)
    return false;
  if (harm !== 'killed' && harm !== 'injured') return false;
  if (count.max === 0 || (count.max !== null && count.max < names.length)) return false;
  const one = !who.plural && (who.quantity === null || who.quantity.count.max === 1);
  if (one !== (count.min === 1 && (count.max === 1 || count.kind === 'unstated'))) return false;
  if (who.quantity !== null && count.kind === 'exact' && who.quantity.count.min !== count.min) return false;
  const { gender, child } = who.traits;
  if (gender === 'female' && people.victims.men !== undefined) return false;
  if (gender === 'male' && people.victims.women !== undefined) return false;
  if (child && people.victims.children === undefined && (people.victims.men || people.victims.women))
    return false;
  return who.kind === 'pronoun' || isGeneral(who) || gender !== undefined || sameNoun(doc, people, who);
}

function isGeneral({ noun }: Chunk): boolean {
  return noun === null || noun.general === true;
}

function sameNoun(doc: Doc, people: PeopleMention, who: Chunk): boolean {
  return doc.lemma(people.head) === doc.lemma(who.head);
}

function withNames(mention: HarmMention, naming: Naming): HarmMention {
  const people = mention.people!;
  const known = new Set(people.victims.named.map(({ name }) => name));
  const gender = genderOf(people);
  const added = naming.names
    .filter(({ name }) => !known.has(name))
    .map((name) => (gender ? { gender, ...name } : name));
  const named = [...people.victims.named, ...added];
  return {
    ...mention,
    people: { ...people, victims: { ...people.victims, named } },
    evidence: [...mention.evidence, { from: naming.from, to: naming.to }],
  };
}

/** The gender that the words give to all of them. */
function genderOf({ victims, count }: PeopleMention): 'female' | 'male' | null {
  if (victims.women !== undefined && victims.women.min >= count.min) return 'female';
  return victims.men !== undefined && victims.men.min >= count.min ? 'male' : null;
}
