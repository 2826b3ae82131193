/** Lists in which some members make up another: "seven people, two women and five children" is seven. */
import type { Doc } from '../../language/doc.ts';
import { exactly } from '../../model/count.ts';
import { addCounts, isExact } from './counts.ts';
import type { PeopleWords } from './pack.ts';
import type { Separator } from './phrases.ts';
import type { Member } from './victims.ts';

/**
 * "Seven people, two women and five children", "their four children: Omar, 11, and …": groups that the members after
 * them make up. Those give their names to the group; of a group that says only "people" they are parts.
 */
export function breakDown(
  doc: Doc,
  { possessive }: PeopleWords,
  members: readonly Member[],
  separators: readonly Separator[],
): { whole: Member[]; details: Member[] } {
  const whole: Member[] = [];
  const details: Member[] = [];
  const all = openedSum(members, separators);
  if (all > 0) {
    const names = members.slice(all).flatMap((member) => member.names);
    const heads = members.slice(0, all);
    const last = { ...heads[all - 1]!, to: members[members.length - 1]!.to, names };
    return { whole: [...heads.slice(0, -1), last], details: [] };
  }
  for (let i = 0; i < members.length; i++) {
    const group = members[i]!;
    const length =
      separators[i] === 'and' ? 0 : breakdownLength(members, i, separators[i] === ':', possessive);
    const rest = members.slice(i + 1, i + 1 + length);
    whole.push(length === 0 ? group : withDetails(doc, group, rest));
    if (!group.traits.child && group.traits.gender === undefined) details.push(...rest);
    i += length;
  }
  return { whole, details };
}

/** "Two sons and a niece, namely, Omar, Ivo and Ada": how many members come before the list that tells them all by name; 0 where none do. */
function openedSum(members: readonly Member[], separators: readonly Separator[]): number {
  const at = separators.indexOf(':');
  if (at < 1) return 0;
  const heads = members.slice(0, at + 1);
  const rest = members.slice(at + 1);
  const areCounted = heads.every(
    ({ chunk, count, names }) => chunk.kind !== 'name' && isExact(count) && names.length === 0,
  );
  if (!areCounted || !rest.every(({ count }) => isExact(count))) return 0;
  const sum = (list: readonly Member[]) => list.reduce((n, { count }) => n + count.min, 0);
  return sum(rest) <= sum(heads) ? at + 1 : 0;
}

function withDetails(doc: Doc, group: Member, rest: readonly Member[]): Member {
  const to = rest[rest.length - 1]!.to;
  const text = doc.slice({ from: group.from, to });
  const own = group.names.length > 0 ? [exactly(group.names.length)] : [];
  const count = isPluralUnstated(group)
    ? addCounts([...own, ...rest.map((member) => member.count)], text)
    : group.count;
  const keeps = !group.traits.child && group.traits.gender === undefined;
  return {
    ...group,
    to,
    count,
    names: keeps ? group.names : [...group.names, ...rest.flatMap((member) => member.names)],
  };
}

/** How many members after the i-th make it up. */
function breakdownLength(
  members: readonly Member[],
  i: number,
  isOpened: boolean,
  possessive: PeopleWords['possessive'],
): number {
  const group = members[i]!;
  if (group.chunk.kind === 'name' || i + 1 >= members.length) return 0;
  if (group.names.length > 0) return isPluralUnstated(group) ? kinAfter(members, i, possessive) : 0;
  const isNumber = isExact(group.count) || (isOpened && group.count.kind === 'at least');
  if (isNumber && group.count.min >= 2) {
    let sum = 0;
    for (let j = i + 1; j < members.length && isExact(members[j]!.count) && sum < group.count.min; j++) {
      sum += members[j]!.count.min;
      if (sum === group.count.min) return j - i;
    }
    const isGeneral = group.kind.noun?.general === true && group.traits.status === undefined;
    const rest = addCounts(members.slice(i + 1).map((member) => member.count));
    return (isGeneral || isOpened) && i === 0 && rest.min < group.count.min ? members.length - 1 : 0;
  }
  if (group.count.kind !== 'unstated' || group.count.min < 2) return 0;
  if (!(group.traits.kin || group.traits.child)) return 0;
  let j = i + 1;
  while (j < members.length && (isOpened || isOneOfKin(members[j]!, possessive))) j++;
  return j - i - 1;
}

function isPluralUnstated({ count }: Member): boolean {
  return count.kind === 'unstated' && count.min > 1;
}

/** How many members after the i-th are named or somebody's: "members of the family: Ali Tarn, his wife and his son Omar". */
function kinAfter(members: readonly Member[], i: number, possessive: PeopleWords['possessive']): number {
  let j = i + 1;
  while (j < members.length && isTold(members[j]!, possessive)) j++;
  return j - i - 1;
}

function isTold({ chunk, names, count }: Member, possessive: PeopleWords['possessive']): boolean {
  return count.max !== null && (names.length > 0 || possessive.has(chunk.determiner) || chunk.owner !== null);
}

/** "A daughter, Mona" after "his children": one of them, unless somebody's own. */
function isOneOfKin({ chunk, traits }: Member, possessive: PeopleWords['possessive']): boolean {
  const isOwn = possessive.has(chunk.determiner) || chunk.owner !== null;
  return (traits.kin === true || traits.child === true) && !isOwn;
}
