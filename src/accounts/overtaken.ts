/**
 * What accounts do to each other: an update that names another's figure supersedes it; a figure that others have
 * overtaken for longer than the policy allows is stale; which figures contradict each other and which agree (DESIGN,
 * "Overtaken and stale", "Contradiction").
 */
import { isNumbered, isZero } from '../model/count.ts';
import type { ClaimRef, Moment } from '../model/record.ts';
import { boundsOf, canBothBe } from './figures.ts';
import { compareMoments, hoursBetween } from './moments.ts';
import { type Statement, TAKEN } from './statements.ts';
import type { Telling } from './tellings.ts';
import { isStanding, type Line, type PointDraft, supersede } from './trajectory.ts';
import { EVERYBODY } from './victims.ts';

export function isTaken({ first }: PointDraft): boolean {
  return TAKEN.has(first.stance);
}

/** An update that names the figure it replaces supersedes it in whoever's account it stands, unless it was said again since. */
export function applyUpdates(lines: readonly Line[]): void {
  for (const line of lines) {
    for (const point of line.points) {
      if (!isTaken(point)) continue;
      for (const saying of point.sayings) {
        for (const old of saying.replaces) {
          for (const other of lines) if (other.harm === line.harm) leaveFor(point, line, saying, old, other);
        }
      }
    }
  }
}

/** Lets the points of a line that an update names go to the update's point. */
function leaveFor(point: PointDraft, line: Line, saying: Statement, old: Telling, other: Line): void {
  for (const candidate of other.points) {
    if (candidate === point || candidate.supersededBy !== null) continue;
    const isSaid = candidate.sayings.some(({ refs }) => refs.includes(old.ref));
    if (candidate.status === 'superseded' && isSaid) candidate.supersededBy = point;
    if (other === line || !isStanding(candidate)) continue;
    const isFigure =
      boundsOf(candidate.first.count) === boundsOf(old.claim.count) &&
      candidate.first.group.key === line.group.key;
    if ((isSaid || isFigure) && compareMoments(candidate.lastSaid, saying.moment) <= 0)
      supersede(candidate, point, 'an update names this figure');
  }
}

/** A rumour or a fear that somebody denies by its figure no longer stands. */
export function applyDenials(lines: readonly Line[]): void {
  const denials = lines.flatMap(({ harm, points }) =>
    points.filter(({ status }) => status === 'denied').map((point) => ({ harm, point })),
  );
  for (const { harm, points } of lines) {
    for (const point of points) {
      if (!isStanding(point) || isTaken(point)) continue;
      const denial = denials.find(
        (one) =>
          one.harm === harm &&
          (boundsOf(one.point.first.count) === boundsOf(point.first.count) ||
            !isNumbered(one.point.first.count)) &&
          compareMoments(one.point.firstSaid, point.firstSaid) >= 0,
      );
      if (!denial) continue;
      point.status = 'denied';
      point.reason = `denied by ${denial.point.first.origin.name}`;
    }
  }
}

/** When another account first overtook the point: said a later figure, for the same people, that cannot agree. */
function overtakenAt(
  point: PointDraft,
  line: Line,
  lines: readonly Line[],
  sure: ReadonlySet<ClaimRef>,
): Moment | null {
  let first: Moment | null = null;
  for (const other of lines) {
    if (other === line || other.harm !== line.harm || rankOf(other) < rankOf(line)) continue;
    for (const candidate of other.points) {
      const isOfAll = other.group.key === EVERYBODY.key;
      if (isOfAll && !candidate.sayings.some(({ refs }) => refs.some((ref) => sure.has(ref)))) continue;
      if (!canOvertake(candidate) || !isIncompatible(point, line, candidate, other)) continue;
      if (candidate.firstSaid === null || compareMoments(candidate.firstSaid, point.lastSaid) <= 0) continue;
      if (first === null || candidate.firstSaid < first) first = candidate.firstSaid;
    }
  }
  return first;
}

/** A source with a name is overtaken by one with a name alone, a source by no outlet's own voice. */
function rankOf({ origin: { isOutlet, isUnnamed } }: Line): number {
  return isOutlet ? 0 : isUnnamed ? 1 : 2;
}

