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
