/**
 * The network that marks entities, in the form that reads: layers of its own above those that the tagger has for tags,
 * and the marks of each scheme read off the last. What it computes is told in `training/entity-network.ts`.
 */
import { readFileSync } from 'node:fs';
import { type Kernels, kernels } from './kernels.ts';
import { Layers } from './layers.ts';
import type { Chain } from './mark-chain.ts';
import { WeightFile, type WeightHeader } from './weights.ts';

export interface EntityHeader extends WeightHeader {
  readonly width: number;
  readonly layers: number;
  readonly hidden: number;
  /** The marks of the two schemes: "O", "B-PER", "I-PER"… */
  readonly nameMarks: readonly string[];
  readonly detailMarks: readonly string[];
}

export type Scheme = 'names' | 'details';

export class EntityNetwork {
  readonly header: EntityHeader;
  readonly #layers: Layers;
  readonly #layerAt: number[] = [];
  #hidden = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>, makeKernels: (bytes: number) => Kernels = kernels) {
    const file = new WeightFile<EntityHeader>(bytes);
    this.header = file.header;
    const { width, layers, hidden } = file.header;
    const lay = (place: (size: number) => number): void => {
      for (let l = 0; l <= layers; l++) this.#layerAt.push(place(Layers.room(width)));
      this.#hidden = place(Layers.room(hidden));
    };
    this.#layers = new Layers(file, width, 0, lay, makeKernels);
  }

  /**
   * The scores of a sentence's marks by each scheme. `words` has `width` numbers a token, at most MOST_TOKENS of them.
   * A view: read it at once.
   */
  marks(words: Float32Array, n: number): Readonly<Record<Scheme, Chain>> {
    const { f32, noFloor, zero, sums, vectors } = this.#layers;
    const { layers, nameMarks, detailMarks } = this.header;
    f32.set(words, this.#layerAt[0]! / 4);
    for (let l = 0; l < layers; l++)
      this.#layers.gated(`layer${l}`, this.#layerAt[l]!, this.#layerAt[l + 1]!, n);
    this.#layers.dense('hidden', this.#layerAt[layers]!, n, zero, this.#hidden);
    const columns = this.#layers.dense('marks', this.#hidden, n, noFloor, sums);
    const scores = f32.subarray(sums / 4, sums / 4 + n * columns);
    const chain = (scheme: Scheme, first: number, count: number): Chain => {
      return { scores, columns, first, n, count, between: vectors.get(`between.${scheme}`)! };
    };
    return {
      names: chain('names', 0, nameMarks.length),
      details: chain('details', nameMarks.length, detailMarks.length),
    };
  }
}

/** Reads a file of weights. */
export function loadEntityNetwork(path: string | URL): EntityNetwork {
  const bytes = readFileSync(path);
  return new EntityNetwork(new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length));
}
