/**
 * The corpora of several reports of one incident (incidents/dev, incidents/ecb-dev): their reports with readings, put
 * together, and what a grouping scores.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { accountsOf, POLICIES, vocabularyOf } from '../src/accounts/index.ts';
import { formsOfReport, type Rarity, rarityFrom, reconcile } from '../src/incidents/index.ts';
import { ENGLISH_SOURCES } from '../src/languages/en/accounts/sources.ts';
import { loadWordCounts } from '../src/languages/en/word-counts.ts';
import type { Count, Reading, ReportInput } from '../src/model/reading.ts';
import type { KeptReport } from '../src/model/record.ts';
import { countsOf } from '../src/operations/incidents.ts';
import { copiesAmong } from '../src/operations/kept.ts';

export interface GroupedGold {
  readonly id: string;
  readonly incident: string;
  readonly killed?: Count;
  readonly injured?: Count;
}

export interface GroupedCorpus {
  readonly reports: readonly KeptReport[];
  /** By report. */
  readonly gold: ReadonlyMap<string, GroupedGold>;
}

export function jsonLines<Line>(path: string): Line[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The reports of a part with the readings that `npm run evaluate` left, and its gold. */
export function loadGrouped(input: string, gold: string, readings: string): GroupedCorpus {
  if (!existsSync(readings))
    throw new Error(`No readings at ${readings}: run "npm run evaluate -- incidents".`);
  const byId = new Map(jsonLines<Reading>(readings).map((reading) => [reading.report.id, reading]));
  return {
    reports: jsonLines<ReportInput>(input).map((report) => keptReport(report, byId.get(report.id)!)),
    gold: new Map(jsonLines<GroupedGold>(gold).map((line) => [line.id, line])),
  };
}

/** As `recount incidents` has it: of the news, and of these reports. */
export function rarityIn({ reports }: GroupedCorpus): Rarity {
  return rarityFrom([loadWordCounts()], reports.map(formsOfReport));
}

/** Puts the reports of a corpus together; gives the gold to score by and the file of groups, for the corpus' scorer. */
export function groupReports(
  input: string,
  gold: string,
  readings: string,
  which: 'all' | 'held out',
): [gold: string, groups: string] {
  const corpus = loadGrouped(input, gold, readings);
  const groups = readings.replace(/\.jsonl$/, '-groups.jsonl');
  const incidents = reconcile(corpus.reports, [], rarityIn(corpus)).incidents;
  const material = { reports: corpus.reports, copies: copiesAmong(corpus.reports), judgements: [] };
  const named = incidents.map(({ id, ...group }) => ({ incident: id, ...group }));
  const options = { vocabulary: vocabularyOf([ENGLISH_SOURCES]), policy: POLICIES[0]! };
  const lines = accountsOf(material, named, options).map(({ incident, reports, alsoIn, toll }) => ({
    incident,
    reports,
    alsoIn,
    toll: countsOf(toll),
  }));
  writeLines(groups, lines);
  if (which === 'all') return [gold, groups];
  const half = readings.replace(/\.jsonl$/, '-held-out.jsonl');
  writeLines(
    half,
    [...corpus.gold.values()].filter(({ incident }) => halfOf(incident) !== FITTED_HALF),
  );
  return [half, groups];
}

function writeLines(path: string, lines: readonly unknown[]): void {
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** A report of a corpus as if it had been added to a record; all at one moment, so that names decide who founds. */
export function keptReport(
  { id, text, title, published, source }: ReportInput,
  reading: Reading,
): KeptReport {
  return {
    id,
    text,
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(source === undefined ? {} : { outlet: source }),
    recordedAt: '2000-01-01T00:00:00.000Z',
    reading,
  };
}

/** The half of the incidents that the shipped weights are fitted on (training/incidents.ts). */
export const FITTED_HALF = 0;

/** Half 0 or 1 of an incident, by its name, so that all its reports are in one half. */
export function halfOf(incident: string): 0 | 1 {
  return (createHash('sha256').update(`recount-incidents-1:${incident}`).digest()[0]! & 1) as 0 | 1;
}

export interface GroupingScore {
  readonly bcubed: number;
  readonly pairwise: number;
}

const f1 = (precision: number, recall: number): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;

/** B³ and pairwise F1, as the corpus' own scorer reckons them, of groups of reports; a report in none stands alone. */
export function scoreGrouping(
  gold: ReadonlyMap<string, GroupedGold>,
  groups: readonly (readonly string[])[],
): GroupingScore & { readonly precision: number; readonly recall: number } {
  const made = new Map<string, number>();
  for (const [i, reports] of groups.entries()) for (const report of reports) made.set(report, i);
  const golds = new Map<string, number>();
  const ours = new Map<string, number>();
  const both = new Map<string, { count: number; gold: string; ours: string }>();
  for (const [report, { incident }] of gold) {
    const group = String(made.get(report) ?? `alone ${report}`);
    golds.set(incident, (golds.get(incident) ?? 0) + 1);
    ours.set(group, (ours.get(group) ?? 0) + 1);
    const key = `${incident}\n${group}`;
    const cell = both.get(key) ?? { count: 0, gold: incident, ours: group };
    cell.count++;
    both.set(key, cell);
  }
  let [precision, recall, right] = [0, 0, 0];
  for (const { count, gold: incident, ours: group } of both.values()) {
    precision += (count * count) / ours.get(group)!;
    recall += (count * count) / golds.get(incident)!;
    right += (count * (count - 1)) / 2;
  }
  const pairs = (sizes: Map<string, number>) =>
    [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return {
    bcubed: f1(precision / gold.size, recall / gold.size),
    pairwise: f1(right / (pairs(ours) || 1), right / (pairs(golds) || 1)),
    precision: right / (pairs(ours) || 1),
    recall: right / (pairs(golds) || 1),
  };
}
