/** Marks the quantities that count no people: what a word beside the number, or its place in the line, makes of it. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { Measure, RuleId } from '../annotations.ts';
import { PhraseTable } from '../phrases.ts';
import { type Draft, isYearLike } from './draft.ts';
import { isGlued, parseNumber } from './numbers.ts';
import type { MeasureRow, QuantityPack } from './pack.ts';

const MAX_AGE = 115;
/** What a number's own shape suggests and the words around it may correct. */
const REFINED: ReadonlySet<Measure> = new Set(['other', 'date', 'calibre']);
const LETTER = /^\p{L}/u;
const CAPITAL = /^\p{Lu}/u;

interface Tables {
  readonly before: PhraseTable<MeasureRow>;
  readonly after: PhraseTable<MeasureRow>;
}

const compiled = new WeakMap<QuantityPack, Tables>();

function tablesOf(pack: QuantityPack): Tables {
  let tables = compiled.get(pack);
  if (tables === undefined) {
    const of = (side: MeasureRow['side']) =>
      new PhraseTable(
        pack.measures
          .filter((row) => row.side === side)
          .flatMap((row) => row.words.split('|').map((phrase): [string, MeasureRow] => [phrase, row])),
      );
    compiled.set(pack, (tables = { before: of('before'), after: of('after') }));
  }
  return tables;
}

export class MeasureFinder {
  readonly #doc: Doc;
  readonly #pack: QuantityPack;
  readonly #tables: Tables;

  constructor(doc: Doc, pack: QuantityPack) {
    this.#doc = doc;
    this.#pack = pack;
    this.#tables = tablesOf(pack);
  }

  /** Sets `measures` where the draft counts no people, and widens it over the measure's words. `before` is the quantity before it. */
  measure(draft: Draft, before: Draft | undefined): void {
    if (draft.measures === 'ordinal') this.#ordinal(draft);
    if (draft.measures !== undefined && !REFINED.has(draft.measures)) return;
    if (draft.count.max === 0 && draft.measures === undefined) return;
    // Most specific first: a listed word after the number, then one before it, then the number's own shape and place.
    if (this.#after(draft) || this.#before(draft)) return;
    if (before !== undefined && this.#continues(draft, before)) {
      // A list keeps the rule that opened it, so that the third item still knows of the first.
      this.#set(draft, before.measures!, before.by);
      return;
    }
    const measure =
      this.#date(draft) ??
      this.#clock(draft) ??
      this.#age(draft) ??
      this.#label(draft) ??
      this.#score(draft) ??
      this.#compound(draft);
    if (measure !== null) this.#set(draft, measure, `${this.#pack.language}/${measure.replaceAll(' ', '-')}`);
  }

  #set(draft: Draft, measure: Measure, by: RuleId): void {
    draft.measures = measure;
    draft.by = by;
    delete draft.additional;
  }

