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
 * How rare words are: in how many of so many texts each stands, in the news of each language and in the record itself. A list
 * is lines "form TAB count" after a first line with the number of texts; `texts` are the record's, each as its different
 * words (`formsOfReport`). What is common in a record tells nothing apart there, however rare it is elsewhere. It is counted once,
 * not while the record grows: a comparison made again must come out the same.
 */
export function rarityFrom(lists: readonly string[], texts: Iterable<Iterable<string>> = []): Rarity {
  const counts = new Map<string, number>();
  let all = 0;
  for (const list of lists) {
    const [head, ...rows] = list.trimEnd().split('\n');
    all += Number.parseInt(head!, 10);
    for (const row of rows) {
      const [form, count] = row.split('\t');
      counts.set(form!, (counts.get(form!) ?? 0) + Number(count));
    }
  }
  for (const forms of texts) {
    all++;
    for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return { of: (form) => Math.log((all + 1) / ((counts.get(form) ?? 0) + 1)) };
}
