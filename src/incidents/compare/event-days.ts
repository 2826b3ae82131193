/** The days on which it happened, as each report tells them. */
import { isoDay } from '../../model/date-range.ts';
import type { Days, Mention } from '../mention.ts';
import type { Feature } from './feature.ts';

export const EVENT_DAYS: Feature = {
  id: 'event-days',
  measures: ['sameDay', 'nextDay', 'apart', 'gap', 'untold'],
  measure({ mention: a }, { mention: b }) {
    const gap = gapOf(a, b);
    if (gap === null) return [0, 0, 0, 0, 1];
    const isExact = isDay(a.date) && isDay(b.date);
    return [isExact && gap === 0 ? 1 : 0, gap === 1 ? 1 : 0, gap > 1 ? 1 : 0, logDays(gap), 0];
  },
  reason({ mention: a }, { mention: b }) {
    const gap = gapOf(a, b);
    if (gap === null) return '';
    if (gap > 0) return `${gap} ${gap === 1 ? 'day' : 'days'} apart`;
    return isDay(a.date) && isDay(b.date) ? `both on ${isoDay(a.date!.start!)}` : 'days that can be the same';
  },
};

/** Days between the two, 0 where they can be one day; null where one is not told. */
function gapOf({ date: a }: Mention, { date: b }: Mention): number | null {
  if (!a || !b) return null;
  const before = (b.start ?? -Infinity) - (a.end ?? Infinity);
  const after = (a.start ?? -Infinity) - (b.end ?? Infinity);
  return Math.max(0, before, after);
}

const isDay = (date: Days | null): boolean => date !== null && date.start !== null && date.start === date.end;

/** 0 for none, 1 for some ten years. */
export const logDays = (days: number): number => Math.min(1, Math.log1p(days) / Math.log1p(3650));
