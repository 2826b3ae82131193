/** Names that stand in both texts, of whatever kind: victims, suspects, streets, towns. Rare ones weigh most. */
import { type Feature, rarest, shared, weighShared } from './feature.ts';

/** So many nats of shared names count as full. */
const FULL = 40;

export const NAMES: Feature = {
  id: 'names',
  measures: ['share', 'amount'],
  measure(a, b) {
    const [amount, share] = weighShared(a.names, b.names, a.rarityOf);
    return [share, Math.min(1, amount / FULL)];
  },
  reason(a, b) {
    const common = shared(a.names.forms, b.names.forms);
    return common.length > 0 ? `both name ${rarest(common, a).join(', ')}` : 'no name in common';
  },
};
