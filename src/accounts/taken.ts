/**
 * Which figures come into the fold: every current one that the policy counts, as the policy reads its words, without
 * those that bound nothing (a part, a single person, an outlet beside a source).
 */
import { isNumbered, isZero } from '../model/count.ts';
import type { Claim, Count, Harm } from '../model/reading.ts';
import { refOf } from '../model/record.ts';
import { tollOf } from '../model/toll.ts';
import { compareVictims, foldName } from '../model/victims.ts';
import type { Policy } from './policies/policy.ts';
import type { Statement } from './statements.ts';
import type { Telling } from './tellings.ts';
import type { Line, PointDraft } from './trajectory.ts';

/** What one figure brings to the sum. */
export interface Figure {
  readonly claim: Claim;
  readonly line: Line;
  readonly statement: Statement;
}

/** The figures of the accounts that bound the toll. `contested`: folded names of people whose belonging is disputed. */
export function takenFigures(
  lines: readonly Line[],
  policy: Policy,
  contested: ReadonlySet<string>,
): Figure[] {
  return withoutIndividuals(withoutUnsourced(withoutPartial(figuresOf(lines, policy, contested))));
}

/** The claims of every current point, under their names in the record, with relations led to what stands today. */
function figuresOf(lines: readonly Line[], policy: Policy, contested: ReadonlySet<string>): Figure[] {
  const standIn = new Map<string, PointDraft>();
  for (const { points } of lines) {
    for (const point of points) {
      if (point.first.isDerived) continue;
      for (const saying of point.sayings) for (const ref of saying.refs) standIn.set(ref, currentOf(point));
    }
  }
  const reports = new Map<string, number>();
  const numbered = numberedHarms(lines, policy);
  return lines.flatMap((line) =>
    line.points.flatMap((point) => {
      if (point.status !== 'current' || point.first.isDerived || !policy.stances.includes(point.first.stance))
        return [];
      const statement = latestOf(point);
      const index = reports.get(statement.report) ?? reports.size + 1;
      reports.set(statement.report, index);
      return statement.claims.flatMap((telling): Figure[] => {
        const claim = translated(telling.claim, policy, contested, numbered.has(line.harm));
        if (claim === null || !policy.harms.includes(claim.harm)) return [];
        const relations = telling.claim.relations.flatMap(({ to, kind }) => {
          const target = standIn.get(refOf(telling.report.id, to));
          if (!target || target === point) return [];
          const there = latestOf(target).claims;
          // Who died of the wounded was taken from them where both are told, in `statements.ts`.
          if (target.first.harm !== claim.harm) return [];
          return there[0] ? [{ to: there[0].ref, kind }] : [];
        });
        const kept = relations.filter(({ kind }) => !SETTLED.has(kind));
        const isLost = isPartAsTold(telling) && !kept.some(({ kind }) => kind === 'part of');
        if (isLost && hasWhole(line, lines)) return [];
        return [
          {
            line,
            statement,
            claim: {
              ...claim,
              id: telling.ref,
              attribution: [line.origin.key],
              relations: kept,
              evidence: moved(claim, index),
            },
          },
        ];
      });
    }),
  );
}

/** Harms for which somebody gives a number of the whole. */
function numberedHarms(lines: readonly Line[], { stances }: Policy): Set<Harm> {
  const told = lines.filter(({ points }) =>
    points.some(
      ({ status, first }) =>
        status === 'current' &&
        stances.includes(first.stance) &&
        !first.isPartial &&
        isNumbered(first.count) &&
        !isZero(first.count),
    ),
  );
  return new Set(told.map(({ harm }) => harm));
}

/** The saying that tells it in most detail: claims told one by one before their sum, the last of them. */
function latestOf({ first, sayings }: PointDraft): Statement {
  const same = sayings.filter(
    ({ count, isDerived }) => !isDerived && count.min === first.count.min && count.max === first.count.max,
  );
  return same.at(-1) ?? first;
}

/** The point that stands in the place of one that was left. */
function currentOf(point: PointDraft): PointDraft {
  let at = point;
  for (let step = 0; at.supersededBy && step < 64; step++) at = at.supersededBy;
  return at;
}

/** What repeats or replaces what is settled before anything is summed. */
const SETTLED: ReadonlySet<string> = new Set(['repeats', 'updates', 'corrects']);

/** Whether its report tells of it as a part of another figure of the same harm. */
function isPartAsTold({ claim, report }: Telling): boolean {
  return claim.relations.some(
    ({ to, kind }) =>
      kind === 'part of' && report.reading.claims.some(({ id, harm }) => id === to && harm === claim.harm),
  );
}

function hasWhole(line: Line, lines: readonly Line[]): boolean {
  return lines.some(
    (other) =>
      other !== line &&
      other.harm === line.harm &&
      !/^(?:part|person) /.test(other.group.key) &&
      other.points.some(({ status, first }) => status === 'current' && !first.isDerived),
  );
}

/** Evidence of different reports never falls together. */
function moved({ evidence }: Claim, index: number): Claim['evidence'] {
  return evidence.map((span) => ({
    ...span,
    start: span.start + index * REPORT_LENGTH,
    end: span.end + index * REPORT_LENGTH,
  }));
}

