/**
 * What tells whether another decision than the rules' is right. Two looks: a quick one at the decision alone, by which most
 * are set aside, and one at all that is known of the groups, of their mentions, and of what the toll would become. Nothing
 * here looks at a word, so nothing is learned of a place, a name or one paper's phrases.
 */
import { NO_HEAD } from '../../language/doc.ts';
import { isNumbered } from '../../model/count.ts';
import type { Harm } from '../../model/reading.ts';
import type { Toll } from '../../model/toll.ts';
import type { Annotations } from '../annotations.ts';
import { type Cast, isHitCast, isUnder } from '../claims/cast.ts';
import type { Draft, Incident } from '../claims/draft.ts';
import { type Group, type Introduction, isCompatible, sharesName } from '../claims/group.ts';
import { few, type Rows } from '../rows.ts';
import { type Binding, type Flip, type Material, membersOf } from './binding.ts';

const KINDS: Readonly<Record<Flip['kind'], number>> = {
  same: 1,
  part: 2,
  apart: 3,
  out: 4,
  split: 5,
  'split-one': 6,
  'out-one': 7,
  'in-one': 8,
  'in-all': 9,
  main: 10,
};
const INTRODUCTIONS: Readonly<Record<Introduction, number>> = {
  new: 0,
  another: 1,
  definite: 2,
  pronoun: 3,
  name: 4,
};
const COUNT_KINDS = ['exact', 'at least', 'up to', 'between', 'about', 'vague', 'unstated'];
const STANCES = ['asserted', 'acknowledged', 'estimated', 'alleged', 'unconfirmed', 'rumoured', 'denied'];

/** What the figures of the main event's mentions are, whatever is made of them. */
interface Figures {
  readonly all: readonly number[];
  readonly title: readonly number[];
  readonly names: number;
}

export class Features {
  readonly #annotations: Annotations;
  readonly #material: Material;
  readonly #ofDraft = new Map<Draft, readonly number[]>();
  #rows!: Rows;
  #kind = 0;
  /** Templates are numbered in the order in which a look comes to them; the kind of decision gives each its own numbers. */
  #template = 0;

  constructor(annotations: Annotations, material: Material) {
    this.#annotations = annotations;
    this.#material = material;
  }

