/**
 * What is told of the parts is told of the whole: names always, and how many were children, women and men where the
 * parts are everybody. "At least eight people were killed", and later five of them by name, is a claim on eight with
 * five names. What the whole says itself stays.
 */
import { exactly } from '../../model/count.ts';
import type { Claim, Count, Victims } from '../../model/reading.ts';
import { foldName } from '../../model/victims.ts';

const GROUPS = ['children', 'women', 'men'] as const;

/** The whole's victims with what its parts add. */
export function foldVictims(whole: Claim, parts: readonly Claim[]): Victims {
  const victims: Victims = { ...whole.victims, named: foldNamed(whole, parts) };
  const told = parts.reduce((sum, { count }) => sum + count.min, 0);
  if (whole.count.max === null || told !== whole.count.max) return victims;
  for (const group of GROUPS) {
    if (victims[group]) continue;
    const count = sumOf(parts.map((part) => part.victims[group]));
    if (count > 0) victims[group] = exactly(count);
  }
  return victims;
}

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
