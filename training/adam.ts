/** Adam (Kingma and Ba 2015) for the network's dense parameters and, row by row, for its table of features. */
/** What is learned: dense parameters with their gradients, and the rows of a table that were touched. */
export interface Learner {
  readonly f: Float32Array;
  readonly count: number;
  readonly width: number;
  gradientAt(at: number): number;
  readonly table: Float32Array;
  readonly tableGradient: Float32Array;
  readonly touched: Uint8Array;
  touchedRows: number[];
}

const BETA1 = 0.9;
const BETA2 = 0.98;
const EPSILON = 1e-8;

export class Adam {
  readonly network: Learner;
  readonly m: Float32Array;
  readonly v: Float32Array;
  readonly tableM: Float32Array;
  readonly tableV: Float32Array;
  steps = 0;

  constructor(network: Learner) {
    this.network = network;
    this.m = new Float32Array(network.count);
    this.v = new Float32Array(network.count);
    this.tableM = new Float32Array(network.tableGradient.length);
    this.tableV = new Float32Array(network.tableGradient.length);
  }

  /** One step down the gradients, which are set to 0; a gradient longer than `clip` is shortened to it. */
  step(rate: number, clip: number): void {
    const { network } = this;
    const { f, count, table, tableGradient } = network;
    const D = network.width;
    this.steps++;
    const g = network.gradientAt(0);
    let norm = 0;
    for (let i = 0; i < count; i++) norm += f[g + i]! * f[g + i]!;
    for (const row of network.touchedRows) {
      for (let i = row * D; i < row * D + D; i++) norm += tableGradient[i]! * tableGradient[i]!;
    }
    norm = Math.sqrt(norm);
    const shrink = norm > clip ? clip / norm : 1;
    const correction = (rate * Math.sqrt(1 - BETA2 ** this.steps)) / (1 - BETA1 ** this.steps);
    for (let i = 0; i < count; i++) {
      const d = f[g + i]! * shrink;
      const m = (this.m[i] = BETA1 * this.m[i]! + (1 - BETA1) * d);
      const v = (this.v[i] = BETA2 * this.v[i]! + (1 - BETA2) * d * d);
      f[i]! -= (correction * m) / (Math.sqrt(v) + EPSILON);
    }
    f.fill(0, g, g + count);
    for (const row of network.touchedRows) {
      for (let i = row * D; i < row * D + D; i++) {
        const d = tableGradient[i]! * shrink;
        const m = (this.tableM[i] = BETA1 * this.tableM[i]! + (1 - BETA1) * d);
        const v = (this.tableV[i] = BETA2 * this.tableV[i]! + (1 - BETA2) * d * d);
        table[i]! -= (correction * m) / (Math.sqrt(v) + EPSILON);
        tableGradient[i] = 0;
      }
      network.touched[row] = 0;
    }
    network.touchedRows = [];
  }
}
