/**
 * Measures claims one by one on 54 reports in which every claim was coded by hand (claims.gold.jsonl), and how well
 * `confidence` tells the right ones: right is harm, bounds and event.
 *
 *   node evaluation/claims.ts [--misses]
 *
 * The reports are of the development parts. Of each corpus those whose sha256("recount-claims-1:CORPUS:ID") is
 * smallest were taken, leaving out texts over 6,000 letters and, in polnear, texts with fewer than three different
 * words of harm: 9 airwars, 13 us-shootings, 12 india, 12 muc4 and 4 polnear; and the 4 of facts. They were
 * coded once, by one coder, before any reader had read them; five optional claims were added after that. The file holds
 * offsets, no text.
 *
 * Coded: every statement that people came to harm or did not, on one source's word, also when it repeats. Parts of a
 * whole ("including three children") and words that only take up a harm told elsewhere ("the fatal shooting") are
 * optional. An arrest is an event of its own. Who is "shot" and later said to be dead may be either harm.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import type { Claim, Reading, ReportInput } from '../src/model/reading.ts';
import { readReport } from '../src/reading/read.ts';
import { type Alignment, alignClaims, eventKind, type GoldClaim } from './align-claims.ts';
import { CORPORA, corporaFolder } from './corpora.ts';
import { languagesFor } from './held-out.ts';

const GOLD = join(import.meta.dirname, 'claims.gold.jsonl');

/** A report in which nothing is to be found has a line of its own. */
type GoldLine = GoldClaim | { readonly corpus: string; readonly report: string; readonly none: true };

interface CodedReport {
  readonly corpus: string;
  readonly input: ReportInput;
  readonly gold: readonly GoldClaim[];
}

interface Measured extends CodedReport {
  readonly reading: Reading;
  readonly alignment: Alignment;
}

const linesOf = <Line>(text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function loadReports(folder: string, corpus: string, ids: ReadonlySet<string>): ReportInput[] {
  const path = CORPORA.find(({ name }) => name === corpus)?.input;
  if (!path) throw new Error(`No corpus is called ${corpus}.`);
  const bytes = readFileSync(join(folder, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return linesOf<ReportInput>(text).filter(({ id }) => ids.has(id));
}

function loadCoded(folder: string): CodedReport[] {
  const lines = linesOf<GoldLine>(readFileSync(GOLD, 'utf8'));
  return Object.entries(Object.groupBy(lines, ({ corpus }) => corpus)).flatMap(([corpus, ofCorpus = []]) => {
    const ids = new Set(ofCorpus.map(({ report }) => report));
    return loadReports(folder, corpus, ids).map((input) => ({
      corpus,
      input,
      gold: ofCorpus.filter((line): line is GoldClaim => line.report === input.id && !('none' in line)),
    }));
  });
}

function measure(folder: string, coded: CodedReport): Measured {
  const { input } = CORPORA.find(({ name }) => name === coded.corpus)!;
  const language = languagesFor(folder, input)(coded.input.id);
  const { reading } = readReport(coded.input, language, loadKnowledge(), {
    name: 'recount',
    version: 'evaluation',
  });
  return { ...coded, reading, alignment: alignClaims(coded.gold, reading) };
}

const percent = (part: number, whole: number) => (whole ? ((100 * part) / whole).toFixed(1) : '-');

/** One line of the table. Recall is of the claims that must be found, precision of all that the reader made. */
function row(name: string, measured: readonly Measured[]): string {
  const pairs = measured.flatMap(({ alignment }) => alignment.pairs);
  const made = measured.flatMap(({ reading }) => reading.claims).length;
  const required = pairs.filter(({ gold }) => !gold.optional);
  const toFind = required.length + measured.flatMap(({ alignment }) => alignment.missed).length;
  const [recall, precision] = [required.length / toFind, pairs.length / made];
  const right = required.filter(({ verdict }) => verdict.bounds);
  const cells = [
    measured.length,
    toFind,
    made,
    percent(pairs.length, made),
    percent(required.length, toFind),
    made ? percent((2 * recall * precision) / (recall + precision), 1) : '-',
    percent(right.length, toFind),
    percent(right.filter(({ verdict }) => verdict.event).length, toFind),
    percent(pairs.filter(({ verdict }) => verdict.bounds && verdict.event).length, made),
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}

function table(measured: readonly Measured[]): string {
  const groups = Object.entries(Object.groupBy(measured, ({ corpus }) => corpus));
  return [
    '| corpus | reports | to find | made | precision | recall | F1 | found, bounds right | … and event right | made, all right |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...groups.map(([corpus, reports = []]) => row(corpus, reports)),
    row('all', measured),
  ].join('\n');
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

function judgeAll({ alignment: { pairs, spurious } }: Measured): Judged[] {
  return [
    ...pairs.map(({ claim, verdict }) => ({
      confidence: claim.confidence,
      right: verdict.bounds && verdict.event,
    })),
    ...spurious.map(({ confidence }) => ({ confidence, right: false })),
  ];
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Of the claims in each tenth of confidence, how many are right; and the mean distance of the two, weighted by size. */
function reliability(claims: readonly Judged[]): string {
  const tenths = Map.groupBy(claims, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)));
  let distance = 0;
  const rows = [...tenths]
    .sort(([a], [b]) => a - b)
    .map(([tenth, members]) => {
      const said = mean(members.map(({ confidence }) => confidence));
      const right = members.filter((claim) => claim.right).length;
      distance += members.length * Math.abs(said - right / members.length);
      const range = `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}`;
      return `| ${range} | ${members.length} | ${percent(said, 1)} | ${percent(right, members.length)} |`;
    });
  return [
    '| confidence | claims | said | right |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Mean distance of said and right: ${percent(distance, claims.length)} points.`,
  ].join('\n');
}

const bounds = ({ min, max }: { min: number; max: number | null }) => `${min}..${max}`;

/** The words of what went wrong, for whoever has the corpora; they stay on the screen. */
function misses({ corpus, input, reading, alignment }: Measured): string {
  const told = ({ harm, count, evidence, confidence }: Claim) =>
    `${harm} ${bounds(count)} (${confidence.toFixed(2)}) "${evidence.map(({ quote }) => quote).join(' … ')}"`;
  const coded = (gold: GoldClaim) => {
    const text = gold.in === 'title' ? (input.title ?? '') : input.text;
    return `${gold.harm} ${bounds(gold)} ${gold.event} "${gold.evidence.map(([s, e]) => text.slice(s, e)).join(' … ')}"`;
  };
  return [
    `## ${corpus} ${input.id}`,
    ...alignment.missed.map((gold) => `missed   ${coded(gold)}`),
    ...alignment.spurious.map((claim) => `spurious ${told(claim)} ${eventKind(claim, reading)}`),
    ...alignment.pairs
      .filter(({ verdict }) => !verdict.bounds || !verdict.event)
      .map(
        ({ gold, claim }) => `wrong    ${coded(gold)}\n     was ${told(claim)} ${eventKind(claim, reading)}`,
      ),
  ].join('\n');
}

function main(args: readonly string[]): void {
  const folder = corporaFolder();
  if (!folder) {
    console.log('The corpora are not here (set RECOUNT_CORPORA to their folder), so nothing was measured.');
    return;
  }
  const measured = loadCoded(folder).map((coded) => measure(folder, coded));
  if (args.includes('--misses')) console.log(`${measured.map(misses).join('\n\n')}\n`);
  console.log(`${table(measured)}\n\n${reliability(measured.flatMap(judgeAll))}`);
}

main(process.argv.slice(2));
