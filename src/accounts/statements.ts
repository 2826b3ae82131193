/**
 * What each origin said in each report: claims of one report on one origin's word, put together for each harm and group
 * of victims. "A man of 20 and a man of 30 were shot dead" are two claims and one statement: two men. Copies add their
 * report to the statement that they copy.
 */
import { isOnePerson, isZero } from '../model/count.ts';
import type { Claim, Count, Harm } from '../model/reading.ts';
import type { ClaimRef, Moment, ReportId } from '../model/record.ts';
import { tollOf } from '../model/toll.ts';
import { compareVictims } from '../model/victims.ts';
import { boundsOf } from './figures.ts';
import type { Origin } from './origins.ts';
import type { Telling } from './tellings.ts';
import { EVERYBODY, groupsWithin, type VictimGroup } from './victims.ts';

export interface Statement {
  readonly origin: Origin;
  readonly harm: Harm;
  readonly group: VictimGroup;
  readonly count: Count;
  readonly stance: Claim['stance'];
  readonly report: ReportId;
  /** The reports that carry it: its own and those that copy it. */
  readonly reports: readonly ReportId[];
  /** The claims that it is made of, and those that only say it again. */
  readonly refs: readonly ClaimRef[];
  readonly claims: readonly Telling[];
  readonly moment: Moment | null;
  /** The end of the day on which it says that it was said; null where it does not say. */
  readonly saidOn: Moment | null;
  /** Its own report says that another figure has taken its place. */
  readonly isOld: boolean;
  /** Its people are told to have come to another harm since; that is why it is old. */
  readonly isSpent: boolean;
  /** Older claims of its report whose place it takes, whoever said them. */
  readonly replaces: readonly Telling[];
  readonly isCorrection: boolean;
  readonly isPartial: boolean;
  /** Reckoned from other figures: a sum of parts, or a group told inside a whole. It is in no toll beside them. */
  readonly isDerived: boolean;
}

/** Stances on which people count (contract, rule 1 of the toll). */
export const TAKEN: ReadonlySet<Claim['stance']> = new Set([
  'asserted',
  'acknowledged',
  'estimated',
  'alleged',
]);

/** The statements of one incident, in no order that tells anything. */
export function statementsOf(tellings: readonly Telling[]): Statement[] {
  const statements = [...Map.groupBy(tellings, ({ report }) => report.id).values()].flatMap(ofReport);
  return [...statements, ...sums(statements)];
}

function ofReport(read: readonly Telling[]): Statement[] {
  const told = read.map((telling) => withoutLeavers(telling, read));
  const roots = new Map(told.map((telling) => [telling, rootOf(telling, told)]));
  const said = told.filter((telling) => roots.get(telling) === telling);
  const byVoice = Map.groupBy(said, ({ ref, origin, claim, isSpent }) =>
    [origin.key, claim.harm, claim.stance, isOld(ref, told), isSpent].join('\n'),
  );
  const again = told.filter((telling) => roots.get(telling) !== telling);
  return [...byVoice.values()]
    .flatMap((own) => ofVoice(own, told))
    .map((statement) =>
      withRepeats(
        statement,
        again.filter((one) => statement.claims.includes(roots.get(one)!)),
      ),
    );
}

/** The telling that one says again, at the end of the chain; in a ring the first of them. */
function rootOf(telling: Reckoned, told: readonly Reckoned[]): Reckoned {
  const path = [telling];
  for (;;) {
    const { repeats } = path.at(-1)!;
    const next = repeats === null ? undefined : told.find(({ claim }) => claim.id === repeats);
    if (!next) return path.at(-1)!;
    const at = path.indexOf(next);
    if (at >= 0) return told.find((one) => path.indexOf(one) >= at)!;
    path.push(next);
  }
}

function ofVoice(said: readonly Reckoned[], all: readonly Telling[]): Statement[] {
  const statements = [...Map.groupBy(said, ({ group }) => group.key).values()].flatMap((alike) =>
    figuresOf(alike).map((tellings) => statementOf(tellings, all)),
  );
  const within = said.flatMap((telling) =>
    groupsWithin(telling.claim).map(({ group, count }): Statement => {
      const side = telling.group.key.includes('@')
        ? telling.group.key.slice(telling.group.key.indexOf('@'))
        : '';
      const victims: VictimGroup = { ...telling.group, key: `${group}${side}`, group, label: group };
      return { ...statementOf([telling], all), group: victims, count, isDerived: true };
    }),
  );
  const told = new Set(statements.map(({ group }) => group.key));
  return [...statements, ...within.filter(({ group }) => !told.has(group.key))];
}

/** Single people told of one by one make one figure; of other figures each stands for itself, equal ones together. */
function figuresOf(tellings: readonly Reckoned[]): Reckoned[][] {
  const singles = tellings.filter(({ claim }) => isOnePerson(claim.count));
  const others = tellings.filter(({ claim }) => !isOnePerson(claim.count));
  const equal = Map.groupBy(others, ({ claim }) => boundsOf(claim.count));
  return [...(singles.length > 0 ? [singles] : []), ...equal.values()];
}

