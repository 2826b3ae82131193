/** The names of victims: told alike, or found among the names of the other text, or other people's altogether. */
import type { Victim } from '../mention.ts';
import type { Feature, Profile } from './feature.ts';

export const VICTIMS: Feature = {
  id: 'victims',
  measures: ['same', 'lastName', 'told', 'apart'],
  measure(a, b) {
    const same = samePeople(a, b).length > 0;
    const last = sharedLastNames(a, b).length > 0;
    const told = toldShare(a, b);
    const isApart = a.mention.victims.length > 0 && b.mention.victims.length > 0 && !last && told === 0;
    return [same ? 1 : 0, last ? 1 : 0, told, isApart ? 1 : 0];
  },
  reason(a, b) {
    const same = samePeople(a, b);
    if (same.length > 0) return `both name the victim ${same.map(nameOf).join(', ')}`;
    const last = sharedLastNames(a, b);
    if (last.length > 0) return `victims called ${last.join(', ')}`;
    if (a.mention.victims.length === 0 || b.mention.victims.length === 0) return '';
    return toldShare(a, b) > 0 ? 'a victim of one is named in the other' : 'other victims';
  },
};

/** Whether a victim of one is named in the other: by last name, or by most of the name. */
export function hasVictimInCommon(a: Profile, b: Profile): boolean {
  return sharedLastNames(a, b).length > 0 || toldShare(a, b) >= 0.5;
}

const nameOf = ({ name }: Victim): string => name.join(' ');
const lastOf = ({ name }: Victim): string => name.at(-1)!;

/** Whole names of two words or more, first and last alike: "Ana Vel" and "Ana M. Vel". */
function samePeople({ mention: a }: Profile, { mention: b }: Profile): Victim[] {
  return a.victims.filter(
    (one) =>
      one.name.length > 1 &&
      b.victims.some(
        (other) => other.name.length > 1 && other.name[0] === one.name[0] && lastOf(other) === lastOf(one),
      ),
  );
}

function sharedLastNames({ mention: a }: Profile, { mention: b }: Profile): string[] {
  const last = new Set(b.victims.map(lastOf));
  return [...new Set(a.victims.map(lastOf))].filter((name) => last.has(name));
}

/** Of the words of one's victims' names, weighed by rarity, the part that is among the other's names; the larger way. */
function toldShare(a: Profile, b: Profile): number {
  return Math.max(shareIn(a, b), shareIn(b, a));
}

function shareIn({ mention: { victims }, rarityOf }: Profile, { names }: Profile): number {
  let all = 0;
  let found = 0;
  for (const form of victims.flatMap(({ name }) => name)) {
    const rarity = rarityOf(form);
    all += rarity;
    if (names.forms.has(form)) found += rarity;
  }
  return all > 0 ? found / all : 0;
}
