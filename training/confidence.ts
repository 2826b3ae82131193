/**
 * Fits the weights of `reading/confidence` on the claims coded by hand (evaluation/claims.gold.jsonl) and prints them,
 * with the reliability that leaving out one report in five at a time gives.
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
import type { Claim, Reading, ReportInput } from '../src/model/reading.ts';
import {
  CONFIDENCE_WEIGHTS,
  confidenceFeatures,
  type Feature,
} from '../src/reading/confidence/confidence.ts';
import { readReport } from '../src/reading/read.ts';

const FEATURES = Object.keys(CONFIDENCE_WEIGHTS) as Feature[];
/** Pulls every weight but the first towards 0: there are some ten claims to a feature. */
const RIDGE = 10;
const FOLDS = 5;

interface Example {
  readonly features: readonly number[];
  readonly right: number;
  readonly fold: number;
}

function linesOf<Line>(path: string): Line[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function featuresOf(claim: Claim, { claims, events }: Reading): number[] {
  const found = confidenceFeatures(claim, {
    isMain: claim.event === events[0]?.id,
    supporters: claims.filter(({ relations }) => relations.some(({ to }) => to === claim.id)).length,
    claims: claims.length,
    events: events.length,
  });
  return FEATURES.map((name) => found[name]);
}

function examples(folder: string): Example[] {
  const gold = linesOf<GoldClaim & { none?: true }>(
    resolve(import.meta.dirname, '../evaluation/claims.gold.jsonl'),
  );
  const found: Example[] = [];
  let fold = 0;
  for (const [corpus, ofCorpus = []] of Object.entries(Object.groupBy(gold, (line) => line.corpus))) {
    const input = CORPORA.find(({ name }) => name === corpus)!.input;
    const ids = new Set(ofCorpus.map(({ report }) => report));
    const languageOf = languagesFor(folder, input);
    for (const report of linesOf<ReportInput>(join(folder, input)).filter(({ id }) => ids.has(id))) {
      const coded = ofCorpus.filter((line) => line.report === report.id && !line.none);
      const { reading } = readReport(report, languageOf(report.id), loadKnowledge(), {
        name: 'recount',
        version: 'training',
      });
      const { pairs, spurious } = alignClaims(coded, reading);
      fold = (fold + 1) % FOLDS;
      for (const { claim, verdict } of pairs)
        found.push({
          features: featuresOf(claim, reading),
          right: verdict.bounds && verdict.event ? 1 : 0,
          fold,
        });
      for (const claim of spurious) found.push({ features: featuresOf(claim, reading), right: 0, fold });
    }
  }
  return found;
}

function probability(weights: readonly number[], features: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, i) => sum + weight * features[i]!, 0)));
}

/** Plain gradient descent: the problem is small and convex. */
function fit(data: readonly Example[]): number[] {
  const weights = FEATURES.map(() => 0);
  for (let step = 0; step < 4000; step++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : RIDGE * weight));
    for (const { features, right } of data) {
      const error = probability(weights, features) - right;
      features.forEach((value, i) => {
        gradient[i]! += error * value;
      });
    }
    gradient.forEach((slope, i) => {
      weights[i]! -= (0.5 / data.length) * slope;
    });
  }
  return weights;
}

/** Mean distance between what is said and what is right, over fifths of the claims by confidence. */
function distance(judged: readonly { said: number; right: number }[]): number {
  const sorted = [...judged].sort((a, b) => a.said - b.said);
  const size = Math.ceil(sorted.length / 5);
  let sum = 0;
  for (let from = 0; from < sorted.length; from += size) {
    const part = sorted.slice(from, from + size);
    const said = part.reduce((total, one) => total + one.said, 0);
    const right = part.reduce((total, one) => total + one.right, 0);
    sum += Math.abs(said - right);
  }
  return sum / judged.length;
}

const folder = corporaFolder();
if (!folder) throw new Error('The corpora are not here (set RECOUNT_CORPORA to their folder).');
const data = examples(folder);
const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fit(data.filter((one) => one.fold !== fold));
  return data
    .filter((one) => one.fold === fold)
    .map(({ features, right }) => ({ said: probability(weights, features), right }));
}).flat();
const right = data.filter((one) => one.right === 1).length;
console.log(
  `${data.length} claims, ${right} right; held out, mean distance ${(100 * distance(judged)).toFixed(1)} points`,
);
const log =
  judged.reduce((sum, { said, right: r }) => sum - Math.log(r ? said : 1 - said), 0) / judged.length;
console.log(`held out, log loss ${log.toFixed(3)}`);
fit(data).forEach((weight, i) => {
  console.log(`  ${FEATURES[i]}: ${weight.toFixed(2)},`);
});
