/**
 * How a report is laid out for the eye: which paragraph each token stands in, and which tokens stand inside quotation
 * marks. A quotation that is still open where its paragraph ends goes on in the next one only if that one opens with
 * a mark of its own, as newspapers print it. One pass, linear in the length of the text.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';

/** What a quotation mark may do: "“" opens, "”" closes, a straight mark does either. */
const OPENS = 1;
const CLOSES = 2;

const MARKS = new Map<string, number>([
  ['“', OPENS],
  ['„', OPENS],
  ['«', OPENS],
  ['”', CLOSES],
  ['»', CLOSES],
  ['"', OPENS | CLOSES],
  ['``', OPENS],
  ["''", OPENS | CLOSES],
  ['‘', OPENS],
  ['’', CLOSES],
  ["'", OPENS | CLOSES],
]);
const SINGLE = /^['‘’]$/;

export interface Layout {
  /** The number of each token's paragraph, from 0. */
  readonly paragraphOf: Int32Array;
  /** First token of each paragraph, and the Doc's length as a last entry. */
  readonly paragraphStarts: Int32Array;
  /** 1 + the number of the quotation that a token belongs to, its marks included; 0 outside. */
  readonly quotationOf: Int32Array;
  readonly quotations: readonly Quotation[];
}

/** A quotation with its marks. `closed` is false where the paragraph ends first. */
export interface Quotation extends TokenRange {
  readonly closed: boolean;
}

export function layOut(doc: Doc): Layout {
  const paragraphOf = new Int32Array(doc.length);
  const starts: number[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (i === 0 || (beginsSentence(doc, i) && hasLineBreak(doc, i))) starts.push(i);
    paragraphOf[i] = starts.length - 1;
  }
  starts.push(doc.length);
  const quotationOf = new Int32Array(doc.length);
  const quotations: Quotation[] = [];
  for (let p = 0; p + 1 < starts.length; p++) findQuotations(doc, starts[p]!, starts[p + 1]!, quotations);
  quotations.forEach(({ from, to }, i) => {
    quotationOf.fill(i + 1, from, to);
  });
  return { paragraphOf, paragraphStarts: Int32Array.from(starts), quotationOf, quotations };
}

function beginsSentence(doc: Doc, token: TokenIndex): boolean {
  return doc.sentenceStarts[doc.sentenceOf(token)] === token;
}

function hasLineBreak(doc: Doc, token: TokenIndex): boolean {
  for (let at = doc.end(token - 1); at < doc.start(token); at++) {
    const code = doc.text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

/** Quotations within one paragraph. Single marks count only where no double one is open, and only as a pair. */
function findQuotations(doc: Doc, from: TokenIndex, to: TokenIndex, found: Quotation[]): void {
  let open = -1;
  let mark = '';
  for (let i = from; i < to; i++) {
    if (doc.end(i) - doc.start(i) > 2) continue;
    const form = doc.form(i);
    const does = MARKS.get(form);
    if (does === undefined) continue;
    if (open < 0) {
      const opens = does === OPENS || (does === (OPENS | CLOSES) && standsBefore(doc, i, to));
      if (opens && (!SINGLE.test(form) || closesLater(doc, i, to))) {
        open = i;
        mark = form;
      }
    } else if (does & CLOSES && SINGLE.test(form) === SINGLE.test(mark)) {
      found.push({ from: open, to: i + 1, closed: true });
      open = -1;
    }
  }
  if (open >= 0 && !SINGLE.test(mark)) found.push({ from: open, to, closed: false });
}

/** Whether a straight mark hugs the word after it, not the one before: how an opening mark is set. */
function standsBefore(doc: Doc, token: TokenIndex, to: TokenIndex): boolean {
  if (token + 1 >= to) return false;
  const hugsNext = doc.start(token + 1) === doc.end(token);
  const hugsLast = token > 0 && doc.end(token - 1) === doc.start(token);
  return hugsNext || !hugsLast;
}

/** Whether a single opening mark finds its closing mark nearby: else it is an apostrophe. */
function closesLater(doc: Doc, token: TokenIndex, to: TokenIndex): boolean {
  if (doc.start(token + 1) !== doc.end(token)) return false;
  const limit = Math.min(to, token + 80);
  for (let i = token + 2; i < limit; i++) {
    const form = doc.form(i);
    if ((form === '’' || form === "'") && doc.end(i - 1) === doc.start(i)) return true;
  }
  return false;
}