/** Told of all the people of its group: no partial vantage, and no single person. */
export function isTotal({ first }: PointDraft): boolean {
  return !first.isPartial && !first.group.key.startsWith('person ');
}

function canOvertake(point: PointDraft): boolean {
  return isSaidForGood(point) && isTaken(point) && isTotal(point) && isNumbered(point.first.count);
}

/**
 * Figures for the same people that can't both be, or more of some than there are said to be in all. A zero binds its own
 * group, and beside a figure it is a contradiction: neither overtakes the other.
 */
function isIncompatible(point: PointDraft, line: Line, candidate: PointDraft, other: Line): boolean {
  const [was, is] = [point.first.count, candidate.first.count];
  if (isZero(was) !== isZero(is)) return false;
  if (isSameMatter(line, other)) return !canBothBe(was, is);
  return line.group.key === EVERYBODY.key && was.max !== null && is.min > was.max && !canBothBe(was, is);
}

/** Left for a later figure it had overtaken all the same; taken back as wrong it had not. */
function isSaidForGood(point: PointDraft): boolean {
  return isStanding(point) || (point.supersededBy !== null && !point.supersededBy.first.isCorrection);
}

/**
 * Marks what has been overtaken for longer than `limitHours` at the moment that is looked at. `sure`: claims that their own
 * reports' bottom lines stand on, without those in doubt: of figures for everybody only they overtake another account's.
 */
export function applyStaleness(
  lines: readonly Line[],
  now: Moment | null,
  limitHours: number,
  sure: ReadonlySet<ClaimRef>,
): void {
  if (now === null) return;
  const stale: PointDraft[] = [];
  for (const line of lines) {
    for (const point of line.points) {
      if (point.status !== 'current' || !isTaken(point) || !isTotal(point)) continue;
      const since = overtakenAt(point, line, lines, sure);
      if (since !== null && hoursBetween(since, now) > limitHours) stale.push(point);
    }
  }
  // All at once: what has become stale has still overtaken what came before it.
  for (const point of stale) {
    point.status = 'stale';
    point.reason = `overtaken by another account for more than ${limitHours} hours`;
  }
}

function isSameMatter(a: Line, b: Line): boolean {
  return a.harm === b.harm && a.group.key === b.group.key;
}

/** Pairs of lines whose current figures can't both be, and pairs whose figures agree. */
export function comparedLines(lines: readonly Line[]): {
  contradictions: [Line, Line][];
  agreements: [Line, Line][];
} {
  const contradictions: [Line, Line][] = [];
  const agreements: [Line, Line][] = [];
  const whole = lines.filter(({ points }) => points.some(isComparable));
  for (const [i, a] of whole.entries()) {
    for (const b of whole.slice(i + 1)) {
      if (a.origin.key === b.origin.key || !isSameMatter(a, b)) continue;
      const pairs = a.points
        .filter(isComparable)
        .flatMap((x) => b.points.filter(isComparable).map((y) => [x, y] as const));
      if (pairs.some(([x, y]) => isContradiction(x, y))) contradictions.push([a, b]);
      else if (pairs.some(([x, y]) => isAgreement(x, y))) agreements.push([a, b]);
    }
  }
  return { contradictions, agreements };
}

function isComparable(point: PointDraft): boolean {
  return point.status === 'current' && isTaken(point) && isTotal(point);
}

function isContradiction(a: PointDraft, b: PointDraft): boolean {
  if (canBothBe(a.first.count, b.first.count)) return false;
  if (isZero(a.first.count) !== isZero(b.first.count)) return true;
  const [lower, higher] = a.first.count.min < b.first.count.min ? [a, b] : [b, a];
  return compareMoments(lower.lastSaid, higher.firstSaid) >= 0;
}

/** Two numbers that meet; words that give no number agree with everything, which tells nothing. */
function isAgreement(a: PointDraft, b: PointDraft): boolean {
  const [x, y] = [a.first.count, b.first.count];
  return isNumbered(x) && isNumbered(y) && canBothBe(x, y);
}
