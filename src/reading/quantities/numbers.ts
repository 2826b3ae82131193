/** Reads a number at a token: figures ("1,200", "1 200", "1.2 million") and words ("two hundred and six", "half a dozen"). */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { NumberWord, QuantityPack } from './pack.ts';

export interface ParsedNumber {
  readonly to: TokenIndex;
  readonly value: number;
  /** Made of figures, with or without a multiple after them. */
  readonly figures: boolean;
  /** The last multiple, 1 where there is none: 1000 in "30 thousand". */
  readonly multiple: number;
  /** The number before that multiple. */
  readonly factor: number;
  /** "a dozen" rounds. */
  readonly approximate: boolean;
}

/** What a token of figures says, whole or with a fraction; null for figures that are no number: "09:30", "M16", "007". */
export function parseFigures(form: string): number | null {
  if (/^\d+$/.test(form)) return form.length > 1 && form[0] === '0' ? null : Number(form);
  // Western and Indian grouping ("1,200", "12,00,000"), and the stop in its place ("1.200").
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}$/.test(form) || /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(form)) {
    return Number(form.replace(/[.,]/g, ''));
  }
  if (/^\d+[.,]\d+$/.test(form)) return Number(form.replace(',', '.'));
  return null;
}

export function isFigure(doc: Doc, token: TokenIndex): boolean {
  if (token >= doc.length) return false;
  const start = doc.start(token);
  const code = doc.text.charCodeAt(start);
  return (
    isDigit(code) || (code === STOP && doc.end(token) > start + 1 && isDigit(doc.text.charCodeAt(start + 1)))
  );
}

const STOP = 0x2e;
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether no space stands between the token and the one before it. */
export function isGlued(doc: Doc, token: TokenIndex): boolean {
  return token > 0 && doc.start(token) === doc.end(token - 1);
}

/** The number that begins at the token; null where none does. */
export function parseNumber(doc: Doc, from: TokenIndex, pack: QuantityPack): ParsedNumber | null {
  return new NumberParser(doc, from, pack).parse();
}

class NumberParser {
  readonly #doc: Doc;
  readonly #pack: QuantityPack;
  #at: TokenIndex;
  #figures = false;

  constructor(doc: Doc, from: TokenIndex, pack: QuantityPack) {
    this.#doc = doc;
    this.#at = from;
    this.#pack = pack;
  }

  parse(): ParsedNumber | null {
    const first = this.#start();
    if (first === null) return null;
    let factor: number = first;
    let total = 0;
    let multiple = 1;
    let approximate = false;
    let lastFactor = factor;
    factor += this.#andAHalf(false);
    for (let word = this.#multiple(); word !== null; word = this.#multiple()) {
      lastFactor = factor;
      multiple = word.value;
      if (word.kind === 'dozen') approximate = true;
      const value = factor * word.value;
      const rest = word.kind === 'dozen' ? 0 : this.#rest(value);
      const half = rest === 0 ? this.#andAHalf(true) * word.value : 0;
      if (word.kind === 'hundred') factor = value + rest + half;
      else {
        total += value + half;
        factor = rest;
      }
    }
    const value = total + factor;
    return {
      to: this.#at,
      value,
      figures: this.#figures,
      multiple,
      factor: lastFactor,
      approximate,
    };
  }

