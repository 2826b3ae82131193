/**
 * Whether a mention is of people told of before. One person is known again by name, pronoun, age and sex; several by
 * their figure, or where no figure says otherwise.
 */
import { isNumbered } from '../../model/count.ts';
import {
  type Cast,
  isBeside,
  isExact,
  isHitCast,
  isNarrower,
  isTitleOnly,
  isTwin,
  latestFirst,
  remaining,
} from './cast.ts';
import type { Draft } from './draft.ts';
import { type Group, isCompatible, isSpecific, sharesName } from './group.ts';

/** Smaller figures meet by chance. */
const TELLING_FIGURE = 7;

export function homeOfOne(casts: readonly Cast[], draft: Draft): Cast | null {
  const { group, mention } = draft;
  const ones = latestFirst(casts).filter((cast) => cast.group.isOne && canBe(draft, cast));
  if (group.names.length > 0) {
    const namesake = ones.find((cast) => sharesName(cast.group, group));
    if (namesake) return namesake;
  }
  // "One dead, one hurt": the title's one hurt is he of the body's "a man was killed and another hurt".
  const titled = draft.isTitle
    ? undefined
    : ones.find((cast) => isTitleOnly(cast) && cast.mentions.has(mention.harm));
  if (group.introduction === 'another') {
    const isBesideOther = casts.some((cast) => isToldIn(cast, draft.sentence));
    return (isBesideOther ? titled : null) ?? onlyDead(casts, draft);
  }
  if (group.introduction === 'pronoun' || group.introduction === 'definite') {
    // "A man of 21 was hit and taken to a clinic, where he died": he, and not one who died before.
    const near =
      group.introduction === 'pronoun' ? ones.find((cast) => isToldIn(cast, draft.sentence)) : null;
    return near ?? ones.find((cast) => cast.mentions.has(mention.harm)) ?? ones[0] ?? null;
  }
  // "A man was hit in the leg, a man in the arm": side by side, or one after the other under a figure, they are two.
  // "One person died", "1 dead" beside "a man of 21 died" is he.
  const isMore = (cast: Cast): boolean =>
    cast !== titled &&
    cast.whole !== null &&
    remaining(cast.whole) > 0 &&
    isSpecific(group) &&
    isSpecific(cast.group);
  const candidates = ones.filter((cast) =>
    group.names.length > 0
      ? cast.group.names.length === 0 &&
        !(cast.group.introduction === 'pronoun' && cast.group.sex !== group.sex)
      : !isMore(cast) && !isTwin(draft, cast) && !isOneLeft(draft, cast) && !isAmongDead(draft, cast),
  );
  return candidates.find((cast) => cast.mentions.has(mention.harm)) ?? candidates[0] ?? null;
}

function isToldIn({ mentions }: Cast, sentence: number): boolean {
  return [...mentions.values()].some((drafts) => drafts.some((draft) => draft.sentence === sentence));
}

/** "Both died. A woman was shot in the hand": a third. */
function isAmongDead({ mention, group }: Draft, { whole }: Cast): boolean {
  if (mention.harm !== 'injured' || group.introduction !== 'new' || !whole) return false;
  return whole.mentions.has('killed') && !whole.mentions.has('injured');
}

/** "Four were shot, one of them dead. A man was hit in the leg": more likely one of the three. */
function isOneLeft({ mention, group }: Draft, { mentions, whole }: Cast): boolean {
  const isDeadOnly = mention.harm === 'injured' && mentions.has('killed') && !mentions.has('injured');
  return (
    isDeadOnly && group.introduction === 'new' && whole !== null && isHitCast(whole) && remaining(whole) > 0
  );
}

/** "Four were shot, one of them dead … a third man died": the third of those shot, and the one of whom no more is told. */
function onlyDead(casts: readonly Cast[], { mention, sentence }: Draft): Cast | null {
  const dead = casts.filter((cast) => cast.mentions.has('killed'));
  const [only] = dead;
  if (mention.harm !== 'killed' || dead.length !== 1 || !only!.group.isOne || isSpecific(only!.group))
    return null;
  return only!.mentions.get('killed')!.some((peer) => peer.sentence === sentence) ? null : only!;
}

