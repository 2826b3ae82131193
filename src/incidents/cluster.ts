/**
 * Puts mentions together to incidents: a function of the mentions, of how alike each two are, and of what people decided,
 * whatever order they come in.
 *
 * First the main events of reports, the two most alike groups first, as long as their members are on average alike enough
 * (average linkage) and two of them likelier one than not; then what reports tell beside their main event goes to the
 * incident that it is most like, and never joins two; what is left is put together in the same way to incidents that are
 * only recalled. People's "same" is put together before all that, and no group takes in what a person told from one of its
 * members.
 */
import type { MentionId, Moment, ReportId } from '../model/record.ts';
import { FIRST } from './block.ts';
import { type Decisions, Sets } from './judge.ts';

/** What grouping has to know of a mention. */
export interface Member {
  readonly id: MentionId;
  readonly report: ReportId;
  readonly isMain: boolean;
  readonly recordedAt: Moment;
}

/** How alike two mentions are: log-odds. Pairs without a link are as unlike as `UNLIKE`; a `Comparison` is a link. */
export interface Link {
  readonly a: MentionId;
  readonly b: MentionId;
  readonly score: number;
}

export interface Group {
  /** The name of its founding mention: the one recorded first. */
  readonly id: MentionId;
  /** Main events of reports, by id. */
  readonly mains: readonly MentionId[];
  /** Told beside another main event, by id. */
  readonly others: readonly MentionId[];
}

export interface Limits {
  /** Average log-odds at which groups are put together. */
  readonly sure: number;
  /**
   * Log-odds that the two most alike of them must reach as well, and that tie what a report tells beside its main event to
   * an incident. Without it, in a record where all is a little like all, everything would hang together.
   */
  readonly tied: number;
}

/**
 * The score of pairs that were not compared, and the lowest that counts: links at or below it need not be kept. Two groups
 * are only put together over a link of `tied` or more, so what no such link or decision ties together can be grouped apart.
 */
export const UNLIKE = -2;

/** The groups, by id. */
export function cluster(
  members: readonly Member[],
  links: readonly Link[],
  decisions: Pick<Decisions, 'same' | 'different'>,
  limits: Limits,
): Group[] {
  return new Clustering(members, links, decisions, limits).run();
}

/** Scores are added as whole numbers, so that sums come out the same in any order; rounded down, so that none reaches a limit by it. */
const UNITS = 1000;
const unitsOf = (score: number): number => Math.max(UNLIKE * UNITS, Math.floor(score * UNITS));

/** A group in the making. */
interface Cluster {
  /** The smallest name among its members: who goes first where two are equally alike. */
  readonly name: MentionId;
  readonly members: readonly Member[];
  readonly hasMain: boolean;
  /** Name of a neighbour → the links to it. */
  readonly near: Map<MentionId, Bond>;
  /** Names of clusters that a person told from it. */
  readonly barred: Set<MentionId>;
}

/** The links between two clusters: how many, and what they come to above `UNLIKE`, in units. */
interface Bond {
  readonly links: number;
  readonly above: number;
  /** The score of the two that are most alike. */
  readonly best: number;
}

interface Candidate {
  readonly a: MentionId;
  readonly b: MentionId;
  readonly mean: number;
}

class Clustering {
  readonly #clusters = new Map<MentionId, Cluster>();
  readonly #links: readonly Link[];
  readonly #limits: Limits;

