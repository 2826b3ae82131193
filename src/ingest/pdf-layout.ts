/**
 * The reading order of a page on which every word has a place. Runs are put together to lines; a page is cut where white
 * space goes all the way through it, across and down in turn, until nothing is left to cut (the recursive X–Y cut of Nagy
 * and Seth 1984); lines of a piece are joined to paragraphs. Lines that stand on most pages (a running head, a number)
 * are left out.
 */
import type { Offset } from '../text/span.ts';
import type { PdfRun } from './pdf-worker.ts';

interface Line {
  text: string;
  readonly left: number;
  right: number;
  /** From the top of the page down. */
  readonly top: number;
  readonly height: number;
}

/**
 * The text of all pages, a blank line between paragraphs; a paragraph that a page or column parts is put together. `starts`
 * says where in it each page begins; one without text begins where the next does.
 */
export function textOfPages(pages: readonly (readonly PdfRun[])[]): { text: string; starts: Offset[] } {
  const paragraphs: string[] = [];
  const starts: Offset[] = [];
  let length = 0;
  for (const page of withoutRunningLines(pages.map(linesOf))) {
    let start: Offset | undefined;
    for (const piece of piecesOf(page, 0)) {
      for (const [i, paragraph] of paragraphsOf(piece).entries()) {
        const last = paragraphs.at(-1);
        if (i === 0 && last !== undefined && goesOn(last, paragraph)) {
          const whole = joined(last, paragraph);
          length += whole.length - last.length;
          paragraphs[paragraphs.length - 1] = whole;
        } else {
          length += (last === undefined ? 0 : PARAGRAPH_BREAK.length) + paragraph.length;
          paragraphs.push(paragraph);
        }
        start ??= length - paragraph.length;
      }
    }
    starts.push(start ?? length);
  }
  return { text: paragraphs.join(PARAGRAPH_BREAK), starts };
}

const PARAGRAPH_BREAK = '\n\n';

/** Runs of one height side by side, in the order of the document, with a space where there is a gap. */
function linesOf(runs: readonly PdfRun[]): Line[] {
  const lines: Line[] = [];
  let baseline = 0;
  for (const { text, x, y, width, height } of runs) {
    const line = lines.at(-1);
    const size = height || line?.height || 10;
    const gap = line ? x - line.right : 0;
    const isSameLine =
      line &&
      Math.abs(y - baseline) < size * 0.4 &&
      gap > -size * 0.6 &&
      gap < size * 1.6 &&
      text.trim() !== '';
    if (isSameLine) {
      const isApart = gap > size * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(text);
      line.text += (isApart ? ' ' : '') + text;
      line.right = Math.max(line.right, x + width);
    } else if (text.trim() === '') {
      if (line && Math.abs(y - baseline) < size * 0.4 && gap < size * 1.6) line.text += ' ';
    } else {
      lines.push({ text, left: x, right: x + width, top: -y, height: size });
      baseline = y;
    }
  }
  for (const line of lines) line.text = line.text.replace(/\s+/g, ' ').trim();
  return lines.filter(({ text }) => text !== '');
}

/** Rows at the head and at the foot of a page that may be running ones. */
const MAX_RUNNING_ROWS = 3;

/** Pages without the rows at their head and foot that stand on half of at least three of them, whatever the number in them. */
function withoutRunningLines(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const rows = pages.map((page) => rowsByTop(page));
  const needed = Math.max(3, pages.length / 2);
  for (const end of [0, -1]) {
    for (let round = 0; round < MAX_RUNNING_ROWS; round++) {
      const counts = new Map<string, number>();
      for (const page of rows) {
        const key = keyOf(page.at(end));
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      for (const page of rows) {
        if (page.length > 0 && counts.get(keyOf(page.at(end)))! >= needed) page.splice(end, 1);
      }
    }
  }
  return rows.map((page) => page.flat());
}

/** Lines that stand side by side, from the top down. */
function rowsByTop(page: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of [...page].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.top - line.top) < line.height * 0.4) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function keyOf(row: readonly Line[] | undefined): string {
  return (row ?? []).map(({ text }) => text.replace(/\d+/g, '#').toLowerCase()).join(' ');
}

