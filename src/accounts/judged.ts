/**
 * Judgements on single claims, applied to readings (law 6). A claim is found by its words, so that it is judged in
 * whatever reading of its report is at hand; judgements whose words no reading has are listed, and nothing is lost.
 */
import { type ClaimAnchor, type Judgement, ROLES, standing } from '../model/judgement.ts';
import { type Claim, claimSchema } from '../model/reading.ts';
import { type ClaimRef, type KeptReport, type ReportId, refOf } from '../model/record.ts';
import type { Material } from './material.ts';
import type { ClaimDecisions } from './tellings.ts';

export interface Judged {
  readonly material: Material;
  readonly decisions: ClaimDecisions;
  /** Claims that people here said are none: they count nowhere, and stay to be seen. */
  readonly rejected: readonly ClaimRef[];
  readonly accepted: readonly ClaimRef[];
  /** Claims that people here added by hand. */
  readonly added: readonly ClaimRef[];
  /** Values that people here corrected, the old beside the new. */
  readonly corrections: readonly Correction[];
  /** Ids of judgements whose claim no reading has any longer. */
  readonly notFound: readonly string[];
  readonly standing: readonly Judgement[];
}

export interface Correction {
  readonly claim: ClaimRef;
  readonly field: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly judgement: string;
}

type ClaimJudgement = Extract<Judgement, { claim: ClaimAnchor }>;

/** The material with all standing judgements on claims applied; readings as they were are not touched. */
export function applyJudgements(material: Material): Judged {
  const held = byRole(standing(material.judgements));
  const reports = new Map(material.reports.map((report) => [report.id, report]));
  const claims = new Map<ReportId, Claim[]>();
  const claimsOf = (report: KeptReport): Claim[] => {
    const known = claims.get(report.id);
    if (known) return known;
    const own = [...report.reading.claims];
    claims.set(report.id, own);
    return own;
  };
  const rejected = new Set<ClaimRef>();
  const accepted = new Set<ClaimRef>();
  const additions: ClaimRef[] = [];
  const corrections: Correction[] = [];
  const notFound: string[] = [];
  const decisions = {
    origin: new Map<ClaimRef, string>(),
    saidOn: new Map<ClaimRef, string>(),
    vantage: new Map<ClaimRef, 'part' | 'whole'>(),
  };
  for (const judgement of held) {
    if (judgement.kind === 'add') {
      const report = reports.get(judgement.report);
      if (!report) notFound.push(judgement.id);
      else {
        const added = addedClaim(judgement, report);
        claimsOf(report).push(added);
        additions.push(refOf(report.id, added.id));
        if (judgement.origin !== undefined)
          decisions.origin.set(refOf(report.id, added.id), judgement.origin);
      }
    }
  }
  for (const judgement of held) {
    if (!('claim' in judgement) || judgement.kind === 'add') continue;
    const report = reports.get(judgement.claim.report);
    const own = report && claimsOf(report);
    const at = report && own ? findClaim(judgement.claim, report.reading.claims, own) : -1;
    if (!report || !own || at < 0) {
      notFound.push(judgement.id);
      continue;
    }
    const ref = refOf(report.id, own[at]!.id);
    decide(judgement, ref);
    if (judgement.kind === 'correct') own[at] = corrected(own[at]!, judgement, ref);
  }
  for (const ref of rejected) accepted.delete(ref);
  const judgedReports = material.reports.map((report) => {
    const own = claims.get(report.id);
    if (!own) return report;
    const kept = own.filter(({ id }) => !rejected.has(refOf(report.id, id)));
    return { ...report, reading: { ...report.reading, claims: kept } };
  });
  return {
    material: { ...material, reports: judgedReports },
    decisions,
    rejected: [...rejected].sort(),
    accepted: [...accepted].sort(),
    added: additions.sort(),
    corrections,
    notFound,
    standing: held,
  };

  function decide(judgement: ClaimJudgement, ref: ClaimRef): void {
    if (judgement.kind === 'reject') rejected.add(ref);
    else if (judgement.kind === 'accept') {
      accepted.add(ref);
      rejected.delete(ref);
    } else if (judgement.kind === 'derives-from') decisions.origin.set(ref, judgement.origin);
    else if (judgement.kind === 'part-or-whole') decisions.vantage.set(ref, judgement.is);
  }

  function corrected(claim: Claim, judgement: Extract<Judgement, { kind: 'correct' }>, ref: ClaimRef): Claim {
    const { field, new: value, id } = judgement;
    if (field === 'origin') decisions.origin.set(ref, String(value));
    else if (field === 'saidOn') decisions.saidOn.set(ref, String(value));
    const isField = field !== 'origin' && field !== 'saidOn';
    const next = isField ? claimSchema.safeParse({ ...claim, [field]: value }) : null;
    if (next && !next.success) {
      notFound.push(id);
      return claim;
    }
    corrections.push({
      claim: ref,
      field,
      old: isField ? claim[field] : judgement.old,
      new: value,
      judgement: id,
    });
    return next ? next.data : claim;
  }
}

/** Lower roles first and older before newer, so that the last word is the one that holds. */
function byRole(judgements: readonly Judgement[]): Judgement[] {
  return judgements
    .map((judgement, i) => ({ judgement, i }))
    .sort(
      (a, b) =>
        ROLES.indexOf(a.judgement.role) - ROLES.indexOf(b.judgement.role) ||
        (a.judgement.at < b.judgement.at ? -1 : a.judgement.at > b.judgement.at ? 1 : a.i - b.i),
    )
    .map(({ judgement }) => judgement);
}

function addedClaim({ claim, id }: Extract<Judgement, { kind: 'add' }>, { reading }: KeptReport): Claim {
  const isTaken = reading.claims.some((other) => other.id === claim.id);
  return isTaken ? { ...claim, id: `added-${id}` } : claim;
}

/**
 * Where a claim stands among those of a reading: the same harm on the same words at the same place; else on the same
 * words. -1 where its words make no claim of that harm. `read` is as the reader had it: a corrected harm is found too.
 */
function findClaim({ harm, evidence }: ClaimAnchor, read: readonly Claim[], now: readonly Claim[]): number {
  const quotes = evidence.map(({ quote }) => quote).join('\n');
  const isHere = (claim: Claim): boolean =>
    claim.evidence.length === evidence.length &&
    claim.evidence.every(
      (span, i) =>
        span.start === evidence[i]!.start && span.quote === evidence[i]!.quote && span.in === evidence[i]!.in,
    );
  const isWorded = (claim: Claim): boolean => claim.evidence.map(({ quote }) => quote).join('\n') === quotes;
  const isOfHarm = (claim: Claim): boolean =>
    claim.harm === harm || read.some(({ id, harm: was }) => id === claim.id && was === harm);
  const here = now.findIndex((claim) => isOfHarm(claim) && isHere(claim));
  if (here >= 0) return here;
  const worded = now.filter((claim) => isOfHarm(claim) && isWorded(claim));
  return worded.length === 1 ? now.indexOf(worded[0]!) : -1;
}
