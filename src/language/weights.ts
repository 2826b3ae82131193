/** A file of weights: one line of JSON that says what follows, then arrays, each from a multiple of four bytes. */

/** What every such file has. Matrices are of 16-bit wholes, two rows side by side, that stand for themselves divided by `scale`. */
export interface WeightHeader {
  readonly matrices: readonly {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    readonly scale: number;
  }[];
  readonly vectors: readonly { readonly name: string; readonly length: number }[];
}

/** Reads a file from its beginning to its end; each array is a view of the file's bytes. */
export class WeightFile<Header extends WeightHeader> {
  readonly header: Header;
  readonly #buffer: ArrayBuffer;
  #at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    const line = bytes.indexOf(10) + 1;
    this.header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line))) as Header;
    this.#buffer = bytes.buffer;
    this.#at = bytes.byteOffset + line;
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.#buffer, this.#next(count * 4), count);
  }
  wholes(count: number): Int32Array {
    return new Int32Array(this.#buffer, this.#next(count * 4), count);
  }
  halves(count: number): Uint16Array {
    return new Uint16Array(this.#buffer, this.#next(count * 2), count);
  }
  bytes(count: number): Uint8Array {
    return new Uint8Array(this.#buffer, this.#next(count), count);
  }
  /** The vectors that the header names, then its matrices. */
  vectors(): ReadonlyMap<string, Float32Array> {
    return new Map(this.header.vectors.map(({ name, length }) => [name, this.floats(length)]));
  }
  matrices(): readonly Int16Array[] {
    return this.header.matrices.map(({ rows, columns }) => {
      const count = rows * columns;
      return new Int16Array(this.#buffer, this.#next(count * 2), count);
    });
  }

  #next(size: number): number {
    const at = this.#at;
    this.#at += Math.ceil(size / 4) * 4;
    return at;
  }
}
