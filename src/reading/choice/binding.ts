/**
 * How the mentions of a report are bound: which are of its main event, and which of those speak of the same people, of
 * some of them, of others. A binding can be changed by one decision at a time, and says what the toll would then be.
 */
import { isZero } from '../../model/count.ts';
import type { Claim, Harm } from '../../model/reading.ts';
import { civilianTollOf, type Toll, tollOf } from '../../model/toll.ts';
import { compareVictims, type VictimRelation } from '../../model/victims.ts';
import type { Cast } from '../claims/cast.ts';
import { type Draft, type Incident, victimsOf } from '../claims/draft.ts';
import { isCompatible } from '../claims/group.ts';
import { VictimLinks } from '../claims/relate.ts';
import type { Source } from '../source.ts';

/**
 * Another decision than the rules': two groups are the same people; one is among the other; one is apart from all; a
 * mention, or all of one harm, leaves its group; a group or a mention is not of the main event; a mention of another event
 * is, or all of its are; another event is the main one.
 */
export type Flip =
  | { readonly kind: 'same' | 'part'; readonly a: Cast; readonly b: Cast }
  | { readonly kind: 'apart' | 'out'; readonly a: Cast }
  | { readonly kind: 'split'; readonly a: Cast; readonly harm: Harm }
  | { readonly kind: 'split-one' | 'out-one' | 'in-one'; readonly draft: Draft }
  | { readonly kind: 'in-all' | 'main'; readonly incident: Incident };

/** The drafts of the main event, in order, and how their people hang together. */
export interface Binding {
  readonly drafts: readonly Draft[];
  readonly links: VictimLinks;
}

/** Beyond so many groups of people or mentions a report is a list, and the rules' decisions stand. */
const MAX_CASTS = 20;
const MAX_DRAFTS = 60;

/** The links of drafts of one incident, in order, as the rules make them. */
export function linksOf(drafts: readonly Draft[]): VictimLinks {
  const links = new VictimLinks();
  for (const draft of drafts) links.add(draft);
  links.settle();
  return links;
}

/** What stays the same under any binding: the drafts, and what their claims say but for relations. */
export class Material {
  readonly drafts: readonly Draft[];
  /** The main one first. */
  readonly incidents: readonly Incident[];
  readonly #claims = new Map<Draft, Claim>();
  readonly #draftOf = new Map<string, Draft>();
  readonly #compared = new Map<Claim['victims'], Map<Claim['victims'], VictimRelation>>();

