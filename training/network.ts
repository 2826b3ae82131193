/**
 * The network that tags and parses, in the form that learns: 32-bit floats, forward and backward written out by hand.
 * A token is the sum of the rows of its features; gated averages run over the sentence from both sides, layer on layer
 * (simple recurrent units, Lei et al. 2018); tags are read off a lower layer; on the last one each word chooses its head
 * (bilinear scores, Dozat and Manning 2017) and then the relation to it.
 */
import { FEATURE_COUNT } from '../src/language/features.ts';
import { distanceBucket } from '../src/language/network.ts';
import { type Dropped, layerPlan, type Pass, type Plan, padded, type Random, Tape } from './tape.ts';

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

export const DISTANCES = 32;
/** The network's parameters, in the order in which they are drawn and kept. */
function planOf(shape: Shape): Plan {
  const { width: D, arc: A, label: B, tagHidden: G, entityHidden: H } = shape;
  const tags = padded(shape.upos + shape.xpos, 8);
  const labels = padded(shape.deprels, 8);
  const entities = padded(shape.names + shape.details, 8);
  return [
    ...Array.from({ length: shape.layers }, (_, l) => layerPlan(`layer${l}`, D)).flat(),
    ['tagHidden', D, G, Math.sqrt(6 / (D + G))],
    ['tagHidden.bias', 1, G, 0],
    ['tags', G, tags, Math.sqrt(3 / G)],
    ['tags.bias', 1, tags, 0],
    ['heads', D, 2 * A + 2 * B, Math.sqrt(3 / D)],
    ['heads.bias', 1, 2 * A + 2 * B, 0],
    ['bilinear', A, A, 1 / A],
    ['bilinear.bias', 1, A, 0],
    ['root', 1, A + B, 0.1],
    ['distance', 1, DISTANCES, 0],
    ['labels', B, labels, Math.sqrt(3 / B)],
    ['labels.bias', 1, labels, 0],
    ...layerPlan('entityLayer', D),
    ['entityHidden', D, H, Math.sqrt(3 / D)],
    ['entityHidden.bias', 1, H, 0],
    ['entities', H, entities, Math.sqrt(3 / H)],
    ['entities.bias', 1, entities, 0],
  ];
}

export class Network extends Tape {
  readonly shape: Shape;
  /** Rows of features, learned apart because few are touched at a time. */
  readonly table: Float32Array;
  readonly tableGradient: Float32Array;
  readonly touched: Uint8Array;
  touchedRows: number[] = [];
  readonly tags: number;
  readonly labels: number;
  readonly entities: number;

  constructor(shape: Shape, random: Random) {
    super(shape.width, planOf(shape), random);
    this.shape = shape;
    this.tags = padded(shape.upos + shape.xpos, 8);
    this.labels = padded(shape.deprels, 8);
    this.entities = padded(shape.names + shape.details, 8);
    this.table = new Float32Array(shape.rows * shape.width);
    for (let i = 0; i < this.table.length; i++) this.table[i] = (random() * 2 - 1) * 0.12;
    this.tableGradient = new Float32Array(this.table.length);
    this.touched = new Uint8Array(shape.rows);
  }

  /**
   * One batch: the sum of losses per token, and gradients added where `random` is given (learning, with dropout).
   * `read` sees the scores of a batch that is only read: tag scores, then arc scores and label scores per sentence.
   */
  run(batch: readonly Example[], random: (() => number) | null, read?: Reader, rates: Rates = RATES): number {
    const { width: D, layers, tagLayer, tagHidden: G, arc: A, label: B, upos, xpos } = this.shape;
    const f = this.f;
    this.clear();
    let tokens = 0;
    for (const example of batch) tokens += example.n;
    const n = padded(tokens, 4);
    const scale = 1 / tokens;
    let loss = 0;

    // Tokens.
    const inputs: number[] = [this.take(n * D)];
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
      const pass = this.layer(`layer${l}`, inputs[l]!, n, batch, rates.layer, random);
      passes.push(pass);
      inputs.push(pass.y);
    }

