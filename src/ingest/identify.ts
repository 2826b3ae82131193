/**
 * Which language is a text in? Its small words first, which costs nothing; a statistical guesser (eld, half a second to
 * load) only where they leave a doubt.
 */

/** A language and its small words. */
export interface Candidate {
  readonly code: string;
  readonly functionWords: readonly string[];
}

/**
 * Shares of a text's words that are small words of a language. Of English news and incident lists, 99 in 100 texts have
 * .2 and more, of Spanish and Russian none has .1. Between the two a guess for another language is not believed.
 */
const SURE = 0.18;
const POSSIBLE = 0.1;
/** Letters below which a guess is worth nothing ("Police kill 3"). */
const MIN_LETTERS = 20;

/** The BCP 47 code of the text's language; null where it is too short or too mixed to say. */
export async function identifyLanguage(
  text: string,
  candidates: readonly Candidate[],
): Promise<string | null> {
  const sample = sampleOf(text);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const shares = candidates.map(({ code, functionWords }) => {
    const known = new Set(functionWords);
    return { code, share: words.filter((word) => known.has(word)).length / Math.max(1, words.length) };
  });
  const best = shares.sort((a, b) => b.share - a.share)[0];
  if (best && words.length >= 8 && best.share >= SURE) return best.code;
  if (words.join('').length < MIN_LETTERS) return null;
  const { eld } = await import('eld/small');
  const guess = eld.detect(sample);
  if (!guess.language || !guess.isReliable()) return null;
  return guess.language !== best?.code && best && best.share >= POSSIBLE ? null : guess.language;
}

/** The beginning and the middle of a long text. */
function sampleOf(text: string): string {
  if (text.length <= 6000) return text;
  const middle = text.length >> 1;
  return `${text.slice(0, 3000)}\n${text.slice(middle, middle + 3000)}`;
}
