/** Numbers that stand in both texts: house numbers, ages, times. */
import { type Feature, rarest, shared, weighShared } from './feature.ts';

const FULL = 15;

export const NUMBERS: Feature = {
  id: 'numbers',
  measures: ['share', 'amount'],
  measure(a, b) {
    const [amount, share] = weighShared(a.numbers, b.numbers, a.rarityOf);
    return [share, Math.min(1, amount / FULL)];
  },
  reason(a, b) {
    const common = shared(a.numbers.forms, b.numbers.forms);
    return common.length > 0 ? `both have ${rarest(common, a).join(', ')}` : '';
  },
};
