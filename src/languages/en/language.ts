/** English: the tables and weights that make a text of English into a Doc. */
import type { LanguageModel } from '../../language/analyse.ts';
import { Doc, type SentenceModels } from '../../language/doc.ts';
import { splitSentences } from '../../language/segment.ts';
import { tokenize } from '../../language/tokenize.ts';
import { STARTERS, TITLES } from './abbreviations.ts';
import { ENGLISH_TOKENIZER } from './tokenizer-exceptions.ts';

const SEGMENTER = { titles: new Set(TITLES), starters: new Set(STARTERS) };

let cached: LanguageModel | undefined;

/** The English model. Weights are read once, the first time that a sentence's tags are asked for. */
export function english(): LanguageModel {
  cached ??= {
    language: 'en',
    analyse(text) {
      const tokens = tokenize(text, ENGLISH_TOKENIZER);
      const sentenceStarts = splitSentences(text, tokens, SEGMENTER);
      const starts = tokens.starts.slice(0, tokens.count);
      const ends = tokens.ends.slice(0, tokens.count);
      return new Doc(text, starts, ends, sentenceStarts, PLACEHOLDER);
    },
  };
  return cached;
}

/** Until the weights are trained: every token an unknown, hanging on the first. */
const PLACEHOLDER: SentenceModels = {
  tag() {},
  parse(doc, { from, to }) {
    for (let i = from + 1; i < to; i++) doc.headColumn[i] = from;
    for (let i = from; i < to; i++) doc.deprelColumn[i] = i === from ? 0 : 1;
  },
  recognise: () => [],
  lemma: (doc, token) => doc.lower(token),
  xposNames: ['FW'],
  deprelNames: ['root', 'dep'],
};
