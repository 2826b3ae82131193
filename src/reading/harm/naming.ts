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
    if (words.naming.has(lower)) return true;
    if (!words.named.has(lower)) continue;
    if (isOpening(doc, at + 1)) return true;
    for (let i = at + 1; i < to && i <= at + MAX_TO_BE; i++)
      if (words.be.has(doc.lower(i)) || words.including.has(doc.lower(i))) return true;
  }
  return false;
}

/** How far "was" may stand after "another victim of the raid". */
const MAX_TO_BE = 8;

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
    if (!words.naming.has(doc.lower(at)) || words.reflexives.has(doc.lower(at + 1))) continue;
    const as = asAfter(doc, at, Math.min(to, at + NAMING_REACH), pack);
    const who = as === null ? null : (whoAfter(at + 1, as, reader) ?? whoBefore(doc, at, from, reader, pack));
    const named = as === null || who === null ? null : reader.names(as + 1);
    if (named === null || who === null) continue;
    found.push({ from: who.from, to: named.to, who, names: named.names });
    at = named.to;
  }
  return found;
}

/**
 * "The victims were Ali Tarn and Omar Oster", "they are …", "the victims were as follows: …", "the victims – Ali (28) and
 * Omar (33) – were …": names and nothing else after the words.
 */
function listedNames(doc: Doc, at: TokenIndex, reader: PeopleReader, { words }: HarmPack): Naming | null {
  const who = reader.phrases.chunkAt(at);
  if (who === null || who.to !== at + 1) return null;
  // "Another victim of the raid was …".
  const verb = reader.phrases.afterModifiers(at + 1);
  const isSaid = words.be.has(doc.lower(verb)) || words.including.has(doc.lower(verb));
  if (!isSaid && !isOpening(doc, at + 1)) return null;
  const from = isSaid ? verb + 1 : at + 2;
  const named = reader.names((isSaid ? reader.phrases.runAt(from, words.follows) : null) ?? from);
  return named === null ? null : { from: who.from, to: named.to, who, names: named.names };
}

/** A colon or a dash that stands free. */
function isOpening(doc: Doc, at: TokenIndex): boolean {
  if (at + 1 >= doc.length) return false;
  const isDash = /^[–—-]{1,2}$/.test(doc.form(at)) && doc.start(at) > doc.end(at - 1);
  return isDash || doc.form(at) === ':';
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
  const isAuxiliary = (token: TokenIndex): boolean =>
    words.be.has(doc.lower(token)) || words.have.has(doc.lower(token)) || doc.upos(token) === 'ADV';
  while (end >= from && isAuxiliary(end)) end--;
  // "The four victims killed have been identified as …", "the victims who were killed were identified as …".
  if (end > from && end < at - 1 && doc.upos(end) === 'VERB' && reader.phrases.chunkAt(end) === null) {
    end--;
    while (end > from && (isAuxiliary(end) || words.relatives.has(doc.lower(end)))) end--;
  }
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
    const own = antecedent(doc, result, naming);
    const index = own >= 0 ? own : wholeFor(result, naming);
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

/** "Another victim was Ivo Tarn" beside "seven people were killed": the figure that has room for the names. */
function wholeFor(mentions: readonly HarmMention[], { who, names }: Naming): number {
  if (who.kind === 'pronoun' || !isGeneral(who)) return -1;
  return mentions.findIndex(
    ({ harm, people, certainty, aggregate, count }) =>
      harm === 'killed' &&
      people !== null &&
      aggregate === null &&
      certainty !== 'denied' &&
      count.min > 1 &&
      people.victims.named.length + names.length <= (count.max ?? Number.POSITIVE_INFINITY),
  );
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
