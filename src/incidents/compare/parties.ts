/** Who is held responsible. */
import type { Feature } from './feature.ts';

export const PARTIES: Feature = {
  id: 'parties',
  measures: ['shared', 'apart'],
  measure({ mention: a }, { mention: b }) {
    if (a.parties.length === 0 || b.parties.length === 0) return [0, 0];
    return a.parties.some((party) => b.parties.includes(party)) ? [1, 0] : [0, 1];
  },
  reason({ mention: a }, { mention: b }) {
    const common = a.parties.filter((party) => b.parties.includes(party));
    if (common.length > 0) return `both by ${common.join(', ')}`;
    return a.parties.length > 0 && b.parties.length > 0
      ? `by ${a.parties.join(', ')} and by ${b.parties.join(', ')}`
      : '';
  },
};
