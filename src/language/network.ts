/**
 * The network that tags and parses, in the form that reads: whole numbers of 8 and 16 bits, so that every machine gives
 * the same answer. What it computes is told in `training/network.ts`; this file computes it fast, for one sentence at a
 * time, with nothing allocated on the way.
 */
import { readFileSync } from 'node:fs';
import type { Offset } from '../text/span.ts';
import { FEATURE_COUNT, sentenceFeatures } from './features.ts';
import { type Kernels, kernels } from './matrix.ts';
import { bestTree } from './tree-decoder.ts';

/** The head of a file of weights: one line of JSON, then the arrays that it names. */
export interface NetworkHeader {
  readonly width: number;
  readonly layers: number;
  readonly tagLayer: number;
  readonly tagHidden: number;
  readonly arc: number;
  readonly label: number;
  readonly upos: number;
  readonly rows: number;
  readonly xposNames: readonly string[];
  readonly deprelNames: readonly string[];
  readonly matrices: readonly {
    readonly name: string;
    readonly rows: number;
    readonly columns: number;
    readonly scale: number;
  }[];
  readonly vectors: readonly { readonly name: string; readonly length: number }[];
}

/** Most tokens that are read at once. A longer sentence is read in stretches of this many. */
export const MOST_TOKENS = 192;

/** Activations are kept as whole numbers: one is this many. */
const ONE = 512;
const LARGEST = 8191;

const DISTANCES = 32;
/** Which way and how far the head stands, on a scale that grows. The same as in training. */
const DISTANCE = Uint8Array.from({ length: 2 * MOST_TOKENS }, (_, i) => {
  const distance = i - MOST_TOKENS;
  const size = Math.abs(distance);
  const step =
    size <= 6
      ? size
      : size <= 8
        ? 7
        : size <= 11
          ? 8
          : size <= 15
            ? 9
            : size <= 20
              ? 10
              : size <= 28
                ? 11
                : size <= 40
                  ? 12
                  : 13;
  return distance < 0 ? step : 16 + step;
});

/** 1 / (1 + e^-x) for x from -8 to 8, in steps of 1/256. */
const SIGMOID = Float32Array.from({ length: 4097 }, (_, i) => 1 / (1 + Math.exp(-(i - 2048) / 256)));

function sigmoid(x: number): number {
  const i = (x * 256 + 2048) | 0;
  return SIGMOID[i < 0 ? 0 : Math.min(i, 4096)]!;
}

interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** What a sum is multiplied by to give the number that it stands for. */
  readonly unit: number;
  readonly bias: Float32Array | null;
}

