/**
 * Figures over more than one incident (law 4): in no incident's toll, and series of their own. Here, those that touch
 * one incident; and, over all reports, the series of each source for one harm, area and beginning.
 */
import type { IncidentRecord } from '../model/incident.ts';
import type { Count, Harm } from '../model/reading.ts';
import { type ClaimRef, type Moment, partsOf, refOf } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { compareMoments, momentOf, publicationOf } from './moments.ts';
import { nameKey } from './register.ts';
import { rootOf } from './roots.ts';
import type { Context } from './tellings.ts';

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
  /** The day it counts from; null where no beginning is told. */
  readonly since: string | null;
  readonly area: string | null;
  readonly points: readonly {
    readonly saidOn: Moment | null;
    readonly count: Count;
    readonly claim: ClaimRef;
  }[];
}

/** All series of a record, by source, then by time. */
export function seriesOf(context: Context): Series[] {
  const told = [...context.reports.values()].flatMap((report) =>
    report.reading.claims
      .filter(({ scope }) => scope === 'aggregate')
      .map((claim) => {
        const root = rootOf(claim, report, context.vocabulary);
        const said = report.reading.attributions.find(({ id }) => id === claim.attribution[0])?.saidOn;
        return {
          key: context.register.canonical(nameKey(root.name, context.vocabulary)),
          name: root.name,
          claim,
          ref: refOf(report.id, claim.id),
          moment: momentOf(claim.asOf ?? said?.end) ?? publicationOf(report),
        };
      }),
  );
  const series = Map.groupBy(told, ({ key, claim }) =>
    [key, claim.harm, claim.period?.start ?? '', foldName(claim.area?.name ?? '')].join('\n'),
  );
  return [...series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, points]) => {
      const { claim, name } = points[0]!;
      return {
        origin: context.register.source(points[0]!.key)?.name ?? name,
        harm: claim.harm,
        since: claim.period?.start ?? null,
        area: claim.area?.name ?? null,
        points: points
          .sort((a, b) => compareMoments(a.moment, b.moment) || (a.ref < b.ref ? -1 : 1))
          .map((point) => ({ saidOn: point.moment, count: point.claim.count, claim: point.ref })),
      };
    });
}
