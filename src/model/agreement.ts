/**
 * How far people who coded the same things agree, beyond what chance would bring: Cohen's kappa for two (Cohen 1960) and
 * Krippendorff's alpha for any number, with gaps (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
 */

/** Cohen's kappa over what both coded, in pairs; null where there is nothing, or nothing to disagree on by chance. */
export function cohensKappa(pairs: readonly (readonly [a: string, b: string])[]): number | null {
  if (pairs.length === 0) return null;
  const count = (side: 0 | 1) => tally(pairs.map((pair) => pair[side]));
  const [a, b] = [count(0), count(1)];
  const observed = pairs.filter(([x, y]) => x === y).length / pairs.length;
  let expected = 0;
  for (const [value, times] of a) expected += (times / pairs.length) * ((b.get(value) ?? 0) / pairs.length);
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}

/** How far apart two values are: 0 for equal ones. */
export type Difference<T> = (a: T, b: T) => number;

export const NOMINAL: Difference<string | number> = (a, b) => (a === b ? 0 : 1);
export const INTERVAL: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Krippendorff's alpha over units, each with the values that were given to it, by whomever; units with fewer than two are
 * left out. Null where no two values can be compared, or all are the same.
 */
export function krippendorffsAlpha<T>(
  units: readonly (readonly T[])[],
  difference: Difference<T>,
): number | null {
  const coded = units.filter((values) => values.length > 1);
  const all = coded.flat();
  if (all.length === 0) return null;
  let observed = 0;
  for (const values of coded) observed += sumOfPairs(values, difference) / (values.length - 1);
  const expected = sumOfPairs(all, difference) / (all.length - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

/** Over ordered pairs of different places, value by value, so that long lists of few values cost little. */
function sumOfPairs<T>(values: readonly T[], difference: Difference<T>): number {
  const counts = [...tally(values)];
  let sum = 0;
  for (const [a, m] of counts) for (const [b, n] of counts) if (a !== b) sum += m * n * difference(a, b);
  return sum;
}

function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
