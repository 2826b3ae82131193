/** Tables of weights while they learn: Adagrad with feature dropout, then rounded to bytes. */
export class Table {
  readonly size: number;
  readonly width: number;
  readonly weights: Float32Array;
  readonly #squares: Float32Array;
  readonly #rate: number;
  #sum: Float64Array | undefined;
  #remembered = 0;

  constructor(size: number, width: number, rate: number) {
    this.size = size;
    this.width = width;
    this.weights = new Float32Array(size * width);
    this.#squares = new Float32Array(size * width).fill(1e-3);
    this.#rate = rate;
  }

  /** Adds the weights as they stand to the average. */
  remember(): void {
    this.#sum ??= new Float64Array(this.weights.length);
    for (let i = 0; i < this.weights.length; i++) this.#sum[i] = this.#sum[i]! + this.weights[i]!;
    this.#remembered++;
  }

  /** Replaces the weights by the average of those remembered. */
  average(): void {
    if (!this.#sum) return;
    for (let i = 0; i < this.weights.length; i++) this.weights[i] = this.#sum[i]! / this.#remembered;
  }

  /** One step down the gradient of one weight. */
  step(index: number, gradient: number): void {
    const square = (this.#squares[index] = this.#squares[index]! + gradient * gradient);
    this.weights[index] = this.weights[index]! - (this.#rate * gradient) / Math.sqrt(square);
  }
}
