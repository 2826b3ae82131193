/**
 * Reports as they come, each related to the earlier ones that it copies. Holds keys, names and days, no text: whoever
 * keeps the texts lends them. A million reports of 4 KB take less than a gigabyte, and the last is added as fast as the
 * first (bench/copies.ts).
 */
import type { CopyRelation } from '../model/record.ts';
import { rankCandidates } from './candidates.ts';
import { Postings } from './postings.ts';
import { type CopyReport, relateWords } from './relation.ts';
import { keysOf } from './signature.ts';
import { wordsOf } from './words.ts';

export class CopyIndex {
  readonly #postings = new Postings();
  readonly #reportAt: (position: number) => CopyReport | undefined;
  #size = 0;

  /** `reportAt` gives the report that was added as the nth, counted from 0; undefined for one that is no longer kept. */
  constructor(reportAt: (position: number) => CopyReport | undefined) {
    this.#reportAt = reportAt;
  }

  /** How many reports were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds a report; gives its relations to those before it, the most alike first, to eight at most. */
  add(report: CopyReport): CopyRelation[] {
    const words = wordsOf(report);
    const keys = keysOf(words);
    const found = Array.from(keys, (key) => this.#postings.reportsUnder(key));
    const relations: CopyRelation[] = [];
    for (const position of rankCandidates(found, keys.length)) {
      const earlier = this.#reportAt(position);
      const relation = earlier && relateWords(earlier, wordsOf(earlier), report, words);
      if (relation) relations.push(relation);
    }
    for (const key of keys) this.#postings.add(key, this.#size);
    this.#size++;
    return relations.sort((a, b) => b.share - a.share);
  }

  /** Bytes that the keys take. */
  get byteLength(): number {
    return this.#postings.byteLength;
  }
}
