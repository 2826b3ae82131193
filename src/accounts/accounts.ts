/**
 * Accounts: from readings and judgements to what each origin says of each incident, how that moved, where it conflicts,
 * what is not known, and what a policy makes of it. Pure: the same material gives the same record, in whatever order it
 * comes; readings coded by hand do as well as read ones.
 */
import type { Account, IncidentRecord, Point } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import { type DateRange, type Place, placeSchema } from '../model/reading.ts';
import { type Moment, partsOf } from '../model/record.ts';
import { aggregatesOf } from './aggregates.ts';
import { boundingWholes } from './bounding.ts';
import { checkIncident } from './checks/index.ts';
import { victimsInTwoIncidents } from './checks/victim-in-two-incidents.ts';
import { foldAccounts } from './fold.ts';
import { gapsOf } from './gaps.ts';
import { gradeOf } from './grade.ts';
import { applyJudgements, type Judged } from './judged.ts';
import type { IncidentGroup, Material } from './material.ts';
import { compareMoments, later, momentOf, publicationOf, renderMoment } from './moments.ts';
import { peopleOf } from './named.ts';
import { isShorter, partsOfName, sharesBodies } from './names.ts';
import type { Origin } from './origins.ts';
import { applyDenials, applyStaleness, applyUpdates, comparedLines } from './overtaken.ts';
import { ACCOUNTS } from './policies/accounts.ts';
import type { Policy } from './policies/policy.ts';
import { registerOf } from './register.ts';
import { statementsOf } from './statements.ts';
import { type Context, contextOf, tellingsOf } from './tellings.ts';
import { type Line, type PointDraft, trajectoriesOf } from './trajectory.ts';
import { wholesOf } from './wholes.ts';
import type { Vocabulary } from './words.ts';

export interface AccountsOptions {
  readonly vocabulary: Vocabulary;
  /** By default Recount's own. */
  readonly policy?: Policy;
  /** The moment that staleness is told from, a day for its end; by default the last report's said moment. */
  readonly now?: Moment;
}

/** The accounts of every group of mentions, in the order of the groups. */
export function accountsOf(
  material: Material,
  groups: readonly IncidentGroup[],
  options: AccountsOptions,
): IncidentRecord[] {
  const judged = applyJudgements(material);
  const register = registerOf(judged.standing, options.vocabulary);
  const context = contextOf(judged.material, options.vocabulary, register, judged.decisions);
  const now = momentOf(options.now) ?? lastMoment(material);
  const records = groups.map((group) => accountsOfIncident(group, context, judged, { ...options, now }));
  const shared = victimsInTwoIncidents(records);
  return records.map((record) => ({
    ...record,
    findings: [...record.findings, ...(shared.get(record.incident) ?? [])],
  }));
}

/** The last report's said moment; null where no report says when it came out. */
export function lastMoment({ reports }: Material): Moment | null {
  return reports.map(publicationOf).reduce(later, null);
}

interface Settled {
  readonly vocabulary: Vocabulary;
  readonly policy?: Policy;
  readonly now: Moment | null;
}

function accountsOfIncident(
  group: IncidentGroup,
  context: Context,
  judged: Judged,
  { policy = ACCOUNTS, now }: Settled,
): IncidentRecord {
  const { incident, mentions } = group;
  const tellings = tellingsOf(mentions, context);
  const { lines, differing } = trajectoriesOf(statementsOf(tellings));
  applyUpdates(lines);
  applyDenials(lines);
  const ids = accountIds(incident, lines);
  const own = judged.standing.filter(
    (judgement) =>
      !('incident' in judgement) || judgement.incident === undefined || judgement.incident === incident,
  );
  const people = peopleOf(
    tellings,
    own.filter((judgement) => judgement.kind === 'victim'),
  );
  const contested = new Set(
    people.filter((person) => person.isContested || person.isPossible).flatMap(({ names }) => [...names]),
  );
  const accepted = new Set([
    ...judged.accepted,
    ...judged.added,
    ...judged.corrections.map(({ claim }) => claim),
  ]);
  const standing = wholesOf(tellings, lines, policy, contested);
  const { doubts } = boundingWholes(standing, policy, accepted);
  const doubted = new Set(doubts.flatMap(({ whole }) => whole.refs));
  const sure = standing.flatMap(({ refs }) => refs.filter((ref) => !doubted.has(ref)));
  applyStaleness(lines, now, policy.staleAfterHours, new Set(sure));
  const { contradictions, agreements } = comparedLines(lines);
  const order = sourceOrderOf(own, lines, context);
  const folded = foldAccounts(lines, tellings, policy, { sourceOrder: order, contested, doubted });
  const pairs = (list: readonly [Line, Line][]): [string, string][] =>
    list.map(([a, b]) => [ids.get(a)!, ids.get(b)!]);
  const facts = factsOf(group, context, own);
  const findings = checkIncident({
    lines,
    differing,
    tellings,
    people,
    doubts,
    folded,
    facts,
    context,
    mentions,
  });
  const grade = gradeOf({ lines, tellings, mentions, context });
  return {
    incident,
    reports: [...group.reports],
    alsoIn: [...group.alsoIn],
    mentions: [...mentions],
    ...(group.partOf === undefined ? {} : { partOf: group.partOf }),
    ...facts,
    accounts: lines.map((line) => accountOf(line, ids.get(line)!)),
    contradictions: pairs(contradictions),
    agreements: pairs(agreements),
    sources: sourcesOf(lines),
    gaps: gapsOf(mentions, tellings, context),
    toll: folded.toll,
    groups: { ...folded.groups },
    policy: { name: policy.name, version: policy.version },
    counted: [...new Set(folded.counted)],
    aggregates: aggregatesOf(mentions, context),
    // Who is only possibly a victim is counted among the findings, and named nowhere.
    named: people.filter(({ isPossible }) => !isPossible).map(({ victim }) => victim),
    findings,
    grade: gradeDecided(own) ?? grade,
    ...resolutionsIn(own),
  };
}

