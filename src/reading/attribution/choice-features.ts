/** Stage 3: what may tell that a proposal is an attribution: its own spans, and the other proposals around it. */
import type { TokenIndex, TokenRange } from '../../language/doc.ts';
import { few, type Rows } from '../rows.ts';
import type { Columns } from './columns.ts';

/** An attribution that the first two stages propose. */
export interface Proposal {
  readonly head: TokenIndex;
  /** Log-odds that the head is a cue. */
  readonly odds: number;
  readonly source: readonly TokenRange[];
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
  /** A source was found only when one was looked for again. */
  readonly isSecondLook: boolean;
}

/** How far to either side proposals are compared. */
const NEIGHBOURS = 25;

/** Is proposal `k` of a text an attribution, given its own spans and the other proposals? */
export function choiceRows(columns: Columns, proposals: readonly Proposal[], k: number, rows: Rows): void {
  rows.length = 0;
  const { word, lemma, tag, quote, doc } = columns;
  const { head, odds, source, cue, content, isSecondLook } = proposals[k]!;
  const l0 = lemma[head]!;
  const t0 = tag[head]!;
  const fine = Math.max(-12, Math.min(20, Math.round(odds * 2)));
  const coarse = few(Math.max(-6, Math.round(odds)), 6);
  const s = source[0];
  const c = content[0]!;
  const second = isSecondLook ? 1 : 0;
  let n = 400;
  rows.add(n++, 0);
  rows.add(n++, fine);
  rows.add(n++, fine, l0);
  rows.add(n++, fine, t0);
  rows.add(n++, l0);
  rows.add(n++, l0, t0);
  // its source
  const hasSource = s ? 1 : 0;
  const sourceSide = s ? (s.from < head ? 1 : 2) : 0;
  const sourceTag = s ? tag[s.to - 1]! : 0;
  const sourceWord = s ? word[s.from]! : 0;
  rows.add(n++, hasSource, second);
  rows.add(n++, hasSource, second, l0);
  rows.add(n++, hasSource, second, t0);
  rows.add(n++, sourceWord);
  rows.add(n++, s ? lemma[s.to - 1]! : 0);
  rows.add(n++, s ? lemma[s.to - 1]! : 0, l0);
  rows.add(n++, sourceTag, sourceSide, s ? size(s.from < head ? head - s.to : s.from - head) : 0);
  rows.add(n++, sourceTag, t0, sourceSide);
  rows.add(n++, s ? size(s.to - s.from) : 0, sourceSide);
  rows.add(n++, source.length);
  rows.add(n++, sourceTag, sourceWord);
  // its content
  const side = c.from < head ? 1 : 2;
  const gap = size(c.from < head ? Math.max(0, head - c.to) : c.from - head);
  let length = 0;
  for (const { from, to } of content) length += to - from;
  rows.add(n++, word[c.from]!, side);
  rows.add(n++, tag[c.from]!, side, gap);
  rows.add(n++, word[c.from]!, l0);
  rows.add(n++, tag[c.from]!, l0);
  rows.add(n++, size(length), side);
  rows.add(n++, size(length), t0, gap);
  rows.add(n++, content.length);
  rows.add(n++, quote[c.from]!, side, l0);
  rows.add(n++, quote[c.from]!, side, hasSource);
  rows.add(n++, lemma[c.to - 1]!, side);
  rows.add(n++, tag[c.from]!, c.from + 1 < doc.length ? tag[c.from + 1]! : 0, side);
  rows.add(n++, size(cue.to - cue.from), t0);
  rows.add(n++, word[cue.from]!, t0);
  rows.add(n++, word[cue.to - 1]!, l0);
  rows.add(n++, s ? (c.from < s.from ? 4 : 0) + sourceSide : 9, side);
  // the others: one whose content holds this cue, one in this content, one of the same content, source or cue
  let over = NONE;
  let overLemma = 0;
  let under = NONE;
  let clash = NONE;
  let same = NONE;
  let beside = NONE;
  const contentEnd = content[content.length - 1]!.to;
  const end = Math.min(proposals.length, k + NEIGHBOURS);
  for (let m = Math.max(0, k - NEIGHBOURS); m < end; m++) {
    if (m === k) continue;
    const other = proposals[m]!;
    if (s && other.odds > same && other.source.length > 0 && other.source[0]!.from === s.from)
      same = other.odds;
    const isBeside =
      (head >= other.cue.from && head < other.cue.to) || (other.head >= cue.from && other.head < cue.to);
    if (isBeside && other.odds > beside) beside = other.odds;
    // most are far apart: neither head nor content reaches into the other's content
    const first = other.content[0]!.from;
    const last = other.content[other.content.length - 1]!.to;
    if (head >= first && head < last && other.odds > over && isWithin(head, other.content)) {
      over = other.odds;
      overLemma = lemma[other.head]!;
    }
    if (
      other.head >= c.from &&
      other.head < contentEnd &&
      other.odds > under &&
      isWithin(other.head, content)
    ) {
      under = other.odds;
    }
    if (first < contentEnd && c.from < last && other.odds > clash && overlap(content, other.content))
      clash = other.odds;
  }
  rows.add(n++, rounded(over), coarse);
  rows.add(n++, rounded(over), overLemma);
  rows.add(n++, rounded(over), l0);
  rows.add(n++, rounded(over), t0);
  rows.add(n++, rounded(under), coarse);
  rows.add(n++, rounded(under), l0);
  rows.add(n++, rounded(clash), coarse);
  rows.add(n++, rounded(clash), rounded(over), rounded(under));
  rows.add(n++, rounded(same), coarse);
  rows.add(n++, rounded(beside), coarse);
  rows.add(n++, rounded(over), rounded(under));
  rows.add(n++, rounded(same), l0);
}

const NONE = -99;

function rounded(odds: number): number {
  return odds === NONE ? NONE : Math.max(-4, Math.min(8, Math.round(odds)));
}

/** A length as 0..9. */
function size(length: number): number {
  if (length < 5) return length;
  if (length < 8) return 5;
  if (length < 13) return 6;
  if (length < 25) return 7;
  return length < 50 ? 8 : 9;
}

function isWithin(token: TokenIndex, ranges: readonly TokenRange[]): boolean {
  for (const { from, to } of ranges) if (token >= from && token < to) return true;
  return false;
}

function overlap(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  for (const x of a) for (const y of b) if (x.from < y.to && y.from < x.to) return true;
  return false;
}
