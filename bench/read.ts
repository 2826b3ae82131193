/**
 * Reports a second, and whether time grows with length alone: `node bench/read.ts [corpus.jsonl[.gz] [most]]`. Without a
 * corpus it reads the samples again and again, and one text made of them that doubles up to 4 MB.
 */
import { join } from 'node:path';
import { ingest } from '../src/ingest/ingest.ts';
import type { ReportInput } from '../src/model/reading.ts';
import { processContext } from '../src/operations/index.ts';
import { readOne } from '../src/operations/readings.ts';

const [corpus, most = '500'] = process.argv.slice(2);
const SAMPLES = join(import.meta.dirname, '../samples');
const context = processContext();

async function reportsOf(path: string): Promise<ReportInput[]> {
  const reports: ReportInput[] = [];
  for await (const arrival of ingest([path], { stdin: context.stdin })) {
    if (arrival.ok && reports.push(arrival.report) >= Number(most)) break;
  }
  return reports;
}

async function seconds(reports: readonly ReportInput[]): Promise<number> {
  const startedMs = performance.now();
  for (const report of reports) await readOne(report, [], 'en', context);
  return (performance.now() - startedMs) / 1000;
}

const reports = await reportsOf(corpus ?? SAMPLES);
const warmUp = await seconds(reports.slice(0, 50));
const passes = corpus ? 1 : 20;
const taken = await seconds(Array.from({ length: passes }, () => reports).flat());
const bytes = reports.reduce((sum, { text }) => sum + text.length, 0) * passes;
console.log(`first ${Math.min(50, reports.length)}: ${warmUp.toFixed(2)} s, loading included`);
console.log(
  `then ${reports.length * passes} reports: ${((reports.length * passes) / taken).toFixed(0)} a second, ${(bytes / taken / 1e6).toFixed(2)} MB a second`,
);
if (!corpus) {
  const one = reports.map(({ text }) => text).join('\n\n');
  for (let length = 250_000; length <= 4_000_000; length *= 2) {
    const text = one.repeat(Math.ceil(length / one.length)).slice(0, length);
    const time = await seconds([{ id: 'long', text }]);
    console.log(
      `one text of ${length / 1000} kB: ${time.toFixed(2)} s, ${(length / time / 1e6).toFixed(2)} MB a second`,
    );
  }
}
