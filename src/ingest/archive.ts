/**
 * ZIP archives as they are opened: names first, then the bytes of one entry at a time, within the bounds of the visit. An
 * entry whose name leads out of the archive, that is a link or needs a password is told of and the others can be read.
 */
import { stat } from 'node:fs/promises';
import { type Entry, fromBuffer, open as openFile, type ZipFile } from 'yauzl';
import { type Arrival, failed } from './arrival.ts';
import { RATIO_FREE_BYTES, Refusal } from './bounds.ts';
import { type Bytes, collect, streamOf } from './bytes.ts';
import { type Item, sourceOf, type Visit, wholeOf } from './item.ts';

/** An open archive. `read` gives the bytes of an entry; null where there is none of that name. */
export interface Archive {
  /** All of it, where it was not opened on disk. */
  readonly bytes?: Uint8Array;
  readonly names: readonly string[];
  /** What could not be taken in, as failures. */
  readonly failures: readonly Arrival[];
  stream(name: string): Bytes;
  read(name: string): Promise<Uint8Array | null>;
  close(): void;
}

/** The item that stands under a name inside another. */
export function memberOf(outer: Item, name: string, bytes: Bytes, more: Partial<Item> = {}): Item {
  const { file, inside, depth } = outer;
  return {
    file,
    inside: `${inside}!${name}`,
    name: name.replace(/^.*\//, ''),
    bytes,
    depth: depth + 1,
    ...more,
  };
}

/** Opens an archive on disk or in memory. Throws a Refusal for one that is damaged or holds too much. */
export async function openArchive(item: Item, visit: Visit): Promise<Archive> {
  if (item.disk && item.depth === 0) return archiveIn(await openDisk(item, visit), item, visit);
  return archiveOf(await wholeOf(item, visit), item, visit);
}

/** The archive that some bytes are. */
export async function archiveOf(bytes: Uint8Array, item: Item, visit: Visit): Promise<Archive> {
  return { ...(await archiveIn(await openBuffer(bytes), item, visit)), bytes };
}

async function archiveIn(zip: ZipFile, item: Item, visit: Visit): Promise<Archive> {
  const entries = new Map<string, Entry>();
  const failures: Arrival[] = [];
  try {
    for await (const entry of entriesOf(zip)) {
      visit.budget.takeEntry();
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      const failure = unusable(entry, name, item);
      if (failure) failures.push(failure);
      else entries.set(name, entry);
    }
  } catch (cause) {
    zip.close();
    throw broken(cause);
  }
  const stream = (name: string): Bytes => unpacked(zip, entries.get(name)!, visit);
  return {
    names: [...entries.keys()].sort(),
    failures,
    stream,
    async read(name) {
      if (!entries.has(name)) return null;
      const bytes = await collect(stream(name), visit.bounds.maxDocumentBytes);
      if (bytes === null) throw new Refusal('ingest/too-large', `${name} in the archive is too large.`);
      return bytes;
    },
    close: () => zip.close(),
  };
}

const ZIP_OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

async function openDisk(item: Item, visit: Visit): Promise<ZipFile> {
  // nobody reads the stream of the file to its end
  await item.bytes[Symbol.asyncIterator]().return?.();
  visit.count((await stat(item.disk!)).size);
  return new Promise((resolve, reject) => {
    openFile(item.disk!, ZIP_OPTIONS, (cause, zip) => (cause ? reject(broken(cause)) : resolve(zip)));
  });
}

function openBuffer(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, ZIP_OPTIONS, (cause, zip) => (cause ? reject(broken(cause)) : resolve(zip)));
  });
}

function broken(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  return new Refusal(
    'ingest/archive-broken',
    `The ZIP archive is damaged or cut off (${(cause as Error).message}).`,
    {
      cause,
    },
  );
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (act: () => void): void => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        act();
      };
      zip.once('entry', (found: Entry) => settle(() => resolve(found)));
      zip.once('end', () => settle(() => resolve(null)));
      zip.once('error', (cause: Error) => settle(() => reject(cause)));
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

/** The name of an entry: UTF-8 where it is that, as it nearly always is, else as Latin letters. */
function nameOf({ fileName }: Entry): string {
  const bytes = fileName as unknown as Buffer;
  const name = bytes.toString('utf8');
  return (name.includes('\ufffd') ? bytes.toString('latin1') : name).replaceAll('\\', '/');
}

const LINK = 0o120000;

function unusable(entry: Entry, name: string, item: Item): Arrival | undefined {
  const source = `${sourceOf(item)}!${name}`;
  if (
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..') ||
    name.includes('\0')
  ) {
    const message = `The archive holds a file named "${name}", which leads out of it; it was left alone.`;
    return failed('ingest/unsafe-name', message, { source });
  }
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === LINK) {
    return failed('ingest/link-outside', `${name} in the archive is a link, which is not followed.`, {
      source,
    });
  }
  if ((entry.generalPurposeBitFlag & 1) === 1) {
    return failed('ingest/locked', `${name} in the archive needs a password.`, { source });
  }
  return undefined;
}

/** The bytes of an entry, held to what it says of its size and to what is left of the visit's bounds. */
async function* unpacked(zip: ZipFile, entry: Entry, { bounds, budget }: Visit): AsyncGenerator<Uint8Array> {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > RATIO_FREE_BYTES && uncompressedSize > compressedSize * bounds.maxRatio) {
    throw new Refusal(
      'ingest/unpacks-too-large',
      `${nameOf(entry)} unpacks to ${uncompressedSize} bytes, over ${bounds.maxRatio} times what it takes: a bomb, or no text.`,
    );
  }
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (cause, opened) => (cause ? reject(cause) : resolve(opened)));
    });
    for await (const chunk of stream) {
      const bytes = chunk as unknown as Uint8Array;
      budget.takeBytes(bytes.length);
      yield bytes;
    }
  } catch (cause) {
    throw broken(cause);
  }
}

/** Bytes that are in memory, as an item inside another, counted against the bounds of the visit. */
export function unpackedMember(
  outer: Item,
  name: string,
  bytes: Uint8Array,
  visit: Visit,
  more: Partial<Item> = {},
): Item {
  visit.budget.takeEntry();
  visit.budget.takeBytes(bytes.length);
  return memberOf(outer, name, streamOf(bytes), more);
}