  constructor(
    members: readonly Member[],
    links: readonly Link[],
    { same, different }: Pick<Decisions, 'same' | 'different'>,
    limits: Limits,
  ) {
    this.#links = links;
    this.#limits = limits;
    const known = new Set(members.map(({ id }) => id));
    const sets = new Sets();
    for (const { a, b } of same) if (known.has(a) && known.has(b)) sets.join(a, b);
    for (const [name, own] of Map.groupBy(members, ({ id }) => sets.find(id))) {
      const hasMain = own.some(({ isMain }) => isMain);
      this.#clusters.set(name, { name, members: own, hasMain, near: new Map(), barred: new Set() });
    }
    for (const { a, b, score } of links) {
      if (!known.has(a) || !known.has(b)) continue;
      const [x, y] = [this.#clusters.get(sets.find(a))!, this.#clusters.get(sets.find(b))!];
      if (x === y) continue;
      const bond = { links: 1, above: unitsOf(score) - UNLIKE * UNITS, best: score };
      addBond(x.near, y.name, bond);
      addBond(y.near, x.name, bond);
    }
    for (const { a, b } of different) {
      if (!known.has(a) || !known.has(b)) continue;
      this.#clusters.get(sets.find(a))!.barred.add(sets.find(b));
      this.#clusters.get(sets.find(b))!.barred.add(sets.find(a));
    }
  }

  run(): Group[] {
    this.#agglomerate((cluster) => cluster.hasMain, this.#limits.sure);
    this.#attach();
    this.#agglomerate((cluster) => !cluster.hasMain, this.#limits.tied);
    return [...this.#clusters.values()].map(groupOf).sort(byId);
  }

  /** Joins the two most alike clusters of a kind until none are alike enough. */
  #agglomerate(isOfKind: (cluster: Cluster) => boolean, limit: number): void {
    const queue = new Queue(goesBefore);
    const least = Math.ceil(limit * UNITS);
    const offer = (a: Cluster, b: Cluster): void => {
      const mean = this.#mean(a, b);
      if (mean >= least && a.near.get(b.name)!.best >= this.#limits.tied) queue.push(pairOf(a, b, mean));
    };
    for (const a of this.#clusters.values()) {
      if (!isOfKind(a)) continue;
      for (const name of a.near.keys()) {
        const b = this.#clusters.get(name)!;
        if (a.name < b.name && isOfKind(b)) offer(a, b);
      }
    }
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [a, b] = [this.#clusters.get(next.a), this.#clusters.get(next.b)];
      // an offer of clusters that have grown since is out of date
      if (!a || !b || this.#mean(a, b) !== next.mean) continue;
      if (a.barred.has(b.name)) continue;
      if (!a.hasMain && sharesReport(a, b)) continue;
      const joined = this.#join(a, b);
      for (const name of joined.near.keys()) {
        const other = this.#clusters.get(name)!;
        if (isOfKind(other)) offer(joined, other);
      }
    }
  }

  /** What is told beside a main event goes to the incident that has the mention it is most like. */
  #attach(): void {
    const homeOf = new Map<MentionId, Cluster>();
    for (const cluster of this.#clusters.values())
      for (const { id } of cluster.members) homeOf.set(id, cluster);
    const best = new Map<MentionId, Candidate>();
    for (const { a, b, score } of this.#links) {
      for (const [cluster, home] of [
        [homeOf.get(a), homeOf.get(b)],
        [homeOf.get(b), homeOf.get(a)],
      ]) {
        if (!cluster || !home || cluster.hasMain || !home.hasMain) continue;
        if (score < this.#limits.tied || cluster.barred.has(home.name) || sharesReport(cluster, home))
          continue;
        const candidate = pairOf(cluster, home, unitsOf(score));
        const other = best.get(cluster.name);
        if (!other || goesBefore(candidate, other)) best.set(cluster.name, candidate);
      }
    }
    // homes are known by a member: their names change as they take others in
    const nameOf = new Sets();
    for (const { a, b } of [...best.values()].sort((x, y) => (goesBefore(x, y) ? -1 : 1))) {
      const [x, y] = [this.#clusters.get(nameOf.find(a))!, this.#clusters.get(nameOf.find(b))!];
      if (x.barred.has(y.name) || sharesReport(x, y)) continue;
      this.#join(x, y);
      nameOf.join(a, b);
    }
  }

  /** In units. Of large clusters not all pairs are ever compared: each member counts with `FIRST` of the others at least. */
  #mean(a: Cluster, b: Cluster): number {
    const { links, above } = a.near.get(b.name) ?? { links: 0, above: 0 };
    const [m, n] = [a.members.length, b.members.length];
    const pairs = Math.max(links, Math.min(m * n, FIRST * Math.min(m, n)));
    return Math.floor(UNLIKE * UNITS + above / pairs);
  }

  #join(a: Cluster, b: Cluster): Cluster {
    const name = a.name < b.name ? a.name : b.name;
    this.#clusters.delete(a.name);
    this.#clusters.delete(b.name);
    const near = new Map<MentionId, Bond>();
    for (const from of [a, b]) {
      for (const [other, bond] of from.near) {
        if (other !== a.name && other !== b.name) addBond(near, other, bond);
      }
    }
    for (const [other, bond] of near) {
      const neighbour = this.#clusters.get(other)!;
      neighbour.near.delete(a.name);
      neighbour.near.delete(b.name);
      neighbour.near.set(name, bond);
    }
    const barred = new Set([...a.barred, ...b.barred]);
    for (const other of barred) {
      const neighbour = this.#clusters.get(other);
      neighbour?.barred.delete(a.name);
      neighbour?.barred.delete(b.name);
      neighbour?.barred.add(name);
    }
    const joined = {
      name,
      members: [...a.members, ...b.members],
      hasMain: a.hasMain || b.hasMain,
      near,
      barred,
    };
    this.#clusters.set(name, joined);
    return joined;
  }
}

function addBond(near: Map<MentionId, Bond>, name: MentionId, { links, above, best }: Bond): void {
  const old = near.get(name);
  near.set(name, {
    links: (old?.links ?? 0) + links,
    above: (old?.above ?? 0) + above,
    best: Math.max(old?.best ?? best, best),
  });
}

function pairOf(a: Cluster, b: Cluster, mean: number): Candidate {
  return a.name < b.name ? { a: a.name, b: b.name, mean } : { a: b.name, b: a.name, mean };
}

function goesBefore(x: Candidate, y: Candidate): boolean {
  if (x.mean !== y.mean) return x.mean > y.mean;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

/** Two events of one report are two: its reading tells them apart. */
function sharesReport(a: Cluster, b: Cluster): boolean {
  return a.members.some(({ report }) => b.members.some((other) => other.report === report));
}

function groupOf({ members }: Cluster): Group {
  const founding = members.reduce((first, one) => (isEarlier(one, first) ? one : first));
  const idsOf = (isMain: boolean): MentionId[] =>
    members
      .filter((member) => member.isMain === isMain)
      .map(({ id }) => id)
      .sort();
  return { id: founding.id, mains: idsOf(true), others: idsOf(false) };
}

function isEarlier(a: Member, b: Member): boolean {
  return a.recordedAt !== b.recordedAt ? a.recordedAt < b.recordedAt : a.id < b.id;
}

const byId = (a: Group, b: Group): number => (a.id < b.id ? -1 : 1);

/** A priority queue (binary heap). */
class Queue {
  readonly #items: Candidate[] = [];
  readonly #isBefore: (a: Candidate, b: Candidate) => boolean;

  constructor(isBefore: (a: Candidate, b: Candidate) => boolean) {
    this.#isBefore = isBefore;
  }

  push(item: Candidate): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.#isBefore(item, items[up]!)) break;
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  pop(): Candidate | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (items.length === 0 || last === undefined) return first;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && this.#isBefore(items[down + 1]!, items[down]!)) down++;
      if (!this.#isBefore(items[down]!, last)) break;
      items[at] = items[down]!;
      at = down;
    }
    items[at] = last;
    return first;
  }
}
