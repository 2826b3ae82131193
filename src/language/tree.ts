/** Questions that rules ask of a tree. All take a Doc and a token; all stay within the token's sentence. */
import { type Doc, NO_HEAD, type TokenIndex, type TokenRange } from './doc.ts';

/** The tokens that hang directly on `token`, in order, those of one of the relations alone where any are given. "nsubj" also takes "nsubj:pass". */
export function childrenOf(doc: Doc, token: TokenIndex, ...relations: readonly string[]): TokenIndex[] {
  const found: TokenIndex[] = [];
  for (
    let i = nextChild(doc, token, NO_HEAD, relations);
    i !== NO_HEAD;
    i = nextChild(doc, token, i, relations)
  ) {
    found.push(i);
  }
  return found;
}

/** The first such child, or null. */
export function childOf(doc: Doc, token: TokenIndex, ...relations: readonly string[]): TokenIndex | null {
  const first = nextChild(doc, token, NO_HEAD, relations);
  return first === NO_HEAD ? null : first;
}

/** The first child of `token` after `previous` that has one of the relations; NO_HEAD when there is none left. */
function nextChild(
  doc: Doc,
  token: TokenIndex,
  previous: TokenIndex,
  relations: readonly string[],
): TokenIndex {
  doc.head(token); // makes sure that the sentence is parsed, so that the column can be read as it stands
  const { from, to } = doc.sentence(doc.sentenceOf(token));
  const heads = doc.headColumn;
  for (let i = previous === NO_HEAD ? from : previous + 1; i < to; i++) {
    if (heads[i] === token && (relations.length === 0 || isRelation(doc, i, ...relations))) return i;
  }
  return NO_HEAD;
}

/** Whether a token's relation is one of those given; a bare relation takes its subtypes too. */
export function isRelation(doc: Doc, token: TokenIndex, ...relations: readonly string[]): boolean {
  const deprel = doc.deprel(token);
  for (const relation of relations) {
    if (!deprel.startsWith(relation)) continue;
    if (deprel.length === relation.length || deprel[relation.length] === ':') return true;
  }
  return false;
}

/** The run of tokens from the leftmost to the rightmost descendant of `token`, itself included. */
export function subtreeOf(doc: Doc, token: TokenIndex): TokenRange {
  const descendants = descendantsOf(doc, token);
  return { from: descendants[0]!, to: descendants.at(-1)! + 1 };
}

/** `token` and all that hang under it, in order. In one pass: each token's path up is walked only as far as it is new. */
export function descendantsOf(doc: Doc, token: TokenIndex): TokenIndex[] {
  doc.head(token);
  const { from, to } = doc.sentence(doc.sentenceOf(token));
  const heads = doc.headColumn;
  const under = new Uint8Array(to - from); // 1 under the token, 2 not
  under[token - from] = 1;
  const found: TokenIndex[] = [];
  for (let i = from; i < to; i++) {
    let top: TokenIndex = i;
    while (top !== NO_HEAD && under[top - from] === 0) top = heads[top]!;
    const mark = top !== NO_HEAD && under[top - from] === 1 ? 1 : 2;
    for (let k: TokenIndex = i; k !== top; k = heads[k]!) under[k - from] = mark;
    if (mark === 1) found.push(i);
  }
  return found;
}

/** Whether `token` is `ancestor` or hangs under it. */
export function isUnder(doc: Doc, token: TokenIndex, ancestor: TokenIndex): boolean {
  for (let i: TokenIndex = token; i !== NO_HEAD; i = doc.head(i)) if (i === ancestor) return true;
  return false;
}

/** The tokens from `token` up to the root, itself first. */
export function pathToRoot(doc: Doc, token: TokenIndex): TokenIndex[] {
  const path: TokenIndex[] = [];
  for (let i: TokenIndex = token; i !== NO_HEAD; i = doc.head(i)) path.push(i);
  return path;
}

/** The root of the token's sentence. */
export function rootOf(doc: Doc, token: TokenIndex): TokenIndex {
  let i = token;
  for (let head = doc.head(i); head !== NO_HEAD; head = doc.head(i)) i = head;
  return i;
}