  #ordinal(draft: Draft): void {
    const doc = this.#doc;
    const next = doc.lower(draft.to);
    const month = this.#pack.partLinks.includes(next) ? draft.to + 1 : draft.to;
    if (this.#isMonth(month)) {
      draft.measures = 'date';
      draft.to = month + 1;
    } else if (this.#isMonth(draft.from - 1)) draft.measures = 'date';
    else if (this.#isNameAfter(draft.to)) draft.measures = 'name';
  }

  /** A unit after the number: "20 km", "20-year-old", "5 pm". */
  #after(draft: Draft): boolean {
    const doc = this.#doc;
    const scale = this.#shortScale(draft);
    const unit = this.#tables.after.at(doc, scale ?? draft.to);
    if (unit === null) {
      if (scale === null || !this.#pack.peopleNouns.has(doc.lower(scale))) return false;
      this.#multiply(draft, this.#pack.shortScales.get(doc.lower(draft.to))!);
      draft.to = scale;
      delete draft.measures;
      return true;
    }
    const { measures, id } = unit.value;
    if (doc.lower(unit.from) === '-' && !isGlued(doc, unit.from)) return false;
    if (
      draft.number === null &&
      draft.measures !== measures &&
      measures !== 'duration' &&
      measures !== 'money'
    ) {
      return false;
    }
    this.#set(draft, measures, id);
    draft.to = unit.to;
    // "Ali Hassan, 9 months, died": after a name and a comma a length of time is an age.
    if (measures === 'duration' && this.#isAfterName(draft.from) && !LETTER.test(doc.form(draft.to)))
      draft.measures = 'age';
    if (measures !== 'money') {
      const before = this.#tables.before.endingAt(doc, draft.from);
      if (before?.value.measures === 'age' && measures === 'duration') draft.measures = 'age';
    }
    return true;
  }

  /** The token after a glued "k" or "m" in "10k people"; null where there is none. */
  #shortScale(draft: Draft): TokenIndex | null {
    const doc = this.#doc;
    if (!draft.number?.figures || !isGlued(doc, draft.to) || !this.#pack.shortScales.has(doc.lower(draft.to)))
      return null;
    return draft.to + 1;
  }

  #multiply(draft: Draft, by: number): void {
    const value = draft.number!.value * by;
    if (draft.count.kind === 'exact') draft.count = { ...draft.count, min: value, max: value };
  }

  /** A word before the number: "$20", "aged 34", "Flight 17". */
  #before(draft: Draft): boolean {
    const doc = this.#doc;
    const word = this.#tables.before.endingAt(doc, draft.from);
    if (word === null || draft.number === null) return false;
    const { measures, id } = word.value;
    if (measures === 'name') {
      // "Route 66" but "the number 12 people gave"; words in lower case name nothing before a number word.
      const isName = CAPITAL.test(doc.form(word.from)) || !LETTER.test(doc.form(word.from));
      if (!isName && !draft.number.figures) return false;
      if (!isName && this.#isNoun(draft.to)) return false;
      if (draft.from !== draft.core) return false;
    }
    if (measures === 'age' && draft.number.value > MAX_AGE) return false;
    this.#set(draft, measures, id);
    draft.from = word.from;
    if (measures === 'money') {
      const scale = this.#shortScale(draft);
      if (scale !== null) draft.to = scale;
    }
    return true;
  }

  /** "aged 3, 5 and 7", "March 5 and 6", "March 5, 2024". */
  #continues(draft: Draft, before: Draft): boolean {
    const doc = this.#doc;
    const { number } = draft;
    if (before.measures === undefined || number === null) return false;
    const gap = draft.from - before.to;
    if (gap > 2) return false;
    for (let at = before.to; at < draft.from; at++) if (!this.#isListLink(at)) return false;
    if (before.measures === 'age') {
      return (
        gap > 0 && number.value <= MAX_AGE && this.#opensAgeList(before.by) && !this.#isOfPeople(draft.to)
      );
    }
    if (before.measures !== 'date' || !number.figures) return false;
    if (isYearLike(doc, number, draft.head)) return true;
    // "3 JAN 90"
    if (gap === 0) return /^\d\d$/.test(doc.form(draft.head));
    return doc.lower(before.to) !== ',' && number.value <= 31 && !this.#isNoun(draft.to);
  }

  /** "Aged 11 and 15 soldiers": another figure; "the ages of 11 and 15 hurt in the raid" is none. */
  #isOfPeople(token: TokenIndex): boolean {
    return (
      this.#isNoun(token) && [token, token + 1].some((at) => this.#pack.peopleNouns.has(this.#doc.lower(at)))
    );
  }

