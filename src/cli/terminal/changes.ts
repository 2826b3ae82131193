/** `recount changes` for people: under each incident what is other than it was, why, and in which words. */
import type { ChangeOutput } from '../../operations/records.ts';
import { renderDate, renderDay, renderPlace } from '../words.ts';
import { shortened } from './incident.ts';
import type { Style } from './style.ts';
import { harmless, wrap } from './width.ts';

interface Looks {
  readonly style: Style;
  readonly columns: number;
}

/** The heading of the incident of some changes. */
export function renderChangedIncident(
  { incident, place, date, told }: ChangeOutput,
  { style, columns }: Looks,
): string {
  const what = [place && renderPlace(place), date && renderDate(date), shortened(incident, told)];
  const lines = wrap(harmless(what.filter(Boolean).join(' · ')), columns);
  return `\n${lines.map((line) => style('bold', line)).join('\n')}\n`;
}

/** One change: "police: killed 6 → 6–9", below it each cause and the words. */
export function renderChange(change: ChangeOutput, { style, columns }: Looks): string {
  const { told } = change;
  const below = [
    ...change.why.map(({ cause, says, report, at, by }) => {
      const when = at ? renderDay(at) : '';
      const where = report ? (told[report]?.outlet ?? '') : '';
      const notes = [where, by ?? '', when].filter((note) => note !== '' && note !== says);
      return `${cause}: ${says}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
    }),
    ...Object.entries(change.words).map(([ref, { quote }]) => `“${quote}” [${shortened(ref, told)}]`),
  ];
  return [
    ...wrap(harmless(`  ${headOf(change)}`), columns).map((line) => style('figure', line)),
    ...below.flatMap((text) =>
      wrap(harmless(shortened(text, told)), columns - 6).map(
        (line, i) => (i === 0 ? '    ' : '      ') + line,
      ),
    ),
    '',
  ].join('\n');
}

function headOf({ kind, about, before, after }: ChangeOutput): string {
  const values = before === undefined && after === undefined ? '' : `${bounds(before)} → ${bounds(after)}`;
  const what = { 'figure changed': '', 'toll changed': 'toll' } as Readonly<Record<string, string>>;
  return [what[kind] ?? `${kind}:`, about, values].filter(Boolean).join(' ').replace(/:$/, '');
}

/** "6..9" as people have it: 6–9. */
function bounds(value = 'none'): string {
  return value
    .replace(/(\d+)\.\.(\d+)/g, (_, min, max) => (min === max ? min : `${min}–${max}`))
    .replace(/(\d+)\.\./g, '$1+');
}
