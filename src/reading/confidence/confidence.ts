/**
 * How sure a claim is right in harm, bounds and event, as a number that can be compared: of claims at 0.8, 8 in 10 should
 * be. Weights are set by hand from what goes wrong most; they are to be fitted on claims coded by hand.
 */
import { isNumbered } from '../../model/count.ts';
import type { Draft } from '../claims/draft.ts';

export function confidenceOf(draft: Draft, isMain: boolean): number {
  const { mention, isTitle, stance, chain, relations } = draft;
  let logit = 0.8;
  const { count, people, trigger } = mention;
  if (count.kind === 'exact' && count.text !== undefined) logit += 0.6;
  if (!isNumbered(count)) logit -= 0.5;
  if (people) {
    const distance = Math.max(trigger.from - people.to, people.from - trigger.to, 0);
    logit += distance <= 3 ? 0.5 : distance > 12 ? -0.8 : 0;
    if (count.min > 1 && people.count.min !== count.min) logit -= 0.5;
  } else logit -= 0.4;
  if (isTitle) logit -= 0.2;
  if (isMain) logit += 0.4;
  if (stance === 'unconfirmed' || stance === 'rumoured') logit -= 0.3;
  if (chain.length > 1) logit -= 0.2;
  if (relations.some(({ kind }) => kind === 'repeats' || kind === 'confirms')) logit += 0.3;
  return Math.round((1 / (1 + Math.exp(-logit))) * 100) / 100;
}
