/**
 * Matrices and vectors of a network in the kernels' memory, and the two steps that networks are put together from: a
 * layer of gated averages, and a dense one. Nothing is allocated on the way. Addresses are in bytes of that memory.
 */
import { type Kernels, ONE } from './kernels.ts';
import type { WeightFile, WeightHeader } from './weights.ts';

/** Most tokens that are read at once. A longer sentence is read in stretches of this many. */
export const MOST_TOKENS = 192;
/** Products are made of four rows at a time. */
const ROWS = MOST_TOKENS + 4;

interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** What a sum is multiplied by to give the number that it stands for. */
  readonly unit: number;
  readonly bias: number;
}

export class Layers {
  readonly kernels: Kernels;
  readonly f32: Float32Array;
  readonly i32: Int32Array;
  readonly vectors: ReadonlyMap<string, Float32Array>;
  /** Where the sums of the last product lie, as 32-bit wholes; a dense step may leave its numbers there too. */
  readonly sums: number;
  /** What goes into a product, as 16-bit wholes. */
  readonly in: number;
  /** Floors for `dense`, as many as the widest matrix has columns: none, and 0. */
  readonly noFloor: number;
  readonly zero: number;
  readonly #width: number;
  readonly #cell: number;
  readonly #matrices: ReadonlyMap<string, Matrix>;

  /**
   * `width` numbers stand for a token; `deepest` are the most that go into a product for one, where no matrix has more
   * rows. `lay` is asked for the places of what else the network keeps, before the memory is made.
   */
  constructor(
    file: WeightFile<WeightHeader>,
    width: number,
    deepest: number,
    lay: (place: (size: number) => number) => void,
    makeKernels: (bytes: number) => Kernels,
  ) {
    const { matrices, vectors } = file.header;
    this.vectors = file.vectors();
    const weights = file.matrices();
    this.#width = width;
    let top = 64;
    const place = (size: number): number => {
      const at = top;
      top += Math.ceil(size / 64) * 64;
      return at;
    };
    const widest = Math.max(...matrices.map(({ columns }) => columns), MOST_TOKENS + 8);
    const most = Math.max(...matrices.map(({ rows }) => rows), deepest);
    const matrixAt = weights.map((matrix) => place(matrix.byteLength));
    const vectorAt = new Map(vectors.map(({ name, length }) => [name, place(length * 4)]));
    this.in = place(ROWS * most * 2);
    this.sums = place(ROWS * widest * 4);
    this.#cell = place(width * 4);
    this.noFloor = place(widest * 4);
    this.zero = place(widest * 4);
    lay(place);
    this.kernels = makeKernels(top);
    const memory = this.kernels.memory.buffer;
    this.f32 = new Float32Array(memory);
    this.i32 = new Int32Array(memory);
    for (const [name, values] of this.vectors) this.f32.set(values, vectorAt.get(name)! / 4);
    this.f32.fill(LOWEST, this.noFloor / 4, this.noFloor / 4 + widest);
    this.#matrices = new Map(
      matrices.map(({ name, rows, columns, scale }, i) => {
        new Int16Array(memory, matrixAt[i]!, weights[i]!.length).set(weights[i]!);
        const bias = vectorAt.get(`${name}.bias`)!;
        return [name, { at: matrixAt[i]!, rows, columns, unit: Math.fround(1 / (scale * ONE)), bias }];
      }),
    );
  }

  /** Room for `columns` floats a token. */
  static room(columns: number): number {
    return ROWS * columns * 4;
  }

  /** y = x and a gated running average of it from each side. */
  gated(name: string, x: number, y: number, n: number): void {
    this.#multiply(name, x, n);
    this.gate(name, x, y, n);
  }

  /** The same, where the product of the matrix and x is made and its sums lie where they should. */
  gate(name: string, x: number, y: number, n: number): void {
    const D = this.#width;
    const half = D >> 1;
    const matrix = this.#matrices.get(name)!;
    const cell = this.#cell;
    this.f32.fill(0, cell / 4, cell / 4 + D);
    const { sums } = this;
    const { gates } = this.kernels;
    const last = (n - 1) * D * 4;
    gates(sums, matrix.bias, x, y, cell, matrix.unit, n, half, 3 * D * 4, D * 4);
    const side = half * 4;
    gates(
      sums + 3 * last + 3 * side,
      matrix.bias + 3 * side,
      x + last + side,
      y + last + side,
      cell + side,
      matrix.unit,
      n,
      half,
      -3 * D * 4,
      -D * 4,
    );
  }

  /** to = x times a matrix, plus its bias, not below the floor. Gives the number of columns. */
  dense(name: string, x: number, n: number, floor: number, to: number): number {
    const { bias, unit, columns } = this.#multiply(name, x, n);
    this.kernels.finish(this.sums, bias, floor, to, unit, n, columns);
    return columns;
  }

  /** The sums of x, as whole numbers, times a matrix. */
  #multiply(name: string, x: number, n: number): Matrix {
    const matrix = this.#matrices.get(name)!;
    this.kernels.quantize(x, this.in, n * matrix.rows);
    this.product(name, n);
    return matrix;
  }

  /** The sums of `n` rows that lie in `in` times a matrix. */
  product(name: string, n: number): void {
    const { at, rows, columns } = this.#matrices.get(name)!;
    this.kernels.wholes(this.in, at, this.sums, (n + 3) & ~3, rows >> 1, columns, 0);
  }

  /** The column with the highest of `count` floats. */
  best(at: number, count: number): number {
    const f = this.f32;
    let best = 0;
    let bestScore = f[at]!;
    for (let k = 1; k < count; k++) {
      if (f[at + k]! > bestScore) {
        bestScore = f[at + k]!;
        best = k;
      }
    }
    return best;
  }
}

/** Below any number that a network makes. */
export const LOWEST = -3e38;
