/** Whether a clause says that the harm came about: denials, conditions, plans and fears are told from facts here. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import { childOf, isRelation } from '../../language/tree.ts';
import type { HarmMention } from '../annotations.ts';
import type { HarmPack } from './pack.ts';
import type { Trigger } from './triggers.ts';
import type { VerbGroup } from './voice.ts';

export interface Mood {
  readonly certainty: HarmMention['certainty'];
  /** "did not kill": with "anyone" as object it is nobody; with a figure the figure is denied. */
  readonly negated: boolean;
}

/** How the clause puts the harm; null where it tells of none. */
export function moodOf(
  doc: Doc,
  trigger: Trigger,
  group: VerbGroup,
  from: TokenIndex,
  pack: HarmPack,
): Mood | null {
  const { words } = pack;
  if (isConditional(doc, group.from, from, pack) || isAsked(doc, group.from, from, pack)) return null;
  if (isPrevented(doc, group.from, from, pack)) return null;
  if (group.modal === 'unreal' || isAlmost(doc, trigger, group, pack)) return null;
  if (trigger.verb === null && isOnlyTried(doc, trigger.from, from, pack)) return null;
  if (group.infinitive && !group.perfect && group.voice === 'active' && !isReal(doc, group.from, from, pack))
    return null;
  if (group.infinitive && !group.perfect && group.voice === 'passive' && !isReal(doc, group.from, from, pack))
    return null;
  if (group.modal === 'open') {
    if (!group.perfect) return null;
    return { certainty: 'unconfirmed', negated: group.negated };
  }
  if (!group.finite || group.infinitive) {
    const governor = governorOf(doc, group.from, from, pack);
    if (words.denial.has(governor)) return { certainty: 'denied', negated: false };
    if (words.accusation.has(governor)) return { certainty: 'alleged', negated: false };
    if (words.unrealBefore.has(governor) && (group.voice === 'gerund' || group.infinitive)) return null;
  }
  if (trigger.verb === null || !group.negated) {
    const hedged =
      group.hedge ??
      (trigger.verb === null ? nounHedge(doc, group.from, from, pack) : null) ??
      clauseHedge(doc, trigger.from, pack) ??
      'asserted';
    return { certainty: group.negated ? 'denied' : hedged, negated: group.negated };
  }
  return { certainty: 'denied', negated: true };
}

/** "Prevent judges from being murdered". */
function isPrevented(doc: Doc, groupFrom: TokenIndex, from: TokenIndex, { words }: HarmPack): boolean {
  if (!words.from.has(doc.lower(groupFrom - 1))) return false;
  for (let at = groupFrom - 2; at >= from && at >= groupFrom - MAX_PREVENTED; at--)
    if (words.preventing.has(doc.lower(at))) return true;
  return false;
}

const MAX_PREVENTED = 9;

/** "Does a war kill more people?": a question that opens with its verb tells of nothing. */
function isAsked(doc: Doc, groupFrom: TokenIndex, from: TokenIndex, { words }: HarmPack): boolean {
  const { from: first, to } = doc.sentence(doc.sentenceOf(groupFrom));
  let at = Math.max(first, from);
  while (at < groupFrom && /^(?:PUNCT|SYM)$/.test(doc.upos(at))) at++;
  if (!words.asking.has(doc.lower(at)) || at >= groupFrom) return false;
  for (let end = to - 1; end >= groupFrom && end >= to - 3; end--) if (doc.form(end) === '?') return true;
  return false;
}

/** "Almost died", "was nearly killed"; "nearly 40 people died" has its adverb elsewhere. */
function isAlmost(doc: Doc, { from }: Trigger, group: VerbGroup, { words }: HarmPack): boolean {
  for (let at = group.from; at < from; at++) if (words.almost.has(doc.lower(at))) return true;
  return words.almost.has(doc.lower(group.from - 1));
}

/** "The attempted second-degree murder of": a noun of harm under an adjective that says it did not come about. */
function isOnlyTried(doc: Doc, noun: TokenIndex, from: TokenIndex, { words }: HarmPack): boolean {
  for (let at = noun - 1; at >= from && at >= noun - MAX_TRIED; at--) {
    // "It would be a double murder" if she died.
    if (words.tried.has(doc.lower(at)) || words.unrealModals.has(doc.lower(at))) return true;
    if (doc.upos(at) === 'VERB' || doc.upos(at) === 'ADP') return false;
  }
  return false;
}

