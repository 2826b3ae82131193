/**
 * A page as a list of lines: paragraphs, headings, list items, captions, rows of tables, each with the letters that it is
 * made of and where they stood. A row of a table is one line, "label: value" where it has two cells; a table that only
 * lays out the page is none.
 */
import { type OffsetMap, OffsetMapBuilder } from '../../text/offset-map.ts';
import { isCaption, isHidden, SILENT } from './noise.ts';
import type { PageElement, PageText } from './tree.ts';

export type BlockKind = 'prose' | 'heading' | 'item' | 'caption' | 'row' | 'other';

export interface Block {
  readonly kind: BlockKind;
  /** The element whose line it is. */
  readonly container: PageElement;
  readonly text: string;
  /** Letters of it that stand in links. */
  readonly linkLength: number;
  readonly pieces: readonly Piece[];
}

/** Letters of a line: text[at, at + length) was source[start, end). */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

const BLOCKS = new Set(
  '#document address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption amp-accordion amp-carousel'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  p: 'prose',
  blockquote: 'prose',
  pre: 'prose',
  dd: 'prose',
  dt: 'prose',
  li: 'item',
  tr: 'row',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
};
/** Longest cell of a table that is one of data and not of layout. */
const MAX_CELL_LENGTH = 400;
/** Longest term or first cell that is a label of what stands beside it. */
const MAX_LABEL_LENGTH = 60;
/** Marks that nobody sees: soft hyphens, zero-width spaces, marks of direction. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const ODD_SPACE = /[^\S ]|\s\s|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** The lines of a page in its order, without what is hidden or never text. */
export function blocksOf(root: PageElement): Block[] {
  const writer = new Writer();
  // a stack of our own: pages nest deeper than the call stack
  const stack: (PageElement | PageText | { readonly close: PageElement })[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if ('close' in node) writer.leave(node.close);
    else if (node.kind === 'text') writer.write(node);
    else if (!SILENT.has(node.name) && !isHidden(node)) {
      writer.enter(node);
      stack.push({ close: node });
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
    }
  }
  return writer.blocks;
}

/** Puts lines together as the tags of a page open and close. */
class Writer {
  readonly blocks: Block[] = [];
  /** The line as far as it goes, in parts: joined on each letter, a long line would take quadratic time. */
  #parts: string[] = [];
  #length = 0;
  #pieces: Piece[] = [];
  #linkLength = 0;
  #links = 0;
  #pres = 0;
  /** The elements whose line is open, innermost last. */
  readonly #containers: PageElement[] = [];
  /** Rows of data, each with the number of its cells. */
  readonly #rows = new Map<PageElement, number>();
  #openRows = 0;
  /** What goes between the last cell or term and the next. */
  #joint = '';

  enter(element: PageElement): void {
    const { name } = element;
    if (name === 'br') {
      if (this.#openRows > 0) this.#space();
      else this.#break();
    }
    if (name === 'a' && element.attributes.href !== undefined) this.#links++;
    if (name === 'pre') this.#pres++;
    if (name === 'table' && isData(element)) this.#findRows(element);
    if (this.#isCell(element)) {
      if (this.#length > 0) this.#joint = this.#jointAfter(element);
      return;
    }
    if (!BLOCKS.has(name)) return;
    if (this.#openRows > 0 && !this.#rows.has(element)) {
      this.#space();
      return;
    }
    const isValue = name === 'dd' && this.#joint !== '' && !hasBlocks(element);
    if (!isValue) this.#close();
    this.#containers.push(element);
    if (this.#rows.has(element)) this.#openRows++;
  }

  leave(element: PageElement): void {
    const { name } = element;
    if (name === 'a' && element.attributes.href !== undefined) this.#links--;
    if (name === 'pre') this.#pres--;
    if (this.#isCell(element) || !BLOCKS.has(name)) return;
    if (this.#rows.has(element)) this.#openRows--;
    if (this.#openRows > 0) {
      this.#space();
      return;
    }
    const isTerm = name === 'dt' && this.#length > 0 && this.#length <= MAX_LABEL_LENGTH;
    if (isTerm) this.#joint = labelJoint(this.#parts.join(''));
    else this.#close();
    this.#containers.pop();
  }

  write({ data, start, end }: PageText): void {
    if (this.#joint && /\S/.test(data)) {
      this.#trimEnd();
      this.#add(this.#joint);
      this.#joint = '';
    }
    if (end - start !== data.length) this.#put(/^\s+$/.test(data) ? ' ' : data, start, end);
    else if (this.#pres > 0) this.#writeLines(data, start);
    else if (!ODD_SPACE.test(data)) this.#put(data, start, end);
    else this.#writeWords(data, start);
  }

  #writeWords(data: string, start: number): void {
    for (const { 0: run, index } of data.matchAll(
      /[^\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|\s+/g,
    )) {
      const from = start + index;
      if (/^\s/.test(run)) this.#put(' ', from, from + run.length);
      else this.#put(run, from, from + run.length);
    }
  }

  #writeLines(data: string, start: number): void {
    for (const { 0: run, index } of data.matchAll(/[^\r\n]+|\r?\n|\r/g)) {
      if (/^[\r\n]/.test(run)) this.#break();
      else this.#put(run, start + index, start + index + run.length);
    }
  }

  #put(data: string, start: number, end: number): void {
    if (data.length === 1 && UNSEEN.test(data)) return;
    if (data.startsWith(' ') && this.#isAtSpace()) {
      if (end - start === data.length) start++;
      data = data.slice(1);
      if (data === '') return;
    }
    this.#pieces.push({ at: this.#length, length: data.length, start, end });
    this.#add(data);
    if (this.#links > 0) this.#linkLength += data.trim().length;
  }

  #add(data: string): void {
    this.#parts.push(data);
    this.#length += data.length;
  }

  /** Whether the line is empty or ends in white space. */
  #isAtSpace(): boolean {
    return this.#length === 0 || /\s$/.test(this.#parts.at(-1)!.slice(-1));
  }

  #trimEnd(): void {
    while (this.#length > 0 && this.#isAtSpace()) {
      const part = this.#parts.pop()!;
      const kept = part.trimEnd();
      this.#length -= part.length - kept.length;
      if (kept !== '') this.#parts.push(kept);
    }
  }

  #space(): void {
    if (!this.#isAtSpace()) this.#add(' ');
  }

  /** A line break within a block; two are a new block. */
  #break(): void {
    if (this.#parts.at(-1) === '\n') this.#close();
    else if (this.#length > 0) {
      this.#trimEnd();
      this.#add('\n');
    }
  }

  #close(): void {
    this.#trimEnd();
    const text = this.#parts.join('');
    const container = this.#containers.at(-1);
    if (text !== '' && container) {
      const { kind, element } = kindOf(container);
      const [pieces, linkLength] = [this.#pieces, this.#linkLength];
      this.blocks.push({ kind, container: element, text, linkLength, pieces });
    }
    this.#parts = [];
    this.#length = 0;
    this.#pieces = [];
    this.#linkLength = 0;
    this.#joint = '';
  }

  #findRows(table: PageElement): void {
    for (const row of rowsOf(table)) this.#rows.set(row, cellsOf(row).length);
  }

  #isCell({ name, parent }: PageElement): boolean {
    return (name === 'td' || name === 'th') && parent !== null && this.#rows.has(parent);
  }

