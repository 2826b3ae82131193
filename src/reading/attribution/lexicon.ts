/** The tables of a pack, indexed once for looking up. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { AttributionPack, KindRow, MediumRow, SpeakerWords, StanceRow } from './pack.ts';

/** Phrases looked up word by word, each by its form or its lemma, so that "residents" is found under "resident". The longest wins. */
export class WordTable<Value> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly value: Value }[]>();

  constructor(rows: Iterable<readonly [phrase: string, value: Value]>) {
    for (const [phrase, value] of rows) this.#add(phrase, value);
    for (const entries of this.#byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** A hyphen may stand within a token or be one, an owner's mark is a token of its own: as the tokenizer has them. */
  #add(phrase: string, value: Value): void {
    const spaced = phrase.replace(/['’]s(?= |$)/g, " 's").replace(/(?<=s)['’](?= |$)/g, " '");
    for (const form of new Set([spaced, spaced.replace(/-/g, ' - ')])) {
      const words = form.split(' ');
      const entries = this.#byFirst.get(words[0]!);
      if (entries) entries.push({ words, value });
      else this.#byFirst.set(words[0]!, [{ words, value }]);
    }
  }

  at(
    doc: Doc,
    from: TokenIndex,
  ): { readonly from: TokenIndex; readonly to: TokenIndex; readonly value: Value } | null {
    const form = bare(doc, from);
    const lemma = doc.lemma(from).toLowerCase();
    return this.#longest(doc, from, form) ?? (lemma === form ? null : this.#longest(doc, from, lemma));
  }

  #longest(
    doc: Doc,
    from: TokenIndex,
    first: string,
  ): { readonly from: TokenIndex; readonly to: TokenIndex; readonly value: Value } | null {
    const entries = this.#byFirst.get(first);
    if (!entries) return null;
    for (const { words, value } of entries) {
      let k = 1;
      while (k < words.length && isWord(doc, from + k, words[k]!)) k++;
      if (k === words.length) return { from, to: from + k, value };
    }
    return null;
  }

  /** The first phrase, from left to right, that begins in the range and ends in it. */
  firstIn(
    doc: Doc,
    { from, to }: TokenRange,
  ): { readonly from: TokenIndex; readonly to: TokenIndex; readonly value: Value } | null {
    for (let i = from; i < to; i++) {
      const match = this.at(doc, i);
      if (match && match.to <= to) return match;
    }
    return null;
  }

  /** All phrases in the range, none overlapping. */
  allIn(
    doc: Doc,
    { from, to }: TokenRange,
  ): { readonly from: TokenIndex; readonly to: TokenIndex; readonly value: Value }[] {
    const found = [];
    for (let i = from; i < to; i++) {
      const match = this.at(doc, i);
      if (!match || match.to > to) continue;
      found.push(match);
      i = match.to - 1;
    }
    return found;
  }
}

function isWord(doc: Doc, token: TokenIndex, word: string): boolean {
  return token < doc.length && (doc.lower(token) === word || doc.lemma(token).toLowerCase() === word);
}

export interface Lexicon {
  readonly words: SpeakerWords;
  readonly stances: readonly StanceRow[];
  readonly roles: WordTable<KindRow>;
  readonly ranks: WordTable<KindRow>;
  readonly bodies: WordTable<KindRow>;
  readonly media: WordTable<MediumRow>;
  readonly mediumCues: ReadonlyMap<string, MediumRow>;
  /** By their first word. */
  readonly anonymity: ReadonlyMap<
    string,
    readonly { readonly id: string; readonly words: readonly string[] }[]
  >;
  readonly reasons: WordTable<true>;
  readonly outlets: WordTable<true>;
}

const compiled = new WeakMap<AttributionPack, Lexicon>();

export function lexiconOf(pack: AttributionPack): Lexicon {
  let lexicon = compiled.get(pack);
  if (!lexicon) {
    lexicon = {
      words: pack.words,
      stances: pack.stances,
      roles: new WordTable(pack.kinds.flatMap((row) => row.roles.map((role) => [role, row] as const))),
      ranks: new WordTable(
        pack.kinds.flatMap((row) => (row.ranks ?? []).map((rank) => [rank, row] as const)),
      ),
      bodies: new WordTable(pack.kinds.flatMap((row) => row.bodies.map((body) => [body, row] as const))),
      media: new WordTable(pack.media.flatMap((row) => row.nouns.map((noun) => [noun, row] as const))),
      mediumCues: new Map(pack.media.flatMap((row) => (row.cues ?? []).map((cue) => [cue, row] as const))),
      anonymity: Map.groupBy(
        pack.anonymity.flatMap(({ id, phrases }) =>
          phrases.map((phrase) => ({ id, words: phrase.split(' ') })),
        ),
        ({ words }) => words[0]!,
      ),
      reasons: new WordTable(pack.words.reasons.map((phrase) => [phrase, true as const])),
      outlets: new WordTable([...pack.words.outlets].map((name) => [name, true as const])),
    };
    compiled.set(pack, lexicon);
  }
  return lexicon;
}

/** A form as the tables have it: lower case, without the stop of an abbreviation. */
export function bare(doc: Doc, token: TokenIndex): string {
  const lower = doc.lower(token);
  return lower.length > 1 && lower.indexOf('.') === lower.length - 1 ? lower.slice(0, -1) : lower;
}

export function isIn(token: TokenIndex, ranges: readonly TokenRange[]): boolean {
  for (const { from, to } of ranges) if (token >= from && token < to) return true;
  return false;
}
