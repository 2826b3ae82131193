/**
 * What is told of the parts is told of the whole: names always, and how many were children, women and men where the
 * parts are everybody. "At least eight people were killed", and later five of them by name, is a claim on eight with
 * five names. What the whole says itself stays.
 */
import { atLeast, exactly } from '../../model/count.ts';
import type { Claim, Count, Victims } from '../../model/reading.ts';
import { foldName } from '../../model/victims.ts';

const GROUPS = ['children', 'women', 'men'] as const;

/** The whole's victims with what its parts add. Parts that are not everybody tell of so many children at least. */
export function foldVictims(whole: Claim, parts: readonly Claim[]): Victims {
  const victims: Victims = { ...whole.victims, named: foldNamed(whole, parts) };
  const told = parts.reduce((sum, { count }) => sum + count.min, 0);
  const isEverybody = whole.count.max !== null && told === whole.count.max;
  for (const group of GROUPS) {
    const own = victims[group];
    if (own && own.kind !== 'unstated' && own.kind !== 'at least') continue;
    const inParts = sumOf(parts.map((part) => part.victims[group]));
    const named = victims.named.filter((person) => isOf(group, person)).length;
    const count = Math.min(Math.max(inParts, named), whole.count.max ?? Number.POSITIVE_INFINITY);
    if (count === 0 || (own && own.min > count)) continue;
    if (isEverybody && inParts >= named) victims[group] = exactly(count);
    else if (!own || own.min < count) victims[group] = atLeast(count);
  }
  return victims;
}

/** Whether age and sex, as told, put a named victim into a group. */
function isOf(group: (typeof GROUPS)[number], { age, gender }: Victims['named'][number]): boolean {
  if (age === undefined) return false;
  if (group === 'children') return age < ADULT;
  return age >= ADULT && gender === (group === 'women' ? 'female' : 'male');
}

const ADULT = 18;

function sumOf(counts: readonly (Count | undefined)[]): number {
  return counts.reduce((sum, count) => sum + (count?.min ?? 0), 0);
}

function foldNamed(whole: Claim, parts: readonly Claim[]): Victims['named'] {
  const byName = new Map<string, Victims['named'][number]>();
  for (const person of [whole, ...parts].flatMap(({ victims }) => victims.named)) {
    const key = foldName(person.name);
    const known = byName.get(key);
    byName.set(key, known ? { ...person, ...known } : person);
  }
  return [...byName.values()];
}
