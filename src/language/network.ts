/**
 * The network that tags, parses and finds entities, in the form that reads: whole numbers of 8 and 16 bits, so that
 * every machine gives the same answer. What it computes is told in `training/network.ts`; this file computes it fast,
 * one sentence at a time, in one memory with nothing allocated on the way.
 */
import { readFileSync } from 'node:fs';
import { FEATURE_COUNT, settingOf, styleOf, type Tokens, tokenFeatures } from './features.ts';
import { type Kernels, kernels, ONE, quantized } from './kernels.ts';
import { type Lexicon, LexiconIndex } from './lexicon.ts';
import { bestTree } from './tree-decoder.ts';
import { NOWHERE, WordMemory } from './word-memory.ts';

/** The head of a file of weights: one line of JSON, then the arrays that it names. */
export interface NetworkHeader {
  readonly width: number;
  readonly layers: number;
  readonly tagLayer: number;
  readonly tagHidden: number;
  readonly entityHidden: number;
  readonly arc: number;
  readonly label: number;
  readonly upos: number;
  readonly rows: number;
  /** Words of the lexicon; 0 where there is none. */
  readonly lexicon: number;
  readonly xposNames: readonly string[];
  readonly deprelNames: readonly string[];
  /** The marks of the two schemes of entities: "O", "B-PER", "I-PER"… */
  readonly nameMarks: readonly string[];
  readonly detailMarks: readonly string[];
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
const ROWS = MOST_TOKENS + 4;

/** Which way and how far the head stands, on a scale that grows. */
export function distanceBucket(from: number, to: number): number {
  const size = Math.abs(to - from);
  let step = size;
  if (size > 6) step = 7 + [8, 11, 15, 20, 28, 40].filter((edge) => size > edge).length;
  return to < from ? step : 16 + step;
}
const BUCKETS = Uint8Array.from({ length: 2 * MOST_TOKENS }, (_, i) => distanceBucket(MOST_TOKENS, i));

/** A matrix of weights in the kernels' memory. Addresses are in bytes. */
interface Matrix {
  readonly at: number;
  readonly rows: number;
  readonly columns: number;
  /** What a sum is multiplied by to give the number that it stands for. */
  readonly unit: number;
  readonly bias: number;
}

export class Network {
  readonly header: NetworkHeader;
  readonly #kernels: Kernels;
  readonly #matrices: Readonly<Record<string, Matrix>>;
  readonly #slots: Int32Array;
  readonly #slotRows: Int32Array;
  readonly #rowScale: Float32Array;
  readonly #hashes = new Int32Array(FEATURE_COUNT);
  readonly #words = new WordMemory();
  /** Of the sentence that is read: each token's setting, its place in the memory of words, and which were not met before. */
  readonly #settings = new Uint8Array(MOST_TOKENS);
  readonly #places = new Int32Array(MOST_TOKENS);
  readonly #unmet = new Int32Array(MOST_TOKENS);
  readonly #scores = new Float32Array(MOST_TOKENS * (MOST_TOKENS + 1));
  readonly #heads = new Int32Array(MOST_TOKENS);
  readonly #f32: Float32Array;
  readonly #i32: Int32Array;
  readonly #lexicon: LexiconIndex | null;
  readonly #root: Float32Array;
  readonly #rootPairs: Int32Array;
  readonly #distance: Float32Array;
  /** Places in the memory, in bytes. */
  readonly #at: Readonly<
    Record<
      | 'table'
      | 'in'
      | 'sums'
      | 'made'
      | 'cell'
      | 'list'
      | 'parts'
      | 'noFloor'
      | 'relu'
      | 'reluArcs'
      | 'words'
      | 'wordSums',
      number
    >
  >;
  readonly #layerAt: readonly number[];
  /** What was encoded last: asking for tags and then for the tree of a sentence encodes it once. */
  #encodedStarts: Int32Array | null = null;
  #encodedFrom = -1;
  #encodedTo = -1;

