/** Does the report withhold a speaker's name, and does it say why? */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { isIn, type Lexicon } from './lexicon.ts';

/** The words that withhold a name, the reason included. */
export interface Anonymity extends TokenRange {
  readonly reason?: string;
  readonly by: string;
}

/** Words in the cue's sentence, outside what is said, by which the name is withheld. */
export function findAnonymity(
  doc: Doc,
  sentence: TokenRange,
  content: readonly TokenRange[],
  lexicon: Lexicon,
): Anonymity | null {
  for (let i = sentence.from; i < sentence.to; i++) {
    if (isIn(i, content)) continue;
    for (const { id, words } of lexicon.anonymity.get(doc.lower(i)) ?? []) {
      const to = i + words.length;
      if (to > sentence.to || !stands(doc, i, words)) continue;
      const reason = reasonAfter(doc, to, sentence.to, content, lexicon);
      return reason === null
        ? { from: i, to, by: id }
        : { from: i, to: reason.to, reason: doc.slice(reason), by: id };
    }
  }
  return null;
}

function stands(doc: Doc, from: TokenIndex, words: readonly string[]): boolean {
  return words.every((word, k) => word === '*' || doc.lower(from + k) === word);
}

/** "because she feared reprisals": from the word that opens it to the next comma, mark or what is said. */
function reasonAfter(
  doc: Doc,
  from: TokenIndex,
  end: TokenIndex,
  content: readonly TokenRange[],
  lexicon: Lexicon,
): TokenRange | null {
  for (let i = from; i < Math.min(end, from + 8); i++) {
    if (isIn(i, content) || doc.upos(i) === 'PUNCT') return null;
    const match = lexicon.reasons.at(doc, i);
    if (!match) continue;
    let to = i;
    while (to < end && !isIn(to, content) && doc.upos(to) !== 'PUNCT') to++;
    return to > match.to ? { from: i, to } : null;
  }
  return null;
}
