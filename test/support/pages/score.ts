/** How near is a text to the one that should have been taken? By its words, order left aside, as Barbaresi and others score extractors. */

export interface Overlap {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function overlapOf(text: string, gold: string): Overlap {
  const [words, goldWords] = [wordsOf(text), wordsOf(gold)];
  const left = new Map<string, number>();
  for (const word of goldWords) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) common++;
    left.set(word, count - 1);
  }
  const precision = common / Math.max(1, words.length);
  const recall = common / Math.max(1, goldWords.length);
  return { precision, recall, f1: (2 * common) / Math.max(1, words.length + goldWords.length) };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