const MAX_TRIED = 5;

/** "managed to kill", "the third to die": infinitives that did happen. */
function isReal(doc: Doc, groupFrom: TokenIndex, from: TokenIndex, { words }: HarmPack): boolean {
  for (let at = groupFrom - 1; at >= from && at >= groupFrom - 2; at--)
    if (words.realBeforeTo.has(doc.lower(at))) return true;
  return false;
}

/** The word that a gerund or infinitive hangs on, in lower case: "threatened" of "threatened to kill"; '' where it is none of the lists. */
function governorOf(doc: Doc, groupFrom: TokenIndex, from: TokenIndex, { words }: HarmPack): string {
  // "Accused the army of killing": past the object.
  const reach = words.of.has(doc.lower(groupFrom - 1)) ? MAX_ACCUSED : 3;
  for (let at = groupFrom - 1; at >= from && at >= groupFrom - reach; at--) {
    const lower = doc.lower(at);
    if (words.accusation.has(lower)) return lower;
    if (at < groupFrom - 3) continue;
    if (words.denial.has(lower) || words.unrealBefore.has(lower)) return lower;
    if (reach === 3 && !words.to.has(lower) && doc.upos(at) !== 'ADV' && doc.upos(at) !== 'ADP') return '';
  }
  return '';
}

const MAX_ACCUSED = 10;

/** "Rumours of 20 deaths", "fears of casualties": what the noun before makes of it. */
function nounHedge(
  doc: Doc,
  groupFrom: TokenIndex,
  from: TokenIndex,
  { words }: HarmPack,
): Mood['certainty'] | null {
  for (let at = groupFrom - 1; at >= from && at >= groupFrom - MAX_HEDGED; at--) {
    const hedge = words.nounHedges.get(doc.lower(at));
    if (hedge !== undefined) return hedge;
    if (words.confirming.has(doc.lower(at))) return isNotDone(doc, at, from, words) ? 'unconfirmed' : null;
    if (doc.upos(at) === 'VERB' || doc.upos(at) === 'AUX' || doc.upos(at) === 'PUNCT') return null;
  }
  return null;
}

const MAX_HEDGED = 5;

/** "Rumours that 20 people had died spread": what the noun makes of the clause that says what it is of. */
function clauseHedge(doc: Doc, verb: TokenIndex, { words }: HarmPack): Mood['certainty'] | null {
  const { from } = doc.sentence(doc.sentenceOf(verb));
  let isNear = false;
  for (let at = verb - 1; at >= from && !isNear; at--) isNear = words.nounHedges.has(doc.lower(at));
  if (!isNear) return null;
  let clause = verb;
  while (isRelation(doc, clause, 'conj')) clause = doc.head(clause);
  // "the claim that killed the deal" has no conjunction
  if (!isRelation(doc, clause, 'acl', 'ccomp') || childOf(doc, clause, 'mark') === null) return null;
  const noun = doc.head(clause);
  return noun < verb ? (words.nounHedges.get(doc.lower(noun)) ?? null) : null;
}

/** "Could not confirm", "was unable to confirm". */
function isNotDone(
  doc: Doc,
  verb: TokenIndex,
  from: TokenIndex,
  { not, unable }: HarmPack['words'],
): boolean {
  for (let at = verb - 1; at >= from && at >= verb - 3; at--)
    if (not.has(doc.lower(at)) || unable.has(doc.lower(at))) return true;
  return false;
}

/** Whether "if" or the like opens the clause. Stops at marks that end one. */
function isConditional(doc: Doc, groupFrom: TokenIndex, from: TokenIndex, { words }: HarmPack): boolean {
  for (let at = groupFrom - 1; at >= from && at >= groupFrom - 20; at--) {
    const lower = doc.lower(at);
    if (words.conditions.has(lower)) return !words.notConditionAfter.has(doc.lower(at - 1));
    if (/^[,;:.–—]$/.test(lower)) return false;
  }
  return false;
}
