/**
 * The words of one saying that are neither its speaker nor what is said: its frame, where the day, the channel and the
 * hearer stand. "Colonel Haan [told reporters in Oskel on Monday that] the road was open [in a televised briefing]".
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { isIn } from './lexicon.ts';
import type { Relation } from './model.ts';

export interface Frame {
  /** From the cue on, to the end of its clause. */
  readonly after: readonly TokenRange[];
  /** Before the cue, the nearest first. */
  readonly before: readonly TokenRange[];
}

/** The frame of one of the relations of a text. It ends where another's speaker or cue begins. */
export function frameOf(doc: Doc, relation: Relation, others: readonly Relation[]): Frame {
  const sentence = doc.sentence(doc.sentenceOf(relation.head));
  const isNear = ({ from, to }: TokenRange): boolean => from < sentence.to && to > sentence.from;
  const own = [...relation.source, ...relation.content];
  const foreign: TokenRange[] = [];
  for (const other of others) {
    if (other === relation) continue;
    if (isNear(other.cue)) foreign.push(other.cue);
    for (const range of other.source)
      if (isNear(range) && !relation.source.some((mine) => mine.from === range.from)) foreign.push(range);
    for (const range of other.content)
      if (isNear(range) && !isIn(relation.head, [range])) foreign.push(range);
  }
  const isFrame = (i: TokenIndex): boolean => !isIn(i, own);
  const after = runs(relation.cue.to, sentence.to, 1, isFrame, foreign);
  // what stands before words that are reported, a dateline say, is no longer about their saying
  const earlier = relation.content.filter(({ from }) => from < relation.cue.from);
  const before = runs(relation.cue.from - 1, sentence.from - 1, -1, isFrame, [...foreign, ...earlier]);
  return { after, before };
}

function runs(
  first: TokenIndex,
  end: TokenIndex,
  step: 1 | -1,
  isFrame: (token: TokenIndex) => boolean,
  foreign: readonly TokenRange[],
): TokenRange[] {
  const found: { from: TokenIndex; to: TokenIndex }[] = [];
  for (let i = first; i !== end; i += step) {
    if (isIn(i, foreign)) break;
    if (!isFrame(i)) continue;
    const last = found.at(-1);
    if (last && step === 1 && last.to === i) last.to = i + 1;
    else if (last && step === -1 && last.from === i + 1) last.from = i;
    else found.push({ from: i, to: i + 1 });
  }
  return found;
}