  /** The quick look. */
  quick(rows: Rows, binding: Binding, flip: Flip): void {
    this.#begin(rows, flip, 0);
    this.#add(Math.min(binding.links.casts.length, 8));
    if (flip.kind === 'same' || flip.kind === 'part') {
      const { a, b } = flip;
      const relation = positionOf(a, b);
      const harms = harmsOf(a) * 16 + harmsOf(b);
      const compared = compareCounts(a.group, b.group);
      const ones = onesOf(a, b);
      this.#add(relation, harms, compared);
      this.#add(ones, compared, introductionsOf(a, b));
      this.#add(harms, titleOf(a) * 3 + titleOf(b), ones);
      this.#add(isCompatible(a.group, b.group) ? 1 : 0, relation, ones);
      this.#add(between(a.last > b.last ? 1 : 0, 0), relation, INTRODUCTIONS[a.group.introduction]);
      return;
    }
    const cast = castOf(binding, flip);
    const draft = 'draft' in flip ? flip.draft : cast ? leadOf(cast) : null;
    if (cast) {
      this.#add(harmsOf(cast), cast.whole ? harmsOf(cast.whole) : 0, few(sizeOf(cast), 3));
      this.#add(titleOf(cast), few(cast.parts.length, 2), this.#peers(binding, cast));
    }
    if (draft) {
      this.#add(
        harmCode(draft.mention.harm),
        INTRODUCTIONS[draft.group.introduction],
        draft.group.isOne ? 1 : 0,
      );
      this.#add(sizeCode(draft.sentence), draft.isTitle ? 1 : 0, draft.mention.people ? 1 : 0);
      this.#add(STANCES.indexOf(draft.stance), COUNT_KINDS.indexOf(draft.group.count.kind));
    }
    if ('incident' in flip) {
      this.#add(few(flip.incident.drafts.length, 4), few(binding.drafts.length, 4));
      this.#add(flip.incident.isBackground ? 1 : 0);
    }
  }

  /** The whole look: the decision, and the toll before and after it. */
  full(rows: Rows, binding: Binding, flip: Flip, before: Toll, after: Toll): void {
    this.#begin(rows, flip, 1);
    this.#add(Math.min(binding.links.casts.length, 6));
    if (flip.kind === 'same' || flip.kind === 'part') this.#pair(flip.a, flip.b);
    else if ('incident' in flip) this.#incident(binding, flip.incident);
    else {
      const cast = castOf(binding, flip);
      if (cast) this.#cast(binding, cast);
      this.#template = 40;
      if ('harm' in flip) this.#add(harmCode(flip.harm));
      if ('draft' in flip) {
        if (cast) this.#member(flip.draft, cast);
        this.#template = 60;
        this.#draft(flip.draft, 0);
        if (!cast && flip.draft.incident) this.#beside(flip.draft.incident);
      }
    }
    this.#outcome(binding, before, after);
  }

  #begin(rows: Rows, flip: Flip, look: number): void {
    rows.length = 0;
    this.#rows = rows;
    this.#kind = KINDS[flip.kind] + 16 * look;
    this.#template = 0;
    this.#add(0);
  }

  #add(a: number, b = 0, c = 0): void {
    this.#rows.add(this.#template++ * 32 + this.#kind, a, b, c);
  }

  #pair(a: Cast, b: Cast): void {
    const [x, y] = [leadOf(a), leadOf(b)];
    const [g, h] = [a.group, b.group];
    const relation = positionOf(a, b);
    const harms = harmsOf(a) * 16 + harmsOf(b);
    const compared = compareCounts(g, h);
    const ones = onesOf(a, b);
    const introductions = introductionsOf(a, b);
    const order = a.last > b.last ? 1 : 0;
    const distance = between(x.sentence, y.sentence);
    const titles = titleOf(a) * 3 + titleOf(b);
    const hits = (isHitCast(a) ? 2 : 0) + (isHitCast(b) ? 1 : 0);
    const isOpen = h.count.max === null || !isNumbered(h.count);
    const left = isOpen ? 9 : between(restOf(b, a), g.count.min);
    this.#add(relation, harms);
    this.#add(relation, compared);
    this.#add(harms, compared);
    this.#add(harms, ones);
    this.#add(relation, harms, compared);
    this.#add(introductions, order);
    this.#add(ones, introductions);
    this.#add(compared, distance);
    this.#add(ones, distance);
    this.#add(titles, relation);
    this.#add(titles, compared);
    this.#add(hits, harms);
    this.#add(hits, harms, compared);
    this.#add(left);
    this.#add(left, relation);
    this.#add(left, harms);
    this.#add(few(sizeOf(a), 3), few(sizeOf(b), 3));
    this.#add(few(a.parts.length, 3), few(b.parts.length, 3), relation);
    this.#add(x.origin === y.origin ? 0 : x.origin === '' || y.origin === '' ? 1 : 2, compared);
    this.#add(x.mention.trigger.from === y.mention.trigger.from ? 1 : 0);
    const { doc } = this.#annotations.source;
    const isSameVerb = doc.lemma(x.mention.trigger.from) === doc.lemma(y.mention.trigger.from);
    this.#add(isSameVerb ? 1 : 0, compared);
    const heads = [x, y].map(({ mention }) => (mention.people ? doc.lower(mention.people.head) : null));
    this.#add(likeness(heads[0]!, heads[1]!), ones);
    const facts = [
      likeness(g.sex, h.sex),
      likeness(g.isChild, h.isChild),
      likeness(g.noun, h.noun),
      likeness(g.side, h.side),
      likeness(g.status, h.status),
      likeness(g.affiliation, h.affiliation),
      (g.isAttacker ? 2 : 0) + (h.isAttacker ? 1 : 0),
      overlap(g.ages.length, h.ages.length, () => g.ages.some((age) => h.ages.includes(age))),
      overlap(g.names.length, h.names.length, () => sharesName(g, h)),
      isCompatible(g, h) ? 1 : 0,
    ];
    for (const fact of facts) {
      this.#add(fact);
      this.#add(fact, ones);
      this.#add(fact, relation);
    }
    this.#template = 70;
    this.#shape(x, 0);
    this.#shape(y, 1);
  }

  #cast(binding: Binding, a: Cast): void {
    const x = leadOf(a);
    const harms = harmsOf(a);
    const many = few(sizeOf(a), 3);
    const title = titleOf(a);
    this.#add(harms, few(a.parts.length, 3));
    this.#add(many, title);
    this.#add(title, harms);
    this.#add(this.#peers(binding, a), harms);
    this.#add(isHitCast(a) ? 1 : 0, harms);
    const { whole } = a;
    if (whole) {
      this.#add(harms, harmsOf(whole));
      this.#add(compareCounts(a.group, whole.group));
      this.#add(whole.group.count.max === null ? 9 : between(restOf(whole, a), a.group.count.min));
      this.#add(few(whole.parts.length - 1, 3));
      this.#add(INTRODUCTIONS[whole.group.introduction], INTRODUCTIONS[a.group.introduction]);
      this.#add(between(x.sentence, leadOf(whole).sentence));
    } else this.#add(7);
    this.#template = 20;
    this.#draft(x, many);
  }

  /** How many other groups have its harm. */
  #peers({ links }: Binding, a: Cast): number {
    let count = 0;
    for (const cast of links.casts)
      if (cast !== a && !cast.whole && (harmsOf(cast) & harmsOf(a)) !== 0) count++;
    return few(count, 3);
  }

  /** A mention beside the others of its group. */
  #member(draft: Draft, cast: Cast): void {
    const others = membersOf(cast).filter((other) => other !== draft);
    const lead = leadOf(cast);
    const y = lead === draft ? others[0] : lead;
    if (!y) return;
    const [g, h] = [draft.group, y.group];
    const isLead = lead === draft ? 1 : 0;
    this.#add(isLead, few(others.length, 4));
    this.#add(compareCounts(g, h), isLead);
    this.#add(INTRODUCTIONS[g.introduction], INTRODUCTIONS[h.introduction]);
    this.#add((g.isOne ? 2 : 0) + (h.isOne ? 1 : 0));
    this.#add(harmCode(draft.mention.harm), harmCode(y.mention.harm));
    this.#add(between(draft.sentence, y.sentence));
    this.#add(likeness(g.sex, h.sex));
    this.#add(likeness(g.noun, h.noun));
    this.#add(overlap(g.names.length, h.names.length, () => sharesName(g, h)));
    this.#add(overlap(g.ages.length, h.ages.length, () => g.ages.some((age) => h.ages.includes(age))));
    this.#add(cast.whole ? 1 : 0, cast.mentions.get(draft.mention.harm)?.length === 1 ? 1 : 0);
  }

  #incident(binding: Binding, incident: Incident): void {
    const [first] = incident.drafts;
    this.#add(few(incident.drafts.length, 4), few(binding.drafts.length, 4));
    this.#beside(incident);
    this.#template = 20;
    if (first) this.#draft(first, 0);
  }

  /** Another incident beside the main one. */
  #beside(incident: Incident): void {
    const [main] = this.#material.incidents;
    this.#add(incident.isBackground ? 1 : 0);
    const [day, other] = [main?.date?.date.end ?? null, incident.date?.date.end ?? null];
    this.#add(day && other && day !== other ? (other < day ? 5 : 6) : likeness(day, other));
    this.#add(likeness(main?.place?.name ?? null, incident.place?.name ?? null));
  }

  /** What a mention says of itself, alone and together with a number. */
  #draft(draft: Draft, beside: number): void {
    let codes = this.#ofDraft.get(draft);
    if (!codes) {
      codes = this.#codesOf(draft);
      this.#ofDraft.set(draft, codes);
    }
    for (const code of codes) this.#add(code, 0);
    if (beside === 0) return;
    for (const code of codes) this.#add(code, beside);
  }

  #codesOf(draft: Draft): number[] {
    const { source, dates, places } = this.#annotations;
    const { doc } = source;
    const { mention, group, sentence } = draft;
    const at = mention.trigger.from;
    const range = doc.sentence(sentence);
    const isIn = ({ from }: { from: number }): boolean => from >= range.from && from < range.to;
    const [main] = this.#material.incidents;
    const day = main?.date?.date.end;
    const days = dates.filter(isIn).map(({ date }) => date.end);
    const when =
      days.length === 0
        ? 0
        : !day
          ? 1
          : days.includes(day)
            ? 2
            : days.every((end) => end && end < day)
              ? 3
              : 4;
    const names = places.filter(isIn).map(({ place }) => place.name);
    const where = names.length === 0 ? 0 : names.includes(main?.place?.name ?? '') ? 1 : 2;
    let hasVerb = 0;
    for (let i = range.from; i < range.to && !hasVerb; i++) if (doc.upos(i) === 'VERB') hasVerb = 1;
    const head = doc.head(at);
    const length = range.to - range.from;
    return [
      harmCode(mention.harm) * 2 + (group.isOne ? 1 : 0),
      INTRODUCTIONS[group.introduction],
      draft.isTitle ? 1 : 0,
      sizeCode(sentence),
      mention.people ? 1 : 0,
      group.isAttacker ? 1 : 0,
      group.names.length > 0 ? 1 : 0,
      STANCES.indexOf(draft.stance),
      mention.agent ? 1 : 0,
      codeOf(doc.upos(at)),
      codeOf(doc.deprel(at)),
      head === NO_HEAD ? 0 : codeOf(doc.deprel(head)),
      hasVerb,
      length < 8 ? 0 : length > 40 ? 2 : 1,
      when,
      where,
      ...shapeOf(draft),
    ];
  }

  #shape(draft: Draft, side: number): void {
    for (const code of shapeOf(draft)) this.#add(code, side);
  }

  #outcome({ drafts }: Binding, before: Toll, after: Toll): void {
    const kind = this.#kind;
    const figures = figuresOf(drafts);
    // what a toll is like, whatever decision led to it; then the same for each kind of decision
    for (const shared of [0, kind]) {
      this.#kind = shared;
      this.#template = 130;
      let change = 0;
      for (const harm of ['killed', 'injured'] as const) {
        const [a, b] = [before.toll[harm], after.toll[harm]];
        const [m, n] = [a?.min ?? 0, b?.min ?? 0];
        const { all, title, names } = figures[harm];
        const d = between(n, m);
        change = change * 10 + d;
        const top = Math.max(0, ...all);
        const tops = (Math.sign(m - top) + 1) * 3 + Math.sign(n - top) + 1;
        const said = few(times(all, n), 3);
        const is = (value: number | undefined): number =>
          value === undefined ? 0 : 1 + (value === m ? 2 : 0) + (value === n ? 1 : 0);
        this.#add(d);
        this.#add(sizeCode(m), sizeCode(n));
        this.#add(n === 0 && m > 0 ? 1 : 0);
        this.#add(openness(a), openness(b));
        this.#add(few(times(all, m), 3), said);
        this.#add(title.length === 0 ? 0 : 1 + (title.includes(m) ? 2 : 0) + (title.includes(n) ? 1 : 0));
        this.#add(is(all[0]), is(all.at(-1)));
        this.#add(tops);
        this.#add(tops, said);
        this.#add(names === 0 ? 9 : (Math.sign(m - names) + 1) * 3 + Math.sign(n - names) + 1);
      }
      const { hit } = figures;
      const [m, n] = [peopleIn(before), peopleIn(after)];
      const most = Math.max(...hit);
      this.#add(hit.length === 0 ? 0 : 1 + (hit.includes(m) ? 2 : 0) + (hit.includes(n) ? 1 : 0));
      this.#add(hit.length === 0 ? 9 : (Math.sign(m - most) + 1) * 3 + Math.sign(n - most) + 1);
      this.#add(few(before.problems.length, 2), few(after.problems.length, 2));
      this.#add(change);
      this.#add(m === n ? 1 : 0);
    }
    this.#kind = kind;
  }
}

