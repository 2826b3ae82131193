/** A small assembler for WebAssembly (https://webassembly.github.io/spec/core/binary), enough for the kernels in `kernels.ts`. */

/** The little of WebAssembly's interface that is used here; the compiler's library for Node leaves it out. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}
interface WebAssemblyInterface {
  Memory: new (limits: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}
export const wasm = (globalThis as unknown as { WebAssembly: WebAssemblyInterface }).WebAssembly;

export type Code = readonly number[];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

function leb(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return bytes;
}

/** A whole number from -2^31: signed LEB128. */
function sleb(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    if ((value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

export const get = (local: number): Code => [0x20, ...leb(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...leb(local)];
export const whole = (value: number): Code => [0x41, ...sleb(value)];
export const real = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const below = (a: Code, b: Code): Code => [...a, ...b, 0x48];
/** Runs `body`, again and again while `condition` holds after it. */
export const loop = (body: Code, condition: Code): Code => [0x03, 0x40, ...body, ...condition, 0x0d, 0, 0x0b];
export const when = (condition: Code, then: Code, otherwise: Code): Code => [
  ...condition,
  0x04,
  0x40,
  ...then,
  0x05,
  ...otherwise,
  0x0b,
];

export const loadReal = (at: Code): Code => [...at, 0x2a, 0, 0];
export const loadWhole = (at: Code): Code => [...at, 0x28, 0, 0];

const simd = (opcode: number, ...rest: number[]): Code => [0xfd, ...leb(opcode), ...rest];
const unary =
  (opcode: number) =>
  (a: Code): Code => [...a, ...simd(opcode)];
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, ...simd(opcode)];
/** Instructions on vectors of 128 bits: four floats, four wholes of 32 bits or eight of 16. */
export const vector = {
  load: (at: Code, offset = 0): Code => [...at, ...simd(0x00, 0, ...leb(offset))],
  loadBytes: (at: Code): Code => [...at, ...simd(0x01, 0, 0)],
  loadSplat: (at: Code, offset = 0): Code => [...at, ...simd(0x09, 0, ...leb(offset))],
  store: (at: Code, value: Code, offset = 0): Code => [...at, ...value, ...simd(0x0b, 0, ...leb(offset))],
  zero: simd(0x0c, ...new Array<number>(16).fill(0)),
  splat16: unary(0x10),
  splatReal: unary(0x13),
  narrow: binary(0x85),
  min16: binary(0x96),
  max16: binary(0x98),
  lowWholes: unary(0xa7),
  highWholes: unary(0xa8),
  addWholes: binary(0xae),
  dot: binary(0xba),
  nearest: unary(0x6a),
  root: unary(0xe3),
  add: binary(0xe4),
  subtract: binary(0xe5),
  multiply: binary(0xe6),
  divide: binary(0xe7),
  max: binary(0xe9),
  truncate: unary(0xf8),
  toReals: unary(0xfa),
};

/** A function of a module: its parameters' types, its further locals, its body. It gives nothing back. */
export interface Fn {
  readonly name: string;
  readonly parameters: Code;
  /** How many locals of each type, in order. */
  readonly locals: readonly (readonly [number, number])[];
  readonly body: Code;
}

const sized = (bytes: Code): Code => [...leb(bytes.length), ...bytes];
const section = (id: number, items: readonly Code[]): Code => [
  id,
  ...sized([...leb(items.length), ...items.flat()]),
];
const text = (name: string): Code => sized([...new TextEncoder().encode(name)]);

/** The bytes of a module that takes its memory from `env.memory` and gives out the functions. */
export function moduleOf(functions: readonly Fn[]): Uint8Array {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ parameters }) => [0x60, ...sized(parameters), 0]),
    ),
    ...section(2, [[...text('env'), ...text('memory'), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, i) => [i]),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0, i]),
    ),
    ...section(
      10,
      functions.map(({ locals, body }) =>
        sized([
          ...leb(locals.length),
          ...locals.flatMap(([count, type]) => [...leb(count), type]),
          ...body,
          0x0b,
        ]),
      ),
    ),
  ]);
}
