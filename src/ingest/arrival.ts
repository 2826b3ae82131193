/**
 * One report as ingest hands it on, or why there is none. A bad report never stops the ones after it.
 *
 * What whoever keeps arrivals can rely on:
 * - `original.file` is what was named (a path, "-", a URL); its bytes are the caller's to keep, whole and first. Given the
 *   same bytes, name and options, `ingestBytes` gives the same arrivals in the same order with the same `original.inside`,
 *   so file and `inside` together find a report again.
 * - `original.bytes` are the innermost document's as they came (the page in the archive, the line of the corpus, the
 *   attachment), and `sha256` is theirs. Several reports of one document (the items of a feed) share them. Only pictures
 *   and video come without `bytes`; their hash was taken as they went by.
 * - `report.id` depends on content alone, never on a path or a clock: the same page met twice has the same id. Only a
 *   JSONL, CSV or spreadsheet row that names its own id keeps that.
 * - `report.text` and `report.title` are final: spans of a Reading count in them. `offsets` leads from the text to the
 *   document as it was decoded; absent where the form has no text of its own to point into (PDF, Word, spreadsheets). Of a
 *   PDF `pages` says on which page a letter stands; of a spreadsheet `original.inside` names sheet and row.
 * - `masthead` holds only what the document says of itself; what it does not say is absent.
 * - A failure names the same `source` that its report would have had. One with `url` is a link that stands alone in a
 *   spreadsheet: whoever may use the network can fetch it.
 */
import { hash } from 'node:crypto';
import type { ErrorCode, Failure } from '../model/problems.ts';
import type { Problem, ReportInput } from '../model/reading.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import type { Offset } from '../text/span.ts';
import type { Format } from './formats.ts';

/** Which report a failure is about: its id where one is known, the path and line where it stood, the link it was. */
export interface ReportName {
  readonly id?: string;
  readonly source?: string;
  readonly url?: string;
}

/** The bytes that a report was taken from, and where they stood. */
export interface Original {
  /** What was named: a path, "-" or a URL. */
  readonly file: string;
  /** The way in from there: '' for the file itself, else '!feeds/a.xml#item-3', '!story.eml!ruling.pdf', ':17'. */
  readonly inside: string;
  /** The form that the document was found to be in. */
  readonly form: Format;
  readonly mediaType: string;
  /** Lower-case hexadecimal, of the innermost document's bytes. */
  readonly sha256: string;
  readonly byteLength: number;
  readonly bytes?: Uint8Array;
  /** How the bytes were decoded (WHATWG name); absent where the form is not plain text. */
  readonly encoding?: string;
  /** The moment at which an archive says that it took the document, ISO 8601. */
  readonly capturedAt?: string;
}

/** What a document says of itself beside title, day and link. */
export interface Masthead {
  /** "Ines Maro, Tam Orel" */
  readonly byline?: string;
  /** The outlet: "The Morrow". */
  readonly publisher?: string;
  /** When it was last changed: ISO date, or date-time with offset. */
  readonly updated?: string;
  /** The agency whose text it says it carries: "Reuters". */
  readonly wire?: string;
  /** The channel or account whose words it passes on: "Orlu today", "@morrow". */
  readonly forwardedFrom?: string;
  /** BCP 47, as the document states it, which may be wrong. */
  readonly statedLanguage?: string;
  /** Only an opening stands here, the rest is for subscribers. */
  readonly isTeaser?: true;
}

/** The text that a report is a translation of. */
export interface TranslationOf {
  readonly text: string;
  readonly title?: string;
  readonly language?: string;
  /** Where it stood, as in `Original`; absent where it came in the same row. */
  readonly file?: string;
  readonly sha256?: string;
}

/** A report that was read. */
export interface Arrived {
  readonly ok: true;
  readonly report: ReportInput;
  readonly problems: readonly Problem[];
  readonly original: Original;
  readonly masthead: Masthead;
  readonly translationOf?: TranslationOf;
  /** Made when asked for. */
  readonly offsets?: () => OffsetMap;
  /** Where in the text each page of the document begins, the first at 0; of forms that have pages (PDF). */
  readonly pages?: readonly Offset[];
}

export type Arrival = Arrived | { readonly ok: false; readonly error: Failure; readonly report: ReportName };

export function failed(code: ErrorCode, message: string, report: ReportName): Arrival {
  return { ok: false, error: { code, message }, report };
}

/** The SHA-256 of bytes or of a text's UTF-8, in lower-case hexadecimal. */
export function sha256Of(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex');
}

/** The id of a report by its content: the first 16 digits of its SHA-256. */
export function idOf(content: Uint8Array | string): string {
  return sha256Of(content).slice(0, 16);
}
