/** `recount accounts` for people: an incident, what each source said of it and when, where they conflict, what is not known. */
import type { Account, IncidentRecord, Point, Range } from '../../model/incident.ts';
import { marksOf, renderJudgement, renderWho } from '../judgements.ts';
import { HARMS, plural, renderBounds, renderDate, renderDay, renderPlace } from '../words.ts';
import type { Style } from './style.ts';
import { harmless, widthOf, wrap } from './width.ts';

export interface IncidentStyle {
  readonly style: Style;
  readonly columns: number;
}

const INDENT = '  ';

/** The lines of one incident, a blank line last. */
export function renderIncident(incident: IncidentRecord, { style, columns }: IncidentStyle): string {
  const room = columns - INDENT.length;
  const sections = [
    tolls(incident, room, style),
    accounts(incident, room, style),
    conflicts(incident, room, style),
    gaps(incident, room, style),
    people(incident, room, style),
    parts(incident, room, style),
    aggregates(incident, room, style),
    findings(incident, room, style),
    grade(incident, room, style),
    judgements(incident, room, style),
  ];
  const body = sections
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map((line) => (line ? INDENT + line : '')).join('\n'));
  return `${[heading(incident, columns, style).join('\n'), ...body].join('\n\n')}\n\n`;
}

function heading(incident: IncidentRecord, columns: number, style: Style): string[] {
  const { type, place, date, reports, alsoIn, sources, partOf, told: called } = incident;
  const what = [
    type === 'unknown' ? 'incident of unknown kind' : type,
    place && renderPlace(place),
    date && renderDate(date),
  ];
  const who = sources && [
    plural(sources.named, 'named source'),
    sources.unnamed > 0 ? `unnamed, ${sources.unnamed}` : '',
    sources.unsourced > 0 ? `${plural(sources.unsourced, 'outlet')} without a source` : '',
  ];
  const told = [
    plural(reports.length, 'report'),
    alsoIn.length > 0 ? `told of in ${alsoIn.length} more` : '',
    ...(who ?? []),
    shortened(incident.incident, called),
    partOf === undefined ? '' : `part of ${shortened(partOf, called)}`,
  ];
  return [
    style('dim', '━'.repeat(columns)),
    ...wrap(harmless(what.filter(Boolean).join(' · ')), columns).map((line) => style('bold', line)),
    ...wrap(harmless(told.filter(Boolean).join(' · ')), columns).map((line) => style('dim', line)),
  ];
}

function tolls(incident: IncidentRecord, room: number, style: Style): string[] {
  const { toll, groups, policy } = incident;
  const rows = HARMS.flatMap((harm) => {
    const range = toll[harm];
    if (!range) return [];
    const within = Object.entries(groups ?? {}).flatMap(([group, of]) =>
      of[harm] ? [`${group} ${bounds(of[harm])}`] : [],
    );
    const best = range.best === undefined ? '' : `, best ${range.best}`;
    const low = whose(range.from?.low ?? [], incident);
    const high = range.high === null ? null : whose(range.from?.high ?? [], incident);
    const from =
      high === low
        ? `low and high: ${low}`
        : `low: ${low}; ${high === null ? 'no highest figure' : `high: ${high}`}`;
    return [
      `${harm} ${bounds(range)}${best}${within.length > 0 ? ` (${within.join(', ')})` : ''}`,
      `${INDENT}${from}`,
    ];
  });
  if (rows.length === 0) return [style('bold', 'NO TOLL: no figure bounds it')];
  const title = `TOLL, by policy ${policy?.name ?? ''} ${policy?.version ?? ''}`.trim();
  return [
    style('bold', title),
    ...rows.flatMap((row) => {
      const isFrom = row.startsWith(INDENT);
      return wrap(harmless(row.trimStart()), room - (isFrom ? INDENT.length : 0)).map((line) =>
        isFrom ? INDENT + style('dim', line) : style('figure', line),
      );
    }),
  ];
}

function bounds({ low, high, approximate }: Range): string {
  return renderBounds({ min: low, max: high, kind: 'exact', approximate: approximate === true });
}

/** Who said what makes a bound, with the claims. */
function whose(refs: readonly string[], { accounts, told }: IncidentRecord): string {
  const names = refs.map((ref) => {
    const account = accounts.find(({ trajectory }) => trajectory.some(({ claims }) => claims.includes(ref)));
    return `${account?.origin ?? 'a report'} [${shortened(ref, told)}]`;
  });
  return [...new Set(names)].join(', ') || 'nobody’s figure, the policy’s own';
}

