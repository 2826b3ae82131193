/**
 * What the claims on one event come to, by the ten rules of the contract ("The toll of an event"). Takes claims of one
 * event in the wire form and gives a Count for each harm, with the claims that make each bound. Pure; of no language.
 */
import { between, isNumbered, isOnePerson, isZero } from './count.ts';
import type { Claim, Count, Harm } from './reading.ts';
import { compareVictims, foldName, type VictimRelation } from './victims.ts';

export interface TollOptions {
  /** A key for whose word a claim is. By default the first attribution's id; '' is the report's own voice. */
  readonly originOf?: (claim: Claim) => string;
  /** How two claims' victims relate, where somebody knows it better than the wire form shows. */
  readonly compare?: (a: Claim, b: Claim) => VictimRelation;
}

export interface TollProblem {
  readonly code: 'parts-over-whole' | 'names-over-figure';
  readonly harm: Harm;
  /** Claim.id of those that do not fit together. */
  readonly claims: readonly string[];
}

export interface Toll {
  readonly toll: Partial<Record<Harm, Count>>;
  readonly from: Partial<Record<Harm, { min: string[]; max: string[] }>>;
  readonly problems: readonly TollProblem[];
}

/** The toll of an event from its claims. A harm of which nothing is said has no entry. */
export function tollOf(claims: readonly Claim[], options: TollOptions = {}): Toll {
  return new Fold(claims.slice(0, MAX_CLAIMS), options).toll();
}

/** The same of civilians alone (rule 10): min of stated civilians, max with unknown and contested victims. */
export function civilianTollOf(claims: readonly Claim[], options: TollOptions = {}): Toll {
  const considered = claims.slice(0, MAX_CLAIMS);
  const civilians = considered.filter(isCivilian);
  const called = new Set(civilians.flatMap(repeated));
  const counted = new Set(civilians.map(({ id }) => id));
  // "A man was killed … the civilian killed", and the new figure for eight civilians.
  const isStated = (claim: Claim): boolean =>
    isCivilian(claim) ||
    (!hasStatus(claim) &&
      (called.has(claim.id) ||
        claim.relations.some(({ to, kind }) => kind === 'updates' && counted.has(to))));
  const stated = new Fold(considered, options, isStated, true).toll();
  const possible = new Fold(
    considered,
    options,
    (claim) => claim.victims.civilianStatus !== 'combatant',
    true,
  ).toll();
  const toll: Toll['toll'] = {};
  const from: Toll['from'] = {};
  for (const harm of HARMS) {
    if (!considered.some((claim) => tellsOf(claim, harm) && hasStatus(claim) && isTaken(claim))) continue;
    const low = stated.toll[harm];
    const high = possible.toll[harm];
    if (!low && !high) continue;
    const min = low?.min ?? 0;
    const max = high ? high.max : low!.max;
    toll[harm] =
      low && low.min === high?.min && low.max === max
        ? low
        : between(
            min,
            max === null ? null : Math.max(min, max),
            Boolean(low?.approximate || high?.approximate),
          );
    from[harm] = {
      min: stated.from[harm]?.min ?? [],
      max: possible.from[harm]?.max ?? stated.from[harm]?.max ?? [],
    };
  }
  return { toll, from, problems: [] };
}

/** Comparing is pairwise: a report with more claims on one event than this is a table, and tables are not summed here. */
const MAX_CLAIMS = 100;
/** Groups of one harm in one event beyond which sets of them are not tried. */
const MAX_APART = 20;
/** Parts of parts of parts: deeper than anybody tells, and where a ring of them ends. */
const MAX_DEPTH = 4;

const HARMS: readonly Harm[] = [
  'killed',
  'injured',
  'killed or injured',
  'missing',
  'detained',
  'abducted',
  'displaced',
];
const TAKEN: ReadonlySet<Claim['stance']> = new Set(['asserted', 'acknowledged', 'estimated', 'alleged']);

function isTaken(claim: Claim): boolean {
  return claim.scope === 'incident' && TAKEN.has(claim.stance);
}

function isCivilian({ victims }: Claim): boolean {
  return victims.civilianStatus === 'civilian';
}

/** The claims that one says again, perhaps with a word more: "a man was killed … the civilian killed". */
function repeated({ relations }: Claim): string[] {
  return relations.flatMap(({ to, kind }) => (kind === 'repeats' ? [to] : []));
}

function hasStatus({ victims }: Claim): boolean {
  return victims.civilianStatus !== 'unknown';
}

