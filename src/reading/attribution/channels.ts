/** Through what, and to whom? The channel of a saying and its hearer, from the words of its frame. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Frame } from './frame.ts';
import type { Lexicon } from './lexicon.ts';
import type { MediumRow, SpeakerWords } from './pack.ts';

export interface Channel {
  readonly text: string;
  readonly row: MediumRow;
}

/** The highest channel named in the ranges; of equals the first. Only after a word that leads to it, or anywhere if `bare`. */
export function findChannel(doc: Doc, ranges: readonly TokenRange[], lexicon: Lexicon): Channel | null {
  let best: Channel | null = null;
  for (const range of ranges) {
    for (const match of lexicon.media.allIn(doc, range)) {
      const row = match.value;
      if (best && best.row.rank >= row.rank) continue;
      if (
        match.to - match.from === 1 &&
        doc.end(match.from) - doc.start(match.from) === 1 &&
        !isCapital(doc, match.from)
      )
        continue;
      const phrase = nounPhraseAround(doc, match, range, lexicon.words);
      const lead = doc.lower(phrase.from - 1);
      if (phrase.from <= range.from - 1 || !row.after.includes(lead)) continue;
      const text = nameOf(doc, phrase, lexicon);
      best = { text: row.keepsLead ? `${doc.form(phrase.from - 1)} ${text}` : text, row };
    }
  }
  return best;
}

/**
 * Whom the words were told: the object of "told", or who stands after "to reporters", "in an interview with". `before` is
 * what may be looked at of the frame before the cue.
 */
export function findHearer(
  doc: Doc,
  frame: Frame,
  cue: TokenRange,
  head: TokenIndex,
  lexicon: Lexicon,
  before: readonly TokenRange[],
): TokenRange | null {
  const { words } = lexicon;
  if (words.telling.has(doc.lemma(head).toLowerCase())) {
    const first = frame.after[0];
    if (first && first.from === cue.to) {
      const phrase = nounPhraseFrom(doc, first.from, first.to, words);
      if (phrase && isSomebody(doc, phrase)) return phrase;
    }
  }
  for (const range of [...frame.after, ...before]) {
    for (let i = range.from; i + 1 < range.to; i++) {
      if (!words.hearerLeads.has(doc.lower(i))) continue;
      const phrase = nounPhraseFrom(doc, i + 1, range.to, words);
      if (phrase && isHearer(doc, phrase, lexicon)) return phrase;
    }
  }
  return null;
}

/** What the contract's fields hold of a noun phrase: its words without the article. */
export function nameOf(doc: Doc, { from, to }: TokenRange, lexicon: Lexicon): string {
  let first = from;
  while (first < to - 1 && lexicon.words.determiners.has(doc.lower(first)) && !startsName(doc, first, to))
    first++;
  return doc.slice({ from: first, to });
}

/** "The Associated Press" keeps its article. */
function startsName(doc: Doc, token: TokenIndex, to: TokenIndex): boolean {
  const sentence = doc.sentenceStarts[doc.sentenceOf(token)];
  const isShouted =
    doc.end(token) - doc.start(token) > 1 && doc.form(token) === doc.form(token).toUpperCase();
  return (
    token + 1 < to && token !== sentence && !isShouted && isCapital(doc, token) && isCapital(doc, token + 1)
  );
}

function isHearer(doc: Doc, phrase: TokenRange, lexicon: Lexicon): boolean {
  const { words } = lexicon;
  for (let i = phrase.from; i < phrase.to; i++) {
    const isHead = i === phrase.to - 1 || doc.upos(i + 1) === 'PROPN';
    if (isHead && (words.hearers.has(doc.lemma(i).toLowerCase()) || words.hearers.has(doc.lower(i))))
      return true;
  }
  return isOutlet(doc, phrase, lexicon);
}

/** Whether the phrase names a newspaper, agency or broadcaster. */
export function isOutlet(doc: Doc, { from, to }: TokenRange, lexicon: Lexicon): boolean {
  for (let i = from; i < to; i++) {
    const match = lexicon.outlets.at(doc, i);
    if (match && match.to === to && isCapital(doc, to - 1)) return true;
    if (isCapital(doc, i) && to - from > 1 && lexicon.words.outletNouns.has(doc.lower(i)) && isName(doc, i))
      return true;
  }
  return lexicon.words.outletNouns.has(doc.lower(to - 1)) && !isCapital(doc, to - 1);
}

function isName(doc: Doc, token: TokenIndex): boolean {
  return doc.upos(token) === 'PROPN' || isCapital(doc, token);
}

function isSomebody(doc: Doc, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) {
    const upos = doc.upos(i);
    if (upos === 'NOUN' || upos === 'PROPN') return true;
  }
  return false;
}

export function isCapital(doc: Doc, token: TokenIndex): boolean {
  const code = doc.text.charCodeAt(doc.start(token));
  return (
    (code >= 65 && code <= 90) ||
    (code > 127 && doc.form(token) !== doc.lower(token) && !/^\W/.test(doc.form(token)))
  );
}

/** A noun phrase that begins here: determiners, adjectives and nouns, and what "of" joins to a name. */
export function nounPhraseFrom(
  doc: Doc,
  from: TokenIndex,
  end: TokenIndex,
  words: SpeakerWords,
): TokenRange | null {
  let to = from;
  let last = from;
  while (
    to < end &&
    (to === from ? isNounPhraseStart(doc, to) || doc.upos(to) === 'PRON' : isInPhrase(doc, to, words))
  ) {
    to++;
    if (isNoun(doc, to - 1)) last = to;
  }
  if (last === from && to > from && doc.upos(to - 1) === 'PRON') last = to;
  if (last > from && last + 1 < end && words.joins.has(doc.lower(last)) && isNounPhraseStart(doc, last + 1)) {
    const tail = nounPhraseFrom(doc, last + 1, end, words);
    if (tail) last = tail.to;
  }
  return last > from ? { from, to: last } : null;
}

function isNounPhraseStart(doc: Doc, token: TokenIndex): boolean {
  const upos = doc.upos(token);
  return upos === 'DET' || upos === 'PROPN' || upos === 'NOUN' || upos === 'ADJ' || upos === 'NUM';
}

function isNoun(doc: Doc, token: TokenIndex): boolean {
  const upos = doc.upos(token);
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM';
}

/** Whether a token can stand in a noun phrase before or at its noun. */
function isInPhrase(doc: Doc, token: TokenIndex, words: SpeakerWords): boolean {
  const upos = doc.upos(token);
  if (upos === 'DET' || upos === 'ADJ' || upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM') return true;
  if (upos === 'PRON') return words.possessives.has(doc.lower(token));
  if (upos === 'PART') return words.possessiveMarks.has(doc.lower(token));
  if (upos === 'VERB') return words.participles.has(doc.xpos(token)) || isCapital(doc, token);
  if (upos !== 'PUNCT' || !/^[-–]$/.test(doc.form(token))) return false;
  return doc.end(token) === doc.start(token + 1) && doc.end(token - 1) === doc.start(token);
}

/** A noun phrase that holds `match`: back to its first determiner or adjective, on over the names that follow ("Radio Maro"). */
function nounPhraseAround(
  doc: Doc,
  match: TokenRange,
  { from: low, to: high }: TokenRange,
  words: SpeakerWords,
): TokenRange {
  let { from, to } = match;
  while (from > low && isInPhrase(doc, from - 1, words)) from--;
  while (to < high && doc.upos(to) === 'PROPN') to++;
  return { from, to };
}
