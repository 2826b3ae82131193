/**
 * Fits the weights of `reading/confidence` on the claims coded by hand (evaluation/claims.gold.jsonl) and prints them,
 * with the reliability of the build as it is and that of weights which have not seen the report.
 *
 *   node training/confidence.ts
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { alignClaims, type GoldClaim } from '../evaluation/align-claims.ts';
import { CORPORA, corporaFolder } from '../evaluation/corpora.ts';
import { languagesFor } from '../evaluation/held-out.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { ENGLISH_READING } from '../src/languages/en/reading.ts';
import type { Claim, ReportInput } from '../src/model/reading.ts';
import {
  CONFIDENCE_WEIGHTS,
  confidenceFeatures,
  type Feature,
  wordsBefore,
} from '../src/reading/confidence/confidence.ts';
import { readReport } from '../src/reading/read.ts';
import { Source } from '../src/reading/source.ts';
import { fitLogistic, type Row } from './logistic.ts';
import { randomFrom, shuffle } from './random.ts';

const FEATURES = Object.keys(CONFIDENCE_WEIGHTS) as Feature[];
/** Pulls every weight but the first towards 0. */
const RIDGE = 2;
const FOLDS = 9;
/** Ways of parting the reports into folds: one alone moves the AUC by a point or two. */
const PARTINGS = 6;

interface Example extends Row {
  readonly report: string;
  /** What the build as it is says of it. */
  readonly now: number;
}

/** What was said of a claim, 0..1, and whether it is right. */
interface Judged {
  readonly said: number;
  readonly right: boolean;
}

function linesOf<Line>(path: string): Line[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function examples(folder: string): Example[] {
  const gold = linesOf<GoldClaim & { none?: true }>(
    resolve(import.meta.dirname, '../evaluation/claims.gold.jsonl'),
  );
  const found: Example[] = [];
  const choice = ENGLISH_READING.choice.loadModel()!.header.id;
  for (const [corpus, ofCorpus = []] of Object.entries(Object.groupBy(gold, (line) => line.corpus))) {
    const input = CORPORA.find(({ name }) => name === corpus)!.input;
    const ids = new Set(ofCorpus.map(({ report }) => report));
    const languageOf = languagesFor(folder, input);
    for (const report of linesOf<ReportInput>(join(folder, input)).filter(({ id }) => ids.has(id))) {
      const coded = ofCorpus.filter((line) => line.report === report.id && !line.none);
      const language = languageOf(report.id);
      const source = new Source(report, language.model);
      const { reading, reasons } = readReport(report, language, loadKnowledge(), {
        name: 'recount',
        version: 'training',
      });
      const { pairs, spurious } = alignClaims(coded, reading);
      const exampleOf = (claim: Claim, right: boolean): Example => {
        const isChosen = reasons.get(claim.id)!.some((reason) => reason.startsWith(`${choice}/`));
        const [trigger] = claim.evidence;
        const at = trigger!.in === 'title' ? 0 : source.doc.tokenAt(source.bodyOffset + trigger!.start);
        const features = confidenceFeatures(claim, {
          isChosen,
          wordsBefore: wordsBefore(source, at),
          events: reading.events.length,
        });
        return {
          values: FEATURES.map((name) => features[name]),
          right,
          report: `${corpus}/${report.id}`,
          now: claim.confidence,
        };
      };
      for (const { claim, verdict } of pairs) found.push(exampleOf(claim, verdict.bounds && verdict.event));
      for (const claim of spurious) found.push(exampleOf(claim, false));
    }
  }
  return found;
}

function probability(weights: readonly number[], { values }: Row): number {
  return 1 / (1 + Math.exp(-values.reduce((sum, value, i) => sum + weights[i]! * value, 0)));
}

/** Each claim by weights that have seen no claim of its report, once for every way of parting the reports. */
function heldOut(data: readonly Example[]): Judged[] {
  const random = randomFrom(1);
  return Array.from({ length: PARTINGS }, () => {
    const reports = shuffle([...new Set(data.map(({ report }) => report))], random);
    const fold = new Map(reports.map((report, i) => [report, i % FOLDS]));
    return Array.from({ length: FOLDS }, (_, k) => {
      const isOut = ({ report }: Example): boolean => fold.get(report) === k;
      const weights = fitLogistic(
        data.filter((one) => !isOut(one)),
        RIDGE,
      );
      return data.filter(isOut).map((one) => ({ said: probability(weights, one), right: one.right }));
    }).flat();
  }).flat();
}

/** How often a right claim is held surer than a wrong one. */
function auc(judged: readonly Judged[]): number {
  const wrong = judged.filter(({ right }) => !right);
  const right = judged.filter((one) => one.right);
  const wins = right.map(({ said }) =>
    wrong.reduce((sum, other) => sum + (said > other.said ? 1 : said === other.said ? 0.5 : 0), 0),
  );
  return mean(wins) / wrong.length;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Fifths of the claims by confidence: what is said of them and what is right, and how far that is apart on the whole. */
function tell(title: string, judged: readonly Judged[]): void {
  const sorted = [...judged].sort((a, b) => a.said - b.said);
  const size = Math.ceil(sorted.length / 5);
  const fifths = Array.from({ length: 5 }, (_, i) => {
    const part = sorted.slice(i * size, (i + 1) * size);
    return {
      said: mean(part.map(({ said }) => said)),
      right: mean(part.map(({ right }) => (right ? 1 : 0))),
    };
  });
  const apart = mean(fifths.map(({ said, right }) => Math.abs(said - right)));
  const brier = mean(judged.map(({ said, right }) => (said - (right ? 1 : 0)) ** 2));
  console.log(
    `${title}: AUC ${auc(judged).toFixed(3)}, Brier ${brier.toFixed(3)}, mean distance ${(100 * apart).toFixed(1)} points`,
  );
  for (const { said, right } of fifths)
    console.log(`  said ${(100 * said).toFixed(0)}, right ${(100 * right).toFixed(0)}`);
}

const folder = corporaFolder();
if (!folder) throw new Error('The corpora are not here (set RECOUNT_CORPORA to their folder).');
const data = examples(folder);
const reports = new Set(data.map(({ report }) => report)).size;
console.log(`${data.length} claims of ${reports} reports, ${data.filter(({ right }) => right).length} right`);
tell(
  'the build as it is',
  data.map(({ now, right }) => ({ said: now, right })),
);
tell('held out by report', heldOut(data));
fitLogistic(data, RIDGE).forEach((weight, i) => {
  console.log(`  ${FEATURES[i]}: ${weight.toFixed(2)},`);
});
