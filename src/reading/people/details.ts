/** What stands right beside a person: age, alias, title. `Ali Reza, 34,`, `(54 years old)`, `"Abu Zaki"`, `Paramedic …`. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Count } from '../../model/reading.ts';
import type { Quantity } from '../annotations.ts';
import type { Chunk, Marks } from './chunks.ts';
import { isExact } from './counts.ts';
import type { PeoplePack } from './pack.ts';
import type { Phrases } from './phrases.ts';
import type { Name } from './victims.ts';

export interface Details {
  /** One past the last token of them. */
  to: TokenIndex;
  age: Quantity | null;
  /** How many ages stand there: three of "his sons, ages 10, 8 and 4". */
  ages: number;
  readonly aliases: TokenRange[];
}

/** No age is taken to be higher. */
const MAX_AGE = 115;

export class DetailReader {
  readonly #doc: Doc;
  readonly #end: TokenIndex;
  readonly #phrases: Phrases;
  readonly #pack: PeoplePack;
  readonly #marks: Marks;

  constructor(phrases: Phrases, pack: PeoplePack, marks: Marks) {
    this.#doc = phrases.doc;
    this.#end = phrases.end;
    this.#phrases = phrases;
    this.#pack = pack;
    this.#marks = marks;
  }

  /** Age, alias and the like right after a member: ", 34,", "(54 years old)", `"Abu Zaki"`, "aged 12". */
  details(from: TokenIndex, chunk: Chunk): Details {
    const details: Details = { to: from, age: chunk.age, ages: chunk.age === null ? 0 : 1, aliases: [] };
    for (let at = from; at < this.#end; ) {
      const next: TokenIndex | null =
        this.#suffix(at, chunk) ??
        this.#footnote(at) ??
        this.#parenthesis(at, details) ??
        this.#quotedAlias(at, chunk, details) ??
        this.#alias(at, chunk, details) ??
        this.#age(at, details, chunk);
      if (next === null) break;
      details.to = at = next;
    }
    return details;
  }

