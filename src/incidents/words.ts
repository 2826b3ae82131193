/**
 * Words as they stand, of no language: what is written in letters, numbers, and names, by which texts of one incident
 * know each other; and how rare each is. Nothing here stems, translates or leaves words out.
 */
import type { Offset } from '../text/span.ts';

export interface Word {
  /** Folded: lower case, without marks. */
  readonly form: string;
  readonly start: Offset;
  readonly isNumber: boolean;
  /** It begins with a capital letter, where no sentence or line begins. */
  readonly isName: boolean;
}

const WORD = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;
/** What may stand between the end of a sentence, or of a heading, and a word that opens the next. */
const OPENS = /(?:^|[.!?:;…\n\r“"‘'«([–—|-])\s*$/u;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [form] = match;
    const isNumber = /^\p{N}/u.test(form);
    const isCapital = !isNumber && /^\p{Lu}/u.test(form);
    const before = isCapital ? text.slice(Math.max(0, match.index - 4), match.index) : '';
    return { form: foldWord(form), start: match.index, isNumber, isName: isCapital && !OPENS.test(before) };
  });
}

/** A word without case and marks, so that spellings of one name meet. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  // marks are rare, and taking them off is slow
  return /^[\p{ASCII}]*$/u.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}

/** How much a word says about which incident a text tells of. */
export interface Rarity {
  /** In nats: 0 for a word that every text has. */
  of(form: string): number;
}

/** In how many texts each word stands. Given as rarity, the counts must not grow while comparisons are to be repeated. */
export class WordCounts implements Rarity {
  readonly #counts = new Map<string, number>();
  readonly #background: Background | null;
  #texts = 0;

  constructor(background: Background | null = null) {
    this.#background = background;
  }

  /** Counts a text once for each different word. */
  add(forms: Iterable<string>): void {
    this.#texts++;
    for (const form of new Set(forms)) this.#counts.set(form, (this.#counts.get(form) ?? 0) + 1);
  }

  of(form: string): number {
    const texts = this.#texts + (this.#background?.texts ?? 0);
    const count = (this.#counts.get(form) ?? 0) + (this.#background?.count(form) ?? 0);
    return Math.log((texts + 1) / (Math.min(texts, count) + 1));
  }
}

/** In how many of so many texts of the world at large a word stands. */
export interface Background {
  readonly texts: number;
  count(form: string): number;
}
