/**
 * "Police and the hospital said": two sources of one saying. Where figures stand on it, each source's word counts alone,
 * and the saying becomes as many attributions as it has sources.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { childrenOf } from '../../language/tree.ts';
import type { Lexicon } from './lexicon.ts';
import type { FoundRelation } from './relations.ts';

/** The sources of a saying that stand side by side, in their order; the one source where there is no other. */
export function equalSources(doc: Doc, { source }: FoundRelation, lexicon: Lexicon): TokenRange[][] {
  const range = source[0];
  if (!range || source.length > 1) return [[...source]];
  const head = headOf(doc, range);
  const joints = jointsOf(doc, range, head, lexicon);
  const ends = [...joints.map(({ from }) => from), range.to];
  const starts = [pastBoth(doc, range, head), ...joints.map(({ to }) => to)];
  return joints.length === 0 ? [[range]] : starts.map((from, k) => [{ from, to: ends[k]! }]);
}

/** What joins the sources, as the tree has it; else an "and" between two phrases with determiners of their own. */
function jointsOf(doc: Doc, range: TokenRange, head: TokenIndex, lexicon: Lexicon): TokenRange[] {
  const joints: TokenRange[] = [];
  for (const other of childrenOf(doc, head, 'conj')) {
    if (other >= range.to) continue;
    // "Petar Haan, founder and head of the Front": what he is, nobody else
    if (!isSomebody(doc, other) || !isPhrase(doc, other, lexicon)) return [];
    const joint = jointBefore(doc, other, head);
    if (joint && joint.from > (joints.at(-1)?.to ?? range.from)) joints.push(joint);
  }
  if (joints.length > 0 || doc.upos(range.from) !== 'DET') return joints;
  for (let i = range.from + 2; i + 2 < range.to; i++) {
    if (doc.upos(i) === 'CCONJ' && isSomebody(doc, i - 1) && doc.upos(i + 1) === 'DET')
      return [{ from: i, to: i + 1 }];
  }
  return [];
}

/** The token of a range whose head lies outside it. */
function headOf(doc: Doc, { from, to }: TokenRange): TokenIndex {
  for (let i = from; i < to; i++) if (doc.head(i) < from || doc.head(i) >= to) return i;
  return from;
}

function isSomebody(doc: Doc, token: TokenIndex): boolean {
  return doc.upos(token) === 'NOUN' || doc.upos(token) === 'PROPN';
}

/** Whether a noun can stand for somebody without the word before it: a name, several, a body, or with a determiner of its own. */
function isPhrase(doc: Doc, noun: TokenIndex, { bodies }: Lexicon): boolean {
  return (
    doc.upos(noun) === 'PROPN' ||
    doc.lower(noun) !== doc.lemma(noun).toLowerCase() ||
    bodies.at(doc, noun) !== null ||
    childrenOf(doc, noun, 'det', 'nummod', 'nmod:poss').length > 0
  );
}

/** The words that join a conjunct to what stands before it: "and", ", and", ",". Null where there are none. */
function jointBefore(doc: Doc, conjunct: TokenIndex, after: TokenIndex): TokenRange | null {
  for (let i = conjunct - 1; i > after; i--) {
    if (doc.upos(i) === 'CCONJ') return { from: doc.lower(i - 1) === ',' ? i - 1 : i, to: i + 1 };
    if (doc.lower(i) === ',' && doc.head(i) === conjunct) return { from: i, to: i + 1 };
  }
  return null;
}

/** "Both the army and the police": the first source begins after the word that only announces the second. */
function pastBoth(doc: Doc, { from }: TokenRange, head: TokenIndex): TokenIndex {
  return doc.deprel(from) === 'cc:preconj' && from < head ? from + 1 : from;
}