/** Deepest cut; a page of a thousand lines is cut a dozen times. */
const MAX_CUTS = 40;

/** Pieces of a page in reading order, each with its lines from top to bottom. */
function piecesOf(lines: readonly Line[], cuts: number): Line[][] {
  if (lines.length === 0) return [];
  const sorted = [...lines].sort((a, b) => a.top - b.top || a.left - b.left);
  if (lines.length < 4 || cuts > MAX_CUTS) return [sorted];
  const columns = gutterOf(sorted);
  if (columns) {
    const parts = isRightToLeft(lines) ? columns.reverse() : columns;
    return parts.flatMap((part) => piecesOf(part, cuts + 1));
  }
  const rows = rowsOf(sorted);
  return rows ? rows.flatMap((part) => piecesOf(part, cuts + 1)) : [sorted];
}

function isRightToLeft(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join('');
  return (text.match(/[\u0590-\u08ff]/g)?.length ?? 0) > text.length / 3;
}

/** Two columns of running text, where white space parts them from top to bottom; null where there are none. */
function gutterOf(lines: readonly Line[]): [Line[], Line[]] | null {
  const byLeft = [...lines].sort((a, b) => a.left - b.left);
  let right = Number.NEGATIVE_INFINITY;
  for (const [i, line] of byLeft.entries()) {
    if (i > 0 && line.left - right > line.height * 0.7) {
      const [before, after] = [byLeft.slice(0, i), byLeft.slice(i)];
      if (isColumn(before) && isColumn(after)) return [before, after];
    }
    right = Math.max(right, line.right);
  }
  return null;
}

/** Columns of text have lines of some length; the columns of a table have not, and are read row by row. */
function isColumn(lines: readonly Line[]): boolean {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.length >= 3 && letters / lines.length >= 18;
}

/** The lines above and below the widest gap that goes across; null where no gap is wider than between lines. */
function rowsOf(sorted: readonly Line[]): [Line[], Line[]] | null {
  let bottom = sorted[0]!.top;
  let widest = 0;
  let at = -1;
  for (const [i, { top, height }] of sorted.entries()) {
    const gap = top - bottom;
    if (i > 0 && gap > height * 1.45 && gap > widest + 0.01) [widest, at] = [gap, i];
    bottom = Math.max(bottom, top);
  }
  return at > 0 ? [sorted.slice(0, at), sorted.slice(at)] : null;
}

/** Paragraphs of a piece: a new one begins after a short line that ends a sentence, with an indent, or with a row of a table. */
function paragraphsOf(lines: readonly Line[]): string[] {
  const right = Math.max(...lines.map((line) => line.right));
  const width = right - Math.min(...lines.map((line) => line.left));
  const isShort = (line: Line): boolean => line.right < right - width * 0.15;
  const paragraphs: string[] = [];
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    if (last && isBeside(last, line)) {
      paragraphs.push(joined(paragraphs.pop()!, line.text, ' | '));
      continue;
    }
    const isRow = isBeside(line, lines[i + 1]) || (last !== undefined && isBeside(lines[i - 2], last));
    const goesOnAbove =
      last !== undefined &&
      !isRow &&
      !(isShort(last) && /[.!?:؟。”"]$/.test(last.text)) &&
      line.left - last.left <= line.height * 0.8 &&
      Math.abs(line.height - last.height) <= 1.5;
    if (goesOnAbove) paragraphs.push(joined(paragraphs.pop()!, line.text));
    else paragraphs.push(line.text);
  }
  return paragraphs;
}

function isBeside(a: Line | undefined, b: Line | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a.top - b.top) < b.height * 0.4;
}

/** Two lines as one; a word that was parted at the end of a line is put together, unless it has a hyphen of its own. */
function joined(before: string, after: string, joint = ' '): string {
  if (/\p{L}\u00ad$/u.test(before)) return before.slice(0, -1) + after;
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  if (/\p{L}[-–]$/u.test(before) && /^\p{L}/u.test(after)) return before + after;
  return before + joint + after;
}

function goesOn(before: string, after: string): boolean {
  return !/[.!?:؟。”"]$/.test(before) && /^\p{Ll}/u.test(after);
}
