/** Reports that carry the same text, put together: what is a copy or an update of one of a group belongs to it. */
import type { CopyRelation, ReportId } from '../model/record.ts';

/** Groups of two and more in the order of their first reports; within one, the order in which reports came. */
export class CopyGroups {
  readonly #parents = new Map<ReportId, ReportId>();

  /** Takes the relations in the order in which the reports came. Partial copies put nothing together. */
  add({ report, source, kind }: CopyRelation): void {
    if (kind === 'partial copy' || report === source) return;
    const [a, b] = [this.#rootOf(source), this.#rootOf(report)];
    if (a !== b) this.#parents.set(b, a);
  }

  /** `order` gives all reports in the order in which they came. */
  *groups(order: Iterable<ReportId>): Generator<ReportId[]> {
    const groups = new Map<ReportId, ReportId[]>();
    for (const report of order) {
      if (!this.#parents.has(report)) continue;
      const root = this.#rootOf(report);
      const group = groups.get(root);
      if (group) group.push(report);
      else groups.set(root, [report]);
    }
    yield* groups.values();
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
