/** What a phrase beside a number makes of its bounds. Follows the contract's Count and the annotation guide. */
import type { Count } from '../../model/reading.ts';
import type { Bound } from './pack.ts';

/** The count that `bound` makes of the inner one: "more than" of 32..32 is 33..null. Vague and unstated counts stay so. */
export function boundCount(inner: Count, bound: Bound): Count {
  const { min, max, kind, approximate } = inner;
  if (kind === 'vague' || kind === 'unstated' || max === null) {
    return bound === 'up to' || bound === 'fewer than' ? { ...inner, min: 0 } : inner;
  }
  switch (bound) {
    case 'at least':
      return { min, max: null, kind: 'at least', approximate };
    case 'more than':
      return { min: max + 1, max: null, kind: 'at least', approximate };
    case 'up to':
      return { min: 0, max, kind: 'up to', approximate };
    case 'fewer than':
      return { min: 0, max: Math.max(0, max - 1), kind: 'up to', approximate };
    case 'about':
      return { min, max, kind: kind === 'exact' ? 'about' : kind, approximate: true };
    case 'exactly':
      return inner;
  }
}

/** The figure that runs from the one to the other: "12 to 15". */
export function rangeCount(low: Count, high: Count): Count {
  return {
    min: low.min,
    max: high.max,
    kind: 'between',
    approximate: low.approximate || high.approximate,
  };
}
