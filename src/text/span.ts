/**
 * Where in the text? Offsets, and the spans that every value of a Reading stands on.
 * Positions are UTF-16 code units, half-open, as in the contract.
 */

/** A flavour keeps two kinds of number apart: a plain number passes for either, one flavour never for the other. */
export type Flavour<Kind extends string> = number & { readonly flavour?: Kind };

/** A position in a text, in UTF-16 code units. */
export type Offset = Flavour<'offset'>;

/** A stretch of a report's text, or of its title where `in` says so; `quote` is exactly that slice. */
export interface Span {
  start: number;
  end: number;
  quote: string;
  in?: 'title';
}

/** The span of `text` from `start` to `end`. Throws a RangeError for a stretch that is empty or not in the text. */
export function spanOf(text: string, start: Offset, end: Offset): Span {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`no span ${start}..${end} in a text of ${text.length}`);
  }
  return { start, end, quote: text.slice(start, end) };
}

/** Whether the span's quote stands in the text letter by letter where the span says. */
export function isQuoted(text: string, span: Span): boolean {
  const { start, end, quote } = span;
  return start >= 0 && start < end && end <= text.length && text.slice(start, end) === quote;
}
