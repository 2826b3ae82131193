/** What was done, and with what. */
import type { Mention } from '../mention.ts';
import type { Feature } from './feature.ts';

export const KIND: Feature = {
  id: 'kind',
  measures: ['same', 'apart', 'weapon'],
  measure({ mention: a }, { mention: b }) {
    const isTold = a.type !== '' && b.type !== '';
    const isSame = isTold && a.type === b.type;
    return [isSame ? 1 : 0, isTold && !isSame ? 1 : 0, sharedWeapons(a, b).length > 0 ? 1 : 0];
  },
  reason({ mention: a }, { mention: b }) {
    const told =
      a.type !== '' && b.type !== ''
        ? [a.type === b.type ? `both ${a.type}` : `${a.type} and ${b.type}`]
        : [];
    const weapons = sharedWeapons(a, b);
    return [...told, ...(weapons.length > 0 ? [`with ${weapons.join(', ')}`] : [])].join(', ');
  },
};

const sharedWeapons = (a: Mention, b: Mention): string[] =>
  a.weapons.filter((form) => b.weapons.includes(form));
