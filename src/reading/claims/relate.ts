/**
 * Which mentions of one incident speak of the same people, which of some of them, and which of others. A report tells
 * of its victims many times: in the title, as a figure, one by one, by name. Mentions are taken in their order; each
 * joins people told of before, becomes a part of them, gathers them into a whole, or brings in new ones.
 * Over-linking loses people and under-linking invents them, so each rule names the sentence that it is for.
 */
import type { TokenIndex } from '../../language/doc.ts';
import { canAgree, isNumbered, isZero } from '../../model/count.ts';
import type { Claim, Harm } from '../../model/reading.ts';
import { compareVictims, type VictimRelation } from '../../model/victims.ts';
import type { Draft, RelationKind } from './draft.ts';
import { type Group, isCompatible, isSpecific, mergeGroups, sharesName } from './group.ts';

/** People told of in one or more mentions, whatever befell them. */
interface Cast {
  group: Group;
  /** The mentions of each harm, the one that others repeat first. */
  readonly mentions: Map<Harm, Draft[]>;
  whole: Cast | null;
  readonly parts: Cast[];
  last: number;
}

/** More groups of people than any single incident is told with; beyond it a report is a list, and lists are not linked. */
const MAX_CASTS = 60;

export class VictimLinks {
  readonly #casts: Cast[] = [];
  readonly #castOf = new Map<Draft, Cast>();
  /** By the token of their noun: one phrase with two verbs ("another man was shot and died") is of one cast. */
  readonly #castAt = new Map<TokenIndex, Cast>();

  /** Adds the next mention of the incident, in order, and writes its relations. */
  add(draft: Draft): void {
    if (isZero(draft.mention.count) || draft.stance === 'denied' || this.#casts.length >= MAX_CASTS) return;
    const { group } = draft;
    if (this.#update(draft)) return;
    const head = draft.mention.people?.head;
    const home =
      (head === undefined ? undefined : this.#castAt.get(head)) ??
      (group.isOne ? this.#homeOfOne(draft) : this.#homeOfSeveral(draft));
    if (home) {
      this.#join(draft, home);
      return;
    }
    const cast = this.#open(draft);
    if (!group.isOne) this.#gather(draft, cast);
    if (!cast.whole) this.#file(draft, cast);
    if (!cast.whole) this.#contradict(draft, cast);
  }

  /** How the people of two drafts relate, where both are linked; null where one of them is not. */
  relation(a: Draft, b: Draft, claimA: Claim, claimB: Claim): VictimRelation | null {
    const castA = this.#castOf.get(a);
    const castB = this.#castOf.get(b);
    if (!castA || !castB) return null;
    if (castA === castB) return 'same';
    if (isUnder(castB, castA)) return 'contains';
    if (isUnder(castA, castB)) return 'within';
    if (castA.group.isOne || castB.group.isOne) return 'apart';
    if (!isCompatible(castA.group, castB.group)) return 'apart';
    if (castA.group.introduction === 'another' || castB.group.introduction === 'another') return 'apart';
    const isSideBySide = a.sentence === b.sentence && a.origin === b.origin;
    if (isSideBySide && castA.group.noun && castB.group.noun && castA.group.noun !== castB.group.noun)
      return 'apart';
    const relation = compareVictims(claimA, claimB);
    const areNounsApart =
      castA.group.noun !== null && castB.group.noun !== null && castA.group.noun !== castB.group.noun;
    return relation === 'same' && areNounsApart ? 'unclear' : relation;
  }

  /** "The toll rose to 27 from 21", "bringing the toll to six": the old figure is the one named, else the last whole. */
  #update(draft: Draft): boolean {
    const { mention, group } = draft;
    if (!mention.previous && !mention.total) return false;
    const peers = this.#tops(mention.harm).filter((cast) => isCompatible(cast.group, group));
    const old = mention.previous
      ? peers.find((cast) => cast.group.count.min === mention.previous!.min)
      : peers.find(
          (cast) => !cast.group.isOne && !isSpecific(cast.group) && cast.group.count.min < group.count.min,
        );
    if (!old) return false;
    const drafts = old.mentions.get(mention.harm)!;
    draft.relations.push({ to: drafts[0]!, kind: 'updates' });
    drafts.unshift(draft);
    old.group = { ...mergeGroups(old.group, group), count: group.count, isOne: false };
    this.#own(draft, old);
    this.#gather(draft, old);
    return true;
  }

  #homeOfOne(draft: Draft): Cast | null {
    const { group } = draft;
    if (group.introduction === 'another') return null;
    const ones = this.#recent().filter((cast) => cast.group.isOne && this.#canBe(draft, cast));
    if (group.names.length > 0) {
      const namesake = ones.find((cast) => sharesName(cast.group, group));
      if (namesake) return namesake;
    }
    if (group.introduction === 'pronoun' || group.introduction === 'definite') {
      return ones.find((cast) => cast.mentions.has(draft.mention.harm)) ?? ones[0] ?? null;
    }
    const unnamed = group.names.length > 0 ? ones.filter((cast) => cast.group.names.length === 0) : ones;
    // "A man was hit in the leg, a man in the arm": side by side, or one after the other under a figure, they are two.
    const candidates = unnamed.filter(
      (cast) =>
        !(cast.whole && remaining(cast.whole) > 0 && group.names.length === 0) && !this.#isTwin(draft, cast),
    );
    return candidates.find((cast) => cast.mentions.has(draft.mention.harm)) ?? candidates[0] ?? null;
  }

  #isTwin(draft: Draft, cast: Cast): boolean {
    if (draft.group.introduction !== 'new') return false;
    const peers = cast.mentions.get(draft.mention.harm) ?? [];
    return peers.some(
      (peer) => peer.sentence === draft.sentence && peer.mention.trigger.from !== draft.mention.trigger.from,
    );
  }

  #homeOfSeveral(draft: Draft): Cast | null {
    const { group, mention } = draft;
    if (group.introduction === 'another') return null;
    const several = this.#recent().filter((cast) => !cast.group.isOne && this.#canBe(draft, cast));
    const peers = several.filter((cast) => cast.mentions.has(mention.harm));
    if (isNumbered(group.count)) {
      const equal = (cast: Cast) => isNumbered(cast.group.count) && cast.group.count.min === group.count.min;
      return peers.find(equal) ?? several.find(equal) ?? null;
    }
    if (group.introduction === 'pronoun' || group.introduction === 'definite')
      return peers[0] ?? several[0] ?? null;
    // "Soldiers were killed" beside "12 people were killed": some of them, not all.
    return peers.find((cast) => !isNarrower(group, cast.group)) ?? null;
  }

