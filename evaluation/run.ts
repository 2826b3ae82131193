/**
 * Reads every corpus with the current build, scores it with the corpus' own scorer, and prints one table beside the
 * last committed scores.
 *
 *   npm run evaluate -- [CORPUS…] [--save]
 *
 * CORPUS: a name or the start of one ("muc4", "airwars"). --save writes scores.json.
 * The readings stay in evaluation/out/, to look at. Where the corpora are not there it says so and ends well.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { ReportInput } from '../src/model/reading.ts';
import { readReport } from '../src/reading/read.ts';
import { CORPORA, type Corpus, corporaFolder, type Measures } from './corpora.ts';
import { groupReports } from './grouped.ts';
import { languagesFor } from './held-out.ts';

const SCORES = resolve(import.meta.dirname, 'scores.json');
const OUT = resolve(import.meta.dirname, 'out');

type Scores = Record<string, Measures>;

async function* reportsOf(file: string): AsyncGenerator<ReportInput> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim()) yield JSON.parse(line);
  }
}

/** Reads a corpus into a file of readings; gives the seconds that reading took, parsing and writing aside. */
async function readCorpus(
  folder: string,
  { input }: Corpus,
  output: string,
): Promise<{ reports: number; seconds: number }> {
  const languageOf = languagesFor(folder, input);
  const knowledge = loadKnowledge();
  const lines: string[] = [];
  let milliseconds = 0;
  for await (const report of reportsOf(join(folder, input))) {
    const language = languageOf(report.id);
    const before = performance.now();
    const { reading } = readReport(report, language, knowledge, { name: 'recount', version: 'evaluation' });
    milliseconds += performance.now() - before;
    lines.push(JSON.stringify(reading));
  }
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, lines.map((line) => `${line}\n`).join(''));
  return { reports: lines.length, seconds: milliseconds / 1000 };
}

/** Lets a command of this build answer for a whole corpus; its lines go into a file. */
function askCommand(command: string, input: string, output: string): { reports: number; seconds: number } {
  const recount = resolve(import.meta.dirname, '../bin/recount.js');
  const before = performance.now();
  const run = spawnSync(process.execPath, [recount, command, '--json', '--format', 'jsonl', input], {
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(`recount ${command} failed on ${input}: ${run.stderr}`);
  const seconds = (performance.now() - before) / 1000;
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, run.stdout);
  const bytes = readFileSync(input);
  const text = (input.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  return { reports: text.split('\n').filter((line) => line.trim()).length, seconds };
}

function score(corpus: Corpus, folder: string, readings: string): Measures {
  const files = corpus.groups
    ? groupReports(join(folder, corpus.input), join(folder, corpus.gold), readings, corpus.groups)
    : [join(folder, corpus.gold), readings];
  const run = spawnSync(process.execPath, [join(folder, corpus.scorer), ...files, ...corpus.flags], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`${corpus.scorer} failed on ${corpus.name}: ${run.stderr}`);
  return corpus.measures(run.stdout);
}

const isShare = (name: string) => !/\(of \d+\)/.test(name);
const shown = (name: string, value: number | undefined) =>
  value === undefined ? '-' : isShare(name) ? (100 * value).toFixed(1) : String(value);

function table(name: string, now: Measures, before: Measures | undefined): string {
  const rows = Object.entries(now).map(([measure, value]) => {
    const old = before?.[measure];
    const change = old === undefined ? '' : value > old ? '  +' : value < old ? '  −' : '';
    return `  ${measure.padEnd(42)} ${shown(measure, value).padStart(6)} ${shown(measure, old).padStart(8)}${change}`;
  });
  return [`${name.padEnd(44)} ${'now'.padStart(6)} ${'before'.padStart(8)}`, ...rows].join('\n');
}

async function main(args: readonly string[]): Promise<void> {
  const folder = corporaFolder();
  if (!folder) {
    console.log('The corpora are not here (set RECOUNT_CORPORA to their folder), so nothing was measured.');
    return;
  }
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const chosen = CORPORA.filter(
    ({ name }) => !wanted.length || wanted.some((start) => name.startsWith(start)),
  );
  if (chosen.length === 0) throw new Error(`No corpus is called ${wanted.join(', ')}.`);
  const before: Scores = existsSync(SCORES) ? JSON.parse(readFileSync(SCORES, 'utf8')) : {};
  const now: Scores = {};
  const answered = new Set<string>();
  for (const corpus of chosen) {
    const input = join(folder, corpus.input);
    const file = corpus.input.replaceAll('/', '-').replace(/\.input|\.reports|\.gz/g, '');
    const output = join(OUT, corpus.command ? `${corpus.command}.${file}` : file);
    if (!answered.has(output)) {
      const { reports, seconds } = corpus.command
        ? askCommand(corpus.command, input, output)
        : await readCorpus(folder, corpus, output);
      console.log(`${corpus.name}: ${reports} reports, ${(reports / seconds).toFixed(0)} a second`);
      answered.add(output);
    }
    now[corpus.name] = score(corpus, folder, output);
    console.log(`${table(corpus.name, now[corpus.name]!, before[corpus.name])}\n`);
  }
  if (args.includes('--save')) {
    writeFileSync(SCORES, `${JSON.stringify({ ...before, ...now }, null, 2)}\n`);
    console.log('Saved to evaluation/scores.json.');
  }
}

await main(process.argv.slice(2));
