/** How the people of two mentions relate: the same, some of the others, other people, or nobody knows. */
import { isNumbered } from '../../model/count.ts';
import type { Claim } from '../../model/reading.ts';
import { compareVictims, type VictimRelation } from '../../model/victims.ts';
import { type Cast, isBeside, isUnder } from './cast.ts';
import type { Draft } from './draft.ts';
import { isCompatible, isSpecific } from './group.ts';

/** A mention with the people it tells of. */
export interface Told {
  readonly draft: Draft;
  readonly cast: Cast;
  readonly claim: Claim;
}

export function relationOf(
  { draft: a, cast: castA, claim: claimA }: Told,
  { draft: b, cast: castB, claim: claimB }: Told,
  compare: typeof compareVictims = compareVictims,
): VictimRelation {
  if (castA === castB) return 'same';
  if (isUnder(castB, castA)) return 'contains';
  if (isUnder(castA, castB)) return 'within';
  if (castA.isApart || castB.isApart) return 'apart';
  if (!isCompatible(castA.group, castB.group)) return 'apart';
  if (castA.group.isOne && castB.group.isOne) return 'apart';
  if (castA.group.isOne || castB.group.isOne) {
    const [one, several] = castA.group.isOne ? [castA, castB] : [castB, castA];
    if (isNumbered(several.group.count)) return 'apart';
    // "People were killed" beside "a guard was killed": he may be one of them.
    if (isSpecific(several.group)) return 'unclear';
    return one === castA ? 'within' : 'contains';
  }
  // "Three others": others than those that the same voice has told of.
  const isAnother = castA.group.introduction === 'another' || castB.group.introduction === 'another';
  if (isAnother && a.origin === b.origin) return 'apart';
  if (isBeside(a, castB) || isBeside(b, castA)) return 'apart';
  const areNounsApart =
    castA.group.noun !== null && castB.group.noun !== null && castA.group.noun !== castB.group.noun;
  if (areNounsApart && a.sentence === b.sentence && a.origin === b.origin) return 'apart';
  const among = amongOf(a, b, castA, castB);
  if (among) return among;
  const relation = compare(claimA, claimB);
  return relation === 'same' && areNounsApart ? 'unclear' : relation;
}

/** "Four bystanders were killed", by another source than the one that has nine civilians: they are among the nine. */
function amongOf(a: Draft, b: Draft, castA: Cast, castB: Cast): VictimRelation | null {
  if (a.origin === b.origin || (castA.group.noun === null) === (castB.group.noun === null)) return null;
  const [told, general] = castA.group.noun === null ? [castB, castA] : [castA, castB];
  const { max } = told.group.count;
  const fits = isNumbered(told.group.count) && isNumbered(general.group.count) && max !== null;
  if (!fits || max >= general.group.count.min) return null;
  return told === castA ? 'within' : 'contains';
}
