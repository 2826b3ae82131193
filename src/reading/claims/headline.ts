/**
 * Whether a line of the body is put like a headline: no stop at its end, no auxiliary and no determiner in it. Pages
 * carry such lines of other stories, and captions; a report that is short of words is written so throughout.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Source } from '../source.ts';

/** Headlines are shorter. */
const MAX_TOKENS = 28;

/** False in the title itself, and where most lines have no stop, as in notes. */
export function isHeadline(token: TokenIndex, { doc, storyOffset }: Source): boolean {
  if (doc.start(token) < storyOffset) return false;
  const line = lineOf(doc, token);
  if (line === null || /[.!?:;,…]["'”’)]*$/.test(doc.form(line.to - 1))) return false;
  for (let i = line.from; i < line.to; i++) if (/^(?:AUX|DET)$/.test(doc.upos(i))) return false;
  return true;
}

/** Null where it is too long. */
function lineOf(doc: Doc, token: TokenIndex): TokenRange | null {
  let from = token;
  while (from > 0 && !isBreak(doc, from)) if (token - --from > MAX_TOKENS) return null;
  let to = token + 1;
  while (to < doc.length && !isBreak(doc, to)) if (++to - from > MAX_TOKENS) return null;
  return { from, to };
}

/** Whether a new line begins with the token. */
function isBreak(doc: Doc, token: TokenIndex): boolean {
  return doc.text.slice(doc.end(token - 1), doc.start(token)).includes('\n');
}