/** Bounds on a number of people, and the claims that they stand on. */
interface Bound {
  readonly min: number;
  readonly max: number | null;
  readonly kind: Count['kind'];
  readonly approximate: boolean;
  readonly minFrom: readonly string[];
  readonly maxFrom: readonly string[];
}

/** Claims on the same victims, each with its own bound once parts and reductions are reckoned in. */
interface Group {
  readonly claims: readonly Claim[];
  readonly bound: Bound;
}

class Fold {
  readonly #originOf: (claim: Claim) => string;
  readonly #compare: (a: Claim, b: Claim) => VictimRelation;
  readonly #byId: Map<string, Claim>;
  /** Of the claims that count: neither repeats nor superseded, by rule 1. */
  readonly #taken: readonly Claim[];
  readonly #isCounted: (claim: Claim) => boolean;
  /** Nobody but civilians is counted, so that "no civilians" is nobody. */
  readonly #ofCivilians: boolean;
  readonly #parts = new Map<string, Claim[]>();
  readonly #reducers = new Map<string, Claim[]>();
  readonly #supersededBy = new Map<string, string>();
  readonly #problems: TollProblem[] = [];

  constructor(
    claims: readonly Claim[],
    { originOf = (claim) => claim.attribution[0] ?? '', compare = compareVictims }: TollOptions,
    isCounted: (claim: Claim) => boolean = () => true,
    ofCivilians = false,
  ) {
    this.#ofCivilians = ofCivilians;
    this.#originOf = originOf;
    this.#compare = compare;
    this.#isCounted = isCounted;
    this.#byId = new Map(claims.map((claim) => [claim.id, claim]));
    const usable = claims.filter(isTaken);
    for (const claim of usable) {
      for (const { to, kind } of claim.relations) {
        const supersedes =
          (kind === 'updates' || kind === 'corrects') && this.#byId.get(to)?.harm === claim.harm;
        if (supersedes && !this.#supersededBy.has(claim.id)) this.#supersededBy.set(to, claim.id);
      }
    }
    this.#taken = usable.filter((claim) => !this.#supersededBy.has(claim.id) && !this.#isRepeat(claim));
    for (const claim of this.#taken) this.#fileParts(claim);
  }

  toll(): Toll {
    const toll: Toll['toll'] = {};
    const from: Toll['from'] = {};
    for (const harm of HARMS) {
      const bound = this.#harm(harm);
      if (!bound) continue;
      toll[harm] = countOf(bound);
      from[harm] = { min: [...bound.minFrom], max: [...bound.maxFrom] };
    }
    return { toll, from, problems: this.#problems };
  }

  #isRepeat(claim: Claim): boolean {
    return claim.relations.some(
      ({ to, kind }) => kind === 'repeats' && this.#byId.has(to) && this.#current(to)?.id !== claim.id,
    );
  }

  /** The claim that stands for `id` today: repeats lead to what they repeat, superseded claims to what replaced them. */
  #current(id: string): Claim | undefined {
    let at = this.#byId.get(id);
    for (let steps = 0; at && steps < 8; steps++) {
      const next =
        at.relations.find(({ kind, to }) => kind === 'repeats' && this.#byId.has(to))?.to ??
        this.#supersededBy.get(at.id);
      if (!next || next === id) break;
      at = this.#byId.get(next);
    }
    return at;
  }

  /** Parts of the same harm go to their whole; the dead among the shot (rule 9), or of their wounds (rule 8), reduce it. */
  #fileParts(claim: Claim): void {
    for (const { to, kind } of claim.relations) {
      const whole = this.#current(to);
      if (!whole || whole.id === claim.id || !this.#taken.includes(whole)) continue;
      if (whole.harm === claim.harm && kind === 'part of') push(this.#parts, whole.id, claim);
      else if (whole.harm !== claim.harm && (kind === 'part of' || kind === 'updates'))
        this.#reduceFrom(whole, claim);
    }
  }

  /** Who leaves a group leaves every whole that it is part of. */
  #reduceFrom(whole: Claim, claim: Claim): void {
    let at: Claim | undefined = whole;
    for (let steps = 0; at && steps < 8; steps++) {
      for (const { id } of [at, ...this.#confirming(at)])
        if (!this.#reducers.get(id)?.includes(claim)) push(this.#reducers, id, claim);
      at = this.#wholeOf(at);
    }
  }

  /** Other sources' figures for the same people. */
  #confirming(claim: Claim): Claim[] {
    return this.#taken.filter(
      (other) => other !== claim && other.harm === claim.harm && isRelated(other, claim, 'confirms'),
    );
  }

  #wholeOf({ harm, relations }: Claim): Claim | undefined {
    const outer = relations.find(({ to, kind }) => kind === 'part of' && this.#byId.get(to)?.harm === harm);
    return outer && this.#current(outer.to);
  }

  #isPart(claim: Claim): boolean {
    for (const { to, kind } of claim.relations) {
      if (kind !== 'part of') continue;
      const whole = this.#current(to);
      if (
        whole &&
        whole.id !== claim.id &&
        whole.harm === claim.harm &&
        this.#taken.includes(whole) &&
        this.#isCounted(whole)
      )
        return true;
    }
    return false;
  }

  #harm(harm: Harm): Bound | null {
    const top = this.#taken.filter(
      (claim) => tellsOf(claim, harm) && this.#isCounted(claim) && !this.#isPart(claim),
    );
    if (top.length === 0) return null;
    const bound = this.#fold(top, harm);
    return bound && this.#withNames(bound, harm);
  }