  /** Two cells are a label and its value, where the first is short. */
  #jointAfter({ parent }: PageElement): string {
    const isPair = this.#rows.get(parent!) === 2 && this.#length <= MAX_LABEL_LENGTH;
    return isPair ? labelJoint(this.#parts.join('')) : ' | ';
  }
}

/** Kind and element of a line by the nearest element that has one. */
function kindOf(container: PageElement): { readonly kind: BlockKind; readonly element: PageElement } {
  for (let each: PageElement | null = container, i = 0; each && i < 4; each = each.parent, i++) {
    if (isCaption(each)) return { kind: 'caption', element: container };
    const kind = KINDS[each.name];
    if (kind) return { kind, element: container };
    if (each.name === 'td' || each.name === 'table' || each.name === 'article') break;
  }
  return { kind: 'other', element: container };
}

function* rowsOf(table: PageElement): Generator<PageElement> {
  for (const child of table.children) {
    if (child.kind !== 'element') continue;
    if (child.name === 'tr') yield child;
    else if (/^t(head|body|foot)$/.test(child.name)) yield* rowsOf(child);
  }
}

function cellsOf(row: PageElement): PageElement[] {
  return row.children.filter(
    (child): child is PageElement => child.kind === 'element' && (child.name === 'td' || child.name === 'th'),
  );
}

/** A table of data has rows of short cells and no table, list or paragraphs in them; all others lay out a page. */
function isData(table: PageElement): boolean {
  if (table.attributes.role === 'presentation') return false;
  let cells = 0;
  for (const row of rowsOf(table)) {
    for (const cell of cellsOf(row)) {
      cells++;
      if (isLong(cell)) return false;
    }
  }
  return cells > 1;
}

function isLong(cell: PageElement): boolean {
  let length = 0;
  let paragraphs = 0;
  const stack: (PageElement | PageText)[] = [cell];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.kind === 'text') {
      length += node.data.trim().length;
      if (length > MAX_CELL_LENGTH) return true;
    } else {
      if (/^(table|h1|h2|article|form)$/.test(node.name)) return true;
      if ((node.name === 'p' || node.name === 'br') && ++paragraphs > 3) return true;
      for (const child of node.children) stack.push(child);
    }
  }
  return false;
}

function hasBlocks(element: PageElement): boolean {
  return element.children.some((child) => child.kind === 'element' && BLOCKS.has(child.name));
}

/** What goes between a label and its value. */
function labelJoint(label: string): string {
  return /[:?.]\s*$/.test(label) ? ' ' : ': ';
}

/** Lines as one text, a blank line between, and the way back from it to the source. */
export function renderBlocks(blocks: readonly Block[]): {
  readonly text: string;
  readonly offsets: () => OffsetMap;
} {
  const text = blocks.map((block) => block.text).join('\n\n');
  const offsets = (): OffsetMap => {
    const builder = new OffsetMapBuilder();
    let from = 0;
    for (const block of blocks) {
      for (const [i, { at, length, start, end }] of block.pieces.entries()) {
        // spaces at the end of a line were cut after they had been written
        const kept = Math.min(length, (block.pieces[i + 1]?.at ?? block.text.length) - at);
        if (kept <= 0) continue;
        builder.add(from + at, from + at + kept, start, end - start === length ? start + kept : end);
      }
      from += block.text.length + 2;
    }
    return builder.build();
  };
  return { text, offsets };
}