function said({ saidOn, lastSaidOn }: Point): string {
  const first = saidOn === null ? 'not dated' : renderDay(saidOn);
  return lastSaidOn && renderDay(lastSaidOn) !== first ? `${first}, last ${renderDay(lastSaidOn)}` : first;
}

function becameOf({ status, stance, reason, late }: Point, told: IncidentRecord['told']): string {
  const parts = [
    stance && stance !== status ? `${status}, ${stance}` : status,
    reason ?? '',
    late ? `carried late by ${late.map((id) => outletOf(id, told)).join(', ')}` : '',
  ];
  return parts.filter(Boolean).join(': ');
}

/** Each account with its points: the figure, when it was said, what became of it, in which words, told by whom. */
function accounts(incident: IncidentRecord, room: number, style: Style): string[] {
  const { accounts, told } = incident;
  if (accounts.length === 0) return [];
  const below = (point: Point): Line[] => wordsOf(point, incident);
  return [
    style('bold', 'WHO SAID HOW MANY, AND WHEN'),
    ...accountLines(
      accounts.map((account) => ({ account, title: titleOf(account) })),
      { told, room, style, below },
    ),
  ];
}

interface Line {
  readonly text: string;
  readonly name?: 'dim';
}

/** Accounts under their titles, each point with its figure in a column of its own. */
export function accountLines(
  rows: readonly { readonly account: Account; readonly title: string }[],
  {
    told,
    room,
    style,
    below,
  }: {
    readonly told: IncidentRecord['told'];
    readonly room: number;
    readonly style: Style;
    readonly below: (point: Point) => readonly Line[];
  },
): string[] {
  const figures = rows.flatMap(({ account }) => account.trajectory.map(({ count }) => renderBounds(count)));
  const width = Math.max(0, ...figures.map(widthOf)) + INDENT.length;
  const margin = ' '.repeat(width + 2);
  const beside = (text: string): string[] => wrap(harmless(text), Math.max(20, room - margin.length));
  return rows.flatMap(({ account, title }) => [
    ...wrap(harmless(title), room).map((line) => style('source', line)),
    ...account.trajectory.flatMap((point) => {
      const figure = renderBounds(point.count);
      const mark = `${' '.repeat(width - widthOf(figure))}${style('figure', figure)}  `;
      return [
        ...beside(`${said(point)} · ${becameOf(point, told)}`).map(
          (line, i) => (i === 0 ? mark : margin) + line,
        ),
        ...below(point).flatMap(({ text, name }) =>
          beside(text).map((line) => margin + (name ? style(name, line) : line)),
        ),
      ];
    }),
  ]);
}

/** Of the reports that carry one figure so many are named. */
const MAX_NAMED = 3;

/** The words of a point as a body told it last, and who else carries it. */
function wordsOf({ claims, reports }: Point, { words, told }: IncidentRecord): Line[] {
  const inBody = (claim: string): boolean => words![claim]!.evidence.some((span) => span.in === undefined);
  const known = claims.filter((claim) => words?.[claim]);
  const ref = known.findLast(inBody) ?? known.at(-1);
  if (ref === undefined) return [{ text: reports.join(', '), name: 'dim' }];
  const teller = reportOf(ref);
  const others = reports.filter((report) => report !== teller);
  const rest = others.length - MAX_NAMED;
  const also = [
    ...others.slice(0, MAX_NAMED).map((report) => tellerOf(report, told)),
    ...(rest > 0 ? [`${rest} more`] : []),
  ];
  const by = `${tellerOf(teller, told)} [${shortened(ref, told)}]`;
  return [
    { text: `“${words![ref]!.quote}”` },
    { text: also.length > 0 ? `${by}; also ${also.join('; ')}` : by, name: 'dim' },
  ];
}

/** "Orlu Post, 2 May 2031". */
function tellerOf(report: string, told: IncidentRecord['told']): string {
  const published = told?.[report]?.published;
  return [outletOf(report, told), published ? renderDay(published) : ''].filter(Boolean).join(', ');
}

function outletOf(report: string, told: IncidentRecord['told']): string {
  const called = told?.[report];
  return called?.outlet ?? called?.title ?? called?.short ?? report;
}

function reportOf(ref: string): string {
  return ref.slice(0, ref.lastIndexOf('#'));
}

/** The same with ids of reports as short as commands take them. */
export function shortened(text: string, told: IncidentRecord['told']): string {
  let short = text;
  for (const [id, called] of Object.entries(told ?? {}))
    if (called.short) short = short.replaceAll(id, called.short);
  return short;
}

