/**
 * Copied claims (law 5): a claim is a copy when its words are. Each copied claim is led back to the one that it copies,
 * so that forty papers with one agency's text say it once.
 */
import type { Claim } from '../model/reading.ts';
import {
  type ClaimRef,
  type CopyRelation,
  copiedFrom,
  type KeptReport,
  type ReportId,
  refOf,
} from '../model/record.ts';

export interface Copies {
  /** The claim that a claim copies, at the end of the chain; the claim itself where it copies none. */
  originalOf(report: ReportId, claim: Claim): ClaimRef;
  /** The report whose text a claim's words are. */
  writerOf(report: ReportId, claim: Claim): ReportId;
}

/** Chains of copies are short; a ring of them ends here. */
const MAX_STEPS = 16;

export function copiesOf(reports: readonly KeptReport[], relations: readonly CopyRelation[]): Copies {
  const kept = new Map(reports.map((report) => [report.id, report]));
  const byReport = Map.groupBy(
    [...relations].sort((a, b) => b.share - a.share || (a.source < b.source ? -1 : 1)),
    ({ report }) => report,
  );
  const follow = (report: ReportId, claim: Claim): { report: ReportId; claim: Claim | null } => {
    let at: { report: ReportId; claim: Claim | null } = { report, claim };
    let spans = textSpans(claim);
    const seen = new Set([report]);
    for (let step = 0; step < MAX_STEPS && spans.length > 0; step++) {
      const next = source(at.report, spans);
      if (!next || seen.has(next.report) || !kept.has(next.report)) break;
      seen.add(next.report);
      spans = next.spans;
      const found = claimAt(kept.get(next.report)!, claim, spans);
      at = { report: next.report, claim: found };
    }
    return at;
  };
  const source = (report: ReportId, spans: readonly Stretch[]) => {
    for (const relation of byReport.get(report) ?? []) {
      const moved = spans.map((span) => copiedFrom(relation.passages, span));
      if (moved.every((span) => span !== null && span.in !== 'title'))
        return { report: relation.source, spans: moved as Stretch[] };
    }
    return null;
  };
  return {
    originalOf(report, claim) {
      const end = follow(report, claim);
      return end.claim ? refOf(end.report, end.claim.id) : refOf(report, claim.id);
    },
    writerOf: (report, claim) => follow(report, claim).report,
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Spans of the text; passages are of texts, and a title is its own outlet's. */
function textSpans({ evidence }: Claim): Stretch[] {
  return evidence.filter((span) => span.in !== 'title');
}

/** The claim of the same harm that stands there; the words are the same, and may have been read another way. */
function claimAt({ reading }: KeptReport, { harm, count }: Claim, spans: readonly Stretch[]): Claim | null {
  const meets = (claim: Claim): boolean =>
    textSpans(claim).some((a) => spans.some((b) => a.start < b.end && b.start < a.end));
  const near = reading.claims.filter((claim) => claim.harm === harm && meets(claim));
  return (
    near.find((claim) => claim.count.min === count.min && claim.count.max === count.max) ?? near[0] ?? null
  );
}
