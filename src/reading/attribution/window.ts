/** The stretch of a report in which the source and content of one cue are looked for: its paragraph, within reason. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Layout } from './layout.ts';

/** Tokens on either side of a cue that are looked at: 99.6 % of PolNeAR's contents lie within; it keeps time linear. */
const REACH = 160;

export function windowOf(doc: Doc, layout: Layout, head: TokenIndex): TokenRange {
  const p = layout.paragraphOf[head]!;
  const starts = layout.paragraphStarts;
  let from = starts[p]!;
  let to = starts[p + 1]!;
  // "He said:" with the quotation in the next paragraph
  if (to < doc.length && to - head <= 12 && isColon(doc, to - 1)) to = starts[p + 2]!;
  // "“…”" and the name, after a dash, in the next paragraph
  if (p > 0 && head - from <= 1 && isDash(doc, from)) from = starts[p - 1]!;
  // without quotation marks what is said stays in its sentence, or the one before
  if (!hasQuotation(layout, from, to)) {
    const s = doc.sentenceOf(head);
    from = Math.max(from, doc.sentenceStarts[s]!);
    to = Math.min(to, doc.sentenceStarts[s + 1]!);
  }
  return { from: Math.max(from, head - REACH), to: Math.min(to, head + REACH) };
}

function hasQuotation(layout: Layout, from: TokenIndex, to: TokenIndex): boolean {
  for (let i = from; i < to; i++) if (layout.quotationOf[i] !== 0) return true;
  return false;
}

function isColon(doc: Doc, token: TokenIndex): boolean {
  return doc.end(token) - doc.start(token) === 1 && doc.text.charCodeAt(doc.start(token)) === 58;
}

function isDash(doc: Doc, token: TokenIndex): boolean {
  return /^[–—-]+$/.test(doc.form(token));
}
