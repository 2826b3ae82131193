/**
 * Figures over more than one incident (law 4): in no incident's toll, and series of their own. Here, those that touch
 * one incident; and, over all reports, the series of each source for one harm, area and beginning.
 */
import type { IncidentRecord } from '../model/incident.ts';
import type { Claim, Count, Harm, Place } from '../model/reading.ts';
import { type ClaimRef, type Moment, partsOf, refOf } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { boundsOf } from './figures.ts';
import { applyJudgements } from './judged.ts';
import type { Material } from './material.ts';
import { compareMoments, momentOf, publicationOf } from './moments.ts';
import { nameKey, registerOf } from './register.ts';
import { rootOf } from './roots.ts';
import type { Context } from './tellings.ts';
import { groupOf } from './victims.ts';
import type { Vocabulary } from './words.ts';

/** The aggregates that are told with an incident's events, or that say that they cover one of them; named by the record. */
export function aggregatesOf(
  mentions: readonly string[],
  { reports, vocabulary, register }: Context,
): IncidentRecord['aggregates'] {
  const own = Map.groupBy([...mentions].sort(), (mention) => partsOf(mention).report);
  return [...own].flatMap(([id, told]) => {
    const events = new Set(told.map((mention) => partsOf(mention).part));
    return (reports.get(id)?.reading.claims ?? [])
      .filter(
        ({ scope, event, covers }) =>
          scope === 'aggregate' &&
          ((event !== null && events.has(event)) || covers?.some((covered) => events.has(covered))),
      )
      .map((claim) => {
        const { name } = rootOf(claim, reports.get(id)!, vocabulary);
        const origin = register.source(nameKey(name, vocabulary))?.name ?? name;
        return { ...claim, id: refOf(id, claim.id), origin };
      });
  });
}

/** One source's running figure: "1,900 since 2015". Compared with the sum of incidents, never added to it. */
export interface Series {
  readonly origin: string;
  readonly harm: Harm;
  /** "all", "civilians", "children" …, or the group as it is told. */
  readonly victims: string;
  /** The day it counts from; null where no beginning is told. */
  readonly since: string | null;
  /** The last day that its last figure counts, where one is told. */
  readonly until: string | null;
  readonly area: Place | null;
  readonly points: readonly SeriesPoint[];
}

/** One figure of a series: said again in the same words of number, it is one point. */
export interface SeriesPoint {
  readonly saidOn: Moment | null;
  readonly count: Count;
  readonly claims: readonly ClaimRef[];
}

/** All series that some reports tell, by source, then by time. */
export function seriesOf(material: Material, vocabulary: Vocabulary): Series[] {
  const judged = applyJudgements(material);
  const register = registerOf(judged.standing, vocabulary);
  const told = judged.material.reports.flatMap((report) =>
    report.reading.claims
      .filter(({ scope }) => scope === 'aggregate')
      .map((claim) => {
        const root = rootOf(claim, report, vocabulary);
        const said = report.reading.attributions.find(({ id }) => id === claim.attribution[0])?.saidOn;
        return {
          key: register.canonical(nameKey(root.name, vocabulary)),
          name: root.name,
          claim,
          group: groupOf(claim, false, vocabulary, new Map()),
          ref: refOf(report.id, claim.id),
          moment: momentOf(claim.asOf ?? said?.end) ?? publicationOf(report),
        };
      }),
  );
  const series = Map.groupBy(told, ({ key, claim, group }) =>
    [key, claim.harm, group.key, claim.period?.start ?? '', foldName(claim.area?.name ?? '')].join('\n'),
  );
  return [...series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const sayings = own.sort((a, b) => compareMoments(a.moment, b.moment) || (a.ref < b.ref ? -1 : 1));
      const [{ claim, name, key, group }, last] = [sayings[0]!, sayings.at(-1)!];
      return {
        origin: register.source(key)?.name ?? name,
        harm: claim.harm,
        victims: group.group === 'other' ? group.label : group.group,
        since: claim.period?.start ?? null,
        until: last.claim.period?.end ?? null,
        area: claim.area ?? null,
        points: pointsOf(sayings),
      };
    });
}

function pointsOf(
  sayings: readonly { readonly claim: Claim; readonly ref: ClaimRef; readonly moment: Moment | null }[],
): SeriesPoint[] {
  const points: { saidOn: Moment | null; count: Count; claims: ClaimRef[] }[] = [];
  for (const { claim, ref, moment } of sayings) {
    const last = points.at(-1);
    if (last && boundsOf(last.count) === boundsOf(claim.count)) last.claims.push(ref);
    else points.push({ saidOn: moment, count: claim.count, claims: [ref] });
  }
  return points;
}
