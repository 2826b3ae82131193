/**
 * How the claims of one report stand to each other across its sources: which only say again what the report gives to
 * somebody, which are a part of another's figure, whose side a zero is of.
 */
import { canAgree, isNumbered, isOnePerson, isZero } from '../model/count.ts';
import type { Claim } from '../model/reading.ts';
import type { ClaimRef, KeptReport } from '../model/record.ts';
import { compareVictims } from '../model/victims.ts';
import { canBothBe } from './figures.ts';
import type { Origin } from './origins.ts';

/** A claim of the incident before anything is known of it. */
export interface Told {
  readonly ref: ClaimRef;
  readonly report: KeptReport;
  readonly claim: Claim;
}
/**
 * Who tells of dead and of none in one breath speaks of two sides ("a lot of them were killed, none of ours"): a zero
 * that names no group is then of the speaker's own.
 */
export function withOwnSide(one: Told, siblings: readonly Told[], origins: ReadonlyMap<Told, Origin>): Told {
  const { claim, report } = one;
  const { victims } = claim;
  if (!isZero(claim.count) || victims.affiliation || victims.civilianStatus !== 'unknown') return one;
  const tellsOfOthers = siblings.some(
    (other) =>
      other.claim.harm === claim.harm &&
      !isZero(other.claim.count) &&
      other.claim.stance !== 'denied' &&
      origins.get(other)!.key === origins.get(one)!.key,
  );
  const behalf = report.reading.attributions.find(({ id }) => id === claim.attribution[0])?.speaksFor;
  if (!tellsOfOthers || behalf === undefined) return one;
  return { ...one, claim: { ...claim, victims: { ...victims, affiliation: behalf } } };
}

/** "The officers who were killed" are those whom the same source has just counted. */
export function meant(
  { claim }: Told,
  siblings: readonly Told[],
  origins: ReadonlyMap<Told, Origin>,
): string | null {
  const own = siblings.find((other) => other.claim === claim)!;
  const { victims, count, harm, stance } = claim;
  const isPlain = victims.civilianStatus === 'unknown' && !victims.children && !victims.women && !victims.men;
  if (isNumbered(count) || isOnePerson(count) || !isPlain) return null;
  const counted = siblings.find(
    (other) =>
      other !== own &&
      other.claim.harm === harm &&
      other.claim.stance === stance &&
      isNumbered(other.claim.count) &&
      canAgree(other.claim.count, count) &&
      origins.get(other)!.key === origins.get(own)!.key &&
      isSamePeople(other.claim, claim),
  );
  return counted?.claim.id ?? null;
}

/** For a figure that a title or lead gives without source: the claim of its report that gives it to somebody. */
export function sourcedTwin(one: Told, siblings: readonly Told[]): Told | null {
  const { claim } = one;
  if (claim.attribution.length > 0) return null;
  const sourced = siblings.filter(
    (other) =>
      other.claim.attribution.length > 0 &&
      other.claim.harm === claim.harm &&
      isTold(other.claim) === isTold(claim),
  );
  const repeat = claim.relations.find(({ kind }) => kind === 'repeats')?.to;
  const direct = sourced.find((other) => other.claim.id === repeat);
  if (direct) return direct;
  const alike = sourced.filter((other) => isSamePeople(other.claim, claim));
  const equal = alike.find(
    ({ claim: { count } }) => count.min === claim.count.min && count.max === claim.count.max,
  );
  if (equal) return equal;
  const isAhead = (other: Told): boolean => isInTitle(claim) || startOf(claim) < startOf(other.claim);
  const looser = alike.filter(
    (other) => isAhead(other) && isNumbered(other.claim.count) && canBothBe(other.claim.count, claim.count),
  );
  const isLoose = !isNumbered(claim.count) || claim.count.max === null || claim.count.approximate;
  return isLoose ? (looser[0] ?? null) : null;
}

function isTold({ stance }: Claim): boolean {
  return stance !== 'rumoured' && stance !== 'denied';
}

function isInTitle({ evidence }: Claim): boolean {
  return evidence.length > 0 && evidence.every((span) => span.in === 'title');
}

function startOf({ evidence }: Claim): number {
  return Math.min(...evidence.filter((span) => span.in !== 'title').map(({ start }) => start));
}

/** The claim that this one repeats on the same origin's word; another origin's equal figure is its own account. */
export function repeated(
  { claim }: Told,
  siblings: readonly Told[],
  origins: ReadonlyMap<Told, Origin>,
): string | null {
  const own = siblings.find((other) => other.claim === claim)!;
  const seen = new Set([claim.id]);
  let at = own;
  for (;;) {
    const to = at.claim.relations.filter(({ kind }) => kind === 'repeats' || kind === 'confirms');
    const next = siblings.find(
      (other) =>
        other.claim.harm === claim.harm &&
        to.some(
          (relation) => relation.to === other.claim.id && isSaying(relation.kind, at.claim, other.claim),
        ),
    );
    if (!next || seen.has(next.claim.id) || origins.get(next)!.key !== origins.get(own)!.key) break;
    seen.add(next.claim.id);
    at = next;
  }
  return at === own ? null : at.claim.id;
}

/** One origin that confirms its own figure says it again. */
function isSaying(
  kind: Claim['relations'][number]['kind'],
  { count: a }: Claim,
  { count: b }: Claim,
): boolean {
  return kind === 'repeats' || (a.min === b.min && a.max === b.max);
}

function isSamePeople(a: Claim, b: Claim): boolean {
  const relation = compareVictims({ ...a, evidence: [] }, { ...b, evidence: [] });
  return relation === 'same' || relation === 'contains' || relation === 'within';
}

/** Whether its report tells of it as some of the people of a larger figure, or beside others under one verb. */
export function isPartOfFigure({ claim }: Told, siblings: readonly Told[]): boolean {
  return siblings.some(
    (other) =>
      other.claim !== claim &&
      other.claim.harm === claim.harm &&
      (claim.relations.some(({ to, kind }) => kind === 'part of' && to === other.claim.id) ||
        (other.claim.attribution[0] === claim.attribution[0] && isBeside(other.claim, claim))),
  );
}

function isBeside({ evidence: [a] }: Claim, { evidence: [b] }: Claim): boolean {
  return a !== undefined && b !== undefined && a.start === b.start && a.end === b.end && a.in === b.in;
}
