/** Excel workbooks: every sheet that has a column of texts or links, a report a row. Cells are read as they are shown. */

import { type Archive, archiveOf } from './archive.ts';
import type { Arrival } from './arrival.ts';
import { Refusal } from './bounds.ts';
import { type FormReader, type Item, type Visit, wholeOf } from './item.ts';
import { elementsOf, firstNamed, type PageElement, parseTree, textUnder } from './page/tree.ts';
import { type Row, reportsInRows } from './rows.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const readXlsx: FormReader = async function* (item, visit) {
  const bytes = await wholeOf(item, visit);
  const archive = await archiveOf(bytes, item, visit);
  try {
    const book = await openBook(archive, visit.bounds.maxTagDepth);
    const refusals: Refusal[] = [];
    let some = false;
    for (const { name, path } of book.sheets) {
      const kind = { form: 'xlsx', mediaType: MEDIA_TYPE, fragment: `#${name}` } as const;
      try {
        for await (const arrival of reportsInRows(await rowsOf(book, path, bytes), item, visit, kind)) {
          some = true;
          yield arrival satisfies Arrival;
        }
      } catch (cause) {
        // a sheet of notes beside the sheet of links is none of ours
        if (!(cause instanceof Refusal) || cause.code !== 'ingest/columns-unknown') throw cause;
        refusals.push(cause);
      }
    }
    if (!some && refusals[0]) throw refusals[0];
    if (!some) throw new Refusal('ingest/no-reports', 'The workbook has no rows.');
  } finally {
    archive.close();
  }
};

/** The rows of each sheet, headings among them. Throws a Refusal where it is no workbook. */
export async function* sheetsOf(item: Item, visit: Visit): AsyncGenerator<{ name: string; rows: Row[] }> {
  const bytes = await wholeOf(item, visit);
  const archive = await archiveOf(bytes, item, visit);
  try {
    const book = await openBook(archive, visit.bounds.maxTagDepth);
    for (const { name, path } of book.sheets) yield { name, rows: await rowsOf(book, path, bytes) };
  } finally {
    archive.close();
  }
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly strings: readonly string[];
  /** Whether numbers in a style are days. */
  readonly isDate: readonly boolean[];
  part(name: string): Promise<PageElement | null>;
}

async function openBook(archive: Archive, maxDepth: number): Promise<Book> {
  const part = async (name: string): Promise<PageElement | null> => {
    const bytes = await archive.read(name);
    return bytes && parseTree(new TextDecoder().decode(bytes), { xml: true, maxDepth });
  };
  const workbook = await part('xl/workbook.xml');
  if (!workbook)
    throw new Refusal('ingest/document-broken', 'There is no xl/workbook.xml in it, so it is no workbook.');
  const relations = await part('xl/_rels/workbook.xml.rels');
  const targets = new Map(
    [...(relations ? elementsOf(relations, ({ name }) => name === 'Relationship') : [])].map(
      ({ attributes }) => [attributes.Id, attributes.Target ?? ''],
    ),
  );
  const sheets = [...elementsOf(workbook, ({ name }) => name === 'sheet')].map(({ attributes }, i) => {
    const target = targets.get(attributes['r:id']) ?? `worksheets/sheet${i + 1}.xml`;
    return {
      name: attributes.name ?? `${i + 1}`,
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    };
  });
  const shared = await part('xl/sharedStrings.xml');
  const strings = shared ? [...elementsOf(shared, ({ name }) => name === 'si')].map(shownText) : [];
  return { sheets, strings, isDate: dateStyles(await part('xl/styles.xml')), part };
}

/** Text without the readings that stand above East Asian letters. */
function shownText(element: PageElement): string {
  const parts = elementsOf(
    element,
    ({ name }) => name === 't',
    ({ name }) => name === 'rPh',
  );
  return [...parts].map((each) => textUnder(each)).join('');
}

function dateStyles(styles: PageElement | null): boolean[] {
  if (!styles) return [];
  const custom = new Map(
    [...elementsOf(styles, ({ name }) => name === 'numFmt')].map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  const cellStyles = firstNamed(styles, 'cellXfs');
  return [...(cellStyles ? elementsOf(cellStyles, ({ name }) => name === 'xf') : [])].map(
    ({ attributes }) => {
      const id = Number(attributes.numFmtId ?? 0);
      const code = custom.get(attributes.numFmtId)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      return (id >= 14 && id <= 22) || (code !== undefined && /[yd]/i.test(code));
    },
  );
}

async function rowsOf(book: Book, path: string, bytes: Uint8Array): Promise<Row[]> {
  const sheet = await book.part(path);
  if (!sheet) return [];
  const rows = [...elementsOf(sheet, ({ name }) => name === 'row')];
  return rows.map((row, i) => ({
    number: Number(row.attributes.r ?? i + 1),
    cells: cellsOf(row, book),
    bytes,
  }));
}

function cellsOf(row: PageElement, book: Book): string[] {
  const cells: string[] = [];
  for (const cell of elementsOf(row, ({ name }) => name === 'c')) {
    const column = columnOf(cell.attributes.r) ?? cells.length;
    // a sheet has 16,384 columns at most; a cell beyond them is damage
    if (column < 16_384) cells[column] = shownIn(cell, book);
  }
  return Array.from(cells, (cell) => cell ?? '');
}

/** "AB12" → 27 */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function shownIn(cell: PageElement, { strings, isDate }: Book): string {
  const { t: type, s: style } = cell.attributes;
  if (type === 'inlineStr') return shownText(cell);
  const element = firstNamed(cell, 'v');
  const value = element ? textUnder(element) : '';
  if (type === 's') return strings[Number(value)] ?? '';
  return isDate[Number(style)] && /^\d/.test(value) ? dayOf(Number(value)) : value;
}

/** Days since 30 December 1899, as Excel counts from March 1900 on. */
function dayOf(serial: number): string {
  const time = Math.round((serial - 25_569) * 86_400_000);
  if (!(Math.abs(time) < 8e15)) return String(serial);
  return new Date(time).toISOString().slice(0, 10);
}
