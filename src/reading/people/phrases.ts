/**
 * The chunks of one sentence and the small words between them: what joins, modifies, lists and takes apart. Answers
 * questions about places in the sentence; what the phrases say of people is read by others.
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { Chunk } from './chunks.ts';
import type { PeoplePack } from './pack.ts';

/** What stands between two members of a list. ':' also for a dash. */
export type Separator = 'and' | ',' | ':';

/** 'object': after a verb or "of", where a noun before the next verb begins a clause of its own. */
export type PhrasePlace = 'subject' | 'object';

/** Longest insertion in brackets that is read past: an age, an alias, a rank, where from. */
const MAX_PARENTHESIS = 24;

export class Phrases {
  readonly doc: Doc;
  readonly chunks: readonly Chunk[];
  /** One past the last token of the sentence. */
  readonly end: TokenIndex;
  readonly #pack: PeoplePack;
  readonly #byStart = new Map<TokenIndex, number>();
  readonly #isTrigger: (token: TokenIndex) => boolean;

  constructor(
    doc: Doc,
    chunks: readonly Chunk[],
    end: TokenIndex,
    pack: PeoplePack,
    isTrigger: (token: TokenIndex) => boolean,
  ) {
    this.doc = doc;
    this.chunks = chunks;
    this.end = end;
    this.#pack = pack;
    this.#isTrigger = isTrigger;
    for (const [i, chunk] of chunks.entries()) this.#byStart.set(chunk.from, i);
  }

  chunkStarting(token: TokenIndex): Chunk | null {
    const index = this.#byStart.get(token);
    return index === undefined ? null : this.chunks[index]!;
  }

  chunkAt(token: TokenIndex): Chunk | null {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle]!;
      if (token < chunk.from) high = middle - 1;
      else if (token >= chunk.to) low = middle + 1;
      else return chunk;
    }
    return null;
  }

  /** Whether a chunk is a part of others: after "including", or further on in such a list. */
  isPart(chunk: Chunk): boolean {
    for (let at = chunk.from; at > 0; ) {
      if (
        this.#pack.words.including.some((run) =>
          run.every((word, i) => this.doc.lower(at - run.length + i) === word),
        )
      )
        return true;
      let before = at - 1;
      if (this.#pack.words.and.has(this.doc.lower(before))) before--;
      if (this.doc.form(before) === ',') before--;
      const previous = before < at - 1 ? this.chunkAt(before) : null;
      if (previous === null) return false;
      at = previous.from;
    }
    return false;
  }

  /** Past "from the village of Oru", "in the car": modifiers after which a list may go on. */
  afterModifiers(from: TokenIndex): TokenIndex {
    let at = from;
    for (let n = 0; n < 5 && at < this.end; n++) {
      const next = this.#prepositionEnd(at) ?? this.parenthesisEnd(at) ?? this.#originEnd(at);
      if (next === null) return at;
      at = next;
    }
    return at;
  }

  #prepositionEnd(at: TokenIndex): TokenIndex | null {
    if (!this.#pack.words.prepositions.has(this.doc.lower(at))) return null;
    const chunk = this.chunkStarting(at + 1);
    if (chunk === null) return null;
    // "Between the ages of 11 and 15".
    const other = this.#pack.words.and.has(this.doc.lower(chunk.to))
      ? this.chunkStarting(chunk.to + 1)
      : null;
    if (chunk.age !== null && other?.kind === 'number' && other.age !== null) return other.to;
    return this.#parentsEnd(at, chunk) ?? chunk.to;
  }

  /** Past both of "the children of Ivo and Ada". */
  #parentsEnd(of: TokenIndex, first: Chunk): TokenIndex | null {
    const { words } = this.#pack;
    const child = words.of.has(this.doc.lower(of)) ? this.chunkAt(of - 1) : null;
    if (!(child?.noun?.kin || child?.noun?.child) || !words.and.has(this.doc.lower(first.to))) return null;
    const second = this.chunkStarting(first.to + 1);
    const isBare = (chunk: Chunk): boolean =>
      chunk.kind === 'name' && chunk.noun === null && chunk.age === null && chunk.owner === null;
    const isAlone = second !== null && isBare(second) && this.form(second.to) !== '(';
    return isBare(first) && isAlone && (child.plural || child.noun.adult !== true) ? second.to : null;
  }

  /** ", of Maro" and ", from the village of Oru" between commas; the closing one is left. */
  #originEnd(at: TokenIndex): TokenIndex | null {
    const { of, from } = this.#pack.words;
    const lower = this.doc.lower(at + 1);
    if (this.form(at) !== ',' || !(of.has(lower) || from.has(lower))) return null;
    const end = this.afterPrepositions(at + 1);
    return end > at + 1 && this.form(end) === ',' ? end : null;
  }

  /** Past "of the village", "in the car". */
  afterPrepositions(from: TokenIndex): TokenIndex {
    let at = from;
    for (let n = 0; n < 3; n++) at = this.#prepositionEnd(at) ?? at;
    return at;
  }

  parenthesisEnd(at: TokenIndex): TokenIndex | null {
    if (this.doc.form(at) !== '(') return null;
    for (let close = at + 1; close < this.end && close <= at + MAX_PARENTHESIS; close++) {
      if (this.doc.form(close) === ')') return close + 1;
    }
    return null;
  }

  runAt(at: TokenIndex, runs: readonly (readonly string[])[]): TokenIndex | null {
    let longest: TokenIndex | null = null;
    for (const run of runs) {
      if (at + run.length > this.end || (longest !== null && at + run.length <= longest)) continue;
      if (run.every((word, i) => this.doc.lower(at + i) === word)) longest = at + run.length;
    }
    return longest;
  }

  form(at: TokenIndex): string {
    return at < this.end ? this.doc.form(at) : '';
  }

  separator(at: TokenIndex): { kind: Separator; to: TokenIndex } | null {
    const { and, alongside, namely } = this.#pack.words;
    const form = this.form(at);
    const afterComma = form === ',' || form === ';' ? at + 1 : at;
    if (namely.has(this.doc.lower(afterComma)) && afterComma < this.end)
      return { kind: ':', to: /^[,:]$/.test(this.form(afterComma + 1)) ? afterComma + 2 : afterComma + 1 };
    if (and.has(this.doc.lower(afterComma)) && afterComma < this.end)
      return { kind: 'and', to: afterComma + 1 };
    const run = this.runAt(afterComma, alongside);
    if (run !== null) return { kind: 'and', to: run };
    if (afterComma > at) return { kind: ',', to: afterComma };
    if (form === ':' || form === '–' || form === '—') return { kind: ':', to: at + 1 };
    return null;
  }

  startsClause(at: TokenIndex): boolean {
    if (at >= this.end) return false;
    const upos = this.doc.upos(at);
    if (upos === 'AUX') return true;
    if (this.#isTrigger(at)) return true;
    return upos === 'VERB' && this.#pack.isFinite(this.doc, at);
  }
}
