/** An answer's bytes out of their content encoding, within a bound: few bytes may unpack to very many. */
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { CaptureRefusal } from './refusal.ts';

/** What is asked for, and understood. */
export const ACCEPTED_ENCODINGS = 'gzip, br, deflate';
/** Encodings laid over each other; one is what servers send. */
const MAX_LAYERS = 2;

const UNPACKERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** `encoding` is the header's value. Throws a refusal for an encoding that is not known, for broken bytes and for too many. */
export async function unpack(bytes: Uint8Array, encoding: string, maxBytes: number): Promise<Uint8Array> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  if (layers.length > MAX_LAYERS || layers.some((name) => !(name in UNPACKERS))) {
    throw new CaptureRefusal(
      'capture/encoding-broken',
      `The answer is packed as "${encoding}", which is not understood here.`,
    );
  }
  let unpacked = bytes;
  if (bytes.length > 0)
    for (const name of layers.reverse()) unpacked = await unpackLayer(unpacked, name, maxBytes);
  return unpacked;
}

async function unpackLayer(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array> {
  const stream = UNPACKERS[name]!();
  const chunks: Uint8Array[] = [];
  let size = 0;
  stream.end(bytes);
  try {
    for await (const chunk of stream) {
      size += (chunk as Uint8Array).length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof CaptureRefusal) throw cause;
    const message = `The answer says that it is packed as ${name} and cannot be unpacked: ${(cause as Error).message}.`;
    throw new CaptureRefusal('capture/encoding-broken', message, { isPassing: true, cause });
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks);
}

export function tooLarge(maxBytes: number): CaptureRefusal {
  const message = `The answer is longer than ${maxBytes} bytes, the most that is taken from one link.`;
  return new CaptureRefusal('capture/too-large', message);
}
