/**
 * Which mentions of one incident speak of the same people, which of some of them, and which of others. A report tells
 * of its victims many times: in the title, as a figure, one by one, by name. Mentions are taken in their order; each
 * joins people told of before, becomes a part of them, gathers them into a whole, or brings in new ones. Relations are
 * written once all are in. Over-linking loses people and under-linking invents them, so each rule names the sentence
 * that it is for.
 */
import type { TokenIndex } from '../../language/doc.ts';
import { canAgree, isNumbered, isZero } from '../../model/count.ts';
import type { Claim, Harm } from '../../model/reading.ts';
import { compareVictims, type VictimRelation } from '../../model/victims.ts';
import type { HarmMention } from '../annotations.ts';
import type { Draft, RelationKind } from './draft.ts';
import { type Group, isCompatible, isSpecific, mergeGroups, sharesName } from './group.ts';

/** People told of in one or more mentions, whatever befell them. */
interface Cast {
  group: Group;
  /** The mentions of each harm, in order. */
  readonly mentions: Map<Harm, Draft[]>;
  whole: Cast | null;
  parts: Cast[];
  last: number;
  /** Newer and older figures of one harm, where the report says that one replaces the other. */
  readonly updates: [newer: Draft, older: Draft][];
}

/** More groups of people than any single incident is told with; beyond it a report is a list, and lists are not linked. */
const MAX_CASTS = 60;
/** Smaller figures meet by chance. */
const TELLING_FIGURE = 7;

export class VictimLinks {
  #casts: Cast[] = [];
  readonly #castOf = new Map<Draft, Cast>();
  /** "Police and the hospital said nine died": one mention of the same people, on the word of two. */
  readonly #mentions = new Map<HarmMention, Draft>();
  /** By the token of their noun: one phrase with two verbs ("another man was shot and died") is of one cast. */
  readonly #castAt = new Map<TokenIndex, Cast>();

