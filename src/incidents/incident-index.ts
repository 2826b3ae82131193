/**
 * The incidents of a record that grows, in memory: a report that is added is compared with its blocks, and only what it is
 * tied to is grouped anew. After any additions and decisions the groups are those that `cluster` makes of everything.
 */
import type { KeptReport, MentionId } from '../model/record.ts';
import { Blocks } from './block.ts';
import { cluster, type Group, type Link, type Member, UNLIKE } from './cluster.ts';
import { scoreOf, WEIGHTS, type Weights } from './compare/compare.ts';
import { type Profile, profileOf } from './compare/feature.ts';
import type { Decisions } from './judge.ts';
import { mentionsOf } from './mention.ts';
import type { Rarity } from './words.ts';

type InForce = Pick<Decisions, 'same' | 'different'>;

export class IncidentIndex {
  readonly #rarity: Rarity;
  readonly #weights: Weights;
  readonly #blocks = new Blocks();
  readonly #profiles = new Map<MentionId, Profile>();
  /** Of every mention its links above `UNLIKE`; with both its ends stands the same link. */
  readonly #links = new Map<MentionId, Link[]>();
  readonly #groups = new Map<MentionId, Group>();
  readonly #touched = new Set<MentionId>();
  #decisions: InForce = { same: [], different: [] };

  constructor(rarity: Rarity, weights: Weights = WEIGHTS) {
    this.#rarity = rarity;
    this.#weights = weights;
  }

  /** Adds a report; those recorded before it must be there. Gives how many comparisons were made. */
  add(report: KeptReport): number {
    let comparisons = 0;
    for (const mention of mentionsOf(report, this.#rarity)) {
      const profile = profileOf(mention, this.#rarity);
      this.#profiles.set(mention.id, profile);
      this.#links.set(mention.id, []);
      this.#touched.add(mention.id);
      for (const other of this.#blocks.meet(mention)) {
        comparisons++;
        const score = scoreOf(this.#profiles.get(other)!, profile, this.#weights);
        if (score <= UNLIKE) continue;
        const [a, b] = other < mention.id ? [other, mention.id] : [mention.id, other];
        const link = { a, b, score };
        for (const end of [a, b]) this.#links.get(end)!.push(link);
      }
    }
    return comparisons;
  }

  /** Puts other decisions in force. */
  decide(decisions: InForce): void {
    for (const { same, different } of [this.#decisions, decisions]) {
      for (const { a, b } of [...same, ...different]) this.#touched.add(a).add(b);
    }
    this.#decisions = decisions;
  }

  /** Groups anew what was touched since; gives those groups. */
  settle(): Group[] {
    const settled: Group[] = [];
    const done = new Set<MentionId>();
    const tied = this.#tiedByPeople();
    for (const start of this.#touched) {
      if (done.has(start) || !this.#profiles.has(start)) continue;
      const component = this.#componentOf(start, tied);
      for (const id of component) done.add(id);
      const groups = cluster(
        [...component].map((id): Member => this.#profiles.get(id)!.mention),
        [...new Set([...component].flatMap((id) => this.#links.get(id)!))],
        this.#decisions,
        this.#weights,
      );
      for (const group of groups) {
        for (const id of [...group.mains, ...group.others]) this.#groups.set(id, group);
      }
      settled.push(...groups);
    }
    this.#touched.clear();
    return settled;
  }

  /** All groups, by id, as they were last settled. */
  groups(): Group[] {
    return [...new Set(this.#groups.values())].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The incident that a mention, or a former id of an incident, is in now. */
  groupOf(id: MentionId): Group | undefined {
    return this.#groups.get(id);
  }

  profileOf(id: MentionId): Profile {
    return this.#profiles.get(id)!;
  }

  /** Every link above `UNLIKE`, once. */
  links(): Link[] {
    return [...this.#links].flatMap(([id, links]) => links.filter(({ a }) => a === id));
  }

  #tiedByPeople(): Map<MentionId, MentionId[]> {
    const tied = new Map<MentionId, MentionId[]>();
    for (const { a, b } of this.#decisions.same) {
      tied.set(a, [...(tied.get(a) ?? []), b]);
      tied.set(b, [...(tied.get(b) ?? []), a]);
    }
    return tied;
  }

  /** What a mention is tied to by links that can join and by people's same, near and far. */
  #componentOf(start: MentionId, tied: ReadonlyMap<MentionId, readonly MentionId[]>): Set<MentionId> {
    const component = new Set([start]);
    for (const id of component) {
      for (const { a, b, score } of this.#links.get(id)!)
        if (score >= this.#weights.tied) component.add(a === id ? b : a);
      for (const other of tied.get(id) ?? []) if (this.#profiles.has(other)) component.add(other);
    }
    return component;
  }
}
