/**
 * The hot loops of the networks: WebAssembly with 128-bit vectors, put together instruction by instruction, and beside
 * it the same steps in plain TypeScript, which the tests hold it to. Only whole numbers and roundings that IEEE 754
 * fixes are used, so both, on every machine, give the same result to the bit.
 */
import {
  add,
  below,
  type Code,
  F32,
  type Fn,
  get,
  I32,
  loadReal,
  loadWhole,
  loop,
  type Memory,
  moduleOf,
  multiply,
  real,
  set,
  subtract,
  V128,
  vector,
  wasm,
  when,
  whole,
} from './wasm.ts';

/** Activations become whole numbers: one is this many, and none is larger than LARGEST. */
export const ONE = 512;
export const LARGEST = 8191;

/** All addresses are in bytes of `memory`. Counts of floats go up by 4 or 8, `n` of products by 4. */
export interface Kernels {
  readonly memory: Memory;
  /** c (n x m) = a (n x k) · b (k x m) in 32-bit floats, or c += where `adds` is 1. */
  floats(a: number, b: number, c: number, n: number, k: number, m: number, adds: 0 | 1): void;
  /** The same from 16-bit wholes to 32-bit sums. `k` counts pairs: for each pair and column `b` has two weights side by side. */
  wholes(a: number, b: number, c: number, n: number, k: number, m: number, adds: 0 | 1): void;
  /** Floats to 16-bit wholes. `count` goes up by 8. */
  quantize(from: number, to: number, count: number): void;
  /** Sums to floats: sum x unit + bias, not below the column's floor. */
  finish(sums: number, bias: number, floor: number, to: number, unit: number, n: number, m: number): void;
  /** For `count` entries of (row, scale, to): adds a row of bytes, times its scale, to floats. `width` goes up by 8. */
  addRows(list: number, count: number, width: number): void;
  /**
   * One side of a layer: for `n` tokens, `stepSums` and `step` bytes apart, a gated running average in `cell` of `half`
   * floats, added to `x` into `y`. `sums` has candidate, forget gate and output gate side by side.
   */
  gates(
    sums: number,
    bias: number,
    x: number,
    y: number,
    cell: number,
    unit: number,
    n: number,
    half: number,
    stepSums: number,
    step: number,
  ): void;
}

const PAGE = 65_536;
let compiled: object | undefined;

/** The kernels over a memory of their own. */
export function kernels(bytes: number): Kernels {
  const memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE) });
  compiled ??= new wasm.Module(
    moduleOf([product('floats'), product('wholes'), QUANTIZE, FINISH, ADD_ROWS, GATES]),
  );
  const instance = new wasm.Instance(compiled, { env: { memory } });
  return { memory, ...(instance.exports as unknown as Omit<Kernels, 'memory'>) };
}

/** Four rows by eight columns at a time: eight running sums stay in registers. */
function product(name: 'floats' | 'wholes'): Fn {
  const [a, b, c, n, k, m, adds] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [i, j, step, pb, pc, strideA, strideM] = [7, 8, 9, 10, 11, 12, 13] as const;
  const rows = [14, 15, 16, 17] as const;
  const sums = [18, 19, 20, 21, 22, 23, 24, 25] as const;
  const [b0, b1, s] = [26, 27, 28] as const;
  const four = (value: Code): Code => multiply(value, whole(4));
  const cell = (row: number): Code =>
    row === 0 ? get(pc) : add(get(pc), multiply(get(strideM), whole(row)));
  const accumulate = (sum: number, weights: number): Code =>
    set(
      sum,
      name === 'floats'
        ? vector.add(get(sum), vector.multiply(get(s), get(weights)))
        : vector.addWholes(get(sum), vector.dot(get(s), get(weights))),
    );
  const advance = (local: number, by: Code): Code => set(local, add(get(local), by));
  const body = [
    ...set(strideA, four(get(k))),
    ...set(strideM, four(get(m))),
    ...set(i, whole(0)),
    ...loop(
      [
        ...set(j, whole(0)),
        ...loop(
          [
            ...rows.flatMap((row, r) => set(row, add(get(a), multiply(add(get(i), whole(r)), get(strideA))))),
            ...set(pb, add(get(b), four(get(j)))),
            ...set(pc, add(add(get(c), multiply(get(i), get(strideM))), four(get(j)))),
            ...when(
              get(adds),
              sums.flatMap((sum, at) => set(sum, vector.load(cell(at >> 1), (at & 1) * 16))),
              sums.flatMap((sum) => set(sum, vector.zero)),
            ),
            ...set(step, get(k)),
            ...loop(
              [
                ...set(b0, vector.load(get(pb))),
                ...set(b1, vector.load(get(pb), 16)),
                ...rows.flatMap((row, r) => [
                  ...set(s, vector.loadSplat(get(row))),
                  ...accumulate(sums[2 * r]!, b0),
                  ...accumulate(sums[2 * r + 1]!, b1),
                  ...advance(row, whole(4)),
                ]),
                ...advance(pb, get(strideM)),
                ...set(step, subtract(get(step), whole(1))),
              ],
              get(step),
            ),
            ...sums.flatMap((sum, at) => vector.store(cell(at >> 1), get(sum), (at & 1) * 16)),
            ...advance(j, whole(8)),
          ],
          below(get(j), get(m)),
        ),
        ...advance(i, whole(4)),
      ],
      below(get(i), get(n)),
    ),
  ];
  return {
    name,
    parameters: new Array<number>(7).fill(I32),
    locals: [
      [11, I32],
      [11, V128],
    ],
    body,
  }; // prettier-ignore
}

