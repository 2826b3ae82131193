/** What one mention tells of its victims that helps to know them again: how many, which sex and age, which names and nouns. */
import { isOnePerson } from '../../model/count.ts';
import { isSameName, wordsOfName } from '../../model/names.ts';
import type { Count, Party, Victims } from '../../model/reading.ts';
import type { HarmMention, PeopleMention } from '../annotations.ts';
import type { ReadingPack } from '../pack.ts';
import type { Source } from '../source.ts';

/** How a phrase brings its people in: as new, as others than those before, as known ones, by pronoun, by name. */
export type Introduction = 'new' | 'another' | 'definite' | 'pronoun' | 'name';

export interface Group {
  readonly count: Count;
  readonly isOne: boolean;
  readonly introduction: Introduction;
  readonly sex: 'female' | 'male' | null;
  /** True: children; false: adults; null: not told. */
  readonly isChild: boolean | null;
  readonly isAttacker: boolean;
  readonly status: 'civilian' | 'combatant' | null;
  /** Which side such people are of, by their noun alone: soldiers and guerrillas are not the same people. */
  readonly side: 'armed group' | 'military' | 'police' | null;
  readonly affiliation: string | null;
  readonly nationality: string | null;
  readonly ages: readonly number[];
  /** In the words that tell: `wordsOfName`. */
  readonly names: readonly (readonly string[])[];
  /** The noun, as a dictionary form; null where it says no more than that they are people. */
  readonly noun: string | null;
}

export function groupOf(mention: HarmMention, source: Source, pack: ReadingPack): Group {
  const { people, count } = mention;
  if (!people) return { ...NOBODY_KNOWN, count, isOne: isOnePerson(count) };
  const group = groupOfPeople(people, count, source, pack);
  const isMore = group.introduction === 'new' && hasAlso(mention, people, source, pack);
  return isMore ? { ...group, introduction: 'another' } : group;
}

/** "Two men were also shot", "also killed were two guards". */
function hasAlso(
  { trigger }: HarmMention,
  people: PeopleMention,
  { doc }: Source,
  pack: ReadingPack,
): boolean {
  const from = Math.min(people.to, trigger.from) - 1;
  const to = Math.max(people.from, trigger.to);
  for (let i = Math.max(0, from); i < to; i++) if (pack.claims.also.has(doc.lower(i))) return true;
  return false;
}

const NOBODY_KNOWN: Omit<Group, 'count' | 'isOne'> = {
  introduction: 'new',
  sex: null,
  isChild: null,
  isAttacker: false,
  status: null,
  side: null,
  affiliation: null,
  nationality: null,
  ages: [],
  names: [],
  noun: null,
};

export function groupOfPeople(people: PeopleMention, count: Count, source: Source, pack: ReadingPack): Group {
  const { doc } = source;
  const { victims } = people;
  const head = doc.lower(people.head);
  // "A girl and four other people" is told of by its list, not by its first noun.
  const found = pack.people.nouns?.get(head);
  const noun = found && !found.plural && !found.several && count.min > 1 ? undefined : found;
  const pronoun = pack.people.words?.pronouns.get(head);
  const status = victims.civilianStatus;
  const side: Party['kind'] | undefined = pack.events.attackers.get(head);
  return {
    count,
    isOne: isOnePerson(count),
    introduction: introductionOf(people, source, pack),
    sex: sexOf(victims, count) ?? pronoun?.gender ?? noun?.gender ?? null,
    isChild: isWhole(victims.children, count)
      ? true
      : isWhole(victims.men, count) || isWhole(victims.women, count)
        ? false
        : null,
    isAttacker: isWhole(victims.attackers, count),
    status: status === 'civilian' || status === 'combatant' ? status : null,
    side: side === 'armed group' || side === 'military' || side === 'police' ? side : null,
    affiliation: victims.affiliation ?? null,
    nationality: victims.nationality ?? null,
    ages: agesOf(people, source),
    names: victims.named.map(({ name }) => wordsOfName(name, pack.people.words.besideNames)),
    noun: !noun || noun.general || pronoun || pack.claims.victims.has(head) ? null : noun.lemma,
  };
}

