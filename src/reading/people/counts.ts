/** Sums of counts of people who exclude one another: "two soldiers and a driver" is 3. */
import { between } from '../../model/count.ts';
import type { Count } from '../../model/reading.ts';

export function isExact(count: Count): boolean {
  return count.kind === 'exact' && count.max === count.min;
}

/** The count of all of them together. A vague or open one opens the sum; all unstated stay unstated. */
export function addCounts(counts: readonly Count[], text?: string): Count {
  const min = counts.reduce((sum, count) => sum + count.min, 0);
  const max = counts.reduce<number | null>(
    (sum, count) => (sum === null || count.max === null ? null : sum + count.max),
    0,
  );
  const approximate = counts.some((count) => count.approximate);
  const kinds = new Set(counts.map((count) => count.kind));
  const only = kinds.size === 1 ? counts[0]!.kind : null;
  const sum =
    only === 'unstated' || only === 'vague'
      ? { min, max, kind: only, approximate }
      : between(min, max, approximate);
  return text === undefined ? sum : { ...sum, text };
}

/** What is left of a whole when a part is taken out; null where the part is larger or either is open. */
export function subtractCount(whole: Count, part: Count): Count | null {
  if (whole.max === null || part.max === null || part.max > whole.max || part.min > whole.min) return null;
  return between(
    Math.max(0, whole.min - part.max),
    Math.max(0, whole.max - part.min),
    whole.approximate || part.approximate,
  );
}
