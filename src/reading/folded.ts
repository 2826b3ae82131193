/** Tokens under their folded form, for looking names up; folded once for a Doc, whoever asks. */
import { foldName } from '../knowledge/fold.ts';
import type { Doc, TokenIndex } from '../language/doc.ts';

const cache = new WeakMap<Doc, (string | undefined)[]>();

/** The folded form of a token; '' for a mark and for a token that is not there. */
export function foldedToken(doc: Doc, token: TokenIndex): string {
  if (token < 0 || token >= doc.length) return '';
  let folded = cache.get(doc);
  if (!folded) cache.set(doc, (folded = new Array(doc.length)));
  return (folded[token] ??= foldName(doc.lower(token)));
}

/** Whether a token begins with a capital letter. */
export function isCapitalised(doc: Doc, token: TokenIndex): boolean {
  const code = doc.text.charCodeAt(doc.starts[token]!);
  if (code < 128) return code >= 65 && code <= 90;
  return code > 191 && /\p{Lu}/u.test(String.fromCharCode(code));
}
