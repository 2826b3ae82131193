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

/** A group in the making. It grows: what takes another in stays the same object. */
interface Cluster {
  /** The smallest name among its members: who goes first where two are equally alike. */
  name: MentionId;
  members: readonly Member[];
  hasMain: boolean;
  /** Whether it was taken in by another. */
  isGone: boolean;
  readonly near: Map<Cluster, Bond>;
  /** Those that a person told from it. */
  readonly barred: Set<Cluster>;
}

/** The links between two clusters: how many, and what they come to above `UNLIKE`, in units. */
interface Bond {
  readonly links: number;
  readonly above: number;
  /** The score of the two that are most alike. */
  readonly best: number;
}

/** Two clusters as they were when they were offered to be joined. */
interface Candidate {
  readonly a: MentionId;
  readonly b: MentionId;
  readonly mean: number;
  readonly of: readonly [Cluster, Cluster];
}

class Clustering {
  readonly #clusters = new Set<Cluster>();
  readonly #homes = new Map<MentionId, Cluster>();
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
      const cluster = {
        name,
        members: own,
        hasMain,
        isGone: false,
        near: new Map(),
        barred: new Set<Cluster>(),
      };
      this.#clusters.add(cluster);
      for (const { id } of own) this.#homes.set(id, cluster);
    }
    for (const { a, b, score } of links) {
      const [x, y] = [this.#homes.get(a), this.#homes.get(b)];
      if (!x || !y || x === y) continue;
      const bond = { links: 1, above: unitsOf(score) - UNLIKE * UNITS, best: score };
      addBond(x.near, y, bond);
      addBond(y.near, x, bond);
    }
    for (const { a, b } of different) {
      const [x, y] = [this.#homes.get(a), this.#homes.get(b)];
      if (!x || !y) continue;
      x.barred.add(y);
      y.barred.add(x);
    }
  }

  run(): Group[] {
    this.#agglomerate((cluster) => cluster.hasMain, this.#limits.sure);
    this.#attach();
    this.#agglomerate((cluster) => !cluster.hasMain, this.#limits.tied);
    return [...this.#clusters].map(groupOf).sort(byId);
  }

  /** Joins the two most alike clusters of a kind until none are alike enough. */
  #agglomerate(isOfKind: (cluster: Cluster) => boolean, limit: number): void {
    const queue = new Queue(goesBefore);
    const least = Math.ceil(limit * UNITS);
    const offer = (a: Cluster, b: Cluster, bond: Bond): void => {
      if (bond.best < this.#limits.tied) return;
      const mean = meanOf(a, b, bond);
      if (mean >= least) queue.push(pairOf(a, b, mean));
    };
    for (const a of this.#clusters) {
      if (!isOfKind(a)) continue;
      for (const [b, bond] of a.near) if (a.name < b.name && isOfKind(b)) offer(a, b, bond);
    }
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [a, b] = next.of;
      // an offer of clusters that have grown since is out of date
      if (a.isGone || b.isGone || a.name !== next.a || b.name !== next.b) continue;
      if (meanOf(a, b, a.near.get(b)!) !== next.mean) continue;
      if (a.barred.has(b)) continue;
      if (!a.hasMain && sharesReport(a, b)) continue;
      const joined = this.#join(a, b);
      for (const [other, bond] of joined.near) if (isOfKind(other)) offer(joined, other, bond);
    }
  }

  /** What is told beside a main event goes to the incident that has the mention it is most like. */
  #attach(): void {
    const best = new Map<Cluster, Candidate>();
    for (const { a, b, score } of this.#links) {
      const [x, y] = [this.#homes.get(a), this.#homes.get(b)];
      if (!x || !y || x.hasMain === y.hasMain || score < this.#limits.tied) continue;
      const [cluster, home] = x.hasMain ? [y, x] : [x, y];
      if (cluster.barred.has(home) || sharesReport(cluster, home)) continue;
      const candidate = pairOf(cluster, home, unitsOf(score));
      const other = best.get(cluster);
      if (!other || goesBefore(candidate, other)) best.set(cluster, candidate);
    }
    // homes are known by a member, since others may have taken them in
    const chosen = [...best].map(([cluster, candidate]) => {
      const home = candidate.of.find((one) => one !== cluster)!;
      return { candidate, ends: [cluster.members[0]!.id, home.members[0]!.id] };
    });
    for (const { ends } of chosen.sort((x, y) => (goesBefore(x.candidate, y.candidate) ? -1 : 1))) {
      const [x, y] = [this.#homes.get(ends[0]!)!, this.#homes.get(ends[1]!)!];
      if (x.barred.has(y) || sharesReport(x, y)) continue;
      this.#join(x, y);
    }
  }

  /** The one with fewer neighbours goes into the other. */
  #join(a: Cluster, b: Cluster): Cluster {
    const [host, guest] = a.near.size >= b.near.size ? [a, b] : [b, a];
    this.#clusters.delete(guest);
    guest.isGone = true;
    host.near.delete(guest);
    for (const [other, bond] of guest.near) {
      if (other === host) continue;
      other.near.delete(guest);
      addBond(host.near, other, bond);
      other.near.set(host, host.near.get(other)!);
    }
    for (const other of guest.barred) {
      other.barred.delete(guest);
      other.barred.add(host);
      host.barred.add(other);
    }
    for (const { id } of guest.members) this.#homes.set(id, host);
    host.name = a.name < b.name ? a.name : b.name;
    host.members = [...a.members, ...b.members];
    host.hasMain = a.hasMain || b.hasMain;
    return host;
  }
}

/** In units. Of large clusters not all pairs are ever compared: each member counts with `FIRST` of the others at least. */
function meanOf(a: Cluster, b: Cluster, { links, above }: Bond): number {
  const [m, n] = [a.members.length, b.members.length];
  const pairs = Math.max(links, Math.min(m * n, FIRST * Math.min(m, n)));
  return Math.floor(UNLIKE * UNITS + above / pairs);
}

function addBond(near: Map<Cluster, Bond>, other: Cluster, bond: Bond): void {
  const old = near.get(other);
  const sum = old && {
    links: old.links + bond.links,
    above: old.above + bond.above,
    best: Math.max(old.best, bond.best),
  };
  near.set(other, sum ?? bond);
}

function pairOf(x: Cluster, y: Cluster, mean: number): Candidate {
  const [a, b] = x.name < y.name ? [x, y] : [y, x];
  return { a: a.name, b: b.name, mean, of: [a, b] };
}

function goesBefore(x: Candidate, y: Candidate): boolean {
  if (x.mean !== y.mean) return x.mean > y.mean;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}

/** Two events of one report are two: its reading tells them apart. */
function sharesReport(a: Cluster, b: Cluster): boolean {
  const [few, many] = a.members.length <= b.members.length ? [a.members, b.members] : [b.members, a.members];
  return many.some(({ report }) => few.some((other) => other.report === report));
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