  constructor(drafts: readonly Draft[], incidents: readonly Incident[], source: Source) {
    this.drafts = drafts;
    this.incidents = incidents;
    drafts.forEach((draft, i) => {
      const id = `c${i + 1}`;
      this.#draftOf.set(id, draft);
      this.#claims.set(draft, {
        id,
        event: null,
        scope: draft.mention.aggregate ? 'aggregate' : 'incident',
        harm: draft.mention.harm,
        count: draft.mention.count,
        victims: victimsOf(draft),
        perpetrators: [],
        attribution: [],
        stance: draft.stance,
        relations: [],
        evidence: [source.span(draft.mention.trigger)],
        confidence: 0,
      });
    });
  }

  /** What the claims on the main event would come to; of civilians alone where asked for. */
  toll({ drafts, links }: Binding, ofCivilians = false): Toll {
    for (const draft of drafts) draft.relations.length = 0;
    links.write();
    const claims = drafts.map((draft) => ({
      ...this.#claims.get(draft)!,
      relations: draft.relations.map(({ to, kind }) => ({ to: this.#claims.get(to)!.id, kind })),
    }));
    const draftOf = (claim: Claim): Draft => this.#draftOf.get(claim.id)!;
    const compare = (a: Claim, b: Claim): VictimRelation => this.#compare(a, b);
    const options = {
      originOf: (claim: Claim) => voiceOf(draftOf(claim)).origin,
      compare: (a: Claim, b: Claim) => links.relation(draftOf(a), draftOf(b), a, b, compare) ?? compare(a, b),
    };
    return ofCivilians ? civilianTollOf(claims, options) : tollOf(claims, options);
  }

  #compare(a: Claim, b: Claim): VictimRelation {
    let withA = this.#compared.get(a.victims);
    if (!withA) {
      withA = new Map();
      this.#compared.set(a.victims, withA);
    }
    let found = withA.get(b.victims);
    if (!found) {
      found = compareVictims(a, b);
      withA.set(b.victims, found);
    }
    return found;
  }

  /** Whether a figure among these is all that some source has to say of the event: no account is left out of it. */
  #isLastWord(gone: readonly Draft[], drafts: readonly Draft[]): boolean {
    return gone.some(
      ({ origin, group }) =>
        origin !== '' &&
        !group.isOne &&
        !drafts.some((other) => other.origin === origin && !gone.includes(other)),
    );
  }

  /** Whether one group may be the other or a part of it; what is a source's last word is an account of the whole too. */
  #canBeAmong(a: Cast, b: Cast, drafts: readonly Draft[]): boolean {
    if (!canMeet(a, b)) return false;
    if (b.whole === null || !this.#isLastWord(membersOf(a), drafts)) return true;
    for (let whole = b.whole; whole !== a; whole = whole.whole) {
      if (!canMeet(a, whole)) return false;
      if (whole.whole === null) break;
    }
    return true;
  }

  /** All single decisions that would change a binding. None where the report is a list. */
  flips({ drafts, links }: Binding): Flip[] {
    const { casts } = links;
    if (casts.length > MAX_CASTS || this.drafts.length > MAX_DRAFTS) return [];
    const flips: Flip[] = [];
    casts.forEach((a, i) => {
      casts.forEach((b, j) => {
        if (i === j || !this.#canBeAmong(a, b, drafts)) return;
        if (i < j && this.#canBeAmong(b, a, drafts)) flips.push({ kind: 'same', a, b });
        if (a.whole !== b && !b.group.isOne) flips.push({ kind: 'part', a, b });
      });
      if (casts.length > 1) flips.push({ kind: 'apart', a });
      if (casts.length > 1 && !this.#isLastWord(membersOf(a), drafts)) flips.push({ kind: 'out', a });
      if (a.mentions.size > 1) for (const harm of a.mentions.keys()) flips.push({ kind: 'split', a, harm });
      const members = [...a.mentions.values()].flat();
      if (members.length < 2) return;
      for (const draft of members) {
        if (!this.#isLastWord([draft], drafts)) flips.push({ kind: 'out-one', draft });
        flips.push({ kind: 'split-one', draft });
      }
    });
    const own = new Set(drafts);
    for (const draft of this.drafts)
      if (
        !own.has(draft) &&
        !draft.mention.aggregate &&
        !isZero(draft.mention.count) &&
        draft.stance !== 'denied'
      )
        flips.push({ kind: 'in-one', draft });
    for (const incident of this.incidents.slice(1))
      if (incident.drafts.length > 0) flips.push({ kind: 'in-all', incident }, { kind: 'main', incident });
    return flips;
  }

  /** The binding after one decision. */
  after({ drafts, links }: Binding, flip: Flip): Binding {
    switch (flip.kind) {
      case 'in-one':
        return bindingOf([...drafts, flip.draft]);
      case 'in-all':
        return bindingOf([...drafts, ...flip.incident.drafts]);
      case 'main':
        return bindingOf(flip.incident.drafts);
      case 'out-one':
      case 'out': {
        const gone = 'a' in flip ? membersOf(flip.a) : [flip.draft];
        const left = links.copy();
        left.split(left.castOf(gone[0]!)!, gone, false);
        return { drafts: drafts.filter((draft) => !gone.includes(draft)), links: left };
      }
    }
    const changed = links.copy();
    const twin = (cast: Cast): Cast => changed.castOf(membersOf(cast)[0]!)!;
    switch (flip.kind) {
      case 'same':
        changed.unite(twin(flip.b), twin(flip.a));
        break;
      case 'part':
        changed.file(twin(flip.a), twin(flip.b));
        break;
      case 'apart':
        changed.setApart(twin(flip.a));
        break;
      case 'split':
        changed.split(twin(flip.a), flip.a.mentions.get(flip.harm)!, true);
        break;
      case 'split-one':
        changed.split(changed.castOf(flip.draft)!, [flip.draft], true);
    }
    return { drafts, links: changed };
  }
}

function bindingOf(drafts: readonly Draft[]): Binding {
  const sorted = [...new Set(drafts)].sort((a, b) => a.mention.trigger.from - b.mention.trigger.from);
  return { drafts: sorted, links: linksOf(sorted) };
}

/**
 * Whether nothing told of two groups conflicts, and somebody tells of both. Two sources whose figures differ are two
 * accounts, and both stand.
 */
function canMeet(a: Cast, b: Cast): boolean {
  if (!isCompatible(a.group, b.group)) return false;
  if (a.group.isOne || b.group.isOne) return true;
  const isOfOneHarm = [...a.mentions.keys()].some((harm) => b.mentions.has(harm));
  if (!isOfOneHarm || a.group.count.min === b.group.count.min) return true;
  const origins = new Set(membersOf(a).map(({ origin }) => origin));
  return membersOf(b).some(({ origin }) => origins.has(origin));
}

/** All mentions of a group, by harm, in order. */
export function membersOf(cast: Cast): Draft[] {
  return [...cast.mentions.values()].flat();
}

/** A title that repeats what the body gives to a source is that source's word too. */
export function voiceOf(draft: Draft): Draft {
  if (!draft.isTitle || draft.chain.length > 0) return draft;
  return draft.relations.find(({ to, kind }) => kind === 'repeats' && !to.isTitle)?.to ?? draft;
}
