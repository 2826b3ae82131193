/**
 * Every code that Recount can print, in one catalogue; `docs/errors.md` explains each and a test compares the two.
 * A `problem` stands beside a result: the report was odd and was read all the same. An `error` stands in place of one.
 */
import type { Problem } from './reading.ts';

interface Entry {
  readonly kind: 'problem' | 'error';
  readonly level: Problem['level'];
}

const problem = (level: Problem['level']): Entry => ({ kind: 'problem', level });
const error: Entry = { kind: 'error', level: 'error' };

export const PROBLEMS = {
  'ingest/encoding-guessed': problem('warning'),
  'ingest/bytes-replaced': problem('warning'),
  'ingest/date-missing': problem('info'),
  'ingest/date-invalid': problem('warning'),
  'ingest/no-article': problem('warning'),
  'ingest/teaser': problem('warning'),
  'ingest/media-not-read': problem('error'),
  'ingest/no-text': problem('error'),
  'ingest/date-from-file': problem('info'),
  'ingest/not-found': error,
  'ingest/unreadable': error,
  'ingest/no-reports': error,
  'ingest/not-text': error,
  'ingest/format-not-read': error,
  'ingest/too-large': error,
  'ingest/gzip-broken': error,
  'ingest/html-broken': error,
  'ingest/line-not-json': error,
  'ingest/line-not-report': error,
  'ingest/line-too-long': error,
  'ingest/link-outside': error,
  'ingest/unsafe-name': error,
  'ingest/archive-broken': error,
  'ingest/locked': error,
  'ingest/document-broken': error,
  'ingest/parse-timeout': error,
  'ingest/feed-broken': error,
  'ingest/entities-refused': error,
  'ingest/warc-cut': error,
  'ingest/json-broken': error,
  'ingest/table-broken': error,
  'ingest/columns-unknown': error,
  'ingest/id-taken': error,
  'ingest/row-empty': error,
  'ingest/link-not-fetched': error,
  'ingest/nested-too-deep': error,
  'ingest/too-many-entries': error,
  'ingest/unpacks-too-large': error,
  'ingest/failed': error,
  'capture/link-refused': error,
  'capture/address-refused': error,
  'capture/robots': error,
  'capture/unreachable': error,
  'capture/timed-out': error,
  'capture/too-large': error,
  'capture/encoding-broken': error,
  'capture/too-many-redirects': error,
  'capture/status': error,
  'capture/feed-broken': error,
  'capture/stopped': error,
  'reading/language-unknown': problem('info'),
  'reading/language-not-read': problem('error'),
  'reading/no-words': problem('error'),
  'claims/parts-over-whole': problem('warning'),
  'claims/names-over-figure': problem('warning'),
  'accounts/not-understood': error,
  'reading/too-long': error,
  'reading/failed': error,
  'record/not-found': error,
  'record/there-already': error,
  'record/busy': error,
  'record/journal-broken': error,
  'record/unreachable': error,
  'record/setting-invalid': error,
  'record/no-versions': error,
  'ingest/no-table': error,
  'import/columns-missing': error,
  'import/row-invalid': error,
  'import/mapping-invalid': error,
  'record/no-incident': error,
  'record/id-ambiguous': error,
  'record/no-figure': error,
  'search/not-saved': error,
  'search/not-asked': error,
  'judgement/invalid': error,
  'judgement/not-found': error,
} as const satisfies Readonly<Record<string, Entry>>;

type Codes = typeof PROBLEMS;

/** A code that stands beside a result, in `Reading.problems`. */
export type ProblemCode = { [C in keyof Codes]: Codes[C]['kind'] extends 'problem' ? C : never }[keyof Codes];
/** A code that stands in place of a result. */
export type ErrorCode = keyof Codes;

/** What went wrong with a request or with one report of it; one shape everywhere. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** A Problem with the level that the catalogue gives its code. */
export function problemOf(code: ErrorCode, message: string): Problem {
  return { code, level: PROBLEMS[code].level, message };
}

/** Why there is no result. */
export function failureOf(code: ErrorCode, message: string): Failure {
  return { code, message };
}
