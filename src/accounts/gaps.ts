/** What the reports of an incident say is not known, put together; and which of it a later report has answered. */
import { isNumbered } from '../model/count.ts';
import type { IncidentRecord } from '../model/incident.ts';
import type { Gap } from '../model/reading.ts';
import { type Moment, partsOf, type ReportId } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { compareMoments, publicationOf } from './moments.ts';
import type { Context, Telling } from './tellings.ts';

export type IncidentGap = IncidentRecord['gaps'][number];

interface Found {
  readonly gap: Gap;
  readonly report: ReportId;
  readonly moment: Moment | null;
}

/**
 * The gaps of the events of an incident, in order of time. A gap that a report does not lay to one event is its main
 * event's. Equal ones are one, with all their reports.
 */
export function gapsOf(
  mentions: readonly string[],
  tellings: readonly Telling[],
  { reports }: Context,
): IncidentGap[] {
  const found = [...mentions].sort().flatMap((mention): Found[] => {
    const { report: id, part } = partsOf(mention);
    const report = reports.get(id);
    if (!report) return [];
    const isMain = report.reading.events[0]?.id === part;
    return report.reading.gaps
      .filter(({ event }) => event === part || (event === undefined && isMain))
      .map((gap) => ({ gap, report: id, moment: publicationOf(report) }));
  });
  const alike = Map.groupBy(found, ({ gap }) =>
    [gap.kind, gap.field, gap.harm, foldName(gap.about)].join('\n'),
  );
  return [...alike.values()]
    .map((group) =>
      group.sort((a, b) => compareMoments(a.moment, b.moment) || (a.report < b.report ? -1 : 1)),
    )
    .sort(
      ([a], [b]) =>
        compareMoments(a!.moment, b!.moment) ||
        (a!.report < b!.report
          ? -1
          : a!.report > b!.report
            ? 1
            : a!.gap.evidence[0]!.start - b!.gap.evidence[0]!.start),
    )
    .map((group) => {
      const { gap } = group[0]!;
      const answers = answersTo(gap, group.at(-1)!.moment, tellings);
      return {
        ...gap,
        reports: [...new Set(group.map(({ report }) => report))],
        ...(answers.length > 0 ? { answeredBy: answers } : {}),
      };
    });
}

/** Claims of a later time that tell what was not known: a number for a number, names for names. */
function answersTo({ kind, field, harm }: Gap, last: Moment | null, tellings: readonly Telling[]): string[] {
  if (kind === 'no comment' || kind === 'unconfirmed' || last === null) return [];
  const after = tellings.filter(
    ({ moment, claim }) =>
      compareMoments(moment, last) > 0 &&
      (harm === undefined || claim.harm === harm) &&
      claim.stance !== 'denied' &&
      claim.stance !== 'rumoured',
  );
  if (field === 'identity')
    return after
      .filter(({ claim }) => claim.victims.named.some(({ identity }) => identity === 'stated'))
      .map(({ ref }) => ref)
      .sort();
  if (field === 'count')
    return after
      .filter(({ claim, origin }) => isNumbered(claim.count) && !origin.isOutlet)
      .map(({ ref }) => ref)
      .sort();
  return [];
}
