/**
 * The trajectory of an account: its figures over the time at which they were said, each with what became of it (DESIGN,
 * "One saying, one point"). What other accounts do to it (updates that account for its figure, time) comes after, in
 * `overtaken.ts`.
 */
import { isZero } from '../model/count.ts';
import { type Harm, harmSchema } from '../model/reading.ts';
import type { Moment, ReportId } from '../model/record.ts';
import { boundsOf, isVaguer } from './figures.ts';
import { compareMoments, dayOf, later } from './moments.ts';
import type { Origin } from './origins.ts';
import type { Statement } from './statements.ts';
import type { VictimGroup } from './victims.ts';

export type PointStatus = 'current' | 'superseded' | 'lagged' | 'stale' | 'denied';

/** One figure and its sayings. Changed only while trajectories are made. */
export interface PointDraft {
  /** The saying that it stands on: the first that gave the figure. */
  readonly first: Statement;
  readonly sayings: Statement[];
  status: PointStatus;
  firstSaid: Moment | null;
  lastSaid: Moment | null;
  /** Nobody told when it was said: it is known only as an older figure. */
  isUndated: boolean;
  supersededBy: PointDraft | null;
  reason: string;
  /** Reports that carried it after its account had left it. */
  readonly late: ReportId[];
}

export interface Line {
  readonly key: string;
  readonly origin: Origin;
  readonly harm: Harm;
  readonly group: VictimGroup;
  readonly points: readonly PointDraft[];
}

/** Figures of one statement as several outlets relayed it, which they give differently. */
export interface DifferingRelays {
  readonly points: readonly PointDraft[];
}

export interface Trajectories {
  readonly lines: readonly Line[];
  readonly differing: readonly DifferingRelays[];
}

/** One line for each origin, harm and group of victims; by the origin's first saying. */
export function trajectoriesOf(statements: readonly Statement[]): Trajectories {
  const differing: DifferingRelays[] = [];
  const byLine = Map.groupBy(statements, lineKey);
  const lines = [...byLine].map(([key, own]): Line => {
    const { origin, harm, group } = own[0]!;
    const points = pointsOf([...own].sort(compareStatements), differing);
    return { key, origin, harm, group: groupFor(own, group), points };
  });
  return { lines: lines.sort(compareLines), differing };
}

function lineKey({ origin, harm, group }: Statement): string {
  return `${origin.key}\n${harm}\n${group.key}`;
}

/** The label of a group is how it is told most fully. */
function groupFor(statements: readonly Statement[], group: VictimGroup): VictimGroup {
  const labels = statements.map((statement) => statement.group.label);
  const label = labels.reduce((a, b) => (b.length > a.length || (b.length === a.length && b < a) ? b : a));
  return { ...group, label };
}

function compareStatements(a: Statement, b: Statement): number {
  return (
    compareMoments(a.moment, b.moment) ||
    Number(b.isOld) - Number(a.isOld) ||
    Number(isReplacing(a, b)) - Number(isReplacing(b, a)) ||
    (a.report < b.report ? -1 : a.report > b.report ? 1 : 0) ||
    (a.refs[0]! < b.refs[0]! ? -1 : 1)
  );
}

function isReplacing(newer: Statement, older: Statement): boolean {
  return newer.replaces.some(({ claim }) => boundsOf(claim.count) === boundsOf(older.count));
}

function compareLines(a: Line, b: Line): number {
  const [x, y] = [a.points[0]!, b.points[0]!];
  return (
    compareMoments(x.firstSaid, y.firstSaid) ||
    harmSchema.options.indexOf(a.harm) - harmSchema.options.indexOf(b.harm) ||
    (a.key < b.key ? -1 : 1)
  );
}

function pointsOf(statements: readonly Statement[], differing: DifferingRelays[]): PointDraft[] {
  const points: PointDraft[] = [];
  for (const statement of statements) place(statement, points, differing);
  return points.sort((a, b) => compareMoments(a.firstSaid, b.firstSaid));
}

