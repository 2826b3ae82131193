/**
 * Which day is meant? Reports look back, so a day without its year or a weekday is the latest one that is not after
 * the report, and only words of the future turn it round. Where a report has no day, the first full date of the text
 * stands in, and the nearest day on either side is taken.
 */
import {
  addMonths,
  civil,
  type DayNumber,
  dayNumber,
  daysIn,
  easterOf,
  isDay,
  isoDay,
  weekdayOf,
} from '../../model/date-range.ts';
import type { DateRange } from '../../model/reading.ts';
import type { DateUnit, Holiday } from './pack.ts';

type Dates = Omit<DateRange, 'evidence'>;

/** What relative dates are counted from. */
export interface Anchor {
  /** The day of publication or of the dateline, else of the first full date. */
  readonly day: DayNumber;
  /** The report was written on that day, so that "yesterday" has a meaning and nothing told is later. */
  readonly isReportDay: boolean;
}

export function onDay(day: DayNumber): Dates {
  return { start: isoDay(day), end: isoDay(day), precision: 'day', extent: 'within' };
}

export function between(
  from: DayNumber,
  to: DayNumber,
  precision: Dates['precision'] = 'range',
  extent: Dates['extent'] = 'within',
): Dates {
  return { start: isoDay(Math.min(from, to)), end: isoDay(Math.max(from, to)), precision, extent };
}

/** The day of a month in the year meant; null where no year has it. */
export function dayOfMonth(
  month: number,
  day: number,
  year: number | null,
  anchor: Anchor | null,
  weekday: number | null,
): DayNumber | null {
  if (year !== null) return isDay(year, month, day) ? dayNumber(year, month, day) : null;
  if (!anchor) return null;
  const reported = civil(anchor.day).year;
  const days = [reported + 1, reported, reported - 1, reported - 2, reported - 3, reported - 4]
    .filter((candidate) => isDay(candidate, month, day))
    .map((candidate) => dayNumber(candidate, month, day));
  const fitting = weekday === null ? days : days.filter((candidate) => weekdayOf(candidate) === weekday);
  return pick(fitting.length > 0 ? fitting : days, anchor);
}

/** Of days in falling order: the latest up to the report (a day's grace for time zones), or the nearest to the story. */
function pick(days: readonly DayNumber[], anchor: Anchor): DayNumber | null {
  if (anchor.isReportDay) return days.find((day) => day <= anchor.day + 1) ?? null;
  let best: DayNumber | null = null;
  for (const day of days) {
    if (best === null || Math.abs(day - anchor.day) < Math.abs(best - anchor.day)) best = day;
  }
  return best;
}

/** The weekday meant: the last one, today's own included; the nearest to the story where the report has no day. */
export function weekdayBefore(weekday: number, anchor: Anchor): DayNumber {
  const back = (weekdayOf(anchor.day) - weekday + 7) % 7;
  if (!anchor.isReportDay && back > 3) return anchor.day - back + 7;
  return anchor.day - back;
}

export function weekdayAfter(weekday: number, anchor: Anchor): DayNumber {
  return anchor.day + ((weekday - weekdayOf(anchor.day) + 6) % 7) + 1;
}

export function weekendBefore(anchor: Anchor): Dates {
  const saturday = anchor.day - ((weekdayOf(anchor.day) + 1) % 7);
  return between(saturday, saturday + 1, 'weekend');
}

/** The whole week, month or year that lies so many units from the one of the anchor. */
export function wholeUnit(unit: DateUnit, shift: number, anchor: Anchor): Dates | null {
  const { year, month } = civil(anchor.day);
  switch (unit) {
    case 'day':
      return onDay(anchor.day + shift);
    case 'weekend': {
      const saturday = anchor.day - ((weekdayOf(anchor.day) + 1) % 7) + 7 * Math.min(0, shift + 1);
      return between(saturday, saturday + 1, 'weekend');
    }
    case 'week': {
      const monday = anchor.day - weekdayOf(anchor.day) + 1 + 7 * shift;
      return between(monday, monday + 6, 'week');
    }
    case 'month': {
      const first = addMonths(dayNumber(year, month, 1), shift);
      return wholeMonth(civil(first).year, civil(first).month);
    }
    case 'year':
      return wholeYear(year + shift);
    default:
      return null;
  }
}

export function wholeMonth(year: number, month: number): Dates {
  return between(dayNumber(year, month, 1), dayNumber(year, month, daysIn(year, month)), 'month');
}

export function wholeYear(year: number): Dates {
  return between(dayNumber(year, 1, 1), dayNumber(year, 12, 31), 'year');
}

/** The period of the anchor from its first day until the anchor. */
export function unitSoFar(unit: DateUnit, anchor: Anchor): Dates | null {
  const whole = wholeUnit(unit, 0, anchor);
  if (!whole || unit === 'day' || unit === 'weekend') return whole;
  const end = isoDay(anchor.day);
  return { ...whole, end: whole.start! <= end ? end : whole.start };
}

/** So many units before a day: to the day for days, to the week, month or year for longer ones. */
export function unitsBefore(count: number, unit: DateUnit, from: DayNumber): Dates | null {
  switch (unit) {
    case 'minute':
    case 'hour':
      return count * (unit === 'hour' ? 1 : 0) < 24 ? onDay(from) : onDay(from - Math.round(count / 24));
    case 'day':
      return onDay(from - count);
    case 'week':
      return Math.abs(count) <= 1
        ? onDay(from - 7 * count)
        : between(from - 7 * count - 3, from - 7 * count + 3, 'week');
    case 'month': {
      const { year, month } = civil(addMonths(from, -count));
      return wholeMonth(year, month);
    }
    case 'year':
      return wholeYear(civil(from).year - count);
    default:
      return null;
  }
}

/** The month meant where its year is not given. */
export function monthBefore(month: number, anchor: Anchor): Dates {
  const now = civil(anchor.day);
  return wholeMonth(anchor.isReportDay && month > now.month ? now.year - 1 : now.year, month);
}

/** "90" in a dateline or a bare date: the latest such year up to the anchor, or within fifty years of 2000. */
export function fullYear(short: number, anchor: Anchor | null): number {
  const latest = anchor ? civil(anchor.day).year + 1 : 2049;
  const year = Math.floor(latest / 100) * 100 + short;
  return year > latest ? year - 100 : year;
}

export function holidayBefore(holiday: Holiday, year: number | null, anchor: Anchor): DayNumber | null {
  const reported = civil(anchor.day).year;
  const years = year === null ? [reported + 1, reported, reported - 1] : [year];
  const days = years.map((each) => holidayIn(holiday, each));
  return year === null ? pick(days, anchor) : days[0]!;
}

function holidayIn({ on }: Holiday, year: number): DayNumber {
  if ('easter' in on) return easterOf(year) + on.easter;
  if ('day' in on) return dayNumber(year, on.month, on.day);
  if (on.nth > 0) {
    const first = dayNumber(year, on.month, 1);
    return first + ((on.weekday - weekdayOf(first) + 7) % 7) + 7 * (on.nth - 1);
  }
  const last = dayNumber(year, on.month, daysIn(year, on.month));
  return last - ((weekdayOf(last) - on.weekday + 7) % 7);
}
