/**
 * Which figures bound the toll, of what each report comes to: a figure that somebody states before sums, a source before an
 * outlet's own voice, those who died out of those who were hurt; and not what one report alone says against many. What is
 * left out is told of (law 8), and comes in again when a person accepts its claim.
 */
import { between, isNumbered, isZero } from '../model/count.ts';
import type { Harm } from '../model/reading.ts';
import type { ClaimRef, Moment, ReportId } from '../model/record.ts';
import { tollOf } from '../model/toll.ts';
import { compareVictims } from '../model/victims.ts';
import { isFarFrom } from './figures.ts';
import { compareMoments, dayOf, later } from './moments.ts';
import type { Policy } from './policies/policy.ts';
import { IN_OFFICE } from './roots.ts';
import { EVERYBODY } from './victims.ts';
import type { Whole } from './wholes.ts';

/** A figure that bounds nothing until a person accepts it, and why. */
export interface Doubt {
  readonly harm: Harm;
  readonly whole: Whole;
  /** What the others say: their figures; empty where they tell of nobody. */
  readonly against: readonly Whole[];
}

/** A figure of the hurt that was told beside fewer dead than there are. */
export interface Overtaken {
  readonly whole: Whole;
  readonly dead: number;
}

export interface Bounding {
  readonly wholes: readonly Whole[];
  /** Every claim that they stand on, earlier sayings of the same figure among them. */
  readonly counted: readonly ClaimRef[];
  readonly doubts: readonly Doubt[];
  readonly died: readonly Overtaken[];
}

/** The wholes that bound the toll. `accepted`: claims that a person accepted, corrected or added: none of them is doubted. */
export function boundingWholes(
  wholes: readonly Whole[],
  policy: Policy,
  accepted: ReadonlySet<ClaimRef>,
): Bounding {
  const died: Overtaken[] = [];
  const doubts: Doubt[] = [];
  const chosen: Whole[] = [];
  for (const harm of policy.harms) {
    const own = wholes.filter((whole) => whole.harm === harm);
    const living = policy.died.includes(harm) ? withoutDead(own, deadAmong(chosen), died) : own;
    const doubtful = doubtsOf(living, wholes, policy, accepted);
    const doubted = new Set(doubtful.map(({ whole }) => whole));
    doubts.push(...doubtful);
    chosen.push(...withoutUnsourced(withoutSums(living.filter((whole) => !doubted.has(whole)))));
  }
  return { wholes: lastSayings(chosen), counted: chosen.flatMap(({ refs }) => refs), doubts, died };
}

/**
 * One figure of one origin is one, however many reports carry it: as it was said last. So is one of many outlets' own, on the
 * claims of all of them: a sum over hundreds of reports is a sum over few figures.
 */
function lastSayings(wholes: readonly Whole[]): Whole[] {
  const last = new Map<string, Whole>();
  for (const whole of wholes) {
    const { harm, origins, group, claim, moment } = whole;
    const isUnsourced = origins.every(({ isOutlet }) => isOutlet);
    const voice = isUnsourced ? '' : origins.map((origin) => origin.key).sort();
    const key = [harm, group, claim.count.min, claim.count.max, claim.count.kind, voice].join('\n');
    const known = last.get(key);
    if (!known) last.set(key, whole);
    else if (isUnsourced) last.set(key, { ...known, refs: [...known.refs, ...whole.refs] });
    else if (compareMoments(known.moment, moment) < 0) last.set(key, whole);
  }
  return [...last.values()];
}

/** How many are dead at least; null where they are told of by sides, so that nobody knows whose hurt they were. */
function deadAmong(chosen: readonly Whole[]): number | null {
  const dead = chosen.filter(({ harm }) => harm === 'killed');
  if (dead.some((whole) => sideOf(whole) !== EVERYBODY.key)) return null;
  return tollOf(dead.map(({ claim }) => claim)).toll.killed?.min ?? null;
}

/**
 * Who died is no longer among the hurt. Figures told beside all the dead that there are stand; a figure told beside fewer is
 * of before, or of a report that does not know. Where nobody tells of the hurt beside all the dead, those who died since may
 * have been among them.
 */
function withoutDead(own: readonly Whole[], dead: number | null, died: Overtaken[]): readonly Whole[] {
  if (dead === null) return own;
  const isOfAll = (whole: Whole): boolean => sideOf(whole) === EVERYBODY.key && !isZero(whole.claim.count);
  const missing = (whole: Whole): number => dead - (whole.dead ?? 0);
  const knowing = own.filter((whole) => isOfAll(whole) && missing(whole) <= 0);
  const last = knowing.map(({ moment }) => moment).reduce(later, null);
  return own.flatMap((whole) => {
    const since = missing(whole);
    if (!isOfAll(whole) || since <= 0) return [whole];
    // A count whose report is silent on the dead may leave them out: it gives way only to what is as new.
    const isCounted = !whole.isOfPersons && whole.dead === null;
    if (isCounted && (knowing.length === 0 || day(whole.moment) > day(last))) return [whole];
    died.push({ whole, dead: since });
    return knowing.length > 0 ? [] : lessTheDead(whole, since);
  });
}

/** Some of so many may have died since; a single person has. */
function lessTheDead(whole: Whole, since: number): Whole[] {
  const { count } = whole.claim;
  if (!isNumbered(count) && !whole.isOfPersons) return [whole];
  const min = Math.max(0, count.min - since);
  if (min === 0 && whole.isOfPersons) return [];
  const max = whole.isOfPersons && count.max !== null ? Math.max(min, count.max - since) : count.max;
  return [
    { ...whole, claim: { ...whole.claim, count: { ...count, ...between(min, max, count.approximate) } } },
  ];
}

