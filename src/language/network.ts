/**
 * The network that tags and parses, in the form that reads: whole numbers of 8 and 16 bits, so that every machine gives
 * the same answer. What it computes is told in `training/network.ts`; this file computes it fast, one sentence at a
 * time, in one memory with nothing allocated on the way.
 */
import { readFileSync } from 'node:fs';
import { FEATURE_COUNT, settingOf, styleOf, type Tokens, tokenFeatures, wordHash } from './features.ts';
import { type Kernels, kernels, ONE, quantized } from './kernels.ts';
import { Layers, LOWEST, MOST_TOKENS } from './layers.ts';
import { LexiconIndex } from './lexicon.ts';
import { bestTree } from './tree-decoder.ts';
import { WeightFile, type WeightHeader } from './weights.ts';
import { NOWHERE, WordMemory } from './word-memory.ts';

export interface NetworkHeader extends WeightHeader {
  readonly width: number;
  readonly layers: number;
  readonly tagLayer: number;
  readonly tagHidden: number;
  readonly arc: number;
  readonly label: number;
  readonly upos: number;
  readonly rows: number;
  /** Words of the lexicon; 0 where there is none. */
  readonly lexicon: number;
  readonly xposNames: readonly string[];
  readonly deprelNames: readonly string[];
}

/** Which way and how far the head stands, on a scale that grows. */
export function distanceBucket(from: number, to: number): number {
  const size = Math.abs(to - from);
  let step = size;
  if (size > 6) step = 7 + [8, 11, 15, 20, 28, 40].filter((edge) => size > edge).length;
  return to < from ? step : 16 + step;
}
const BUCKETS = Uint8Array.from({ length: 2 * MOST_TOKENS }, (_, i) => distanceBucket(MOST_TOKENS, i));

export class Network {
  readonly header: NetworkHeader;
  readonly #layers: Layers;
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
  readonly #lexicon: LexiconIndex | null;
  readonly #root: Float32Array;
  readonly #rootPairs: Int32Array;
  readonly #distance: Float32Array;
  /** Places in the memory, in bytes. */
  readonly #at = { table: 0, made: 0, list: 0, parts: 0, reluArcs: 0, words: 0, wordSums: 0 };
  readonly #layerAt: number[] = [];
  /** What was encoded last: asking for tags and then for the tree of a sentence encodes it once. */
  #encodedStarts: Int32Array | null = null;
  #encodedFrom = -1;
  #encodedTo = -1;

