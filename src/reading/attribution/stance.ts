/** How a cue puts what is said: as fact, as an admission, an estimate, an accusation, a denial, a refusal or a guess. */
import type { Doc, TokenRange } from '../../language/doc.ts';
import type { Lexicon } from './lexicon.ts';
import type { AttributionStance, StanceRow } from './pack.ts';

/** The stance of a cue, and the row that says so; null where it plainly asserts. */
export function findStance(
  doc: Doc,
  cue: TokenRange,
  lexicon: Lexicon,
): { stance: AttributionStance; by: string } | null {
  const lemmas = new Map<string, number>();
  for (let i = cue.from; i < cue.to; i++) {
    lemmas.set(doc.lemma(i).toLowerCase(), i);
    lemmas.set(doc.lower(i), i);
  }
  const isNegated = [...lemmas.keys()].some((lemma) => lexicon.words.negations.has(lemma));
  const row = lexicon.stances.find((row: StanceRow) =>
    row.cues.some((lemma) => {
      const at = lemmas.get(lemma);
      if (at === undefined || (row.negated ?? false) !== isNegated) return false;
      return !row.before || row.before.includes(doc.lower(at + 1));
    }),
  );
  return row ? { stance: row.stance, by: row.id } : null;
}
