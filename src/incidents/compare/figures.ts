/** How many came to harm: figures that can both be right, and ones that cannot. A later report may well know of more. */
import { canAgree, isNumbered } from '../../model/count.ts';
import type { Count } from '../../model/reading.ts';
import type { Mention } from '../mention.ts';
import type { Feature } from './feature.ts';

const HARMS = ['killed', 'injured'] as const;

export const FIGURES: Feature = {
  id: 'figures',
  measures: ['killedSame', 'killedApart', 'injuredSame', 'injuredApart', 'manySame'],
  measure({ mention: a }, { mention: b }) {
    const [killed, injured] = HARMS.map((harm) => agreement(a.toll[harm], b.toll[harm]));
    const isMany = HARMS.some(
      (harm) => agreement(a.toll[harm], b.toll[harm]) === 'same' && a.toll[harm]!.min > 2,
    );
    return [
      killed === 'same' ? 1 : 0,
      killed === 'apart' ? 1 : 0,
      injured === 'same' ? 1 : 0,
      injured === 'apart' ? 1 : 0,
      isMany ? 1 : 0,
    ];
  },
  reason({ mention: a }, { mention: b }) {
    return HARMS.flatMap((harm) => {
      const [inA, inB] = [a.toll[harm], b.toll[harm]];
      return inA && inB ? [`${harm} ${shown(inA)} and ${shown(inB)}`] : [];
    }).join(', ');
  },
};

function agreement(a: Count | undefined, b: Count | undefined): 'same' | 'apart' | null {
  if (!a || !b || !isNumbered(a) || !isNumbered(b)) return null;
  if (a.min === b.min && a.max === b.max) return 'same';
  return canAgree(a, b) ? null : 'apart';
}

const shown = ({ min, max }: Mention['toll'][keyof Mention['toll']] & object): string =>
  max === min ? String(min) : max === null ? `${min}+` : `${min}–${max}`;
