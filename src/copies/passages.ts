/**
 * Which passages of one report stand, nearly word for word, in another? Sentence by sentence: the stretch of the other
 * report that has most of the sentence's runs of words is aligned with it word by word, and a sentence of which at
 * least 0.8 stands there is copied. Sentences may come in another order. Takes two reports, gives stretches of both.
 */
import type { Offset } from '../text/span.ts';
import { alignSentence, Places, RUN } from './align.ts';
import { runsOf } from './signature.ts';
import { type CopyText, type Words, wordsOf } from './words.ts';

/** A stretch of a report's text, or of its title where `in` says so. May be empty: a place between two words. */
export interface Stretch {
  readonly start: Offset;
  readonly end: Offset;
  readonly in?: 'title';
}

export interface Passage {
  readonly a: Stretch;
  readonly b: Stretch;
  /** Words of it that are the same in both. */
  readonly words: number;
  /** Whether it is a quotation in two tellings that are not copied: both reporters may have heard the speaker. */
  readonly isQuotation: boolean;
  /** Stretches of b, within the passage, whose words are not a's; empty where a has words that b leaves out. */
  readonly changed: readonly Stretch[];
  /** Places of b, each with its like in a, where the two get out of step: a space more, a word less. */
  readonly steps: readonly (readonly [Offset, Offset])[];
}

export interface Comparison {
  /** The part of each text's prose, in words, that stands in the other: of sentences of eight words and more. 0..1 */
  readonly shareOfA: number;
  readonly shareOfB: number;
  /** In the order of b. */
  readonly passages: readonly Passage[];
}

/** A sentence of fewer words is no copy by itself: "No arrests have been made." It counts beside one that is. */
const MIN_SENTENCE_WORDS = 8;
/** The part of a sentence's words that must stand in the other, in their order. */
const MIN_ALIKE = 0.8;
/** Quotations count as copied where so much of the prose around them is. */
const MIN_NARRATIVE = 0.15;
/** A post may do without stops; more lines without one are a list of links and captions, the frame of a page. */
const MAX_POST_SENTENCES = 3;
/** Unlike words that may stand between two alike ones of one passage. */
const MAX_GAP = 8;

/** Compares b with a. For reports that share nothing both shares are 0 and there are no passages. */
export function comparePassages(a: CopyText, b: CopyText): Comparison {
  return compareWords(wordsOf(a), wordsOf(b));
}

export function compareWords(a: Words, b: Words): Comparison {
  if (isSame(a, b)) return { shareOfA: 1, shareOfB: 1, passages: told(passagesOf(a, b, samePartners(a, b))) };
  const ofB = align(b, a);
  const ofA = align(a, b);
  // a sentence of a may stand within a longer one of b, of which less than 0.8 is a's
  const partners = ofB.partners.slice();
  ofA.partners.forEach((partner, word) => {
    if (partner >= 0 && partners[partner]! < 0) partners[partner] = word;
  });
  const passages = passagesOf(a, b, partners);
  const heard = marksOf(a, b, partners, passages);
  const narrative = { shareOfA: shareOf(a, ofA.copied, heard.a), shareOfB: shareOf(b, ofB.copied, heard.b) };
  if (Math.max(narrative.shareOfA, narrative.shareOfB) < MIN_NARRATIVE) return { ...narrative, passages };
  return { shareOfA: shareOf(a, ofA.copied), shareOfB: shareOf(b, ofB.copied), passages: told(passages) };
}

/** Where the telling is copied, the quotations in it are. */
const told = (passages: readonly Passage[]): Passage[] =>
  passages.map((passage) => ({ ...passage, isQuotation: false }));

/** Whether the texts are the same word for word, be they a list of links. */
function isSame(a: Words, b: Words): boolean {
  const [x, y] = [a.hashes.subarray(a.titleWords), b.hashes.subarray(b.titleWords)];
  return x.length > 0 && x.length === y.length && x.every((hash, at) => hash === y[at]);
}

/** Of texts that are the same; titles are each other's only where they are too. */
function samePartners(a: Words, b: Words): Int32Array {
  const title = b.hashes.subarray(0, b.titleWords);
  const isTitleSame = a.titleWords === b.titleWords && title.every((hash, at) => hash === a.hashes[at]);
  return Int32Array.from(b.hashes, (_, word) =>
    word < b.titleWords && !isTitleSame ? -1 : word - b.titleWords + a.titleWords,
  );
}

/** The words of one report in another. */
interface Alignment {
  /** Of each word, the index of its like in the other report; -1 for none. */
  readonly partners: Int32Array;
  /** Sentences that are copied. */
  readonly copied: ReadonlySet<number>;
}

