/**
 * Puts the claims of a reading beside the claims coded by hand of the same report, one to one.
 * Two claims can only be paired where the harm is the same and their evidence shares at least a letter; among the
 * possible pairs the likest go first. What is right is asked of the pairs afterwards.
 */
import type { Claim, Count, Harm, Reading } from '../src/model/reading.ts';

export type EventKind = 'main' | 'other' | 'aggregate';

/** Another way to code the same words that a careful coder could choose; the fields it gives replace those of the claim. */
export interface Alternative {
  readonly harm?: Harm;
  readonly min?: number;
  readonly max?: number | null;
  readonly event?: EventKind;
}

/** A claim coded by hand, on offsets of a report that is not part of this project. */
export interface GoldClaim {
  readonly corpus: string;
  readonly report: string;
  readonly harm: Harm;
  readonly min: number;
  readonly max: number | null;
  readonly kind: Count['kind'];
  /** `main`: of the report's events[0]; `other`: of any other incident; `aggregate`: over more than one. */
  readonly event: EventKind;
  /** [start, end] in UTF-16 code units of the report's text, or of its title where `in` says so. */
  readonly evidence: readonly (readonly [number, number])[];
  readonly in?: 'title';
  /** The words take up a harm that is told elsewhere ("the fatal shooting"): finding them earns and costs nothing. */
  readonly optional?: true;
  readonly stance?: 'denied';
  readonly or?: readonly Alternative[];
  readonly note?: string;
}

export interface Verdict {
  readonly bounds: boolean;
  readonly event: boolean;
}

export interface Pair {
  readonly gold: GoldClaim;
  readonly claim: Claim;
  readonly verdict: Verdict;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  /** Coded claims that the reader did not find, optional ones left out. */
  readonly missed: readonly GoldClaim[];
  /** Claims of the reader that nobody coded. */
  readonly spurious: readonly Claim[];
}

interface Candidate {
  readonly pair: Pair;
  readonly likeness: number;
}

/** How many letters the evidence of both shares, as a share of the letters of either (Dice); 0 where they lie apart. */
function overlap(gold: GoldClaim, claim: Claim): number {
  const spans = claim.evidence.filter((span) => span.in === gold.in);
  const shared = gold.evidence
    .flatMap(([start, end]) => spans.map((span) => Math.min(end, span.end) - Math.max(start, span.start)))
    .reduce((sum, letters) => sum + Math.max(0, letters), 0);
  const goldLetters = gold.evidence.reduce((sum, [start, end]) => sum + end - start, 0);
  const claimLetters = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return shared === 0 ? 0 : (2 * shared) / (goldLetters + claimLetters);
}

/** Which of the coder's three kinds of event a claim of the reader has. */
export function eventKind(claim: Claim, reading: Reading): EventKind {
  if (claim.scope === 'aggregate') return 'aggregate';
  return claim.event !== null && claim.event === reading.events[0]?.id ? 'main' : 'other';
}

function judge(gold: GoldClaim, claim: Claim, event: EventKind): Verdict | null {
  const codings = [gold, ...(gold.or ?? []).map((other) => ({ ...gold, ...other }))];
  const sameHarm = codings.filter((coding) => coding.harm === claim.harm);
  if (sameHarm.length === 0) return null;
  return {
    bounds: sameHarm.some(({ min, max }) => min === claim.count.min && max === claim.count.max),
    event: codings.some((coding) => coding.event === event),
  };
}

/** Pairs the claims of one report. Right bounds decide between pairs that overlap alike, then claims that must be found. */
export function alignClaims(gold: readonly GoldClaim[], reading: Reading): Alignment {
  const candidates: Candidate[] = gold.flatMap((coded) =>
    reading.claims.flatMap((claim) => {
      const shared = overlap(coded, claim);
      const verdict = shared > 0 ? judge(coded, claim, eventKind(claim, reading)) : null;
      if (!verdict) return [];
      const likeness =
        shared + (verdict.bounds ? 1 : 0) + (verdict.event ? 0.1 : 0) + (coded.optional ? 0 : 0.1);
      return [{ pair: { gold: coded, claim, verdict }, likeness }];
    }),
  );
  candidates.sort((a, b) => b.likeness - a.likeness);
  const pairs: Pair[] = [];
  const taken = new Set<GoldClaim | Claim>();
  for (const { pair } of candidates) {
    if (taken.has(pair.gold) || taken.has(pair.claim)) continue;
    taken.add(pair.gold).add(pair.claim);
    pairs.push(pair);
  }
  return {
    pairs,
    missed: gold.filter((coded) => !coded.optional && !taken.has(coded)),
    spurious: reading.claims.filter((claim) => !taken.has(claim)),
  };
}
