/**
 * Where are the words? Splits any string into tokens with exact offsets, the way the Universal Dependencies treebanks
 * do: punctuation and clitics stand alone, hyphens part a compound but not a prefix, figures and web addresses stay
 * whole. White space is never part of a token, and nothing else is left out: the tokens rebuild the text.
 */

/** What a language lends the tokenizer. All words in lower case with straight apostrophes. */
export interface TokenizerData {
  /** Words that keep their full stop, without it: "gen", "sept". Single letters and "u.s" need no entry. */
  readonly abbreviations: ReadonlySet<string>;
  /** Endings that are words of their own, apostrophe first where there is one, longest first: "n't", "'s". */
  readonly clitics: readonly string[];
  /** Those of them that are common words too, and keep it only when written with one capital: "sun". */
  readonly capitalized: ReadonlySet<string>;
  /** Those of them whose stop is a token of its own where a sentence ends: "etc". */
  readonly partingAtEnd: ReadonlySet<string>;
  /** Those of them that keep it only before a figure: "no" in "No. 7". */
  readonly beforeFigures: ReadonlySet<string>;
  /** Beginnings that are words of their own, apostrophe last: "l'", "d'". */
  readonly proclitics: readonly string[];
  /** Words that are written as one and count as several: lengths of the parts. "cannot" → [3, 3]. */
  readonly fused: ReadonlyMap<string, readonly number[]>;
  /** Those that count as several only before certain words: "its" before "the" is "it's". */
  readonly fusedBefore?: ReadonlyMap<
    string,
    { readonly parts: readonly number[]; readonly next: ReadonlySet<string> }
  >;
  /** Words with an inner apostrophe or full stop that stay whole: "o'clock". */
  readonly whole: ReadonlySet<string>;
  /** What stays joined to the next part by its hyphen: "non" in "non-lethal". */
  readonly hyphenPrefixes: ReadonlySet<string>;
  /** Units that part from the figure before them: "km" in "30km". */
  readonly units: ReadonlySet<string>;
}

/** Offsets of tokens, `count` of them; the arrays may be longer. */
export interface TokenOffsets {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
}

/** A chunk longer than this is no word of any language: it is cut by kind of character alone, so that time stays linear. */
const MAX_CHUNK = 400;

export function tokenize(text: string, data: TokenizerData): TokenOffsets {
  const tokenizer = new Tokenizer(text, data);
  const end = text.length;
  let at = 0;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    let plain = true;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (isSpace(code)) break;
      if (!isAsciiLetter(code)) plain = false;
      at++;
    }
    if (plain) tokenizer.word(start, at);
    else tokenizer.chunk(start, at);
  }
  return tokenizer.offsets();
}

class Tokenizer {
  readonly #text: string;
  readonly #data: TokenizerData;
  #starts: Int32Array;
  #ends: Int32Array;
  #count = 0;

  constructor(text: string, data: TokenizerData) {
    this.#text = text;
    this.#data = data;
    this.#starts = new Int32Array(64 + (text.length >> 2));
    this.#ends = new Int32Array(this.#starts.length);
  }

