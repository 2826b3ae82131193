/**
 * What the learned models look at. A feature is a hashed row of a table of weights; templates are numbered, so that
 * the same value seen by two templates falls on two rows. Nothing here knows a word of any language.
 */

/** The rows that one decision looks up, gathered in place. */
export class Rows {
  readonly at = new Int32Array(256);
  length = 0;
  readonly #mask: number;

  /** Of a table of `size` rows, a power of two. */
  constructor(size: number) {
    this.#mask = size - 1;
  }
  add(template: number, a: number, b = 0, c = 0): void {
    let hash = Math.imul(template + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ a, 0x85ebca6b);
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0xc2b2ae35);
    hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x27d4eb2f);
    this.at[this.length++] = (hash ^ (hash >>> 16)) & this.#mask;
  }
}

/** 0 1 2 3 4 5-6 7-9 10-14 15-24 25- as 0..9. */
export function bucket(distance: number): number {
  if (distance < 5) return distance;
  if (distance < 7) return 5;
  if (distance < 10) return 6;
  if (distance < 15) return 7;
  return distance < 25 ? 8 : 9;
}

/** A count, cut off at `most`. */
export function few(count: number, most: number): number {
  return count > most ? most : count;
}