  #opensAgeList(by: RuleId): boolean {
    return this.#pack.measures.some(
      ({ id, side, measures }) => id === by && side === 'before' && measures === 'age',
    );
  }

  #isListLink(token: TokenIndex): boolean {
    const lower = this.#doc.lower(token);
    return lower === ',' || lower === this.#pack.and || this.#pack.rangeLinks.has(lower);
  }

  /** A word that may be the noun of the number before it: any but the closed class and common verbs. */
  #isNoun(token: TokenIndex): boolean {
    return LETTER.test(this.#doc.form(token)) && !this.#pack.notNouns.has(this.#doc.lower(token));
  }

  #isMonth(token: TokenIndex): boolean {
    return this.#pack.months.has(this.#doc.lower(token)) && CAPITAL.test(this.#doc.form(token));
  }

  #date(draft: Draft): Measure | null {
    const doc = this.#doc;
    const { number } = draft;
    if (number === null || draft.core !== draft.from) return null;
    if (draft.measures === 'date') return 'date';
    const isDay = number.figures && number.value <= 31 && number.multiple === 1;
    if (isDay && this.#isMonth(draft.to)) {
      draft.to++;
      return 'date';
    }
    if (isDay && doc.lower(draft.to) === '-' && this.#isMonth(draft.to + 1)) {
      draft.to += 2;
      return 'date';
    }
    const month = doc.lower(draft.from - 1) === '-' ? draft.from - 2 : draft.from - 1;
    if (
      this.#isMonth(month) &&
      (isDay || isYearLike(doc, number, draft.head) || /^\d\d$/.test(doc.form(draft.head)))
    ) {
      draft.from = month;
      return 'date';
    }
    if (!isYearLike(doc, number, draft.head)) return null;
    const isAfterPreposition = this.#pack.beforeYears.has(doc.lower(draft.from - 1));
    if (number.value >= 1900 && (isAfterPreposition || !LETTER.test(doc.form(draft.to)))) return 'date';
    return isAfterPreposition && number.value < 1900 ? 'date' : null;
  }

  /** "at 2200": four figures that can be a time of day, with no noun after them. */
  #clock(draft: Draft): Measure | null {
    const doc = this.#doc;
    if (!this.#pack.beforeClockTimes.has(doc.lower(draft.from - 1))) return null;
    return /^(?:[01]\d|2[0-4])[0-5]\d$/.test(doc.form(draft.from)) && !this.#isNoun(draft.to) ? 'time' : null;
  }

  /** "Clarke, 34,", "Clarke (34)", "a woman of 62", "children under 18". */
  #age(draft: Draft): Measure | null {
    const doc = this.#doc;
    const { number } = draft;
    if (number === null || number.value > MAX_AGE || number.multiple > 1) return null;
    if (this.#sharesUnit(draft)) return 'age';
    const before = doc.lower(draft.from - 1);
    const next = doc.form(draft.to);
    // "Ivo Tarn, 34 who was hit".
    const isClosed =
      draft.to >= doc.length ||
      !/^[\p{L}\d%$(“"]/u.test(next) ||
      this.#pack.relatives.has(doc.lower(draft.to));
    if (number.figures && draft.core === draft.from) {
      if (
        this.#isAfterName(draft.from) &&
        doc.lower(draft.from - 1) === ',' &&
        (isClosed || this.#isBeforeNextName(draft.to))
      ) {
        return 'age';
      }
      if (before === '(' && CAPITAL.test(doc.form(draft.from - 2)) && /^[),;]/.test(next)) return 'age';
    }
    if (
      before === this.#pack.partLinks[0] &&
      this.#pack.personNouns.has(doc.lower(draft.from - 2)) &&
      !this.#isNoun(draft.to)
    ) {
      return 'age';
    }
    if (
      draft.core > draft.from &&
      draft.count.kind !== 'about' &&
      this.#pack.peopleNouns.has(before) &&
      !this.#isNoun(draft.to)
    ) {
      return 'age';
    }
    return null;
  }

  /** "An 18 and a 15-year-old", "28 and 31 years old": an age whose unit stands after the next number. */
  #sharesUnit(draft: Draft): boolean {
    const doc = this.#doc;
    if (!draft.number!.figures || doc.lower(draft.to) !== this.#pack.and) return false;
    const hasArticle = this.#pack.articles.has(doc.lower(draft.to + 1));
    // "Killed 12 and a 15-year-old": the first is a figure of its own.
    if (hasArticle && !this.#pack.articles.has(doc.lower(draft.from - 1))) return false;
    const at = hasArticle ? draft.to + 2 : draft.to + 1;
    const other = parseNumber(doc, at, this.#pack);
    const unit = other?.figures ? this.#tables.after.at(doc, other.to) : null;
    return unit?.value.measures === 'age';
  }

  /** Whether a capitalised word or a word for one person and a comma stand before the token, no month among them. */
  #isAfterName(token: TokenIndex): boolean {
    const doc = this.#doc;
    if (doc.lower(token - 1) !== ',') return false;
    let name = token - 2;
    if (/^["”'’)]/.test(doc.form(name))) name--;
    if (this.#pack.personNouns.has(doc.lower(name))) return true;
    return (
      CAPITAL.test(doc.form(name)) && !this.#isMonth(name) && doc.sentenceOf(name) === doc.sentenceOf(token)
    );
  }

  #isBeforeNextName(token: TokenIndex): boolean {
    return this.#doc.lower(token) === this.#pack.and && CAPITAL.test(this.#doc.form(token + 1));
  }

  /** "M-16", "12 Battalion", "40 Ostra Street", a list's "5.". */
  #label(draft: Draft): Measure | null {
    const doc = this.#doc;
    const { number } = draft;
    if (number === null) return null;
    if (draft.core === draft.from && number.figures) {
      const isHyphened =
        isGlued(doc, draft.from) && doc.lower(draft.from - 1) === '-' && isGlued(doc, draft.from - 1);
      if (isHyphened && LETTER.test(doc.form(draft.from - 2))) return 'name';
      if (isHyphened && !LETTER.test(doc.form(draft.from - 2)) && draft.from > 1) return 'other';
      if (this.#isListMark(draft)) return 'name';
      if (isGlued(doc, draft.to) && doc.lower(draft.to) === '-' && /^\d/.test(doc.form(draft.to + 1)))
        return 'other';
    }
    if (draft.measures === 'other') return 'other';
    if (number.value > 1e10) return 'other';
    if (!number.figures) return null;
    if (this.#isNameAfter(draft.to)) return 'name';
    for (let k = 1; k <= 3 && CAPITAL.test(doc.form(draft.to + k - 1)); k++) {
      if (k > 1 && this.#isNameAfter(draft.to + k - 1)) return 'address';
    }
    return null;
  }

  #isNameAfter(token: TokenIndex): boolean {
    return this.#pack.nameAfter.has(this.#doc.lower(token)) && CAPITAL.test(this.#doc.form(token));
  }

  /** A number that opens a line, before a stop or bracket and a capital: "5. Trung", "(5) Trung". */
  #isListMark(draft: Draft): boolean {
    const doc = this.#doc;
    const opening = doc.lower(draft.from - 1) === '(' ? draft.from - 1 : draft.from;
    const start = doc.start(opening);
    const mark = doc.form(draft.to);
    const sentence = doc.sentence(doc.sentenceOf(opening));
    // "[Text] 1. On Monday": at the start or after a bracket, and a new sentence or a capital after the stop.
    const isFirst = opening === sentence.from || doc.lower(opening - 1) === ']';
    const isFollowed = draft.to + 1 === sentence.to || CAPITAL.test(doc.form(draft.to + 1));
    if (isFirst && mark === '.' && isGlued(doc, draft.to) && isFollowed) return true;
    if (start > 0 && doc.text[start - 1] !== '\n') return false;
    return (
      isGlued(doc, draft.to) &&
      (mark === '.' || mark === ')') &&
      draft.number!.value < 1000 &&
      doc.end(draft.to) < doc.text.length
    );
  }

  #score(draft: Draft): Measure | null {
    const doc = this.#doc;
    if (draft.count.kind !== 'between' || !draft.number!.figures || !/[-–]/.test(doc.slice(draft)))
      return null;
    for (let k = 1; k <= 3; k++) if (this.#pack.scoreWords.has(doc.lower(draft.from - k))) return 'score';
    for (let k = 0; k < 2; k++) if (this.#pack.scoreWords.has(doc.lower(draft.to + k))) return 'score';
    return null;
  }

  /** "four-storey", "two-vehicle": a number hyphened to a word describes a thing. */
  #compound(draft: Draft): Measure | null {
    const doc = this.#doc;
    if (
      draft.number === null ||
      doc.lower(draft.to) !== '-' ||
      !isGlued(doc, draft.to) ||
      !isGlued(doc, draft.to + 1)
    )
      return null;
    if (!LETTER.test(doc.form(draft.to + 1))) return null;
    draft.to += 2;
    return 'compound';
  }
}
