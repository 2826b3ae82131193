/**
 * The words that the figures of an incident stand on, and what the reports are called that hold them: laid beside an
 * incident for whoever looks at it, letter by letter from the reports as they are kept.
 */
import { applyJudgements, type Material } from '../accounts/index.ts';
import type { ClaimWords, IncidentRecord, ReportCalled } from '../model/incident.ts';
import { type KeptReport, partsOf } from '../model/record.ts';
import type { Span } from '../text/span.ts';

/** One incident, with all that it was computed from. */
export interface Seen {
  readonly incident: IncidentRecord;
  readonly material: Material;
}

/** An incident of files with its words; `reports` are all that are at hand, by id. */
export function withWordsAmong(
  incident: IncidentRecord,
  material: Material,
  reports: ReadonlyMap<string, KeptReport>,
  short: ReadonlyMap<string, string>,
): IncidentRecord {
  const own = [...new Set([...incident.reports, ...incident.alsoIn])].flatMap((id) => reports.get(id) ?? []);
  const named = new Map(own.flatMap(({ id }) => (short.has(id) ? [[id, short.get(id)!]] : [])));
  return worded({ incident, material: { ...material, reports: own } }, named);
}

/** An incident with its words; `short` are its reports’ ids as short as commands take them. */
export function worded({ incident, material }: Seen, short: ReadonlyMap<string, string>): IncidentRecord {
  const { reports } = applyJudgements(material).material;
  // of reports of other incidents that are named, only how they are called for short
  const others = [...short].map(([id, beginning]) => [id, { short: beginning }]);
  const told = { ...Object.fromEntries(others), ...calledBy(reports, short) };
  return { ...incident, told, words: wordsOf(incident, reports) };
}

/** What reports are called, by their ids. */
export function calledBy(
  reports: readonly KeptReport[],
  short: ReadonlyMap<string, string>,
): Record<string, ReportCalled> {
  return Object.fromEntries(
    reports.map(({ id, title, outlet, published, url }) => [
      id,
      {
        ...(short.has(id) ? { short: short.get(id)! } : {}),
        ...(title === undefined ? {} : { title }),
        ...(outlet === undefined ? {} : { outlet }),
        ...(published === undefined ? {} : { published }),
        ...(url === undefined ? {} : { url }),
      },
    ]),
  );
}

function wordsOf(incident: IncidentRecord, reports: readonly KeptReport[]): Record<string, ClaimWords> {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return Object.fromEntries(
    claimsNamed(incident).flatMap((ref): [string, ClaimWords][] => {
      const { report: id, part } = partsOf(ref);
      const report = byId.get(id);
      const claim = report?.reading.claims.find((each) => each.id === part);
      if (!report || !claim) return [];
      return [[ref, { quote: quoteOf(report, claim.evidence), evidence: claim.evidence }]];
    }),
  );
}

function claimsNamed({ accounts, findings, gaps, named, aggregates }: IncidentRecord): string[] {
  return [
    ...new Set([
      ...accounts.flatMap(({ trajectory }) => trajectory.flatMap(({ claims }) => claims)),
      ...findings.flatMap(({ claims }) => claims),
      ...gaps.flatMap(({ answeredBy }) => answeredBy ?? []),
      ...named.flatMap(({ claims }) => claims ?? []),
      ...aggregates.map(({ id }) => id),
    ]),
  ];
}

/** A stretch of a report no longer than this is quoted whole; of a longer one the words alone. */
const MAX_STRETCH = 160;

/** The words of some spans as a person quotes them: from the first to the last, in the body where some stand there. */
export function quoteOf({ text, title = '' }: KeptReport, spans: readonly Span[]): string {
  const inText = spans.filter((span) => span.in === undefined);
  const own = [...(inText.length > 0 ? inText : spans)].sort((a, b) => a.start - b.start);
  const [first] = own;
  if (!first) return '';
  const end = Math.max(...own.map((span) => span.end));
  if (end - first.start > MAX_STRETCH) return own.map(({ quote }) => quote).join(' … ');
  return (first.in === 'title' ? title : text).slice(first.start, end);
}
