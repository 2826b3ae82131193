/**
 * How much may be unpacked, nested and waited for before a file is refused. The default bounds are far above what
 * newsrooms and archives send, and low enough that no file of any size fills memory, disk or a night.
 */
import type { ErrorCode } from '../model/problems.ts';

export interface Bounds {
  /** Largest single document. JavaScript holds no string of more than 512 MiB. */
  readonly maxDocumentBytes: number;
  /** Longest line of a corpus or row of a table, in bytes. */
  readonly maxLineBytes: number;
  /** All that comes out of one file, archives in it included. */
  readonly maxUnpackedBytes: number;
  /** Unpacked to packed bytes of one entry, where it unpacks to more than 16 MiB. Text packs to a tenth, a bomb to a thousandth. */
  readonly maxRatio: number;
  /** Files in one file, archives in it included. */
  readonly maxEntries: number;
  /** Archives in archives, mails in mails. */
  readonly maxDepth: number;
  /** Tags within tags of a page; browsers stop at about as many. */
  readonly maxTagDepth: number;
  /** Time for a document that is read by a library which could go on for ever (PDF). */
  readonly parseTimeoutMs: number;
}

export const BOUNDS: Bounds = {
  maxDocumentBytes: 256 * 2 ** 20,
  maxLineBytes: 64 * 2 ** 20,
  maxUnpackedBytes: 16 * 2 ** 30,
  maxRatio: 250,
  maxEntries: 200_000,
  maxDepth: 5,
  maxTagDepth: 512,
  parseTimeoutMs: 60_000,
};

/** Entries that unpack to no more than this are not held to the ratio. */
export const RATIO_FREE_BYTES = 16 * 2 ** 20;

/** Thrown where a document cannot or may not be read; whoever opened it turns it into the failure that stands in its place. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What is left of the bounds for one file that was named, shared by all that is unpacked from it. */
export class Budget {
  readonly #bounds: Bounds;
  #bytes = 0;
  #entries = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Throws a Refusal once there are too many entries. */
  takeEntry(): void {
    const { maxEntries } = this.#bounds;
    if (++this.#entries > maxEntries) {
      throw new Refusal(
        'ingest/too-many-entries',
        `The archive holds more than ${maxEntries} files, which is the most that are read from one; unpack it and give its folder.`,
      );
    }
  }

  /** Throws a Refusal once too much has been unpacked. */
  takeBytes(count: number): void {
    const { maxUnpackedBytes } = this.#bounds;
    if ((this.#bytes += count) > maxUnpackedBytes) {
      throw new Refusal(
        'ingest/unpacks-too-large',
        `The archive unpacks to more than ${maxUnpackedBytes} bytes, which is the most that is taken out of one; unpack it and give its folder.`,
      );
    }
  }
}