  offsets(): TokenOffsets {
    return { starts: this.#starts, ends: this.#ends, count: this.#count };
  }

  /** A stretch without white space: its outer punctuation goes first, then what is left is parted. */
  chunk(start: number, end: number): void {
    const text = this.#text;
    if (end - start > MAX_CHUNK) {
      this.#runs(start, end);
      return;
    }
    if (isOneMark(text, start, end) || isEmoticon(text, start, end) || isRule(text, start, end)) {
      this.#add(start, end);
      return;
    }
    const face = /^[:;]-?[)(](?=[.,!?]+$)/.exec(text.slice(start, end));
    if (face !== null) {
      this.#add(start, start + face[0].length);
      this.chunk(start + face[0].length, end);
      return;
    }
    const address = addressWithin(text, start, end);
    if (address > start) {
      this.chunk(start, address);
      this.chunk(address, end);
      return;
    }
    let from = start;
    while (from < end && isOpening(text, from, end)) {
      const to = runEnd(text, from, end);
      this.#add(from, to);
      from = to;
    }
    if (from >= end) return;
    if (this.#address(from, end)) return;
    const tail: number[] = [];
    let to = end;
    while (to > from) {
      const cut = this.#closing(from, to);
      if (cut === to) break;
      tail.push(to);
      to = cut;
    }
    if (to > from) this.#inner(from, to);
    for (let i = tail.length - 1, at = to; i >= 0; i--) {
      this.#add(at, tail[i]!);
      at = tail[i]!;
    }
  }

  /** A word of letters alone. */
  word(start: number, end: number): void {
    if (end - start <= 8) {
      const form = straight(this.#text.slice(start, end));
      const parts = this.#data.fused.get(form) ?? this.#partsBefore(form, end);
      if (parts !== undefined) {
        let at = start;
        for (const length of parts) {
          this.#add(at, at + length);
          at += length;
        }
        return;
      }
    }
    this.#add(start, end);
  }

  /** The parts of a word that is fused only before the word that follows it here. */
  #partsBefore(form: string, end: number): readonly number[] | undefined {
    const rule = this.#data.fusedBefore?.get(form);
    if (rule === undefined) return undefined;
    const next = /^ ([a-z]+)(?![\p{L}'’-])/u.exec(this.#text.slice(end, end + 24));
    return next !== null && rule.next.has(next[1]!) ? rule.parts : undefined;
  }

  /** Where the last piece of outer punctuation begins; `to` when there is none. */
  #closing(from: number, to: number): number {
    const text = this.#text;
    const last = text.charCodeAt(to - 1);
    if (last === STOP) {
      let at = to - 1;
      while (at > from && text.charCodeAt(at - 1) === STOP) at--;
      if (to - at === 1 && this.#keepsStop(from, at)) return to;
      // "Inc.." is the abbreviation and its sentence's stop
      if (to - at === 2 && this.#keepsStop(from, at)) return to - 1;
      if (to - at === 1) while (at > from && isOutcry(text.charCodeAt(at - 1))) at--;
      return at;
    }
    if (isOutcry(last)) {
      let at = to - 1;
      while (at > from && isOutcry(text.charCodeAt(at - 1))) at--;
      // ".?" is one mark; but "etc.?" has the word's stop before it, and "...?" three of its own
      const isSlip = at - 1 > from && text.charCodeAt(at - 1) === STOP && text.charCodeAt(at - 2) !== STOP;
      return isSlip && !this.#keepsStop(from, at - 1) ? at - 1 : at;
    }
    if (isApostrophe(last)) {
      // "workers'" and "'they said so'": the mark stands alone in both. Two of them are one mark.
      return to - 2 >= from && text.charCodeAt(to - 2) === last ? to - 2 : to - 1;
    }
    if (isClosing(last)) {
      const face = /[:;]-[)(]$/.exec(text.slice(from, to));
      if (face !== null) return to - face[0].length;
      let at = to - 1;
      if (CLOSING_RUNS.has(last)) while (at > from && text.charCodeAt(at - 1) === last) at--;
      return at;
    }
    return to;
  }

  /** Whether the stop after `from`..`to` is part of the word: "Gen.", "U.S.", the initial "J.". */
  #keepsStop(from: number, to: number): boolean {
    const text = this.#text;
    let start = to;
    while (start > from && isWordChar(text.charCodeAt(start - 1))) start--;
    if (start === to) return false;
    if (to - start === 1) {
      const code = text.charCodeAt(start);
      if (start > from && text.charCodeAt(start - 1) === STOP) return isLetter(code);
      return isLetter(code) && text[start] !== text[start]!.toLowerCase() && start === from;
    }
    const form = straight(text.slice(start, to));
    if (this.#data.beforeFigures.has(form)) {
      let next = to + 1;
      while (next < text.length && next < to + 4 && text.charCodeAt(next) === 0x20) next++;
      return next < text.length && isDigit(text.charCodeAt(next));
    }
    if (this.#data.capitalized.has(form) && !/^\p{Lu}\p{Ll}/u.test(text.slice(start, to))) return false;
    if (this.#data.partingAtEnd.has(form) && /^\.(?:\s*$|\s*\n|\s+\p{Lu})/u.test(text.slice(to, to + 8)))
      return false;
    return this.#data.abbreviations.has(form);
  }

  /** A web address, mail address, handle, hashtag or file name, taken whole with its outer punctuation left off. */
  #address(from: number, end: number): boolean {
    const text = this.#text;
    const first = text.charCodeAt(from);
    const chunk = text.slice(from, end);
    const isAddress =
      /^(?:https?:|ftp:|www\.|mailto:|[a-z]+:\/\/)/i.test(chunk) ||
      /^[\w.+-]+@[\w-]+\.[\w.-]*\w/.test(chunk) ||
      /^[^\s()<>[\]"“”]*\.(?:docx?|xlsx?|pdf|txt|ppt|jpe?g|gif|zip)[.,;:!?)\]>"'”’]*$/i.test(chunk) ||
      /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|info|co|uk|html?|doc|pdf|xls)(?:\/\S*)?[.,;:!?)\]>"'”’]*$/i.test(
        chunk,
      ) ||
      ((first === 0x23 || first === 0x40) && /^[#@][\p{L}_][\p{L}\d_]*/u.test(chunk));
    if (!isAddress) return false;
    let to = end;
    if (first === 0x23 || first === 0x40) to = from + /^[#@][\p{L}\d_]*/u.exec(chunk)![0].length;
    else while (to > from + 1 && /[.,;:!?)\]>"'”’}]/.test(text[to - 1]!)) to--;
    this.#add(from, to);
    if (to < end) this.chunk(to, end);
    return true;
  }

  /** What stands between the outer marks: "al-Zaman", "30km", "don't", "said:Two". */
  #inner(start: number, end: number): void {
    const text = this.#text;
    const form = straight(text.slice(start, end));
    if (this.#data.whole.has(form) || this.#data.abbreviations.has(form.replace(/\.$/, ''))) {
      this.#add(start, end);
      return;
    }
    let from = start;
    let at = start;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (isWordChar(code) || this.#joins(start, at, end)) {
        at++;
        continue;
      }
      const to =
        code === DASH || code === STOP || code === PLUS ? runEnd(text, at, end) : innerMarkEnd(text, at, end);
      if (code === DASH && to - at === 1 && this.#keepsHyphen(from, at, end)) {
        at = to;
        continue;
      }
      if (at > from) this.#part(from, at);
      this.#add(at, to);
      from = at = to;
    }
    if (end > from) this.#part(from, end);
  }

  /** Whether the mark at `at` belongs to the word around it: the stop in "3.5", the comma in "1,200", the apostrophe in "Ba'ath". */
  #joins(start: number, at: number, end: number): boolean {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (at === start) {
      if (isApostrophe(code)) return end - at >= 4 && isDigit(text.charCodeAt(at + 1));
      return (code === STOP || code === PLUS) && end - at > 1;
    }
    if (at + 1 >= end) return code === STOP;
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at + 1);
    if (isApostrophe(code)) return isWordChar(before) && isWordChar(after);
    if (code === STOP) {
      if (isDigit(before) && isDigit(after)) return true;
      // "U.S" and "a.m" but not "attack.The"
      return (
        isLetter(before) && isLetter(after) && (isBareLetter(text, start, at - 1) || after === lower(after))
      );
    }
    if (code === 0x2c) return isDigit(before) && isDigit(after);
    if (code === 0x3a) return isDigit(before) && isDigit(after);
    if (code === 0x2f)
      return isDigit(before) === isDigit(after) && (isDigit(before) || (at - start <= 2 && end - at <= 3));
    if (code === 0x26) return isLetter(before) && isLetter(after);
    if (code === 0x5f || code === 0x40 || code === 0xb7) return true;
    return false;
  }

  /** Whether the hyphen at `at` joins: after a prefix, or between figures that are no range of ages ("2024-03-05", "713-3989"). */
  #keepsHyphen(from: number, at: number, end: number): boolean {
    const text = this.#text;
    if (at === from || at + 1 >= end) return false;
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at + 1);
    if (!isWordChar(after)) return false;
    if (this.#data.hyphenPrefixes.has(straight(text.slice(from, at)))) return true;
    if (isDigit(before) && isDigit(after))
      return /^\d+(?:-\d+){2,}$|^(?:\d{3}\/)?\d{3}-\d{4}$|^(?:\d|\d{5}|[a-z]\d)-\d{4}$/i.test(
        text.slice(from, end),
      );
    return false;
  }

