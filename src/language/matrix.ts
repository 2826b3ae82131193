/**
 * Products of matrices: the one hot loop of the networks. A WebAssembly kernel with 128-bit vectors, put together below
 * instruction by instruction, and beside it the same sums in plain TypeScript, which the tests hold it to. Whole
 * numbers give the same result to the bit on every machine; the floating-point kernel serves training.
 */

/** c (n x m) = a (n x k) · b (k x m), or c += where `add` is 1. Addresses are bytes in the memory; n goes up by 4, m by 8. */
export type Product = (a: number, b: number, c: number, n: number, k: number, m: number, add: 0 | 1) => void;

/** The little of WebAssembly's interface that is used here; the compiler's library for Node leaves it out. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyInterface }).WebAssembly;
interface WebAssemblyInterface {
  Memory: new (limits: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

export interface Kernels {
  readonly memory: Memory;
  /** 32-bit floats, row after row. */
  readonly floats: Product;
  /**
   * 16-bit whole numbers into 32-bit sums. `k` counts pairs: `a` holds rows of pairs, `b` for each pair and column the
   * two weights side by side.
   */
  readonly wholes: Product;
}

/** Kernels over a memory of their own, of `bytes` bytes to begin with. */
export function kernels(bytes: number): Kernels {
  const memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE) });
  compiled ??= new wasm.Module(moduleBytes());
  const { floats, wholes } = new wasm.Instance(compiled, { env: { memory } }).exports;
  return { memory, floats: floats as Product, wholes: wholes as Product };
}

/** Grows a memory to hold at least `bytes`. Views made before no longer see it. */
export function reserve(memory: Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
}

const PAGE = 65_536;
let compiled: object | undefined;

/** What `wholes` computes, in plain TypeScript: `pairs` counts pairs of 16-bit numbers. */
export function wholesReference(
  a: Int16Array,
  b: Int16Array,
  n: number,
  pairs: number,
  m: number,
): Int32Array {
  const c = new Int32Array(n * m);
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < pairs; p++) {
      const even = a[(i * pairs + p) * 2]!;
      const odd = a[(i * pairs + p) * 2 + 1]!;
      const row = p * m * 2;
      for (let j = 0; j < m; j++) c[i * m + j]! += even * b[row + 2 * j]! + odd * b[row + 2 * j + 1]!;
    }
  }
  return c;
}

// --- The module, in the binary format of WebAssembly (https://webassembly.github.io/spec/core/binary) ---

function leb(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return bytes;
}

const sized = (bytes: readonly number[]): number[] => [...leb(bytes.length), ...bytes];
const section = (id: number, items: readonly number[][]): number[] => [
  id,
  ...sized([...leb(items.length), ...items.flat()]),
];
const text = (name: string): number[] => sized([...new TextEncoder().encode(name)]);

const I32 = 0x7f;
const V128 = 0x7b;
const get = (local: number): number[] => [0x20, ...leb(local)];
const set = (local: number): number[] => [0x21, ...leb(local)];
const number = (value: number): number[] => [0x41, value]; // below 64, so one byte
const add = [0x6a];
const multiply = [0x6c];
const vector = (opcode: number, ...rest: number[]): number[] => [0xfd, ...leb(opcode), ...rest];
const load = (offset: number): number[] => vector(0x00, 0, ...leb(offset));
const loadSplat = vector(0x09, 0, 0);
const store = (offset: number): number[] => vector(0x0b, 0, ...leb(offset));
const zero = vector(0x0c, ...new Array<number>(16).fill(0));
/** Repeats `body` while the value it leaves is not 0. */
const loop = (body: readonly number[]): number[] => [0x03, 0x40, ...body, 0x0d, 0, 0x0b];

/** Four rows by eight columns at a time: eight running sums stay in registers. */
function kernel(multiplyAdd: (sum: number, s: number, b: number) => number[]): number[] {
  const [a, b, c, n, k, m, adds] = [0, 1, 2, 3, 4, 5, 6];
  const [i, j, step, pb, pc, strideA, strideM] = [7, 8, 9, 10, 11, 12, 13];
  const rows = [14, 15, 16, 17];
  const sums = [18, 19, 20, 21, 22, 23, 24, 25];
  const [b0, b1, s] = [26, 27, 28];
  const cell = (row: number): number[] => [
    ...get(pc!),
    ...(row === 0 ? [] : [...get(strideM!), ...number(row), ...multiply, ...add]),
  ];
  const body = [
    ...[...get(k!), ...number(4), ...multiply, ...set(strideA!)],
    ...[...get(m!), ...number(4), ...multiply, ...set(strideM!)],
    ...[...number(0), ...set(i!)],
    ...loop([
      ...[...number(0), ...set(j!)],
      ...loop([
        ...rows.flatMap((row, r) => [
          ...get(a!),
          ...get(i!),
          ...number(r),
          ...add,
          ...get(strideA!),
          ...multiply,
          ...add,
          ...set(row),
        ]),
        ...[...get(b!), ...get(j!), ...number(4), ...multiply, ...add, ...set(pb!)],
        ...[...get(c!), ...get(i!), ...get(strideM!), ...multiply, ...add],
        ...[...get(j!), ...number(4), ...multiply, ...add, ...set(pc!)],
        ...[...get(adds!), 0x04, 0x40],
        ...sums.flatMap((sum, at) => [...cell(at >> 1), ...load((at & 1) * 16), ...set(sum)]),
        0x05,
        ...sums.flatMap((sum) => [...zero, ...set(sum)]),
        0x0b,
        ...[...get(k!), ...set(step!)],
        ...loop([
          ...[...get(pb!), ...load(0), ...set(b0!)],
          ...[...get(pb!), ...load(16), ...set(b1!)],
          ...rows.flatMap((row, r) => [
            ...[...get(row), ...loadSplat, ...set(s!)],
            ...[...multiplyAdd(sums[2 * r]!, s!, b0!), ...set(sums[2 * r]!)],
            ...[...multiplyAdd(sums[2 * r + 1]!, s!, b1!), ...set(sums[2 * r + 1]!)],
            ...[...get(row), ...number(4), ...add, ...set(row)],
          ]),
          ...[...get(pb!), ...get(strideM!), ...add, ...set(pb!)],
          ...[...get(step!), ...number(1), 0x6b, 0x22, step!],
        ]),
        ...sums.flatMap((sum, at) => [...cell(at >> 1), ...get(sum), ...store((at & 1) * 16)]),
        ...[...get(j!), ...number(8), ...add, 0x22, j!, ...get(m!), 0x48],
      ]),
      ...[...get(i!), ...number(4), ...add, 0x22, i!, ...get(n!), 0x48],
    ]),
    0x0b,
  ];
  return sized([2, 11, I32, 11, V128, ...body]);
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const floats = kernel((sum, s, b) => [...get(sum), ...get(s), ...get(b), ...vector(0xe6), ...vector(0xe4)]);
  const wholes = kernel((sum, s, b) => [...get(sum), ...get(s), ...get(b), ...vector(0xba), ...vector(0xae)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [[0x60, 7, I32, I32, I32, I32, I32, I32, I32, 0]]),
    ...section(2, [[...text('env'), ...text('memory'), 2, 0, 1]]),
    ...section(3, [[0], [0]]),
    ...section(7, [
      [...text('floats'), 0, 0],
      [...text('wholes'), 0, 1],
    ]),
    ...section(10, [floats, wholes]),
  ]);
}
