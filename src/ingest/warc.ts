/**
 * Web archives (WARC 1.0 and 1.1, ISO 28500): the pages and documents among their responses. Read as a stream of our own,
 * since what matters here is to know exactly where an archive was cut: what came before is whole, and the cut is told.
 */

import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { unpackedMember } from './archive.ts';
import { type Arrival, failed } from './arrival.ts';
import { Refusal } from './bounds.ts';
import type { Bytes } from './bytes.ts';
import type { FormReader, Item, Visit } from './item.ts';
import { sourceOf } from './item.ts';

export const readWarc: FormReader = async function* (item, visit) {
  yield* readWarcPages(item, visit);
};

/** Longest head of a record or of an answer. */
const MAX_HEAD_BYTES = 1 << 20;
/** Answers that may be reports; styles, scripts and data are parts of pages. */
const DOCUMENTS =
  /^(text\/(html|plain|xml|csv)|application\/(xhtml\+xml|pdf|rss\+xml|atom\+xml|xml|feed\+json|vnd\.openxmlformats-officedocument.*)|message\/rfc822)/i;

/** The documents of an archive; with `wanted`, only those of these addresses. */
export async function* readWarcPages(
  item: Item,
  visit: Visit,
  wanted?: ReadonlySet<string>,
): AsyncGenerator<Arrival> {
  const reader = new ByteReader(item.bytes);
  let records = 0;
  try {
    for (;;) {
      const head = await recordHead(reader);
      if (!head) break;
      records++;
      yield* readRecord(head, reader, item, visit, wanted);
      if (item.depth === 0) visit.count(reader.taken());
    }
  } catch (cause) {
    const isCut = cause instanceof Cut || (cause instanceof Refusal && cause.code === 'ingest/gzip-broken');
    if (!isCut) throw cause;
    const message = `The archive is cut off or damaged after ${records} whole records, which were read.`;
    throw new Refusal('ingest/warc-cut', message, { cause });
  }
}

class Cut extends Error {}

type Head = ReadonlyMap<string, string>;

/** The head of the next record; null at the end of the archive. */
async function recordHead(reader: ByteReader): Promise<Head | null> {
  let line = await reader.line(MAX_HEAD_BYTES);
  while (line !== null && line.trim() === '') line = await reader.line(MAX_HEAD_BYTES);
  if (line === null) return null;
  if (!/^WARC\/\d/.test(line)) throw new Cut(`no record begins with "${line.slice(0, 40)}"`);
  const lines: string[] = [];
  for (;;) {
    const next = await reader.line(MAX_HEAD_BYTES);
    if (next === null) throw new Cut('the file ends in the head of a record');
    if (next === '') return fieldsOf(lines);
    if (lines.push(next) > 1000) throw new Cut('the head of a record has no end');
  }
}

