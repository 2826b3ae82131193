/**
 * Reports a second, and whether time grows with length alone: `node bench/read.ts [corpus.jsonl[.gz] [most]]`. Of a
 * corpus each report is read once, and the rates of its slices show how long the machine takes to warm up. Without one it
 * reads the samples again and again, and one text made of them that doubles up to 4 MB. Processor seconds are this
 * process' own: on a busy machine they say more than the clock.
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

interface Taken {
  readonly clock: number;
  readonly processor: number;
}

async function secondsFor(reports: readonly ReportInput[]): Promise<Taken> {
  const startedMs = performance.now();
  const before = process.cpuUsage();
  for (const report of reports) await readOne(report, [], 'en', context);
  const { user, system } = process.cpuUsage(before);
  return { clock: (performance.now() - startedMs) / 1000, processor: (user + system) / 1e6 };
}

function rates(reports: readonly ReportInput[], { clock, processor }: Taken): string {
  const megabytes = reports.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  const each = reports.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0) / reports.length;
  return `${(reports.length / processor).toFixed(0)} a processor second (${(reports.length / clock).toFixed(0)} a second by the clock), ${(megabytes / processor).toFixed(2)} MB, ${each.toFixed(0)} words each`;
}

const SLICE = 100;
const reports = await reportsOf(corpus ?? SAMPLES);
if (corpus) {
  for (let at = 0; at < reports.length; at += SLICE) {
    const slice = reports.slice(at, at + SLICE);
    console.log(`${at + 1} to ${at + slice.length}: ${rates(slice, await secondsFor(slice))}`);
  }
} else {
  await secondsFor(reports);
  const again = Array.from({ length: 20 }, () => reports).flat();
  console.log(`${again.length} samples: ${rates(again, await secondsFor(again))}`);
  const one = reports.map(({ text }) => text).join('\n\n');
  for (let length = 250_000; length <= 4_000_000; length *= 2) {
    const text = one.repeat(Math.ceil(length / one.length)).slice(0, length);
    const { processor } = await secondsFor([{ id: 'long', text }]);
    console.log(
      `one text of ${length / 1000} kB: ${processor.toFixed(2)} processor seconds, ${(length / processor / 1e6).toFixed(2)} MB a second`,
    );
  }
}
