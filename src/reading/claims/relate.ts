/**
 * Which mentions of one incident speak of the same people, which of some of them, and which of others. A report tells
 * of its victims many times: in the title, as a figure, one by one, by name. Mentions are taken in their order; each
 * joins people told of before, becomes a part of them, gathers them into a whole, or brings in new ones. Relations are
 * written once all are in. Over-linking loses people and under-linking invents them, so each rule names the sentence
 * that it is for.
 */
import type { TokenIndex } from '../../language/doc.ts';
import { isNumbered, isZero } from '../../model/count.ts';
import type { Claim } from '../../model/reading.ts';
import type { compareVictims, VictimRelation } from '../../model/victims.ts';
import type { HarmMention } from '../annotations.ts';
import {
  attach,
  type Cast,
  detach,
  isHitCast,
  isUnder,
  leadOf,
  mergeFigures,
  remaining,
  topsOf,
} from './cast.ts';
import type { Draft } from './draft.ts';
import { isCompatible, isSpecific, mergeGroups } from './group.ts';
import { canHold, fileUnderWhole, gatherHit, gatherParts, reckon } from './part-whole.ts';
import { writeRelations } from './relations.ts';
import { homeOfOne, homeOfSeveral } from './same-people.ts';
import { relationOf } from './victim-relation.ts';

/** More groups of people than any single incident is told with; beyond it a report is a list, and lists are not linked. */
const MAX_CASTS = 60;

export class VictimLinks {
  #casts: Cast[] = [];
  readonly #castOf = new Map<Draft, Cast>();
  /** "Police and the hospital said nine died": one mention of the same people, on the word of two. */
  readonly #mentions = new Map<HarmMention, Draft>();
  /** By the token of their noun: one phrase with two verbs ("another man was shot and died") is of one cast. */
  readonly #castAt = new Map<TokenIndex, Cast>();

  /** Headlines in the body that tell of nobody told of before. */
  readonly strays: Draft[] = [];