export function titleOf({
  origin,
  originKind,
  unnamed,
  speakers,
  harm,
  victims,
  partial,
  evaluation,
}: Account): string {
  const who = unnamed
    ? `unnamed (${origin})`
    : originKind === 'outlet'
      ? `${origin}, in its own voice`
      : origin;
  const through = speakers && speakers.length > 0 ? ` (${speakers.join(', ')})` : '';
  const notes = [
    victims === 'all' ? '' : victims,
    partial ? 'a part only' : '',
    evaluation ? `evaluated ${evaluation}` : '',
  ].filter(Boolean);
  return `${who}${through}: ${[harm, ...notes].join(', ')}`;
}

function conflicts(
  { accounts, contradictions, agreements }: IncidentRecord,
  room: number,
  style: Style,
): string[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const tell = (pairs: readonly (readonly [string, string])[], how: string): string[] =>
    pairs.map(([a, b]) => {
      const [x, y] = [byId.get(a), byId.get(b)];
      const figure = (account: Account | undefined): string =>
        account?.current ? renderBounds(account.current) : '';
      return `${x?.harm ?? ''}: ${x?.origin ?? a} ${figure(x)} ${how} ${y?.origin ?? b} ${figure(y)}`;
    });
  return section('WHERE THEY CONFLICT', tell(contradictions, 'against'), room, style).concat(
    contradictions.length > 0 && (agreements?.length ?? 0) > 0 ? [''] : [],
    section('WHERE THEY AGREE', tell(agreements ?? [], 'agrees with'), room, style),
  );
}

function gaps({ gaps, told }: IncidentRecord, room: number, style: Style): string[] {
  const lines = gaps.map(
    ({ kind, about, answeredBy }) =>
      `${kind}: ${about}${answeredBy ? ` (told later: ${shortened(answeredBy.join(', '), told)})` : ''}`,
  );
  return section('WHAT IS NOT KNOWN, OR NOT TOLD', lines, room, style);
}

function people({ named }: IncidentRecord, room: number, style: Style): string[] {
  const lines = named.map(({ name, aliases, age, role, membership }) =>
    [
      [name, ...(aliases ?? [])].join(' / '),
      age === undefined ? '' : String(age),
      role ?? '',
      membership ? 'disputed whether of this incident' : '',
    ]
      .filter(Boolean)
      .join(', '),
  );
  return section('NAMED VICTIMS', lines, room, style);
}

function parts({ parts = [], told }: IncidentRecord, room: number, style: Style): string[] {
  const lines = parts.map((part) => shortened(part, told));
  return section('ITS PARTS, WHICH ADD NOTHING TO IT', lines, room, style);
}

function aggregates({ aggregates }: IncidentRecord, room: number, style: Style): string[] {
  const lines = aggregates.map(({ harm, count, period, area, origin }) =>
    [
      origin ?? '',
      `${harm} ${renderBounds(count)}`,
      area ? renderPlace(area) : '',
      period ? renderDate(period) : '',
    ]
      .filter(Boolean)
      .join(', '),
  );
  return section('FIGURES OVER MORE THAN THIS INCIDENT, IN NO TOLL', lines, room, style);
}

function findings({ findings, told }: IncidentRecord, room: number, style: Style): string[] {
  return section(
    'WHAT DOES NOT FIT',
    findings.map(
      ({ check, message, claims }) => `${message ?? check} (${check}: ${shortened(claims.join(', '), told)})`,
    ),
    room,
    style,
  );
}

function grade({ grade }: IncidentRecord, room: number, style: Style): string[] {
  if (!grade) return [];
  const what = grade.decided ? `${grade.decided}, decided` : (grade.proposed ?? 'none proposed');
  return wrap(harmless(`GRADE  ${what}: ${grade.reason}`), room).map((line) => style('dim', line));
}

export function judgements(
  { judgements, told }: Pick<IncidentRecord, 'judgements' | 'told'>,
  room: number,
  style: Style,
): string[] {
  const lines = (judgements ?? []).map((decided) => {
    const { judgement } = decided;
    const notes = [renderWho(judgement), judgement.why ? `“${judgement.why}”` : '', ...marksOf(decided)];
    const id = judgement.id.slice(0, 8);
    return `${shortened(renderJudgement(judgement), told)} (${notes.filter(Boolean).join('; ')}) [${id}]`;
  });
  return section('WHAT PEOPLE DECIDED', lines, room, style);
}

function section(title: string, lines: readonly string[], room: number, style: Style): string[] {
  if (lines.length === 0) return [];
  return [
    style('bold', title),
    ...lines.flatMap((text) =>
      wrap(harmless(text), Math.max(10, room - widthOf('· '))).map(
        (line, i) => (i === 0 ? '· ' : '  ') + line,
      ),
    ),
  ];
}
