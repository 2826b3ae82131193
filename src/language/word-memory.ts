/**
 * A word looks to the network as it did the last time that it was met in the same setting, and most words of a report
 * have been met before. What the table of features and the first layer's product make of a word is kept here and
 * copied instead of computed again: to the bit the same, and most of the work of tagging saved.
 */
import { FEATURE_COUNT } from './features.ts';

/** Words kept, a power of two. A newer word takes the place of an older one that falls on the same spot. */
const PLACES = 4096;

/** The keys of the words kept. What is kept of them lies in the network's memory, place by place. */
export class WordMemory {
  static readonly places = PLACES;
  /** All hashes of the word in each place; the first is 0 where the place is free. */
  readonly #keys = new Int32Array(PLACES * FEATURE_COUNT);

  /** The place of the word whose hashes begin at `at`, whether or not it is there. */
  placeOf(hashes: Int32Array, at: number): number {
    let mixed = 0;
    for (let k = 0; k < FEATURE_COUNT; k++) mixed = Math.imul(mixed ^ hashes[at + k]!, 0x01000193);
    return (mixed ^ (mixed >>> 15)) & (PLACES - 1);
  }

  /** Whether the word is in its place, letter for letter as far as hashes tell: each of them is compared. */
  holds(place: number, hashes: Int32Array, at: number): boolean {
    const key = place * FEATURE_COUNT;
    for (let k = 0; k < FEATURE_COUNT; k++) if (this.#keys[key + k] !== hashes[at + k]) return false;
    return true;
  }

  keep(place: number, hashes: Int32Array, at: number): void {
    const key = place * FEATURE_COUNT;
    for (let k = 0; k < FEATURE_COUNT; k++) this.#keys[key + k] = hashes[at + k]!;
  }
}