  /** A word without inner marks but apostrophes: clitics and units part here. */
  #part(start: number, end: number): void {
    const text = this.#text;
    const first = text.charCodeAt(start);
    if (isDigit(first)) {
      let at = start;
      while (at < end && !isLetter(text.charCodeAt(at))) at++;
      if (at < end && at > start && this.#data.units.has(straight(text.slice(at, end)))) {
        this.#add(start, at);
        this.#add(at, end);
        return;
      }
    }
    const form = straight(text.slice(start, end));
    // a decade keeps its ending: "the 1980's"
    if (this.#data.whole.has(form) || /^'?\d{1,3}0's$/.test(form)) {
      this.#add(start, end);
      return;
    }
    for (const clitic of this.#data.clitics) {
      if (form.length > clitic.length && form.endsWith(clitic)) {
        this.word(start, end - clitic.length);
        this.#add(end - clitic.length, end);
        return;
      }
    }
    for (const proclitic of this.#data.proclitics) {
      if (form.length > proclitic.length && form.startsWith(proclitic)) {
        this.#add(start, start + proclitic.length);
        this.word(start + proclitic.length, end);
        return;
      }
    }
    this.word(start, end);
  }

  /** Runs of word characters and single marks, for what is too long to be language. */
  #runs(start: number, end: number): void {
    const text = this.#text;
    let at = start;
    while (at < end) {
      const limit = Math.min(end, at + MAX_CHUNK);
      let to = at;
      while (to < limit && isWordChar(text.charCodeAt(to))) to++;
      if (to === at) to = innerMarkEnd(text, at, end);
      this.#add(at, to);
      at = to;
    }
  }

  #add(start: number, end: number): void {
    if (start >= end) return;
    if (this.#count === this.#starts.length) {
      this.#starts = grown(this.#starts);
      this.#ends = grown(this.#ends);
    }
    this.#starts[this.#count] = start;
    this.#ends[this.#count++] = end;
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