  /** Rules 2 to 6 over claims none of which is a part of another. */
  #fold(claims: readonly Claim[], harm: Harm, depth = 0): Bound | null {
    const positive: { claim: Claim; bound: Bound }[] = [];
    const zeros: Claim[] = [];
    for (const claim of claims) {
      if (isZero(claim.count)) zeros.push(claim);
      else {
        const bound = this.#ofClaim(claim, harm, depth);
        if (bound.max !== 0) positive.push({ claim, bound });
      }
    }
    if (positive.length === 0) return nobody(zeros, this.#ofCivilians);
    return this.#total(this.#groups(positive));
  }

  /** Groups with those inside them, each whole raised by what it holds, put together. */
  #total(groups: readonly Group[]): Bound {
    // Descriptions can each seem to hold the other, or go in a ring: then none of them is the whole.
    const isInside = (part: Group, whole: Group) =>
      part !== whole && this.#holds(whole, part) && !this.#holds(part, whole);
    const outer = groups.filter((group) => !groups.some((other) => isInside(group, other)));
    const tops = outer.length > 0 ? outer : groups;
    const whole = tops.map((top) => {
      const held = outer.length > 0 ? groups.filter((group) => isInside(group, top)) : [];
      return { ...top, bound: held.length > 0 ? this.#raise(top, this.#total(held)) : top.bound };
    });
    return this.#add(whole, groups);
  }