function figuresOf(drafts: readonly Draft[]): Record<'killed' | 'injured', Figures> & { hit: number[] } {
  const of = (harm: Harm): Figures => {
    const own = drafts.filter(({ mention, stance }) => mention.harm === harm && stance !== 'denied');
    const told = own.filter(({ group }) => isNumbered(group.count) || group.isOne);
    return {
      all: told.map(({ group }) => group.count.min),
      title: told.filter(({ isTitle }) => isTitle).map(({ group }) => group.count.min),
      names: new Set(own.flatMap(({ group }) => group.names.map((name) => name.join(' ')))).size,
    };
  };
  const hit = drafts.filter(({ isHit: was, group }) => was && isNumbered(group.count));
  return { killed: of('killed'), injured: of('injured'), hit: hit.map(({ group }) => group.count.min) };
}

const times = (all: readonly number[], value: number): number => all.filter((x) => x === value).length;

function openness(count: Toll['toll'][Harm]): number {
  return count ? (count.max === null ? 2 : 1) : 0;
}

function peopleIn({ toll }: Toll): number {
  return (toll.killed?.min ?? 0) + (toll.injured?.min ?? 0);
}

function castOf({ links }: Binding, flip: Flip): Cast | null {
  if ('a' in flip) return flip.a;
  return 'draft' in flip ? (links.castOf(flip.draft) ?? null) : null;
}

