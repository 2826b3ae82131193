/** `recount accounts` for people: an incident, what each source said of it and when, where they conflict, what is not known. */
import type { Account, IncidentRecord, Point, Range } from '../../model/incident.ts';
import { HARMS, plural, renderBounds, renderDate, renderDay, renderPlace } from '../words.ts';
import type { Style } from './style.ts';
import { type Column, renderTable } from './table.ts';
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
    aggregates(incident, room, style),
    findings(incident, room, style),
    grade(incident, room, style),
  ];
  const body = sections
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map((line) => (line ? INDENT + line : '')).join('\n'));
  return `${[heading(incident, columns, style).join('\n'), ...body].join('\n\n')}\n\n`;
}

function heading(incident: IncidentRecord, columns: number, style: Style): string[] {
  const { type, place, date, reports, alsoIn, sources, incident: id } = incident;
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
    id,
  ];
  return [
    style('dim', '━'.repeat(columns)),
    ...wrap(harmless(what.filter(Boolean).join(' · ')), columns).map((line) => style('bold', line)),
    ...wrap(harmless(told.filter(Boolean).join(' · ')), columns).map((line) => style('dim', line)),
  ];
}

function tolls({ toll, groups, policy, accounts }: IncidentRecord, room: number, style: Style): string[] {
  const rows = HARMS.flatMap((harm) => {
    const range = toll[harm];
    if (!range) return [];
    const within = Object.entries(groups ?? {}).flatMap(([group, of]) =>
      of[harm] ? [`${group} ${bounds(of[harm])}`] : [],
    );
    const best = range.best === undefined ? '' : `, best ${range.best}`;
    const from = [
      `low: ${whose(range.from?.low ?? [], accounts)}`,
      range.high === null ? 'no highest figure' : `high: ${whose(range.from?.high ?? [], accounts)}`,
    ];
    return [
      `${harm} ${bounds(range)}${best}${within.length > 0 ? ` (${within.join(', ')})` : ''}`,
      `${INDENT}${from.join('; ')}`,
    ];
  });
  if (rows.length === 0) return [style('bold', 'NO TOLL: no figure bounds it')];
  const title = `TOLL, by policy ${policy?.name ?? ''} ${policy?.version ?? ''}`.trim();
  return [
    style('bold', title),
    ...rows.flatMap((row) =>
      wrap(harmless(row), room).map((line) => style(row.startsWith(INDENT) ? 'dim' : 'figure', line)),
    ),
  ];
}

function bounds({ low, high, approximate }: Range): string {
  return renderBounds({ min: low, max: high, kind: 'exact', approximate: approximate === true });
}

/** Who said what makes a bound, with the claims. */
function whose(refs: readonly string[], accounts: readonly Account[]): string {
  const names = refs.map((ref) => {
    const account = accounts.find(({ trajectory }) => trajectory.some(({ claims }) => claims.includes(ref)));
    return `${account?.origin ?? 'a report'} [${ref}]`;
  });
  return [...new Set(names)].join(', ') || 'nobody’s figure, the policy’s own';
}

const POINT: readonly Column<Point>[] = [
  { title: 'said', cell: said, min: 7 },
  { title: 'bounds', cell: ({ count }) => renderBounds(count), alignRight: true, min: 6, style: 'bold' },
  { title: 'what became of it', cell: becameOf, min: 12 },
  { title: 'in', cell: ({ reports }) => harmless(reports.join(', ')), min: 10, style: 'dim' },
];

function said({ saidOn, lastSaidOn }: Point): string {
  const first = saidOn === null ? 'not dated' : renderDay(saidOn);
  return lastSaidOn && renderDay(lastSaidOn) !== first ? `${first}, last ${renderDay(lastSaidOn)}` : first;
}

function becameOf({ status, stance, reason, late }: Point): string {
  const parts = [
    stance && stance !== status ? `${status}, ${stance}` : status,
    reason ?? '',
    late ? `carried late by ${late.join(', ')}` : '',
  ];
  return harmless(parts.filter(Boolean).join(': '));
}

function accounts({ accounts }: IncidentRecord, room: number, style: Style): string[] {
  if (accounts.length === 0) return [];
  const groups = accounts.map((account) => ({ title: harmless(titleOf(account)), rows: account.trajectory }));
  const table =
    renderTable(POINT, groups, room, style) ??
    groups.flatMap(({ title, rows }) => [
      title,
      ...rows.map((point) => `${INDENT}${said(point)} ${renderBounds(point.count)} ${becameOf(point)}`),
    ]);
  const alone = groups.length === 1 ? wrap(groups[0]!.title, room).map((line) => style('source', line)) : [];
  return [style('bold', 'WHO SAID HOW MANY, AND WHEN'), ...alone, ...table];
}

function titleOf({
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

function gaps({ gaps }: IncidentRecord, room: number, style: Style): string[] {
  const lines = gaps.map(
    ({ kind, about, answeredBy }) =>
      `${kind}: ${about}${answeredBy ? ` (told later: ${answeredBy.join(', ')})` : ''}`,
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

function findings({ findings }: IncidentRecord, room: number, style: Style): string[] {
  return section(
    'WHAT DOES NOT FIT',
    findings.map(({ check, message, claims }) => `${message ?? check} (${check}: ${claims.join(', ')})`),
    room,
    style,
  );
}

function grade({ grade }: IncidentRecord, room: number, style: Style): string[] {
  if (!grade) return [];
  const what = grade.decided ? `${grade.decided}, decided` : (grade.proposed ?? 'none proposed');
  return wrap(harmless(`GRADE  ${what}: ${grade.reason}`), room).map((line) => style('dim', line));
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
