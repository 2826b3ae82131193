/**
 * One person under several spellings is one: over the claims of each event, names of the same victim are led back to the
 * fullest of them, the others become aliases. Follows docs/annotation-guide.md#named.
 */
import { isSameName, wordsOfName } from '../../model/names.ts';
import type { Claim, Victims } from '../../model/reading.ts';

type Named = Victims['named'][number];

interface Person {
  readonly words: readonly string[];
  readonly name: string;
  readonly known: Named[];
  /** The claims that name them; one list names nobody twice. */
  readonly claims: Set<Claim>;
}

/** More names than any report on one event has; those after them stay as they are printed. */
const MAX_PEOPLE = 300;

/** Rewrites the names of each claim. `ignored`: words that tell no two names apart. */
export function foldPeople(claims: readonly Claim[], ignored: ReadonlySet<string>): void {
  const byEvent = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.event === null || claim.victims.named.length === 0) continue;
    const own = byEvent.get(claim.event);
    if (own) own.push(claim);
    else byEvent.set(claim.event, [claim]);
  }
  for (const own of byEvent.values()) foldEvent(own, ignored);
}

/** "He", "the mayor", "whose body" are who the other mentions of that one person name. Nothing changes where they name two. */
export function nameThroughout(claims: readonly Claim[]): void {
  const named = claims.flatMap(({ victims }) => victims.named);
  const [first] = named;
  if (!first || named.some(({ name }) => name !== first.name)) return;
  for (const claim of claims)
    if (claim.victims.named.length === 0) claim.victims = { ...claim.victims, named: [first] };
}

function foldEvent(claims: readonly Claim[], ignored: ReadonlySet<string>): void {
  const entries = claims.flatMap((claim) =>
    claim.victims.named.map((named) => ({ claim, named, words: wordsOfName(named.name, ignored) })),
  );
  if (entries.length < 2) return;
  // Fuller names first, so that a first name alone finds whose it is.
  const people: Person[] = [];
  const personOf = new Map<Named, Person>();
  for (const { claim, named, words } of entries.toSorted((a, b) => b.words.length - a.words.length)) {
    const fitting = people.filter(
      (person) => !person.claims.has(claim) && isSameName(person.words, words) && canBe(person, named),
    );
    // "Ivo", where two Ivos have died, is neither for sure.
    const known = words.length > 1 || fitting.length === 1 ? fitting[0] : undefined;
    const person = known ?? { words, name: named.name, known: [], claims: new Set<Claim>() };
    if (!known && people.length < MAX_PEOPLE) people.push(person);
    person.known.push(named);
    person.claims.add(claim);
    personOf.set(named, person);
  }
  for (const claim of claims) {
    const named = claim.victims.named.map((entry) => rename(entry, personOf.get(entry)!));
    claim.victims = { ...claim.victims, named };
  }
}

function canBe({ known }: Person, { age, gender }: Named): boolean {
  return known.every(
    (other) =>
      (age === undefined || other.age === undefined || Math.abs(age - other.age) <= 1) &&
      (gender === undefined || other.gender === undefined || gender === other.gender),
  );
}

function rename(entry: Named, { name, known }: Person): Named {
  if (entry.name === name) return entry;
  const fullest = known.find((other) => other.name === name)!;
  return {
    ...entry,
    name,
    aliases: [...new Set([entry.name, ...(entry.aliases ?? [])])],
    evidence: [...entry.evidence, ...fullest.evidence.slice(0, 1)],
  };
}
