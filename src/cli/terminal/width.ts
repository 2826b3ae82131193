/** How many columns a string takes on a terminal, and how it breaks into lines. Reports come in every script. */

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const PLAIN = /^[\x20-\x7e]*$/;
/** East Asian wide and fullwidth letters, and what is shown as an emoji (UAX #11, the ranges that news text uses). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Columns of a string without line breaks. Combining marks take none, wide letters two. */
export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/**
 * Text that a terminal shows as it is: control characters, line breaks and marks that turn the direction of writing
 * become as many spaces, so that no report can steer the terminal and offsets stay where they are.
 */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}

/** Offsets at which the lines of `text` start and end when it is wrapped to `columns`; at spaces where there is one. */
export function wrapOffsets(text: string, columns: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  let width = 0;
  let lastSpace = -1;
  let widthAtSpace = 0;
  for (const { index, segment } of GRAPHEMES.segment(text)) {
    const own = graphemeWidth(segment);
    if (segment === ' ') {
      lastSpace = index;
      widthAtSpace = width + own;
    } else if (width + own > columns && index > start) {
      const breaksAtSpace = lastSpace >= start;
      lines.push({ start, end: breaksAtSpace ? lastSpace : index });
      width = breaksAtSpace ? width - widthAtSpace : 0;
      start = breaksAtSpace ? lastSpace + 1 : index;
      lastSpace = -1;
    }
    width += own;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** The lines of `text` wrapped to `columns`; [''] for ''. */
export function wrap(text: string, columns: number): string[] {
  return wrapOffsets(text, columns).map(({ start, end }) => text.slice(start, end).trimEnd());
}
