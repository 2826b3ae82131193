/**
 * Looks up fixed phrases of one or more words, forwards from a token or backwards from one. Words are in lower case
 * and tokenised as in a Doc, with a space between tokens: "no one", "- year - old". The longest phrase wins.
 */
import type { Doc, TokenIndex } from '../language/doc.ts';

export interface PhraseMatch<Value> {
  readonly from: TokenIndex;
  readonly to: TokenIndex;
  readonly value: Value;
}

interface Entry<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

export class PhraseTable<Value> {
  readonly #byFirst = new Map<string, Entry<Value>[]>();
  readonly #byLast = new Map<string, Entry<Value>[]>();

  constructor(rows: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of rows) {
      const words = phrase.split(' ');
      const entry = { words, value };
      append(this.#byFirst, words[0]!, entry);
      append(this.#byLast, words[words.length - 1]!, entry);
    }
    for (const index of [this.#byFirst, this.#byLast]) {
      for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
    }
  }

  /** Whether some phrase begins with the word. */
  begins(word: string): boolean {
    return this.#byFirst.has(word);
  }

  /** The longest phrase that begins at the token. */
  at(doc: Doc, from: TokenIndex): PhraseMatch<Value> | null {
    const entries = this.#byFirst.get(doc.lower(from));
    if (entries === undefined) return null;
    for (const { words, value } of entries) {
      if (stands(doc, from, words)) return { from, to: from + words.length, value };
    }
    return null;
  }

  /** The longest phrase that ends before the token `to`. */
  endingAt(doc: Doc, to: TokenIndex): PhraseMatch<Value> | null {
    const entries = this.#byLast.get(doc.lower(to - 1));
    if (entries === undefined) return null;
    for (const { words, value } of entries) {
      const from = to - words.length;
      if (from >= 0 && stands(doc, from, words)) return { from, to, value };
    }
    return null;
  }
}

function append<Value>(index: Map<string, Entry<Value>[]>, key: string, entry: Entry<Value>): void {
  const entries = index.get(key);
  if (entries === undefined) index.set(key, [entry]);
  else entries.push(entry);
}

function stands(doc: Doc, from: TokenIndex, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (doc.lower(from + k) !== words[k]) return false;
  return true;
}