    // Tags.
    const tagInput = this.drop(inputs[tagLayer]!, n * D, rates.head, random);
    const hidden = this.linear(tagInput.out, n, D, this.at('tagHidden'), this.at('tagHidden.bias'), G);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! < 0) f[hidden + i] = 0;
    const tagHidden = this.drop(hidden, n * G, rates.tag, random);
    const T = this.tags;
    const tags = this.linear(tagHidden.out, n, G, this.at('tags'), this.at('tags.bias'), T);

    // Heads and relations.
    const P = 2 * A + 2 * B;
    const headInput = this.drop(inputs[layers]!, n * D, rates.head, random);
    const parts = this.linear(headInput.out, n, D, this.at('heads'), this.at('heads.bias'), P);
    const dependents = this.take(n * A);
    for (let i = 0; i < n; i++) {
      const p = parts + i * P;
      for (let d = 0; d < 2 * A; d++) if (f[p + d]! < 0) f[p + d] = 0;
      f.copyWithin(dependents + i * A, p, p + A);
    }
    const dependentDrop = this.drop(dependents, n * A, rates.arc, random);
    const asking = this.linear(dependentDrop.out, n, A, this.at('bilinear'), this.at('bilinear.bias'), A);
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
            const relu = this.take(rows * B);
            f.fill(0, relu, relu + rows * B);
            for (let i = 0; i < size; i++) {
              const head = heads[i]!;
              const own = parts + (first + i) * P + 2 * A;
              const other = head < 0 ? root + A : parts + (first + head) * P + 2 * A + B;
              for (let d = 0; d < B; d++) f[relu + i * B + d] = Math.max(0, f[own + d]! + f[other + d]!);
            }
            const at = this.linear(relu, rows, B, this.at('labels'), this.at('labels.bias'), this.labels);
            return f.subarray(at, at + size * this.labels);
          },
          f.subarray(entityPass!.scores + first * E, entityPass!.scores + (first + size) * E),
        );
        first += size;
      }
      return 0;
    }

    // Losses, and their gradients in place.
    const dTags = this.take(n * T);
    f.fill(0, dTags, dTags + n * T);
    const relations = this.take(n * B);
    f.fill(0, relations, relations + n * B);
    const dParts = this.take(n * P);
    f.fill(0, dParts, dParts + n * P);
    const dAsking = this.take(n * A);
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
    const relationDrop = this.drop(relations, n * B, rates.arc, random);
    const L = this.labels;
    const labels = this.linear(relationDrop.out, n, B, this.at('labels'), this.at('labels.bias'), L);
    const dLabels = this.take(n * L);
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
      const dScores = this.take(n * E);
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
    const dRelations = this.linearBack(
      relationDrop.out,
      n,
      B,
      this.at('labels'),
      this.at('labels.bias'),
      L,
      dLabels,
    );
    this.undrop(dRelations, n * B, relationDrop.mask);
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
    const dDependents = this.linearBack(
      dependentDrop.out,
      n,
      A,
      this.at('bilinear'),
      this.at('bilinear.bias'),
      A,
      dAsking,
    );
    this.undrop(dDependents, n * A, dependentDrop.mask);
    for (let i = 0; i < n; i++) {
      const p = i * P;
      for (let d = 0; d < A; d++) f[dParts + p + d] = f[dDependents + i * A + d]!;
      for (let d = 0; d < 2 * A; d++) if (f[parts + p + d]! <= 0) f[dParts + p + d] = 0;
    }
    const dx = this.linearBack(headInput.out, n, D, this.at('heads'), this.at('heads.bias'), P, dParts);
    this.undrop(dx, n * D, headInput.mask);
    const dHidden = this.linearBack(tagHidden.out, n, G, this.at('tags'), this.at('tags.bias'), T, dTags);
    this.undrop(dHidden, n * G, tagHidden.mask);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! <= 0) f[dHidden + i] = 0;
    const dTagInput = this.linearBack(
      tagInput.out,
      n,
      D,
      this.at('tagHidden'),
      this.at('tagHidden.bias'),
      G,
      dHidden,
    );
    this.undrop(dTagInput, n * D, tagInput.mask);

    const dEntityInput = entityPass === null ? 0 : this.#marksBack(entityPass, n, batch);
    for (let l = layers - 1; l >= 0; l--) {
      if (l + 1 === tagLayer) {
        for (let i = 0; i < n * D; i++) f[dx + i]! += f[dTagInput + i]!;
        if (dEntityInput !== 0) for (let i = 0; i < n * D; i++) f[dx + i]! += f[dEntityInput + i]!;
      }
      this.layerBack(`layer${l}`, passes[l]!, n, batch, dx);
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
    const pass = this.layer('entityLayer', x, n, batch, rates.layer, random);
    const input = this.drop(pass.y, n * D, rates.head, random);
    const hidden = this.linear(input.out, n, D, this.at('entityHidden'), this.at('entityHidden.bias'), G);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! < 0) f[hidden + i] = 0;
    const inner = this.drop(hidden, n * G, rates.tag, random);
    const scores = this.linear(inner.out, n, G, this.at('entities'), this.at('entities.bias'), this.entities);
    return { pass, input, hidden, inner, scores, dScores: 0 };
  }

  #marksBack(
    { pass, input, hidden, inner, dScores }: EntityPass,
    n: number,
    batch: readonly Example[],
  ): number {
    const f = this.f;
    const { width: D, entityHidden: G } = this.shape;
    const dHidden = this.linearBack(
      inner.out,
      n,
      G,
      this.at('entities'),
      this.at('entities.bias'),
      this.entities,
      dScores,
    );
    this.undrop(dHidden, n * G, inner.mask);
    for (let i = 0; i < n * G; i++) if (f[hidden + i]! <= 0) f[dHidden + i] = 0;
    const dx = this.linearBack(
      input.out,
      n,
      D,
      this.at('entityHidden'),
      this.at('entityHidden.bias'),
      G,
      dHidden,
    );
    this.undrop(dx, n * D, input.mask);
    this.layerBack('entityLayer', pass, n, batch, dx);
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
