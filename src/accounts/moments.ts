/**
 * The said clock: when a figure was said, as a moment that sorts as text. A day without a clock time stands for its end,
 * so that what is known by the end of a day is what was said on it (DESIGN, "Moments").
 */
import type { KeptReport, Moment } from '../model/record.ts';

const END_OF_DAY = 'T23:59:59.999Z';
const HOUR_MS = 3_600_000;

/** A moment from an ISO day or date-time with offset; a day gives its end. Null for anything else. */
export function momentOf(iso: string | null | undefined): Moment | null {
  if (!iso || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return null;
  const text = iso.length === 10 ? iso + END_OF_DAY : iso;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** When a report came out; null where it does not say. */
export function publicationOf({ published, reading }: KeptReport): Moment | null {
  return momentOf(published ?? reading.report.published);
}

/** As it is printed: a day that stands for its end is a day again. */
export function renderMoment(moment: Moment | null): string | null {
  return moment?.endsWith(END_OF_DAY) ? dayOf(moment) : moment;
}

export function dayOf(moment: Moment): string {
  return moment.slice(0, 10);
}

/** The earlier of two, where one may be unknown. */
export function earlier(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two, where one may be unknown. */
export function later(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** Hours from one moment to a later one; negative where it is earlier. */
export function hoursBetween(from: Moment, to: Moment): number {
  return (Date.parse(to) - Date.parse(from)) / HOUR_MS;
}

/** Of unknown moments the order is first: what nobody can date overtakes nothing. */
export function compareMoments(a: Moment | null, b: Moment | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
