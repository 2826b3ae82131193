/** When is a request tried again? */
import type { World } from './world.ts';

/**
 * The wait before the nth new try (1, 2 …): doubled each time, up to half of it taken off by chance, so that those who
 * failed together do not come back together.
 */
export function backoffMs(nth: number, firstMs: number, random: World['random']): number {
  return firstMs * 2 ** (nth - 1) * (1 - random() / 2);
}

/** "120" or a date, as milliseconds from `nowMs`; undefined where the header says neither. Never below 0. */
export function parseRetryAfter(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const date = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