/** The mention that a group is told by: its first figure, else its first mention, of the body. */
function leadOf(cast: Cast): Draft {
  const all = membersOf(cast);
  const body = all.filter(({ isTitle }) => !isTitle);
  return body.find(({ group }) => isNumbered(group.count)) ?? body[0] ?? all[0]!;
}

function sizeOf({ mentions }: Cast): number {
  let size = 0;
  for (const drafts of mentions.values()) size += drafts.length;
  return size;
}

/** Of the body, of the title, of both. */
function titleOf(cast: Cast): number {
  let [title, body] = [0, 0];
  for (const drafts of cast.mentions.values())
    for (const { isTitle } of drafts) {
      if (isTitle) title = 1;
      else body = 1;
    }
  return title === 0 ? 0 : body === 0 ? 1 : 2;
}

function harmCode(harm: Harm): number {
  return harm === 'killed' ? 1 : harm === 'injured' ? 2 : harm === 'killed or injured' ? 4 : 8;
}

function harmsOf({ mentions }: Cast): number {
  let code = 0;
  for (const harm of mentions.keys()) code |= harmCode(harm);
  return code;
}

function onesOf(a: Cast, b: Cast): number {
  return (a.group.isOne ? 2 : 0) + (b.group.isOne ? 1 : 0);
}