export class NeuralTagger {
  readonly header: NetworkHeader;
  readonly #kernels: Kernels;
  readonly #matrices = new Map<string, Matrix>();
  readonly #vectors = new Map<string, Float32Array>();
  readonly #slots: Int32Array;
  readonly #slotRows: Int32Array;
  readonly #table: Int8Array;
  readonly #rowScale: Float32Array;
  readonly #hashes = new Int32Array(MOST_TOKENS * FEATURE_COUNT);
  readonly #x: Float32Array[];
  readonly #cell: Float32Array;
  /** Whole numbers in the kernels' memory: what goes in, what comes out, a matrix made on the way. */
  readonly #in16: Int16Array;
  readonly #out32: Int32Array;
  readonly #made16: Int16Array;
  readonly #inAt: number;
  readonly #outAt: number;
  readonly #madeAt: number;
  readonly #parts: Float32Array;
  readonly #scores = new Float32Array(MOST_TOKENS * (MOST_TOKENS + 1));
  readonly #heads = new Int32Array(MOST_TOKENS);

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    const line = bytes.indexOf(10) + 1;
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line))) as NetworkHeader;
    this.header = header;
    let at = bytes.byteOffset + line;
    const take = (size: number): number => {
      const from = at;
      at += Math.ceil(size / 4) * 4;
      return from;
    };
    const { buffer } = bytes;
    const hashes = new Int32Array(buffer, take(header.rows * 4), header.rows);
    this.#rowScale = new Float32Array(buffer, take(header.rows * 4), header.rows);
    for (const { name, length } of header.vectors)
      this.#vectors.set(name, new Float32Array(buffer, take(length * 4), length));
    const weights = header.matrices.map(
      ({ rows, columns }) => new Int16Array(buffer, take(rows * columns * 2), rows * columns),
    );
    this.#table = new Int8Array(buffer, take(header.rows * header.width), header.rows * header.width);

    const widest = Math.max(...header.matrices.map(({ columns }) => columns), MOST_TOKENS + 8);
    const deepest = Math.max(...header.matrices.map(({ rows }) => rows));
    const rows = MOST_TOKENS + 4;
    const bytesOfWeights = weights.reduce((sum, w) => sum + w.byteLength + 64, 0);
    this.#inAt = Math.ceil(bytesOfWeights / 64) * 64;
    this.#outAt = this.#inAt + rows * deepest * 2;
    this.#madeAt = this.#outAt + rows * widest * 4;
    const end = this.#madeAt + (MOST_TOKENS + 8) * header.arc * 2;
    this.#kernels = kernels(end);
    const memory = this.#kernels.memory.buffer;
    let place = 0;
    header.matrices.forEach(({ name, rows, columns, scale }, i) => {
      new Int16Array(memory, place, rows * columns).set(weights[i]!);
      this.#matrices.set(name, {
        at: place,
        rows,
        columns,
        unit: 1 / (scale * ONE),
        bias: this.#vectors.get(`${name}.bias`) ?? null,
      });
      place += Math.ceil((rows * columns * 2) / 64) * 64;
    });
    this.#in16 = new Int16Array(memory, this.#inAt, rows * deepest);
    this.#out32 = new Int32Array(memory, this.#outAt, rows * widest);
    this.#made16 = new Int16Array(memory, this.#madeAt, (MOST_TOKENS + 8) * header.arc);
    this.#x = Array.from({ length: header.layers + 1 }, () => new Float32Array(rows * header.width));
    this.#cell = new Float32Array(header.width);
    this.#parts = new Float32Array(rows * (2 * header.arc + 2 * header.label));

    // Rows by hash: open addressing, at most half full.
    let size = 1;
    while (size < header.rows * 2) size *= 2;
    this.#slots = new Int32Array(size);
    this.#slotRows = new Int32Array(size);
    for (let row = 0; row < header.rows; row++) {
      let slot = hashes[row]! & (size - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = hashes[row]!;
      this.#slotRows[slot] = row;
    }
  }

  /** Reads tokens `from`..`to` up to the tags' layer. At most MOST_TOKENS. */
  #encode(text: string, starts: Int32Array, ends: Int32Array, from: number, to: number): void {
    const D = this.header.width;
    const x = this.#x[0]!;
    sentenceFeatures(text, starts, ends, from, to, this.#hashes);
    const count = (to - from) * FEATURE_COUNT;
    const mask = this.#slots.length - 1;
    x.fill(0, 0, (to - from) * D);
    for (let u = 0; u < count; u++) {
      const hash = this.#hashes[u]!;
      if (hash === 0) continue;
      let slot = hash & mask;
      while (this.#slots[slot] !== hash && this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      if (this.#slots[slot] === 0) continue;
      const row = this.#slotRows[slot]!;
      const scale = this.#rowScale[row]!;
      const base = row * D;
      const at = ((u / FEATURE_COUNT) | 0) * D;
      for (let d = 0; d < D; d++) x[at + d]! += scale * this.#table[base + d]!;
    }
    for (let l = 0; l < this.header.tagLayer; l++) this.#layer(l, to - from);
  }

  /** Layer `l` for `n` tokens: a gated running average from each side, added to what came in. */
  #layer(l: number, n: number): void {
    const D = this.header.width;
    const H = D >> 1;
    const x = this.#x[l]!;
    const y = this.#x[l + 1]!;
    const matrix = this.#matrices.get(LAYER_NAMES[l]!)!;
    this.#multiply(x, n, matrix);
    const out = this.#out32;
    const { unit } = matrix;
    const bias = matrix.bias!;
    const cell = this.#cell;
    cell.fill(0);
    for (let side = 0; side < 2; side++) {
      const base = side * 3 * H;
      const shift = side * H;
      for (let t = 0; t < n; t++) {
        const i = side === 0 ? t : n - 1 - t;
        const g = i * 3 * D + base;
        const o = i * D + shift;
        for (let d = 0; d < H; d++) {
          const forget = sigmoid(out[g + H + d]! * unit + bias[base + H + d]!);
          const gate = sigmoid(out[g + 2 * H + d]! * unit + bias[base + 2 * H + d]!);
          const candidate = out[g + d]! * unit + bias[base + d]!;
          const c = candidate + forget * (cell[shift + d]! - candidate);
          cell[shift + d] = c;
          y[o + d] = x[o + d]! + gate * c;
        }
      }
    }
  }

  /** out32 = the first `n` rows of x, as whole numbers, times a matrix. */
  #multiply(x: Float32Array, n: number, { at, rows, columns }: Matrix): void {
    const size = n * rows;
    const whole = this.#in16;
    for (let i = 0; i < size; i++) {
      const value = Math.round(x[i]! * ONE);
      whole[i] = value > LARGEST ? LARGEST : Math.max(value, -LARGEST);
    }
    this.#kernels.wholes(this.#inAt, at, this.#outAt, (n + 3) & ~3, rows >> 1, columns, 0);
  }

  /** Writes the best UPOS and XPOS of each token. */
  tag(
    text: string,
    starts: Int32Array,
    ends: Int32Array,
    from: number,
    to: number,
    upos: Uint8Array,
    xpos: Uint8Array,
  ): void {
    this.#encode(text, starts, ends, from, to);
    const n = to - from;
    const { tagLayer, tagHidden, upos: uposCount, xposNames } = this.header;
    const hidden = this.#matrices.get('tagHidden')!;
    this.#multiply(this.#x[tagLayer]!, n, hidden);
    const out = this.#out32;
    const relu = this.#parts;
    for (let i = 0; i < n * tagHidden; i++) {
      const value = out[i]! * hidden.unit + hidden.bias![i % tagHidden]!;
      relu[i] = Math.max(value, 0);
    }
    const tags = this.#matrices.get('tags')!;
    this.#multiply(relu, n, tags);
    const bias = tags.bias!;
    for (let i = 0; i < n; i++) {
      const row = i * tags.columns;
      upos[from + i] = this.#best(row, 0, uposCount, tags.unit, bias);
      xpos[from + i] = this.#best(row, uposCount, xposNames.length, tags.unit, bias);
    }
  }

  #best(row: number, first: number, count: number, unit: number, bias: Float32Array): number {
    const out = this.#out32;
    let best = 0;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) {
      const score = out[row + first + k]! * unit + bias[first + k]!;
      if (score > bestScore) {
        bestScore = score;
        best = k;
      }
    }
    return best;
  }

  /** Writes head (a token of the text, -1 for the root) and relation of each token. */
  parse(
    text: string,
    starts: Int32Array,
    ends: Int32Array,
    from: number,
    to: number,
    heads: Int32Array,
    deprels: Uint8Array,
  ): void {
    const { width: D, layers, tagLayer, arc: A, label: B, deprelNames } = this.header;
    const n = to - from;
    this.#encode(text, starts, ends, from, to);
    for (let l = tagLayer; l < layers; l++) this.#layer(l, n);
    const P = 2 * A + 2 * B;
    const matrix = this.#matrices.get('heads')!;
    this.#multiply(this.#x[layers]!, n, matrix);
    const out = this.#out32;
    const parts = this.#parts;
    for (let i = 0; i < n; i++) {
      for (let d = 0; d < P; d++) {
        const value = out[i * P + d]! * matrix.unit + matrix.bias![d]!;
        parts[i * P + d] = d < 2 * A && value < 0 ? 0 : value;
      }
    }
    this.#arcScores(n, P);
    bestTree(this.#scores, n, this.#heads);

    const labels = this.#matrices.get('labels')!;
    const root = this.#vectors.get('root')!;
    const relu = this.#x[0]!;
    for (let i = 0; i < n; i++) {
      const head = this.#heads[i]!;
      const own = i * P + 2 * A;
      const other = head * P + 2 * A + B;
      for (let d = 0; d < B; d++) {
        const value = parts[own + d]! + (head < 0 ? root[A + d]! : parts[other + d]!);
        relu[i * B + d] = Math.max(value, 0);
      }
    }
    this.#multiply(relu, n, labels);
    for (let i = 0; i < n; i++) {
      const head = this.#heads[i]!;
      heads[from + i] = head < 0 ? -1 : from + head;
      // "root" is the first relation: the root word has it and no other word does
      deprels[from + i] =
        head < 0
          ? 0
          : 1 + this.#best(i * labels.columns, 1, deprelNames.length - 1, labels.unit, labels.bias!);
    }
    void D;
  }

  /** How good each word is as the head of each: scores in rows of n + 1, the root last. */
  #arcScores(n: number, P: number): void {
    const { arc: A } = this.header;
    const parts = this.#parts;
    const root = this.#vectors.get('root')!;
    const distance = this.#vectors.get('distance')!;
    const bilinear = this.#matrices.get('bilinear')!;
    const asking = this.#x[0]!;
    for (let i = 0; i < n; i++) for (let d = 0; d < A; d++) asking[i * A + d] = parts[i * P + d]!;
    this.#multiply(asking, n, bilinear);
    for (let i = 0; i < n; i++) {
      for (let d = 0; d < A; d++)
        asking[i * A + d] = this.#out32[i * A + d]! * bilinear.unit + bilinear.bias![d]!;
    }
    const columns = (n + 1 + 7) & ~7;
    const made = this.#made16;
    made.fill(0, 0, columns * A);
    for (let j = 0; j <= n; j++) {
      for (let d = 0; d < A; d++) {
        const value = Math.round((j === n ? root[d]! : parts[j * P + A + d]!) * ONE);
        made[(d >> 1) * columns * 2 + j * 2 + (d & 1)] =
          value > LARGEST ? LARGEST : Math.max(value, -LARGEST);
      }
    }
    this.#multiply(asking, n, { at: this.#madeAt, rows: A, columns, unit: 1, bias: null });
    const width = n + 1;
    const unit = 1 / (ONE * ONE);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        this.#scores[i * width + j] =
          this.#out32[i * columns + j]! * unit + distance[DISTANCE[j - i + MOST_TOKENS]!]!;
      }
      this.#scores[i * width + i] = -1e9;
      this.#scores[i * width + n] = this.#out32[i * columns + n]! * unit;
    }
  }
}

const LAYER_NAMES = ['layer0', 'layer1', 'layer2', 'layer3', 'layer4', 'layer5'];

/** Reads a file of weights. */
export function loadNetwork(path: string | URL): NeuralTagger {
  const bytes = readFileSync(path);
  const copy = new Uint8Array(new ArrayBuffer(bytes.length));
  copy.set(bytes);
  return new NeuralTagger(copy);
}

export type { Offset };

void DISTANCES;