function introductionOf(
  { from, to, head, victims }: PeopleMention,
  { doc }: Source,
  pack: ReadingPack,
): Introduction {
  const first = doc.lower(from);
  if (pack.people.words?.pronouns.has(doc.lower(head))) return 'pronoun';
  let isDefinite = false;
  // "The other two" are known: others than those just told of, among the same people.
  if (pack.claims.definite.has(first) && pack.claims.another.has(doc.lower(from + 1))) return 'definite';
  for (let i = from; i < to && (i <= head || i < from + 3); i++) {
    const word = doc.lower(i);
    if (i <= head && pack.claims.another.has(word) && !pack.claims.comparing.has(doc.lower(i + 1)))
      return 'another';
    if (i < from + 3 && pack.claims.definite.has(word)) isDefinite = true;
  }
  // "At least one of them"; "two of the victims", where the phrase ends with its number.
  const of = pack.people.words?.of;
  for (let i = from; of && i + 1 < to; i++)
    if (of.has(doc.lower(i)) && pack.people.words.pronouns.has(doc.lower(i + 1))) isDefinite = true;
  if (of?.has(doc.lower(to)) && pack.claims.definite.has(doc.lower(to + 1))) isDefinite = true;
  if (isDefinite || pack.claims.definite.has(first)) return 'definite';
  const opening = doc.slice({ from, to });
  return victims.named.some(({ name }) => opening.startsWith(name.slice(0, 4))) ? 'name' : 'new';
}

function sexOf({ women, men, named }: Victims, count: Count): Group['sex'] {
  if (isWhole(women, count)) return 'female';
  if (isWhole(men, count)) return 'male';
  const genders = new Set(named.map(({ gender }) => gender));
  const isEverybody = named.length > 0 && named.length >= count.min;
  return isEverybody && genders.size === 1 ? (named[0]!.gender ?? null) : null;
}

function isWhole(part: Count | undefined, whole: Count): boolean {
  return part !== undefined && part.min > 0 && part.min >= whole.min;
}

/** Ages in the phrase: those of the named, and numerals that are not the number of people. */
function agesOf({ from, to, victims, count }: PeopleMention, { doc }: Source): number[] {
  const ages = victims.named.flatMap(({ age }) => (age === undefined ? [] : [age]));
  for (let i = from; i < to && i < from + 24; i++) {
    const form = doc.form(i);
    if (!/^\d{1,3}$/.test(form)) continue;
    const n = Number(form);
    const isCount = i === from && n === count.min;
    if (!isCount && n < 115 && !ages.includes(n)) ages.push(n);
  }
  return ages;
}

const compatible = new WeakMap<Group, WeakMap<Group, boolean>>();

/** Whether two phrases can be about the same people, or one about some of the other's. */
export function isCompatible(a: Group, b: Group): boolean {
  let withA = compatible.get(a);
  if (!withA) {
    withA = new WeakMap();
    compatible.set(a, withA);
  }
  let found = withA.get(b);
  if (found === undefined) {
    found = canBeOne(a, b);
    withA.set(b, found);
  }
  return found;
}

function canBeOne(a: Group, b: Group): boolean {
  if (a.sex && b.sex && a.sex !== b.sex) return false;
  if (a.isChild !== null && b.isChild !== null && a.isChild !== b.isChild && !isTeenage(a) && !isTeenage(b))
    return false;
  if (a.status && b.status && a.status !== b.status) return false;
  if (a.side && b.side && a.side !== b.side) return false;
  if (a.affiliation && b.affiliation && a.affiliation !== b.affiliation) return false;
  if (a.isAttacker !== b.isAttacker && (a.noun !== null || a.isAttacker) && (b.noun !== null || b.isAttacker))
    return false;
  if (a.isOne && b.isOne) {
    if (a.ages.length > 0 && b.ages.length > 0 && !a.ages.some((age) => b.ages.includes(age))) return false;
    if (a.names.length > 0 && b.names.length > 0 && !sharesName(a, b)) return false;
  }
  return true;
}

/** "A teenage girl" in the title is "an 18-year-old woman" in the text. */
function isTeenage({ ages }: Group): boolean {
  return ages.length > 0 && ages.every((age) => age >= 15 && age < 20);
}

/** Whether a name of one is a name of the other, or a part of it ("Reid" of "Kemar Reid"). */
export function sharesName(a: Group, b: Group): boolean {
  return a.names.some((name) => b.names.some((other) => isSameName(name, other)));
}

/** Narrower: something is told of these people that would not be told of everybody hurt. */
export function isSpecific(group: Group): boolean {
  return (
    group.noun !== null ||
    group.sex !== null ||
    group.isChild !== null ||
    group.isAttacker ||
    group.status !== null ||
    group.affiliation !== null ||
    group.nationality !== null ||
    group.names.length > 0
  );
}

/** One picture of the same people from two mentions. */
export function mergeGroups(a: Group, b: Group): Group {
  return {
    ...a,
    sex: a.sex ?? b.sex,
    isChild: a.isChild ?? b.isChild,
    isAttacker: a.isAttacker || b.isAttacker,
    status: a.status ?? b.status,
    side: a.side ?? b.side,
    affiliation: a.affiliation ?? b.affiliation,
    nationality: a.nationality ?? b.nationality,
    ages: a.ages.length > 0 ? a.ages : b.ages,
    names: [...a.names, ...b.names.filter((name) => !a.names.some((own) => isEqual(own, name)))].slice(0, 40),
    noun: a.noun ?? b.noun,
  };
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
