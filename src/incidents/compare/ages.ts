/** The ages of victims. */
import type { Mention } from '../mention.ts';
import type { Feature } from './feature.ts';

export const AGES: Feature = {
  id: 'ages',
  measures: ['same', 'apart'],
  measure({ mention: a }, { mention: b }) {
    const [inA, inB] = [agesOf(a), agesOf(b)];
    if (inA.size === 0 || inB.size === 0) return [0, 0];
    return isMet(inA, inB) ? [1, 0] : [0, 1];
  },
  reason({ mention: a }, { mention: b }) {
    const [inA, inB] = [agesOf(a), agesOf(b)];
    if (inA.size === 0 || inB.size === 0) return '';
    return `victims of ${[...inA].join(', ')} and of ${[...inB].join(', ')} years`;
  },
};

const agesOf = ({ victims }: Mention): Set<number> =>
  new Set(victims.flatMap(({ age }) => (age === undefined ? [] : [age])));

/** A birthday may lie between two reports. */
function isMet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some((age) => b.has(age) || b.has(age - 1) || b.has(age + 1));
}
