/**
 * Finds every quantity of a text with the bounds that its words give: figures, number words, "dozens", "no one", with
 * what bounds them ("at least", "or so"), and marks those that count no people (ages, dates, money, names …).
 * One pass over the tokens with table look-ups; no tags or trees. Decisions are those of docs/annotation-guide.md.
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import { exactly } from '../../model/count.ts';
import type { Count } from '../../model/reading.ts';
import type { Quantity, RuleId } from '../annotations.ts';
import { type PhraseMatch, PhraseTable } from '../phrases.ts';
import type { Source } from '../source.ts';
import { boundCount, rangeCount } from './bounds.ts';
import { type Draft, isYearLike } from './draft.ts';
import { MeasureFinder } from './measures.ts';
import { isFigure, isGlued, type ParsedNumber, parseNumber } from './numbers.ts';
import type { Bound, QuantifierRow, QuantityPack } from './pack.ts';

export function findQuantities(source: Source, pack: QuantityPack): Quantity[] {
  return new QuantityFinder(source.doc, tablesOf(pack)).find();
}

type Prefix = { bound: Bound; by: RuleId } | 'additional' | 'all but';

interface Tables {
  readonly pack: QuantityPack;
  readonly prefixes: PhraseTable<Prefix>;
  readonly suffixes: PhraseTable<{ bound: Bound; by: RuleId }>;
  readonly quantifiers: PhraseTable<QuantifierRow>;
  readonly notQuantities: PhraseTable<true>;
  readonly additionalAfter: PhraseTable<true>;
  readonly partLinks: PhraseTable<true>;
  readonly ratioLinks: PhraseTable<true>;
  readonly widenings: PhraseTable<true>;
  /** Every word that a quantity can begin with. */
  readonly starts: ReadonlySet<string>;
}

const compiled = new WeakMap<QuantityPack, Tables>();

function tablesOf(pack: QuantityPack): Tables {
  let tables = compiled.get(pack);
  if (tables === undefined) compiled.set(pack, (tables = compile(pack)));
  return tables;
}

function compile(pack: QuantityPack): Tables {
  const all = (phrases: readonly string[]) =>
    new PhraseTable<true>(phrases.map((phrase): [string, true] => [phrase, true]));
  const modifiers = (side: 'before' | 'after') =>
    pack.modifiers
      .filter((row) => row.side === side)
      .flatMap(({ words, bound, id }) =>
        words.split('|').map((phrase): [string, { bound: Bound; by: RuleId }] => [phrase, { bound, by: id }]),
      );
  const prefixes: [string, Prefix][] = [
    ...modifiers('before'),
    ...pack.additionalBefore.map((phrase): [string, Prefix] => [phrase, 'additional']),
    ...pack.allBut.map((phrase): [string, Prefix] => [phrase, 'all but']),
  ];
  const quantifiers = pack.quantifiers.flatMap((row) =>
    row.words.split('|').map((phrase): [string, QuantifierRow] => [phrase, row]),
  );
  const firstWord = (phrase: string) => phrase.split(' ', 1)[0]!;
  return {
    pack,
    prefixes: new PhraseTable(prefixes),
    suffixes: new PhraseTable(modifiers('after')),
    quantifiers: new PhraseTable(quantifiers),
    notQuantities: all(pack.notQuantities),
    additionalAfter: all(pack.additionalAfter),
    partLinks: all(pack.partLinks),
    ratioLinks: all(pack.ratioLinks),
    widenings: all(pack.widenings),
    starts: new Set([
      ...pack.numberWords.keys(),
      ...pack.one,
      pack.half,
      ...pack.articles.keys(),
      ...pack.ordinals,
      ...pack.fractions.keys(),
      ...pack.rangeOpeners.keys(),
      ...[...prefixes, ...quantifiers].map(([phrase]) => firstWord(phrase)),
      ...pack.notQuantities.map(firstWord),
    ]),
  };
}

/** No chain of "at least another some 12" is longer. */
const MAX_PREFIXES = 5;

class QuantityFinder {
  readonly #doc: Doc;
  readonly #tables: Tables;
  readonly #pack: QuantityPack;
  readonly #found: Draft[] = [];

