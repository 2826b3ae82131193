/**
 * How sure a claim is right in harm, bounds and event: of claims at 0.8, 8 in 10 should be. A logistic model over what
 * the wire form shows of a claim. Weights fitted by `training/confidence.ts` on the claims coded by hand in
 * `evaluation/claims.gold.jsonl`; refit when the reader changes.
 */
import { isOnePerson } from '../../model/count.ts';
import type { Claim } from '../../model/reading.ts';

export interface ConfidenceContext {
  /** Whether the claim is of the report's main event. */
  readonly isMain: boolean;
  /** How many other claims of the report repeat, confirm or are part of this one. */
  readonly supporters: number;
  /** How many claims the report has. */
  readonly claims: number;
  /** How many events the report has. */
  readonly events: number;
}

/** What speaks for or against a claim, each 0 or 1. The first is always 1. */
export function confidenceFeatures(claim: Claim, context: ConfidenceContext): Record<Feature, number> {
  const { count, victims, evidence, stance, relations, harm } = claim;
  const text = victims.text ?? '';
  const trigger = evidence[0];
  const isFar = trigger !== undefined && evidence.some((span) => Math.abs(span.start - trigger.start) > FAR);
  const is = (condition: boolean): number => (condition ? 1 : 0);
  const has = (...kinds: string[]): number => is(relations.some(({ kind }) => kinds.includes(kind)));
  return {
    always: 1,
    figure: is(count.kind === 'exact' && !isOnePerson(count)),
    onePerson: is(isOnePerson(count)),
    bounded: is(
      count.kind === 'at least' ||
        count.kind === 'about' ||
        count.kind === 'between' ||
        count.kind === 'up to',
    ),
    large: is(count.min >= 50),
    nobodyDescribed: is(text === ''),
    pronoun: is(text !== '' && text.length < 5),
    named: is(victims.named.length > 0),
    far: is(isFar),
    title: is(trigger?.in === 'title'),
    lead: is(trigger !== undefined && trigger.in === undefined && trigger.start < LEAD),
    main: is(context.isMain),
    sourced: is(claim.attribution.length > 0),
    doubtful: is(stance !== 'asserted' && stance !== 'acknowledged'),
    again: has('repeats', 'confirms'),
    part: has('part of'),
    contradicted: has('contradicts'),
    supported: is(context.supporters > 0),
    hurt: is(harm === 'injured'),
    otherHarm: is(harm !== 'injured' && harm !== 'killed'),
    aggregate: is(claim.scope === 'aggregate'),
    crowded: is(context.claims > 15),
    severalEvents: is(context.events > 2),
  };
}

export type Feature = keyof typeof CONFIDENCE_WEIGHTS;

/** The probability that the model gives, to two places. */
export function confidenceOf(claim: Claim, context: ConfidenceContext): number {
  const features = confidenceFeatures(claim, context);
  let logit = 0;
  for (const name of Object.keys(features) as Feature[]) logit += CONFIDENCE_WEIGHTS[name] * features[name];
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}

/** Code units between a trigger and the rest of its words, beyond which something may stand between them. */
const FAR = 80;
/** Code units of the body that a lead takes up. */
const LEAD = 300;

/** 250 claims of 54 reports, 181 right, November 2026. Held out by report: mean distance 10 points over fifths of confidence. */
export const CONFIDENCE_WEIGHTS = {
  always: 0.78,
  figure: 0.11,
  onePerson: -0.02,
  bounded: -0.09,
  large: -0.11,
  nobodyDescribed: -0.2,
  pronoun: -0.1,
  named: -0.01,
  far: -0.08,
  title: -0.11,
  lead: 0.36,
  main: -0.1,
  sourced: 0.14,
  doubtful: 0,
  again: 0.05,
  part: -0.05,
  contradicted: 0,
  supported: 0.23,
  hurt: 0.23,
  otherHarm: 0.13,
  aggregate: -0.01,
  crowded: 0.09,
  severalEvents: -0.29,
};
