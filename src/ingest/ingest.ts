/** What was asked for, as reports: files, folders and standard input, in the order given, one at a time. */
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problemOf } from '../model/problems.ts';
import type { Problem, ReportInput } from '../model/reading.ts';
import { type Arrival, failed } from './arrival.ts';
import { BrokenGzip, type Bytes, collect, openBytes } from './bytes.ts';
import { parseDateLine } from './dateline.ts';
import { decode } from './decode.ts';
import { type Format, formatByEnding, notReadYet, sniffFormat } from './formats.ts';
import { readJsonl } from './jsonl.ts';

export interface IngestOptions {
  /** Overrides what endings and first bytes say. */
  readonly format?: Format | undefined;
  readonly stdin: () => Bytes;
  /** Told how many bytes have been read, and of how many; null with standard input and gzip, whose length nobody knows. */
  readonly onProgress?: ((doneBytes: number, totalBytes: number | null) => void) | undefined;
}

/** Largest single report, in bytes. JavaScript holds no string of more than 512 MiB. */
const MAX_REPORT_BYTES = 256 * 2 ** 20;

/** The reports of `paths` ("-" is standard input), each with what was odd about it. */
export async function* ingest(paths: readonly string[], options: IngestOptions): AsyncGenerator<Arrival> {
  const files: (ListedFile | Arrival)[] = [];
  for (const path of paths) files.push(...(await listed(path)));
  const sizes = files.map((file) => ('path' in file ? file.bytes : 0));
  const total = sizes.includes(null) ? null : sizes.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0);
  let done = 0;
  const count = (bytes: number): void => options.onProgress?.((done += bytes), total);
  for (const file of files) {
    if ('path' in file) yield* ingestFile(file.path, options, count);
    else yield file;
  }
}

interface ListedFile {
  readonly path: string;
  /** Null: not known. */
  readonly bytes: number | null;
}

/** The files that a path stands for: itself, or all of a known ending under a folder, by name. */
async function listed(path: string): Promise<(ListedFile | Arrival)[]> {
  if (path === '-') return [{ path, bytes: null }];
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await listedFolder(path);
    return [{ path, bytes: path.endsWith('.gz') ? null : found.size }];
  } catch (cause) {
    return [unreadable(path, cause as NodeJS.ErrnoException)];
  }
}

/** Documents of endings that are not read yet are listed too, so that they are told of; all other files pass. */
async function listedFolder(folder: string): Promise<(ListedFile | Arrival)[]> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/(^|[/\\])\.[^/\\]/.test(path.slice(folder.length)))
    .filter((path) => formatByEnding(path) !== undefined || notReadYet(path, new Uint8Array()) !== undefined)
    .sort();
  if (paths.length > 0) return (await Promise.all(paths.map((path) => listed(path)))).flat();
  return [
    failed('ingest/no-reports', `No .txt, .html or .jsonl file stands in ${folder}.`, { source: folder }),
  ];
}

async function* ingestFile(
  path: string,
  options: IngestOptions,
  count: (bytes: number) => void,
): AsyncGenerator<Arrival> {
  try {
    yield* readFile(path, options, count);
  } catch (cause) {
    yield unreadable(path, cause as NodeJS.ErrnoException);
  }
}

async function* readFile(
  path: string,
  options: IngestOptions,
  count: (bytes: number) => void,
): AsyncGenerator<Arrival> {
  const { head, all, close } = await openBytes(path, options.stdin);
  const unread = options.format ? undefined : notReadYet(path, head);
  if (unread) {
    await close();
    const message = `${unread} files are not read yet; save the text as .txt or .html.`;
    yield failed('ingest/format-not-read', message, { source: path });
    return;
  }
  const format = options.format ?? formatByEnding(path) ?? sniffFormat(head);
  yield* dated(format === 'jsonl' ? readJsonl(all, path, count) : readDocument(all, path, format, count));
}

async function* readDocument(
  bytes: Bytes,
  source: string,
  format: Format,
  count: (bytes: number) => void,
): AsyncGenerator<Arrival> {
  const content = await collect(bytes, MAX_REPORT_BYTES);
  if (content === null) {
    yield failed('ingest/too-large', `A single report may have ${MAX_REPORT_BYTES} bytes at most.`, {
      source,
    });
    return;
  }
  count(content.length);
  const decoded = await decode(content);
  if (decoded === null) {
    yield failed('ingest/not-text', 'These bytes are no text in any encoding that is known here.', {
      source,
    });
    return;
  }
  const id = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const parsed =
    format === 'html'
      ? (await import('./html.ts')).parseHtml(decoded.text)
      : { ok: true as const, ...parseDateLine(decoded.text) };
  if (!parsed.ok) {
    yield failed('ingest/html-broken', parsed.message, { id, source });
    return;
  }
  const { ok: _ok, problems, ...fields } = parsed;
  const report: ReportInput = { id, source, ...fields };
  yield { ok: true, report, problems: [...decoded.problems, ...problems] };
}

/** Says of each report without a day of publication that "Tuesday" cannot be resolved in it. */
async function* dated(arrivals: AsyncIterable<Arrival>): AsyncGenerator<Arrival> {
  for await (const arrival of arrivals) {
    yield arrival.ok
      ? { ...arrival, problems: [...arrival.problems, ...dateProblems(arrival.report)] }
      : arrival;
  }
}

function dateProblems({ published }: ReportInput): Problem[] {
  if (published !== undefined && /^\d{4}-\d{2}-\d{2}/.test(published)) return [];
  return published === undefined
    ? [
        problemOf(
          'ingest/date-missing',
          'No day of publication is given, so a day such as "Tuesday" gets no date.',
        ),
      ]
    : [
        problemOf(
          'ingest/date-invalid',
          `"${published}" is no ISO date, so a day such as "Tuesday" gets no date.`,
        ),
      ];
}

function unreadable(source: string, cause: NodeJS.ErrnoException): Arrival {
  if (cause instanceof BrokenGzip)
    return failed('ingest/gzip-broken', `${capital(cause.message)}.`, { source });
  if (cause.code === 'ENOENT') return failed('ingest/not-found', `There is no file ${source}.`, { source });
  return failed('ingest/unreadable', `${source} could not be read: ${cause.message}.`, { source });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
