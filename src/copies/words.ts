/**
 * A report as copying is told by: folded words as hashes, with where each stands, cut into sentences. Case, accents as
 * they are composed, apostrophes and all punctuation are folded away, so that a paper's own typography hides nothing.
 * Knows no language: a sentence ends at a mark that ends one, before a word that is not in small letters.
 */
import type { ReportInput } from '../model/reading.ts';
import type { Offset } from '../text/span.ts';

/** What of a report copying is told by. */
export type CopyText = Pick<ReportInput, 'text' | 'title'>;

export interface Words {
  /** Hash of each folded word: those of the title first, then those of the text. */
  readonly hashes: Uint32Array;
  /** UTF-16 offsets into the title for the first `titleWords` of them, then into the text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** 1 where the word stands within quotation marks. */
  readonly quoted: Uint8Array;
  /** `NAME` where the word has a capital and does not begin its sentence, `FIGURE` where it begins with a digit, else 0. */
  readonly facts: Uint8Array;
  readonly titleWords: number;
  readonly sentences: readonly Sentence[];
}

/** Words `from` up to, not with, `to`. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  /** Whether it ends as a sentence does; titles, captions and links in a list do not. */
  readonly isProse: boolean;
}

/** A run of words without a stop is cut here, so that the work on one sentence is bounded. */
const MAX_SENTENCE_WORDS = 64;
/** What comes after so many words is not compared: they are a book. It bounds the time that one comparison takes. */
const MAX_WORDS = 1 << 17;
const MAX_TITLE_WORDS = 1 << 10;
/** Lent to one text after the other, for many are taken apart. */
const ROOM = {
  hashes: new Uint32Array(MAX_TITLE_WORDS + MAX_WORDS),
  starts: new Uint32Array(MAX_TITLE_WORDS + MAX_WORDS),
  ends: new Uint32Array(MAX_TITLE_WORDS + MAX_WORDS),
  quoted: new Uint8Array(MAX_TITLE_WORDS + MAX_WORDS),
  facts: new Uint8Array(MAX_TITLE_WORDS + MAX_WORDS),
};
/** "Gen.", "Mrs.": a stop after a capitalised word of so few letters ends no sentence. */
const MAX_ABBREVIATION = 3;

export function wordsOf({ title, text }: CopyText): Words {
  const words = new WordList();
  if (title) words.add(title, MAX_TITLE_WORDS);
  const titleWords = words.count;
  words.add(text, MAX_WORDS);
  return words.finish(titleWords);
}

/** What a UTF-16 code unit is to a word. */
const GAP = 0;
const PART = 1;
/** Of a script that writes no spaces: each character is a word. */
const WHOLE = 2;
/** Within a word and no part of it: apostrophes, soft hyphens, marks of direction. */
const SILENT = 3;
const UNKNOWN = 4;

const kinds = new Uint8Array(0x10000).fill(UNKNOWN);
const folded = new Uint16Array(0x10000);
/** What a word looks like by its first letter. */
const letters = new Uint8Array(0x10000);
export const NAME = 1;
export const FIGURE = 2;

function kindOf(unit: number): number {
  const known = kinds[unit]!;
  return known === UNKNOWN ? learn(unit) : known;
}

function learn(unit: number): number {
  const letter = String.fromCharCode(unit);
  folded[unit] = letter.toLowerCase().charCodeAt(0);
  letters[unit] = isCapital(letter) ? NAME : /\p{N}/u.test(letter) ? FIGURE : 0;
  return (kinds[unit] = classify(unit, letter));
}