const STOP = 0x2e;
const DASH = 0x2d;
const PLUS = 0x2b;

/** In lower case with straight apostrophes: how the tokenizer's tables are written. */
export function straight(form: string): string {
  return form.toLowerCase().replace(/[\u2018\u2019\u02bc`´]/g, "'");
}

export function isSpace(code: number): boolean {
  if (code > 0x20 && code < 0x7f) return false;
  return (
    code <= 0x20 ||
    code === 0x7f ||
    (code >= 0x80 && code <= 0xa0) ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

function isAsciiLetter(code: number): boolean {
  const folded = code | 0x20;
  return folded >= 0x61 && folded <= 0x7a;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const LETTER = /[\p{L}\p{M}\u200c\u200d]/u;
export function isLetter(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code);
  if (code >= 0xc0 && code < 0x250) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0xd800 && code < 0xe000) return true;
  return LETTER.test(String.fromCharCode(code));
}

function isWordChar(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

function lower(code: number): number {
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

function isBareLetter(text: string, start: number, at: number): boolean {
  return at === start || !isWordChar(text.charCodeAt(at - 1));
}

function isOutcry(code: number): boolean {
  return code === 0x21 || code === 0x3f;
}

function isApostrophe(code: number): boolean {
  return (
    code === 0x27 || code === 0x2018 || code === 0x2019 || code === 0x60 || code === 0x2bc || code === 0xb4
  );
}

const OPENING = new Set(
  '([{<"\'`“‘«„‚¿¡$£€¥*~•–—=+|§…:;,!?)]}>”’»&%^\\'.split('').map((c) => c.charCodeAt(0)),
);
function isOpening(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code === DASH || code === PLUS) return at + 1 >= end || !isDigit(text.charCodeAt(at + 1));
  if (code === STOP) return at + 1 >= end || !isDigit(text.charCodeAt(at + 1));
  if (code === 0x27 || code === 0x2019) {
    // "'s" and "’re" cut off from their word, "'90s"
    return !/^['’](?:(?:s|m|re|ve|ll|d)$|\d0s\b)/i.test(text.slice(at, Math.min(end, at + 5)));
  }
  if (code === 0x23) return at + 1 < end && isDigit(text.charCodeAt(at + 1));
  return OPENING.has(code);
}

