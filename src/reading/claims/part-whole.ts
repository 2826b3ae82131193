/**
 * Which people are some of which others: a part told after its whole, a whole told after its parts, and figures that
 * make up one another.
 */
import { isNumbered } from '../../model/count.ts';
import type { Harm } from '../../model/reading.ts';
import {
  attach,
  type Cast,
  isBeside,
  isExact,
  isHitCast,
  isNarrow,
  isOpenWhole,
  isUnder,
  latestFirst,
  mostOf,
  remaining,
  topsOf,
} from './cast.ts';
import type { Draft } from './draft.ts';
import { isCompatible, isSpecific } from './group.ts';

/** A whole told after its parts: "In all, three people died." */
export function gatherParts(casts: readonly Cast[], draft: Draft, cast: Cast): void {
  const { group, mention } = draft;
  if (!isNumbered(group.count) || (group.introduction === 'another' && !draft.isInAll)) return;
  const tops = casts.filter(
    (other) =>
      other !== cast &&
      !other.whole &&
      !isBeside(draft, other) &&
      isCompatible(other.group, group) &&
      (mostOf(other.group) < mostOf(group) || (other.group.isOne && mostOf(other.group) === mostOf(group))) &&
      ((isTotalOver(draft, other) && !isOpenWhole(other.group)) || canBePart(draft, other)) &&
      (other.mentions.has(mention.harm) || (draft.isHit && other.mentions.has('killed'))),
  );
  const total = tops.reduce((sum, other) => sum + other.group.count.min, 0);
  if (tops.length === 0 || total > group.count.min) return;
  for (const part of tops) attach(part, cast);
}

/** A running total is over everybody; "in all" over those whom the same voice has told of: another's figure is a rival. */
function isTotalOver({ mention, isInAll, origin }: Draft, { mentions }: Cast): boolean {
  if (mention.total) return true;
  return isInAll && [...mentions.values()].some((drafts) => drafts.some((peer) => peer.origin === origin));
}

/** "Ivo was shot in the head, Rade in the neck. Both died": those last told of as hit, where they are as many. */
export function gatherHit(casts: readonly Cast[], { group, mention }: Draft, dead: Cast): void {
  const isKnown = group.introduction === 'definite' || group.introduction === 'pronoun';
  if (mention.harm !== 'killed' || !isKnown || !isExact(group.count) || group.count.min < 2) return;
  const hit = latestFirst(casts)
    .filter((cast) => cast !== dead && cast.group.isOne && cast.mentions.has('injured'))
    .slice(0, group.count.min);
  const isFree = (cast: Cast): boolean =>
    isHitCast(cast) && !cast.whole && !cast.mentions.has('killed') && isCompatible(cast.group, group);
  if (hit.length < group.count.min || !hit.every(isFree)) return;
  for (const cast of hit) attach(cast, dead);
}

/** One person, children, those "of them", or what the same voice told apart; another source's "at least 14" is no part. */
function canBePart({ origin, mention }: Draft, { group, mentions }: Cast): boolean {
  if (group.isOne || isNarrow(group) || group.introduction === 'definite') return true;
  const peers = mentions.get(mention.harm) ?? [];
  if (peers.length > 0 && peers.every((peer) => peer.isPartial)) return true;
  return isSpecific(group) && group.count.max !== null && peers.some((peer) => peer.origin === origin);
}

/** A part told after its whole: "12 people were killed. Three of the dead were children." */
export function fileUnderWhole(casts: readonly Cast[], draft: Draft, cast: Cast): void {
  const { group } = draft;
  // "Villagers were killed" is no part of anybody's 32; "children were killed" is.
  if (!isNumbered(group.count) && !group.isOne && !isNarrow(group) && group.noun === null) return;
  const wholes = casts.filter(
    (other) =>
      other !== cast &&
      !other.group.isOne &&
      !isBeside(draft, other) &&
      !isUnder(other, cast) &&
      isCompatible(other.group, group) &&
      canHold(casts, other, draft),
  );
  const fitting = wholes.filter((whole) => remaining(whole) >= group.count.min);
  const whole = fitting.find((other) => other.mentions.has(draft.mention.harm)) ?? fitting[0];
  if (whole) attach(cast, whole);
}

export function canHold(casts: readonly Cast[], whole: Cast, draft: Draft): boolean {
  const { group, mention, origin } = draft;
  const most =
    isNumbered(whole.group.count) || isSpecific(group)
      ? (whole.group.count.max ?? Number.POSITIVE_INFINITY)
      : 0;
  if (most <= group.count.min || mostOf(group) > most) return false;
  // "At least six", and a source that says seven: another figure for all of them.
  const isOpen = isNumbered(whole.group.count) && whole.group.count.max === null;
  if (isOpen && !isSpecific(group) && isExact(group.count) && group.count.min > whole.group.count.min)
    return false;
  // "A man stabbed four people before police shot him": "him" is none of the four.
  const isNear = [...whole.mentions.values()].flat().some(({ sentence }) => sentence === draft.sentence);
  if (group.isOne && group.introduction === 'pronoun' && isNear) return false;
  if (group.introduction === 'another' && !group.isOne)
    return hasSibling(draft, whole) || isRest(draft, whole);
  if (whole.group.introduction === 'another' && !isOtherHarm(casts, whole)) return false;
  const peers = whole.mentions.get(mention.harm);
  // Two sources' figures for "civilians" and "family members" are two counts of the same dead; their children are a part.
  const isOwn = peers?.some((peer) => peer.origin === origin || peer.isTitle);
  if (peers)
    return (
      group.isOne || draft.isPartial || isNarrow(group) || group.introduction === 'definite' || isOwn === true
    );
  if (mention.harm === 'killed') return isHitCast(whole) || (whole.mentions.has('injured') && draft.isOfHurt);
  // "The victims were hit in the chest", of the dead; "a man and his wife were hit" may be of others.
  const isKnown = group.introduction === 'definite' || group.introduction === 'pronoun';
  return mention.harm === 'injured' && draft.isHit && isKnown && whole.mentions.has('killed');
}