  constructor(bytes: Uint8Array<ArrayBuffer>, makeKernels: (bytes: number) => Kernels = kernels) {
    const file = new WeightFile<NetworkHeader>(bytes);
    const { header } = file;
    this.header = header;
    const { width: D, arc: A, label: B, layers } = header;
    const parts = 2 * A + 2 * B;
    const hashes = file.wholes(header.rows);
    this.#rowScale = file.floats(header.rows);
    const lay = (place: (size: number) => number): void => {
      this.#at.made = place((MOST_TOKENS + 8) * A * 2);
      this.#at.list = place(MOST_TOKENS * FEATURE_COUNT * 12);
      this.#at.parts = place(Layers.room(Math.max(parts, D)));
      this.#at.reluArcs = place(parts * 4);
      this.#at.table = place(header.rows * D);
      this.#at.words = place(WordMemory.places * D * 4);
      this.#at.wordSums = place(WordMemory.places * 3 * D * 4);
      for (let l = 0; l <= layers; l++) this.#layerAt.push(place(Layers.room(D)));
    };
    this.#layers = new Layers(file, D, parts, lay, makeKernels);
    const { f32, vectors } = this.#layers;
    const { lexicon: words } = header;
    this.#lexicon =
      words === 0
        ? null
        : new LexiconIndex({
            words: file.wholes(words),
            classes: file.halves(words),
            senses: file.bytes(words),
            names: file.bytes(words),
          });
    const table = file.bytes(header.rows * D);
    new Uint8Array(this.#layers.kernels.memory.buffer, this.#at.table, table.length).set(table);
    f32.fill(LOWEST, this.#at.reluArcs / 4, this.#at.reluArcs / 4 + parts);
    f32.fill(0, this.#at.reluArcs / 4, this.#at.reluArcs / 4 + 2 * A);
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
    const layers = this.#layers;
    layers.dense('tagHidden', this.#layerAt[tagLayer]!, n, layers.zero, this.#at.parts);
    const columns = layers.dense('tags', this.#at.parts, n, layers.noFloor, layers.sums);
    for (let i = 0; i < n; i++) {
      const row = layers.sums / 4 + i * columns;
      upos[from + i] = layers.best(row, uposCount);
      xpos[from + i] = layers.best(row + uposCount, xposNames.length);
    }
  }

  /** Writes head (a token of the Doc, -1 for the root) and relation of each token. */
  parse(tokens: Tokens, from: number, to: number, heads: Int32Array, deprels: Uint8Array): void {
    this.#encode(tokens, from, to);
    const { layers, tagLayer, arc: A, label: B, deprelNames } = this.header;
    const n = to - from;
    const made = this.#layers;
    for (let l = tagLayer; l < layers; l++)
      made.gated(`layer${l}`, this.#layerAt[l]!, this.#layerAt[l + 1]!, n);
    const P = made.dense('heads', this.#layerAt[layers]!, n, this.#at.reluArcs, this.#at.parts);
    this.#arcScores(n, P);
    bestTree(this.#scores, n, this.#heads);

    const f = made.f32;
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
    const columns = made.dense('labels', at, n, made.noFloor, made.sums);
    for (let i = 0; i < n; i++) {
      const head = this.#heads[i]!;
      heads[from + i] = head < 0 ? -1 : from + head;
      // "root" is the first relation: the root word has it and no other word does
      const row = made.sums / 4 + i * columns;
      deprels[from + i] = head < 0 ? 0 : 1 + made.best(row + 1, deprelNames.length - 1);
    }
  }

  /** Whether the lexicon has the word as more than a name. */
  isCommon(word: string): boolean {
    const place = this.#lexicon?.find(wordHash(word)) ?? -1;
    return place >= 0 && this.#lexicon!.lexicon.classes[place] !== 0;
  }

  /** What the tags are read from: `width` numbers for each token `from`..`to`, at most MOST_TOKENS. A view: read it at once. */
  words(tokens: Tokens, from: number, to: number): Float32Array {
    this.#encode(tokens, from, to);
    const { width, tagLayer } = this.header;
    const at = this.#layerAt[tagLayer]! / 4;
    return this.#layers.f32.subarray(at, at + (to - from) * width);
  }

  /** Reads tokens `from`..`to` up to the tags' layer. */
  #encode(tokens: Tokens, from: number, to: number): void {
    if (this.#encodedStarts === tokens.starts && this.#encodedFrom === from && this.#encodedTo === to) return;
    this.#encodedStarts = tokens.starts;
    this.#encodedFrom = from;
    this.#encodedTo = to;
    this.#firstLayer(tokens, from, to);
    for (let l = 1; l < this.header.tagLayer; l++)
      this.#layers.gated(`layer${l}`, this.#layerAt[l]!, this.#layerAt[l + 1]!, to - from);
  }

  /** What the first layer makes of tokens. Words met before are copied from the memory of words, the others go into it. */
  #firstLayer(tokens: Tokens, from: number, to: number): void {
    const { width: D } = this.header;
    const n = to - from;
    const layers = this.#layers;
    const f = layers.f32;
    const words = this.#at.words / 4;
    const wordSums = this.#at.wordSums / 4;
    const x = this.#layerAt[0]! / 4;
    const sums = layers.sums / 4;
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
    layers.gate('layer0', this.#layerAt[0]!, this.#layerAt[1]!, n);
  }

  /** The sum of the rows of its features, for each of the first `unmet` tokens not met before. */
  #addFeatures(tokens: Tokens, from: number, unmet: number): void {
    const { width: D } = this.header;
    const { kernels, f32, i32 } = this.#layers;
    const mask = this.#slots.length - 1;
    let entry = this.#at.list / 4;
    for (let u = 0; u < unmet; u++) {
      const i = this.#unmet[u]!;
      const to = this.#layerAt[0]! + i * D * 4;
      f32.fill(0, to / 4, to / 4 + D);
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
        i32[entry] = this.#at.table + row * D;
        f32[entry + 1] = this.#rowScale[row]!;
        i32[entry + 2] = to;
        entry += 3;
      }
    }
    const count = (entry - this.#at.list / 4) / 3;
    if (count > 0) kernels.addRows(this.#at.list, count, D);
  }

  /** The first layer's sums of the first `unmet` tokens not met before, each to its own row. */
  #multiplyUnmet(unmet: number): void {
    const { width: D } = this.header;
    const { kernels, f32, in: rows, sums: at } = this.#layers;
    for (let u = 0; u < unmet; u++) {
      kernels.quantize(this.#layerAt[0]! + this.#unmet[u]! * D * 4, rows + u * D * 2, D);
    }
    this.#layers.product('layer0', unmet);
    // rows stand side by side and go up to their places, the last first: no row comes to lie on one still to be moved
    const sums = at / 4;
    for (let u = unmet - 1; u >= 0; u--) {
      f32.copyWithin(sums + this.#unmet[u]! * 3 * D, sums + u * 3 * D, sums + (u + 1) * 3 * D);
    }
  }

  /** How good each word is as the head of each: scores in rows of n + 1, the root last. */
  #arcScores(n: number, P: number): void {
    const { arc: A } = this.header;
    const layers = this.#layers;
    const { f32: f, i32: pairs, sums, kernels } = layers;
    const parts = this.#at.parts / 4;
    const asking = this.#layerAt[0]!; // which nothing reads once the layers above are there
    for (let i = 0; i < n; i++) f.copyWithin(asking / 4 + i * A, parts + i * P, parts + i * P + A);
    layers.dense('bilinear', asking, n, layers.noFloor, asking);
    const columns = (n + 1 + 7) & ~7;
    // The heads' rows become the columns of a matrix, two numbers of a row side by side.
    kernels.quantize(this.#at.parts, layers.in, n * P);
    const made = this.#at.made / 4;
    const rows = layers.in / 4 + A / 2;
    const half = A / 2;
    pairs.fill(0, made, made + columns * half);
    for (let d = 0; d < half; d++) {
      const to = made + d * columns;
      for (let j = 0; j < n; j++) pairs[to + j] = pairs[rows + (j * P) / 2 + d]!;
      pairs[to + n] = this.#rootPairs[d]!;
    }
    kernels.quantize(asking, layers.in, n * A);
    kernels.wholes(layers.in, this.#at.made, sums, (n + 3) & ~3, A >> 1, columns, 0);
    const width = n + 1;
    const unit = 1 / (ONE * ONE);
    for (let i = 0; i < n; i++) {
      const row = sums / 4 + i * columns;
      for (let j = 0; j < n; j++) {
        this.#scores[i * width + j] = pairs[row + j]! * unit + this.#distance[BUCKETS[j - i + MOST_TOKENS]!]!;
      }
      this.#scores[i * width + i] = -1e9;
      this.#scores[i * width + n] = pairs[row + n]! * unit;
    }
  }
}

/** Reads a file of weights. */
export function loadNetwork(path: string | URL): Network {
  const bytes = readFileSync(path);
  return new Network(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length));
}