const CLOSING = new Set(')]}>"”’»,;:…%*~|=+–—-/\\•'.split('').map((c) => c.charCodeAt(0)));
/** Closing marks that stand together as one: ">>", "--", "***". */
const CLOSING_RUNS = new Set(Array.from('->*=|+', (c) => c.charCodeAt(0)));

function isClosing(code: number): boolean {
  return CLOSING.has(code);
}

/** One past the run of the mark at `at`: "...", "--", "***" are one token, "((" is two. */
function runEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let to = at + 1;
  const runs =
    code === DASH ||
    code === STOP ||
    code === 0x2a ||
    code === 0x3d ||
    code === 0x7e ||
    code === 0x27 ||
    code === 0x60 ||
    code === 0x24;
  if (runs || code === 0x3c || code === 0x3e || code === 0x2b)
    while (to < end && text.charCodeAt(to) === code) to++;
  else if (code === 0x21 || code === 0x3f) {
    while (to < end && isOutcry(text.charCodeAt(to))) to++;
  } else return innerMarkEnd(text, at, end);
  return to;
}

/** One past the character at `at`, a surrogate pair or a mark with its joiners taken whole. */
function innerMarkEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && at + 1 < end ? at + 2 : at + 1;
}

/** Whether the chunk is one mark again and again: "***", "$$$", "_____". */
function isOneMark(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (end - start < 2 || isWordChar(first) || '()[]{}"'.includes(text[start]!)) return false;
  for (let at = start + 1; at < end; at++) if (text.charCodeAt(at) !== first) return false;
  return true;
}

/** Whether the chunk is a line drawn in marks: "----==", "*~*~*". */
function isRule(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.slice(start, end) === '<>') return false;
  for (let at = start; at < end; at++) if (!RULE.has(text.charCodeAt(at))) return false;
  return true;
}
const RULE = new Set(Array.from('-=+~*|<>_{}', (c) => c.charCodeAt(0)));

/** Where a mail or web address begins that something stands before: "Odmark<odmark@example.org>"; `start` if nowhere. */
function addressWithin(text: string, start: number, end: number): number {
  const found = /(?<!mailto)[<(["':;,](?=https?:\/\/|www\.|[\w.+-]+@[\w-]+\.\w)/.exec(text.slice(start, end));
  return found === null ? start : start + found.index + 1;
}

const EMOTICON = /^(?:[:;=8xX]['’]?[-o^]?[)(\][DPpOo3|\\/*]+|<3+|[)(][-]?[:;=]|\^[._-]*\^|-[._]+-)$/;
function isEmoticon(text: string, start: number, end: number): boolean {
  return end - start <= 6 && EMOTICON.test(text.slice(start, end));
}
