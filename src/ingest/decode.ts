/**
 * From bytes to text: byte order mark, else strict UTF-8, else what an HTML page says of itself, else a guess that is
 * said to be one. Bytes that are no text in any encoding are refused.
 */
import { problemOf } from '../model/problems.ts';
import type { Problem } from '../model/reading.ts';

export interface Decoded {
  readonly text: string;
  /** Its WHATWG name: "windows-1251". */
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

/**
 * The text of some bytes; null where they are no text ("\u0000PNG…"). An empty file is the empty text. `mediaType` is what
 * a server or a mail said of them: its charset is believed before a page's own, and after a byte order mark and UTF-8.
 */
export async function decode(bytes: Uint8Array, mediaType?: string): Promise<Decoded | null> {
  const marked = byOrderMark(bytes) ?? wideWithoutMark(bytes);
  if (marked) return textual(new TextDecoder(marked).decode(bytes), marked, []);
  const strict = strictUtf8(bytes);
  if (strict !== null) return textual(strict, 'utf-8', []);
  const stated = statedEncoding(mediaType);
  if (stated) return textual(new TextDecoder(stated).decode(bytes), stated, []);
  const encoding = declaredEncoding(bytes) ?? (await guessEncoding(bytes));
  const text = new TextDecoder(encoding).decode(bytes);
  const problem = problemOf(
    'ingest/encoding-guessed',
    `The bytes are not UTF-8 and were read as ${encoding}; save the report as UTF-8 if letters look wrong.`,
  );
  return textual(text, encoding, [problem]);
}

/** Strict UTF-8, without its byte order mark; null where the bytes are something else. */
export function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 that lost its mark: in Western text every second byte is zero. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8 || sample.length % 2 !== 0) return null;
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.05) return 'utf-16le';
  return zeros[0]! > half * 0.7 && zeros[1]! < half * 0.05 ? 'utf-16be' : null;
}

/** "text/html; charset=windows-1251" → "windows-1251"; null for UTF-8, which these bytes are not. */
function statedEncoding(mediaType: string | undefined): string | null {
  const label = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? '')?.[1];
  return label && !/^utf-?8$/i.test(label) && isKnown(label) ? label.toLowerCase() : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const label =
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  return label && !/^utf-?8$/i.test(label) && isKnown(label) ? label.toLowerCase() : null;
}

async function guessEncoding(bytes: Uint8Array): Promise<string> {
  const { default: chardet } = await import('chardet');
  const firstHigh = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, firstHigh - 4096);
  const guess = chardet.detect(bytes.subarray(from, from + 65536));
  // chardet's ISO-8859-1 is what everybody calls Latin-1 and writes as windows-1252, as the WHATWG standard has it
  return guess && isKnown(guess) ? guess.toLowerCase() : 'windows-1252';
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'replacement';
  } catch {
    return false;
  }
}

/** A text has hardly any control characters and no NUL but a stray one. One in fifty is far above any text, far below any binary file. */
function textual(text: string, encoding: string, problems: readonly Problem[]): Decoded | null {
  let controls = 0;
  let replaced = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 ? code !== 9 && code !== 10 && code !== 12 && code !== 13 : code >= 0x7f && code < 0xa0) {
      if (code !== 0x85) controls++;
    } else if (code === 0xfffd) replaced++;
  }
  if (controls + replaced > Math.max(2, text.length / 50)) return null;
  if (replaced === 0) return { text, encoding, problems };
  const message = `${replaced} characters could not be decoded and stand as U+FFFD.`;
  return { text, encoding, problems: [...problems, problemOf('ingest/bytes-replaced', message)] };
}
