/**
 * Under each key, the reports that have it: many millions of pairs in a few arrays, eight bytes each and some room to
 * grow. Shares of the keys grow on their own, so that no single report waits for the whole to be copied.
 */
import { MAX_REPORTS_A_KEY } from './candidates.ts';
import { mix } from './words.ts';

const SHARDS = 256;
const FIRST_CAPACITY = 64;
const GROWTH = 1.5;
const MAX_LOAD = 0.8;

export class Postings {
  readonly #shards = Array.from({ length: SHARDS }, () => new Shard());

  /** Puts a report, a number of 0 and more, under a key. A key that is full stays as it is. */
  add(key: number, report: number): void {
    const place = mix(key ^ 0x9e3779b9);
    this.#shards[place & (SHARDS - 1)]!.add(place, key, report);
  }

  /** The reports under a key in the order in which they came; at most `MAX_REPORTS_A_KEY`. */
  reportsUnder(key: number): number[] {
    const place = mix(key ^ 0x9e3779b9);
    return this.#shards[place & (SHARDS - 1)]!.find(place, key);
  }

  get byteLength(): number {
    return this.#shards.reduce((sum, shard) => sum + shard.byteLength, 0);
  }
}

/** Pairs in one open table: those of one key stand in the order in which they came, in one run of full slots. */
class Shard {
  /** Key and report + 1 by turns; 0 in the second is a free slot. */
  #slots = new Uint32Array(2 * FIRST_CAPACITY);
  #pairs = 0;

  get byteLength(): number {
    return this.#slots.byteLength;
  }

  add(place: number, key: number, report: number): void {
    if (this.#pairs >= (this.#slots.length / 2) * MAX_LOAD) this.#grow();
    this.#put(place, key, report + 1);
  }

  find(place: number, key: number): number[] {
    const found: number[] = [];
    const slots = this.#slots;
    for (let at = slotOf(place, slots.length); slots[at + 1] !== 0; at = at + 2 < slots.length ? at + 2 : 0) {
      if (slots[at] === key) found.push(slots[at + 1]! - 1);
    }
    return found;
  }

  #put(place: number, key: number, report: number): void {
    const slots = this.#slots;
    let at = slotOf(place, slots.length);
    for (let same = 0; slots[at + 1] !== 0; at = at + 2 < slots.length ? at + 2 : 0) {
      if (slots[at] === key && ++same === MAX_REPORTS_A_KEY) return;
    }
    slots[at] = key;
    slots[at + 1] = report;
    this.#pairs++;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * Math.ceil((old.length / 2) * GROWTH));
    this.#pairs = 0;
    // from a free slot on, so that a run that goes over the end keeps its order
    let start = 0;
    while (old[start + 1] !== 0) start += 2;
    for (let step = 0; step < old.length; step += 2) {
      const at = (start + step) % old.length;
      if (old[at + 1] !== 0) this.#put(mix(old[at]! ^ 0x9e3779b9), old[at]!, old[at + 1]!);
    }
  }
}

/** The slot where a key's run begins, in an array of any length. */
function slotOf(place: number, length: number): number {
  return 2 * Math.floor(((place >>> 8) / 0x1000000) * (length / 2));
}
