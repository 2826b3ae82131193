/** Of whom a claim speaks, in groups that are the same across reports: of what status, side, age and sex. */

import { isOnePerson } from '../model/count.ts';
import type { Account } from '../model/incident.ts';
import type { Claim, Count } from '../model/reading.ts';
import { foldName } from '../model/victims.ts';
import { partsOfName } from './names.ts';
import type { Vocabulary } from './words.ts';

export interface VictimGroup {
  /** Two claims with the same key are of the same people, as far as words tell. */
  readonly key: string;
  readonly group: NonNullable<Account['group']>;
  readonly side?: string;
  /** For people: "all", or as the group is told. */
  readonly label: string;
}

export const EVERYBODY: VictimGroup = { key: 'all', group: 'all', label: 'all' };

const AGES = ['children', 'women', 'men'] as const;

/**
 * The group that a whole claim is about. `isPart`: its report tells of it as some of a larger figure's people. Who is told
 * of as a single person is in a group beside those that are counted.
 */
export function groupOf(
  claim: Claim,
  isPart: boolean,
  vocabulary: Vocabulary,
  places: ReadonlyMap<string, string>,
): VictimGroup {
  const group = countedGroupOf(claim, isPart, vocabulary, places);
  if (!isIndividual(claim)) return group;
  const kind = group.key === EVERYBODY.key ? 'other' : group.group;
  return { ...group, key: `person ${group.key}`, group: kind, label: claim.victims.text ?? group.label };
}

/**
 * One person who is told of and not counted: by name, or without any quantity word ("a man", "her"). Who tells of one
 * tells of no total.
 */
export function isIndividual({ count, victims }: Claim): boolean {
  if (!isOnePerson(count)) return false;
  if (count.kind === 'unstated' || victims.named.length > 0) return true;
  return count.text !== undefined && victims.text !== undefined && count.text.includes(victims.text);
}

function countedGroupOf(
  claim: Claim,
  isPart: boolean,
  vocabulary: Vocabulary,
  places: ReadonlyMap<string, string>,
): VictimGroup {
  const { victims, count } = claim;
  const side = victims.affiliation ?? victims.nationality;
  const sideKey = side === undefined ? '' : `@${sideKeyOf(side, vocabulary, places)}`;
  const age = AGES.find((group) => isWhole(victims[group], count));
  const status = victims.civilianStatus;
  const label = victims.text;
  const told = { ...(side === undefined ? {} : { side }) };
  if (age) return { key: `${age}${sideKey}`, group: age, label: label ?? age, ...told };
  if (status === 'civilian')
    return { key: `civilians${sideKey}`, group: 'civilians', label: label ?? 'civilians', ...told };
  if (status === 'combatant')
    return { key: `combatants${sideKey}`, group: 'combatants', label: label ?? 'combatants', ...told };
  if (isWhole(victims.attackers, count))
    return { key: `attackers${sideKey}`, group: 'other', label: label ?? 'attackers', ...told };
  if (side !== undefined) return { key: `all${sideKey}`, group: 'all', label: label ?? side, ...told };
  if (!isPart) return EVERYBODY;
  const words = foldName((label ?? '').replace(/\p{N}+/gu, ''));
  return { key: `part ${words}`, group: 'other', label: label ?? 'part' };
}

/** A side by what tells it from others: "Karsian Military" and "Karsia" are one. */
export function sideKeyOf(side: string, vocabulary: Vocabulary, places: ReadonlyMap<string, string>): string {
  if (/^[A-Z]{2}$/.test(side)) return side;
  const { words, bodies } = partsOfName(side, vocabulary);
  const owner = words
    .filter((word) => !bodies.includes(word))
    .map((word) => places.get(word) ?? word.replace('@', ''));
  return (owner.length > 0 ? owner : words).join(' ') || foldName(side);
}

function isWhole(part: Count | undefined, whole: Count): boolean {
  return part !== undefined && part.min > 0 && part.min >= whole.min && part.max === whole.max;
}

/** Figures for a group told inside a larger one: "12 dead, three of them children" tells of three children. */
export function groupsWithin(claim: Claim): { group: (typeof AGES)[number]; count: Count }[] {
  return AGES.flatMap((group) => {
    const count = claim.victims[group];
    return count && !isWhole(count, claim.count) && count.min > 0 ? [{ group, count }] : [];
  });
}
