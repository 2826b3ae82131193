/** Questions that rules ask of a tree. All take a Doc and a token; all stay within the token's sentence. */
import { type Doc, NO_HEAD, type TokenIndex, type TokenRange } from './doc.ts';

/** The tokens that hang directly on `token`, in order, those of one of the relations alone where any are given. "nsubj" also takes "nsubj:pass". */
export function childrenOf(doc: Doc, token: TokenIndex, ...relations: readonly string[]): TokenIndex[] {
  const { from, to } = doc.sentence(doc.sentenceOf(token));
  const found: TokenIndex[] = [];
  for (let i = from; i < to; i++) {
    if (doc.head(i) === token && (relations.length === 0 || isRelation(doc, i, ...relations))) found.push(i);
  }
  return found;
}

/** The first such child, or null. */
export function childOf(doc: Doc, token: TokenIndex, ...relations: readonly string[]): TokenIndex | null {
  const { from, to } = doc.sentence(doc.sentenceOf(token));
  for (let i = from; i < to; i++) {
    if (doc.head(i) === token && (relations.length === 0 || isRelation(doc, i, ...relations))) return i;
  }
  return null;
}

/** Whether a token's relation is one of those given; a bare relation takes its subtypes too. */
export function isRelation(doc: Doc, token: TokenIndex, ...relations: readonly string[]): boolean {
  const deprel = doc.deprel(token);
  return relations.some((relation) => deprel === relation || deprel.startsWith(`${relation}:`));
}

/** The run of tokens from the leftmost to the rightmost descendant of `token`, itself included. */
export function subtreeOf(doc: Doc, token: TokenIndex): TokenRange {
  const sentence = doc.sentence(doc.sentenceOf(token));
  let from = token;
  let to = token + 1;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (i >= from && i < to) continue;
    if (isUnder(doc, i, token)) {
      if (i < from) from = i;
      if (i >= to) to = i + 1;
    }
  }
  return { from, to };
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
  while (doc.head(i) !== NO_HEAD) i = doc.head(i);
  return i;
}