/** "13 of the family were killed, and another four": both are parts of the 18 told of before; so are a dead man and the others hurt. */
function hasSibling({ mention, origin }: Draft, whole: Cast): boolean {
  return whole.parts.some((part) => part.mentions.get(mention.harm)?.some((peer) => peer.origin === origin));
}

/**
 * "Five were shot, one of them dead; four others are in hospital", "the strike killed 14; the father died with 13
 * others": what is left of a whole when others are told apart, or the rest that another voice tells of its 14.
 */
function isRest({ group, mention, origin, sentence }: Draft, whole: Cast): boolean {
  if (!isNumbered(whole.group.count) || !isNumbered(group.count)) return false;
  if (whole.group.introduction === 'another' || group.count.min >= whole.group.count.min) return false;
  const drafts = [...whole.mentions.values()].flat();
  if (drafts.some((draft) => draft.sentence === sentence)) return false;
  if (remaining(whole) === group.count.min) return whole.parts.length > 0;
  const isSameHarm = whole.mentions.has(mention.harm) || (mention.harm === 'killed' && isHitCast(whole));
  return isSameHarm && drafts.every((draft) => draft.origin !== origin) && remaining(whole) > group.count.min;
}

/** Another source's lower figure is no rest of the whole. */
function isOfOneVoice(a: Cast, b: Cast): boolean {
  const origins = new Set([...b.mentions.values()].flat().map(({ origin }) => origin));
  return [...a.mentions.values()].some((drafts) => drafts.some(({ origin }) => origins.has(origin)));
}

/** Side by side in one sentence, be it the title: "a mother and two teens". */
function isToldWith(a: Cast, b: Cast): boolean {
  const sentences = new Set([...b.mentions.values()].flat().map(({ sentence }) => sentence));
  return [...a.mentions.values()].some((drafts) => drafts.some(({ sentence }) => sentences.has(sentence)));
}

/** "Killed two and wounded three others": others than the dead, not than the hurt; so are the first hurt that are told of. */
function isOtherHarm(casts: readonly Cast[], whole: Cast): boolean {
  const before = casts.slice(0, casts.indexOf(whole));
  if (!before.some((cast) => [...whole.mentions.keys()].some((harm) => cast.mentions.has(harm)))) return true;
  const sentences = new Set([...whole.mentions.values()].flat().map(({ sentence }) => sentence));
  return casts.some(
    (cast) =>
      cast !== whole &&
      [...cast.mentions].some(
        ([harm, drafts]) =>
          !whole.mentions.has(harm) && drafts.some(({ sentence }) => sentences.has(sentence)),
      ),
  );
}

/** "Two dead after five shot … three others are in hospital": where the dead and the hurt make up those hit, they are they. */
export function reckon(casts: readonly Cast[]): void {
  for (const hit of topsOf(casts, 'injured')) {
    const { count } = hit.group;
    if (!isHitCast(hit) || hit.mentions.has('killed') || count.kind !== 'exact') continue;
    const dead = topsOf(casts, 'killed').filter((cast) => isExact(cast.group.count));
    const killed = dead.reduce((sum, cast) => sum + cast.group.count.min, 0);
    const hurt = topsOf(casts, 'injured').find(
      (cast) => cast !== hit && isExact(cast.group.count) && killed + cast.group.count.min === remaining(hit),
    );
    if (killed === 0 || !hurt) continue;
    for (const cast of [...dead, hurt]) attach(cast, hit);
  }
  for (const harm of ['killed', 'injured'] as const) reckonRest(topsOf(casts, harm), harm);
}

/** "Six were shot … four in the legs. One man was hit in the arm, another in the hand": what is left of the six. */
function reckonRest(tops: readonly Cast[], harm: Harm): void {
  for (const whole of tops) {
    if (whole.whole || whole.group.count.kind !== 'exact' || whole.group.introduction === 'another') continue;
    const isPeer = (part: Cast): boolean => part.mentions.has(harm);
    const rest = tops.find(
      (cast) =>
        cast !== whole &&
        !cast.whole &&
        cast.group.count.kind === 'exact' &&
        cast.group.count.min === remaining(whole) &&
        (harm === 'killed' || !cast.mentions.has('killed')) &&
        isCompatible(cast.group, whole.group) &&
        !isToldWith(cast, whole) &&
        isOfOneVoice(cast, whole),
    );
    if (rest && whole.parts.some(isPeer)) attach(rest, whole);
  }
}