function statementOf(tellings: readonly Reckoned[], all: readonly Telling[]): Statement {
  const first = tellings[0]!;
  const isSpent = first.isSpent === true;
  const refs = tellings.flatMap(({ ref, copies }) => [ref, ...copies.map((copy) => copy.ref)]);
  const own = new Set(tellings.map(({ ref }) => ref));
  const replaces = all.filter((other) => tellings.some((telling) => isReplaced(other, telling)));
  return {
    origin: first.origin,
    harm: first.claim.harm,
    group: first.group,
    count: countOf(tellings),
    stance: first.claim.stance,
    report: first.report.id,
    reports: [
      ...new Set(tellings.flatMap(({ report, copies }) => [report.id, ...copies.map((copy) => copy.report)])),
    ],
    refs,
    claims: tellings,
    moment: latest(tellings.map(({ moment }) => moment)),
    saidOn: latest(tellings.map(({ saidOn }) => saidOn)),
    isOld: isSpent || [...own].some((ref) => isOld(ref, all)),
    isSpent,
    replaces,
    isCorrection: tellings.some(({ claim }) => claim.relations.some(({ kind }) => kind === 'corrects')),
    isPartial: tellings.every(({ isPartial }) => isPartial),
    isDerived: false,
  };
}

/** A telling once those who left its people for another harm of the same report are taken from it. */
interface Reckoned extends Telling {
  /** All of them have left it ("he was wounded, and died"). */
  readonly isSpent?: boolean;
}

/** "8 were shot, 3 of them died": 5 are hurt (contract, rules 8 and 9). Reckoned here, where all are told together. */
function withoutLeavers(telling: Telling, told: readonly Telling[]): Reckoned {
  const { claim } = telling;
  const leavers = told.filter(
    (other) =>
      other.claim.harm !== claim.harm &&
      TAKEN.has(other.claim.stance) &&
      other.claim.relations.some(
        ({ to, kind }) => to === claim.id && (kind === 'part of' || kind === 'updates'),
      ),
  );
  if (leavers.length === 0 || isZero(claim.count)) return telling;
  const count = tollOf([claim, ...leavers.map((leaver) => leaver.claim)].map(asserted)).toll[claim.harm];
  if (!count || count.max === 0) return { ...telling, isSpent: true };
  return { ...telling, claim: { ...claim, count: { ...count, ...textOf(claim.count) } } };
}

function textOf({ text }: Count): { text?: string } {
  return text === undefined ? {} : { text };
}

/** On one voice and as fact, so that only the sums are left. */
function asserted(claim: Claim): Claim {
  return { ...claim, attribution: [], stance: 'asserted' };
}

/** One figure, or the sum of single people told of one by one. */
function countOf(tellings: readonly Telling[]): Count {
  const [first] = tellings;
  const { count, harm } = first!.claim;
  if (tellings.length === 1 || !isOnePerson(count)) return count;
  const apart = tellings.map(({ claim }) => ({ ...asserted(claim), relations: [] }));
  return tollOf(apart).toll[harm] ?? count;
}

function isOld(ref: ClaimRef, all: readonly Telling[]): boolean {
  const own = all.find((telling) => telling.ref === ref)!;
  return all.some((other) => isReplaced(own, other));
}

/** Whether the newer one's report says that it takes the older one's place. */
function isReplaced(older: Telling, newer: Telling): boolean {
  return (
    older !== newer &&
    older.report.id === newer.report.id &&
    older.claim.harm === newer.claim.harm &&
    newer.claim.relations.some(
      ({ to, kind }) => to === older.claim.id && (kind === 'updates' || kind === 'corrects'),
    )
  );
}

function withRepeats(statement: Statement, own: readonly Telling[]): Statement {
  if (own.length === 0) return statement;
  const carriers = own.flatMap(({ copies }) => copies.map((copy) => copy.report));
  return {
    ...statement,
    refs: [...statement.refs, ...own.flatMap(({ ref, copies }) => [ref, ...copies.map((copy) => copy.ref)])],
    reports: [...new Set([...statement.reports, ...carriers])],
  };
}

function latest(moments: readonly (Moment | null)[]): Moment | null {
  return moments.reduce((a, b) => (a === null ? b : b === null ? a : a > b ? a : b), null);
}

/** For an origin that never tells the whole: the sum of its parts told apart, in each report (contract, rule 2). */
function sums(statements: readonly Statement[]): Statement[] {
  const byVoice = Map.groupBy(statements, ({ origin, harm }) => `${origin.key}\n${harm}`);
  return [...byVoice.values()].flatMap((own) => {
    if (own.some(({ group }) => group.key === EVERYBODY.key)) return [];
    const byReport = Map.groupBy(
      own.filter(({ isDerived, isOld: old, isPartial }) => !isDerived && !old && !isPartial),
      ({ report, stance }) => `${report}\n${stance}`,
    );
    return [...byReport.values()].flatMap((parts) => {
      if (parts.length < 2) return [];
      const claims = parts.flatMap((part) => part.claims.map(({ claim }) => ({ ...claim, attribution: [] })));
      const count = tollOf(claims, { compare: compareVictims }).toll[parts[0]!.harm];
      const isSum = count && count.min > Math.max(...parts.map((part) => part.count.min)) && count.min > 0;
      return isSum ? [sumOf(parts, count)] : [];
    });
  });
}

function sumOf(parts: readonly Statement[], count: Count): Statement {
  return {
    ...parts[0]!,
    group: EVERYBODY,
    count,
    refs: parts.flatMap(({ refs }) => refs),
    claims: parts.flatMap(({ claims }) => claims),
    reports: [...new Set(parts.flatMap(({ reports }) => reports))],
    moment: latest(parts.map(({ moment }) => moment)),
    saidOn: latest(parts.map(({ saidOn }) => saidOn)),
    replaces: [],
    isDerived: true,
  };
}
