/** A quantity while it is being read, before it is known what it measures. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { Quantity } from '../annotations.ts';
import type { ParsedNumber } from './numbers.ts';

export type Draft = { -readonly [K in keyof Quantity]: Quantity[K] } & {
  /** Where the number itself begins, after "at least" and the like. */
  core: TokenIndex;
  number: ParsedNumber | null;
};

/** Four figures without a comma that can be a year. */
export function isYearLike(doc: Doc, number: ParsedNumber, token: TokenIndex): boolean {
  return number.figures && number.value >= 1500 && number.value < 2100 && /^\d{4}$/.test(doc.form(token));
}