/** Longer than any report. */
const REPORT_LENGTH = 1e8;

/** The claim with the count as the policy takes it; null where the policy gives it no number. */
export function translated(
  claim: Claim,
  policy: Policy,
  contested: ReadonlySet<string>,
  hasNumber: boolean,
): Claim | null {
  // Reductions are reckoned by the relations, so each claim comes in as it was said. Words stand for numbers only where
  // nobody gives one.
  const count = hasNumber && !isNumbered(claim.count) ? claim.count : countBy(policy, claim.count);
  if (count === null) return null;
  const named = claim.victims.named.filter(({ name }) => !contested.has(foldName(name)));
  return {
    ...claim,
    count,
    stance: 'asserted',
    scope: 'incident',
    victims: { ...claim.victims, named },
  };
}

/** A count as the policy reads it; null where its words give no number. */
export function countBy({ vague, unstated, open }: Policy, count: Count): Count | null {
  if (count.kind === 'unstated') {
    if (unstated === 'unknown') return null;
    if (unstated !== 'as the words allow') return isOne(count) ? exact(1) : exact(unstated);
    return count;
  }
  if (count.kind === 'vague' && vague !== 'as the words allow') {
    const row = [...vague].reverse().find(([floor]) => count.min >= floor);
    if (!row || row[1] === null) return null;
    const [, low, high] = row;
    return {
      min: low,
      max: high,
      kind: high === null ? 'at least' : low === high ? 'exact' : 'between',
      approximate: true,
    };
  }
  if (count.max === null && open === 'closed at the figure' && isNumbered(count))
    return exact(count.min, count.approximate);
  return count;
}

function isOne({ min }: Count): boolean {
  return min === 1;
}

function exact(n: number, approximate = false): Count {
  return { min: n, max: n, kind: 'exact', approximate };
}

/**
 * Single people who are told of bound nothing where somebody counts; else there are as many as the report has that tells
 * of most. Those whom a report's own bottom line leaves out (they died of their wounds, say) are left out.
 */
function withoutIndividuals(figures: readonly Figure[]): Figure[] {
  const singles = figures.filter((figure) => isPerson(figure) && isInBottomLine(figure));
  const most = new Map<Harm, { voice: string; n: number }>();
  for (const [voice, own] of Map.groupBy(singles, voiceOf)) {
    const { harm } = own[0]!.line;
    const toll = tollOf(own.map(({ claim }) => claim));
    const n = toll.toll[harm]?.min ?? 0;
    const known = most.get(harm);
    if (!known || n > known.n || (n === known.n && voice < known.voice)) most.set(harm, { voice, n });
  }
  return figures.filter((figure) => {
    if (!isPerson(figure)) return true;
    const { harm } = figure.line;
    const isCounted = figures.some(
      (other) =>
        other.line.harm === harm &&
        !isPerson(other) &&
        isNumbered(other.claim.count) &&
        !isZero(other.claim.count),
    );
    return !isCounted && singles.includes(figure) && most.get(harm)?.voice === voiceOf(figure);
  });
}

function voiceOf({ line, statement }: Figure): string {
  return [line.harm, line.origin.key, statement.report].join('\n');
}

/** Whether the toll that the report itself comes to stands on the claim; where it comes to none nobody can say. */
function isInBottomLine({ statement, claim, line }: Figure): boolean {
  const telling = statement.claims.find(({ ref }) => ref === claim.id);
  const event = telling?.report.reading.events.find(({ id }) => id === telling.claim.event);
  if (!telling || !event || Object.keys(event.toll).length === 0) return true;
  const from = event.tollFrom[line.harm];
  return from !== undefined && [...from.min, ...from.max].includes(telling.claim.id);
}

/** A partial vantage bounds nothing of the whole; where nobody tells of the whole there were that many at least. */
function withoutPartial(figures: readonly Figure[]): Figure[] {
  return figures.flatMap((figure) => {
    const { claim, statement } = figure;
    if (!statement.isPartial) return [figure];
    const hasOther = figures.some(
      (other) => other.claim.harm === claim.harm && !other.statement.isPartial && !isZero(other.claim.count),
    );
    if (hasOther) return [];
    return [
      { ...figure, claim: { ...claim, count: { ...claim.count, max: null, kind: 'at least' as const } } },
    ];
  });
}

function isPerson({ line }: Figure): boolean {
  return line.group.key.startsWith('person ');
}

/** An outlet's own figure gives way to a source's for the same people, or for all. */
function withoutUnsourced(figures: readonly Figure[]): Figure[] {
  const sourced = figures.filter(({ line }) => !line.origin.isOutlet);
  return figures.filter(({ line, claim }) => {
    if (!line.origin.isOutlet) return true;
    return !sourced.some((other) => {
      if (
        other.claim.harm !== claim.harm ||
        isPerson(other) ||
        other.line.group.key.startsWith('part ') ||
        isZero(other.claim.count) !== isZero(claim.count)
      )
        return false;
      if (isNumbered(claim.count) && !isNumbered(other.claim.count)) return false;
      const relation = compareVictims(other.claim, claim);
      return relation === 'same' || relation === 'contains';
    });
  });
}
