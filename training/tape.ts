/**
 * What the networks that learn have in common: weights and their gradients in one memory of 32-bit floats, and the steps
 * that they are put together from, forward and backward written out by hand. What a pass makes lies behind the weights
 * and is thrown away by the next one.
 */
import { type Kernels, kernels } from '../src/language/kernels.ts';

export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** In floats, from the beginning of the memory. */
  readonly at: number;
}

export type Random = () => number;

/** A parameter's name, its shape, and the largest weight that it begins with. */
export type Plan = readonly (readonly [name: string, rows: number, columns: number, scale: number])[];

/** What dropout let through; a mask of 0 stands for all. */
export interface Dropped {
  readonly out: number;
  readonly mask: number;
}
/** What a layer's way back needs. */
export interface Pass {
  readonly input: Dropped;
  readonly u: number;
  readonly c: number;
  readonly y: number;
}

export function padded(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}

/**
 * The gates' curve, from 0 to 1. Made of a root and a division, which every machine rounds alike, where an exponential
 * would not be; and quick.
 */
function gate(x: number): number {
  return 0.5 + (0.5 * x) / Math.sqrt(1 + x * x);
}
/** The curve's slope where its value is `y`: with t = 2y - 1, half of (1 - t²) to the power of one and a half. */
function slope(y: number): number {
  const rest = 4 * y * (1 - y);
  return 0.5 * rest * Math.sqrt(rest);
}

/** The plan of one layer of gated averages from both sides. */
export function layerPlan(name: string, width: number): Plan {
  return [
    [name, width, 3 * width, Math.sqrt(3 / width)],
    [`${name}.bias`, 1, 3 * width, 0],
  ];
}

const MEMORY = 400 << 20;

export class Tape {
  /** Numbers that stand for a token. */
  readonly width: number;
  readonly parameters: readonly Parameter[];
  readonly count: number;
  readonly kernels: Kernels = kernels(MEMORY);
  readonly f: Float32Array = new Float32Array(this.kernels.memory.buffer);
  readonly #gradientAt: number;
  readonly #arenaAt: number;
  #top = 0;

  constructor(width: number, plan: Plan, random: Random) {
    this.width = width;
    let at = 64;
    this.parameters = plan.map(([name, rows, columns, scale]) => {
      const parameter = { name, rows, columns, at };
      for (let i = 0; i < rows * columns; i++) this.f[at + i] = (random() * 2 - 1) * scale;
      at += padded(rows * columns, 8);
      return parameter;
    });
    this.count = at;
    this.#gradientAt = padded(at, 64);
    this.#arenaAt = 2 * this.#gradientAt;
  }

  at(name: string): number {
    return this.parameters.find((parameter) => parameter.name === name)!.at;
  }
  gradientAt(at: number): number {
    return at + this.#gradientAt;
  }

  /** Throws away what the last pass made. */
  clear(): void {
    this.#top = this.#arenaAt;
  }

  take(floats: number): number {
    const at = this.#top;
    this.#top += padded(floats, 8);
    if (this.#top > this.f.length) throw new RangeError('a batch too large for the memory of the network');
    return at;
  }

  /** out (n x m) = x (n x k) · w + bias. */
  linear(x: number, n: number, k: number, w: number, bias: number | null, m: number): number {
    const out = this.take(n * m);
    const f = this.f;
    if (bias !== null) for (let i = 0; i < n; i++) f.copyWithin(out + i * m, bias, bias + m);
    this.kernels.floats(x * 4, w * 4, out * 4, n, k, m, bias === null ? 0 : 1);
    return out;
  }

  /** Adds to the gradients of w and bias, and gives that of x. */
  linearBack(
    x: number,
    n: number,
    k: number,
    w: number,
    bias: number | null,
    m: number,
    dOut: number,
  ): number {
    this.weightsBack(x, n, k, w, bias, m, dOut);
    const f = this.f;
    const transposed = this.take(k * m);
    const dx = this.take(n * k);
    for (let i = 0; i < k; i++) for (let j = 0; j < m; j++) f[transposed + j * k + i] = f[w + i * m + j]!;
    this.kernels.floats(dOut * 4, transposed * 4, dx * 4, n, m, k, 0);
    return dx;
  }

  /** Adds to the gradients of w and bias: enough where x is nothing that is learned. */
  weightsBack(
    x: number,
    n: number,
    k: number,
    w: number,
    bias: number | null,
    m: number,
    dOut: number,
  ): void {
    const f = this.f;
    const transposed = this.take(n * k);
    for (let i = 0; i < n; i++) for (let j = 0; j < k; j++) f[transposed + j * n + i] = f[x + i * k + j]!;
    this.kernels.floats(transposed * 4, dOut * 4, this.gradientAt(w) * 4, k, n, m, 1);
    if (bias === null) return;
    const g = this.gradientAt(bias);
    for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) f[g + j]! += f[dOut + i * m + j]!;
  }

