/**
 * How sure a claim is right in harm, bounds and event: of claims at 0.8, 8 in 10 should be. A logistic model over what
 * the wire form shows of a claim and of those beside it. Weights fitted by `training/confidence.ts` on the claims coded by
 * hand in `evaluation/claims.gold.jsonl`; refit when the reader changes. How well it tells right from wrong: docs/accuracy.md.
 */
import type { Claim } from '../../model/reading.ts';

/** What speaks for or against a claim, given all claims of its report. The first is always 1; `rivals` is a logarithm, the others are 0 or 1. */
export function confidenceFeatures(claim: Claim, claims: readonly Claim[]): Record<Feature, number> {
  const { count, evidence, relations } = claim;
  const trigger = evidence[0];
  const isBare = count.kind === 'unstated';
  const is = (condition: boolean): number => (condition ? 1 : 0);
  return {
    always: 1,
    bareSingular: is(isBare && count.min === 1),
    barePlural: is(isBare && count.min > 1),
    lead: is(trigger !== undefined && trigger.in === undefined && trigger.start < LEAD),
    capitals: is(trigger !== undefined && isInCapitals(trigger.quote)),
    part: is(relations.some(({ kind }) => kind === 'part of')),
    supported: is(claims.some((other) => other.relations.some(({ to }) => to === claim.id))),
    rivals: Math.log1p(claims.filter((other) => isRival(claim, other)).length),
  };
}

export type Feature = keyof typeof CONFIDENCE_WEIGHTS;

/** The probability that the model gives a claim among all claims of its report, to two places. */
export function confidenceOf(claim: Claim, claims: readonly Claim[]): number {
  const features = confidenceFeatures(claim, claims);
  let logit = 0;
  for (const name of Object.keys(features) as Feature[]) logit += CONFIDENCE_WEIGHTS[name] * features[name];
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/** Another figure of the same harm in the same event: one of the two may be the wrong one. */
function isRival(claim: Claim, other: Claim): boolean {
  const isBeside = other.event === claim.event && other.harm === claim.harm;
  return isBeside && (other.count.min !== claim.count.min || other.count.max !== claim.count.max);
}

/** Small letters are what tells names from words, so text without them is read worse. */
function isInCapitals(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}

/** Code units of the body that a lead takes up. */
const LEAD = 300;

/**
 * 262 claims of 54 reports, 194 right, November 2026 (`node training/confidence.ts`). Held out by report: Brier score 0.169
 * (0.192 by the base rate), area under the ROC curve 0.73, mean distance 5 points over fifths of confidence.
 */
export const CONFIDENCE_WEIGHTS = {
  always: 1.6,
  bareSingular: -1.67,
  barePlural: -0.76,
  lead: 0.57,
  capitals: -1.11,
  part: -0.5,
  supported: 0.54,
  rivals: -0.28,
};