  /** ", Jr." after a name. */
  #suffix(at: TokenIndex, chunk: Chunk): TokenIndex | null {
    const isComma = this.#doc.form(at) === ',';
    const start = isComma ? at + 1 : at;
    const isSuffix = start < this.#end && this.#pack.words.nameSuffixes.has(this.#doc.lower(start));
    return chunk.kind === 'name' && isSuffix ? start + 1 : null;
  }

  /** The mark after "Ivo Tarn*". */
  #footnote(at: TokenIndex): TokenIndex | null {
    return /^[*†‡]+$/.test(this.#doc.form(at)) ? at + 1 : null;
  }

  #parenthesis(at: TokenIndex, details: Details): TokenIndex | null {
    const end = this.#phrases.parenthesisEnd(at);
    if (end === null) return null;
    const close = end - 1;
    let isName = true;
    for (let i = at + 1; i < close; i++) {
      const quantity = this.#marks.quantityAt(i);
      if (
        quantity !== undefined &&
        (quantity.measures === 'age' || isAge(quantity.count) || isAgeRange(quantity))
      ) {
        details.age ??= quantity;
        isName = false;
      }
      const form = this.#doc.form(i);
      if (form[0] === form[0]!.toLowerCase() && !/^[-\p{P}]|^al$|^bin$|^abu$|^umm?$/iu.test(form))
        isName = false;
    }
    if (isName) details.aliases.push({ from: at + 1, to: close });
    return close + 1;
  }

  #quotedAlias(at: TokenIndex, chunk: Chunk, details: Details): TokenIndex | null {
    if (chunk.kind !== 'name' || !/^["“”‘«]$/.test(this.#doc.form(at))) return null;
    for (let close = at + 2; close <= at + 5 && close < this.#end; close++) {
      if (!/^["“”’»]$/.test(this.#doc.form(close))) continue;
      details.aliases.push({ from: at + 1, to: close });
      return close + 1;
    }
    return null;
  }

  /** "alias Anil", "aka Biggs". */
  #alias(at: TokenIndex, chunk: Chunk, details: Details): TokenIndex | null {
    if (chunk.kind !== 'name' || !this.#pack.words.alias.has(this.#doc.lower(at))) return null;
    const other = this.#phrases.chunkStarting(at + 1);
    if (other === null || other.kind === 'number' || other.kind === 'pronoun') return null;
    details.aliases.push({ from: other.from, to: other.to });
    return other.to;
  }

  #age(at: TokenIndex, details: Details, chunk: Chunk): TokenIndex | null {
    if (details.age !== null && details.age !== undefined && chunk.age === null) return null;
    const { words } = this.#pack;
    const isComma = this.#doc.form(at) === ',';
    let start = isComma ? at + 1 : at;
    // "Ali and Omar, both 16,".
    if (isComma && words.both.has(this.#doc.lower(start)) && isNumeral(this.#doc.form(start + 1))) start++;
    const isAged = words.aged.has(this.#doc.lower(start));
    if (isAged && this.#marks.quantityAt(start) === undefined) start++;
    const quantity = this.#marks.quantityAt(start);
    if (quantity === undefined) return null;
    if (quantity.measures === 'age') {
      const follows = this.#phrases.chunkStarting(start);
      // "Ali, 34-year-old teacher" is another phrase.
      if (follows !== null && follows.kind !== 'number') return null;
      details.age = quantity;
      return this.#moreAges(quantity.to, details);
    }
    if (!isAge(quantity.count) || quantity.measures !== undefined) return null;
    const after = quantity.to >= this.#end ? '' : this.#doc.form(quantity.to);
    const closes =
      after === '' ||
      /^[,.;:()]$/.test(after) ||
      words.and.has(this.#doc.lower(quantity.to)) ||
      words.of.has(this.#doc.lower(quantity.to));
    const isOne = !chunk.plural && chunk.quantity === null;
    if (isAged || (isComma && closes && isOne && /^\d+$/.test(this.#doc.form(quantity.head)))) {
      details.age = quantity;
      return quantity.to;
    }
    return null;
  }

  /** Past "8 and 4" of "ages 10, 8 and 4". */
  #moreAges(from: TokenIndex, details: Details): TokenIndex {
    details.ages = 1;
    for (let at = from; ; ) {
      const separator = this.#phrases.separator(at);
      const next = separator === null ? undefined : this.#marks.quantityAt(separator.to);
      const isBare = next?.measures === 'age' && this.#phrases.chunkStarting(separator!.to)?.kind !== 'noun';
      if (separator?.kind === ':' || next === undefined || !isBare || next.to - next.from > 1) return at;
      details.ages++;
      at = next.to;
    }
  }

  /** "Paramedic" in "Paramedic Marwan …"; null for kin, and for nouns that only say man, woman or child. */
  #title(chunk: Chunk): TokenRange | null {
    const { noun } = chunk;
    if (noun === null || noun.kin || noun.gender !== undefined || noun.child || noun.general) return null;
    let from = chunk.nameFrom - 1;
    while (from > chunk.from && this.#isTitlePart(from - 1, chunk)) from--;
    return from >= chunk.from ? { from, to: chunk.nameFrom } : null;
  }

  #isTitlePart(at: TokenIndex, chunk: Chunk): boolean {
    if (chunk.age !== null && at < chunk.age.to) return false;
    if (chunk.owner !== null && at <= chunk.owner.to) return false;
    const upos = this.#doc.upos(at);
    return upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ';
  }

  /** "Abu Ivo" is Ivo's father, "Umm Ivo" his mother. */
  #genderOf(aliases: readonly TokenRange[]): 'female' | 'male' | undefined {
    for (const { from, to } of aliases) {
      for (let at = from; at < to && at < from + 2; at++) {
        const gender = this.#pack.words.parentNames.get(this.#doc.lower(at));
        if (gender !== undefined) return gender;
      }
    }
    return undefined;
  }

  name(chunk: Chunk, details: Details): Name {
    const { honorifics, kunyas } = this.#pack.words;
    const role = this.#title(chunk);
    let from = chunk.nameFrom;
    while (from + 1 < chunk.to && honorifics.has(this.#doc.lower(from))) from++;
    // "Ada Tarn Umm Ivo": a second name of hers.
    let to = from + 2;
    while (to < chunk.to && !kunyas.has(this.#doc.lower(to))) to++;
    const hasSecond = to + 1 < chunk.to;
    const aliases = hasSecond ? [{ from: to, to: chunk.to }, ...details.aliases] : details.aliases;
    const parent = chunk.traits.gender === undefined ? this.#genderOf(aliases) : undefined;
    return {
      from,
      to: hasSecond ? to : chunk.to,
      aliases,
      age: details.age,
      role,
      traits: parent === undefined ? chunk.traits : { ...chunk.traits, gender: parent, adult: true },
    };
  }
}

/** "(16-19)": sources differ. */
function isAgeRange({ count, by }: Quantity): boolean {
  return by.endsWith('/range') && count.max !== null && count.max < MAX_AGE;
}

function isNumeral(form: string): boolean {
  return /^\d+$/.test(form);
}

function isAge(count: Count): boolean {
  return isExact(count) && count.min > 0 && count.min < MAX_AGE;
}