/** Readable, and the same for the same incident, origin, harm and group; a number tells apart what spells alike. */
function accountIds(incident: string, lines: readonly Line[]): Map<Line, string> {
  const slug = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
  const ids = new Map<Line, string>();
  const taken = new Map<string, number>();
  for (const line of lines) {
    const id = [incident, slug(line.origin.key), slug(line.harm), slug(line.group.key)].join('/');
    const nth = (taken.get(id) ?? 0) + 1;
    taken.set(id, nth);
    ids.set(line, nth === 1 ? id : `${id}-${nth}`);
  }
  return ids;
}

function accountOf(line: Line, id: string): Account {
  const { origin, harm, group, points } = line;
  const shown = points.filter(({ status }) => status === 'current');
  const newest = [...shown].sort((a, b) => compareMoments(a.lastSaid, b.lastSaid)).at(-1);
  const speakers = [
    ...new Set(
      points.flatMap(({ sayings }) =>
        sayings.flatMap(({ claims }) => claims.flatMap(({ speaker }) => speaker ?? [])),
      ),
    ),
  ];
  return {
    id,
    origin: origin.name,
    originKind: origin.kind as Account['originKind'],
    ...(origin.isUnnamed ? { unnamed: true } : {}),
    ...(speakers.length > 0 ? { speakers: speakers.sort() } : {}),
    harm,
    victims: group.label,
    group: group.group,
    ...(group.side === undefined ? {} : { side: group.side }),
    current: newest ? newest.first.count : null,
    trajectory: points.map(pointOf),
    partial: points.some(({ first }) => first.isPartial),
    ...(origin.evaluation === undefined ? {} : { evaluation: origin.evaluation }),
  };
}

