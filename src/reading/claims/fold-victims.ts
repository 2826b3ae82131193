/**
 * What is told of the parts is told of the whole: names always, and how many were children, women and men. "At least
 * eight people were killed", and later five of them by name, is a claim on eight with five names. Those named count by
 * age and sex as told, the others as their phrase has them. What the whole says itself stays.
 */
import { atLeast, exactly } from '../../model/count.ts';
import type { Claim, Victims } from '../../model/reading.ts';
import { foldName } from '../../model/victims.ts';

const GROUPS = ['children', 'women', 'men'] as const;
type GroupName = (typeof GROUPS)[number];

/**
 * The whole's victims with what its parts add; without parts, with what its names tell. `adults`: the folded names of those told to
 * be grown up without an age. Where not everybody is told of, so many at least.
 */
export function foldVictims(whole: Claim, parts: readonly Claim[], adults: ReadonlySet<string>): Victims {
  const victims: Victims = { ...whole.victims, named: foldNamed(whole, parts) };
  const most = whole.count.max ?? Number.POSITIVE_INFINITY;
  const told = GROUPS.map((group) => {
    const named = countNamed(victims.named, group, adults);
    const others = parts.map((part) =>
      Math.max(0, (part.victims[group]?.min ?? 0) - countNamed(part.victims.named, group, adults)),
    );
    const inPhrase = victims[group]?.min ?? 0;
    return Math.min(
      Math.max(
        inPhrase,
        others.reduce((sum, n) => sum + n, named),
      ),
      most,
    );
  });
  const isEverybody = told.reduce((sum, n) => sum + n) === most;
  for (const [i, group] of GROUPS.entries()) {
    const own = victims[group];
    const count = told[i]!;
    if (own && own.kind !== 'unstated' && own.kind !== 'at least') continue;
    if (count === 0 || (own && !isEverybody && own.min >= count)) continue;
    victims[group] = isEverybody ? exactly(count) : atLeast(count);
  }
  return victims;
}

/** How many of the named are of a group, by age and sex as told. */
function countNamed(named: Victims['named'], group: GroupName, adults: ReadonlySet<string>): number {
  return named.filter(({ name, age, gender }) => {
    const isAdult = age === undefined ? adults.has(foldName(name)) : age >= ADULT;
    if (group === 'children') return age !== undefined && age < ADULT;
    return isAdult && gender === (group === 'women' ? 'female' : 'male');
  }).length;
}

const ADULT = 18;

function foldNamed(whole: Claim, parts: readonly Claim[]): Victims['named'] {
  const byName = new Map<string, Victims['named'][number]>();
  for (const person of [whole, ...parts].flatMap(({ victims }) => victims.named)) {
    const key = foldName(person.name);
    const known = byName.get(key);
    byName.set(key, known ? { ...person, ...known } : person);
  }
  return [...byName.values()];
}
