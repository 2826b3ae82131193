/**
 * Which earlier reports may one share a passage with? Those that stand under most of its keys, rare keys first. The
 * same for an index in memory and for rows (key, report) in a database.
 */

/** So many reports at most are kept under one key, the first ones: of an often copied text they hold its source. */
export const MAX_REPORTS_A_KEY = 64;
/** So many candidates are compared word by word. */
export const MAX_CANDIDATES = 8;
/** Under a key with many reports stands a page's frame or a stock phrase: with so many of them it counts half. */
const COMMON_REPORTS = 8;
/** What the keys that two reports share must come to, of a report with many keys and of one with few. */
const MIN_KEYS = 2;
const MIN_KEYS_PART = 0.08;

/**
 * The most promising first, at most `MAX_CANDIDATES`. `found` gives, for each key of the report that is known, the
 * earlier reports under it; `keys` is how many keys the report has. Of equals the earlier ones by `found` come first.
 */
export function rankCandidates<R>(found: Iterable<readonly R[]>, keys: number): R[] {
  const weights = new Map<R, number>();
  for (const reports of found) {
    const weight = COMMON_REPORTS / (COMMON_REPORTS + reports.length - 1);
    for (const report of reports) weights.set(report, (weights.get(report) ?? 0) + weight);
  }
  const least = Math.min(MIN_KEYS, MIN_KEYS_PART * keys);
  return [...weights]
    .filter(([, weight]) => weight >= least)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_CANDIDATES)
    .map(([report]) => report);
}
