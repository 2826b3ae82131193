/** What kind of incident it was, by the words that tell of it; those of the title and the lead weigh most. */
import type { Incident } from '../claims/draft.ts';

/** The type with the most telling words; 'attack' where people came to harm at somebody's hand, else 'unknown'. */
export function typeOf(incident: Incident): string {
  const first = incident.sentences[0] ?? 0;
  const scores = new Map<string, number>();
  for (const { trigger, sentence, isTitle } of incident.triggers) {
    const nearness = isTitle || sentence === first ? 2 : sentence <= first + 2 ? 1.2 : 0.5;
    scores.set(trigger.type, (scores.get(trigger.type) ?? 0) + WEIGHT[trigger.weight] * nearness);
  }
  let best = '';
  let most = 0;
  for (const [type, score] of scores) if (score > most) [best, most] = [type, score];
  if (best) return best;
  const hasAgent = incident.drafts.some(({ mention }) => mention.agent !== null);
  if (incident.drafts.some(({ mention }) => mention.harm === 'abducted'))
    return 'abduction/forced disappearance';
  if (incident.drafts.length > 0 && incident.drafts.every(({ mention }) => mention.harm === 'detained'))
    return 'arrests';
  return hasAgent ? 'attack' : 'unknown';
}

const WEIGHT = { 1: 1, 2: 2.2, 3: 5 } as const;
