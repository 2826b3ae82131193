/**
 * The labels of a run of tokens around one cue, as a linear chain: scores for each label and for each step between
 * labels, the best path, and for training the probabilities of all paths. A cue is one unbroken run that holds its head.
 */
import { CUE, LABELS, OTHER } from './role-features.ts';

const NEVER = -1e9;

export class Lattice {
  length = 0;
  /** Of token i, label y: [i * LABELS + y]. */
  emissions = new Float64Array(0);
  /** Of the step into token i from label x to label y: [(i * LABELS + x) * LABELS + y]. */
  transitions = new Float64Array(0);
  #best = new Float64Array(0);
  #back = new Uint8Array(0);

  /** Makes room for a run of `length` tokens and clears it. */
  reset(length: number): void {
    this.length = length;
    const size = length * LABELS;
    if (this.emissions.length < size) {
      this.emissions = new Float64Array(size * 2);
      this.transitions = new Float64Array(size * LABELS * 2);
      this.#best = new Float64Array(size * 2);
      this.#back = new Uint8Array(size * 2);
    }
    this.emissions.fill(0, 0, size);
    this.transitions.fill(0, 0, size * LABELS);
  }

  /** Rules out the paths in which the cue is not one run around the token at `head`. */
  holdCue(head: number): void {
    for (let y = 0; y < LABELS; y++) if (y !== CUE) this.emissions[head * LABELS + y] = NEVER;
    for (let i = 1; i < this.length; i++) {
      for (let y = 0; y < LABELS; y++) {
        if (y === CUE) continue;
        if (i <= head) this.transitions[(i * LABELS + CUE) * LABELS + y] = NEVER;
        else this.transitions[(i * LABELS + y) * LABELS + CUE] = NEVER;
      }
    }
  }

  /** The labels of the best path into `labels`; its score. */
  decode(labels: Uint8Array): number {
    const { length, emissions, transitions } = this;
    const best = this.#best;
    const back = this.#back;
    if (length === 0) return 0;
    for (let y = 0; y < LABELS; y++) best[y] = emissions[y]!;
    for (let i = 1; i < length; i++) {
      for (let y = 0; y < LABELS; y++) {
        let top = -Infinity;
        let from = OTHER;
        for (let x = 0; x < LABELS; x++) {
          const score = best[(i - 1) * LABELS + x]! + transitions[(i * LABELS + x) * LABELS + y]!;
          if (score > top) {
            top = score;
            from = x;
          }
        }
        best[i * LABELS + y] = top + emissions[i * LABELS + y]!;
        back[i * LABELS + y] = from;
      }
    }
    let last = 0;
    const end = (length - 1) * LABELS;
    for (let y = 1; y < LABELS; y++) if (best[end + y]! > best[end + last]!) last = y;
    const score = best[end + last]!;
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = last;
      if (i > 0) last = back[i * LABELS + last]!;
    }
    return score;
  }
}