function fieldsOf(lines: readonly string[]): Head {
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

async function* readRecord(
  head: Head,
  reader: ByteReader,
  item: Item,
  visit: Visit,
  wanted: ReadonlySet<string> | undefined,
): AsyncGenerator<Arrival> {
  const length = Number(head.get('content-length'));
  if (!Number.isSafeInteger(length) || length < 0) throw new Cut('a record does not say how long it is');
  const url = head.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
  const isHere = /^(response|resource|conversion)$/i.test(head.get('warc-type') ?? '');
  if (!isHere || (wanted && !wanted.has(url))) return void (await reader.skip(length));
  if (length > visit.bounds.maxDocumentBytes) {
    await reader.skip(length);
    const source = `${sourceOf(item)}!${url}`;
    yield failed('ingest/too-large', `The record of ${url} has ${length} bytes.`, { source });
    return;
  }
  const content = await reader.exactly(length);
  try {
    const answer = await answerOf(head, content, visit);
    if (!answer || !DOCUMENTS.test(answer.mediaType) || /\/robots\.txt$/.test(url)) return;
    const name = url.replace(/[?#].*$/, '').replace(/^.*\//, '');
    const capturedAt = head.get('warc-date');
    const member = unpackedMember(item, url, answer.body, visit, {
      name: /\.[a-z0-9]{2,5}$/i.test(name) ? name : '',
      mediaType: answer.mediaType,
      url,
      ...(capturedAt ? { capturedAt } : {}),
    });
    yield* visit.open(member);
  } catch (cause) {
    // one answer that cannot be unpacked is no reason to leave the others; the bounds of the visit are
    if (!(cause instanceof Refusal) || /entries|unpacks/.test(cause.code)) throw cause;
    yield failed(cause.code, cause.message, { source: `${sourceOf(item)}!${url}` });
  }
}

interface Answer {
  readonly mediaType: string;
  readonly body: Uint8Array;
}

/** The document of a record; null for an answer that is none (a redirect, "not found"). */
async function answerOf(head: Head, content: Uint8Array, { bounds }: Visit): Promise<Answer | null> {
  const type = head.get('content-type') ?? '';
  if (!/^application\/http/i.test(type)) return { mediaType: type, body: content };
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const end = bytes.indexOf('\r\n\r\n');
  const bodyAt = end >= 0 ? end + 4 : bytes.indexOf('\n\n') + 2;
  if (bodyAt < 2) return null;
  const [status, ...lines] = bytes.subarray(0, bodyAt).toString('latin1').split(/\r?\n/);
  if (!/^HTTP\/[\d.]+ 2\d\d/.test(status ?? '')) return null;
  const http = fieldsOf(lines.filter(Boolean));
  const isChunked = /chunked/i.test(http.get('transfer-encoding') ?? '');
  const sent = isChunked ? unchunked(bytes.subarray(bodyAt)) : bytes.subarray(bodyAt);
  const body = await decompressed(sent, http.get('content-encoding'), bounds.maxDocumentBytes);
  return { mediaType: http.get('content-type') ?? '', body };
}

/** Many archives keep the header of a body in chunks and have put the chunks together: then it is taken as it is. */
function unchunked(bytes: Buffer): Uint8Array {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    const size = /^[0-9a-f]{1,8}(?:;.*)?$/i.exec(
      bytes.subarray(at, Math.max(at, end)).toString('latin1').trim(),
    )?.[0];
    if (end < 0 || size === undefined) return chunks.length > 0 ? Buffer.concat(chunks) : bytes;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
}

async function decompressed(
  bytes: Uint8Array,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const options = { maxOutputLength: maxBytes };
  const unpack = {
    gzip: zlib.gunzip,
    'x-gzip': zlib.gunzip,
    deflate: zlib.inflate,
    br: zlib.brotliDecompress,
    // not there before Node 22.15
    zstd: zlib.zstdDecompress,
  }[encoding?.toLowerCase() ?? ''];
  if (!unpack) return bytes;
  try {
    return await promisify(unpack as typeof zlib.gunzip)(bytes, options);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Refusal('ingest/too-large', `A page unpacks to more than ${maxBytes} bytes.`, { cause });
    }
    // crawlers that unpack as they save leave the header behind
    return bytes;
  }
}

/** Takes lines and stretches from a stream of bytes. */
class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #isAtEnd = false;
  #taken = 0;

  constructor(bytes: Bytes) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** Bytes taken since it was last asked. */
  taken(): number {
    const taken = this.#taken;
    this.#taken = 0;
    return taken;
  }

  /** The next line without its end; null at the end of the stream. Throws a Cut for a line that has none in `maxBytes`. */
  async line(maxBytes: number): Promise<string | null> {
    let from = 0;
    for (;;) {
      const end = this.#held.indexOf(0x0a, from);
      if (end >= 0)
        return this.#take(end + 1)
          .toString('utf8')
          .replace(/\r?\n$/, '');
      if (this.#held.length > maxBytes) throw new Cut('a line has no end');
      from = this.#held.length;
      if (!(await this.#more())) return this.#held.length === 0 ? null : this.#take(from).toString('utf8');
    }
  }

  /** So many bytes. Throws a Cut where the stream ends before. */
  async exactly(length: number): Promise<Uint8Array> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) throw new Cut('the file ends in a record');
      const part = this.#take(Math.min(missing, this.#held.length));
      missing -= part.length;
      parts.push(part);
    }
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  async skip(length: number): Promise<void> {
    let missing = length;
    while (missing > 0) {
      if (this.#held.length === 0 && !(await this.#more())) throw new Cut('the file ends in a record');
      missing -= this.#take(Math.min(missing, this.#held.length)).length;
    }
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    this.#taken += length;
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#isAtEnd) return false;
    const next = await this.#chunks.next();
    if (next.done) {
      this.#isAtEnd = true;
      return false;
    }
    const bytes = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.length);
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    return true;
  }
}