function classify(unit: number, letter: string): number {
  if (/['\u2019\u02bc\u00ad\u200b-\u200f\u2060\ufeff]/.test(letter)) return SILENT;
  if (
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(letter)
  )
    return WHOLE;
  return /[\p{L}\p{N}\p{M}]/u.test(letter) || (unit >= 0xd800 && unit <= 0xdfff) ? PART : GAP;
}

/** Spreads a sum of characters over 32 bits. */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The words of one or two texts as they are found. */
class WordList {
  readonly #hashes = ROOM.hashes;
  readonly #starts = ROOM.starts;
  readonly #ends = ROOM.ends;
  readonly #quoted = ROOM.quoted;
  readonly #facts = ROOM.facts;
  readonly #sentences: Sentence[] = [];
  #sentenceFrom = 0;
  count = 0;

  /** Takes the words of a text, the first `most` of them. */
  add(text: string, most: number): void {
    const gap = new Gap();
    const last = this.count + most;
    for (let at = 0; at < text.length && this.count < last; ) {
      const unit = text.charCodeAt(at);
      const kind = kindOf(unit);
      if (kind === GAP || kind === SILENT) {
        // most gaps are a space alone
        if (unit !== SPACE || gap.hasStop) gap.see(unit);
        at++;
        continue;
      }
      if (gap.mayEnd || this.count - this.#sentenceFrom >= MAX_SENTENCE_WORDS) {
        const end = gap.endOf(text[at]!, this.#isAbbreviation(text));
        if (end || this.count - this.#sentenceFrom >= MAX_SENTENCE_WORDS) this.#close(end !== 'line');
      }
      at = this.#take(text, at, kind, gap.isQuoted);
      gap.clear();
    }
    this.#close(gap.hasStop);
  }

  /** Takes the word that begins at `start`; gives where it ends. */
  #take(text: string, start: Offset, kind: number, isQuoted: boolean): Offset {
    let hash = 0x811c9dc5;
    let end = start;
    for (let inner = kind; inner === PART || inner === SILENT || end === start; ) {
      if (inner !== SILENT) hash = Math.imul(hash ^ folded[text.charCodeAt(end)]!, 0x01000193);
      end++;
      if (kind === WHOLE || end === text.length) break;
      inner = kindOf(text.charCodeAt(end));
    }
    this.#hashes[this.count] = mix(hash);
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#quoted[this.count] = isQuoted ? 1 : 0;
    const letter = letters[text.charCodeAt(start)]!;
    const isOpening = letter === NAME && this.count === this.#sentenceFrom;
    this.#facts[this.count] = isOpening ? 0 : letter;
    this.count++;
    return end;
  }

  finish(titleWords: number): Words {
    return {
      hashes: this.#hashes.slice(0, this.count),
      starts: this.#starts.slice(0, this.count),
      ends: this.#ends.slice(0, this.count),
      quoted: this.#quoted.slice(0, this.count),
      facts: this.#facts.slice(0, this.count),
      titleWords,
      sentences: this.#sentences,
    };
  }

  /** Whether the last word is short and capitalised, as "Gen." is. */
  #isAbbreviation(text: string): boolean {
    const last = this.count - 1;
    if (last < this.#sentenceFrom) return false;
    const start = this.#starts[last]!;
    return this.#ends[last]! - start <= MAX_ABBREVIATION && isCapital(text[start]!);
  }

  #close(isProse: boolean): void {
    if (this.count > this.#sentenceFrom)
      this.#sentences.push({ from: this.#sentenceFrom, to: this.count, isProse });
    this.#sentenceFrom = this.count;
  }
}

const isSmall = (letter: string): boolean => letter !== letter.toUpperCase();
const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

const STOPS = new Set([...'.!?…。！？؟۔।'].map((mark) => mark.charCodeAt(0)));
const OPENING = new Set([...'“«„'].map((mark) => mark.charCodeAt(0)));
const CLOSING = new Set([...'”»'].map((mark) => mark.charCodeAt(0)));
const FULL_STOP = '.'.charCodeAt(0);
const SPACE = 0x20;
const STRAIGHT = '"'.charCodeAt(0);
/** Stops of scripts that write no space after them. */
const FULL_WIDTH = 0x3000;

/** What stands between two words, and whether a quotation is open. */
class Gap {
  isQuoted = false;
  #stop = 0;
  #spaceAfterStop = false;
  #lines = 0;

  see(unit: number): void {
    if (STOPS.has(unit)) {
      this.#stop = unit;
      this.#spaceAfterStop = unit > FULL_WIDTH;
    } else if (unit === 0x0a || unit === 0x2029) {
      this.#lines += unit === 0x0a ? 1 : 2;
      // a quotation of several paragraphs is opened anew in each, and closed in the last alone
      this.isQuoted = false;
      this.#spaceAfterStop = this.#stop !== 0;
    } else if (unit === 0x20 || unit === 0x09 || unit === 0xa0) this.#spaceAfterStop ||= this.#stop !== 0;
    else if (OPENING.has(unit)) this.isQuoted = true;
    else if (CLOSING.has(unit)) this.isQuoted = false;
    else if (unit === STRAIGHT) this.isQuoted = !this.isQuoted;
  }

  get hasStop(): boolean {
    return this.#stop !== 0;
  }

  get mayEnd(): boolean {
    return this.#stop !== 0 || this.#lines > 0;
  }

  /** How the sentence before the gap ends in it: by a stop, by the end of its line, or not at all. */
  endOf(next: string, afterAbbreviation: boolean): 'stop' | 'line' | null {
    const stopped = this.#stop !== 0;
    if (stopped && this.#lines > 0) return 'stop';
    if (this.#lines > 1 || (this.#lines > 0 && !isSmall(next))) return 'line';
    if (!stopped || isSmall(next) || (afterAbbreviation && this.#stop === FULL_STOP)) return null;
    // pages that lost their paragraphs: "… on the West Side.The four were outside"
    return this.#spaceAfterStop || isCapital(next) ? 'stop' : null;
  }

  clear(): void {
    this.#stop = 0;
    this.#spaceAfterStop = false;
    this.#lines = 0;
  }
}
