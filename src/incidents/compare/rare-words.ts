/** How alike the words are that title and text tell the event in, rare ones weighing most (tf-idf cosine). */
import { cosine, type Feature, rarest } from './feature.ts';

export const RARE_WORDS: Feature = {
  id: 'rare-words',
  measures: ['cosine', 'root'],
  measure(a, b) {
    const likeness = cosine(a.words, b.words);
    return [likeness, Math.sqrt(likeness)];
  },
  reason(a, b) {
    const common = [...a.words.keys()].filter((form) => b.words.has(form));
    return common.length > 0
      ? `share ${rarest(common, a)
          .map((form) => `“${form}”`)
          .join(', ')}`
      : '';
  },
};