  drop(x: number, size: number, rate: number, random: (() => number) | null): Dropped {
    if (random === null || rate === 0) return { out: x, mask: 0 };
    const out = this.take(size);
    const mask = this.take(size);
    const f = this.f;
    const keep = 1 / (1 - rate);
    for (let i = 0; i < size; i++) {
      const m = random() < rate ? 0 : keep;
      f[mask + i] = m;
      f[out + i] = f[x + i]! * m;
    }
    return { out, mask };
  }

  undrop(d: number, size: number, mask: number): void {
    if (mask === 0) return;
    const f = this.f;
    for (let i = 0; i < size; i++) f[d + i]! *= f[mask + i]!;
  }

  /** A gated running average from each side, added to what came in. */
  layer(
    name: string,
    x: number,
    n: number,
    batch: readonly { readonly n: number }[],
    rate: number,
    random: (() => number) | null,
  ): Pass {
    const f = this.f;
    const D = this.width;
    const H = D >> 1;
    const input = this.drop(x, n * D, rate, random);
    const u = this.linear(input.out, n, D, this.at(name), this.at(`${name}.bias`), 3 * D);
    const c = this.take(n * D);
    const y = this.take(n * D);
    f.copyWithin(y, x, x + n * D);
    let first = 0;
    for (const example of batch) {
      for (let side = 0; side < 2; side++) {
        const step = side === 0 ? 1 : -1;
        const begin = side === 0 ? first : first + example.n - 1;
        for (let t = 0, i = begin; t < example.n; t++, i += step) {
          const g = u + i * 3 * D + side * 3 * H;
          const o = i * D + side * H;
          const previous = c + (i - step) * D + side * H;
          for (let d = 0; d < H; d++) {
            const forget = gate(f[g + H + d]!);
            const out = gate(f[g + 2 * H + d]!);
            const before = t === 0 ? 0 : f[previous + d]!;
            const cell = forget * before + (1 - forget) * f[g + d]!;
            f[g + H + d] = forget;
            f[g + 2 * H + d] = out;
            f[c + o + d] = cell;
            f[y + o + d]! += out * cell;
          }
        }
      }
      first += example.n;
    }
    return { input, u, c, y };
  }

  /** Adds to the layer's gradients, and to `dx`, which holds the gradient of what came out and then of what came in; not where the layer is the lowest that learns. */
  layerBack(
    name: string,
    { input, u, c }: Pass,
    n: number,
    batch: readonly { readonly n: number }[],
    dx: number,
    isLowest = false,
  ): void {
    const f = this.f;
    const D = this.width;
    const H = D >> 1;
    const du = this.take(n * 3 * D);
    f.fill(0, du, du + n * 3 * D);
    const carry = new Float32Array(H);
    let first = 0;
    for (const example of batch) {
      for (let side = 0; side < 2; side++) {
        const step = side === 0 ? 1 : -1;
        const begin = side === 0 ? first + example.n - 1 : first;
        carry.fill(0);
        for (let t = example.n - 1, i = begin; t >= 0; t--, i -= step) {
          const g = i * 3 * D + side * 3 * H;
          const o = i * D + side * H;
          const previous = c + (i - step) * D + side * H;
          for (let d = 0; d < H; d++) {
            const forget = f[u + g + H + d]!;
            const out = f[u + g + 2 * H + d]!;
            const dy = f[dx + o + d]!;
            const dc = dy * out + carry[d]!;
            const before = t === 0 ? 0 : f[previous + d]!;
            f[du + g + d] = dc * (1 - forget);
            f[du + g + H + d] = dc * (before - f[u + g + d]!) * slope(forget);
            f[du + g + 2 * H + d] = dy * f[c + o + d]! * slope(out);
            carry[d] = dc * forget;
          }
        }
      }
      first += example.n;
    }
    if (isLowest) {
      this.weightsBack(input.out, n, D, this.at(name), this.at(`${name}.bias`), 3 * D, du);
      return;
    }
    const back = this.linearBack(input.out, n, D, this.at(name), this.at(`${name}.bias`), 3 * D, du);
    this.undrop(back, n * D, input.mask);
    for (let i = 0; i < n * D; i++) f[dx + i]! += f[back + i]!;
  }
}
