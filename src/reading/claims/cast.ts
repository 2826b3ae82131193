/** The people that one or more mentions tell of, and what can be asked of them alone. */
import { isNumbered } from '../../model/count.ts';
import type { Harm } from '../../model/reading.ts';
import type { Draft } from './draft.ts';
import { type Group, isSpecific, mergeGroups } from './group.ts';

/** People told of in one or more mentions, whatever befell them. */
export interface Cast {
  group: Group;
  /** The mentions of each harm, in order. */
  readonly mentions: Map<Harm, Draft[]>;
  whole: Cast | null;
  parts: Cast[];
  last: number;
  /** Newer and older figures of one harm, where the report says that one replaces the other. */
  updates: [newer: Draft, older: Draft][];
  /** Found to be others than everybody told of beside them, but for their parts and their whole. */
  isApart: boolean;
}

export function topsOf(casts: readonly Cast[], harm: Harm): Cast[] {
  return casts.filter((cast) => !cast.whole && cast.mentions.has(harm));
}

/** The latest told of first. */
export function latestFirst(casts: readonly Cast[]): Cast[] {
  return [...casts].sort((a, b) => b.last - a.last);
}

/** The mention of a harm that the others repeat: the newest figure, else the body's first figure, else its first word. */
export function leadOf(cast: Cast, harm: Harm): Draft | undefined {
  const newest = cast.updates.findLast(([newer]) => newer.mention.harm === harm)?.[0];
  if (newest) return newest;
  const all = cast.mentions.get(harm) ?? [];
  // "A boy may have been shot … the boy was shot in the leg": the firm word is repeated, not the doubtful one.
  const firm = all.filter(({ stance }) => !DOUBTFUL.has(stance));
  const drafts = firm.length > 0 ? firm : all;
  const body = drafts.filter(({ isTitle }) => !isTitle);
  const isFigure = ({ group }: Draft): boolean => isNumbered(group.count);
  return body.find(isFigure) ?? drafts.find(isFigure) ?? body[0] ?? drafts[0];
}

const DOUBTFUL: ReadonlySet<Draft['stance']> = new Set(['unconfirmed', 'rumoured']);

export function attach(part: Cast, whole: Cast): void {
  if (part.whole || part === whole || isUnder(whole, part)) return;
  part.whole = whole;
  whole.parts.push(part);
}

/** Makes a group a part of nobody. */
export function detach(part: Cast): void {
  if (!part.whole) return;
  part.whole.parts = part.whole.parts.filter((other) => other !== part);
  part.whole = null;
}

/** One picture of the same people from two mentions, with the first figure for them. */
export function mergeFigures(a: Group, b: Group): Group {
  const merged = mergeGroups(a, b);
  return isNumbered(b.count) && !isNumbered(a.count) ? { ...merged, count: b.count } : merged;
}

export function isHitCast(cast: Cast): boolean {
  return cast.mentions.get('injured')?.some((draft) => draft.isHit) ?? false;
}

/** Told of by the title alone, so far. */
export function isTitleOnly({ mentions }: Cast): boolean {
  return [...mentions.values()].every((drafts) => drafts.every(({ isTitle }) => isTitle));
}

/** New people in the very sentence that tells of these by another verb: "a man died and a man was hurt". */
export function isTwin({ group, mention, sentence }: Draft, cast: Cast): boolean {
  if (group.introduction !== 'new') return false;
  const peers = cast.mentions.get(mention.harm) ?? [];
  return peers.some(
    (peer) => peer.sentence === sentence && peer.mention.trigger.from !== mention.trigger.from,
  );
}

/** Side by side under one verb: "killed five officers and two civilians". */
export function isBeside({ mention }: Draft, cast: Cast): boolean {
  return (cast.mentions.get(mention.harm) ?? []).some(
    (peer) =>
      peer.mention.trigger.from === mention.trigger.from &&
      peer.mention.people?.head !== mention.people?.head,
  );
}

export function isUnder(part: Cast, whole: Cast): boolean {
  for (let at = part.whole, steps = 0; at && steps < 8; at = at.whole, steps++) if (at === whole) return true;
  return false;
}

/** How many of a whole are not yet told apart. */
export function remaining(whole: Cast): number {
  const { count } = whole.group;
  if (!isNumbered(count) || count.max === null) return Number.POSITIVE_INFINITY;
  return count.max - whole.parts.reduce((sum, part) => sum + part.group.count.min, 0);
}

/** "At least six civilians": a figure for everybody, as far as its source knew. */
export function isOpenWhole(group: Group): boolean {
  return isNumbered(group.count) && group.count.max === null && group.count.min > 1 && !isNarrow(group);
}

export function isExact({ kind }: Group['count']): boolean {
  return kind === 'exact';
}

export function mostOf({ count }: Group): number {
  return isNumbered(count) ? (count.max ?? count.min) : count.min;
}

/** Told of as of one age, sex or side in the attack, or by name: a part of any whole. */
export function isNarrow(group: Group): boolean {
  return group.sex !== null || group.isChild !== null || group.isAttacker || group.names.length > 0;
}

/** Whether `group` is told more of than `other`, so that it may be only some of them. */
export function isNarrower(group: Group, other: Group): boolean {
  return isSpecific(group) && !isSpecific(other);
}
