/** How rare English words are in news of violence (data/en/word-counts.card.md). */
import { readFileSync } from 'node:fs';

/** Lines "form TAB count" after a first line with the number of reports. */
export function loadWordCounts(): string {
  return readFileSync(new URL(import.meta.resolve('#data/en/word-counts.txt')), 'utf8');
}