const QUANTIZE: Fn = {
  name: 'quantize',
  parameters: [I32, I32, I32],
  locals: [],
  body: (() => {
    const [from, to, count] = [0, 1, 2] as const;
    const scaled = (offset: number): Code =>
      vector.truncate(
        vector.nearest(vector.multiply(vector.load(get(from), offset), vector.splatReal(real(ONE)))),
      );
    const clamped = vector.max16(
      vector.min16(vector.narrow(scaled(0), scaled(16)), vector.splat16(whole(LARGEST))),
      vector.splat16(whole(-LARGEST)),
    );
    return loop(
      [
        ...vector.store(get(to), clamped),
        ...set(from, add(get(from), whole(32))),
        ...set(to, add(get(to), whole(16))),
        ...set(count, subtract(get(count), whole(8))),
      ],
      get(count),
    );
  })(),
};

const FINISH: Fn = {
  name: 'finish',
  parameters: [I32, I32, I32, I32, F32, I32, I32],
  locals: [[1, I32]],
  body: (() => {
    const [sums, bias, floor, to, unit, n, m, j] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
    const value = vector.add(
      vector.multiply(vector.toReals(vector.load(get(sums))), vector.splatReal(get(unit))),
      vector.load(add(get(bias), get(j))),
    );
    return loop(
      [
        ...set(j, whole(0)),
        ...loop(
          [
            ...vector.store(get(to), vector.max(value, vector.load(add(get(floor), get(j))))),
            ...set(sums, add(get(sums), whole(16))),
            ...set(to, add(get(to), whole(16))),
            ...set(j, add(get(j), whole(16))),
          ],
          below(get(j), multiply(get(m), whole(4))),
        ),
        ...set(n, subtract(get(n), whole(1))),
      ],
      get(n),
    );
  })(),
};

const ADD_ROWS: Fn = {
  name: 'addRows',
  parameters: [I32, I32, I32],
  locals: [
    [3, I32],
    [2, V128],
  ],
  body: (() => {
    const [list, count, width, row, to, left, scale, bytes] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
    const part = (half: Code, offset: number): Code =>
      vector.store(
        get(to),
        vector.add(vector.load(get(to), offset), vector.multiply(vector.toReals(half), get(scale))),
        offset,
      );
    return loop(
      [
        ...set(row, loadWhole(get(list))),
        ...set(scale, vector.splatReal(loadReal(add(get(list), whole(4))))),
        ...set(to, loadWhole(add(get(list), whole(8)))),
        ...set(left, get(width)),
        ...loop(
          [
            ...set(bytes, vector.loadBytes(get(row))),
            ...part(vector.lowWholes(get(bytes)), 0),
            ...part(vector.highWholes(get(bytes)), 16),
            ...set(row, add(get(row), whole(8))),
            ...set(to, add(get(to), whole(32))),
            ...set(left, subtract(get(left), whole(8))),
          ],
          get(left),
        ),
        ...set(list, add(get(list), whole(12))),
        ...set(count, subtract(get(count), whole(1))),
      ],
      get(count),
    );
  })(),
};

const GATES: Fn = {
  name: 'gates',
  parameters: [I32, I32, I32, I32, I32, F32, I32, I32, I32, I32],
  locals: [
    [2, I32],
    [3, V128],
  ],
  body: (() => {
    const [sums, bias, x, y, cell, unit, n, half, stepSums, step] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
    const [d, bytes, value, kept, units] = [10, 11, 12, 13, 14] as const;
    const column = (which: 0 | 1 | 2): Code => {
      const shift = which === 0 ? get(d) : add(get(d), multiply(get(bytes), whole(which)));
      return vector.add(
        vector.multiply(vector.toReals(vector.load(add(get(sums), shift))), get(units)),
        vector.load(add(get(bias), shift)),
      );
    };
    // the gates' curve: 1/2 + x / 2√(1 + x²)
    const one = vector.splatReal(real(1));
    const halves = vector.splatReal(real(0.5));
    const gate = (which: 1 | 2): Code => [
      ...set(value, column(which)),
      ...vector.add(
        halves,
        vector.divide(
          vector.multiply(get(value), halves),
          vector.root(vector.add(one, vector.multiply(get(value), get(value)))),
        ),
      ),
    ];
    const at = (base: number): Code => add(get(base), get(d));
    return [
      ...set(bytes, multiply(get(half), whole(4))),
      ...set(units, vector.splatReal(get(unit))),
      ...loop(
        [
          ...set(d, whole(0)),
          ...loop(
            [
              ...set(kept, column(0)),
              ...set(
                kept,
                vector.add(
                  get(kept),
                  vector.multiply(gate(1), vector.subtract(vector.load(at(cell)), get(kept))),
                ),
              ),
              ...vector.store(at(cell), get(kept)),
              ...vector.store(at(y), vector.add(vector.load(at(x)), vector.multiply(gate(2), get(kept)))),
              ...set(d, add(get(d), whole(16))),
            ],
            below(get(d), get(bytes)),
          ),
          ...set(sums, add(get(sums), get(stepSums))),
          ...set(x, add(get(x), get(step))),
          ...set(y, add(get(y), get(step))),
          ...set(n, subtract(get(n), whole(1))),
        ],
        get(n),
      ),
    ];
  })(),
};