/** Puts the next saying, in order of time, where it belongs. */
function place(statement: Statement, points: PointDraft[], differing: DifferingRelays[]): void {
  const same = points.find(
    ({ first }) =>
      isSameFigure(first, statement) && (first.stance === 'denied') === (statement.stance === 'denied'),
  );
  if (statement.stance === 'denied') {
    if (same) sayAgain(same, statement);
    else points.push(newPoint(statement, 'denied'));
    return;
  }
  if (statement.isOld) {
    placeOld(statement, same, points);
    return;
  }
  if (same && isStanding(same)) {
    sayAgain(same, statement);
    return;
  }
  if (same && !isSaidAnew(statement, same)) {
    same.late.push(...statement.reports);
    same.status = 'lagged';
    same.sayings.push(statement);
    return;
  }
  const standing = points.filter(isStanding);
  const confirmed = standing.find(
    ({ first }) => isVaguer(statement.count, first.count) && first.stance === statement.stance,
  );
  if (confirmed && !isReplacingAny(statement, standing)) {
    sayAgain(confirmed, statement);
    return;
  }
  const point = newPoint(statement, 'current');
  const beside = standing.filter((other) => isRelayOfOne(other, statement));
  for (const other of standing)
    if (!beside.includes(other)) supersede(other, point, whyLeft(other.first, statement));
  if (beside.length > 0) differing.push({ points: [...beside, point] });
  points.push(point);
}

/** An older figure that a report tells beside the one that took its place. */
function placeOld(statement: Statement, same: PointDraft | undefined, points: PointDraft[]): void {
  if (same && (statement.saidOn === null || same.firstSaid !== null)) {
    same.sayings.push(statement);
    if (statement.saidOn !== null && compareMoments(statement.saidOn, same.firstSaid) < 0)
      same.firstSaid = statement.saidOn;
    return;
  }
  const point = newPoint(statement, 'superseded');
  point.isUndated = statement.saidOn === null;
  point.reason = statement.isSpent
    ? 'its report tells that they have come to another harm since'
    : 'its report tells of it as an earlier figure';
  points.push(point);
}

function newPoint(first: Statement, status: PointStatus): PointDraft {
  return {
    first,
    sayings: [first],
    status,
    firstSaid: first.moment,
    lastSaid: first.moment,
    isUndated: first.moment === null,
    supersededBy: null,
    reason: '',
    late: [],
  };
}

/** What is said again stays fresh. */
function sayAgain(point: PointDraft, statement: Statement): void {
  point.sayings.push(statement);
  point.lastSaid = later(point.lastSaid, statement.moment);
}

export function isStanding({ status }: PointDraft): boolean {
  return status === 'current' || status === 'stale';
}

export function supersede(point: PointDraft, by: PointDraft, reason: string): void {
  point.status = point.late.length > 0 ? 'lagged' : 'superseded';
  point.supersededBy = by;
  point.reason = reason;
}

function isSameFigure(a: Statement, b: Statement): boolean {
  return boundsOf(a.count) === boundsOf(b.count) && isZero(a.count) === isZero(b.count);
}

/** A figure that was left comes back only with a word of change or a newer day of saying; else it was carried late. */
function isSaidAnew(statement: Statement, left: PointDraft): boolean {
  if (statement.replaces.length > 0) return true;
  const since = left.supersededBy?.firstSaid;
  return statement.saidOn !== null && since != null && dayOf(statement.saidOn) > dayOf(since);
}

function isReplacingAny(statement: Statement, points: readonly PointDraft[]): boolean {
  return points.some(({ first }) => isReplacing(statement, first));
}

/** Two figures that were said at one and the same time, with no word that one takes the other's place. */
function isRelayOfOne({ first, firstSaid }: PointDraft, statement: Statement): boolean {
  const isOneTime = firstSaid === statement.moment;
  const isSharper = isVaguer(first.count, statement.count);
  return isOneTime && !isSharper && statement.replaces.length === 0 && first.replaces.length === 0;
}

function whyLeft(left: Statement, by: Statement): string {
  if (by.isCorrection) return 'corrected';
  if (isReplacing(by, left)) return 'updated';
  if (isVaguer(left.count, by.count)) return 'told more exactly';
  return (by.count.max ?? by.count.min) < left.count.min
    ? 'a lower figure was said later'
    : 'a later figure was said';
}