  /** Adds the next mention of the incident, in order. */
  add(draft: Draft): void {
    if (isZero(draft.mention.count) || draft.stance === 'denied' || this.#casts.length >= MAX_CASTS) return;
    const twin = this.#mentions.get(draft.mention);
    if (twin) {
      this.#join(draft, this.#castOf.get(twin)!);
      return;
    }
    this.#mentions.set(draft.mention, draft);
    if (this.#update(draft)) return;
    const home = this.#homeOf(draft);
    if (home) {
      this.#join(draft, home);
      return;
    }
    const cast = this.#open(draft);
    // "One dead and four others hurt … two men were hit": the two are of the four before the dead man is of the two.
    this.#file(draft, cast);
    if (!cast.whole && !draft.group.isOne) this.#gather(draft, cast);
  }

  /** Writes the relations of all mentions. */
  write(): void {
    this.#reckon();
    for (const cast of this.#casts) {
      for (const [harm, drafts] of cast.mentions) this.#writeSayings(harm, drafts, cast);
      const killed = this.#lead(cast, 'killed');
      const hurt = this.#lead(cast, 'injured');
      if (killed && hurt) relate(killed, hurt, isHitCast(cast) ? 'part of' : 'updates');
    }
    for (const cast of this.#casts) if (cast.whole) this.#writePart(cast, cast.whole);
    this.#writeContradictions();
  }

  /** The leading mention of a whole, for each of its harms, with the leading mentions of its parts. */
  wholes(): { whole: Draft; parts: Draft[] }[] {
    return this.#casts.flatMap((cast) =>
      [...cast.mentions.keys()].flatMap((harm) => {
        const parts = cast.parts.flatMap((part) => this.#lead(part, harm) ?? []);
        return parts.length > 0 ? [{ whole: this.#lead(cast, harm)!, parts }] : [];
      }),
    );
  }

  /** How the people of two drafts relate, where both are linked; null where one of them is not. */
  relation(a: Draft, b: Draft, claimA: Claim, claimB: Claim): VictimRelation | null {
    const castA = this.#castOf.get(a);
    const castB = this.#castOf.get(b);
    if (!castA || !castB) return null;
    if (castA === castB) return 'same';
    if (isUnder(castB, castA)) return 'contains';
    if (isUnder(castA, castB)) return 'within';
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
    const among = this.#amongOf(a, b, castA, castB);
    if (among) return among;
    const relation = compareVictims(claimA, claimB);
    return relation === 'same' && areNounsApart ? 'unclear' : relation;
  }

  /** "Four bystanders were killed", by another source than the one that has nine civilians: they are among the nine. */
  #amongOf(a: Draft, b: Draft, castA: Cast, castB: Cast): VictimRelation | null {
    if (a.origin === b.origin || (castA.group.noun === null) === (castB.group.noun === null)) return null;
    const [told, general] = castA.group.noun === null ? [castB, castA] : [castA, castB];
    const { max } = told.group.count;
    const fits = isNumbered(told.group.count) && isNumbered(general.group.count) && max !== null;
    if (!fits || max >= general.group.count.min) return null;
    return told === castA ? 'within' : 'contains';
  }

  /** "The toll rose to 27 from 21", "bringing the toll to six": the old figure is the one named, else the last whole. */
  #update(draft: Draft): boolean {
    const { mention, group } = draft;
    if (!mention.previous && !mention.total && !draft.isCorrection) return false;
    const peers = this.#tops(mention.harm).filter((cast) => isCompatible(cast.group, group));
    const old = mention.previous
      ? peers.find((cast) => cast.group.count.min === mention.previous!.min)
      : peers.find((cast) =>
          draft.isCorrection
            ? isNumbered(group.count) &&
              isNumbered(cast.group.count) &&
              cast.group.count.min !== group.count.min
            : !cast.group.isOne &&
              !isSpecific(cast.group) &&
              cast.group.count.min < group.count.min &&
              (draft.isGrown || this.#lead(cast, mention.harm)?.origin === draft.origin),
        );
    const older = old && this.#lead(old, mention.harm);
    if (!old || !older) return false;
    old.updates.push([draft, older]);
    old.mentions.get(mention.harm)!.push(draft);
    old.group = { ...mergeGroups(old.group, group), count: group.count, isOne: false };
    this.#own(draft, old);
    this.#gather(draft, old);
    return true;
  }

  #homeOf(draft: Draft): Cast | null {
    const head = draft.mention.people?.head;
    const samePhrase = head === undefined ? undefined : this.#castAt.get(head);
    if (!samePhrase || this.#isMixed(draft, samePhrase))
      return draft.group.isOne ? this.#homeOfOne(draft) : this.#homeOfSeveral(draft);
    // "A man of 21 was hit and died", after "the shooting killed one person": all three are one.
    const { harm } = draft.mention;
    if (draft.group.isOne && !samePhrase.mentions.has(harm)) {
      const other = this.#homeOfOne(draft);
      if (
        other &&
        other !== samePhrase &&
        other.mentions.has(harm) &&
        isCompatible(other.group, samePhrase.group)
      )
        this.#merge(other, samePhrase);
    }
    return samePhrase;
  }

  /** "Dozens were killed and wounded": one phrase for two groups of people. */
  #isMixed({ group, mention, isHit, isOfHurt }: Draft, cast: Cast): boolean {
    if (group.isOne || isHit || isOfHurt || cast.mentions.has(mention.harm)) return false;
    return !isHitCast(cast);
  }

  #homeOfOne(draft: Draft): Cast | null {
    const { group, mention } = draft;
    const ones = this.#recent().filter((cast) => cast.group.isOne && this.#canBe(draft, cast));
    if (group.names.length > 0) {
      const namesake = ones.find((cast) => sharesName(cast.group, group));
      if (namesake) return namesake;
    }
    if (group.introduction === 'another') return this.#onlyDead(draft);
    if (group.introduction === 'pronoun' || group.introduction === 'definite') {
      return ones.find((cast) => cast.mentions.has(mention.harm)) ?? ones[0] ?? null;
    }
    // "A man was hit in the leg, a man in the arm": side by side, or one after the other under a figure, they are two.
    // "One person died", "1 dead" beside "a man of 21 died" is he.
    const isMore = (cast: Cast): boolean =>
      cast.whole !== null && remaining(cast.whole) > 0 && isSpecific(group) && isSpecific(cast.group);
    const candidates = ones.filter((cast) =>
      group.names.length > 0
        ? cast.group.names.length === 0 &&
          !(cast.group.introduction === 'pronoun' && cast.group.sex !== group.sex)
        : !isMore(cast) && !isTwin(draft, cast) && !this.#isOneLeft(draft, cast),
    );
    return candidates.find((cast) => cast.mentions.has(mention.harm)) ?? candidates[0] ?? null;
  }

  /** "Four were shot, one of them dead. A man was hit in the leg": more likely one of the three. */
  #isOneLeft({ mention, group }: Draft, { mentions, whole }: Cast): boolean {
    const isDeadOnly = mention.harm === 'injured' && mentions.has('killed') && !mentions.has('injured');
    return (
      isDeadOnly && group.introduction === 'new' && whole !== null && isHitCast(whole) && remaining(whole) > 0
    );
  }

  /** "Four were shot, one of them dead … a third man died": the third of those shot, and the one of whom no more is told. */
  #onlyDead({ mention, sentence }: Draft): Cast | null {
    const dead = this.#casts.filter((cast) => cast.mentions.has('killed'));
    const [only] = dead;
    if (mention.harm !== 'killed' || dead.length !== 1 || !only!.group.isOne || isSpecific(only!.group))
      return null;
    return only!.mentions.get('killed')!.some((peer) => peer.sentence === sentence) ? null : only!;
  }

