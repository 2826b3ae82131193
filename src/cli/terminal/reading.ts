/** `recount read` for people: what happened, who says how many, what is not known, and the words for each of it. */
import type { Problem } from '../../model/reading.ts';
import type { Derivation } from '../../operations/index.ts';
import { type Excerpt, excerptsOf } from '../excerpts.ts';
import {
  type AccountView,
  accountGroups,
  type IncidentView,
  type Mark,
  type MarkKind,
  originOf,
  summaryOf,
  type View,
} from '../view.ts';
import { renderDay } from '../words.ts';
import { paints, type Style, type StyleName } from './style.ts';
import { type Column, renderTable } from './table.ts';
import { harmless, widthOf, wrap, wrapOffsets } from './width.ts';

export interface ReadingStyle {
  readonly style: Style;
  readonly columns: number;
  /** What made each part, to be printed under its words; none where it was not asked for. */
  readonly derivations?: readonly Derivation[];
}

const INDENT = '  ';

/** The lines of one report, a blank line last. */
export function renderReading(view: View, options: ReadingStyle): string {
  const { style, columns } = options;
  const room = columns - INDENT.length;
  const sections: string[][] = [
    incidents(view, room, style),
    accounts(view, room, style),
    gaps(view, room, style),
    words(view, room, options),
    problems(view.reading.problems, room, style),
  ];
  const body = sections
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map((line) => (line ? INDENT + line : '')));
  return `${[heading(view, columns, style), ...body].map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

function heading(view: View, columns: number, style: Style): string[] {
  const { report, reading } = view;
  const title = harmless(report.title ?? originOf(report)).trim();
  const published = reading.report.published ? renderDay(reading.report.published) : 'no date';
  const line = [published, originOf(report), summaryOf(view)].map(harmless).join(' · ');
  return [
    style('dim', '━'.repeat(columns)),
    ...wrap(title, columns).map((text) => style('bold', text)),
    ...wrap(line, columns).map((text) => style('dim', text)),
  ];
}

function incidents({ incidents, reading }: View, room: number, style: Style): string[] {
  if (incidents.length === 0 && reading.claims.length === 0) return [];
  return incidents.flatMap((incident, i) => [
    ...(i > 0 ? [''] : []),
    ...incidentLines(incident, room, style),
  ]);
}

function incidentLines(incident: IncidentView, room: number, style: Style): string[] {
  const { label } = incident;
  const first = [incident.what, incident.where, incident.when].filter(Boolean).join(' · ');
  const second = [
    incident.toll || 'no toll',
    incident.civilianToll && `civilians: ${incident.civilianToll}`,
    incident.by && `by ${incident.by}`,
  ]
    .filter(Boolean)
    .join(' · ');
  const hang = ' '.repeat(label.length);
  return [
    ...hanging(label, harmless(first), room).map((line) => style('bold', line)),
    ...hanging(hang, harmless(second), room).map((line) => style(incident.toll ? 'figure' : 'dim', line)),
  ].map((line) => (paints(style) ? unpadded(line) : line));
}

/** An underline would run under the indent; it begins with the words. */
function unpadded(line: string): string {
  const match = /^(\u001b\[[\d;]+m)( +)(.*)$/s.exec(line);
  return match ? match[2]! + match[1]! + match[3]! : line;
}

const NUMBER: Column<AccountView> = {
  title: '',
  cell: ({ number }) => String(number),
  alignRight: true,
  min: 1,
  style: 'dim',
};
const FIGURE: readonly Column<AccountView>[] = [
  { title: 'harm', cell: ({ harm }) => harm, min: 7 },
  { title: 'bounds', cell: ({ bounds }) => bounds, alignRight: true, min: 6, style: 'bold' },
  { title: 'in these words', cell: wording, min: 14, style: 'figure' },
  { title: 'stance', cell: ({ stance }) => stance, min: 12 },
];

/** The accounts table, at its widest first; the last that fits is taken. */
const LAYOUTS: readonly (readonly Column<AccountView>[])[] = [
  [
    NUMBER,
    { title: 'who says so', cell: ({ speaker }) => harmless(speaker), min: 12, style: 'source' },
    { title: 'for', cell: ({ behalf }) => harmless(behalf), min: 8 },
    { title: 'through', cell: ({ channel }) => harmless(channel), min: 10 },
    { title: 'said on', cell: ({ saidOn }) => saidOn, min: 7 },
    ...FIGURE,
  ],
  [
    NUMBER,
    { title: 'who says so', cell: speakerFor, min: 12, style: 'source' },
    { title: 'through, when', cell: channelWhen, min: 12 },
    ...FIGURE,
  ],
];

function speakerFor({ speaker, behalf }: AccountView): string {
  return harmless(behalf ? `${speaker}, for ${behalf}` : speaker);
}

function channelWhen({ channel, saidOn }: AccountView): string {
  return harmless([channel, saidOn].filter(Boolean).join(', '));
}

function wording({ words, details }: AccountView): string {
  return harmless([words && `“${words}”`, details && `(${details})`].filter(Boolean).join(' '));
}

function accounts(view: View, room: number, style: Style): string[] {
  if (view.accounts.length === 0) return [];
  const groups = accountGroups(view).map(({ title, rows }) => ({ title: harmless(title), rows }));
  const table = LAYOUTS.reduce<string[] | null>(
    (found, layout) => found ?? renderTable(layout, groups, room, style),
    null,
  );
  const lines =
    table ??
    groups.flatMap(({ title, rows }) => [
      ...(groups.length > 1 ? wrap(title, room).map((line) => style('bold', line)) : []),
      ...rows.flatMap((account) => stacked(account, room, style)),
    ]);
  return [style('bold', 'WHO SAYS HOW MANY'), ...lines];
}

/** One account under another, for narrow terminals. */
function stacked(account: AccountView, room: number, style: Style): string[] {
  const number = `${account.number}. `;
  const hang = ' '.repeat(number.length);
  const said = [account.speaker, account.behalf && `for ${account.behalf}`, account.channel, account.saidOn];
  return [
    ...hanging(number, `${account.harm} ${account.bounds} · ${account.stance}`, room).map((line) =>
      style('bold', line),
    ),
    ...hanging(hang, harmless(said.filter(Boolean).join(' · ')), room).map((line) => style('source', line)),
    ...(wording(account) ? hanging(hang, wording(account), room) : []),
  ];
}

function gaps({ gaps }: View, room: number, style: Style): string[] {
  if (gaps.length === 0) return [];
  const lines = gaps.flatMap(({ kind, about, who }) =>
    hanging('· ', harmless(`${kind}: ${about}${who ? ` (${who})` : ''}`), room).map((line) =>
      style('gap', line),
    ),
  );
  return [
    style('bold', 'WHAT IS NOT KNOWN, OR NOT TOLD'),
    ...lines.map((line) => (paints(style) ? unpadded(line) : line)),
  ];
}

/** Rows that stand on the same sentences share them. */
interface Passage {
  readonly labels: string[];
  readonly ids: string[];
  readonly marks: Mark[];
}

function words(view: View, room: number, { style, derivations }: ReadingStyle): string[] {
  const passages = new Map<string, Passage>();
  const add = (label: string, id: string, marks: readonly Mark[]): void => {
    const excerpts = excerptsOf(view.report, marks);
    const key = excerpts.map(({ in: part, start, text }) => `${part}:${start}:${text.length}`).join(' ');
    const passage = passages.get(key) ?? { labels: [], ids: [], marks: [] };
    passages.set(key, passage);
    passage.labels.push(label);
    passage.ids.push(id);
    passage.marks.push(...marks);
  };
  for (const { number, claim, marks } of view.accounts) add(String(number), claim.id, marks);
  view.gaps.forEach(({ marks }, i) => {
    add('·', `g${i + 1}`, marks);
  });
  if (passages.size === 0) return [];
  const legend = Object.entries(KEY).map(([kind, { mark, name }]) =>
    paints(style) ? style(kind as MarkKind, name) : `${mark} ${name}`,
  );
  const lines = [...passages.values()].flatMap(({ labels, ids, marks }) => {
    const label = [...new Set(labels)].join(',').padStart(3);
    const excerpts = excerptsOf(view.report, marks, view.pages).flatMap((excerpt, i) =>
      marked(excerpt, i === 0 ? `${label}  ` : ' '.repeat(label.length + 2), room, style),
    );
    const by = (derivations ?? []).filter(({ id }) => ids.includes(id));
    return [...excerpts, ...by.flatMap((derivation) => explained(derivation, label.length + 2, room, style))];
  });
  const fitsBeside = room >= LEGEND_COLUMNS;
  const heading = [style('bold', 'IN THESE WORDS'), legend.join('  ')];
  return [...(fitsBeside ? [heading.join('  ')] : heading), ...lines];
}

const KEY: Readonly<Record<MarkKind, { readonly mark: string; readonly name: string }>> = {
  figure: { mark: '^', name: 'figure' },
  source: { mark: '=', name: 'source' },
  cue: { mark: '~', name: 'saying' },
  gap: { mark: '?', name: 'not known' },
};

/** Columns of the heading with the key behind it. */
const LEGEND_COLUMNS = 70;

/** A passage with its marks: in colour where there is colour, else in a line under each line. */
function marked(
  { text, marks, in: part, page }: Excerpt,
  prefix: string,
  room: number,
  style: Style,
): string[] {
  const shown = harmless(text);
  const indent = ' '.repeat(prefix.length);
  const lead = part === 'title' ? 'Title: ' : page === undefined ? '' : `Page ${page}: `;
  const shift = lead.length;
  return wrapOffsets(lead + shown, Math.max(20, room - prefix.length)).flatMap(({ start, end }, i) => {
    let painted = '';
    let under = '';
    let at = start;
    const take = (until: number, kind?: MarkKind): void => {
      const piece = (lead + shown).slice(at, until);
      painted += kind ? style(kind, piece) : piece;
      under += (kind ? KEY[kind].mark : ' ').repeat(widthOf(piece));
      at = until;
    };
    for (const mark of marks) {
      const from = Math.max(mark.start + shift, start);
      const to = Math.min(mark.end + shift, end);
      if (from >= to) continue;
      take(from);
      take(to, mark.kind);
    }
    take(end);
    const line = (i === 0 ? prefix : indent) + painted.trimEnd();
    return paints(style) || under.trim() === '' ? [line] : [line, indent + under.trimEnd()];
  });
}

function explained({ id, by, from }: Derivation, indent: number, room: number, style: Style): string[] {
  const made = [by.length > 0 ? `by ${by.join(', ')}` : '', from.length > 0 ? `on ${from.join(', ')}` : ''];
  return hanging(' '.repeat(indent), `${id} ${made.filter(Boolean).join(', ')}`, room).map((line) =>
    style('dim', line),
  );
}

const LEVEL_STYLES: Readonly<Record<Problem['level'], StyleName>> = {
  info: 'dim',
  warning: 'warning',
  error: 'error',
};

function problems(all: readonly Problem[], room: number, style: Style): string[] {
  if (all.length === 0) return [];
  return [
    style('bold', 'WHAT WAS ODD'),
    ...all.flatMap(({ code, level, message }) =>
      hanging('· ', harmless(`${level}: ${message} (${code})`), room).map((line) =>
        style(LEVEL_STYLES[level], line),
      ),
    ),
  ];
}

/** `text` wrapped behind a label, its further lines under the first. */
function hanging(label: string, text: string, room: number): string[] {
  const indent = ' '.repeat(widthOf(label));
  return wrap(text, Math.max(10, room - indent.length)).map((line, i) => (i === 0 ? label : indent) + line);
}
