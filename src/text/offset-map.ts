/**
 * From a place in a report's text back to the place in the page that it was taken from. The text of an article is put
 * together from pieces of its page; between two pieces stand characters that no page has (a blank line between
 * paragraphs). Positions on both sides are UTF-16 code units: of the text, and of the page as it was decoded.
 */
import type { Offset } from './span.ts';

/** A position in a page's source, in UTF-16 code units. */
export type SourceOffset = number;

/** A stretch of a page's source, half-open. */
export interface SourceRange {
  readonly start: SourceOffset;
  readonly end: SourceOffset;
}

/** Finds the source of a stretch of text. Made by an `OffsetMapBuilder`; never changed after. */
export class OffsetMap {
  readonly #textStart: Uint32Array;
  readonly #textEnd: Uint32Array;
  readonly #sourceStart: Uint32Array;
  readonly #sourceEnd: Uint32Array;

  /** Four columns of equal length, one row a piece, in the order of the text. */
  constructor(
    textStart: Uint32Array,
    textEnd: Uint32Array,
    sourceStart: Uint32Array,
    sourceEnd: Uint32Array,
  ) {
    this.#textStart = textStart;
    this.#textEnd = textEnd;
    this.#sourceStart = sourceStart;
    this.#sourceEnd = sourceEnd;
  }

  /** A text that is one stretch of its source, letter by letter. */
  static shifted(sourceStart: SourceOffset, length: number): OffsetMap {
    const builder = new OffsetMapBuilder();
    builder.add(0, length, sourceStart, sourceStart + length);
    return builder.build();
  }

  /**
   * The source of text[start, end): from where its first mapped letter stands to where its last one ends, with all that
   * stands between them in the page (tags, a comment). A letter written as a character reference ("&eacute;") maps to the
   * whole reference. Null for a stretch that holds no letter of the page.
   */
  toSource(start: Offset, end: Offset): SourceRange | null {
    const first = firstWhere(this.#textEnd.length, (i) => this.#textEnd[i]! > start);
    const last = firstWhere(this.#textStart.length, (i) => this.#textStart[i]! >= end) - 1;
    if (start >= end || first > last) return null;
    return {
      start: this.#at(first, Math.max(start, this.#textStart[first]!), false),
      end: this.#endAt(last, end),
    };
  }

  #endAt(row: number, end: Offset): SourceOffset {
    return end >= this.#textEnd[row]! ? this.#sourceEnd[row]! : this.#at(row, end, true);
  }

  #at(row: number, offset: Offset, isEnd: boolean): SourceOffset {
    const isLetterByLetter =
      this.#textEnd[row]! - this.#textStart[row]! === this.#sourceEnd[row]! - this.#sourceStart[row]!;
    if (isLetterByLetter) return this.#sourceStart[row]! + (offset - this.#textStart[row]!);
    return isEnd ? this.#sourceEnd[row]! : this.#sourceStart[row]!;
  }
}

/** Takes the pieces of a text in its order. */
export class OffsetMapBuilder {
  readonly #rows: number[] = [];

  /**
   * text[textStart, textEnd) was taken from source[sourceStart, sourceEnd). Where the two are equally long they are the
   * same letter by letter; else the piece maps as a whole. A piece that goes on where the last one ended joins it.
   */
  add(textStart: Offset, textEnd: Offset, sourceStart: SourceOffset, sourceEnd: SourceOffset): void {
    if (textStart === textEnd) return;
    const rows = this.#rows;
    const at = rows.length - 4;
    const isPlain = textEnd - textStart === sourceEnd - sourceStart;
    if (at >= 0 && isPlain && rows[at + 1] === textStart && rows[at + 3] === sourceStart) {
      if (rows[at + 1]! - rows[at]! === rows[at + 3]! - rows[at + 2]!) {
        rows[at + 1] = textEnd;
        rows[at + 3] = sourceEnd;
        return;
      }
    }
    rows.push(textStart, textEnd, sourceStart, sourceEnd);
  }

  build(): OffsetMap {
    const column = (n: number): Uint32Array =>
      Uint32Array.from({ length: this.#rows.length / 4 }, (_, i) => this.#rows[i * 4 + n]!);
    return new OffsetMap(column(0), column(1), column(2), column(3));
  }
}

/** The least index for which `test` holds, where it holds for all after; `length` where it holds for none. */
function firstWhere(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
