/** Bytes from a file or standard input, gunzipped where they are gzip, in chunks; nothing is held but the first of them. */
import { createReadStream } from 'node:fs';
import { Refusal } from './bounds.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** A stream whose first bytes have been looked at; `all` still gives every one of them. */
export interface OpenBytes {
  readonly head: Uint8Array;
  readonly all: Bytes;
  /** Whether they were gzip. */
  readonly isUnpacked: boolean;
  /** Lets go of the file; only for bytes that nobody reads to their end. */
  close(): Promise<void>;
}

/** Opens a path ("-" is `stdin`). Throws what the disk throws, on the first read. */
export async function openBytes(path: string, stdin: () => Bytes): Promise<OpenBytes> {
  return peekBytes(path === '-' ? stdin() : createReadStream(path, { highWaterMark: 1 << 18 }));
}

/** Looks at the first bytes of a stream. Throws what the stream throws. */
export async function peekBytes(bytes: Bytes): Promise<OpenBytes> {
  const raw = await peek(bytes);
  const isGzip = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  return isGzip ? { ...(await peek(gunzip(raw.all))), isUnpacked: true } : raw;
}

/** The bytes of one piece as a stream. */
export async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** All bytes in one piece; null once there are more than `maxBytes`. */
export async function collect(bytes: Bytes, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function peek(bytes: Bytes): Promise<OpenBytes> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array();
  let ended = false;
  let failure: unknown;
  while (head.length < 4096 && !ended) {
    try {
      const next = await chunks.next();
      if (next.done) ended = true;
      else head = Buffer.concat([head, next.value]);
    } catch (cause) {
      // what came before the break is still given
      if (head.length === 0) throw cause;
      failure = cause;
      ended = true;
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      if (failure) throw failure;
      while (!ended) {
        const next = await chunks.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await chunks.return?.();
    }
  }
  const close = async (): Promise<void> => {
    await chunks.return?.();
  };
  return { head, all: all(), isUnpacked: false, close };
}

async function* gunzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib');
  const { pipeline } = await import('node:stream/promises');
  const unzip = createGunzip();
  const done = pipeline(bytes, unzip).catch(() => {});
  try {
    for await (const chunk of unzip) yield chunk;
  } catch (cause) {
    throw new Refusal('ingest/gzip-broken', 'The gzip stream is cut off or damaged.', { cause });
  } finally {
    unzip.destroy();
    await done;
  }
}
