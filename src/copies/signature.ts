/**
 * The keys under which a report is looked up by those that copy it. Every run of words gives a hash; of each window of
 * neighbouring runs the least is kept (winnowing: Schleimer, Wilkerson and Aiken 2003), so a passage that two reports
 * share gives both the same keys, wherever it stands in them and whatever stands around it. MinHash of whole reports
 * would miss a paragraph copied into a long one.
 */
import { type CopyText, mix, type Words, wordsOf } from './words.ts';

/** Words that make one run. */
export const RUN_WORDS = 6;
/** Runs that make one window: any RUN_WORDS + WINDOW_RUNS - 1 words in common are found. About one run in twelve is kept. */
export const WINDOW_RUNS = 24;
/** So many keys at most are kept of one report, the least ones: of two long texts those that they share are still the same. */
export const MAX_KEYS = 1024;

/**
 * The keys of a report's text, each once, ascending; its title's where it has no text. Reports that share at least two
 * keys may share a passage; `comparePassages` tells. Store them as rows (key, report). Empty for fewer than six words.
 */
export function signatureOf(report: CopyText): Uint32Array {
  return keysOf(wordsOf(report));
}

export function keysOf(words: Words): Uint32Array {
  const from = words.hashes.length > words.titleWords ? words.titleWords : 0;
  return winnow(runsOf(words.hashes.subarray(from), RUN_WORDS));
}

/** A hash of each run of `length` words; none where there are fewer words. */
export function runsOf(hashes: Uint32Array, length: number): Uint32Array {
  const runs = new Uint32Array(Math.max(0, hashes.length - length + 1));
  for (let start = 0; start < runs.length; start++) {
    let hash = 0;
    for (let i = 0; i < length; i++) hash = Math.imul(hash, 0x01000193) + hashes[start + i]!;
    runs[start] = mix(hash);
  }
  return runs;
}

function winnow(runs: Uint32Array): Uint32Array {
  const kept: number[] = [];
  let least = -1;
  for (let end = Math.min(WINDOW_RUNS, runs.length); end <= runs.length && end > 0; end++) {
    const start = Math.max(0, end - WINDOW_RUNS);
    const last = end - 1;
    if (least >= start && runs[last]! > runs[least]!) continue;
    if (least >= start) least = last;
    else least = leastOf(runs, start, end);
    kept.push(runs[least]!);
  }
  const keys = Uint32Array.from(new Set(kept)).sort();
  return keys.length > MAX_KEYS ? keys.slice(0, MAX_KEYS) : keys;
}

/** The last of the least, so that it stays least for longer. */
function leastOf(runs: Uint32Array, start: number, end: number): number {
  let least = start;
  for (let at = start + 1; at < end; at++) if (runs[at]! <= runs[least]!) least = at;
  return least;
}