  #homeOfSeveral(draft: Draft): Cast | null {
    const { group, mention } = draft;
    const isAnother = group.introduction === 'another';
    // "Three others were hurt", told again, are the same three.
    const several = this.#recent().filter(
      (cast) =>
        !cast.group.isOne &&
        this.#canBe(draft, cast) &&
        (!isAnother || !cast.mentions.get(mention.harm)?.some((peer) => peer.sentence === draft.sentence)),
    );
    const peers = several.filter((cast) => cast.mentions.has(mention.harm));
    if (isNumbered(group.count)) {
      const equal = (cast: Cast) => isNumbered(cast.group.count) && cast.group.count.min === group.count.min;
      return peers.find(equal) ?? (isAnother ? null : (several.find(equal) ?? null));
    }
    if (group.introduction === 'pronoun' || group.introduction === 'definite')
      return peers[0] ?? several[0] ?? null;
    // "Soldiers were killed" beside "12 people were killed": some of them, not all.
    // "People were killed", by a source who does not say that they were the other source's officers: nobody knows.
    return peers.find((cast) => !isNarrower(group, cast.group) && !this.#isWider(draft, cast)) ?? null;
  }

  #isWider({ group, mention, origin }: Draft, cast: Cast): boolean {
    const hasSide = (g: Group): boolean => g.affiliation !== null || g.nationality !== null;
    if (hasSide(group) || !hasSide(cast.group) || origin === '') return false;
    return !cast.mentions.get(mention.harm)?.some((peer) => peer.origin === origin);
  }

  /** Whether the mention can be of these people: nothing told of them conflicts, and nobody is both dead and merely hurt. */
  #canBe(draft: Draft, cast: Cast): boolean {
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

  #join(draft: Draft, cast: Cast): void {
    push(cast.mentions, draft.mention.harm, draft);
    if (isNumbered(draft.group.count) && !isNumbered(cast.group.count))
      cast.group = { ...cast.group, count: draft.group.count };
    cast.group = mergeGroups(cast.group, draft.group);
    cast.last = draft.mention.trigger.from;
    this.#own(draft, cast);
    if (draft.mention.harm === 'killed') this.#refile(draft, cast);
  }

  /** "The attack killed two and hurt four. Ivo was hit. He died later": he is of the two, though he was taken for one of the four. */
  #refile(draft: Draft, cast: Cast): void {
    const { whole } = cast;
    if (!whole || !cast.group.isOne || whole.mentions.has('killed') || isHitCast(whole)) return;
    const dead = this.#tops('killed').find(
      (other) => other !== cast && !other.group.isOne && remaining(other) > 0 && this.#canHold(other, draft),
    );
    if (!dead) return;
    whole.parts = whole.parts.filter((part) => part !== cast);
    cast.whole = null;
    this.#attach(cast, dead);
  }

  /** Two casts that turn out to be one. */
  #merge(gone: Cast, into: Cast): void {
    for (const [harm, drafts] of gone.mentions) for (const draft of drafts) push(into.mentions, harm, draft);
    for (const [draft, cast] of this.#castOf) if (cast === gone) this.#castOf.set(draft, into);
    for (const [head, cast] of this.#castAt) if (cast === gone) this.#castAt.set(head, into);
    for (const part of gone.parts) part.whole = into;
    into.parts.push(...gone.parts);
    into.updates.push(...gone.updates);
    if (gone.whole) gone.whole.parts = gone.whole.parts.filter((part) => part !== gone);
    if (!into.whole && gone.whole) this.#attach(into, gone.whole);
    into.group = mergeGroups(into.group, gone.group);
    this.#casts = this.#casts.filter((cast) => cast !== gone);
  }

  #open(draft: Draft): Cast {
    const cast: Cast = {
      group: draft.group,
      mentions: new Map([[draft.mention.harm, [draft]]]),
      whole: null,
      parts: [],
      last: draft.mention.trigger.from,
      updates: [],
    };
    this.#casts.push(cast);
    this.#own(draft, cast);
    return cast;
  }

  #own(draft: Draft, cast: Cast): void {
    this.#castOf.set(draft, cast);
    if (draft.mention.people) this.#castAt.set(draft.mention.people.head, cast);
  }

  /** A whole told after its parts: "In all, three people died." */
  #gather(draft: Draft, cast: Cast): void {
    const { group, mention } = draft;
    if (!isNumbered(group.count) || group.introduction === 'another') return;
    const tops = this.#casts.filter(
      (other) =>
        other !== cast &&
        !other.whole &&
        !isBeside(draft, other) &&
        isCompatible(other.group, group) &&
        mostOf(other.group) <= mostOf(group) &&
        ((mention.total && !isOpenWhole(other.group)) || this.#canBePart(draft, other)) &&
        (other.mentions.has(mention.harm) || (draft.isHit && other.mentions.has('killed'))),
    );
    const total = tops.reduce((sum, other) => sum + other.group.count.min, 0);
    if (tops.length === 0 || total > group.count.min) return;
    for (const part of tops) this.#attach(part, cast);
  }

  /** One person, children, those "of them", or what the same voice told apart; another source's "at least 14" is no part. */
  #canBePart({ origin, mention }: Draft, { group, mentions }: Cast): boolean {
    if (group.isOne || isNarrow(group) || group.introduction === 'definite') return true;
    const peers = mentions.get(mention.harm) ?? [];
    if (peers.length > 0 && peers.every((peer) => peer.isPartial)) return true;
    return isSpecific(group) && group.count.max !== null && peers.some((peer) => peer.origin === origin);
  }

  /** A part told after its whole: "12 people were killed. Three of the dead were children." */
  #file(draft: Draft, cast: Cast): void {
    const { group } = draft;
    // "Villagers were killed" is no part of anybody's 32; "children were killed" is.
    if (!isNumbered(group.count) && !group.isOne && !isNarrow(group) && group.noun === null) return;
    const wholes = this.#casts.filter(
      (other) =>
        other !== cast &&
        !other.group.isOne &&
        !isBeside(draft, other) &&
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
      return this.#hasSibling(draft, whole) || this.#isRest(draft, whole);
    if (whole.group.introduction === 'another' && !this.#isOtherHarm(whole)) return false;
    const peers = whole.mentions.get(mention.harm);
    // Two sources' figures for "civilians" and "family members" are two counts of the same dead; their children are a part.
    const isOwn = peers?.some((peer) => peer.origin === origin || peer.isTitle);
    if (peers)
      return (
        group.isOne ||
        draft.isPartial ||
        isNarrow(group) ||
        group.introduction === 'definite' ||
        isOwn === true
      );
    if (mention.harm === 'killed')
      return isHitCast(whole) || (whole.mentions.has('injured') && draft.isOfHurt);
    // "The victims were hit in the chest", of the dead; "a man and his wife were hit" may be of others.
    const isKnown = group.introduction === 'definite' || group.introduction === 'pronoun';
    return mention.harm === 'injured' && draft.isHit && isKnown && whole.mentions.has('killed');
  }

  /** "13 of the family were killed, and another four": both are parts of the 18 told of before; so are a dead man and the others hurt. */
  #hasSibling({ mention, origin }: Draft, whole: Cast): boolean {
    return whole.parts.some((part) =>
      part.mentions.get(mention.harm)?.some((peer) => peer.origin === origin),
    );
  }

  /**
   * "Five were shot, one of them dead; four others are in hospital", "the strike killed 14; the father died with 13
   * others": what is left of a whole when others are told apart, or the rest that another voice tells of its 14.
   */
  #isRest({ group, mention, origin, sentence }: Draft, whole: Cast): boolean {
    if (!isNumbered(whole.group.count) || !isNumbered(group.count)) return false;
    if (whole.group.introduction === 'another' || group.count.min >= whole.group.count.min) return false;
    const drafts = [...whole.mentions.values()].flat();
    if (drafts.some((draft) => draft.sentence === sentence)) return false;
    if (remaining(whole) === group.count.min) return whole.parts.length > 0;
    const isSameHarm = whole.mentions.has(mention.harm) || (mention.harm === 'killed' && isHitCast(whole));
    return (
      isSameHarm && drafts.every((draft) => draft.origin !== origin) && remaining(whole) > group.count.min
    );
  }

  /** "Killed two and wounded three others": others than the dead, not than the hurt. */
  #isOtherHarm(whole: Cast): boolean {
    const sentences = new Set([...whole.mentions.values()].flat().map(({ sentence }) => sentence));
    return this.#casts.some(
      (cast) =>
        cast !== whole &&
        [...cast.mentions].some(
          ([harm, drafts]) =>
            !whole.mentions.has(harm) && drafts.some(({ sentence }) => sentences.has(sentence)),
        ),
    );
  }

  #attach(part: Cast, whole: Cast): void {
    if (part.whole || part === whole || isUnder(whole, part)) return;
    part.whole = whole;
    whole.parts.push(part);
  }

  #tops(harm: Harm): Cast[] {
    return this.#casts.filter((cast) => !cast.whole && cast.mentions.has(harm));
  }

  /** The latest told of first. */
  #recent(): Cast[] {
    return [...this.#casts].sort((a, b) => b.last - a.last);
  }

  /** The mention of a harm that the others repeat: the newest figure, else the body's first figure, else its first word. */
  #lead(cast: Cast, harm: Harm): Draft | undefined {
    const newest = cast.updates.findLast(([newer]) => newer.mention.harm === harm)?.[0];
    if (newest) return newest;
    const drafts = cast.mentions.get(harm);
    const body = drafts?.filter(({ isTitle }) => !isTitle) ?? [];
    const isFigure = ({ group }: Draft): boolean => isNumbered(group.count);
    return body.find(isFigure) ?? drafts?.find(isFigure) ?? body[0] ?? drafts?.[0];
  }

  /** A voice repeats itself, and the report's own voice repeats what it puts into a source's mouth; two sources confirm each other. */
  #writeSayings(harm: Harm, drafts: readonly Draft[], cast: Cast): void {
    const lead = this.#lead(cast, harm)!;
    for (const [newer, { mention }] of cast.updates) {
      if (newer.mention.harm !== harm) continue;
      // what two sources said of it is overtaken on the word of both
      for (const older of drafts)
        if (older.mention === mention) relate(newer, older, newer.isCorrection ? 'corrects' : 'updates');
    }
    const firstOf = new Map([[lead.origin, lead]]);
    for (const draft of drafts) {
      const isUpdate = cast.updates.some(
        ([newer, older]) => newer === draft || older.mention === draft.mention,
      );
      if (draft === lead || isUpdate) continue;
      const first = firstOf.get(draft.origin);
      if (first || draft.origin === '') relate(draft, first ?? lead, 'repeats');
      else {
        relate(draft, lead, 'confirms');
        firstOf.set(draft.origin, draft);
      }
    }
  }

  /** "Two dead after five shot … three others are in hospital": where the dead and the hurt make up those hit, they are they. */
  #reckon(): void {
    for (const hit of this.#tops('injured')) {
      const { count } = hit.group;
      if (!isHitCast(hit) || hit.mentions.has('killed') || count.kind !== 'exact') continue;
      const dead = this.#tops('killed').filter((cast) => isExact(cast.group.count));
      const killed = dead.reduce((sum, cast) => sum + cast.group.count.min, 0);
      const hurt = this.#tops('injured').find(
        (cast) =>
          cast !== hit && isExact(cast.group.count) && killed + cast.group.count.min === remaining(hit),
      );
      if (killed === 0 || !hurt) continue;
      for (const cast of [...dead, hurt]) this.#attach(cast, hit);
    }
  }

  /** Writes that a cast's people are among the whole's. */
  #writePart(cast: Cast, whole: Cast): void {
    for (const [harm, drafts] of cast.mentions) {
      const same = this.#lead(whole, harm);
      const hurt = this.#lead(whole, 'injured');
      const killed = this.#lead(whole, 'killed');
      for (const part of drafts) {
        if (part.relations.some(({ kind }) => kind === 'repeats')) continue;
        if (same) relate(part, same, 'part of');
        else if (harm === 'killed' && hurt) relate(part, hurt, isHitCast(whole) ? 'part of' : 'updates');
        else if (harm === 'injured' && killed && part.isHit) relate(killed, part, 'part of');
      }
    }
  }

  /** Two sources on the same people whose figures can't both be. */
  #writeContradictions(): void {
    const tops = this.#casts.filter(
      (cast) => !cast.whole && !cast.group.isOne && isNumbered(cast.group.count),
    );
    tops.forEach((later, i) => {
      for (const earlier of tops.slice(0, i)) {
        if (canAgree(later.group.count, earlier.group.count)) continue;
        const areNounsApart = later.group.noun !== earlier.group.noun;
        if (later.group.introduction === 'another' || !isCompatible(later.group, earlier.group)) continue;
        for (const harm of later.mentions.keys()) {
          const [a, b] = [this.#lead(later, harm), this.#lead(earlier, harm)];
          if (!a || !b) continue;
          // "Initial reports spoke of nine dead": overtaken by whoever says more.
          const [more, less] = later.group.count.min > earlier.group.count.min ? [a, b] : [b, a];
          const isOvertaken = less.isEarly && !more.isEarly && (!areNounsApart || less.group.noun === null);
          if (isOvertaken) relate(more, less, 'updates');
          else if (!areNounsApart && a.origin !== b.origin) relate(a, b, 'contradicts');
        }
      }
    });
  }
}

