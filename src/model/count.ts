/** Arithmetic on counts of people, by the contract's Count: min and max are bounds, max null: no upper bound was given. */
import type { Count } from './reading.ts';

/** "32": exactly so many. */
export function exactly(n: number, text?: string): Count {
  return { min: n, max: n, kind: 'exact', approximate: false, ...(text === undefined ? {} : { text }) };
}

/** "at least 32": so many or more. */
export function atLeast(n: number, text?: string): Count {
  return { min: n, max: null, kind: 'at least', approximate: false, ...(text === undefined ? {} : { text }) };
}

/** A plural noun for people with no quantity word (min 2), or a singular one (min 1). */
export function unstated(min: 1 | 2, text?: string): Count {
  return { min, max: null, kind: 'unstated', approximate: false, ...(text === undefined ? {} : { text }) };
}

/** Whether the words give a figure, as against "several" or a bare noun. */
export function isNumbered(count: Count): boolean {
  return count.kind !== 'vague' && count.kind !== 'unstated';
}

/** "no one", "none": a statement that nobody came to harm. */
export function isZero(count: Count): boolean {
  return count.max === 0;
}

/** One person: "a man", "one soldier", and a singular noun without a quantity word. */
export function isOnePerson(count: Count): boolean {
  return count.min === 1 && (count.max === 1 || count.kind === 'unstated');
}

/** Whether some number of people satisfies both. */
export function canAgree(a: Count, b: Count): boolean {
  return a.min <= (b.max ?? Number.POSITIVE_INFINITY) && b.min <= (a.max ?? Number.POSITIVE_INFINITY);
}

/** The count that two bounds make, with the kind that says it plainest. */
export function between(min: number, max: number | null, approximate = false): Count {
  const kind =
    max === null
      ? 'at least'
      : min === max
        ? approximate
          ? 'about'
          : 'exact'
        : min === 0
          ? 'up to'
          : 'between';
  return { min, max, kind, approximate };
}
