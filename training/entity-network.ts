/**
 * The network that marks entities, in the form that learns. It takes what the tagger's tags are read from, as the tagger
 * reads it, and has layers of its own above that; the marks of each scheme are read off the last. What an example does
 * not say of a scheme teaches nothing about it.
 */
import { type Chain, chancesOf } from '../src/language/mark-chain.ts';
import { UNKNOWN } from './network.ts';
import { type Dropped, layerPlan, type Pass, padded, type Random, Tape } from './tape.ts';

export interface EntityShape {
  readonly width: number;
  readonly layers: number;
  readonly hidden: number;
  /** How many marks each scheme has; their scores lie side by side. */
  readonly schemes: readonly number[];
}

/** A sentence of `n` tokens as the tagger sees it, `width` numbers a token, and for each scheme its marks or null. */
export interface EntityExample {
  readonly n: number;
  readonly words: Float32Array;
  readonly marks: readonly (Uint8Array | null)[];
}

/** Sees the chains of one sentence of a batch, by scheme. */
export type MarkReader = (sentence: number, chainOf: (scheme: number) => Chain) => void;

/** Shares that are left out while learning. */
export type EntityRates = Readonly<Record<'layer' | 'head' | 'hidden', number>>;

export class EntityNetwork extends Tape {
  readonly shape: EntityShape;
  readonly columns: number;
  /** No rows are learned. */
  readonly table: Float32Array = new Float32Array(0);
  readonly tableGradient: Float32Array = new Float32Array(0);
  readonly touched: Uint8Array = new Uint8Array(0);
  touchedRows: number[] = [];
  readonly rates: EntityRates;

  constructor(shape: EntityShape, rates: EntityRates, random: Random) {
    const { width: D, layers, hidden: H } = shape;
    const columns = padded(
      shape.schemes.reduce((sum, count) => sum + count, 0),
      8,
    );
    super(
      D,
      [
        ...Array.from({ length: layers }, (_, l) => layerPlan(`layer${l}`, D)).flat(),
        ['hidden', D, H, Math.sqrt(3 / D)],
        ['hidden.bias', 1, H, 0],
        ['marks', H, columns, Math.sqrt(3 / H)],
        ['marks.bias', 1, columns, 0],
        ...shape.schemes.map((count, k) => [`between${k}`, 1, count * count, 0] as const),
      ],
      random,
    );
    this.shape = shape;
    this.columns = columns;
    this.rates = rates;
  }

  /** One batch: the loss per token, and gradients added where `random` is given (learning, with dropout). */
  run(batch: readonly EntityExample[], random: Random | null, read?: MarkReader): number {
    const { layers, hidden: H } = this.shape;
    const { f, width: D, columns, rates } = this;
    this.clear();
    const tokens = batch.reduce((sum, { n }) => sum + n, 0);
    const n = padded(tokens, 4);
    let x = this.take(n * D);
    f.fill(0, x, x + n * D);
    for (let s = 0, at = x; s < batch.length; at += batch[s]!.n * D, s++) f.set(batch[s]!.words, at);
    const passes: Pass[] = [];
    for (let l = 0; l < layers; l++) {
      const pass = this.layer(`layer${l}`, x, n, batch, rates.layer, random);
      passes.push(pass);
      x = pass.y;
    }
    const input = this.drop(x, n * D, rates.head, random);
    const hidden = this.linear(input.out, n, D, this.at('hidden'), this.at('hidden.bias'), H);
    for (let i = 0; i < n * H; i++) if (f[hidden + i]! < 0) f[hidden + i] = 0;
    const inner = this.drop(hidden, n * H, rates.hidden, random);
    const scores = this.linear(inner.out, n, H, this.at('marks'), this.at('marks.bias'), columns);
    if (read !== undefined) {
      let at = scores;
      batch.forEach((example, s) => {
        const own = at;
        read(s, (scheme) => this.chain(scheme, own, example.n));
        at += example.n * columns;
      });
    }
    if (random === null) return 0;

    const dScores = this.take(n * columns);
    f.fill(0, dScores, dScores + n * columns);
    const loss = this.#losses(batch, scores, dScores, 1 / tokens);
    this.#back({ n, batch, passes, input, hidden, inner, dScores });
    return loss;
  }

  /** The chain of one scheme's marks of a sentence whose scores begin at `at`. */
  chain(scheme: number, at: number, n: number): Chain {
    const { schemes } = this.shape;
    const count = schemes[scheme]!;
    const between = this.at(`between${scheme}`);
    return {
      scores: this.f.subarray(at, at + n * this.columns),
      columns: this.columns,
      first: schemes.slice(0, scheme).reduce((sum, size) => sum + size, 0),
      n,
      count,
      between: this.f.subarray(between, between + count * count),
    };
  }

  /** How much less than all that is allowed the chain makes of what is marked, and the gradients of that. */
  #losses(batch: readonly EntityExample[], scores: number, dScores: number, scale: number): number {
    const { f, columns } = this;
    let loss = 0;
    let row = 0;
    for (const { n, marks } of batch) {
      marks.forEach((gold, scheme) => {
        if (gold === null) return;
        const chain = this.chain(scheme, scores + row * columns, n);
        const { count, first } = chain;
        const free = chancesOf(chain);
        const bound = chancesOf(chain, (i, mark) => gold[i] === UNKNOWN || gold[i] === mark);
        // marks of GUM that cross each other make no row
        if (bound.total === Number.NEGATIVE_INFINITY) return;
        loss += (free.total - bound.total) * scale;
        for (let i = 0; i < n; i++) {
          const d = dScores + (row + i) * columns + first;
          for (let k = 0; k < count; k++)
            f[d + k]! += (free.marks[i * count + k]! - bound.marks[i * count + k]!) * scale;
        }
        const d = this.gradientAt(this.at(`between${scheme}`));
        for (let k = 0; k < count * count; k++) f[d + k]! += (free.pairs[k]! - bound.pairs[k]!) * scale;
      });
      row += n;
    }
    return loss;
  }

  #back(made: {
    n: number;
    batch: readonly EntityExample[];
    passes: readonly Pass[];
    input: Dropped;
    hidden: number;
    inner: Dropped;
    dScores: number;
  }): void {
    const { n, batch, passes, input, hidden, inner, dScores } = made;
    const { f, width: D, columns } = this;
    const { hidden: H } = this.shape;
    const dHidden = this.linearBack(
      inner.out,
      n,
      H,
      this.at('marks'),
      this.at('marks.bias'),
      columns,
      dScores,
    );
    this.undrop(dHidden, n * H, inner.mask);
    for (let i = 0; i < n * H; i++) if (f[hidden + i]! <= 0) f[dHidden + i] = 0;
    const dx = this.linearBack(input.out, n, D, this.at('hidden'), this.at('hidden.bias'), H, dHidden);
    this.undrop(dx, n * D, input.mask);
    for (let l = passes.length - 1; l >= 0; l--)
      this.layerBack(`layer${l}`, passes[l]!, n, batch, dx, l === 0);
  }
}
