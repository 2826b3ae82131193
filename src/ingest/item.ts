/**
 * What every form has in common: an item goes in, arrivals come out. An item is one thing to read, wherever it stood: a
 * file, a member of an archive, an attachment, the answer of a server.
 */
import { problemOf } from '../model/problems.ts';
import type { Problem, ReportInput } from '../model/reading.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import type { Offset } from '../text/span.ts';
import { type Arrival, type Arrived, idOf, type Masthead, sha256Of, type TranslationOf } from './arrival.ts';
import { type Bounds, type Budget, Refusal } from './bounds.ts';
import { type Bytes, collect } from './bytes.ts';
import type { Format } from './formats.ts';

export interface Item {
  /** As in `Original`. */
  readonly file: string;
  readonly inside: string;
  /** Its name without folders: what endings are looked for in. */
  readonly name: string;
  /** Where its bytes lie on disk as they are, for forms that read here and there. */
  readonly disk?: string;
  readonly bytes: Bytes;
  /** What a server or a mail says that it is, parameters and all: "text/html; charset=utf-8". */
  readonly mediaType?: string;
  readonly url?: string;
  readonly capturedAt?: string;
  /** How many archives and mails it stands in. */
  readonly depth: number;
}

/** What a form may use while it reads. */
export interface Visit {
  readonly bounds: Bounds;
  readonly budget: Budget;
  /** Pictures and video give an arrival of their own instead of a failure. */
  readonly keepMedia: boolean;
  /** Which column of a table holds what: field of ReportInput → heading. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Told the bytes that were read of what was named. */
  readonly count: (bytes: number) => void;
  /** Reads what stands inside an item, in whatever form it is. */
  readonly open: (item: Item) => AsyncIterable<Arrival>;
}

/** Reads one form. Throws a Refusal for a document that it cannot read at all. */
export type FormReader = (item: Item, visit: Visit) => AsyncIterable<Arrival>;

/** The `source` of a report that stands in an item. */
export function sourceOf({ file, inside }: Pick<Item, 'file' | 'inside'>): string {
  return file + inside;
}

/** All bytes of an item. Throws a Refusal for one that is too large. */
export async function wholeOf({ bytes, depth }: Item, { bounds, count }: Visit): Promise<Uint8Array> {
  const { maxDocumentBytes } = bounds;
  const whole = await collect(bytes, maxDocumentBytes);
  if (whole === null) {
    throw new Refusal('ingest/too-large', `A single report may have ${maxDocumentBytes} bytes at most.`);
  }
  if (depth === 0) count(whole.length);
  return whole;
}

/** What a form found in a document. */
export interface Found {
  readonly text: string;
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly masthead?: Masthead;
  readonly problems?: readonly Problem[];
  readonly offsets?: (() => OffsetMap) | undefined;
  /** Where in the text each page begins. */
  readonly pages?: readonly Offset[] | undefined;
  readonly translationOf?: TranslationOf | undefined;
}

export interface Place {
  readonly form: Format;
  readonly mediaType: string;
  readonly encoding?: string | undefined;
  /** The way in from the document to the report, where it holds several: '#item-3'. */
  readonly fragment?: string;
  /** The report's own id; by default it is told from the document's bytes, or from what was found where there is a fragment. */
  readonly id?: string | undefined;
}

/** The arrival of a report that was found in the bytes of an item. */
export function arrivedFrom(item: Item, bytes: Uint8Array, found: Found, place: Place): Arrived {
  const { text, masthead = {}, problems = [], offsets, pages, translationOf } = found;
  const { form, mediaType, encoding, fragment = '', id } = place;
  const sha256 = hashOf(bytes);
  const { title, published, language } = found;
  const url = found.url ?? item.url;
  const inside = item.inside + fragment;
  const report: ReportInput = {
    id: id ?? (fragment ? idOf(JSON.stringify([title, text, published, url])) : sha256.slice(0, 16)),
    source: item.file + inside,
    text,
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...(url ? { url } : {}),
    ...(language ? { language } : {}),
  };
  return {
    ok: true,
    report,
    problems: [...problems, ...dateProblems(report)],
    original: {
      file: item.file,
      inside,
      form,
      mediaType,
      sha256,
      byteLength: bytes.length,
      bytes,
      ...(encoding ? { encoding } : {}),
      ...(item.capturedAt ? { capturedAt: item.capturedAt } : {}),
    },
    masthead,
    ...(translationOf ? { translationOf } : {}),
    ...(offsets ? { offsets } : {}),
    ...(pages ? { pages } : {}),
  };
}

/** Hashes of documents that hold many reports, which share their bytes. */
const hashes = new WeakMap<Uint8Array, string>();

function hashOf(bytes: Uint8Array): string {
  const hash = hashes.get(bytes) ?? sha256Of(bytes);
  hashes.set(bytes, hash);
  return hash;
}

/** Says of a report without a day of publication that "Tuesday" cannot be resolved in it. */
export function dateProblems({ published }: Pick<ReportInput, 'published'>): Problem[] {
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
