/**
 * Reports that carry the same text, put together: a report belongs to the group of the earlier one that it is most like.
 * A round-up of two stories so makes no one text of them.
 */
import type { CopyRelation, ReportId } from '../model/record.ts';

/** Groups of two and more in the order of their first reports; within one, the order in which reports came. */
export class CopyGroups {
  readonly #parents = new Map<ReportId, ReportId>();

  /** Takes the relations of one report to those before it, the most alike first. Partial copies put nothing together. */
  add(relations: readonly CopyRelation[]): void {
    const best = relations.find(({ kind, report, source }) => kind !== 'partial copy' && report !== source);
    if (!best) return;
    const [a, b] = [this.#rootOf(best.source), this.#rootOf(best.report)];
    if (a !== b) this.#parents.set(b, a);
  }

  /** `order` gives all reports in the order in which they came. */
  *groups(order: Iterable<ReportId>): Generator<ReportId[]> {
    const groups = new Map<ReportId, Set<ReportId>>();
    for (const report of order) {
      if (!this.#parents.has(report)) continue;
      const root = this.#rootOf(report);
      const group = groups.get(root);
      if (group) group.add(report);
      else groups.set(root, new Set([report]));
    }
    for (const group of groups.values()) yield [...group];
  }

  #rootOf(report: ReportId): ReportId {
    let root = report;
    for (let parent = this.#parents.get(root); parent !== root; parent = this.#parents.get(root)) {
      if (parent === undefined) this.#parents.set(root, root);
      else root = parent;
    }
    for (let at = report; at !== root; ) {
      const next = this.#parents.get(at)!;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}
