/**
 * The network that tags and parses, in the form that learns: 32-bit floats, forward and backward written out by hand.
 * A token is the sum of the rows of its features; gated averages run over the sentence from both sides, layer on layer
 * (simple recurrent units, Lei et al. 2018); tags are read off a lower layer; on the last one each word chooses its head
 * (bilinear scores, Dozat and Manning 2017) and then the relation to it.
 */
import { FEATURE_COUNT } from '../src/language/features.ts';
import { type Kernels, kernels } from '../src/language/kernels.ts';
import { distanceBucket } from '../src/language/network.ts';

export interface Shape {
  readonly rows: number;
  readonly width: number;
  readonly layers: number;
  /** Tags are read after this many layers. */
  readonly tagLayer: number;
  readonly tagHidden: number;
  readonly arc: number;
  readonly label: number;
  readonly upos: number;
  readonly xpos: number;
  readonly deprels: number;
  /** Outputs of the two schemes of entities, one beside the other: names alone, and all that a corpus of reports marks. */
  readonly names: number;
  readonly details: number;
  readonly entityHidden: number;
}

/** A mark that says nothing: the corpus does not tell. */
export const UNKNOWN = 255;

/** A sentence to learn from: rows of features (-1: none), and gold columns. */
export interface Example {
  readonly n: number;
  readonly rows: Int32Array;
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly heads: Int32Array;
  readonly deprels: Uint8Array;
  /** False where only entities are marked. */
  readonly hasTree: boolean;
  /** Marks of entities by the one scheme and the other; null where the corpus has none. */
  readonly names: Uint8Array | null;
  readonly details: Uint8Array | null;
}

export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** In floats, from the beginning of the memory. */
  readonly at: number;
}

export const DISTANCES = 32;
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

const MEMORY = 400 << 20;

export class Network {
  readonly shape: Shape;
  readonly parameters: Parameter[] = [];
  readonly count: number;
  readonly kernels: Kernels;
  readonly f: Float32Array;
  /** Rows of features, learned apart because few are touched at a time. */
  readonly table: Float32Array;
  readonly tableGradient: Float32Array;
  readonly touched: Uint8Array;
  touchedRows: number[] = [];
  readonly tags: number;
  readonly labels: number;
  readonly entities: number;
  readonly #gradientAt: number;
  readonly #arenaAt: number;
  #top = 0;

  constructor(shape: Shape, random: () => number) {
    this.shape = shape;
    this.tags = padded(shape.upos + shape.xpos, 8);
    this.labels = padded(shape.deprels, 8);
    this.entities = padded(shape.names + shape.details, 8);
    this.kernels = kernels(MEMORY);
    this.f = new Float32Array(this.kernels.memory.buffer);
    const { width: D, arc: A, label: B, tagHidden: G } = shape;
    let at = 64;
    const parameter = (name: string, rows: number, columns: number, scale: number): void => {
      this.parameters.push({ name, rows, columns, at });
      for (let i = 0; i < rows * columns; i++) this.f[at + i] = (random() * 2 - 1) * scale;
      at += padded(rows * columns, 8);
    };
    for (let l = 0; l < shape.layers; l++) {
      parameter(`layer${l}`, D, 3 * D, Math.sqrt(3 / D));
      parameter(`layer${l}.bias`, 1, 3 * D, 0);
    }
    parameter('tagHidden', D, G, Math.sqrt(6 / (D + G)));
    parameter('tagHidden.bias', 1, G, 0);
    parameter('tags', G, this.tags, Math.sqrt(3 / G));
    parameter('tags.bias', 1, this.tags, 0);
    parameter('heads', D, 2 * A + 2 * B, Math.sqrt(3 / D));
    parameter('heads.bias', 1, 2 * A + 2 * B, 0);
    parameter('bilinear', A, A, 1 / A);
    parameter('bilinear.bias', 1, A, 0);
    parameter('root', 1, A + B, 0.1);
    parameter('distance', 1, DISTANCES, 0);
    parameter('labels', B, this.labels, Math.sqrt(3 / B));
    parameter('labels.bias', 1, this.labels, 0);
    parameter('entityLayer', D, 3 * D, Math.sqrt(3 / D));
    parameter('entityLayer.bias', 1, 3 * D, 0);
    parameter('entityHidden', D, shape.entityHidden, Math.sqrt(3 / D));
    parameter('entityHidden.bias', 1, shape.entityHidden, 0);
    parameter('entities', shape.entityHidden, this.entities, Math.sqrt(3 / shape.entityHidden));
    parameter('entities.bias', 1, this.entities, 0);
    this.count = at;
    this.#gradientAt = padded(at, 64);
    this.#arenaAt = 2 * this.#gradientAt;
    this.table = new Float32Array(shape.rows * D);
    for (let i = 0; i < this.table.length; i++) this.table[i] = (random() * 2 - 1) * 0.12;
    this.tableGradient = new Float32Array(this.table.length);
    this.touched = new Uint8Array(shape.rows);
  }

