/**
 * Which incident is a part of which: as people decided, else as a report tells it of its own events. A part never adds to
 * its whole (law 4); where the parts come to more than it, that is a finding.
 */
import type { Finding, IncidentRecord } from '../model/incident.ts';
import { type Judgement, ROLES } from '../model/judgement.ts';
import { type Harm, harmSchema } from '../model/reading.ts';
import { type KeptReport, refOf } from '../model/record.ts';

type PartOf = Extract<Judgement, { kind: 'part-of' }>;

/** The mention that an incident is a part of; null where nobody tells of one. */
export function parentOf(
  mentions: readonly string[],
  judgements: readonly Judgement[],
  reports: readonly KeptReport[] = [],
): string | null {
  const own = new Set(mentions);
  const decided = decidedParts(judgements).findLast(
    ({ part, whole }) => own.has(part.ref ?? '') && !own.has(whole.ref ?? ''),
  );
  if (decided) return decided.whole.ref ?? null;
  return toldParts(reports).find(({ part, whole }) => own.has(part) && !own.has(whole))?.whole ?? null;
}

/** Mentions of the incidents that are parts of one, as far as its judgements and reports tell. */
export function partsOfIncident(
  mentions: readonly string[],
  judgements: readonly Judgement[],
  reports: readonly KeptReport[] = [],
): string[] {
  const own = new Set(mentions);
  const pairs = [
    ...decidedParts(judgements).map(({ part, whole }) => ({ part: part.ref ?? '', whole: whole.ref ?? '' })),
    ...toldParts(reports),
  ];
  return [
    ...new Set(pairs.filter(({ part, whole }) => own.has(whole) && !own.has(part)).map(({ part }) => part)),
  ];
}

/** The strongest last. */
function decidedParts(judgements: readonly Judgement[]): PartOf[] {
  return judgements
    .filter((judgement): judgement is PartOf => judgement.kind === 'part-of')
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

function toldParts(reports: readonly KeptReport[]): { part: string; whole: string }[] {
  return reports.flatMap(({ id, reading }) =>
    reading.events.flatMap((event) =>
      event.partOf === undefined ? [] : [{ part: refOf(id, event.id), whole: refOf(id, event.partOf) }],
    ),
  );
}

/** Groups of files, each with the incident that its reports tell it to be a part of. */
export function withParents<T extends { readonly incident: string; readonly mentions: readonly string[] }>(
  groups: readonly T[],
  reports: readonly KeptReport[],
): (T & { partOf?: string })[] {
  if (toldParts(reports).length === 0) return [...groups];
  const incidents = new Map(groups.flatMap(({ incident, mentions }) => mentions.map((id) => [id, incident])));
  return groups.map((group) => {
    const parent = parentOf(group.mentions, [], reports);
    const partOf = parent === null ? undefined : incidents.get(parent);
    return partOf === undefined ? group : { ...group, partOf };
  });
}

/** Harms of which the parts come to more than their whole can have. */
export function partsOverWhole(whole: IncidentRecord, parts: readonly IncidentRecord[]): Finding[] {
  return harmSchema.options.flatMap((harm: Harm): Finding[] => {
    const range = whole.toll[harm];
    const sum = parts.reduce((all, { toll }) => all + (toll[harm]?.low ?? 0), 0);
    if (!range || range.high === null || sum <= range.high) return [];
    const claims = [...(range.from?.high ?? []), ...parts.flatMap(({ toll }) => toll[harm]?.from?.low ?? [])];
    const message = `Its ${parts.length} parts come to ${sum} ${harm}, which is more than the ${range.high} told of the whole.`;
    return [{ check: 'parts-over-whole', level: 'warning', message, claims: [...new Set(claims)] }];
  });
}
