/**
 * What a phrase says of its people, as the contract's Victims: their words, status as stated, children, women and men,
 * groups, and those named. Nothing is added that the phrase does not say.
 */
import type { TokenIndex, TokenRange } from '../../language/doc.ts';
import { exactly } from '../../model/count.ts';
import type { Count, Victims } from '../../model/reading.ts';
import type { Quantity, RuleId } from '../annotations.ts';
import type { Source } from '../source.ts';
import type { Chunk } from './chunks.ts';
import { addCounts, isExact } from './counts.ts';
import type { PersonTraits, VictimGroup } from './pack.ts';

/** A name in a phrase, on tokens, with what stands beside it. */
export interface Name extends TokenRange {
  readonly aliases: readonly TokenRange[];
  readonly age: Quantity | null;
  readonly role: TokenRange | null;
  readonly traits: PersonTraits;
}

/** One person or group in a phrase, with all that is said of it right there. */
export interface Member extends TokenRange {
  readonly chunk: Chunk;
  /** One past its bare words, before any age, alias, name or role put beside them. */
  readonly bareTo: TokenIndex;
  /** The chunk that says what they are: "children" in "two of the children". */
  readonly kind: Chunk;
  readonly count: Count;
  readonly traits: PersonTraits;
  readonly names: readonly Name[];
  readonly by: RuleId;
}

type NamedVictim = Victims['named'][number];

export function describeVictims(
  source: Source,
  range: TokenRange,
  words: TokenRange | null,
  members: readonly Member[],
  parts: readonly Member[],
  side: string | null = null,
): Victims {
  const all = [...members, ...parts];
  const children = sumOf(all.map(childrenIn));
  const women = sumOf(all.map((member) => adultsIn(member, 'female')));
  const men = sumOf(all.map((member) => adultsIn(member, 'male')));
  const attackers = sumOf(all.map((member) => countIf(member, ({ traits }) => traits.attacker === true)));
  const groups = groupsOf(all);
  return {
    ...(words === null ? {} : { text: source.doc.slice(words) }),
    civilianStatus: statusOf(members, parts),
    ...(side === null ? {} : { affiliation: side }),
    ...(children ? { children } : {}),
    ...(women ? { women } : {}),
    ...(men ? { men } : {}),
    ...(attackers ? { attackers } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    named: all.flatMap((member) => member.names.map((name) => namedVictim(source, name))),
    evidence: [source.span(range)],
  };
}

function countIf(member: Member, test: (member: Member) => boolean): Count | null {
  return test(member) ? member.count : null;
}

function sumOf(counts: readonly (Count | null)[]): Count | null {
  const some = counts.filter((count) => count !== null);
  return some.length === 0 ? null : some.length === 1 ? some[0]! : addCounts(some);
}

/**
 * Of several named with their ages ("their sons Ivo, 14, and Rade, 20") how many fit; null where fewer than two are named
 * or no age tells.
 */
function countOfAged({ names, count }: Member, fits: (age: number, name: Name) => boolean): Count | null {
  if (names.length < 2) return null;
  const n = names.filter((name) => name.age !== null && fits(years(name.age), name)).length;
  return n === 0 ? null : n === count.min && n === count.max ? count : exactly(n);
}

function isChildAge(age: number): boolean {
  return age < 18;
}

/** "Her four children, Ivo, 20, Rade, Ada and Mira": three, for one is told to be none. */
function childrenIn(member: Member): Count | null {
  if (member.traits.child) return without(member, (age) => !isChildAge(age)) ?? countIf(member, isChild);
  return countOfAged(member, isChildAge) ?? countIf(member, isChild);
}

/** A group whose noun says what they are, less those whose ages say otherwise; null where none does, or nobody is left. */
function without({ names, count }: Member, isOther: (age: number) => boolean): Count | null {
  if (names.length < 2) return null;
  const others = names.filter(({ age }) => age !== null && isOther(years(age))).length;
  if (others === 0) return count;
  return isExact(count) && count.min > others ? exactly(count.min - others) : null;
}

function adultsIn(member: Member, gender: 'female' | 'male'): Count | null {
  if (member.traits.adult && member.traits.gender === gender) {
    return without(member, isChildAge) ?? countIf(member, (whole) => isAdult(whole, gender));
  }
  const aged = countOfAged(
    member,
    (age, { traits }) => age >= 18 && (traits.gender ?? member.traits.gender) === gender,
  );
  return aged ?? countIf(member, (whole) => isAdult(whole, gender));
}

function isChild(member: Member): boolean {
  const age = ageOf(member);
  return age !== null ? age < 18 : member.traits.child === true;
}

function isAdult(member: Member, gender: 'female' | 'male'): boolean {
  const only = member.names.length === 1 && member.count.max === 1 ? member.names[0]!.traits : {};
  if ((member.traits.gender ?? only.gender) !== gender || isChild(member)) return false;
  const age = ageOf(member);
  return age !== null ? age >= 18 : member.traits.adult === true || only.adult === true;
}

function ageOf(member: Member): number | null {
  const age =
    member.chunk.age ?? member.kind.age ?? (member.names.length === 1 ? member.names[0]!.age : null);
  return age === null ? null : years(age);
}

/** Whole years. An age in months or days is under one. */
function years(age: Quantity): number {
  return age.count.min;
}

function statusOf(members: readonly Member[], parts: readonly Member[]): Victims['civilianStatus'] {
  const of = (list: readonly Member[]) => new Set(list.map((member) => member.traits.status ?? 'unknown'));
  const own = of(members);
  if (own.size === 1 && !own.has('unknown')) return [...own][0]!;
  if (own.has('civilian') && own.has('combatant')) return 'mixed';
  const among = of(parts);
  if (own.size === 1 && among.has('civilian') && among.has('combatant')) return 'mixed';
  return 'unknown';
}

function groupsOf(members: readonly Member[]): NonNullable<Victims['groups']> {
  const byGroup = new Map<VictimGroup, Count[]>();
  for (const { traits, count } of members) {
    if (traits.group === undefined) continue;
    byGroup.set(traits.group, [...(byGroup.get(traits.group) ?? []), count]);
  }
  return [...byGroup].map(([group, counts]) => ({
    group,
    count: counts.length === 1 ? counts[0]! : addCounts(counts),
  }));
}

/** A name as the contract has it. */
export function namedVictim(source: Source, name: Name): NamedVictim {
  const { doc } = source;
  const aliases = name.aliases.map((alias) => doc.slice(alias));
  const evidence = [
    source.span({ from: name.from, to: name.to }),
    ...name.aliases.map((alias) => source.span(alias)),
  ];
  if (name.age !== null) evidence.push(source.span(name.age));
  return {
    name: doc.slice(name),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(name.age !== null ? ageFields(name.age) : {}),
    ...(name.traits.gender ? { gender: name.traits.gender } : {}),
    ...(name.role !== null ? { role: doc.slice(name.role) } : {}),
    identity: 'stated',
    evidence,
  };
}

function ageFields({ count }: Quantity): Pick<NamedVictim, 'age' | 'ageMax'> {
  if (count.max === null || count.max === count.min) return { age: count.min };
  return { age: count.min, ageMax: count.max };
}
