/** Names that stand in both texts, of whatever kind: victims, suspects, streets, towns. Rare ones weigh most. */
import { type Feature, rarest, shared, weightOf } from './feature.ts';

/** So many nats of shared names count as full. */
const FULL = 40;

export const NAMES: Feature = {
  id: 'names',
  measures: ['share', 'amount'],
  measure(a, b) {
    const weight = weightOf(shared(a.mention.names, b.mention.names), a.rarityOf);
    const least = Math.min(a.namesWeight, b.namesWeight);
    return [least > 0 ? weight / least : 0, Math.min(1, weight / FULL)];
  },
  reason(a, b) {
    const common = shared(a.mention.names, b.mention.names);
    return common.length > 0 ? `both name ${rarest(common, a).join(', ')}` : 'no name in common';
  },
};
