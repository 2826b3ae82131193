/**
 * Values put aside in a file of this process' own, to be taken up again by their number: memory holds eight bytes each.
 * The file is nobody else's to read and is gone when the process is.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Shelf<T> {
  readonly #folder: string;
  readonly #file: number;
  #ends = new Float64Array(1024);
  #size = 0;

  constructor() {
    this.#folder = mkdtempSync(join(tmpdir(), 'recount-'));
    this.#file = openSync(join(this.#folder, 'shelf'), 'wx+', 0o600);
    this.#remove();
  }

  add(value: T): void {
    const bytes = Buffer.from(JSON.stringify(value));
    const start = this.#size === 0 ? 0 : this.#ends[this.#size - 1]!;
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file, bytes, done, bytes.length - done, start + done);
    if (this.#size === this.#ends.length) {
      const longer = new Float64Array(this.#size * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#ends[this.#size++] = start + bytes.length;
  }

  /** The value added as the nth, counted from 0; undefined for none. */
  at(position: number): T | undefined {
    if (position >= this.#size) return undefined;
    const start = position === 0 ? 0 : this.#ends[position - 1]!;
    const bytes = Buffer.alloc(this.#ends[position]! - start);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#file, bytes, done, bytes.length - done, start + done);
      if (read === 0) throw new Error('a file of this process was cut short while it ran');
      done += read;
    }
    return JSON.parse(bytes.toString()) as T;
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
    this.#remove();
  }

  /** Where the system lets go of a file that is open, nothing stays behind whatever happens; else it goes at the end. */
  #remove(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // still open on this system
    }
  }
}
