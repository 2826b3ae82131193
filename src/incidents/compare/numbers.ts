/** Numbers that stand in both texts: house numbers, ages, times. */
import { type Feature, rarest, shared, weightOf } from './feature.ts';

const FULL = 15;

export const NUMBERS: Feature = {
  id: 'numbers',
  measures: ['share', 'amount'],
  measure(a, b) {
    const weight = weightOf(shared(a.mention.numbers, b.mention.numbers), a.rarityOf);
    const least = Math.min(a.numbersWeight, b.numbersWeight);
    return [least > 0 ? weight / least : 0, Math.min(1, weight / FULL)];
  },
  reason(a, b) {
    const common = shared(a.mention.numbers, b.mention.numbers);
    return common.length > 0 ? `both have ${rarest(common, a).join(', ')}` : '';
  },
};
