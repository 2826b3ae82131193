/** How the values of a Reading are put into words for people: bounds, dates, harms. Used by the terminal view and the page. */
import type { Count, DateRange, Event, Harm } from '../model/reading.ts';

const NUMBER = new Intl.NumberFormat('en');
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The bounds of a count: "32" exact, "32+" with no upper bound, "0–30", "~40" about. */
export function renderBounds({ min, max, approximate }: Count): string {
  const about = approximate ? '~' : '';
  if (max === null) return `${about}${NUMBER.format(min)}+`;
  return min === max
    ? `${about}${NUMBER.format(min)}`
    : `${about}${NUMBER.format(min)}–${NUMBER.format(max)}`;
}

/** "9 March 2025", "8–9 March 2025", "by 9 March 2025", "March 2025". */
export function renderDate({ start, end, precision }: DateRange): string {
  if (start === null || end === null) {
    const open = start ?? end;
    return open === null ? '' : `${start === null ? 'by' : 'from'} ${renderDay(open)}`;
  }
  if (start === end) return renderDay(start);
  const [year, month, day] = start.split('-');
  const [endYear, endMonth] = end.split('-');
  if (precision === 'year' && year === endYear) return year!;
  if (precision === 'month' && year === endYear && month === endMonth) return `${monthName(month!)} ${year}`;
  if (year === endYear && month === endMonth) return `${Number(day)}–${renderDay(end)}`;
  return year === endYear
    ? `${Number(day)} ${monthName(month!)} – ${renderDay(end)}`
    : `${renderDay(start)} – ${renderDay(end)}`;
}

/** A stretch of time that a figure runs over: "over 2023", "from 7 October 2023". */
export function renderPeriod(range: DateRange): string {
  return range.start === null || range.end === null ? renderDate(range) : `over ${renderDate(range)}`;
}

/** "2025-03-09" → "9 March 2025"; a moment loses its clock time; anything else stays as it is. */
export function renderDay(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? `${Number(match[3])} ${monthName(match[2]!)} ${match[1]}` : iso;
}

function monthName(month: string): string {
  return MONTHS[Number(month) - 1] ?? month;
}

/** "killed 21+, injured ~40", gravest first; "" where the event has no toll. */
export function renderToll(toll: Event['toll']): string {
  return HARMS.flatMap((harm) => (toll[harm] ? [`${harm} ${renderBounds(toll[harm])}`] : [])).join(', ');
}

export const HARMS: readonly Harm[] = [
  'killed',
  'injured',
  'killed or injured',
  'missing',
  'abducted',
  'detained',
  'displaced',
];

/** "near Port Adren (site)" */
export function renderPlace({ name, relation }: NonNullable<Event['place']>): string {
  return relation && relation !== 'in' ? `${relation} ${name}` : name;
}

export function plural(n: number, noun: string): string {
  return `${NUMBER.format(n)} ${noun}${n === 1 ? '' : 's'}`;
}
