/**
 * Rows of a table as reports: which column holds what is told by its heading, or by whoever knows the table. A row with a
 * text is a report; a row with nothing but a link is told of as a link, for those who may fetch it.
 */
import { type Arrival, failed } from './arrival.ts';
import { Refusal } from './bounds.ts';
import { COLUMN_FIELDS, type Format } from './formats.ts';
import { arrivedFrom, type Found, type Item, sourceOf, type Visit } from './item.ts';
import { isoMoment } from './page/moment.ts';

type Field = (typeof COLUMN_FIELDS)[number];

/** Headings by which a column is known, in lower case, without marks. */
const HEADINGS: Readonly<Record<Field, string>> = {
  id: 'id identifier reportid articleid',
  text: 'text body content article fulltext narrative story',
  title: 'title headline',
  published: 'published date publishedat publicationdate datepublished publisheddate pubdate sourcedate',
  source: 'source outlet publisher publication',
  url: 'url link links href sourceurl articleurl permalink',
  language: 'language lang',
  byline: 'byline author authors',
  original: 'original originaltext',
  originalLanguage: 'originallanguage',
};

export interface Row {
  /** As a person counts it: 1 for the first of the table. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly bytes: Uint8Array;
}

export interface TableKind {
  readonly form: Format;
  readonly mediaType: string;
  readonly encoding?: string;
  /** "#Sheet 1" before the number of the row; '' where the file is one table. */
  readonly fragment: string;
}

/** The reports in the rows of a table, whose first row is its headings, unless it holds a link. */
export async function* reportsInRows(
  rows: AsyncIterable<Row> | Iterable<Row>,
  item: Item,
  visit: Visit,
  kind: TableKind,
): AsyncGenerator<Arrival> {
  let columns: ReadonlyMap<Field, number> | undefined;
  for await (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (columns) {
      yield reportOf(row, columns, item, kind);
      continue;
    }
    const link = visit.columns ? -1 : row.cells.findIndex(isLink);
    columns = link >= 0 ? new Map([['url', link]]) : columnsOf(row.cells, visit.columns);
    if (link >= 0) yield reportOf(row, columns, item, kind);
  }
}

/** Which column holds what. Throws a Refusal where none holds a text or a link. */
function columnsOf(
  headings: readonly string[],
  asked: Readonly<Record<string, string>> | undefined,
): ReadonlyMap<Field, number> {
  const keyOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const found = new Map<Field, number>();
  for (const field of COLUMN_FIELDS) {
    const names =
      asked?.[field] === undefined ? (asked ? [] : HEADINGS[field].split(' ')) : [keyOf(asked[field])];
    const index = headings.findIndex((heading) => names.includes(keyOf(heading)));
    if (index >= 0) found.set(field, index);
    else if (asked?.[field] !== undefined) throw unknownColumns(headings, `none is called "${asked[field]}"`);
  }
  if (found.has('text') || found.has('url')) return found;
  throw unknownColumns(headings, 'none of them is known to hold a text or a link');
}

function unknownColumns(headings: readonly string[], why: string): Refusal {
  const listed = headings.slice(0, 30).map((heading) => `"${heading}"`);
  return new Refusal(
    'ingest/columns-unknown',
    `Of the columns ${listed.join(', ')} ${why}; say which holds what: --columns text=Notes,published="Event date".`,
  );
}

const isLink = (cell: string): boolean => /^https?:\/\/\S+$/.test(cell.trim());

function reportOf(row: Row, columns: ReadonlyMap<Field, number>, item: Item, kind: TableKind): Arrival {
  const cell = (field: Field): string | undefined => row.cells[columns.get(field) ?? -1]?.trim() || undefined;
  const fragment = `${kind.fragment}:${row.number}`;
  const [text, url, id] = [cell('text'), cell('url'), cell('id')];
  const source = sourceOf(item) + fragment;
  if (text === undefined) {
    const name = { ...(id ? { id } : {}), source };
    if (url && isLink(url)) {
      return failed(
        'ingest/link-not-fetched',
        `Row ${row.number} holds a link and no text; "recount add --fetch-links" fetches such links: ${url}`,
        {
          ...name,
          url,
        },
      );
    }
    return failed('ingest/row-empty', `Row ${row.number} holds neither a text nor a link.`, name);
  }
  const published = cell('published');
  const [original, originalLanguage] = [cell('original'), cell('originalLanguage')];
  const [byline, publisher] = [cell('byline'), cell('source')];
  const found: Found = {
    text,
    title: cell('title'),
    published: published && (isoMoment(published) ?? published),
    url: url && isLink(url) ? url : undefined,
    language: cell('language'),
    masthead: { ...(byline ? { byline } : {}), ...(publisher ? { publisher } : {}) },
    translationOf: original
      ? { text: original, ...(originalLanguage ? { language: originalLanguage } : {}) }
      : undefined,
  };
  const { form, mediaType, encoding } = kind;
  return arrivedFrom(item, row.bytes, found, { form, mediaType, encoding, fragment, id });
}
