/** What the reports of an incident say is not known, put together; and which of it a later report has answered. */
import { isNumbered } from '../model/count.ts';
import type { IncidentRecord } from '../model/incident.ts';
import type { Gap } from '../model/reading.ts';
import { type Moment, partsOf, type ReportId } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { compareMoments, publicationOf } from './moments.ts';
import { nameKey } from './register.ts';
import { rootOfAttribution } from './roots.ts';
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
  context: Context,
): IncidentGap[] {
  const found = [...mentions].sort().flatMap((mention): Found[] => {
    const { report: id, part } = partsOf(mention);
    const report = context.reports.get(id);
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
      const answers = answersTo(group.at(-1)!, tellings, context);
      return {
        ...gap,
        reports: [...new Set(group.map(({ report }) => report))],
        ...(answers.length > 0 ? { answeredBy: answers } : {}),
      };
    });
}

/**
 * Claims of a later time that tell what was not known: a number from whoever gave none; names from whoever withheld them,
 * or of the people whom the gap names.
 */
function answersTo({ gap, report, moment }: Found, tellings: readonly Telling[], context: Context): string[] {
  const { kind, field, harm, about } = gap;
  if (kind === 'no comment' || kind === 'unconfirmed' || moment === null) return [];
  const sources = sourcesOf(gap, report, context);
  const subject = wordsOf(about);
  const answers = tellings.filter(({ moment: said, claim, origin }) => {
    if (compareMoments(said, moment) <= 0 || claim.stance === 'denied' || claim.stance === 'rumoured')
      return false;
    if (harm !== undefined && claim.harm !== harm) return false;
    const isOwn = sources.has(origin.key);
    if (field === 'count') return isOwn && isNumbered(claim.count);
    const isNamed = claim.victims.named.some(({ identity }) => identity === 'stated');
    const isOfThem = wordsOf(claim.victims.text ?? '').some((word) => subject.includes(word));
    return field === 'identity' && isNamed && (isOwn || isOfThem);
  });
  return answers.map(({ ref }) => ref).sort();
}

function sourcesOf(
  { attribution }: Gap,
  report: ReportId,
  { reports, vocabulary, register }: Context,
): Set<string> {
  const kept = reports.get(report);
  const told = kept?.reading.attributions.filter(({ id }) => attribution.includes(id)) ?? [];
  return new Set(
    told.map((one) =>
      register.canonical(nameKey(rootOfAttribution(one, kept!, vocabulary).name, vocabulary)),
    ),
  );
}

/** Words long enough to tell of what they speak. */
function wordsOf(text: string): string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word.length > 3);
}
