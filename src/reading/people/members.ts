/** One person or group in a phrase: how many, who, and what stands beside them. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import { exactly, unstated } from '../../model/count.ts';
import type { Count } from '../../model/reading.ts';
import type { Quantity, RuleId } from '../annotations.ts';
import type { Chunk } from './chunks.ts';
import type { DetailReader } from './details.ts';
import { MAX_MEMBERS, type NameReader } from './names.ts';
import type { PeoplePack } from './pack.ts';
import type { Phrases } from './phrases.ts';
import type { Member } from './victims.ts';

export class MemberReader {
  readonly #doc: Doc;
  readonly #phrases: Phrases;
  readonly #details: DetailReader;
  readonly #names: NameReader;
  readonly #pack: PeoplePack;

  constructor(phrases: Phrases, details: DetailReader, names: NameReader, pack: PeoplePack) {
    this.#doc = phrases.doc;
    this.#phrases = phrases;
    this.#details = details;
    this.#names = names;
    this.#pack = pack;
  }

  member(chunk: Chunk): Member | null {
    const through = this.#through(chunk);
    if ((chunk.people === 'no' && through === null) || this.#isBareAge(chunk)) return null;
    // "A number of injuries" counts no people.
    if (through === null && chunk.kind === 'number' && this.#isOfThings(chunk)) return null;
    const kind = through?.kind ?? chunk;
    const base = {
      chunk,
      kind,
      from: chunk.from,
      to: through?.to ?? chunk.to,
      bareTo: through?.to ?? chunk.to,
      count: through?.count ?? this.count(chunk),
      traits: { ...kind.traits, ...chunk.traits },
      by: through?.by ?? this.rule(chunk),
    };
    if (chunk.kind === 'name' && chunk.noun?.plural) return this.#namedGroup(base);
    const details = this.#details.details(base.to, chunk);
    // "Her boys, ages 7 and 8".
    const isToldByAges = base.count.kind === 'unstated' && base.count.min > 1 && details.ages > 1;
    return {
      ...base,
      ...(isToldByAges
        ? { count: exactly(details.ages, this.#doc.slice({ from: chunk.from, to: details.to })) }
        : {}),
      to: details.to,
      names: chunk.kind === 'name' ? [this.#details.name(chunk, details)] : [],
      ...(details.age ? { age: details.age } : {}),
    };
  }

  #isOfThings(chunk: Chunk): boolean {
    if (!this.#pack.words.of.has(this.#doc.lower(chunk.to))) return false;
    return this.#phrases.chunkStarting(chunk.to + 1)?.people === 'no';
  }

  /** "Their daughters Shorouk (16), Hala (8) and Mona": as many as are named, unless a number says more. */
  #namedGroup(base: Omit<Member, 'names'>): Member | null {
    const { chunk } = base;
    const list = this.#names.nameList(chunk.from, MAX_MEMBERS, chunk);
    if (list === null) return null;
    const text = this.#doc.slice({ from: chunk.from, to: list.to });
    const count = chunk.quantity === null ? exactly(list.names.length, text) : base.count;
    return { ...base, to: list.to, count, names: list.names };
  }

  /** "Tarn, 34," and "Tarn (34-year-old)"; "13-year-old hurt in Oru" is somebody. */
  #isBareAge({ age, kind, quantity, determiner, from, to }: Chunk): boolean {
    if (age === null || kind !== 'number' || quantity !== null || determiner !== '') return false;
    const isSaidOfOther = from > 0 && /^[,(]$/.test(this.#doc.form(from - 1));
    const isCompound = /\d-/.test(this.#doc.slice({ from, to }));
    return !isCompound || isSaidOfOther;
  }

  rule(chunk: Chunk): RuleId {
    const { language } = this.#pack;
    if (chunk.quantity !== null) return chunk.quantity.by;
    if (chunk.kind === 'pronoun') return `${language}/pronoun`;
    if (chunk.kind === 'name') return `${language}/name`;
    return chunk.plural ? `${language}/plural` : `${language}/one-person`;
  }

  count(chunk: Chunk): Count {
    const text = this.#doc.slice(chunk);
    // Families and households are no count of people.
    if (chunk.quantity !== null && chunk.quantity.count.max !== 0 && chunk.noun?.uncounted)
      return unstated(2, text);
    if (chunk.quantity !== null) return this.quantityCount(chunk.quantity);
    if (chunk.kind === 'name') return exactly(1, text);
    if (typeof chunk.noun?.several === 'number') return exactly(chunk.noun.several, text);
    if (this.#pack.words.indefinite.has(chunk.determiner) && chunk.noun?.several !== true)
      return exactly(1, text);
    if (chunk.plural)
      return this.#pack.words.both.has(chunk.determiner) ? exactly(2, text) : unstated(2, text);
    const isBare =
      chunk.kind === 'noun' &&
      chunk.determiner === '' &&
      chunk.age === null &&
      chunk.owner === null &&
      !this.#pack.words.indefinite.has(this.#doc.lower(chunk.from - 1));
    return isBare ? unstated(1, text) : exactly(1, text);
  }

  quantityCount(quantity: Quantity): Count {
    return quantity.count.text === undefined
      ? { ...quantity.count, text: this.#doc.slice(quantity) }
      : quantity.count;
  }

  /** "members of the family", "two of the men", "a group of 12 people", "a family of five". */
  #through(chunk: Chunk): { kind: Chunk; to: TokenIndex; count: Count; by: RuleId } | null {
    const { words, language } = this.#pack;
    if (!words.of.has(this.#doc.lower(chunk.to))) return null;
    if (chunk.kind !== 'number' && !words.through.has(this.#doc.lower(chunk.head))) return null;
    const inner = this.#phrases.chunkStarting(chunk.to + 1);
    if (inner === null || inner.people === 'no') return null;
    const deeper = this.#through(inner);
    const kind = deeper?.kind ?? inner;
    const to = deeper?.to ?? inner.to;
    const innerCount = deeper?.count ?? this.count(inner);
    if (chunk.quantity !== null)
      return { kind, to, count: this.quantityCount(chunk.quantity), by: chunk.quantity.by };
    const by = `${language}/through-of`;
    // "A member of the squad" is one, "a squad of soldiers" several.
    const isOne = chunk.noun !== null && chunk.noun.several === undefined && !chunk.plural;
    if (isOne) return { kind, to, count: this.count(chunk), by };
    if (inner.quantity !== null || inner.kind === 'name') return { kind, to, count: innerCount, by };
    if (!chunk.plural && words.singular.has(chunk.determiner) && !inner.plural)
      return { kind, to, count: this.count(chunk), by };
    if (!chunk.plural && innerCount.kind === 'exact' && inner.noun?.several === undefined)
      return { kind, to, count: innerCount, by };
    return { kind, to, count: unstated(2, this.#doc.slice({ from: chunk.from, to })), by };
  }
}