  /** What one claim comes to: less those who died of it, and no less than its parts. */
  #ofClaim(claim: Claim, harm: Harm, depth: number): Bound {
    let bound = boundOf(claim);
    const reducers = this.#reducers.get(claim.id);
    if (reducers) bound = this.#reduce(bound, reducers);
    const parts = this.#parts.get(claim.id)?.filter((part) => this.#isCounted(part) && !isZero(part.count));
    if (!parts?.length || depth > MAX_DEPTH) return bound;
    const sum = this.#fold(parts, harm, depth + 1);
    if (!sum || sum.min <= bound.min) return bound;
    if (bound.max === null || !isNumbered(claim.count)) {
      return { ...bound, min: sum.min, max: null, minFrom: sum.minFrom, kind: 'at least' };
    }
    if (sum.min <= bound.max)
      return claim.count.approximate ? { ...bound, min: sum.min, minFrom: sum.minFrom } : bound;
    this.#problems.push({ code: 'parts-over-whole', harm, claims: [claim.id, ...sum.minFrom] });
    return sum;
  }

  #reduce(bound: Bound, reducers: readonly Claim[]): Bound {
    // A part of another of them, or another source's word for it, takes nobody more away.
    const outer = reducers.filter(
      (claim) =>
        !claim.relations.some(
          ({ to, kind }) =>
            (kind === 'part of' || kind === 'confirms') && reducers.some(({ id }) => id === to),
        ),
    );
    let { min, max } = bound;
    for (const { count } of outer) {
      const most = isOnePerson(count) ? 1 : (count.max ?? count.min);
      min = Math.max(0, min - most);
      if (max !== null) max = Math.max(min, max - count.min);
    }
    const from = outer.map((claim) => claim.id);
    return { ...bound, min, max, minFrom: [...bound.minFrom, ...from], maxFrom: [...bound.maxFrom, ...from] };
  }

  #relation(a: Claim, b: Claim): VictimRelation {
    if (isRelated(a, b, 'confirms') || isRelated(a, b, 'contradicts')) return 'same';
    if (isRelated(a, b, 'repeats')) return 'same';
    const relation = this.#compare(a, b);
    // One voice that tells of single people, one after the other, tells of different people: else it would repeat itself.
    const isOneByOne =
      isOnePerson(a.count) && isOnePerson(b.count) && this.#originOf(a) === this.#originOf(b);
    return relation === 'same' && isOneByOne && a.victims.named.length + b.victims.named.length < 2
      ? 'apart'
      : relation;
  }

  /** Claims on the same victims put together (rule 3), vague ones giving way to numbers (rule 4). */
  #groups(items: readonly { claim: Claim; bound: Bound }[]): Group[] {
    const members: { claim: Claim; bound: Bound }[][] = [];
    for (const item of items) {
      const home = members.find((group) => {
        const relations = group.map((other) => this.#relation(item.claim, other.claim));
        return relations.includes('same') && !relations.includes('apart');
      });
      if (home) home.push(item);
      else members.push([item]);
    }
    return members.map((group) => ({
      claims: group.map(({ claim }) => claim),
      bound: acrossOrigins(group.map(({ bound }) => bound)),
    }));
  }

  /** Whether one group's victims hold all of the other's. */
  #holds(whole: Group, part: Group): boolean {
    return this.#between(whole, part) === 'contains';
  }

  #between(a: Group, b: Group): VictimRelation {
    let found: VictimRelation | null = null;
    for (const x of a.claims) {
      for (const y of b.claims) {
        const relation = this.#relation(x, y);
        if (relation === 'apart') return 'apart';
        if (found === null || relation !== 'unclear') found = relation;
      }
    }
    return found ?? 'unclear';
  }

  /** A whole beside figures for some of its people. Of one voice they lift its min; of another they can lift its max alone. */
  #raise(whole: Group, parts: Bound): Bound {
    const { bound } = whole;
    const partClaims = [...parts.minFrom, ...parts.maxFrom].map((id) => this.#byId.get(id)!);
    const isOneVoice = partClaims.every((part) =>
      whole.claims.some((claim) => this.#originOf(claim) === this.#originOf(part)),
    );
    if (!isNumberedKind(bound.kind)) {
      return parts.min > bound.min
        ? {
            ...bound,
            min: parts.min,
            max: null,
            minFrom: parts.minFrom,
            kind: 'at least',
            approximate: parts.approximate,
          }
        : bound;
    }
    if (parts.min <= bound.min) return bound;
    if (bound.max === null) {
      if (isOneVoice) return { ...bound, min: parts.min, minFrom: parts.minFrom };
      return parts.max !== null
        ? { ...bound, max: parts.max, maxFrom: parts.maxFrom, kind: 'between' }
        : bound;
    }
    if (parts.min <= bound.max) return bound;
    return {
      ...bound,
      max: parts.max,
      maxFrom: parts.maxFrom,
      kind: parts.max === null ? 'at least' : 'between',
    };
  }

  /** Rule 5: groups that exclude each other add; where overlap is not excluded, the larger min, and no max. */
  #add(groups: readonly Group[], all: readonly Group[]): Bound {
    const clusters: Group[][] = [];
    for (const group of groups) {
      const cluster = clusters.find((c) => c.some((other) => this.#between(other, group) !== 'apart'));
      if (cluster) cluster.push(group);
      else clusters.push([group]);
    }
    return clusters.map((cluster) => this.#overlapping(cluster, all)).reduce(sum);
  }

  /**
   * Some may be counted twice: at least as many as in groups that nobody is in twice, and no upper bound. Groups inside
   * others count here: "14 civilians", "23 marines" and "many Vellanders" are 37 at least, whoever the many were.
   */
  #overlapping(cluster: readonly Group[], all: readonly Group[]): Bound {
    const [first] = cluster;
    if (cluster.length === 1) return first!.bound;
    const inside = all.filter(
      (group) =>
        !cluster.some(({ claims }) => claims === group.claims) &&
        cluster.some((one) => this.#holds(one, group)),
    );
    const sorted = [...cluster, ...inside].sort((a, b) => b.bound.min - a.bound.min).slice(0, MAX_APART);
    const apart = sorted.map((group, i) => {
      const chosen = [group];
      for (const other of [...sorted.slice(i + 1), ...sorted.slice(0, i)])
        if (chosen.every((one) => this.#between(one, other) === 'apart')) chosen.push(other);
      return chosen.map(({ bound }) => bound).reduce(sum);
    });
    const larger = apart.reduce((a, b) => (b.min > a.min ? b : a));
    const kind = isNumberedKind(larger.kind) ? 'at least' : larger.kind;
    return { ...larger, max: null, kind, maxFrom: cluster.flatMap(({ bound }) => bound.maxFrom) };
  }

  /** Rule 7. */
  #withNames(bound: Bound, harm: Harm): Bound {
    const holders = [...this.#byId.values()].filter(
      (claim) =>
        claim.harm === harm && isTaken(claim) && this.#isCounted(claim) && claim.victims.named.length > 0,
    );
    const names = new Set<string>();
    for (const { victims } of holders) {
      for (const { name, identity } of victims.named) if (identity === 'stated') names.add(foldName(name));
    }
    if (names.size <= bound.min) return bound;
    const claims = holders.map((claim) => claim.id);
    const isExact = bound.max !== null && !bound.approximate;
    if (!isExact) {
      const max = bound.max === null ? null : Math.max(bound.max, names.size);
      return {
        ...bound,
        min: names.size,
        max,
        minFrom: claims,
        kind: max === null ? 'at least' : bound.kind,
      };
    }
    if (names.size > bound.max!) this.#problems.push({ code: 'names-over-figure', harm, claims });
    return bound;
  }
}

/** "No casualties" speaks of the dead and of the hurt (rule 9). */
function tellsOf(claim: Claim, harm: Harm): boolean {
  if (claim.harm === 'killed or injured' && isZero(claim.count))
    return harm === 'killed' || harm === 'injured';
  return claim.harm === harm;
}

function isRelated(a: Claim, b: Claim, kind: Claim['relations'][number]['kind']): boolean {
  return (
    a.relations.some((relation) => relation.kind === kind && relation.to === b.id) ||
    b.relations.some((relation) => relation.kind === kind && relation.to === a.id)
  );
}

function boundOf({ id, count }: Claim): Bound {
  // A singular noun without a quantity word is one person, as far as a sum is concerned.
  const max = isOnePerson(count) ? 1 : count.max;
  return {
    min: count.min,
    max,
    kind: count.kind,
    approximate: count.approximate,
    minFrom: [id],
    maxFrom: [id],
  };
}

function isNumberedKind(kind: Count['kind']): boolean {
  return kind !== 'vague' && kind !== 'unstated';
}

/** Only zeros: nobody at all where one of them speaks of everybody, else nothing is known of the whole (rule 6). */
function nobody(zeros: readonly Claim[], ofCivilians: boolean): Bound | null {
  const general = zeros.filter(
    ({ victims }) =>
      (victims.civilianStatus === 'unknown' || (ofCivilians && victims.civilianStatus === 'civilian')) &&
      !victims.affiliation &&
      !victims.nationality,
  );
  if (general.length === 0) return null;
  const from = general.map((claim) => claim.id);
  return { min: 0, max: 0, kind: 'exact', approximate: false, minFrom: from, maxFrom: from };
}

/** Rule 3. "Up to 30" gives no low bound, so it lowers none. */
function acrossOrigins(bounds: readonly Bound[]): Bound {
  const numbered = bounds.filter(({ kind }) => isNumberedKind(kind));
  const vague = bounds.filter(({ kind }) => kind === 'vague');
  const all = numbered.length > 0 ? numbered : vague.length > 0 ? vague : bounds;
  if (all.length === 1) return all[0]!;
  const floors = all.filter(({ kind }) => kind !== 'up to');
  const min = Math.min(...(floors.length > 0 ? floors : all).map((bound) => bound.min));
  const largest = Math.max(...all.map((bound) => bound.max ?? bound.min));
  const closed = all.filter((bound) => bound.max === largest);
  const max = closed.length > 0 ? largest : null;
  const lowest = (floors.length > 0 ? floors : all).filter((bound) => bound.min === min);
  const highest = max === null ? all.filter((bound) => bound.max === null) : closed;
  const kind = numbered.length === 0 ? all[0]!.kind : between(min, max).kind;
  return {
    min,
    max,
    kind,
    approximate: [...lowest, ...highest].every((bound) => bound.approximate),
    minFrom: lowest.flatMap((bound) => bound.minFrom),
    maxFrom: highest.flatMap((bound) => bound.maxFrom),
  };
}

function sum(a: Bound, b: Bound): Bound {
  const min = a.min + b.min;
  const max = a.max === null || b.max === null ? null : a.max + b.max;
  const approximate = a.approximate || b.approximate;
  const isNumber = isNumberedKind(a.kind) || isNumberedKind(b.kind) || max !== null;
  return {
    min,
    max,
    kind: isNumber ? between(min, max, approximate).kind : a.kind,
    approximate,
    minFrom: [...a.minFrom, ...b.minFrom],
    maxFrom: [...a.maxFrom, ...b.maxFrom],
  };
}

function countOf({ min, max, kind, approximate }: Bound): Count {
  if (max !== null && min === max && !approximate) return { min, max, kind: 'exact', approximate };
  if (isNumberedKind(kind)) return between(min, max, approximate);
  return { min, max, kind, approximate };
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
