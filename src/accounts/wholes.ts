/**
 * What each report comes to, for each harm: its bottom line by the contract's rules, with the claims that it stands on.
 * A claim that its own report reckons inside a larger figure is no figure of the whole, whoever's word it is; a figure that
 * the report only reckons (single people, parts told apart) is one, and known as such. Copies are not in it twice.
 */
import { between, isNumbered, isZero } from '../model/count.ts';
import type { Claim, Count, Harm } from '../model/reading.ts';
import type { ClaimRef, Moment, ReportId } from '../model/record.ts';
import { tollOf } from '../model/toll.ts';
import { later } from './moments.ts';
import type { Origin } from './origins.ts';
import type { Policy } from './policies/policy.ts';
import { translated } from './taken.ts';
import type { Telling } from './tellings.ts';
import type { Line, PointStatus } from './trajectory.ts';
import { EVERYBODY } from './victims.ts';

/** One figure of a report's bottom line: its least, its most, or both where they are one. */
export interface Whole {
  readonly harm: Harm;
  readonly report: ReportId;
  /** As it comes into the sum. Its id is of no reading: `refs` are the claims it stands on. */
  readonly claim: Claim;
  readonly refs: readonly ClaimRef[];
  readonly origins: readonly Origin[];
  /** Of whom, by the key of the group; 'all' for everybody. */
  readonly group: string;
  /** Somebody says so many in one breath; else the report tells of them one by one, or in parts, and we add. */
  readonly isStated: boolean;
  /** Only of single people, whom nobody counts. */
  readonly isOfPersons: boolean;
  readonly moment: Moment | null;
  /** How many dead its report tells of; null where it tells of none. */
  readonly dead: number | null;
}

/** The bottom lines of all reports, of what stands today, as the policy reads words. */
export function wholesOf(
  tellings: readonly Telling[],
  lines: readonly Line[],
  policy: Policy,
  contested: ReadonlySet<string>,
): Whole[] {
  const statuses = statusesOf(lines);
  const taken = tellings.filter(
    ({ claim }) => policy.stances.includes(claim.stance) && policy.harms.includes(claim.harm),
  );
  const isCurrent = (ref: ClaimRef): boolean => (statuses.get(ref) ?? 'current') === 'current';
  const told = taken.filter((one) => isCurrent(one.ref) && isFigure(one) && !one.isPartial);
  const whole = new Set(told.map(({ claim }) => claim.harm));
  const numbered = new Set(
    told.filter(({ claim }) => isNumbered(claim.count)).map(({ claim }) => claim.harm),
  );
  const reckoned = taken.flatMap((telling): Reckoned[] => {
    const { claim, isPartial } = telling;
    // A partial vantage bounds nothing of the whole; where nobody tells of the whole there were that many at least.
    if (isPartial && whole.has(claim.harm)) return [];
    const read = translated(claim, policy, contested, numbered.has(claim.harm));
    if (read === null) return [];
    return [{ telling, claim: isPartial ? { ...read, count: open(read.count) } : read }];
  });
  const byReport = Map.groupBy(reckoned, ({ telling }) => telling.report.id);
  return [...byReport].flatMap(([report, own]) => {
    const all = ofReport(report, own, policy);
    const dead = deadIn(all);
    const standing = own.filter(({ telling }) => isCurrent(telling.ref));
    // Where its bottom line has been left, what is left of a report comes to something of its own.
    const left = standing.length < own.length ? ofReport(report, standing, policy) : all;
    return policy.harms.flatMap((harm) => {
      const line = all.filter((whole) => whole.harm === harm);
      const stands = line.every(({ refs }) => refs.every(isCurrent));
      return (stands ? line : left.filter((whole) => whole.harm === harm)).map((whole) => ({
        ...whole,
        dead,
      }));
    });
  });
}

/** How many dead a report tells of at most; null where it tells of none. */
function deadIn(wholes: readonly Draft[]): number | null {
  const dead = wholes.filter(({ harm }) => harm === 'killed').map(({ claim }) => claim.count.min);
  return dead.length > 0 ? Math.max(...dead) : null;
}

type Draft = Omit<Whole, 'dead'>;

interface Reckoned {
  readonly telling: Telling;
  readonly claim: Claim;
}

function isFigure({ claim: { count } }: Telling): boolean {
  return !isZero(count);
}

function open(count: Count): Count {
  return { ...count, max: null, kind: 'at least' };
}

function statusesOf(lines: readonly Line[]): Map<ClaimRef, PointStatus> {
  const statuses = new Map<ClaimRef, PointStatus>();
  for (const { points } of lines) {
    for (const { sayings, status } of points) {
      for (const { refs, isDerived } of sayings)
        if (!isDerived) for (const ref of refs) statuses.set(ref, status);
    }
  }
  return statuses;
}