function align(from: Words, into: Words): Alignment {
  const partners = new Int32Array(from.hashes.length).fill(-1);
  const copied = new Set<number>();
  const places = new Places(into.hashes);
  const runs = runsOf(from.hashes, RUN);
  from.sentences.forEach((sentence, index) => {
    const length = sentence.to - sentence.from;
    if (length < RUN) return;
    const window = places.windowOf(runs, sentence, leastRuns(length));
    if (!window) return;
    const pairs = alignSentence(from.hashes, sentence, into.hashes, window);
    const span = pairs.length ? pairs.at(-1)![1] - pairs[0]![1] + 1 : 0;
    const alike = pairs.length / Math.max(length, span);
    if (alike < (length < MIN_SENTENCE_WORDS ? 1 : MIN_ALIKE)) return;
    if (length >= MIN_SENTENCE_WORDS) copied.add(index);
    for (const [word, partner] of pairs) partners[word] = partner;
  });
  return { partners, copied };
}

/** Each word that is another's takes away the runs it is in. */
function leastRuns(length: number): number {
  const unlike = length < MIN_SENTENCE_WORDS ? 0 : Math.floor(length * (1 - MIN_ALIKE));
  return Math.max(1, length - RUN + 1 - RUN * unlike);
}

function passagesOf(a: Words, b: Words, partners: Int32Array): Passage[] {
  const passages: Passage[] = [];
  let words: number[] = [];
  const close = (): void => {
    if (words.length >= MIN_SENTENCE_WORDS) passages.push(passageOf(a, b, words, partners));
    words = [];
  };
  partners.forEach((partner, word) => {
    if (partner < 0) return;
    const last = words.at(-1);
    if (last !== undefined && !isNext(a, b, [partners[last]!, last], [partner, word])) close();
    words.push(word);
  });
  close();
  return passages;
}

/** Whether a pair of like words, one of a and one of b, goes on the passage that ends in another. */
function isNext(
  a: Words,
  b: Words,
  last: readonly [number, number],
  next: readonly [number, number],
): boolean {
  const step = next[0] - last[0];
  const sameField =
    isTitle(a, next[0]) === isTitle(a, last[0]) && isTitle(b, next[1]) === isTitle(b, last[1]);
  return next[1] - last[1] <= MAX_GAP && step > 0 && step <= MAX_GAP && sameField;
}

/** A mark on each word, of both reports, that is shared in a quotation alone. */
function marksOf(a: Words, b: Words, partners: Int32Array, passages: readonly Passage[]) {
  const marks = { a: new Uint8Array(a.hashes.length), b: new Uint8Array(b.hashes.length) };
  for (const passage of passages.filter(({ isQuotation }) => isQuotation)) {
    partners.forEach((partner, word) => {
      const start = b.starts[word]!;
      if (partner < 0 || isTitle(b, word) || start < passage.b.start || start >= passage.b.end) return;
      marks.a[partner] = 1;
      marks.b[word] = 1;
    });
  }
  return marks;
}

const isTitle = (words: Words, word: number): boolean => word < words.titleWords;

function passageOf(a: Words, b: Words, words: readonly number[], partners: Int32Array): Passage {
  const first = words[0]!;
  const last = words.at(-1)!;
  const changed: Stretch[] = [];
  for (let i = 1; i < words.length; i++) {
    const [before, after] = [words[i - 1]!, words[i]!];
    if (after - before > 1) changed.push(stretchOf(b, before + 1, after - 1));
    else if (partners[after]! - partners[before]! > 1)
      changed.push({ ...stretchOf(b, before, before), start: b.ends[before]! });
  }
  const steps: [Offset, Offset][] = [];
  let step = a.starts[partners[first]!]! - b.starts[first]!;
  for (const word of words) {
    const [at, sourceAt] = [b.starts[word]!, a.starts[partners[word]!]!];
    if (sourceAt - at !== step) steps.push([at, sourceAt]);
    step = sourceAt - at;
  }
  const quoted = words.filter((word) => b.quoted[word]).length;
  return {
    a: stretchOf(a, partners[first]!, partners[last]!),
    b: stretchOf(b, first, last),
    words: words.length,
    isQuotation: quoted >= 0.6 * words.length,
    changed,
    steps,
  };
}

function stretchOf(words: Words, first: number, last: number): Stretch {
  const stretch = { start: words.starts[first]!, end: words.ends[last]! };
  return isTitle(words, first) ? { ...stretch, in: 'title' } : stretch;
}

/** The part of a text's prose that is copied, sentences of which most words are marked left out. */
function shareOf(words: Words, copied: ReadonlySet<number>, marks?: Uint8Array): number {
  let all = 0;
  let shared = 0;
  const isPost =
    words.sentences.length <= MAX_POST_SENTENCES && !words.sentences.some(({ isProse }) => isProse);
  words.sentences.forEach(({ from, to, isProse }, index) => {
    const length = to - from;
    if (length < MIN_SENTENCE_WORDS || from < words.titleWords || !(isProse || isPost)) return;
    if (marks && marks.subarray(from, to).reduce((sum, mark) => sum + mark, 0) > length / 2) return;
    all += length;
    if (copied.has(index)) shared += length;
  });
  return all === 0 ? 0 : shared / all;
}