function introductionsOf(a: Cast, b: Cast): number {
  return INTRODUCTIONS[a.group.introduction] * 5 + INTRODUCTIONS[b.group.introduction];
}

/** How two groups stand to each other as the rules have them. */
function positionOf(a: Cast, b: Cast): number {
  if (isUnder(a, b)) return 1;
  if (isUnder(b, a)) return 2;
  if (a.whole && a.whole === b.whole) return 3;
  return 4 + (a.whole ? 2 : 0) + (b.whole ? 1 : 0);
}

/** Neither is told, one is, they are alike, they differ. */
function likeness(a: unknown, b: unknown): number {
  if (a === null) return b === null ? 0 : 2;
  if (b === null) return 1;
  return a === b ? 3 : 4;
}

function overlap(a: number, b: number, isShared: () => boolean): number {
  if (a === 0) return b === 0 ? 0 : 2;
  if (b === 0) return 1;
  return isShared() ? 3 : 4;
}

function compareCounts({ count: a, isOne: isA }: Group, { count: b, isOne: isB }: Group): number {
  const [isNumberA, isNumberB] = [isNumbered(a) || isA, isNumbered(b) || isB];
  if (!isNumberA || !isNumberB) return isNumberA ? 1 : isNumberB ? 2 : 0;
  return a.min === b.min ? 3 : a.min < b.min ? 4 : 5;
}

/** How many of a whole are not told apart, but for one of its parts. */
function restOf({ group, parts }: Cast, but: Cast): number {
  const told = parts.reduce((sum, part) => (part === but ? sum : sum + part.group.count.min), 0);
  return (group.count.max ?? group.count.min) - told;
}

/** 0 1 2 3 4-6 7-15 16- as 0..6. */
function sizeCode(n: number): number {
  return n <= 3 ? n : n <= 6 ? 4 : n <= 15 ? 5 : 6;
}

/** How far `a` is beyond `b`, or short of it: -9… -4 -2 -1 0 1 2 4 9… as 0..8. */
function between(a: number, b: number): number {
  const d = Math.abs(a - b);
  const step = d === 0 ? 0 : d === 1 ? 1 : d <= 3 ? 2 : d <= 8 ? 3 : 4;
  return a < b ? 4 - step : 4 + step;
}

/** The name of a tag as a number. */
function codeOf(name: string): number {
  let code = 7;
  for (let i = 0; i < name.length; i++) code = (Math.imul(code, 31) + name.charCodeAt(i)) | 0;
  return code;
}

function shapeOf({ mention, group, origin, isEarly, isGrown, isPartial, isOfHurt }: Draft): number[] {
  return [
    COUNT_KINDS.indexOf(group.count.kind),
    sizeCode(group.count.min),
    (mention.total ? 2 : 0) + (isGrown ? 1 : 0),
    (isEarly ? 2 : 0) + (isPartial ? 1 : 0),
    (isOfHurt ? 2 : 0) + (origin === '' ? 1 : 0),
    STANCES.indexOf(mention.certainty),
  ];
}
