/**
 * Where does a sentence end? Works on tokens: a line break ends one unless the text is wrapped at a column; else an end
 * mark with what closes behind it does, where what follows can begin a sentence.
 */
import { BoundaryReader, type BoundaryWeights, type BoundaryWords, isBoundary } from './boundaries.ts';
import { isSpace, straight, type TokenOffsets } from './tokenize.ts';

/** What a language lends the segmenter. */
export interface SegmenterData {
  readonly words: BoundaryWords;
  /** Learned weights; without them a rule decides. */
  readonly weights: BoundaryWeights | null;
}

/**
 * Tokens after which a sentence is cut where it stands. News has none of 200; lists and noise without an end mark have
 * thousands, and what reads a sentence word against word would take quadratic time on them.
 */
const LONGEST_SENTENCE = 400;

/** The first token of each sentence, and the number of tokens as a last entry. */
export function splitSentences(
  text: string,
  tokens: TokenOffsets,
  { words, weights }: SegmenterData,
): Int32Array {
  const { starts, ends, count } = tokens;
  if (count === 0) return new Int32Array(1);
  const isLineEnd = isWrapped(text) ? 2 : 1;
  const reader = weights === null ? null : new BoundaryReader(text, tokens, words, weights.length);
  const firsts = [0];
  for (let i = 0; i + 1 < count; i++) {
    let splits = lineBreaks(text, ends[i]!, starts[i + 1]!) >= isLineEnd;
    if (!splits && reader !== null && weights !== null && reader.isCandidate(i)) {
      reader.read(i);
      splits = isBoundary(reader.features, weights);
    } else if (!splits && reader === null) splits = endsSentence(text, tokens, i, words);
    if (!splits && i + 1 - firsts.at(-1)! < LONGEST_SENTENCE) continue;
    firsts.push(i + 1);
    reader?.begin(i + 1);
  }
  firsts.push(count);
  return Int32Array.from(firsts);
}

function endsSentence(
  text: string,
  { starts, ends, count }: TokenOffsets,
  i: number,
  data: BoundaryWords,
): boolean {
  // closing marks belong to the sentence before them
  if (starts[i + 1] === ends[i] && CLOSERS.test(text[starts[i + 1]!]!)) return false;
  let mark = i;
  while (
    mark > 0 &&
    ends[mark]! - starts[mark]! <= 2 &&
    CLOSERS.test(text[starts[mark]!]!) &&
    starts[mark] === ends[mark - 1]
  )
    mark--;
  const last = text[ends[mark]! - 1]!;
  if (!'.!?…'.includes(last)) return false;
  const next = text.slice(starts[i + 1]!, ends[i + 1]!);
  const begins = /^[\p{Lu}\p{Lt}\p{Lo}\d"“‘'«([#@•*-]/u.test(next);
  if (!begins && !(last !== '.' && starts[i + 1]! > ends[i]!)) return false;
  if (starts[i + 1] === ends[i] && /[\d\p{Ll}]/u.test(next[0]!)) return false;
  if (last === '.' && ends[mark]! - starts[mark]! > 1 && text[starts[mark]!] !== '.') {
    const form = straight(text.slice(starts[mark]!, ends[mark]! - 1));
    if (mark !== i) return true;
    if (data.titles.has(form)) return false;
    const starter = data.starters.has(next.toLowerCase()) && next[0] !== next[0]!.toLowerCase();
    return starter || /^["“‘«([]/.test(next);
  }
  if (last !== '.' && !begins) return mark === i ? !/^\p{Ll}/u.test(next) : false;
  if (mark !== i && /^\p{Ll}/u.test(next)) return false;
  return i + 1 < count;
}

const CLOSERS = /["'”’»)\]}]/;

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++)
    if (text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x2029) breaks++;
  return breaks;
}

/**
 * Whether single line breaks are only where a column ended: nearly every line is then as long as the next word would
 * allow. Wire copy and plain-text mail are wrapped so.
 */
export function isWrapped(text: string): boolean {
  let lines = 0;
  let full = 0;
  let widest = 0;
  for (let pass = 0; pass < 2; pass++) {
    let start = 0;
    while (start < text.length) {
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      const width = end - start;
      if (pass === 0) widest = Math.max(widest, width);
      else if (end + 1 < text.length && width > 0 && !isSpace(text.charCodeAt(end + 1))) {
        let word = end + 1;
        while (word < text.length && word - end < 40 && !isSpace(text.charCodeAt(word))) word++;
        lines++;
        if (width + (word - end) > widest - 2) full++;
      }
      start = end + 1;
    }
    if (widest > 132 || widest < 40) return false;
  }
  return lines >= 3 && full / lines >= 0.8;
}
