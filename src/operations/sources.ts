/**
 * What is to be added, as bytes with a name: files and standard input here, pages and feeds from whoever may use the
 * network. Whoever makes sources opens nothing before it is asked for the bytes.
 */
import { createReadStream } from 'node:fs';
import { basename, isAbsolute, relative } from 'node:path';
import type { Arrival } from '../ingest/arrival.ts';
import type { Bytes } from '../ingest/bytes.ts';
import { type ListedFile, listPaths } from '../ingest/listing.ts';
import { joinOriginals } from '../ingest/translation.ts';
import type { CapturePayload } from '../store/apply.ts';

export interface Source {
  /** Path or link: where it was captured from. */
  readonly from: string;
  /** What its ending is looked for in. */
  readonly name: string;
  /** Null: not known. */
  readonly bytes: number | null;
  open(): Bytes;
  /** Whether it can be opened again and gives the same. */
  readonly isRepeatable: boolean;
  /** What a server said of it. */
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
  readonly transfer?: CapturePayload['transfer'];
  /** The text that it is a translation of, which lay beside it. */
  readonly original?: { readonly source: Source; readonly language: string };
}

export type SourceFailure = Extract<Arrival, { ok: false }>;

/** The files that some paths stand for, translations with their originals; "-" is standard input. */
export async function* fileSources(
  paths: readonly string[],
  stdin: () => Bytes,
): AsyncGenerator<Source | SourceFailure> {
  const files = await listPaths(paths, true);
  for (const { thing, original } of joinOriginals(files, (file) => ('path' in file ? file.path : null))) {
    if (!('path' in thing)) {
      if (!thing.ok) yield thing;
      continue;
    }
    const source = fileSource(thing, stdin);
    if (!original) yield source;
    else {
      const { language } = original;
      // what has no path is never anybody's original
      yield { ...source, original: { source: fileSource(original.thing as ListedFile, stdin), language } };
    }
  }
}

function fileSource({ path, bytes }: ListedFile, stdin: () => Bytes): Source {
  const isStdin = path === '-';
  const open = () => (isStdin ? stdin() : createReadStream(path, { highWaterMark: 1 << 18 }));
  return { from: path, name: isStdin ? '-' : basename(path), bytes, open, isRepeatable: !isStdin };
}

/**
 * What a journal keeps of where a source came from: links and paths as they were given, but of a path from the root of the
 * disk only what lies below the folder where the command ran, else its name. A journal is for ever, and the way to somebody's
 * home folder is nothing that a record should tell.
 */
export function keptFrom(from: string): string {
  if (!isAbsolute(from)) return from;
  const below = relative(process.cwd(), from);
  return below.startsWith('..') || isAbsolute(below) ? basename(from) : below;
}
