/**
 * The named victims of an incident across reports: spellings and aliases of one person put together, with every claim
 * that names them. Who is only possibly a victim is not named here at all; whose belonging is disputed is, and says so.
 */
import type { IncidentRecord } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { NamedVictim } from '../model/reading.ts';
import type { ClaimRef } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import type { Telling } from './tellings.ts';

/** One person as all reports name them. */
export interface Person {
  readonly victim: IncidentRecord['named'][number];
  readonly claims: readonly ClaimRef[];
  /** All names, folded. */
  readonly names: ReadonlySet<string>;
  /** No report, and nobody here, says for sure that this is the person and that they were harmed. */
  readonly isPossible: boolean;
  /** Another source denies that they belong to the incident. */
  readonly isContested: boolean;
}

type VictimJudgement = Extract<Judgement, { kind: 'victim' }>;

interface Naming {
  readonly victim: NamedVictim;
  readonly ref: ClaimRef;
  readonly isDenied: boolean;
}

/** Every person that the tellings name, by name; decisions on single people applied. */
export function peopleOf(tellings: readonly Telling[], decisions: readonly VictimJudgement[]): Person[] {
  const namings = tellings.flatMap(({ ref, claim }) =>
    claim.victims.named.map((victim): Naming => ({ victim, ref, isDenied: claim.stance === 'denied' })),
  );
  const people: Naming[][] = [];
  // The fullest names first, so that a surname alone finds the person that it is short for, whatever the order of reports.
  const sorted = [...namings].sort(
    (a, b) =>
      wordsOf(b.victim.name).length - wordsOf(a.victim.name).length ||
      (foldName(a.victim.name) < foldName(b.victim.name)
        ? -1
        : foldName(a.victim.name) > foldName(b.victim.name)
          ? 1
          : a.ref < b.ref
            ? -1
            : 1),
  );
  for (const naming of sorted) {
    const homes = people.filter((known) =>
      known.some(
        (other) => isSamePerson(naming.victim, other.victim) || isDecidedSame(naming, other, decisions),
      ),
    );
    if (homes.length === 1) homes[0]!.push(naming);
    else if (
      homes.length > 1 &&
      homes.every((home) => home.some((other) => isDecidedSame(naming, other, decisions)))
    ) {
      homes[0]!.push(naming);
    } else people.push([naming]);
  }
  return people
    .map((own) => personOf(own, decisions))
    .filter((person) => person !== null)
    .sort((a, b) => (a.victim.name < b.victim.name ? -1 : 1));
}

function wordsOf(name: string): string[] {
  return foldName(name).split(' ').filter(Boolean);
}

/** Ages more than a year apart, and a woman and a man, are two people whatever their names. */
function isSamePerson(a: NamedVictim, b: NamedVictim): boolean {
  if (a.gender && b.gender && a.gender !== b.gender) return false;
  if (a.age !== undefined && b.age !== undefined && Math.abs(a.age - b.age) > 1) return false;
  const isOfOneAge = a.age !== undefined && a.age === b.age;
  const names = (victim: NamedVictim): string[][] => [victim.name, ...(victim.aliases ?? [])].map(wordsOf);
  return names(a).some((x) => names(b).some((y) => isSameName(x, y, isOfOneAge)));
}

/** The same words in any order, each in any spelling; or a last name alone beside the full one. */
function isSameName(a: readonly string[], b: readonly string[], isOfOneAge: boolean): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.length === 1 && long.length > 1) return isSpelledAlike(short[0]!, long.at(-1)!, false);
  const left = [...long];
  for (const word of short) {
    const at = left.findIndex((other) => isSpelledAlike(word, other, isOfOneAge));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  // A middle name more is one person's; two more are a family's.
  return left.length <= 1;
}

/** Equal, an initial, or the same but for a letter or for vowels, in a word long enough that it is no other name. */
function isSpelledAlike(a: string, b: string, isOfOneAge: boolean): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const length = Math.min(a.length, b.length);
  if (length >= (isOfOneAge ? MIN_VARIANT_OF_AGE : MIN_VARIANT) && isWithinOneEdit(a, b)) return true;
  return length > MIN_VARIANT && skeletonOf(a) === skeletonOf(b);
}

/** In shorter names a letter tells two people apart ("Omar", "Omer"), unless their age is one too. */
const MIN_VARIANT = 5;
const MIN_VARIANT_OF_AGE = 4;

/** Consonants, doubled ones once: what transliterations of a name agree on ("Mohammed", "Muhamad"). */
function skeletonOf(name: string): string {
  return (
    name[0] +
    name
      .slice(1)
      .replace(/[aeiouy]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

function isWithinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  const rest = short.length === long.length ? short.slice(i + 1) : short.slice(i);
  return long.slice(i + 1) === rest;
}

function isDecidedSame(a: Naming, b: Naming, decisions: readonly VictimJudgement[]): boolean {
  const [x, y] = [foldName(a.victim.name), foldName(b.victim.name)];
  return decisions.some((decision) => {
    if (decision.is !== 'same as' || decision.sameAs === undefined) return false;
    const pair = [foldName(decision.name), foldName(decision.sameAs)];
    return pair.includes(x) && pair.includes(y);
  });
}

function personOf(namings: readonly Naming[], decisions: readonly VictimJudgement[]): Person | null {
  const spellings = [...new Set(namings.flatMap(({ victim }) => [victim.name, ...(victim.aliases ?? [])]))];
  const names = new Set(spellings.map(foldName));
  const decided = decisions.findLast(({ name, is }) => is !== 'same as' && names.has(foldName(name)));
  if (decided?.is === 'not a victim') return null;
  const stated = namings.filter(({ victim, isDenied }) => victim.identity === 'stated' && !isDenied);
  if (namings.every(({ isDenied }) => isDenied) && !decided) return null;
  const isPossible = decided ? decided.is === 'unconfirmed' : stated.length === 0;
  const [name, ...others] = spellings.sort(
    (a, b) =>
      wordsOf(b).length - wordsOf(a).length || usesOf(b, namings) - usesOf(a, namings) || (a < b ? -1 : 1),
  );
  const aliases = [...others, ...(decided?.aliases ?? [])].filter(
    (alias) => foldName(alias) !== foldName(name!),
  );
  const first = namings[0]!.victim;
  const pick = <K extends 'age' | 'ageMax' | 'gender' | 'role'>(key: K): Pick<NamedVictim, K> | object => {
    const value = namings.map(({ victim }) => victim[key]).find((one) => one !== undefined);
    return value === undefined ? {} : { [key]: value };
  };
  const claims = [...new Set(namings.map(({ ref }) => ref))].sort();
  return {
    victim: {
      name: name!,
      ...(aliases.length > 0 ? { aliases: [...new Set(aliases)] } : {}),
      ...pick('age'),
      ...pick('ageMax'),
      ...pick('gender'),
      ...pick('role'),
      identity: isPossible ? 'unconfirmed' : 'stated',
      evidence: first.evidence,
      claims,
      ...(namings.some(({ isDenied }) => isDenied) && !decided ? { membership: 'contested' as const } : {}),
    },
    claims,
    names,
    isPossible,
    isContested: namings.some(({ isDenied }) => isDenied) && !decided,
  };
}

function usesOf(name: string, namings: readonly Naming[]): number {
  return namings.filter(({ victim }) => victim.name === name).length;
}
