/** From a text to a Doc: the pack splits it into sentences and tokens, and lends its models for the rest. */
import type { Doc } from './doc.ts';

/** What a language brings to this room. Everything English stands in `languages/en`, behind this. */
export interface LanguageModel {
  /** BCP 47, "en". */
  readonly language: string;
  /** Splits any string into sentences and tokens and gives the Doc; "" gives a Doc of no tokens. Never throws. */
  analyse(text: string): Doc;
}

/** A language model of this room's own kind, which can also be given the tokens. */
export interface TrainedModel extends LanguageModel {
  /** The Doc of a text whose tokens and sentences are known: offsets of each token, and the first token of each sentence with the number of tokens last. */
  analyseTokens(text: string, starts: Int32Array, ends: Int32Array, sentenceStarts: Int32Array): Doc;
}
