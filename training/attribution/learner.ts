/** Tables of weights while they learn: Adagrad with feature dropout, then rounded to bytes. */
export class Table {
  readonly size: number;
  readonly width: number;
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #rate: number;

  constructor(size: number, width: number, rate: number) {
    this.size = size;
    this.width = width;
    this.weights = new Float32Array(size * width);
    this.#squares = new Float32Array(size * width).fill(1e-3);
    this.#rate = rate;
  }

  /** One step down the gradient of one weight. */
  step(index: number, gradient: number): void {
    const square = (this.#squares[index] = this.#squares[index]! + gradient * gradient);
    this.weights[index] = this.weights[index]! - (this.#rate * gradient) / Math.sqrt(square);
  }
}

/** A small generator with a seed (mulberry32): the same numbers every time. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
