/** What was asked for, as reports: files, folders, standard input and bytes, in the order given, one at a time. */
import { type Arrival, failed, type ReportName } from './arrival.ts';
import { BOUNDS, type Bounds, Budget, Refusal } from './bounds.ts';
import { type Bytes, openBytes, peekBytes, streamOf } from './bytes.ts';
import { type Format, identify } from './formats.ts';
import { type Item, sourceOf, type Visit } from './item.ts';
import { type ListedFile, listPaths } from './listing.ts';
import { READERS } from './readers.ts';
import type { Row } from './rows.ts';
import { withOriginals } from './translation.ts';

export interface ReadOptions {
  /** Overrides what endings and first bytes say of what was named; not of what stands inside it. */
  readonly format?: Format | undefined;
  /** Which column of a table holds what: field of ReportInput → heading. By default headings are told by their names. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Pictures, sound and video give an arrival with no text and a problem; by default they are passed over, or refused where named. */
  readonly keepMedia?: boolean | undefined;
  readonly bounds?: Partial<Bounds> | undefined;
}

export interface IngestOptions extends ReadOptions {
  readonly stdin: () => Bytes;
  /** Told how many bytes have been read, and of how many; null with standard input and gzip, whose length nobody knows. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number | null) => void) | undefined;
}

/** The reports of `paths` ("-" is standard input), each with what was odd about it. */
export async function* ingest(paths: readonly string[], options: IngestOptions): AsyncGenerator<Arrival> {
  const files = await listPaths(paths, options.keepMedia === true);
  const sizes = files.map((file) => ('path' in file ? file.bytes : 0));
  const total = sizes.includes(null) ? null : sizes.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0);
  let done = 0;
  const count = (bytes: number): void => options.onProgress?.((done += bytes), total);
  const nameOf = (file: ListedFile | Arrival): string | null => ('path' in file ? file.path : null);
  yield* withOriginals(files, nameOf, async function* (file) {
    if ('path' in file) yield* ingestFile(file, options, count);
    else yield file;
  });
}

/** Bytes that somebody has already: the answer of a server, a kept original. */
export interface NamedBytes {
  /** What `Original.file` will be: a path, a URL. */
  readonly file: string;
  /** The name that its ending is looked for in; by default the last part of `file` without a query. */
  readonly name?: string;
  readonly bytes: Uint8Array | Bytes;
  /** As the server said it: "text/html; charset=utf-8". */
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
  readonly capturedAt?: string | undefined;
}

/** The reports in bytes, in the order in which they stand there; the same each time. */
export async function* ingestBytes(named: NamedBytes, options: ReadOptions = {}): AsyncGenerator<Arrival> {
  yield* visitOf(options, () => {}).open(itemOf(named));
}

/** A table in bytes, as its rows and not as reports: whoever asks knows what they are. */
export interface Table {
  /** Of a workbook the sheet; '' where the file is one table. */
  readonly sheet: string;
  readonly rows: AsyncIterable<Row> | Iterable<Row>;
}

/** The tables of a CSV file or a workbook. Throws a Refusal for what is neither, or is broken. */
export async function* tablesIn(named: NamedBytes, options: ReadOptions = {}): AsyncGenerator<Table> {
  const visit = visitOf(options, () => {});
  const given = itemOf(named);
  const { head, all } = await peekBytes(given.bytes);
  const item = { ...given, bytes: all };
  const found = options.format ? { format: options.format } : identify(item.name, item.mediaType, head);
  const format = 'format' in found ? found.format : undefined;
  if (format === 'xlsx') {
    for await (const { name, rows } of (await import('./xlsx.ts')).sheetsOf(item, visit))
      yield { sheet: name, rows };
  } else if (format === 'csv' || format === 'text') {
    yield { sheet: '', rows: (await import('./csv.ts')).csvRows(item, visit) };
  } else throw new Refusal('ingest/no-table', 'This is neither CSV nor an Excel workbook.');
}

function itemOf(named: NamedBytes): Item {
  const { file, mediaType, url, capturedAt } = named;
  const bytes = named.bytes instanceof Uint8Array ? streamOf(named.bytes) : named.bytes;
  const name = named.name ?? file.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
  return {
    file,
    inside: '',
    name,
    bytes,
    depth: 0,
    ...(mediaType ? { mediaType } : {}),
    ...(url ? { url } : {}),
    ...(capturedAt ? { capturedAt } : {}),
  };
}

async function* ingestFile(
  { path }: ListedFile,
  options: IngestOptions,
  count: (bytes: number) => void,
): AsyncGenerator<Arrival> {
  try {
    const { all, isUnpacked } = await openBytes(path, options.stdin);
    const item: Item = {
      file: path,
      inside: '',
      name: path,
      bytes: all,
      depth: 0,
      ...(path === '-' || isUnpacked ? {} : { disk: path }),
    };
    yield* visitOf(options, count).open(item);
  } catch (cause) {
    yield refused(cause, { source: path });
  }
}

/** A visit to one thing that was named: its bounds hold for all that is unpacked from it. */
function visitOf(options: ReadOptions, count: (bytes: number) => void): Visit {
  const bounds: Bounds = { ...BOUNDS, ...options.bounds };
  const visit: Visit = {
    bounds,
    budget: new Budget(bounds),
    keepMedia: options.keepMedia === true,
    columns: options.columns,
    count,
    open: (item) => open(item, item.depth === 0 ? options.format : undefined, visit),
  };
  return visit;
}

/** Finds out what an item is and reads it. Whatever goes wrong is a failure in its place. */
async function* open(item: Item, format: Format | undefined, visit: Visit): AsyncGenerator<Arrival> {
  const name = { source: sourceOf(item) };
  try {
    if (item.depth > visit.bounds.maxDepth) {
      throw new Refusal(
        'ingest/nested-too-deep',
        `Archives stand in archives more than ${visit.bounds.maxDepth} deep; unpack the outer ones and give their folder.`,
      );
    }
    const { head, all, isUnpacked, close } = await peekBytes(item.bytes);
    const found = format ? { format } : identify(item.name, item.mediaType, head);
    if ('unread' in found) {
      await close();
      const message = `${found.unread} files are not read; save the text as .txt or .html.`;
      throw new Refusal('ingest/format-not-read', message);
    }
    const read = await READERS[found.format]();
    const { disk, ...rest } = item;
    const bytes = isUnpacked && item.depth > 0 ? counted(all, visit) : all;
    yield* read({ ...rest, bytes, ...(disk && !isUnpacked ? { disk } : {}) }, visit);
  } catch (cause) {
    yield refused(cause, name);
  }
}

/** What is unpacked within an archive counts against the bounds of the visit. */
async function* counted(bytes: Bytes, { budget }: Visit): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    budget.takeBytes(chunk.length);
    yield chunk;
  }
}

function refused(cause: unknown, report: ReportName): Arrival {
  if (cause instanceof Refusal) return failed(cause.code, cause.message, report);
  const { code, message, stack } = cause as NodeJS.ErrnoException;
  const source = report.source ?? '';
  if (code === 'ENOENT') return failed('ingest/not-found', `There is no file ${source}.`, report);
  if (code && /^E[A-Z0-9]+$/.test(code)) {
    return failed('ingest/unreadable', `${source} could not be read: ${message}.`, report);
  }
  const [what, where] = String(stack ?? cause).split(/\n\s*/);
  const told = `Recount failed on this file, which is a bug to tell of: ${what}${where ? ` ${where}` : ''}`;
  return failed('ingest/failed', told, report);
}
