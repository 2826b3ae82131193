/**
 * What a dictionary says of a word, for words that the treebanks do not hold: which parts of speech it can be, what kind
 * of thing it names first, and in which lists of names it stands. Words are kept as hashes, three columns beside them.
 */

export interface Lexicon {
  /** Hashes of words in lower case, rising. */
  readonly words: Int32Array;
  /** Parts of speech and inflections, one bit each. */
  readonly classes: Uint16Array;
  /** The kind of thing, of WordNet's 45. */
  readonly senses: Uint8Array;
  /** Lists of names, one bit each. */
  readonly names: Uint8Array;
}

/** Finds a word's place by its hash. Open addressing, at most half full. */
export class LexiconIndex {
  readonly lexicon: Lexicon;
  readonly #slots: Int32Array;
  readonly #places: Int32Array;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    const { words } = lexicon;
    let size = 1;
    while (size < words.length * 2) size *= 2;
    this.#slots = new Int32Array(size);
    this.#places = new Int32Array(size);
    for (let i = 0; i < words.length; i++) {
      let slot = words[i]! & (size - 1);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = words[i]!;
      this.#places[slot] = i;
    }
  }

  /** The place of a word in the lexicon's columns, or -1. */
  find(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== hash) {
      if (this.#slots[slot] === 0) return -1;
      slot = (slot + 1) & mask;
    }
    return this.#places[slot]!;
  }
}

/** Reads a file written by `training/build-lexicon.ts`. */
export function readLexicon(bytes: Uint8Array): Lexicon {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  const count = new Int32Array(buffer, 0, 1)[0]!;
  return {
    words: new Int32Array(buffer, 4, count),
    classes: new Uint16Array(buffer, 4 + 4 * count, count),
    senses: new Uint8Array(buffer, 4 + 6 * count, count),
    names: new Uint8Array(buffer, 4 + 7 * count, count),
  };
}
