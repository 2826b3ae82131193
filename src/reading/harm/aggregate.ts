/** Finds words that make a figure one over more than one incident: "since 2015", "so far this year", "in the war". */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Marks } from '../people/chunks.ts';
import type { HarmPack } from './pack.ts';

const compiled = new WeakMap<HarmPack, Map<string, string[][]>>();

function patternsOf(pack: HarmPack): Map<string, string[][]> {
  let patterns = compiled.get(pack);
  if (patterns === undefined) {
    patterns = new Map();
    for (const pattern of pack.aggregates) {
      const words = pattern.split(' ');
      patterns.set(words[0]!, [...(patterns.get(words[0]!) ?? []), words]);
    }
    compiled.set(pack, patterns);
  }
  return patterns;
}

/** The first such run in the sentence; null where there is none. What looks like one incident is none of a bare year. */
export function findAggregate(
  doc: Doc,
  { from, to }: TokenRange,
  pack: HarmPack,
  marks: Marks,
  isIncident: boolean,
): TokenRange | null {
  const patterns = patternsOf(pack);
  for (let at = from; at < to; at++) {
    const lower = doc.lower(at);
    for (const words of patterns.get(pack.words.wars.has(lower) ? '<war>' : lower) ?? []) {
      const isOfYear = words[1] === '<year>' || pack.words.bareYears.has(words.join(' '));
      if (isIncident && words.length === 2 && isOfYear && !pack.words.openEnded.has(words[0]!)) continue;
      const end = at + words.length;
      if (end > to || !words.every((word, i) => fits(doc, at + i, word, pack, marks))) continue;
      // "In the war zone" is a place.
      const isCompound = end < to && pack.words.wars.has(doc.lower(end - 1)) && doc.upos(end) === 'NOUN';
      // "Less than a year old" is an age.
      const isAge = pack.words.ages.has(doc.lower(end));
      // "A day after the vote" is when, not how often.
      const isWhen = pack.words.beforeOrAfter.has(doc.lower(end));
      if (!isCompound && !isAge && !isWhen) return { from: at, to: end };
    }
  }
  return null;
}

function fits(doc: Doc, token: TokenIndex, word: string, pack: HarmPack, marks: Marks): boolean {
  const lower = doc.lower(token);
  switch (word) {
    case '<year>':
      return /^(?:19|20)\d\d$/.test(lower);
    case '<decade>':
      return /^(?:18|19|20)\d0['’]?s$/.test(lower);
    case '<war>':
      return pack.words.wars.has(lower);
    case '<any>':
      return true;
    case '<month>':
      return pack.words.months.has(lower);
    case '<number>':
      return marks.quantityAt(token) !== undefined || /^\d+$/.test(lower);
    default:
      return lower === word;
  }
}

/** Whether words of several incidents stand in the sentence: "in separate shootings", "four shootings". */
export function hasRoundUp(doc: Doc, { from, to }: TokenRange, { words }: HarmPack): boolean {
  for (const pattern of words.roundUps) {
    const run = pattern.split(' ');
    for (let at = from; at + run.length <= to; at++)
      if (
        run.every((word, i) => doc.lower(at + i) === word || (word === '<number>' && isSeveral(doc, at + i)))
      )
        return true;
  }
  return false;
}

function isSeveral(doc: Doc, token: TokenIndex): boolean {
  return doc.upos(token) === 'NUM' && !/^(?:0|1|(?:19|20)\d\d)$/.test(doc.lower(token));
}