/** The same in plain TypeScript: the reference, and what runs where WebAssembly is shut off. */
export function plainKernels(bytes: number): Kernels {
  const memory = { buffer: new ArrayBuffer(Math.ceil(bytes / PAGE) * PAGE) };
  const f32 = new Float32Array(memory.buffer);
  const i32 = new Int32Array(memory.buffer);
  const i16 = new Int16Array(memory.buffer);
  const i8 = new Int8Array(memory.buffer);
  const f = Math.fround;
  const gate = (v: number): number => f(0.5 + f(f(v * 0.5) / f(Math.sqrt(f(1 + f(v * v))))));
  return {
    memory,
    floats(a, b, c, n, k, m, adds) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < m; j++) {
          let sum = adds === 1 ? f32[c / 4 + i * m + j]! : 0;
          for (let s = 0; s < k; s++) sum = f(sum + f(f32[a / 4 + i * k + s]! * f32[b / 4 + s * m + j]!));
          f32[c / 4 + i * m + j] = sum;
        }
      }
    },
    wholes(a, b, c, n, k, m, adds) {
      const sums = i32.subarray(c / 4, c / 4 + n * m);
      if (adds === 0) sums.fill(0);
      for (let i = 0; i < n; i++) {
        for (let s = 0; s < k; s++) {
          const even = i16[a / 2 + (i * k + s) * 2]!;
          const odd = i16[a / 2 + (i * k + s) * 2 + 1]!;
          const row = b / 2 + s * m * 2;
          for (let j = 0; j < m; j++)
            sums[i * m + j]! += even * i16[row + 2 * j]! + odd * i16[row + 2 * j + 1]!;
        }
      }
    },
    quantize(from, to, count) {
      for (let i = 0; i < count; i++) i16[to / 2 + i] = quantized(f32[from / 4 + i]!);
    },
    finish(sums, bias, floor, to, unit, n, m) {
      unit = f(unit);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < m; j++) {
          const value = f(f(f(i32[sums / 4 + i * m + j]!) * unit) + f32[bias / 4 + j]!);
          f32[to / 4 + i * m + j] = Math.max(value, f32[floor / 4 + j]!);
        }
      }
    },
    addRows(list, count, width) {
      for (let e = 0; e < count; e++) {
        const row = i32[list / 4 + 3 * e]!;
        const scale = f32[list / 4 + 3 * e + 1]!;
        const to = i32[list / 4 + 3 * e + 2]! / 4;
        for (let d = 0; d < width; d++) f32[to + d] = f(f32[to + d]! + f(i8[row + d]! * scale));
      }
    },
    gates(sums, bias, x, y, cell, unit, n, half, stepSums, step) {
      unit = f(unit);
      const column = (base: number, j: number): number =>
        f(f(f(i32[base / 4 + j]!) * unit) + f32[bias / 4 + j]!);
      for (let t = 0; t < n; t++) {
        for (let d = 0; d < half; d++) {
          const candidate = column(sums, d);
          const forget = gate(column(sums, half + d));
          const out = gate(column(sums, 2 * half + d));
          const kept = f(candidate + f(forget * f(f32[cell / 4 + d]! - candidate)));
          f32[cell / 4 + d] = kept;
          f32[y / 4 + d] = f(f32[x / 4 + d]! + f(out * kept));
        }
        sums += stepSums;
        x += step;
        y += step;
      }
    },
  };
}

/** A float as a whole number of 16 bits; halves go to the even neighbour, as IEEE 754 has it. */
export function quantized(value: number): number {
  const scaled = Math.fround(value * ONE);
  let rounded = Math.round(scaled);
  if (rounded - scaled === 0.5 && rounded % 2 !== 0) rounded--;
  return rounded > LARGEST ? LARGEST : rounded < -LARGEST ? -LARGEST : rounded;
}