  constructor(bytes: Uint8Array<ArrayBuffer>, makeKernels: (bytes: number) => Kernels = kernels) {
    const line = bytes.indexOf(10) + 1;
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line))) as NetworkHeader;
    this.header = header;
    const { buffer } = bytes;
    let from = bytes.byteOffset + line;
    const read = (size: number): number => {
      const at = from;
      from += Math.ceil(size / 4) * 4;
      return at;
    };
    const hashes = new Int32Array(buffer, read(header.rows * 4), header.rows);
    this.#rowScale = new Float32Array(buffer, read(header.rows * 4), header.rows);
    const vectors = new Map(
      header.vectors.map(({ name, length }) => [name, new Float32Array(buffer, read(length * 4), length)]),
    );
    const weights = header.matrices.map(
      ({ rows, columns }) => new Int16Array(buffer, read(rows * columns * 2), rows * columns),
    );
    this.#lexicon = header.lexicon === 0 ? null : new LexiconIndex(lexiconOf(buffer, read, header.lexicon));
    const table = new Int8Array(buffer, read(header.rows * header.width), header.rows * header.width);

    const { width: D, arc: A, label: B, layers } = header;
    const widest = Math.max(...header.matrices.map(({ columns }) => columns), MOST_TOKENS + 8);
    const deepest = Math.max(...header.matrices.map(({ rows }) => rows), 2 * A + 2 * B);
    let top = 64;
    const place = (size: number): number => {
      const at = top;
      top += Math.ceil(size / 64) * 64;
      return at;
    };
    const matrixAt = weights.map((w) => place(w.byteLength));
    const vectorAt = new Map(header.vectors.map(({ name, length }) => [name, place(length * 4)]));
    const plain = place(widest * 4);
    this.#at = {
      in: place(ROWS * deepest * 2),
      sums: place(ROWS * widest * 4),
      made: place((MOST_TOKENS + 8) * A * 2),
      cell: place(D * 4),
      list: place(MOST_TOKENS * FEATURE_COUNT * 12),
      parts: place(ROWS * Math.max(2 * A + 2 * B, D) * 4),
      noFloor: place(widest * 4),
      relu: plain,
      reluArcs: place(widest * 4),
      table: place(table.byteLength),
      words: place(WordMemory.places * D * 4),
      wordSums: place(WordMemory.places * 3 * D * 4),
    };
    this.#layerAt = Array.from({ length: layers + 2 }, () => place(ROWS * D * 4));
    this.#kernels = makeKernels(top);
    const memory = this.#kernels.memory.buffer;
    this.#f32 = new Float32Array(memory);
    this.#i32 = new Int32Array(memory);
    new Int8Array(memory, this.#at.table, table.length).set(table);
    for (const [name, values] of vectors) this.#f32.set(values, vectorAt.get(name)! / 4);
    this.#f32.fill(-3e38, this.#at.noFloor / 4, this.#at.noFloor / 4 + widest);
    this.#f32.fill(-3e38, this.#at.reluArcs / 4, this.#at.reluArcs / 4 + widest);
    this.#f32.fill(0, this.#at.reluArcs / 4, this.#at.reluArcs / 4 + 2 * A);
    this.#matrices = Object.fromEntries(
      header.matrices.map(({ name, rows, columns, scale }, i) => {
        new Int16Array(memory, matrixAt[i]!, weights[i]!.length).set(weights[i]!);
        const bias = vectorAt.get(`${name}.bias`)!;
        return [name, { at: matrixAt[i]!, rows, columns, unit: Math.fround(1 / (scale * ONE)), bias }];
      }),
    );
    this.#root = vectors.get('root')!;
    this.#rootPairs = new Int32Array(Int16Array.from(this.#root.subarray(0, A), quantized).buffer);
    this.#distance = vectors.get('distance')!;

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

  /** Writes the best UPOS and XPOS of each token `from`..`to`, at most MOST_TOKENS. */
  tag(tokens: Tokens, from: number, to: number, upos: Uint8Array, xpos: Uint8Array): void {
    this.#encode(tokens, from, to);
    const { tagLayer, upos: uposCount, xposNames } = this.header;
    const n = to - from;
    this.#dense('tagHidden', this.#layerAt[tagLayer]!, n, this.#at.relu, this.#at.parts);
    const tags = this.#dense('tags', this.#at.parts, n, this.#at.noFloor, this.#at.sums);
    for (let i = 0; i < n; i++) {
      const row = this.#at.sums / 4 + i * tags.columns;
      upos[from + i] = this.#best(row, uposCount);
      xpos[from + i] = this.#best(row + uposCount, xposNames.length);
    }
  }

  /** Writes head (a token of the Doc, -1 for the root) and relation of each token. */
  parse(tokens: Tokens, from: number, to: number, heads: Int32Array, deprels: Uint8Array): void {
    this.#encode(tokens, from, to);
    const { layers, tagLayer, arc: A, label: B, deprelNames } = this.header;
    const n = to - from;
    for (let l = tagLayer; l < layers; l++)
      this.#layer(`layer${l}`, this.#layerAt[l]!, this.#layerAt[l + 1]!, n);
    const { columns: P } = this.#dense('heads', this.#layerAt[layers]!, n, this.#at.reluArcs, this.#at.parts);
    this.#arcScores(n, P);
    bestTree(this.#scores, n, this.#heads);

    const f = this.#f32;
    const parts = this.#at.parts / 4;
    const at = this.#layerAt[layers]!;
    for (let i = 0; i < n; i++) {
      const head = this.#heads[i]!;
      const own = parts + i * P + 2 * A;
      const other = parts + head * P + 2 * A + B;
      const to = at / 4 + i * B;
      for (let d = 0; d < B; d++) {
        const value = f[own + d]! + (head < 0 ? this.#root[A + d]! : f[other + d]!);
        f[to + d] = value > 0 ? value : 0;
      }
    }
    const labels = this.#dense('labels', at, n, this.#at.noFloor, this.#at.sums);
    for (let i = 0; i < n; i++) {
      const head = this.#heads[i]!;
      heads[from + i] = head < 0 ? -1 : from + head;
      // "root" is the first relation: the root word has it and no other word does
      const row = this.#at.sums / 4 + i * labels.columns;
      deprels[from + i] = head < 0 ? 0 : 1 + this.#best(row + 1, deprelNames.length - 1);
    }
  }

  /** Whether the weights have a part for entities. */
  get hasEntities(): boolean {
    return this.header.matrices.some(({ name }) => name === 'entityLayer');
  }

  /** The scores of each token's marks, in rows of `columns`: those of names, then those of details. A view: read it at once. */
  marks(
    tokens: Tokens,
    from: number,
    to: number,
  ): { readonly scores: Float32Array; readonly columns: number } {
    this.#encode(tokens, from, to);
    const { layers, tagLayer } = this.header;
    const n = to - from;
    const out = this.#layerAt[layers + 1]!;
    this.#layer('entityLayer', this.#layerAt[tagLayer]!, out, n);
    this.#dense('entityHidden', out, n, this.#at.relu, this.#at.parts);
    const { columns } = this.#dense('entities', this.#at.parts, n, this.#at.noFloor, this.#at.sums);
    return { scores: this.#f32.subarray(this.#at.sums / 4, this.#at.sums / 4 + n * columns), columns };
  }

  /** Reads tokens `from`..`to` up to the tags' layer. */
  #encode(tokens: Tokens, from: number, to: number): void {
    if (this.#encodedStarts === tokens.starts && this.#encodedFrom === from && this.#encodedTo === to) return;
    this.#encodedStarts = tokens.starts;
    this.#encodedFrom = from;
    this.#encodedTo = to;
    this.#firstLayer(tokens, from, to);
    for (let l = 1; l < this.header.tagLayer; l++)
      this.#layer(`layer${l}`, this.#layerAt[l]!, this.#layerAt[l + 1]!, to - from);
  }

  /** What the first layer makes of tokens. Words met before are copied from the memory of words, the others go into it. */
  #firstLayer(tokens: Tokens, from: number, to: number): void {
    const { width: D } = this.header;
    const n = to - from;
    const f = this.#f32;
    const words = this.#at.words / 4;
    const wordSums = this.#at.wordSums / 4;
    const x = this.#layerAt[0]! / 4;
    const sums = this.#at.sums / 4;
    const style = styleOf(tokens.text, tokens.starts, tokens.ends, from, to);
    let unmet = 0;
    for (let i = 0; i < n; i++) {
      const setting = settingOf(tokens, from + i, from, to, style);
      const place = this.#words.placeOf(tokens, from + i, setting);
      this.#settings[i] = setting;
      this.#places[i] = place;
      if (place !== NOWHERE && this.#words.holds(place, tokens, from + i, setting)) {
        f.copyWithin(x + i * D, words + place * D, words + (place + 1) * D);
      } else this.#unmet[unmet++] = i;
    }
    if (unmet > 0) {
      this.#addFeatures(tokens, from, unmet);
      this.#multiplyUnmet(unmet);
    }
    for (let i = 0, u = 0; i < n; i++) {
      if (u < unmet && this.#unmet[u] === i) u++;
      else {
        const at = wordSums + this.#places[i]! * 3 * D;
        f.copyWithin(sums + i * 3 * D, at, at + 3 * D);
      }
    }
    for (let u = 0; u < unmet; u++) {
      const i = this.#unmet[u]!;
      const place = this.#places[i]!;
      if (place === NOWHERE) continue;
      this.#words.keep(place, tokens, from + i, this.#settings[i]!);
      f.copyWithin(words + place * D, x + i * D, x + (i + 1) * D);
      f.copyWithin(wordSums + place * 3 * D, sums + i * 3 * D, sums + (i + 1) * 3 * D);
    }
    this.#gate(this.#matrices.layer0!, this.#layerAt[0]!, this.#layerAt[1]!, n);
  }

  /** The sum of the rows of its features, for each of the first `unmet` tokens not met before. */
  #addFeatures(tokens: Tokens, from: number, unmet: number): void {
    const { width: D } = this.header;
    const mask = this.#slots.length - 1;
    let entry = this.#at.list / 4;
    for (let u = 0; u < unmet; u++) {
      const i = this.#unmet[u]!;
      const to = this.#layerAt[0]! + i * D * 4;
      this.#f32.fill(0, to / 4, to / 4 + D);
      tokenFeatures(tokens, from + i, this.#settings[i]!, this.#hashes, 0, this.#lexicon);
      for (let k = 0; k < FEATURE_COUNT; k++) {
        const hash = this.#hashes[k]!;
        let slot = hash & mask;
        let found = this.#slots[slot]!;
        while (found !== hash && found !== 0) {
          slot = (slot + 1) & mask;
          found = this.#slots[slot]!;
        }
        if (hash === 0 || found === 0) continue;
        const row = this.#slotRows[slot]!;
        this.#i32[entry] = this.#at.table + row * D;
        this.#f32[entry + 1] = this.#rowScale[row]!;
        this.#i32[entry + 2] = to;
        entry += 3;
      }
    }
    const count = (entry - this.#at.list / 4) / 3;
    if (count > 0) this.#kernels.addRows(this.#at.list, count, D);
  }

  /** The first layer's sums of the first `unmet` tokens not met before, each to its own row. */
  #multiplyUnmet(unmet: number): void {
    const { width: D } = this.header;
    for (let u = 0; u < unmet; u++) {
      this.#kernels.quantize(this.#layerAt[0]! + this.#unmet[u]! * D * 4, this.#at.in + u * D * 2, D);
    }
    this.#product(this.#matrices.layer0!, unmet);
    // rows stand side by side and go up to their places, the last first: no row comes to lie on one still to be moved
    const sums = this.#at.sums / 4;
    for (let u = unmet - 1; u >= 0; u--) {
      this.#f32.copyWithin(sums + this.#unmet[u]! * 3 * D, sums + u * 3 * D, sums + (u + 1) * 3 * D);
    }
  }

  /** A gated running average from each side, added to what came in. */
  #layer(name: string, x: number, y: number, n: number): void {
    this.#gate(this.#multiply(name, x, n), x, y, n);
  }

  #gate(matrix: Matrix, x: number, y: number, n: number): void {
    const { width: D } = this.header;
    const half = D >> 1;
    const { sums, cell } = this.#at;
    this.#f32.fill(0, cell / 4, cell / 4 + D);
    const { gates } = this.#kernels;
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

  /** to = x times a matrix, plus its bias, not below the floor. */
  #dense(name: string, x: number, n: number, floor: number, to: number): Matrix {
    const matrix = this.#multiply(name, x, n);
    this.#kernels.finish(this.#at.sums, matrix.bias, floor, to, matrix.unit, n, matrix.columns);
    return matrix;
  }

  /** The sums of x, as whole numbers, times a matrix. */
  #multiply(name: string, x: number, n: number): Matrix {
    const matrix = this.#matrices[name]!;
    this.#kernels.quantize(x, this.#at.in, n * matrix.rows);
    this.#product(matrix, n);
    return matrix;
  }

  /** The sums of `n` quantized rows times a matrix. */
  #product(matrix: Matrix, n: number): void {
    this.#kernels.wholes(
      this.#at.in,
      matrix.at,
      this.#at.sums,
      (n + 3) & ~3,
      matrix.rows >> 1,
      matrix.columns,
      0,
    );
  }

  #best(at: number, count: number): number {
    const f = this.#f32;
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

  /** How good each word is as the head of each: scores in rows of n + 1, the root last. */
  #arcScores(n: number, P: number): void {
    const { arc: A } = this.header;
    const f = this.#f32;
    const parts = this.#at.parts / 4;
    const asking = this.#layerAt[0]!; // which nothing reads once the layers above are there
    for (let i = 0; i < n; i++) f.copyWithin(asking / 4 + i * A, parts + i * P, parts + i * P + A);
    this.#dense('bilinear', asking, n, this.#at.noFloor, asking);
    const columns = (n + 1 + 7) & ~7;
    // The heads' rows become the columns of a matrix, two numbers of a row side by side.
    this.#kernels.quantize(this.#at.parts, this.#at.in, n * P);
    const pairs = this.#i32;
    const made = this.#at.made / 4;
    const rows = this.#at.in / 4 + A / 2;
    const half = A / 2;
    pairs.fill(0, made, made + columns * half);
    for (let d = 0; d < half; d++) {
      const to = made + d * columns;
      for (let j = 0; j < n; j++) pairs[to + j] = pairs[rows + (j * P) / 2 + d]!;
      pairs[to + n] = this.#rootPairs[d]!;
    }
    const { sums } = this.#at;
    this.#kernels.quantize(asking, this.#at.in, n * A);
    this.#kernels.wholes(this.#at.in, this.#at.made, sums, (n + 3) & ~3, A >> 1, columns, 0);
    const width = n + 1;
    const unit = 1 / (ONE * ONE);
    for (let i = 0; i < n; i++) {
      const row = sums / 4 + i * columns;
      for (let j = 0; j < n; j++) {
        this.#scores[i * width + j] =
          this.#i32[row + j]! * unit + this.#distance[BUCKETS[j - i + MOST_TOKENS]!]!;
      }
      this.#scores[i * width + i] = -1e9;
      this.#scores[i * width + n] = this.#i32[row + n]! * unit;
    }
  }
}

function lexiconOf(buffer: ArrayBuffer, read: (size: number) => number, count: number): Lexicon {
  return {
    words: new Int32Array(buffer, read(count * 4), count),
    classes: new Uint16Array(buffer, read(count * 2), count),
    senses: new Uint8Array(buffer, read(count), count),
    names: new Uint8Array(buffer, read(count), count),
  };
}

/** Reads a file of weights. */
export function loadNetwork(path: string | URL): Network {
  const bytes = readFileSync(path);
  return new Network(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length));
}
