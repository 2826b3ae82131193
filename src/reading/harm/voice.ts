/**
 * The verb group that a trigger stands in: how far left its auxiliaries reach, whether it is active or passive, and
 * what they say of whether the harm came about ("may have been", "did not", "to"). Auxiliaries are closed classes, so
 * this holds in headlines and capitals too; the tags decide only for a bare "killed".
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { HarmMention } from '../annotations.ts';
import type { HarmPack } from './pack.ts';
import type { Trigger } from './triggers.ts';

export type Voice = 'active' | 'passive' | 'participle' | 'gerund' | 'noun';

export interface VerbGroup {
  /** The first auxiliary, or the trigger itself. */
  readonly from: TokenIndex;
  readonly voice: Voice;
  readonly negated: boolean;
  readonly infinitive: boolean;
  readonly perfect: boolean;
  readonly modal: 'unreal' | 'open' | null;
  /** "feared", "reported" and the like inside the group. */
  readonly hedge: HarmMention['certainty'] | null;
  /** Whether an auxiliary, or the word itself, makes it a verb beyond doubt. */
  readonly finite: boolean;
}

/** Reads the group of the trigger; `isTrigger` tells where another one is joined to it ("shot and killed"). */
export function verbGroup(
  doc: Doc,
  trigger: Trigger,
  from: TokenIndex,
  pack: HarmPack,
  isTrigger: (token: TokenIndex) => boolean,
): VerbGroup {
  const { words } = pack;
  let start = trigger.from;
  let be = false;
  let have = false;
  let doing = false;
  let infinitive = false;
  let negated = false;
  let modal: VerbGroup['modal'] = null;
  let hedge: VerbGroup['hedge'] = null;
  for (let at = trigger.from - 1; at >= from; at--) {
    const lower = doc.lower(at);
    if (words.be.has(lower) || words.get.has(lower)) be = true;
    else if (words.have.has(lower)) have = true;
    else if (words.do.has(lower)) doing = true;
    else if (
      words.to.has(lower) &&
      !infinitive &&
      (be || have || trigger.verb?.base === true || trigger.verb === null)
    )
      infinitive = true;
    else if (words.not.has(lower)) negated = true;
    else if (words.unrealModals.has(lower)) modal = 'unreal';
    else if (words.openModals.has(lower)) modal = 'open';
    else if (words.hedges.has(lower)) {
      // "feared dead", "are believed to have been killed"; never "police reported killed" without its "be".
      hedge = words.hedges.get(lower)!;
      if (infinitive && !hasBeBefore(doc, at, from, pack)) break;
      infinitive = false;
    } else if (
      !words.fillers.has(lower) &&
      doc.upos(at) !== 'ADV' &&
      !(isJoiner(doc, at, pack) && isTrigger(at - 1)) &&
      !(isTrigger(at) && at + 1 < trigger.from && isJoiner(doc, at + 1, pack))
    ) {
      break;
    } else continue;
    start = at;
  }
  const group = { from: start, negated, infinitive, perfect: have, modal, hedge };
  if (trigger.verb === null) return { ...group, voice: be ? 'passive' : 'participle', finite: be || have };
  const { participle, ing, base, s } = trigger.verb;
  if (ing) {
    if (be) return { ...group, voice: have && !participle ? 'active' : 'active', finite: true };
    return { ...group, voice: 'gerund', finite: false };
  }
  if (be && participle) return { ...group, voice: 'passive', finite: !infinitive };
  if (have && participle) return { ...group, voice: 'active', finite: true };
  if (modal !== null || doing || infinitive) return { ...group, voice: 'active', finite: true };
  const xpos = doc.xpos(trigger.from);
  const upos = doc.upos(trigger.from);
  if ((base || s) && upos === 'NOUN') return { ...group, voice: 'noun', finite: false };
  // "Six people found shot to death": after such a word it is a participle, whatever the tagger says.
  if (participle && (xpos === 'VBN' || upos === 'ADJ' || (hedge !== null && start === trigger.from - 1)))
    return { ...group, voice: 'participle', finite: false };
  return { ...group, voice: 'active', finite: true };
}

function isJoiner(doc: Doc, at: TokenIndex, { words }: HarmPack): boolean {
  const lower = doc.lower(at);
  return words.or.has(lower) || words.and.has(lower) || lower === ',';
}

function hasBeBefore(doc: Doc, at: TokenIndex, from: TokenIndex, { words }: HarmPack): boolean {
  for (let i = at - 1; i >= from && i >= at - 4; i--) {
    if (words.be.has(doc.lower(i))) return true;
    if (doc.upos(i) !== 'ADV' && !words.fillers.has(doc.lower(i)) && !words.have.has(doc.lower(i)))
      return false;
  }
  return false;
}