function pointOf(point: PointDraft): Point {
  const { first, sayings, status, firstSaid, lastSaid, isUndated, supersededBy, reason, late } = point;
  const saidOn = isUndated ? null : renderMoment(firstSaid);
  const last = renderMoment(lastSaid);
  return {
    saidOn,
    ...(last === saidOn || isUndated ? {} : { lastSaidOn: last }),
    count: first.count,
    reports: [...new Set(sayings.flatMap(({ reports }) => reports))],
    claims: [...new Set(sayings.flatMap(({ refs }) => refs))],
    status,
    ...(first.stance === 'asserted' ? {} : { stance: first.stance }),
    ...(supersededBy ? { supersededBy: [...supersededBy.first.refs] } : {}),
    ...(late.length > 0 ? { late: [...new Set(late)] } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** How many stand behind the incident: those with a name are independent of each other, the rest is not known to be. */
function sourcesOf(lines: readonly Line[]): NonNullable<IncidentRecord['sources']> {
  const origins = new Map<string, Origin>();
  for (const { origin, points } of lines) {
    if (points.some(({ status, first }) => status !== 'denied' && first.stance !== 'denied'))
      origins.set(origin.key, origin);
  }
  const all = [...origins.values()];
  return {
    named: all.filter(({ isUnnamed, isOutlet }) => !isUnnamed && !isOutlet).length,
    unnamed: all.filter(({ isUnnamed }) => isUnnamed).length,
    unsourced: all.filter(({ isOutlet }) => isOutlet).length,
  };
}

/** What a person fixed, else what the grouping says, else the day and place that most reports tell, the finest of them. */
function factsOf(
  { mentions, date, place, type }: IncidentGroup,
  { reports }: Context,
  judgements: readonly Judgement[],
): Pick<IncidentRecord, 'date' | 'place' | 'type'> {
  const described = judgements.filter((judgement) => judgement.kind === 'describe');
  const events = [...mentions].sort().flatMap((mention) => {
    const { report, part } = partsOf(mention);
    return reports.get(report)?.reading.events.find(({ id }) => id === part) ?? [];
  });
  const fixed = described.findLast((one) => one.date)?.date;
  const day: DateRange | undefined = fixed
    ? { ...fixed, precision: fixed.start === fixed.end ? 'day' : 'range', extent: 'within', evidence: [] }
    : (date ??
      commonest(
        events.flatMap((event) => event.date ?? []),
        ({ start, end }) => `${start}..${end}`,
        (one) => (one.precision === 'day' ? 1 : 0),
      ));
  const where: Place | undefined =
    described.findLast((one) => one.place)?.place ??
    place ??
    commonest(
      events.flatMap((event) => event.place ?? []),
      ({ name }) => name,
      (one) => -PRECISIONS.indexOf(one.precision),
    );
  const what =
    described.findLast((one) => one.type)?.type ??
    type ??
    commonest(
      events.map((event) => event.type),
      (one) => one,
      (one) => (one === 'unknown' ? 0 : 1),
    );
  return {
    ...(what === undefined ? {} : { type: what }),
    ...(day === undefined ? {} : { date: day }),
    ...(where === undefined ? {} : { place: where }),
  };
}

/** Finest first, as the model lists them. */
const PRECISIONS = placeSchema.shape.precision.options;

/** The one that ranks highest, then is told most often; of equals the first by its key, so that the order of reports tells nothing. */
function commonest<T>(all: readonly T[], keyOf: (one: T) => string, rank: (one: T) => number): T | undefined {
  const groups = [...Map.groupBy(all, keyOf)].map(([key, own]) => ({ key, own, rank: rank(own[0]!) }));
  groups.sort((a, b) => b.rank - a.rank || b.own.length - a.own.length || (a.key < b.key ? -1 : 1));
  return groups[0]?.own[0];
}

/** The keys of the origins that the record ranks, best first; an incident's own order before the general one. */
function sourceOrderOf(
  judgements: readonly Judgement[],
  lines: readonly Line[],
  { register, vocabulary }: Context,
): string[] {
  const orders = judgements.filter((judgement) => judgement.kind === 'source-order');
  const order = orders.findLast(({ incident }) => incident !== undefined) ?? orders.at(-1);
  const preferred = judgements
    .filter((judgement) => judgement.kind === 'resolve')
    .findLast(({ outcome, source }) => outcome === 'prefer a source' && source !== undefined)?.source;
  const names = [...(preferred === undefined ? [] : [preferred]), ...(order?.sources ?? [])];
  const origins = [...new Map(lines.map(({ origin }) => [origin.key, origin])).values()];
  return names.flatMap((name) => {
    const key = register.canonical(register.keyOfName(name));
    if (origins.some((origin) => origin.key === key)) return [key];
    const parts = partsOfName(name, vocabulary);
    const meant = origins.filter((origin) => {
      const own = partsOfName(origin.name, vocabulary);
      return sharesBodies(parts, own) && (isShorter(parts, own) || isShorter(own, parts));
    });
    return meant.length === 1 ? [meant[0]!.key] : [];
  });
}

/** A grade that a person gave is shown as decided, not as proposed. */
function gradeDecided(judgements: readonly Judgement[]): NonNullable<IncidentRecord['grade']> | undefined {
  const decided = judgements.filter((judgement) => judgement.kind === 'grade').at(-1);
  return decided
    ? { proposed: null, decided: decided.grade, reason: decided.why ?? 'decided by a person' }
    : undefined;
}

/** How people here dealt with disagreements: shown as decided, and no figure is changed by it but the best. */
function resolutionsIn(judgements: readonly Judgement[]): Pick<IncidentRecord, 'resolutions'> {
  const resolutions = judgements
    .filter((judgement) => judgement.kind === 'resolve')
    .map(({ id, outcome, source, harm, count }) => ({
      judgement: id,
      outcome,
      ...(source === undefined ? {} : { source }),
      ...(harm === undefined ? {} : { harm }),
      ...(count === undefined ? {} : { count }),
    }));
  return resolutions.length > 0 ? { resolutions } : {};
}
