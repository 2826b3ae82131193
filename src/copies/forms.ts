/**
 * Are two reports one form that was filled in twice? A bulletin of raids, a notice of the police, a daily count say the same
 * words of other days, other places and other numbers: that is no copying. Told by what looks like a name or a figure in
 * sentences that are alike: of a copy nearly all are the same, of a form most are others.
 */
import { alignSentence, Places, RUN, type Window } from './align.ts';
import { runsOf } from './signature.ts';
import { NAME, type Sentence, type Words } from './words.ts';

/** The part of a sentence's words that must stand in the other report for the two to be of one form. */
const MIN_ALIKE = 0.5;
/**
 * In a form so great a part of names and figures is others, more than so great a part of the names alone, and one at least in
 * each report. Fitted 2026-11-28: of the pairs of the copies corpus (development) of which half or more is shared none
 * comes to half of both; of pairs of invented bulletins (test/support/forms.ts) all but 6 in 100 come to it, all but 1 in 100
 * of those that are a week apart.
 */
const MIN_OTHERS = 0.3;
const MIN_OTHER_NAMES = 0.34;
const LEAST = 1;

/** Names and figures in sentences that are alike, those of several words once, counted in both reports. */
export interface Facts {
  /** How many are the same. */
  same: number;
  sameNames: number;
  /** In how many places others stand. */
  others: number;
  otherNames: number;
}

/**
 * Whether b is a's form filled in anew. Of reports that are weeks apart figures alone may tell so; nearer to each other they
 * may be one story that was brought up to date.
 */
export function isForm(a: Words, b: Words, areWeeksApart: boolean): boolean {
  const { same, others, sameNames, otherNames } = factsOf(a, b);
  if (others < 2 * LEAST || others < MIN_OTHERS * (same + others)) return false;
  return (
    areWeeksApart || (otherNames >= 2 * LEAST && otherNames >= MIN_OTHER_NAMES * (sameNames + otherNames))
  );
}

export function factsOf(a: Words, b: Words): Facts {
  const facts = { same: 0, sameNames: 0, others: 0, otherNames: 0 };
  countFacts(a, b, facts);
  countFacts(b, a, facts);
  return facts;
}

function countFacts(from: Words, into: Words, facts: Facts): void {
  const places = new Places(into.hashes);
  const runs = runsOf(from.hashes, RUN);
  const partners = new Int32Array(from.hashes.length).fill(-1);
  for (const sentence of from.sentences) {
    const length = sentence.to - sentence.from;
    if (length < RUN || sentence.from < from.titleWords) continue;
    const window = places.windowOf(runs, sentence, 1);
    const pairs = window
      ? alignSentence(from.hashes, sentence, into.hashes, sentenceAround(window, into))
      : [];
    if (pairs.length < MIN_ALIKE * length) continue;
    for (const [word, partner] of pairs) partners[word] = partner;
    for (let word = sentence.from; word < sentence.to; word++) {
      if (!from.facts[word]) continue;
      const kind = from.facts[word]!;
      let [isSame, isOther] = [false, false];
      for (; word < sentence.to && from.facts[word] === kind; word++) {
        if (partners[word]! >= 0) isSame = true;
        else isOther ||= hasLikeAt(word, kind, sentence, into, partners);
      }
      const isName = kind === NAME ? 1 : 0;
      if (isOther) {
        facts.others++;
        facts.otherNames += isName;
      } else if (isSame) {
        facts.same++;
        facts.sameNames += isName;
      }
      word--;
    }
  }
}

/** The sentence in which a stretch of runs stands, that stretch with it: of a form few runs are left, at one end. */
function sentenceAround({ from, to }: Window, { sentences }: Words): Window {
  const middle = (from + to) >> 1;
  const around = sentences.find((sentence) => sentence.to > middle) ?? { from, to };
  return { from: Math.min(from, around.from), to: Math.max(to, around.to) };
}

/** Whether the other report has a name, or a figure, where a word of a sentence would have its like. */
function hasLikeAt(
  word: number,
  kind: number,
  { from, to }: Sentence,
  into: Words,
  partners: Int32Array,
): boolean {
  let [before, after] = [word - 1, word + 1];
  while (before >= from && partners[before]! < 0) before--;
  while (after < to && partners[after]! < 0) after++;
  const start = before >= from ? partners[before]! + 1 : partners[after]! - (after - from);
  const end = after < to ? partners[after]! : start + (to - before);
  return into.facts.subarray(Math.max(0, start), end).includes(kind);
}