  /** Adds the next mention of the incident, in order. One put like a headline brings in nobody new, if it can stray. */
  add(draft: Draft, canStray = false): void {
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
      gatherHit(this.#casts, draft, home);
      return;
    }
    if (canStray && draft.isHeadline) {
      this.strays.push(draft);
      return;
    }
    const cast = this.#open(draft);
    // "One dead and four others hurt … two men were hit": the two are of the four before the dead man is of the two.
    fileUnderWhole(this.#casts, draft, cast);
    if (!cast.whole && !draft.group.isOne) gatherParts(this.#casts, draft, cast);
    gatherHit(this.#casts, draft, cast);
  }

  /** What can be known only once all mentions are in. */
  settle(): void {
    reckon(this.#casts);
  }

  get casts(): readonly Cast[] {
    return this.#casts;
  }

  /** The people that a mention tells of; none where it tells of nobody. */
  castOf(draft: Draft): Cast | undefined {
    return this.#castOf.get(draft);
  }

  /** The same links, to be changed apart from these. */
  copy(): VictimLinks {
    const links = new VictimLinks();
    const copies = new Map(this.#casts.map((cast) => [cast, copyOf(cast)]));
    for (const copy of copies.values()) {
      copy.whole = copy.whole && copies.get(copy.whole)!;
      copy.parts = copy.parts.map((part) => copies.get(part)!);
    }
    links.#casts = [...copies.values()];
    for (const [draft, cast] of this.#castOf) links.#castOf.set(draft, copies.get(cast)!);
    return links;
  }

  /** Makes one group of two that are the same people. */
  unite(gone: Cast, into: Cast): void {
    if (isUnder(into, gone)) detach(into);
    this.#merge(gone, into);
    for (const drafts of into.mentions.values()) drafts.sort(byPlace);
  }

  /** Makes one group a part of another, whatever it was a part of. */
  file(part: Cast, whole: Cast): void {
    if (isUnder(whole, part)) detach(whole);
    detach(part);
    attach(part, whole);
  }

  /** Makes a group of other people than everybody told of beside it. */
  setApart(cast: Cast): void {
    detach(cast);
    cast.isApart = true;
  }

  /** Takes mentions out of their group; where `keep` is true they are a group of their own. */
  split(cast: Cast, drafts: readonly Draft[], keep: boolean): void {
    const left = [...cast.mentions.values()].flat().filter((draft) => !drafts.includes(draft));
    cast.mentions.clear();
    for (const draft of left) push(cast.mentions, draft.mention.harm, draft);
    for (const draft of drafts) this.#castOf.delete(draft);
    cast.updates = cast.updates.filter((pair) => !pair.some((draft) => drafts.includes(draft)));
    if (keep) {
      const own = this.#open(drafts[0]!);
      own.isApart = true;
      for (const draft of drafts.slice(1)) this.#join(draft, own);
    }
    if (left.length > 0) {
      cast.group = left
        .sort(byPlace)
        .map(({ group }) => group)
        .reduce(mergeFigures);
      return;
    }
    detach(cast);
    for (const part of [...cast.parts]) detach(part);
    this.#casts = this.#casts.filter((other) => other !== cast);
  }

  /** Writes the relations of all mentions. */
  write(): void {
    writeRelations(this.#casts);
  }

  /** The leading mention of a whole, for each of its harms, with the leading mentions of its parts. */
  wholes(): { whole: Draft; parts: Draft[] }[] {
    return this.#casts.flatMap((cast) =>
      [...cast.mentions.keys()].flatMap((harm) => {
        const parts = cast.parts.flatMap((part) => leadOf(part, harm) ?? []);
        return parts.length > 0 ? [{ whole: leadOf(cast, harm)!, parts }] : [];
      }),
    );
  }

  /** The mentions of each single person, whatever befell them. */
  persons(): Draft[][] {
    return this.#casts
      .filter(({ group }) => group.isOne)
      .map(({ mentions }) => [...mentions.values()].flat());
  }

  /** How the people of two drafts relate, where both are linked; null where one of them is not. */
  relation(
    a: Draft,
    b: Draft,
    claimA: Claim,
    claimB: Claim,
    compare?: typeof compareVictims,
  ): VictimRelation | null {
    const castA = this.#castOf.get(a);
    const castB = this.#castOf.get(b);
    if (!castA || !castB) return null;
    return relationOf(
      { draft: a, cast: castA, claim: claimA },
      { draft: b, cast: castB, claim: claimB },
      compare,
    );
  }

  /** "The toll rose to 27 from 21", "bringing the toll to six": the old figure is the one named, else the last whole. */
  #update(draft: Draft): boolean {
    const { mention, group } = draft;
    if (!mention.previous && !mention.total && !draft.isCorrection) return false;
    const peers = topsOf(this.#casts, mention.harm).filter((cast) => isCompatible(cast.group, group));
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
              (draft.isGrown || leadOf(cast, mention.harm)?.origin === draft.origin),
        );
    const older = old && leadOf(old, mention.harm);
    if (!old || !older) return false;
    old.updates.push([draft, older]);
    old.mentions.get(mention.harm)!.push(draft);
    old.group = { ...mergeGroups(old.group, group), count: group.count, isOne: false };
    this.#own(draft, old);
    gatherParts(this.#casts, draft, old);
    return true;
  }

  #homeOf(draft: Draft): Cast | null {
    const head = draft.mention.people?.head;
    const samePhrase = head === undefined ? undefined : this.#castAt.get(head);
    if (!samePhrase || isMixed(draft, samePhrase))
      return draft.group.isOne ? homeOfOne(this.#casts, draft) : homeOfSeveral(this.#casts, draft);
    // "A man of 21 was hit and died", after "the shooting killed one person": all three are one.
    const { harm } = draft.mention;
    if (draft.group.isOne && !samePhrase.mentions.has(harm)) {
      const other = homeOfOne(this.#casts, draft);
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

  #join(draft: Draft, cast: Cast): void {
    push(cast.mentions, draft.mention.harm, draft);
    cast.group = mergeFigures(cast.group, draft.group);
    cast.last = draft.mention.trigger.from;
    this.#own(draft, cast);
    if (draft.mention.harm === 'killed') this.#refile(draft, cast);
  }

  /** "The attack killed two and hurt four. Ivo was hit. He died later": he is of the two, though he was taken for one of the four. */
  #refile(draft: Draft, cast: Cast): void {
    const { whole } = cast;
    if (!whole || !cast.group.isOne || whole.mentions.has('killed') || isHitCast(whole)) return;
    const dead = topsOf(this.#casts, 'killed').find(
      (other) =>
        other !== cast && !other.group.isOne && remaining(other) > 0 && canHold(this.#casts, other, draft),
    );
    if (!dead) return;
    whole.parts = whole.parts.filter((part) => part !== cast);
    cast.whole = null;
    attach(cast, dead);
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
    if (!into.whole && gone.whole) attach(into, gone.whole);
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
      isApart: false,
    };
    this.#casts.push(cast);
    this.#own(draft, cast);
    return cast;
  }

  #own(draft: Draft, cast: Cast): void {
    this.#castOf.set(draft, cast);
    if (draft.mention.people) this.#castAt.set(draft.mention.people.head, cast);
  }
}

/** "Dozens were killed and wounded": one phrase for two groups of people. */
function isMixed({ group, mention, isHit, isOfHurt }: Draft, cast: Cast): boolean {
  if (group.isOne || isHit || isOfHurt || cast.mentions.has(mention.harm)) return false;
  return !isHitCast(cast);
}

function copyOf(cast: Cast): Cast {
  const mentions = new Map([...cast.mentions].map(([harm, drafts]) => [harm, [...drafts]]));
  return { ...cast, mentions, updates: [...cast.updates] };
}

function byPlace(a: Draft, b: Draft): number {
  return a.mention.trigger.from - b.mention.trigger.from;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
