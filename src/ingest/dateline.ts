/**
 * The opening line that a text report may have: "date 2026-01-05 The title". The text that offsets count in begins on
 * the line after it.
 */
import { problemOf } from '../model/problems.ts';
import type { Problem, ReportInput } from '../model/reading.ts';
import { isDay } from './page/moment.ts';

export type Opening = Pick<ReportInput, 'title' | 'published' | 'text'> & {
  readonly problems: readonly Problem[];
};

const DATE_LINE = /^[\s\ufeff]*date[ \t]+(\d{4}-\d{2}-\d{2})(?:[ \t]+([^\r\n]*?))?[ \t]*(?:\r\n|\n|\r|$)/i;

/** Splits a text into title, day of publication and body. A text with no date line is all body. */
export function parseDateLine(text: string): Opening {
  const match = DATE_LINE.exec(text.slice(0, 20_000));
  if (!match) return { text, problems: [] };
  const [line, published, title] = match;
  if (!isDay(published!)) {
    const message = `The date line says "${published}", which is no day of the calendar; it was left in the text.`;
    return { text, problems: [problemOf('ingest/date-invalid', message)] };
  }
  return { text: text.slice(line.length), published: published!, ...(title ? { title } : {}), problems: [] };
}