function ofReport(report: ReportId, own: readonly Reckoned[], { harms }: Policy): Draft[] {
  const { toll, from } = tollOf(own.map(({ claim }) => claim));
  return harms.flatMap((harm) => {
    const count = toll[harm];
    if (!count) return [];
    const [least, most] = [from[harm]!.min, from[harm]!.max].map((ids) =>
      own.filter(({ claim }) => claim.harm === harm && ids.includes(claim.id)),
    ) as [Reckoned[], Reckoned[]];
    const figures: [Reckoned[], Count][] =
      count.max === null || count.max === count.min || isSame(least, most)
        ? [[least, count]]
        : [
            [least, atLeastFigure(least, count)],
            [most, between(count.max, count.max, count.approximate)],
          ];
    return figures
      .filter(([on]) => on.length > 0)
      .flatMap(([on, figure]) => figuresOf(report, harm, on, figure));
  });
}

/** The least of a report whose most is another's figure: as it was said where one claim says it. */
function atLeastFigure(least: readonly Reckoned[], { min, approximate }: Count): Count {
  const [only] = least;
  return least.length === 1 && only!.claim.count.min === min
    ? only!.claim.count
    : between(min, min, approximate);
}

function isSame(a: readonly Reckoned[], b: readonly Reckoned[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** One whole; where its claims are of groups that only the sum brings together, one for each. */
function figuresOf(report: ReportId, harm: Harm, on: readonly Reckoned[], count: Count): Draft[] {
  const groups = new Set(on.map(({ telling }) => groupKeyOf(telling, on.length > 1)));
  const [group] = groups;
  if (groups.size === 1) return [wholeOf(report, harm, on, count, group!)];
  const isAllOfOneSide = [...groups].every((key) => !isOfSide(key));
  if (isAllOfOneSide) return [wholeOf(report, harm, on, count, EVERYBODY.key)];
  return on.map((one) => wholeOf(report, harm, [one], one.claim.count, groupKeyOf(one.telling, false)));
}

/** Of whom the report's figure is: who is told of as a person, or as a part, is one of all. */
function groupKeyOf({ group: { key } }: Telling, isSum: boolean): string {
  const isPerson = key.startsWith('person ');
  const counted = key.replace(/^person /, '');
  if (counted.startsWith('part ')) return EVERYBODY.key;
  return isPerson || isSum
    ? counted.replace(/^(?:children|women|men|attackers)(?=@|$)/, EVERYBODY.key)
    : counted;
}

/** Whether a group is told apart by side or status. */
function isOfSide(key: string): boolean {
  return key.includes('@') || key.startsWith('civilians') || key.startsWith('combatants');
}

function wholeOf(report: ReportId, harm: Harm, on: readonly Reckoned[], count: Count, group: string): Draft {
  const tellings = on.map(({ telling }) => telling);
  const isOfPersons = tellings.every((telling) => telling.group.key.startsWith('person '));
  const [first] = on;
  const isAlone = on.length === 1 && !isOfPersons;
  const refs = tellings.map(({ ref }) => ref);
  const origins = [...new Map(tellings.map(({ origin }) => [origin.key, origin])).values()];
  return {
    harm,
    report,
    refs,
    origins,
    group,
    isOfPersons,
    isStated: !isOfPersons && (on.length === 1 || on.some(({ claim }) => says(claim, count))),
    moment: tellings.map(({ moment }) => moment).reduce(later, null),
    claim: {
      ...first!.claim,
      id: [harm, ...refs].join(' '),
      count,
      // One voice that tells of single people tells of different ones; each report is a voice of its own.
      attribution: [[report, ...origins.map(({ key }) => key).sort()].join(' ')],
      relations: [],
      evidence: [],
      victims: isAlone ? first!.claim.victims : sharedVictims(on),
    },
  };
}

function says({ count: { min, max } }: Claim, { min: n, max: most }: Count): boolean {
  return min === n && (max === most || max === null);
}

/** What is stated of all of them. */
function sharedVictims(on: readonly Reckoned[]): Claim['victims'] {
  const shared = <T>(pick: (victims: Claim['victims']) => T): T | undefined => {
    const values = new Set(on.map(({ claim }) => pick(claim.victims)));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const affiliation = shared((victims) => victims.affiliation);
  const nationality = shared((victims) => victims.nationality);
  return {
    civilianStatus: shared((victims) => victims.civilianStatus) ?? 'unknown',
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(nationality === undefined ? {} : { nationality }),
    named: [],
    evidence: [],
  };
}
