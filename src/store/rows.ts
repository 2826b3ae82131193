/** How reports, claims and incidents stand in tables, and back. Pure. */
import { hash } from 'node:crypto';
import type { IncidentRecord } from '../model/incident.ts';
import type { Attribution, Claim, Event, Reading, ReportInput } from '../model/reading.ts';
import { type KeptReport, refOf } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import type { KeptText } from './rules.ts';
import type { AccountRow, ClaimRow, IncidentRow, ReportRow } from './schema.ts';

/** The hash of all of a report that is read: two of one hash are one report. */
export function contentOf({ title, text, published, url }: ReportInput): string {
  return hash('sha256', JSON.stringify([title ?? null, text, published ?? null, url ?? null]), 'hex');
}

/** The link by which versions of one page are known: without fragment, and without what only counts visits. */
export function pageOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const page = new URL(url);
  page.hash = '';
  for (const name of [...page.searchParams.keys()]) {
    if (/^(utm_|fbclid$|gclid$|mc_[ce]id$)/.test(name)) page.searchParams.delete(name);
  }
  return `${page.host.replace(/^www\./, '')}${page.pathname.replace(/\/$/, '')}${page.search}`;
}

/** Who published a report that names no publisher: the site of its link; undefined where it has none. */
export function siteOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : undefined;
}

export function keptOf(row: ReportRow, reading: Reading): KeptReport {
  return { ...textOf(row), reading };
}

export function textOf(row: ReportRow): KeptText {
  return {
    id: row.id,
    text: row.text,
    recordedAt: row.recorded_at,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.published === null ? {} : { published: row.published }),
    ...(row.outlet === null ? {} : { outlet: row.outlet }),
    ...(row.source === null ? {} : { source: row.source }),
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.wire === null ? {} : { wire: row.wire }),
  };
}

export function claimRows(report: string, seq: number, reading: Reading): ClaimRow[] {
  const attributions = new Map(reading.attributions.map((each) => [each.id, each]));
  const events = new Map(reading.events.map((each) => [each.id, each]));
  return reading.claims.map((claim) => {
    const origin = attributions.get(claim.attribution[0] ?? '');
    const event = claim.event === null ? undefined : events.get(claim.event);
    return claimRow(report, seq, claim, origin, event);
  });
}

function claimRow(
  report: string,
  seq: number,
  claim: Claim,
  origin: Attribution | undefined,
  event: Event | undefined,
): ClaimRow {
  const place = claim.area ?? event?.place;
  const date = claim.period ?? event?.date;
  const parties = [
    ...new Set([...claim.perpetrators, ...(event?.perpetrators ?? [])].map(({ name }) => name)),
  ];
  const speaker = origin ? speakerOf(origin) : null;
  const side = claim.victims.affiliation ?? null;
  return {
    ref: refOf(report, claim.id),
    report,
    seq,
    mention: event ? refOf(report, event.id) : null,
    scope: claim.scope,
    harm: claim.harm,
    stance: claim.stance,
    min: claim.count.min,
    max: claim.count.max,
    count_kind: claim.count.kind,
    speaker,
    speaker_key: keyOf(speaker),
    speaker_kind: origin?.speakerKind ?? null,
    speaks_for: origin?.speaksFor ?? null,
    said_on: origin?.saidOn?.end ?? null,
    side,
    side_key: keyOf(side),
    status: claim.victims.civilianStatus,
    perpetrators: parties.length > 0 ? parties.join('; ') : null,
    place: place?.name ?? null,
    place_key: keyOf(place?.name ?? null),
    country: place?.country ?? null,
    day_start: date?.start ?? date?.end ?? null,
    day_end: date?.end ?? date?.start ?? null,
    confidence: claim.confidence,
  };
}

/** The speaker as resolved, else in the report's words; null where it names none. */
function speakerOf({ speaker, source }: Attribution): string | null {
  return speaker ?? (source.map(({ quote }) => quote).join(' ') || null);
}

/** A name as it is looked up. */
export function keyOf(name: string | null): string | null {
  return name === null ? null : foldName(name);
}

export function incidentRow(record: IncidentRecord, founded: number): IncidentRow {
  const { date, place, toll } = record;
  return {
    id: record.incident,
    founded,
    day_start: date?.start ?? date?.end ?? null,
    day_end: date?.end ?? date?.start ?? null,
    place: place?.name ?? null,
    country: place?.country ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    type: record.type ?? null,
    killed_low: toll.killed?.low ?? null,
    killed_high: toll.killed?.high ?? null,
    injured_low: toll.injured?.low ?? null,
    injured_high: toll.injured?.high ?? null,
    reports: new Set([...record.reports, ...record.alsoIn]).size,
    accounts: new Set(record.accounts.map(({ origin }) => origin)).size,
    findings: record.findings.length,
    body: JSON.stringify(record),
  };
}

export function accountRows(record: IncidentRecord): AccountRow[] {
  return record.accounts.map(({ id, origin, originKind, harm, victims, current }) => ({
    incident: record.incident,
    id,
    origin,
    origin_kind: originKind,
    harm,
    victims,
    min: current?.min ?? null,
    max: current?.max ?? null,
  }));
}
