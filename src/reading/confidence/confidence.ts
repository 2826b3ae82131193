/**
 * How sure a claim is right in harm, bounds and event: of claims at 0.8, 8 in 10 should be. A logistic model over how a
 * claim was read. Weights fitted by `training/confidence.ts` on the claims coded by hand in
 * `evaluation/claims.gold.jsonl`; refit when the reader changes. docs/accuracy.md says how well it holds.
 */
import type { TokenIndex } from '../../language/doc.ts';
import type { Claim } from '../../model/reading.ts';
import type { Source } from '../source.ts';

export interface ConfidenceContext {
  /** Whether the learned choice took a decision on this claim otherwise than the rules did. */
  readonly isChosen: boolean;
  /** How many words of the body stand before the claim's; 0 in the title. */
  readonly wordsBefore: number;
  /** How many events the report has. */
  readonly events: number;
}

/** What speaks for or against a claim, each 0 or 1 but for `depth`. The first is always 1. */
export function confidenceFeatures(
  { count }: Claim,
  { isChosen, wordsBefore, events }: ConfidenceContext,
): Record<Feature, number> {
  const isUnstated = count.kind === 'unstated';
  const is = (condition: boolean): number => (condition ? 1 : 0);
  return {
    always: 1,
    unstated: is(isUnstated),
    unstatedOne: is(isUnstated && count.min === 1),
    chosen: is(isChosen),
    depth: Math.log1p(wordsBefore / LEAD),
    severalEvents: is(events > 2),
  };
}

/** How many tokens of the body stand before this one; spaces and kinds of quotes make no difference. */
export function wordsBefore({ doc, bodyOffset }: Source, token: TokenIndex): number {
  return Math.max(0, token - doc.tokenAt(bodyOffset));
}

export type Feature = keyof typeof CONFIDENCE_WEIGHTS;

/** The probability that the model gives, to two places. */
export function confidenceOf(claim: Claim, context: ConfidenceContext): number {
  const features = confidenceFeatures(claim, context);
  let logit = 0;
  for (const name of Object.keys(features) as Feature[]) logit += CONFIDENCE_WEIGHTS[name] * features[name];
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/** Words that a lead takes up; what stands deeper is more often background. */
const LEAD = 50;

/** 263 claims of 49 reports, 197 right, November 2026. Held out by report: AUC 0.68, mean distance 3.5 points over fifths. */
export const CONFIDENCE_WEIGHTS = {
  always: 2.12,
  unstated: -1.27,
  unstatedOne: -1.27,
  chosen: -0.54,
  depth: -0.51,
  severalEvents: -0.23,
};