export function homeOfSeveral(casts: readonly Cast[], draft: Draft): Cast | null {
  const { group, mention } = draft;
  const isAnother = group.introduction === 'another';
  // "Three others were hurt", told again, are the same three.
  const several = latestFirst(casts).filter(
    (cast) =>
      !cast.group.isOne &&
      canBe(draft, cast) &&
      (!isAnother || !cast.mentions.get(mention.harm)?.some((peer) => peer.sentence === draft.sentence)),
  );
  const peers = several.filter((cast) => cast.mentions.has(mention.harm));
  if (isNumbered(group.count)) {
    const equal = (cast: Cast) =>
      isNumbered(cast.group.count) &&
      isFigureOf(group, cast.group) &&
      !areNamedApart(group, cast.group) &&
      !isOtherWhole(draft, cast);
    return peers.find(equal) ?? (isAnother ? null : (several.find(equal) ?? null));
  }
  if (group.introduction === 'pronoun' || group.introduction === 'definite')
    return peers[0] ?? several[0] ?? null;
  // "Soldiers were killed" beside "12 people were killed": some of them, not all.
  // "People were killed", by a source who does not say that they were the other source's officers: nobody knows.
  return peers.find((cast) => !isNarrower(group, cast.group) && !isWider(draft, cast)) ?? null;
}

/** "Nine died", by one source, where another told three of its twelve by name and kin: no figure for those three. */
function isOtherWhole({ group, mention, origin }: Draft, cast: Cast): boolean {
  if (group.introduction !== 'new' || isSpecific(group) || !cast.whole || !isSpecific(cast.group))
    return false;
  return !cast.mentions.get(mention.harm)?.some((peer) => peer.origin === origin);
}

/** "Ada Brum and her son Ivo", "Mira Tarn and her son Omar": two and two by other names. */
function areNamedApart(a: Group, b: Group): boolean {
  const areAllNamed = [a, b].every(({ names, count }) => names.length >= Math.max(2, count.min));
  return areAllNamed && !sharesName(a, b);
}

/** The same number, or the upper of "between 30 and 33". */
function isFigureOf({ count }: Group, { count: known }: Group): boolean {
  return count.min === known.min || (known.kind === 'between' && isExact(count) && count.min === known.max);
}

function isWider({ group, mention, origin }: Draft, cast: Cast): boolean {
  const hasSide = (g: Group): boolean => g.affiliation !== null || g.nationality !== null;
  if (hasSide(group) || !hasSide(cast.group) || origin === '') return false;
  return !cast.mentions.get(mention.harm)?.some((peer) => peer.origin === origin);
}

/** Whether the mention can be of these people: nothing told of them conflicts, and nobody is both dead and merely hurt. */
function canBe(draft: Draft, cast: Cast): boolean {
  if (isBeside(draft, cast)) return false;
  if (!isCompatible(draft.group, cast.group) && !isSameFigure(draft.group, cast.group)) return false;
  const { harm } = draft.mention;
  if (cast.mentions.has(harm)) return true;
  const { introduction, isOne } = draft.group;
  const isKnown = introduction !== 'new';
  const canBeHurt =
    draft.isOfHurt || (isOne && (introduction === 'pronoun' || sharesName(draft.group, cast.group)));
  if (harm === 'killed') return isHitCast(cast) || (cast.mentions.has('injured') && canBeHurt);
  // "A boy died … he was wounded while hunting": the same.
  if (harm === 'injured')
    return cast.mentions.has('killed') && (draft.isHit || (isOne && introduction === 'pronoun'));
  if (harm === 'killed or injured') return false;
  return (cast.mentions.has('abducted') || cast.mentions.has('missing')) && isKnown;
}

/** 32 and 32: whatever side a phrase was led back to, one report hardly has the figure twice. */
function isSameFigure(a: Group, b: Group): boolean {
  const isExact = a.count.kind === 'exact' && b.count.kind === 'exact';
  return isExact && a.count.min >= TELLING_FIGURE && a.count.min === b.count.min;
}