function relate(from: Draft, to: Draft, kind: RelationKind): void {
  if (from !== to && !from.relations.some((relation) => relation.to === to))
    from.relations.push({ to, kind });
}

function isHitCast(cast: Cast): boolean {
  return cast.mentions.get('injured')?.some((draft) => draft.isHit) ?? false;
}

/** New people in the very sentence that tells of these by another verb: "a man died and a man was hurt". */
function isTwin({ group, mention, sentence }: Draft, cast: Cast): boolean {
  if (group.introduction !== 'new') return false;
  const peers = cast.mentions.get(mention.harm) ?? [];
  return peers.some(
    (peer) => peer.sentence === sentence && peer.mention.trigger.from !== mention.trigger.from,
  );
}

/** Side by side under one verb: "killed five officers and two civilians". */
function isBeside({ mention }: Draft, cast: Cast): boolean {
  return (cast.mentions.get(mention.harm) ?? []).some(
    (peer) =>
      peer.mention.trigger.from === mention.trigger.from &&
      peer.mention.people?.head !== mention.people?.head,
  );
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

/** "At least six civilians": a figure for everybody, as far as its source knew. */
function isOpenWhole(group: Group): boolean {
  return isNumbered(group.count) && group.count.max === null && group.count.min > 1 && !isNarrow(group);
}

function isExact({ kind }: Group['count']): boolean {
  return kind === 'exact';
}

function mostOf({ count }: Group): number {
  return isNumbered(count) ? (count.max ?? count.min) : count.min;
}

/** 32 and 32: whatever side a phrase was led back to, one report hardly has the figure twice. */
function isSameFigure(a: Group, b: Group): boolean {
  const isExact = a.count.kind === 'exact' && b.count.kind === 'exact';
  return isExact && a.count.min >= TELLING_FIGURE && a.count.min === b.count.min;
}

/** Told of as of one age, sex or side in the attack, or by name: a part of any whole. */
function isNarrow(group: Group): boolean {
  return group.sex !== null || group.isChild !== null || group.isAttacker || group.names.length > 0;
}

/** Whether `group` is told more of than `other`, so that it may be only some of them. */
function isNarrower(group: Group, other: Group): boolean {
  return isSpecific(group) && !isSpecific(other);
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
