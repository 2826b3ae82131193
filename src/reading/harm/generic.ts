/**
 * Harm told as a habit and not as an incident: "the murders of union members", "they continue killing peasants". Whoever
 * is told of so, without a number or a determiner, came to harm in more than one incident, and is counted in none.
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { PeopleMention } from '../annotations.ts';
import type { HarmPack } from './pack.ts';
import type { Trigger } from './triggers.ts';
import type { VerbGroup } from './voice.ts';

/** How far before the word of harm what makes a habit of it may stand. */
const REACH = 3;

/** Whether a clause of harm to these people tells of a habit. */
export function isGeneric(
  doc: Doc,
  trigger: Trigger,
  group: VerbGroup,
  people: PeopleMention | null,
  { words }: HarmPack,
): boolean {
  if (people === null || !isUnstatedPlural(people)) return false;
  // "People are being killed", "they are murdered": what goes on is no incident.
  const isGoingOn = group.voice === 'passive' && group.hedge === null && !group.perfect;
  if (isGoingOn && isPresent(doc, group, words)) return true;
  if (!isBare(doc, people)) return false;
  if (trigger.verb === null) return doc.xpos(trigger.to - 1) === 'NNS' || isMass(doc, trigger, people.from);
  for (let at = group.from - 1; at >= Math.max(0, group.from - REACH); at--) {
    if (words.ongoing.has(doc.lower(at))) return true;
    if (doc.upos(at) === 'PUNCT') break;
  }
  // "Children are getting hurt".
  if (group.voice === 'passive' && group.hedge === null && !group.perfect && isPresent(doc, group, words))
    return true;
  return (
    trigger.verb.ing &&
    group.voice === 'active' &&
    group.finite &&
    !group.perfect &&
    isPresent(doc, group, words)
  );
}

function isUnstatedPlural({ count }: PeopleMention): boolean {
  return count.kind === 'unstated' && count.min > 1;
}

function isBare(doc: Doc, { from }: PeopleMention): boolean {
  return /^(NOUN|PROPN|ADJ)$/.test(doc.upos(from));
}

/** "A wave of murder of students": a noun of harm without anything that makes it one deed. */
function isMass(doc: Doc, { from, to }: Trigger, people: TokenIndex): boolean {
  for (let i = to; i < people - 1; i++) if (!/^(?:CCONJ|NOUN)$/.test(doc.upos(i))) return false;
  let at = from - 1;
  while (at >= 0 && /^(?:ADJ|NOUN|CCONJ)$/.test(doc.upos(at))) at--;
  return at >= 0 && /^(?:ADP|VERB|SCONJ)$/.test(doc.upos(at));
}

/** "Are killing", never "were killing". */
function isPresent(doc: Doc, { from }: VerbGroup, words: HarmPack['words']): boolean {
  return words.presentBe.has(doc.lower(from as TokenIndex)) && doc.xpos(from) !== 'VBZ';
}