  /** Whether the mention can be of these people: nothing told of them conflicts, and nobody is both dead and merely hurt. */
  #canBe(draft: Draft, cast: Cast): boolean {
    if (!isCompatible(draft.group, cast.group)) return false;
    const { harm } = draft.mention;
    if (cast.mentions.has(harm)) return true;
    if (harm === 'killed')
      return isHit(cast) || (cast.mentions.has('injured') && draft.group.introduction !== 'new');
    if (harm === 'injured') return cast.mentions.has('killed') && draft.isHit;
    if (harm === 'killed or injured') return false;
    return (
      (cast.mentions.has('abducted') || cast.mentions.has('missing')) && draft.group.introduction !== 'new'
    );
  }

  #join(draft: Draft, cast: Cast): void {
    const { harm } = draft.mention;
    const peers = cast.mentions.get(harm);
    if (peers) {
      const peer = peers.find((other) => other.origin === draft.origin) ?? peers[0]!;
      this.#say(draft, peer);
      // What is said later with more about it, in the body, stands for the title.
      if (peer === peers[0] && peer.isTitle && !draft.isTitle) peers.unshift(draft);
      else peers.push(draft);
    } else {
      cast.mentions.set(harm, [draft]);
      this.#relateHarms(cast);
      if (cast.whole) this.#tie(draft, cast.whole);
    }
    if (isNumbered(draft.group.count) && !isNumbered(cast.group.count))
      cast.group = { ...cast.group, count: draft.group.count };
    cast.group = mergeGroups(cast.group, draft.group);
    cast.last = draft.mention.trigger.from;
    this.#own(draft, cast);
  }

  #own(draft: Draft, cast: Cast): void {
    this.#castOf.set(draft, cast);
    if (draft.mention.people) this.#castAt.set(draft.mention.people.head, cast);
  }

  /** The report repeats itself and what it has put into a source's mouth; two sources confirm each other. */
  #say(draft: Draft, peer: Draft): void {
    if (peer.isTitle && !draft.isTitle) {
      if (!peer.relations.some(({ kind }) => kind === 'repeats'))
        peer.relations.push({ to: draft, kind: 'repeats' });
      return;
    }
    const isOneVoice = draft.origin === peer.origin || draft.origin === '' || peer.origin === '';
    // The report's own bare words before a source's figure are no figure of their own either.
    if (
      isOneVoice &&
      isNumbered(draft.group.count) &&
      !isNumbered(peer.group.count) &&
      !peer.relations.length &&
      !draft.group.isOne
    ) {
      peer.relations.push({ to: draft, kind: 'repeats' });
      return;
    }
    draft.relations.push({ to: peer, kind: isOneVoice ? 'repeats' : 'confirms' });
  }

  #open(draft: Draft): Cast {
    const cast: Cast = {
      group: draft.group,
      mentions: new Map([[draft.mention.harm, [draft]]]),
      whole: null,
      parts: [],
      last: draft.mention.trigger.from,
    };
    this.#casts.push(cast);
    this.#own(draft, cast);
    return cast;
  }

  /** The dead among the shot leave them, by rule 9; so do those who died of their wounds, by rule 8. */
  #relateHarms(cast: Cast): void {
    const killed = cast.mentions.get('killed')?.[0];
    const hurt = cast.mentions.get('injured')?.[0];
    if (!killed || !hurt) return;
    const kind: RelationKind = hurt.isHit ? 'part of' : 'updates';
    if (!killed.relations.some(({ to }) => to === hurt)) killed.relations.push({ to: hurt, kind });
  }

  /** A whole told after its parts: "In all, three people died." */
  #gather(draft: Draft, cast: Cast): void {
    const { group, mention } = draft;
    if (!isNumbered(group.count) || group.introduction === 'another') return;
    const tops = this.#casts.filter(
      (other) =>
        other !== cast &&
        !other.whole &&
        isCompatible(other.group, group) &&
        (other.group.isOne || isSpecific(other.group) || mention.total) &&
        (other.mentions.has(mention.harm) || (draft.isHit && other.mentions.has('killed'))),
    );
    const total = tops.reduce((sum, other) => sum + other.group.count.min, 0);
    if (tops.length === 0 || total > group.count.min) return;
    for (const part of tops) this.#attach(part, cast);
  }

  /** A part told after its whole: "12 people were killed. Three of the dead were children." */
  #file(draft: Draft, cast: Cast): void {
    const { group } = draft;
    const wholes = this.#casts.filter(
      (other) =>
        other !== cast &&
        !other.group.isOne &&
        !isUnder(other, cast) &&
        isCompatible(other.group, group) &&
        this.#canHold(other, draft),
    );
    const fitting = wholes.filter((whole) => remaining(whole) >= group.count.min);
    const whole = fitting.find((other) => other.mentions.has(draft.mention.harm)) ?? fitting[0];
    if (whole) this.#attach(cast, whole);
  }

  #canHold(whole: Cast, draft: Draft): boolean {
    const { group, mention, origin } = draft;
    const isLarger =
      whole.group.count.min > group.count.min || (!isNumbered(whole.group.count) && isSpecific(group));
    if (!isLarger) return false;
    if (group.introduction === 'another' && !group.isOne) return false;
    const peer = whole.mentions.get(mention.harm)?.[0];
    if (peer)
      return group.isOne || isSpecific(group) || group.introduction === 'definite' || peer.origin === origin;
    if (mention.harm === 'killed')
      return isHit(whole) || (whole.mentions.has('injured') && group.introduction === 'definite');
    return mention.harm === 'injured' && draft.isHit && whole.mentions.has('killed');
  }

  #attach(part: Cast, whole: Cast): void {
    if (part.whole || part === whole || isUnder(whole, part)) return;
    part.whole = whole;
    whole.parts.push(part);
    for (const drafts of part.mentions.values()) this.#tie(drafts[0]!, whole);
  }

  /** Two sources on the same people whose figures can't both be. */
  #contradict(draft: Draft, cast: Cast): void {
    const { group, mention, origin } = draft;
    if (group.isOne || !isNumbered(group.count) || group.introduction === 'another') return;
    for (const other of this.#tops(mention.harm)) {
      const peer = other.mentions.get(mention.harm)![0]!;
      if (other === cast || other.group.isOne || isUnder(other, cast) || peer.origin === origin) continue;
      const isSame =
        isNumbered(other.group.count) && other.group.noun === group.noun && isCompatible(other.group, group);
      if (isSame && !canAgree(other.group.count, group.count))
        draft.relations.push({ to: peer, kind: 'contradicts' });
    }
  }

  /** Writes that the draft's people are among the whole's. */
  #tie(draft: Draft, whole: Cast): void {
    const { harm } = draft.mention;
    const same = whole.mentions.get(harm)?.[0];
    if (same) {
      if (same !== draft) draft.relations.push({ to: same, kind: 'part of' });
      return;
    }
    const hurt = whole.mentions.get('injured')?.[0];
    if (harm === 'killed' && hurt)
      draft.relations.push({ to: hurt, kind: hurt.isHit ? 'part of' : 'updates' });
    const killed = whole.mentions.get('killed')?.[0];
    if (harm === 'injured' && killed && draft.isHit) killed.relations.push({ to: draft, kind: 'part of' });
  }

  #tops(harm: Harm): Cast[] {
    return this.#casts.filter((cast) => !cast.whole && cast.mentions.has(harm));
  }

  /** The latest told of first. */
  #recent(): Cast[] {
    return [...this.#casts].sort((a, b) => b.last - a.last);
  }
}

function isHit(cast: Cast): boolean {
  return cast.mentions.get('injured')?.some((draft) => draft.isHit) ?? false;
}

function isUnder(part: Cast, whole: Cast): boolean {
  for (let at = part.whole, steps = 0; at && steps < 8; at = at.whole, steps++) if (at === whole) return true;
  return false;
}

/** How many of a whole are not yet told apart. */
function remaining(whole: Cast): number {
  const { count } = whole.group;
  if (!isNumbered(count) || count.max === null) return Number.POSITIVE_INFINITY;
  return count.max - whole.parts.reduce((sum, part) => sum + part.group.count.min, 0);
}

/** Whether `group` is told more of than `other`, so that it may be only some of them. */
function isNarrower(group: Group, other: Group): boolean {
  return isSpecific(group) && !isSpecific(other);
}
