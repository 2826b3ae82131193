/** How two figures stand to each other: which says more, and whether both can be. */
import { canAgree, isNumbered } from '../model/count.ts';
import type { Count } from '../model/reading.ts';

export function boundsOf({ min, max }: Count): string {
  return `${min}..${max ?? ''}`;
}

/** Whether some number of people satisfies both; "about 40" leaves room for a tenth on either side. */
export function canBothBe(a: Count, b: Count): boolean {
  return canAgree(widened(a), widened(b));
}

function widened(count: Count): Count {
  if (!count.approximate || !isNumbered(count)) return count;
  const room = Math.ceil(count.min * ROOM);
  return { ...count, min: count.min - room, max: count.max === null ? null : count.max + room };
}

/** What "about" is taken to allow, as a part of the figure; chosen, not measured: rounding to the nearest ten at 50 and above. */
const ROOM = 0.1;

/** Whether a figure says no more than another: the other satisfies it and is the sharper. */
export function isVaguer(vague: Count, sharp: Count): boolean {
  if (!isNumbered(vague)) return (isNumbered(sharp) || vague.min <= sharp.min) && canAgree(vague, sharp);
  if (!isNumbered(sharp) || !canBothBe(vague, sharp)) return false;
  if (sharp.approximate && !vague.approximate) return false;
  const { min, max } = widened(vague);
  const [high, most] = [max ?? Number.POSITIVE_INFINITY, sharp.max ?? Number.POSITIVE_INFINITY];
  return min <= sharp.min && most <= high && (min < sharp.min || most < high);
}

/** Whether two numbers are so far apart that one of them is a slip, of another scope, or news. */
export function isFarFrom(a: number, b: number): boolean {
  return Math.abs(a - b) > MIN_DISTANCE && (a > FACTOR * b || b > FACTOR * a);
}

const FACTOR = 3;
/** One and four differ by more than three times, and are not far apart. */
const MIN_DISTANCE = 5;