  at(name: string): number {
    return this.parameters.find((parameter) => parameter.name === name)!.at;
  }
  gradientAt(at: number): number {
    return at + this.#gradientAt;
  }

  #take(floats: number): number {
    const at = this.#top;
    this.#top += padded(floats, 8);
    if (this.#top > this.f.length) throw new RangeError('a batch too large for the memory of the network');
    return at;
  }

  /** out (n x m) = x (n x k) · w + bias. */
  #linear(x: number, n: number, k: number, w: number, bias: number | null, m: number): number {
    const out = this.#take(n * m);
    const f = this.f;
    if (bias !== null) for (let i = 0; i < n; i++) f.copyWithin(out + i * m, bias, bias + m);
    this.kernels.floats(x * 4, w * 4, out * 4, n, k, m, bias === null ? 0 : 1);
    return out;
  }

  /** Adds to the gradients of w and bias, and gives that of x. */
  #linearBack(
    x: number,
    n: number,
    k: number,
    w: number,
    bias: number | null,
    m: number,
    dOut: number,
  ): number {
    const f = this.f;
    const transposed = this.#take(Math.max(n * k, k * m));
    for (let i = 0; i < n; i++) for (let j = 0; j < k; j++) f[transposed + j * n + i] = f[x + i * k + j]!;
    this.kernels.floats(transposed * 4, dOut * 4, this.gradientAt(w) * 4, k, n, m, 1);
    if (bias !== null) {
      const g = this.gradientAt(bias);
      for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) f[g + j]! += f[dOut + i * m + j]!;
    }
    const dx = this.#take(n * k);
    for (let i = 0; i < k; i++) for (let j = 0; j < m; j++) f[transposed + j * k + i] = f[w + i * m + j]!;
    this.kernels.floats(dOut * 4, transposed * 4, dx * 4, n, m, k, 0);
    return dx;
  }

  #drop(x: number, size: number, rate: number, random: (() => number) | null): Dropped {
    if (random === null || rate === 0) return { out: x, mask: 0 };
    const out = this.#take(size);
    const mask = this.#take(size);
    const f = this.f;
    const keep = 1 / (1 - rate);
    for (let i = 0; i < size; i++) {
      const m = random() < rate ? 0 : keep;
      f[mask + i] = m;
      f[out + i] = f[x + i]! * m;
    }
    return { out, mask };
  }

  #undrop(d: number, size: number, mask: number): void {
    if (mask === 0) return;
    const f = this.f;
    for (let i = 0; i < size; i++) f[d + i]! *= f[mask + i]!;
  }

  /**
   * One batch: the sum of losses per token, and gradients added where `random` is given (learning, with dropout).
   * `read` sees the scores of a batch that is only read: tag scores, then arc scores and label scores per sentence.
   */
  run(batch: readonly Example[], random: (() => number) | null, read?: Reader, rates: Rates = RATES): number {
    const { width: D, layers, tagLayer, tagHidden: G, arc: A, label: B, upos, xpos } = this.shape;
    const f = this.f;
    this.#top = this.#arenaAt;
    let tokens = 0;
    for (const example of batch) tokens += example.n;
    const n = padded(tokens, 4);
    const scale = 1 / tokens;
    let loss = 0;

    // Tokens.
    const inputs: number[] = [this.#take(n * D)];
    f.fill(0, inputs[0]!, inputs[0]! + n * D);
    const used = new Int32Array(tokens * FEATURE_COUNT);
    {
      let at = inputs[0]!;
      let u = 0;
      for (const example of batch) {
        for (let i = 0; i < example.n; i++, at += D) {
          for (let k = 0; k < FEATURE_COUNT; k++, u++) {
            const row = example.rows[i * FEATURE_COUNT + k]!;
            const dropped = row < 0 || (random !== null && random() < (k === 0 ? rates.word : rates.feature));
            used[u] = dropped ? -1 : row;
            if (dropped) continue;
            const r = row * D;
            for (let d = 0; d < D; d++) f[at + d]! += this.table[r + d]!;
          }
        }
      }
    }

    // Layers.
    const passes: Pass[] = [];
    for (let l = 0; l < layers; l++) {
      const pass = this.#layer(`layer${l}`, inputs[l]!, n, batch, rates.layer, random);
      passes.push(pass);
      inputs.push(pass.y);
    }

    // Tags.
    const tagInput = this.#drop(inputs[tagLayer]!, n * D, rates.head, random);
    const hidden = this.#linear(tagInput.out, n, D, this.at('tagHidden'), this.at('tagHidden.bias'), G);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! < 0) f[hidden + i] = 0;
    const tagHidden = this.#drop(hidden, n * G, rates.tag, random);
    const T = this.tags;
    const tags = this.#linear(tagHidden.out, n, G, this.at('tags'), this.at('tags.bias'), T);

    // Heads and relations.
    const P = 2 * A + 2 * B;
    const headInput = this.#drop(inputs[layers]!, n * D, rates.head, random);
    const parts = this.#linear(headInput.out, n, D, this.at('heads'), this.at('heads.bias'), P);
    const dependents = this.#take(n * A);
    for (let i = 0; i < n; i++) {
      const p = parts + i * P;
      for (let d = 0; d < 2 * A; d++) if (f[p + d]! < 0) f[p + d] = 0;
      f.copyWithin(dependents + i * A, p, p + A);
    }
    const dependentDrop = this.#drop(dependents, n * A, rates.arc, random);
    const asking = this.#linear(dependentDrop.out, n, A, this.at('bilinear'), this.at('bilinear.bias'), A);
    const root = this.at('root');
    const distance = this.at('distance');

    const marked =
      read !== undefined || batch.some((example) => example.names !== null || example.details !== null);
    const entityPass = marked ? this.#marks(inputs[tagLayer]!, n, batch, random, rates) : null;
    const E = this.entities;

    if (read !== undefined) {
      let first = 0;
      for (let s = 0; s < batch.length; s++) {
        const size = batch[s]!.n;
        const scores = this.#arcScores(asking, parts, P, first, size, root, distance);
        read(
          s,
          first,
          f.subarray(tags + first * T, tags + (first + size) * T),
          scores,
          (heads) => {
            const rows = padded(size, 4);
            const relu = this.#take(rows * B);
            f.fill(0, relu, relu + rows * B);
            for (let i = 0; i < size; i++) {
              const head = heads[i]!;
              const own = parts + (first + i) * P + 2 * A;
              const other = head < 0 ? root + A : parts + (first + head) * P + 2 * A + B;
              for (let d = 0; d < B; d++) f[relu + i * B + d] = Math.max(0, f[own + d]! + f[other + d]!);
            }
            const at = this.#linear(relu, rows, B, this.at('labels'), this.at('labels.bias'), this.labels);
            return f.subarray(at, at + size * this.labels);
          },
          f.subarray(entityPass!.scores + first * E, entityPass!.scores + (first + size) * E),
        );
        first += size;
      }
      return 0;
    }

    // Losses, and their gradients in place.
    const dTags = this.#take(n * T);
    f.fill(0, dTags, dTags + n * T);
    const relations = this.#take(n * B);
    f.fill(0, relations, relations + n * B);
    const dParts = this.#take(n * P);
    f.fill(0, dParts, dParts + n * P);
    const dAsking = this.#take(n * A);
    f.fill(0, dAsking, dAsking + n * A);
    const dRoot = this.gradientAt(root);
    const dDistance = this.gradientAt(distance);
    let first = 0;
    for (const example of batch) {
      const size = example.n;
      if (!example.hasTree) {
        first += size;
        continue;
      }
      for (let i = 0; i < size; i++) {
        const t = tags + (first + i) * T;
        const d = dTags + (first + i) * T;
        loss += softmax(f, t, d, upos, example.upos[i]!, scale);
        loss += softmax(f, t + upos, d + upos, xpos, example.xpos[i]!, scale);
        const head = example.heads[i]!;
        const own = parts + (first + i) * P + 2 * A;
        const other = head < 0 ? root + A : parts + (first + head) * P + 2 * A + B;
        for (let b = 0; b < B; b++)
          f[relations + (first + i) * B + b] = Math.max(0, f[own + b]! + f[other + b]!);
      }
      const scores = this.#arcScores(asking, parts, P, first, size, root, distance);
      const width = size + 1;
      const dScores = new Float32Array(width);
      for (let i = 0; i < size; i++) {
        const head = example.heads[i]! < 0 ? size : example.heads[i]!;
        loss += softmaxRow(scores, i * width, dScores, width, head, scale);
        const ask = asking + (first + i) * A;
        const dAsk = dAsking + (first + i) * A;
        for (let j = 0; j < width; j++) {
          const g = dScores[j]!;
          if (j === i || (g < 1e-7 && g > -1e-7)) continue;
          const other = j === size ? root : parts + (first + j) * P + A;
          const dOther = j === size ? dRoot : dParts + (first + j) * P + A;
          if (j < size) f[dDistance + distanceBucket(i, j)]! += g;
          for (let d = 0; d < A; d++) {
            f[dAsk + d]! += g * f[other + d]!;
            f[dOther + d]! += g * f[ask + d]!;
          }
        }
      }
      first += size;
    }
    const relationDrop = this.#drop(relations, n * B, rates.arc, random);
    const L = this.labels;
    const labels = this.#linear(relationDrop.out, n, B, this.at('labels'), this.at('labels.bias'), L);
    const dLabels = this.#take(n * L);
    f.fill(0, dLabels, dLabels + n * L);
    first = 0;
    for (const example of batch) {
      for (let i = 0; i < example.n && example.hasTree; i++) {
        const at = (first + i) * L;
        loss += softmax(f, labels + at, dLabels + at, this.shape.deprels, example.deprels[i]!, scale);
      }
      first += example.n;
    }

    if (entityPass !== null) {
      const { scores } = entityPass;
      const dScores = this.#take(n * E);
      entityPass.dScores = dScores;
      f.fill(0, dScores, dScores + n * E);
      const { names, details } = this.shape;
      first = 0;
      for (const example of batch) {
        for (let i = 0; i < example.n; i++) {
          const at = (first + i) * E;
          const name = example.names?.[i] ?? UNKNOWN;
          if (name !== UNKNOWN) loss += softmax(f, scores + at, dScores + at, names, name, scale);
          const detail = example.details?.[i] ?? UNKNOWN;
          if (detail !== UNKNOWN) {
            loss += softmax(f, scores + at + names, dScores + at + names, details, detail, scale);
          }
        }
        first += example.n;
      }
    }

    // Backward: relations, arcs, tags, layers, rows.
    const dRelations = this.#linearBack(
      relationDrop.out,
      n,
      B,
      this.at('labels'),
      this.at('labels.bias'),
      L,
      dLabels,
    );
    this.#undrop(dRelations, n * B, relationDrop.mask);
    first = 0;
    for (const example of batch) {
      for (let i = 0; i < example.n && example.hasTree; i++) {
        const head = example.heads[i]!;
        const at = (first + i) * B;
        const own = dParts + (first + i) * P + 2 * A;
        const other = head < 0 ? dRoot + A : dParts + (first + head) * P + 2 * A + B;
        for (let b = 0; b < B; b++) {
          if (f[relations + at + b]! <= 0) continue;
          f[own + b]! += f[dRelations + at + b]!;
          f[other + b]! += f[dRelations + at + b]!;
        }
      }
      first += example.n;
    }
    const dDependents = this.#linearBack(
      dependentDrop.out,
      n,
      A,
      this.at('bilinear'),
      this.at('bilinear.bias'),
      A,
      dAsking,
    );
    this.#undrop(dDependents, n * A, dependentDrop.mask);
    for (let i = 0; i < n; i++) {
      const p = i * P;
      for (let d = 0; d < A; d++) f[dParts + p + d] = f[dDependents + i * A + d]!;
      for (let d = 0; d < 2 * A; d++) if (f[parts + p + d]! <= 0) f[dParts + p + d] = 0;
    }
    const dx = this.#linearBack(headInput.out, n, D, this.at('heads'), this.at('heads.bias'), P, dParts);
    this.#undrop(dx, n * D, headInput.mask);
    const dHidden = this.#linearBack(tagHidden.out, n, G, this.at('tags'), this.at('tags.bias'), T, dTags);
    this.#undrop(dHidden, n * G, tagHidden.mask);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! <= 0) f[dHidden + i] = 0;
    const dTagInput = this.#linearBack(
      tagInput.out,
      n,
      D,
      this.at('tagHidden'),
      this.at('tagHidden.bias'),
      G,
      dHidden,
    );
    this.#undrop(dTagInput, n * D, tagInput.mask);

    const dEntityInput = entityPass === null ? 0 : this.#marksBack(entityPass, n, batch);
    for (let l = layers - 1; l >= 0; l--) {
      if (l + 1 === tagLayer) {
        for (let i = 0; i < n * D; i++) f[dx + i]! += f[dTagInput + i]!;
        if (dEntityInput !== 0) for (let i = 0; i < n * D; i++) f[dx + i]! += f[dEntityInput + i]!;
      }
      this.#layerBack(`layer${l}`, passes[l]!, n, batch, dx);
    }

    for (let i = 0, u = 0; i < tokens; i++) {
      for (let k = 0; k < FEATURE_COUNT; k++, u++) {
        const row = used[u]!;
        if (row < 0) continue;
        if (this.touched[row] === 0) {
          this.touched[row] = 1;
          this.touchedRows.push(row);
        }
        const r = row * D;
        const d = dx + i * D;
        for (let at = 0; at < D; at++) this.tableGradient[r + at]! += f[d + at]!;
      }
    }
    return loss;
  }

  /** A gated running average from each side, added to what came in. */
  #layer(
    name: string,
    x: number,
    n: number,
    batch: readonly Example[],
    rate: number,
    random: (() => number) | null,
  ): Pass {
    const f = this.f;
    const D = this.shape.width;
    const H = D >> 1;
    const input = this.#drop(x, n * D, rate, random);
    const u = this.#linear(input.out, n, D, this.at(name), this.at(`${name}.bias`), 3 * D);
    const c = this.#take(n * D);
    const y = this.#take(n * D);
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

  /** Adds to the layer's gradients, and to `dx`, which holds the gradient of what came out and then of what came in. */
  #layerBack(name: string, { input, u, c }: Pass, n: number, batch: readonly Example[], dx: number): void {
    const f = this.f;
    const D = this.shape.width;
    const H = D >> 1;
    const du = this.#take(n * 3 * D);
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
    const back = this.#linearBack(input.out, n, D, this.at(name), this.at(`${name}.bias`), 3 * D, du);
    this.#undrop(back, n * D, input.mask);
    for (let i = 0; i < n * D; i++) f[dx + i]! += f[back + i]!;
  }

  /** Marks of entities, off a layer of their own above the tags' layer. */
  #marks(
    x: number,
    n: number,
    batch: readonly Example[],
    random: (() => number) | null,
    rates: Rates,
  ): EntityPass {
    const f = this.f;
    const { width: D, entityHidden: G } = this.shape;
    const pass = this.#layer('entityLayer', x, n, batch, rates.layer, random);
    const input = this.#drop(pass.y, n * D, rates.head, random);
    const hidden = this.#linear(input.out, n, D, this.at('entityHidden'), this.at('entityHidden.bias'), G);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! < 0) f[hidden + i] = 0;
    const inner = this.#drop(hidden, n * G, rates.tag, random);
    const scores = this.#linear(
      inner.out,
      n,
      G,
      this.at('entities'),
      this.at('entities.bias'),
      this.entities,
    );
    return { pass, input, hidden, inner, scores, dScores: 0 };
  }

  #marksBack(
    { pass, input, hidden, inner, dScores }: EntityPass,
    n: number,
    batch: readonly Example[],
  ): number {
    const f = this.f;
    const { width: D, entityHidden: G } = this.shape;
    const dHidden = this.#linearBack(
      inner.out,
      n,
      G,
      this.at('entities'),
      this.at('entities.bias'),
      this.entities,
      dScores,
    );
    this.#undrop(dHidden, n * G, inner.mask);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! <= 0) f[dHidden + i] = 0;
    const dx = this.#linearBack(
      input.out,
      n,
      D,
      this.at('entityHidden'),
      this.at('entityHidden.bias'),
      G,
      dHidden,
    );
    this.#undrop(dx, n * D, input.mask);
    this.#layerBack('entityLayer', pass, n, batch, dx);
    return dx;
  }

  #arcScores(
    asking: number,
    parts: number,
    P: number,
    first: number,
    size: number,
    root: number,
    distance: number,
  ): Float32Array {
    const f = this.f;
    const A = this.shape.arc;
    const width = size + 1;
    const scores = new Float32Array(size * width);
    for (let i = 0; i < size; i++) {
      const ask = asking + (first + i) * A;
      for (let j = 0; j < width; j++) {
        if (j === i) {
          scores[i * width + j] = -1e9;
          continue;
        }
        const other = j === size ? root : parts + (first + j) * P + A;
        let sum = j === size ? 0 : f[distance + distanceBucket(i, j)]!;
        for (let d = 0; d < A; d++) sum += f[ask + d]! * f[other + d]!;
        scores[i * width + j] = sum;
      }
    }
    return scores;
  }
}

