/**
 * Whether two mentions tell of one incident: features, each with a score in log-odds and a reason, added up. The weights
 * are learned (data/incidents/card.md); which features there are is written here, in the order in which they are told.
 */

import weights from '#data/incidents/weights.json' with { type: 'json' };
import type { Comparison } from '../../model/incident.ts';
import { AGES } from './ages.ts';
import { DISTANCE } from './distance.ts';
import { EVENT_DAYS } from './event-days.ts';
import type { Feature, Profile } from './feature.ts';
import { FIGURES } from './figures.ts';
import { KIND } from './kind.ts';
import { NAMES } from './names.ts';
import { NEWS_DAYS } from './news-days.ts';
import { NUMBERS } from './numbers.ts';
import { PARTIES } from './parties.ts';
import { PASSAGES } from './passages.ts';
import { PLACE_NAMES } from './place-names.ts';
import { PUBLICATION } from './publication.ts';
import { RARE_WORDS } from './rare-words.ts';
import { TITLE } from './title.ts';
import { VICTIMS } from './victims.ts';

export const FEATURES: readonly Feature[] = [
  EVENT_DAYS,
  NEWS_DAYS,
  PUBLICATION,
  DISTANCE,
  PLACE_NAMES,
  VICTIMS,
  AGES,
  FIGURES,
  PARTIES,
  KIND,
  NAMES,
  NUMBERS,
  RARE_WORDS,
  TITLE,
  PASSAGES,
];

/** Weights of features by "feature.measure", and "bias"; thresholds are log-odds. */
export interface Weights {
  readonly weights: Readonly<Record<string, number>>;
  /** The average score at which groups are put together, and the score that ties two mentions (`Limits`). */
  readonly sure: number;
  readonly tied: number;
  /** At this score and above a person is asked. */
  readonly doubtful: number;
}

export const WEIGHTS: Weights = weights;

/** The log-odds that both tell of one incident. */
export function scoreOf(a: Profile, b: Profile, given: Weights = WEIGHTS): number {
  const parts = partsOf(given);
  let score = given.weights.bias ?? 0;
  for (let i = 0; i < FEATURES.length; i++) score += weigh(FEATURES[i]!.measure(a, b), parts[i]!);
  return score;
}

function weigh(values: readonly number[], weights: readonly number[]): number {
  let score = 0;
  for (let i = 0; i < values.length; i++) score += values[i]! * weights[i]!;
  return score;
}

const partsOfWeights = new WeakMap<Weights, readonly (readonly number[])[]>();

/** The weights of each feature's measures, in order. */
function partsOf(given: Weights): readonly (readonly number[])[] {
  let parts = partsOfWeights.get(given);
  if (!parts) {
    parts = FEATURES.map(({ id, measures }) => measures.map((name) => given.weights[`${id}.${name}`] ?? 0));
    partsOfWeights.set(given, parts);
  }
  return parts;
}

/** The same with every feature that says something, most telling first, and its reason. */
export function compare(a: Profile, b: Profile, given: Weights = WEIGHTS): Comparison {
  const parts = partsOf(given);
  const features = FEATURES.map((feature, i) => ({
    feature: feature.id,
    score: round(weigh(feature.measure(a, b), parts[i]!)),
    reason: feature.reason(a, b),
  }));
  const score = scoreOf(a, b, given);
  return {
    a: a.mention.id,
    b: b.mention.id,
    score: round(score),
    verdict: verdictOf(score, given),
    features: features
      .filter(({ score: ofFeature, reason }) => reason !== '' || ofFeature !== 0)
      .sort((x, y) => Math.abs(y.score) - Math.abs(x.score)),
  };
}

export function verdictOf(score: number, { sure, doubtful }: Weights = WEIGHTS): Comparison['verdict'] {
  return score >= sure ? 'same' : score >= doubtful ? 'doubtful' : 'different';
}

const round = (score: number): number => Math.round(score * 1000) / 1000;
