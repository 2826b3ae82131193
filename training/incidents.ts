/**
 * Learns the weights by which mentions are compared (data/incidents/weights.json): logistic regression on pairs
 * of reports that share a block, on half of the incidents of incidents/dev and of incidents/ecb-dev; then the average
 * score at which groups are joined, on the same half. Prints what it scores on the other half, both ways round.
 *
 *   npm run evaluate -- incidents && node training/incidents.ts [--weights] [--save]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corporaFolder } from '../evaluation/corpora.ts';
import {
  FITTED_HALF,
  type GroupedCorpus,
  type GroupedGold,
  halfOf,
  loadGrouped,
  rarityIn,
  scoreGrouping,
} from '../evaluation/grouped.ts';
import { Blocks } from '../src/incidents/block.ts';
import { cluster, UNLIKE } from '../src/incidents/cluster.ts';
import { FEATURES } from '../src/incidents/compare/compare.ts';
import { profileOf } from '../src/incidents/compare/feature.ts';
import { mentionsOf } from '../src/incidents/mention.ts';
import { fitLogistic } from './logistic.ts';

/** Pulls weights towards 0; chosen by the scores of the other half. */
const RIDGE = 2;

/** Likelier one incident than not, by a good deal: 73 %. Lower, and in a dense record everything hangs together (bench/incidents.ts). */
const TIED = 1;

/**
 * Weights that are set, for the corpora hold too little to learn them: bulletins of one desk, all alike but for the day. Heavy
 * enough to part such as share every other word; it costs a tenth of a point of dev's pairwise F1.
 */
const SET: Readonly<Record<string, number>> = { 'news-days.far': -5 };

const NAMES = ['bias', ...FEATURES.flatMap(({ id, measures }) => measures.map((name) => `${id}.${name}`))];

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly values: readonly number[];
}

interface Part {
  readonly name: string;
  readonly corpus: GroupedCorpus;
  readonly pairs: readonly Pair[];
}

function partOf(name: string, corpus: GroupedCorpus): Part {
  const rarity = rarityIn(corpus);
  const mentions = corpus.reports.flatMap((report) => mentionsOf(report, rarity).slice(0, 1));
  const profiles = new Map(mentions.map((mention) => [mention.id, profileOf(mention, rarity)]));
  const blocks = new Blocks();
  const pairs = mentions.flatMap((mention) =>
    blocks.meet(mention).map((other) => {
      const [a, b] = [profiles.get(other)!, profiles.get(mention.id)!];
      return {
        a: a.mention.report,
        b: b.mention.report,
        values: [1, ...FEATURES.flatMap((feature) => feature.measure(a, b))],
      };
    }),
  );
  console.log(
    `${name}: ${pairs.length} pairs, ${pairs.filter((pair) => isOne(corpus.gold, pair)).length} of one incident`,
  );
  return { name, corpus, pairs };
}

/** What of a part is of one half of its incidents. */
function half({ name, corpus, pairs }: Part, which: 0 | 1): Part {
  const gold = new Map([...corpus.gold].filter(([, { incident }]) => halfOf(incident) === which));
  return {
    name,
    corpus: { reports: corpus.reports.filter(({ id }) => gold.has(id)), gold },
    pairs: pairs.filter(({ a, b }) => gold.has(a) && gold.has(b)),
  };
}

function isOne(gold: ReadonlyMap<string, GroupedGold>, { a, b }: Pair): boolean {
  return gold.get(a)!.incident === gold.get(b)!.incident;
}

function fit(parts: readonly Part[]): number[] {
  const rows = parts.flatMap(({ corpus, pairs }) =>
    pairs.map((pair) => ({ values: pair.values, right: isOne(corpus.gold, pair) })),
  );
  return fitLogistic(rows, RIDGE).map((weight, i) => SET[NAMES[i]!] ?? weight);
}

const dot = (weights: readonly number[], values: readonly number[]): number =>
  values.reduce((sum, value, i) => sum + value * weights[i]!, 0);

function groupsOf({ corpus, pairs }: Part, weights: readonly number[], sure: number): string[][] {
  const members = corpus.reports.map(({ id }) => ({
    id: id as string,
    report: id,
    isMain: true,
    recordedAt: '',
  }));
  const links = pairs
    .map(({ a, b, values }) => ({ a, b, score: dot(weights, values) }))
    .filter(({ score }) => score > UNLIKE);
  const limits = { sure, tied: TIED };
  return cluster(members, links, { same: [], different: [] }, limits).map(({ mains }) => [...mains]);
}

/** The average score at which groups are joined that does best: the middle of those as good as the best but for a hair. */
function limitOf(parts: readonly Part[], weights: readonly number[]): number {
  const tried = Array.from({ length: 17 }, (_, i) => UNLIKE + i * 0.2).map((limit) => {
    const scores = parts.map((part) => scoreGrouping(part.corpus.gold, groupsOf(part, weights, limit)));
    return { limit, score: scores.reduce((sum, { bcubed, pairwise }) => sum + bcubed + pairwise, 0) };
  });
  const best = Math.max(...tried.map(({ score }) => score));
  const good = tried.filter(({ score }) => score >= best - HAIR);
  return Math.round((good[0]!.limit + good.at(-1)!.limit) * 5) / 10;
}

/** Of a sum of four F1s. */
const HAIR = 0.01;

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

function tell(title: string, part: Part, weights: readonly number[], sure: number): void {
  const { bcubed, pairwise, precision, recall } = scoreGrouping(
    part.corpus.gold,
    groupsOf(part, weights, sure),
  );
  console.log(
    `${title.padEnd(44)} B³ F1 ${percent(bcubed)}  pairwise F1 ${percent(pairwise)} (${percent(precision)} /${percent(recall)})`,
  );
}

const folder = corporaFolder();
if (!folder) throw new Error('The corpora are not here (set RECOUNT_CORPORA to their folder).');
const load = (part: string): GroupedCorpus =>
  loadGrouped(
    join(folder, `incidents/${part}.input.jsonl.gz`),
    join(folder, `incidents/${part}.gold.jsonl.gz`),
    join(import.meta.dirname, `../evaluation/out/incidents-${part}.jsonl`),
  );
const dev = partOf('dev', load('dev'));
const ecb = partOf('ecb-dev', load('ecb-dev'));
for (const which of [0, 1] as const) {
  const other = which === 0 ? 1 : 0;
  const weights = fit([half(dev, which), half(ecb, which)]);
  const limit = limitOf([half(dev, which), half(ecb, which)], weights);
  console.log(`fitted on half ${which}, joined at ${limit}`);
  tell('  dev, the other half', half(dev, other), weights, limit);
  tell('  dev, all', dev, weights, limit);
  tell('  ecb-dev, the other half', half(ecb, other), weights, limit);
  tell('  ecb-dev, all', ecb, weights, limit);
  if (which === FITTED_HALF) {
    if (process.argv.includes('--weights'))
      for (const [i, name] of NAMES.entries()) console.log(`    ${name} ${weights[i]!.toFixed(2)}`);
    if (process.argv.includes('--save')) {
      const rounded = Object.fromEntries(
        NAMES.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000]),
      );
      const file = { weights: rounded, sure: limit, tied: TIED, doubtful: UNLIKE };
      const path = join(import.meta.dirname, '../data/incidents/weights.json');
      writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
    }
  }
}