interface Dropped {
  readonly out: number;
  readonly mask: number;
}
interface Pass {
  readonly input: Dropped;
  readonly u: number;
  readonly c: number;
  readonly y: number;
}
interface EntityPass {
  readonly pass: Pass;
  readonly input: Dropped;
  readonly hidden: number;
  readonly inner: Dropped;
  readonly scores: number;
  dScores: number;
}

/** Sees the scores of one sentence of a batch. `label` gives the scores of relations for chosen heads. */
export type Reader = (
  sentence: number,
  first: number,
  tags: Float32Array,
  arcs: Float32Array,
  label: (heads: Int32Array) => Float32Array,
  entities: Float32Array,
) => void;

/** Shares that are left out while learning. Fitted on EWT dev by hand. */
export type Rates = Readonly<Record<'word' | 'feature' | 'layer' | 'head' | 'tag' | 'arc', number>>;
export const RATES: Rates = { word: 0.2, feature: 0.06, layer: 0.22, head: 0.28, tag: 0.25, arc: 0.22 };

function softmax(f: Float32Array, at: number, d: number, size: number, gold: number, scale: number): number {
  let max = f[at]!;
  for (let i = 1; i < size; i++) if (f[at + i]! > max) max = f[at + i]!;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const e = Math.exp(f[at + i]! - max);
    f[d + i] = e;
    sum += e;
  }
  const p = f[d + gold]! / sum;
  for (let i = 0; i < size; i++) f[d + i] = (f[d + i]! / sum) * scale;
  f[d + gold]! -= scale;
  return -Math.log(Math.max(p, 1e-12)) * scale;
}

function softmaxRow(
  scores: Float32Array,
  at: number,
  d: Float32Array,
  size: number,
  gold: number,
  scale: number,
): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) if (scores[at + i]! > max) max = scores[at + i]!;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    d[i] = Math.exp(scores[at + i]! - max);
    sum += d[i]!;
  }
  const p = d[gold]! / sum;
  for (let i = 0; i < size; i++) d[i] = (d[i]! / sum) * scale;
  d[gold]! -= scale;
  return -Math.log(Math.max(p, 1e-12)) * scale;
}
