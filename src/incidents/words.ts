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

/**
 * How rare words are, by lists of in how many texts each stands: lines "form TAB count" after a first line with the number
 * of texts, one list a language. A word of several lists is as rare as where it is most common, one of none as rare as one
 * of no text. It stays as it is while a record grows, so that a comparison made again comes out the same.
 */
export function rarityFrom(lists: readonly string[]): Rarity {
  const rarities = new Map<string, number>();
  let unlisted = 0;
  for (const list of lists) {
    const [head, ...rows] = list.trimEnd().split('\n');
    const texts = Number.parseInt(head!, 10);
    unlisted = Math.max(unlisted, Math.log(texts + 1));
    for (const row of rows) {
      const [form, count] = row.split('\t');
      const rarity = Math.log((texts + 1) / (Number(count) + 1));
      rarities.set(form!, Math.min(rarity, rarities.get(form!) ?? rarity));
    }
  }
  return { of: (form) => rarities.get(form) ?? unlisted };
}
