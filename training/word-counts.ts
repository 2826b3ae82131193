/**
 * Counts in how many reports each word stands (data/en/word-counts.txt): how rare words are in the news, before a record
 * has reports of its own. Over the development parts of airwars, counts, muc4 and polnear, without the
 * reports of counts that incidents/dev has too.
 *
 *   node training/word-counts.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { corporaFolder } from '../evaluation/corpora.ts';
import { wordsOf } from '../src/incidents/words.ts';
import type { ReportInput } from '../src/model/reading.ts';

const INPUTS = ['airwars/dev', 'counts/us-shootings-dev', 'counts/india-dev', 'muc4/dev', 'polnear/dev'];
/** A word of fewer reports is as rare as one of none. */
const LEAST = 5;

const folder = corporaFolder();
if (!folder) throw new Error('The corpora are not here (set RECOUNT_CORPORA to their folder).');
const reportsOf = (input: string): ReportInput[] =>
  gunzipSync(readFileSync(join(folder, `${input}.input.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const measured = new Set(reportsOf('incidents/dev').map(({ id }) => id));
const counts = new Map<string, number>();
let reports = 0;
for (const input of INPUTS) {
  for (const report of reportsOf(input)) {
    if (measured.has(report.id)) continue;
    const forms = wordsOf(`${report.title ?? ''}\n${report.text}`).map(({ form }) => form);
    for (const form of new Set(forms)) counts.set(form, (counts.get(form) ?? 0) + 1);
    reports++;
  }
}
const rows = [...counts]
  .filter(([, count]) => count >= LEAST)
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .map(([form, count]) => `${form}\t${count}\n`);
writeFileSync(
  join(import.meta.dirname, '../data/en/word-counts.txt'),
  `${reports} reports\n${rows.join('')}`,
);
console.log(`${rows.length} words of ${reports} reports`);