function day(moment: Moment | null): string {
  return moment === null ? '' : dayOf(moment);
}

/** What one report alone says, where others say another thing of the same people, and people whom it alone knows of. */
function doubtsOf(
  own: readonly Whole[],
  wholes: readonly Whole[],
  { lone }: Policy,
  accepted: ReadonlySet<ClaimRef>,
): Doubt[] {
  if (lone === null || own.length === 0) return [];
  const { harm } = own[0]!;
  const others = wholes.filter(({ report }) => own.every((whole) => whole.report !== report));
  const doubts = isAlone(own, others, lone)
    ? own.map((whole) => ({ harm, whole, against: [] }))
    : [...Map.groupBy(own.filter(isCounted), sideOf).values()].flatMap((alike) => outvoted(alike, lone));
  return doubts.filter(({ whole }) => !whole.refs.some((ref) => accepted.has(ref)));
}

/** Children, women and men are of all: more of them than all is a figure against theirs. */
function sideOf({ group }: Whole): string {
  return group.replace(/^(?:children|women|men)(?=@|$)/, EVERYBODY.key);
}

/**
 * A harm that one report alone tells of, beside so many that know of nobody so harmed: single people whom it does not count,
 * or, as nobody leaves out the dead, the dead in its own voice. What is told after all the others is news.
 */
function isAlone(own: readonly Whole[], others: readonly Whole[], many: number): boolean {
  const isWeak = ({ isOfPersons, origins, harm }: Whole): boolean =>
    isOfPersons || (harm === 'killed' && origins.every(({ isOutlet }) => isOutlet));
  return (
    new Set(own.map(({ report }) => report)).size === 1 &&
    new Set(others.map(({ report }) => report)).size >= many &&
    own.every(isWeak) &&
    !own.some((whole) => others.every((other) => day(other.moment) < day(whole.moment)))
  );
}

function outvoted(alike: readonly Whole[], many: number): Doubt[] {
  const tellers = tellersOf(alike);
  const most = Math.max(...[...tellers.values()].map((reports) => reports.size));
  if (most < many) return [];
  const against = alike.filter((whole) => tellers.get(whole.claim.count.min)!.size === most);
  return alike.flatMap((whole) => {
    const isLone = tellers.get(whole.claim.count.min)!.size === 1;
    const holds =
      isAmong(whole, against) ||
      isNews(whole, against) ||
      (isOwnAccount(whole, against) && !isFar(whole, against));
    return isLone && !holds ? [{ harm: whole.harm, whole, against }] : [];
  });
}

/** Of some of the people whom the others count. */
function isAmong({ group, claim }: Whole, others: readonly Whole[]): boolean {
  return others.every((other) => other.group !== group && other.claim.count.min >= claim.count.min);
}

/** Far above all others (as the check `far-figure` has it): another scope, or a slip. */
function isFar({ claim }: Whole, others: readonly Whole[]): boolean {
  const most = Math.max(...others.map((other) => other.claim.count.max ?? other.claim.count.min));
  return isFarFrom(claim.count.min, most) && claim.count.min > most;
}

function isCounted({ claim: { count } }: Whole): boolean {
  return isNumbered(count) && !isZero(count);
}

function tellersOf(wholes: readonly Whole[]): Map<number, Set<ReportId>> {
  const tellers = new Map<number, Set<ReportId>>();
  for (const { report, claim } of wholes) {
    const { min } = claim.count;
    tellers.set(min, (tellers.get(min) ?? new Set()).add(report));
  }
  return tellers;
}

/**
 * The word of a source that the others do not quote: an account of its own, that no number of others outvotes. A voice known
 * by a description alone ("a neighbour") is none.
 */
function isOwnAccount({ origins }: Whole, others: readonly Whole[]): boolean {
  const quoted = new Set(others.flatMap((other) => other.origins.map(({ key }) => key)));
  return (
    origins.some(({ isOutlet, isUnnamed, kind }) => !isOutlet && (!isUnnamed || IN_OFFICE.has(kind))) &&
    !origins.some(({ key }) => quoted.has(key))
  );
}

/** A higher figure that a source states after all the others is no slip: a toll rises. */
function isNews({ origins, isStated, claim, moment }: Whole, others: readonly Whole[]): boolean {
  return (
    isStated &&
    origins.some(({ isOutlet }) => !isOutlet) &&
    others.every((other) => day(other.moment) < day(moment) && other.claim.count.min < claim.count.min)
  );
}

/** A sum of parts, or of people told of one by one, gives way to a figure that somebody states for the same people, or for all. */
function withoutSums(own: readonly Whole[]): readonly Whole[] {
  const stated = own.filter((whole) => whole.isStated && isCounted(whole));
  return own.filter((whole) => whole.isStated || !stated.some((other) => holds(other, whole)));
}

/** An outlet's own figure gives way to a source's for the same people, or for all. */
function withoutUnsourced(own: readonly Whole[]): readonly Whole[] {
  const sourced = own.filter(({ origins }) => origins.some(({ isOutlet }) => !isOutlet));
  return own.filter(
    (whole) =>
      sourced.includes(whole) ||
      !sourced.some((other) => {
        if (isZero(other.claim.count) !== isZero(whole.claim.count)) return false;
        if (isNumbered(whole.claim.count) && !isNumbered(other.claim.count)) return false;
        return (!other.isOfPersons || whole.isOfPersons) && holds(other, whole);
      }),
  );
}

function holds(other: Whole, whole: Whole): boolean {
  const relation = compareVictims(other.claim, whole.claim);
  return relation === 'same' || relation === 'contains';
}