  /** The first piece: a figure, words below a hundred, or "a" and "half a" before a multiple. */
  #start(): number | null {
    const doc = this.#doc;
    if (isFigure(doc, this.#at)) return this.#figure();
    const lower = doc.lower(this.#at);
    if (lower === this.#pack.half) return this.#half();
    if (this.#pack.one.has(lower)) {
      if (this.#isMultiple(this.#at + 1)) {
        this.#at++;
        return 1;
      }
      return null;
    }
    const word = this.#word(this.#at);
    if (word === null) return null;
    if (word.kind === 'unit' || word.kind === 'ten') return this.#belowHundred();
    return word.guarded ? null : 1;
  }

  #figure(): number | null {
    const doc = this.#doc;
    const form = doc.form(this.#at);
    let value = parseFigures(form);
    if (value === null) return null;
    this.#figures = true;
    this.#at++;
    // "4 000", "1 250 000": one space, then three digits.
    if (/^[1-9]\d{0,2}$/.test(form)) {
      let grouped = value;
      let at = this.#at;
      while (/^\d{3}$/.test(doc.form(at)) && doc.start(at) === doc.end(at - 1) + 1) {
        grouped = grouped * 1000 + Number(doc.form(at));
        at++;
      }
      // "1 ,200" and "1, 000"
      if (
        at === this.#at &&
        doc.lower(at) === ',' &&
        /^\d{3}$/.test(doc.form(at + 1)) &&
        (isGlued(doc, at + 1) ? !isGlued(doc, at) : doc.form(at + 1)[0] === '0')
      ) {
        grouped = value * 1000 + Number(doc.form(at + 1));
        at += 2;
      }
      value = grouped;
      this.#at = at;
    }
    return value;
  }

  /** "half a dozen", "half-dozen", "half a million". */
  #half(): number | null {
    let at = this.#afterHyphen(this.#at + 1);
    if (this.#pack.one.has(this.#doc.lower(at))) at = this.#afterHyphen(at + 1);
    if (!this.#isMultiple(at)) return null;
    this.#at = at;
    return 0.5;
  }

  /** Words from 1 to 99: "six", "twenty", "twenty-five", "thirty five". */
  #belowHundred(): number {
    const first = this.#word(this.#at)!;
    this.#at++;
    if (first.kind !== 'ten') return first.value;
    const next = this.#doc.lower(this.#at) === '-' && isGlued(this.#doc, this.#at) ? this.#at + 1 : this.#at;
    const unit = this.#word(next);
    if (unit === null || unit.kind !== 'unit' || unit.value > 9) return first.value;
    this.#at = next + 1;
    return first.value + unit.value;
  }

  /** A multiple at the current token, a hyphen before it allowed. */
  #multiple(): NumberWord | null {
    const at = this.#afterHyphen(this.#at);
    if (!this.#isMultiple(at)) return null;
    this.#at = at + 1;
    return this.#word(at);
  }

  /** What is added after "hundred" and "thousand": "and six", "fifty", and after a scale "two hundred". */
  #rest(value: number): number {
    const doc = this.#doc;
    const start = this.#at;
    if (doc.lower(this.#at) === this.#pack.and) this.#at++;
    const word = this.#word(this.#at);
    if (word === null || (word.kind !== 'unit' && word.kind !== 'ten')) {
      this.#at = start;
      return 0;
    }
    const rest = this.#belowHundred();
    if (rest < value) return rest;
    this.#at = start;
    return 0;
  }

  #andAHalf(after: boolean): number {
    for (const words of this.#pack.andAHalf) {
      if (!words.every((word, k) => this.#doc.lower(this.#at + k) === word)) continue;
      const at = this.#at + words.length;
      if (!after && !this.#isMultiple(this.#afterHyphen(at))) continue;
      this.#at = at;
      return 0.5;
    }
    return 0;
  }

  #afterHyphen(at: TokenIndex): TokenIndex {
    return this.#doc.lower(at) === '-' && isGlued(this.#doc, at) ? at + 1 : at;
  }

  #word(token: TokenIndex): NumberWord | null {
    return this.#pack.numberWords.get(this.#doc.lower(token)) ?? null;
  }

  #isMultiple(token: TokenIndex): boolean {
    const word = this.#word(token);
    if (word === null || word.kind === 'unit' || word.kind === 'ten') return false;
    if (!word.guarded) return true;
    const before = this.#doc.lower(token - 1);
    if (this.#pack.one.has(before)) return this.#pack.partLinks.includes(this.#doc.lower(token + 1));
    return this.#word(token - 1) !== null || isFigure(this.#doc, token - 1);
  }
}
