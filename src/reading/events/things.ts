/** What was attacked and with what, from the words beside those that tell of the attack. */
import type { TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Event } from '../../model/reading.ts';
import type { Annotations } from '../annotations.ts';
import type { Incident } from '../claims/draft.ts';
import type { EventPack } from './pack.ts';

export function weaponsOf(incident: Incident, { source }: Annotations, pack: EventPack): Event['weapons'] {
  const { doc } = source;
  const found = new Map<string, Event['weapons'][number]>();
  for (const sentence of incident.sentences) {
    const { from, to } = doc.sentence(sentence);
    for (let i = from; i < to; i++) {
      if (!pack.weapons.has(doc.lower(i))) continue;
      const range = nounPhrase(i, from, source.doc, pack);
      const text = doc.slice(range);
      if (!found.has(text.toLowerCase()))
        found.set(text.toLowerCase(), { text, evidence: [source.span(range)] });
    }
  }
  return [...found.values()].slice(0, 6);
}

/** Things, not people: "an attack on the market", "bombed two offices". People attacked are the claims' victims. */
export function targetsOf(incident: Incident, { source }: Annotations, pack: EventPack): Event['targets'] {
  const { doc } = source;
  const found = new Map<string, Event['targets'][number]>();
  for (const { trigger, to, sentence } of incident.triggers) {
    if (!trigger.isAttack) continue;
    const end = doc.sentence(sentence).to;
    for (let i: TokenIndex = to; i < Math.min(end, to + 14); i++) {
      if (!pack.infrastructure.has(doc.lower(i))) continue;
      const range = nounPhrase(i, to, doc, pack);
      const text = doc.slice(range);
      if (!found.has(text.toLowerCase()))
        found.set(text.toLowerCase(), { text, kind: 'infrastructure', evidence: [source.span(range)] });
    }
  }
  return [...found.values()].slice(0, 8);
}

/** The noun with the nouns, names and adjectives right before it. */
function nounPhrase(
  head: TokenIndex,
  least: TokenIndex,
  doc: Annotations['source']['doc'],
  pack: EventPack,
): TokenRange {
  let from = head;
  while (from > least && from > head - 5) {
    const upos = doc.upos(from - 1);
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ') break;
    if (pack.beforeAttackers.has(doc.lower(from - 1))) break;
    from--;
  }
  return { from, to: head + 1 };
}
