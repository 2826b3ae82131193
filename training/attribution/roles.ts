/** Stage 2: which tokens around a cue are its source, its cue and its content? A linear-chain CRF, one chain a cue. */
import type { TokenIndex, TokenRange } from '../../src/language/doc.ts';
import type { Columns } from '../../src/reading/attribution/columns.ts';
import { Lattice } from '../../src/reading/attribution/lattice.ts';
import { LABELS, Site } from '../../src/reading/attribution/role-features.ts';
import { Rows } from '../../src/reading/rows.ts';
import { randomFrom, shuffle } from '../random.ts';
import { Table } from './learner.ts';

export interface RoleExample {
  readonly columns: Columns;
  readonly head: TokenIndex;
  readonly window: TokenRange;
  /** The gold label of each token of the window. */
  readonly labels: Uint8Array;
}

export interface RoleOptions {
  readonly emissionSize: number;
  readonly transitionSize: number;
  readonly epochs: number;
  readonly dropout: number;
  readonly rate: number;
  readonly seed: number;
}

export interface RoleTables {
  readonly emissions: Table;
  readonly transitions: Table;
}

const L2 = LABELS * LABELS;

export function trainRoles(examples: readonly RoleExample[], options: RoleOptions): RoleTables {
  const random = randomFrom(options.seed);
  const emissions = new Table(options.emissionSize, LABELS, options.rate);
  const transitions = new Table(options.transitionSize, L2, options.rate);
  const eRows = new Rows(options.emissionSize);
  const tRows = new Rows(options.transitionSize);
  const lattice = new Lattice();
  const site = new Site();
  const order = [...examples];
  const keep = 1 - options.dropout;
  // the rows that survive dropout, of every token of one chain
  let eKept = new Int32Array(1 << 16);
  const eEnds = new Int32Array(1 << 12);
  let tKept = new Int32Array(1 << 16);
  const tEnds = new Int32Array(1 << 12);
  const alpha = new Float64Array(LABELS << 12);
  const beta = new Float64Array(LABELS << 12);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const { columns, head, window, labels } of shuffle(order, random)) {
      const n = window.to - window.from;
      lattice.reset(n);
      site.turnTo(columns, head, window.from, window.to);
      let eCount = 0;
      let tCount = 0;
      for (let i = 0; i < n; i++) {
        site.moveTo(window.from + i);
        site.emissionRows(eRows);
        if (eKept.length < eCount + 256) eKept = doubled(eKept);
        for (let k = 0; k < eRows.length; k++) {
          if (random() >= keep) continue;
          const row = eRows.at[k]! * LABELS;
          eKept[eCount++] = row;
          for (let y = 0; y < LABELS; y++)
            lattice.emissions[i * LABELS + y]! += emissions.weights[row + y]! / keep;
        }
        eEnds[i] = eCount;
        if (i > 0) {
          site.transitionRows(tRows);
          if (tKept.length < tCount + 256) tKept = doubled(tKept);
          for (let k = 0; k < tRows.length; k++) {
            if (random() >= keep) continue;
            const row = tRows.at[k]! * L2;
            tKept[tCount++] = row;
            for (let z = 0; z < L2; z++)
              lattice.transitions[i * L2 + z]! += transitions.weights[row + z]! / keep;
          }
        }
        tEnds[i] = tCount;
      }
      lattice.holdCue(head - window.from);
      const logZ = forwardBackward(lattice, alpha, beta);
      // expected minus seen, step by step
      let gold = 0;
      let e = 0;
      let t = 0;
      for (let i = 0; i < n; i++) {
        const seen = labels[i]!;
        gold += lattice.emissions[i * LABELS + seen]!;
        for (let y = 0; y < LABELS; y++) {
          const p = Math.exp(alpha[i * LABELS + y]! + beta[i * LABELS + y]! - logZ);
          const gradient = p - (y === seen ? 1 : 0);
          if (Math.abs(gradient) < 1e-4) continue;
          for (let k = e; k < eEnds[i]!; k++) emissions.step(eKept[k]! + y, gradient);
        }
        e = eEnds[i]!;
        if (i > 0) {
          const last = labels[i - 1]!;
          gold += lattice.transitions[(i * LABELS + last) * LABELS + seen]!;
          for (let x = 0; x < LABELS; x++) {
            for (let y = 0; y < LABELS; y++) {
              const p = Math.exp(
                alpha[(i - 1) * LABELS + x]! +
                  lattice.transitions[(i * LABELS + x) * LABELS + y]! +
                  lattice.emissions[i * LABELS + y]! +
                  beta[i * LABELS + y]! -
                  logZ,
              );
              const gradient = p - (x === last && y === seen ? 1 : 0);
              if (Math.abs(gradient) < 1e-4) continue;
              for (let k = t; k < tEnds[i]!; k++) transitions.step(tKept[k]! + x * LABELS + y, gradient);
            }
          }
        }
        t = tEnds[i]!;
      }
      loss += logZ - gold;
    }
    if (epoch >= options.epochs / 2) {
      emissions.remember();
      transitions.remember();
    }
    console.error(`roles epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(3)}`);
  }
  emissions.average();
  transitions.average();
  return { emissions, transitions };
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Log sums over all paths to and from each label; the log of their total. */
export function forwardBackward(
  { length: n, emissions, transitions }: Lattice,
  alpha: Float64Array,
  beta: Float64Array,
): number {
  for (let y = 0; y < LABELS; y++) alpha[y] = emissions[y]!;
  for (let i = 1; i < n; i++) {
    for (let y = 0; y < LABELS; y++) {
      let top = -Infinity;
      for (let x = 0; x < LABELS; x++) {
        const s = alpha[(i - 1) * LABELS + x]! + transitions[(i * LABELS + x) * LABELS + y]!;
        if (s > top) top = s;
      }
      let sum = 0;
      for (let x = 0; x < LABELS; x++)
        sum += Math.exp(alpha[(i - 1) * LABELS + x]! + transitions[(i * LABELS + x) * LABELS + y]! - top);
      alpha[i * LABELS + y] = top + Math.log(sum) + emissions[i * LABELS + y]!;
    }
  }
  for (let y = 0; y < LABELS; y++) beta[(n - 1) * LABELS + y] = 0;
  for (let i = n - 2; i >= 0; i--) {
    for (let x = 0; x < LABELS; x++) {
      let top = -Infinity;
      for (let y = 0; y < LABELS; y++) {
        const s =
          transitions[((i + 1) * LABELS + x) * LABELS + y]! +
          emissions[(i + 1) * LABELS + y]! +
          beta[(i + 1) * LABELS + y]!;
        if (s > top) top = s;
      }
      let sum = 0;
      for (let y = 0; y < LABELS; y++)
        sum += Math.exp(
          transitions[((i + 1) * LABELS + x) * LABELS + y]! +
            emissions[(i + 1) * LABELS + y]! +
            beta[(i + 1) * LABELS + y]! -
            top,
        );
      beta[i * LABELS + x] = top + Math.log(sum);
    }
  }
  const end = (n - 1) * LABELS;
  let top = -Infinity;
  for (let y = 0; y < LABELS; y++) top = Math.max(top, alpha[end + y]!);
  let sum = 0;
  for (let y = 0; y < LABELS; y++) sum += Math.exp(alpha[end + y]! - top);
  return top + Math.log(sum);
}
