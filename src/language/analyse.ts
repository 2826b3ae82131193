/** From a text to a Doc: the pack splits it into sentences and tokens, and lends its models for the rest. */
import type { Doc } from './doc.ts';

/** What a language brings to this room. Everything English stands in `languages/en`, behind this. */
export interface LanguageModel {
  /** BCP 47, "en". */
  readonly language: string;
  /** Splits any string into sentences and tokens and gives the Doc; "" gives a Doc of no tokens. Never throws. */
  analyse(text: string): Doc;
}
