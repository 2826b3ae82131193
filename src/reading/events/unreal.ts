/** Whether a word tells of something that is only spoken of: threatened, planned, feared. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { EventPack } from './pack.ts';

/** How far before a word what makes it unreal may stand: "would have been the third attack". */
const REACH = 3;

export function isUnreal(doc: Doc, token: TokenIndex, pack: EventPack): boolean {
  const { from } = doc.sentence(doc.sentenceOf(token));
  for (let i = Math.max(from, token - REACH); i < token; i++) if (pack.unreal.has(doc.lower(i))) return true;
  return false;
}