  constructor(doc: Doc, tables: Tables) {
    this.#doc = doc;
    this.#tables = tables;
    this.#pack = tables.pack;
  }

  find(): Quantity[] {
    const doc = this.#doc;
    const measures = new MeasureFinder(doc, this.#pack);
    for (let at: TokenIndex = 0; at < doc.length; ) {
      if (!isFigure(doc, at) && !this.#tables.starts.has(doc.lower(at))) {
        at++;
        continue;
      }
      const draft = this.#quantityAt(at);
      if (draft === null) {
        at = this.#tables.notQuantities.at(doc, at)?.to ?? at + 1;
        continue;
      }
      measures.measure(draft, this.#found[this.#found.length - 1]);
      if (!this.#widens(draft)) this.#found.push(draft);
      // "12 others": the word is the noun of this quantity and no quantity of its own.
      at = draft.additional ? (this.#additionalAfter(draft)?.to ?? draft.to) : draft.to;
    }
    return this.#found.map(finished(doc));
  }

  /** The quantity that begins at the token, with all that bounds it. */
  #quantityAt(from: TokenIndex): Draft | null {
    const chain: Prefix[] = [];
    let at = from;
    while (chain.length < MAX_PREFIXES) {
      const prefix = this.#tables.prefixes.at(this.#doc, at);
      if (prefix === null) {
        // "at least the 12", but "about the two attempts" bounds nothing.
        if (!takesFiller(chain.at(-1)) || !this.#pack.fillers.has(this.#doc.lower(at))) break;
        at++;
        continue;
      }
      chain.push(prefix.value);
      at = prefix.to;
    }
    const draft = this.#rangeAt(at) ?? this.#coreAt(at);
    if (draft === null || (chain.length > 0 && draft.by === this.#pack.articles.get(this.#doc.lower(at)))) {
      return chain.length > 0 ? this.#coreAt(from) : null;
    }
    draft.from = from;
    return this.#bounded(draft, chain);
  }

  #bounded(draft: Draft, chain: readonly Prefix[]): Draft {
    this.#suffix(draft);
    for (const prefix of chain.toReversed()) {
      if (prefix === 'additional') draft.additional = true;
      else if (prefix !== 'all but') {
        draft.count = boundCount(draft.count, prefix.bound);
        if (prefix.bound !== 'exactly') draft.by = prefix.by;
      }
    }
    if (this.#additionalAfter(draft) !== null) draft.additional = true;
    this.#whole(draft, chain.includes('all but'));
    return draft;
  }

  /** "others", "more" or "of others" after the number, but for "more than". */
  #additionalAfter(draft: Draft): PhraseMatch<true> | null {
    const of = this.#pack.partLinks.includes(this.#doc.lower(draft.to)) ? 1 : 0;
    const next = this.#tables.additionalAfter.at(this.#doc, draft.to + of);
    return next === null || this.#pack.notAdditionalBefore.has(this.#doc.lower(next.to)) ? null : next;
  }

  /** "or more", "-odd", "+" right after the number, or after one noun: "32 people or more". */
  #suffix(draft: Draft): void {
    const near = this.#tables.suffixes.at(this.#doc, draft.to);
    if (this.#pack.articles.get(this.#doc.lower(draft.core)) === draft.by) return;
    // "23 dead and more than 60 wounded": the second half belongs to the next number.
    const isNext = (to: TokenIndex): boolean =>
      this.#isNumberAt(to) || this.#pack.notAdditionalBefore.has(this.#doc.lower(to));
    if (near !== null && !isNext(near.to)) {
      draft.count = boundCount(draft.count, near.value.bound);
      draft.by = near.value.by;
      draft.to = near.to;
      return;
    }
    const far = this.#tables.suffixes.at(this.#doc, draft.to + 1);
    if (far === null || far.to - far.from < 2 || isNext(far.to) || draft.number === null) return;
    if (!/^\p{L}/u.test(this.#doc.form(draft.to)) || !/^\p{L}/u.test(this.#doc.form(far.from))) return;
    draft.count = boundCount(draft.count, far.value.bound);
    draft.by = far.value.by;
  }

  /** "of the 20" after a part; of "all but three of the 20" the difference is meant. */
  #whole(draft: Draft, isAllBut: boolean): void {
    const link = this.#tables.partLinks.at(this.#doc, draft.to);
    if (link === null) {
      if (isAllBut) unstatedRest(draft);
      return;
    }
    let at = link.to;
    while (this.#pack.determiners.has(this.#doc.lower(at))) at++;
    const prefix = this.#tables.prefixes.at(this.#doc, at);
    const number = parseNumber(this.#doc, prefix?.to ?? at, this.#pack);
    if (number === null || !Number.isInteger(number.value) || isYearLike(this.#doc, number, number.to - 1)) {
      if (isAllBut) unstatedRest(draft);
      return;
    }
    let whole = plain(number);
    if (prefix !== null && typeof prefix.value === 'object') whole = boundCount(whole, prefix.value.bound);
    draft.to = number.to;
    draft.whole = whole;
    if (isAllBut && draft.count.max !== null && whole.max !== null) {
      draft.count = { ...exactly(Math.max(0, whole.max - draft.count.max)), approximate: whole.approximate };
      draft.head = number.to - 1;
      draft.by = `${this.#pack.language}/all-but`;
    } else if (draft.measures === 'fraction' && draft.number !== null) {
      this.#fractionOf(draft, whole);
    }
  }

  #fractionOf(draft: Draft, whole: Count): void {
    const share = draft.number!.value;
    const max = whole.max === null ? null : Math.floor(whole.max * share);
    const isEven = whole.max !== null && Number.isInteger(Math.round(whole.max * share * 1000) / 1000);
    const { count: before } = draft;
    draft.count = {
      min: Math.floor(whole.min * share),
      max,
      kind: max === null ? 'at least' : isEven && !before.approximate ? 'exact' : 'about',
      approximate: before.approximate || whole.approximate || !isEven,
    };
    delete draft.measures;
  }

  /** "between 12 and 15", "from 12 to 15", "12-15", "12 or 13". */
  #rangeAt(from: TokenIndex): Draft | null {
    const doc = this.#doc;
    const closer = this.#pack.rangeOpeners.get(doc.lower(from));
    if (closer !== undefined && this.#isChange(from)) return null;
    const low = parseNumber(doc, closer === undefined ? from : from + 1, this.#pack);
    if (low === null) return null;
    const link = doc.lower(low.to);
    const isHyphen = !/^\p{L}/u.test(doc.form(low.to)) && low.to < doc.length;
    if (closer === undefined) {
      if (!this.#pack.rangeLinks.has(link)) return null;
      if (this.#pack.rangeOpeners.has(doc.lower(from - 1))) return null;
      if (isHyphen && isGlued(doc, low.to) !== isGlued(doc, low.to + 1)) return null;
      // "between 24 to 31" is said as often as it is wrong.
    } else if (link !== closer && !this.#pack.rangeLinks.has(link)) return null;
    const high = parseNumber(doc, low.to + 1, this.#pack);
    if (high === null) return null;
    const carried =
      low.multiple === 1 && high.multiple > 1 && low.value < high.factor
        ? low.value * high.multiple
        : low.value;
    const draft = this.#draft(
      from,
      high.to,
      { ...exactly(high.value), approximate: high.approximate },
      'range',
    );
    draft.core = closer === undefined ? from : from + 1;
    draft.number = high;
    if (carried >= high.value) {
      if (!isHyphen || closer !== undefined || !isGlued(doc, low.to)) return null;
      draft.measures = isYearLike(doc, low, low.to - 1) ? 'date' : 'score';
      return draft;
    }
    if (!Number.isInteger(carried) || !Number.isInteger(high.value)) draft.measures = 'other';
    draft.count = rangeCount(
      { ...exactly(Math.floor(carried)), approximate: low.approximate },
      { ...exactly(Math.floor(high.value)), approximate: high.approximate },
    );
    return draft;
  }

  /** Whether the words before "from" tell of a change: "rose from 21 to 27" is two figures. */
  #isChange(from: TokenIndex): boolean {
    for (let k = 1; k <= 4; k++) if (this.#pack.changes.has(this.#doc.lower(from - k))) return true;
    return false;
  }

  #coreAt(from: TokenIndex): Draft | null {
    if (this.#tables.notQuantities.at(this.#doc, from) !== null) return null;
    return (
      this.#fraction(from) ??
      this.#number(from) ??
      this.#quantifier(from) ??
      this.#ordinal(from) ??
      this.#article(from)
    );
  }

  #number(from: TokenIndex): Draft | null {
    const doc = this.#doc;
    const number = parseNumber(doc, from, this.#pack);
    if (number === null) return isFigure(doc, from) ? this.#figureThatIsNoNumber(from) : null;
    const word = number.figures
      ? 'numeral'
      : number.value === 1 && number.to === from + 1
        ? 'one'
        : 'number-word';
    const draft = this.#draft(from, number.to, plain(number), word);
    draft.number = number;
    if (!Number.isInteger(number.value)) draft.measures = 'other';
    const link = this.#tables.ratioLinks.at(doc, number.to);
    if (link !== null && (number.value === 1 || link.to - link.from > 1)) {
      const whole = parseNumber(doc, link.to, this.#pack);
      if (
        whole !== null &&
        whole.value > number.value &&
        !isYearLike(doc, whole, whole.to - 1) &&
        !this.#pack.notRatioNouns.has(doc.lower(whole.to))
      ) {
        draft.to = whole.to;
        draft.measures = 'fraction';
      }
    }
    return draft;
  }

  /** "3rd", "09:30", "1980s", "5/3/2020": kept, as what it is. */
  #figureThatIsNoNumber(from: TokenIndex): Draft {
    const form = this.#doc.lower(from);
    const value = Math.min(Number.parseInt(form, 10) || 0, Number.MAX_SAFE_INTEGER);
    const draft = this.#draft(from, from + 1, exactly(value), 'figure');
    const row = this.#pack.figureForms.find(
      ({ form: pattern, after }) => pattern.test(form) && (!after || after.has(this.#doc.lower(from - 1))),
    );
    draft.measures = row?.measures ?? 'name';
    if (row) draft.by = row.id;
    return draft;
  }

  /** "half of", "two thirds of", "a quarter of". */
  #fraction(from: TokenIndex): Draft | null {
    const doc = this.#doc;
    const { fractions, half, one, partLinks, determiners } = this.#pack;
    let at = from;
    let parts = 1;
    if (doc.lower(at) !== half) {
      const number = one.has(doc.lower(at)) ? null : this.#pack.numberWords.get(doc.lower(at));
      if (number?.kind === 'unit') parts = number.value;
      else if (!one.has(doc.lower(at)) && !/^[1-9]$/.test(doc.form(at))) return null;
      else if (!one.has(doc.lower(at))) parts = Number(doc.form(at));
      at += doc.lower(at + 1) === '-' ? 2 : 1;
    }
    const whole = fractions.get(doc.lower(at));
    if (whole === undefined || parts >= whole) return null;
    if (
      !partLinks.includes(doc.lower(at + 1)) &&
      !(parts > 1) &&
      !(doc.lower(at) === half && determiners.has(doc.lower(at + 1)))
    ) {
      return null;
    }
    const draft = this.#draft(from, at + 1, exactly(parts), 'fraction');
    draft.measures = 'fraction';
    draft.number = {
      to: at + 1,
      value: parts / whole,
      figures: false,
      multiple: 1,
      factor: parts,
      approximate: false,
    };
    return draft;
  }

  #quantifier(from: TokenIndex): Draft | null {
    const doc = this.#doc;
    const match = this.#tables.quantifiers.at(doc, from);
    if (match === null) return null;
    const row = match.value;
    let { to } = match;
    if (row.before === 'of' && !this.#pack.partLinks.includes(doc.lower(to))) return null;
    if (row.before === 'noun' && !/^\p{L}/u.test(doc.form(to))) return null;
    let { min, max, kind, approximate = false } = row;
    if (row.exactAlone && !this.#pack.partLinks.includes(doc.lower(to)) && this.#multipleAt(to) === null) {
      kind = 'exact';
      approximate = false;
    }
    if (row.multiplies) {
      const multiple = this.#multipleAt(to);
      if (multiple !== null) {
        min *= multiple.value;
        if (max !== null) max *= multiple.value;
        to = multiple.to;
      }
    }
    const count: Count = { min, max, kind, approximate };
    const draft = this.#draft(from, to, count, '');
    draft.by = row.id;
    return draft;
  }

  /** "hundred" in "several hundred", "of thousands" in "tens of thousands", "of dozen" in "a couple of dozen". */
  #multipleAt(at: TokenIndex): { value: number; to: TokenIndex } | null {
    const of = this.#pack.partLinks.includes(this.#doc.lower(at)) ? 1 : 0;
    const word = this.#pack.numberWords.get(this.#doc.lower(at + of));
    if (word !== undefined && word.kind !== 'unit' && word.kind !== 'ten' && !word.guarded) {
      const next = this.#multipleAt(at + of + 1);
      return { value: word.value * (next?.value ?? 1), to: next?.to ?? at + of + 1 };
    }
    const row = this.#tables.quantifiers.at(this.#doc, at + of);
    if (row?.value.scale === undefined) return null;
    const next = this.#multipleAt(row.to);
    return { value: row.value.scale * (next?.value ?? 1), to: next?.to ?? row.to };
  }

  #ordinal(from: TokenIndex): Draft | null {
    if (!this.#pack.ordinals.has(this.#doc.lower(from))) return null;
    const draft = this.#draft(from, from + 1, exactly(1), 'ordinal');
    draft.measures = 'ordinal';
    return draft;
  }

  #article(from: TokenIndex): Draft | null {
    const by = this.#pack.articles.get(this.#doc.lower(from));
    if (by === undefined) return null;
    if (!/^[\p{L}\d"“'‘-]/u.test(this.#doc.form(from + 1))) return null;
    const draft = this.#draft(from, from + 1, exactly(1), '');
    draft.by = by;
    if (this.#pack.additionalBefore.includes(this.#doc.lower(from))) draft.additional = true;
    return draft;
  }

  /** "12, possibly 15" and "at least 12 and up to 15" are one figure: the later one widens the earlier. */
  #widens(draft: Draft): boolean {
    const before = this.#found[this.#found.length - 1];
    if (
      before === undefined ||
      before.measures ||
      draft.measures ||
      before.number === null ||
      draft.number === null
    )
      return false;
    if (draft.from - before.to > 2 || draft.from === before.to) return false;
    const link = this.#tables.widenings.at(this.#doc, before.to);
    if (link === null || link.to !== draft.from || draft.additional || draft.whole || before.count.max === 0)
      return false;
    const isHedged = this.#pack.hedges.has(this.#doc.lower(draft.from));
    const isOpen =
      before.count.kind === 'at least' &&
      draft.count.kind === 'up to' &&
      link.to - link.from === 1 &&
      link.from + 1 === link.to;
    if (!isHedged && !(isOpen && this.#doc.lower(link.from) !== ',')) return false;
    const high = draft.count.max;
    if (high === null || high <= before.count.min) return false;
    before.count = {
      min: before.count.min,
      max: high,
      kind: 'between',
      approximate: before.count.approximate,
    };
    before.to = draft.to;
    before.head = draft.head;
    before.by = `${this.#pack.language}/range`;
    return true;
  }

  #isNumberAt(token: TokenIndex): boolean {
    return parseNumber(this.#doc, token, this.#pack) !== null;
  }

  #draft(from: TokenIndex, to: TokenIndex, count: Count, rule: string): Draft {
    return { from, to, core: from, head: to - 1, count, number: null, by: `${this.#pack.language}/${rule}` };
  }
}

function takesFiller(prefix: Prefix | undefined): boolean {
  if (typeof prefix !== 'object') return prefix !== undefined;
  return prefix.bound === 'at least' || prefix.bound === 'exactly';
}

function plain(number: ParsedNumber): Count {
  const value = Math.min(Math.floor(number.value), Number.MAX_SAFE_INTEGER);
  return {
    min: value,
    max: value,
    kind: number.approximate ? 'about' : 'exact',
    approximate: number.approximate,
  };
}

function unstatedRest(draft: Draft): void {
  draft.count = { min: 2, max: null, kind: 'unstated', approximate: false };
}

function finished(doc: Doc): (draft: Draft) => Quantity {
  return ({ core: _core, number: _number, ...quantity }) => ({
    ...quantity,
    count: { ...quantity.count, text: doc.slice(quantity) },
  });
}
