/**
 * Finds what the report says is not known, not confirmed or held back, and who would not answer. A cue is found by its
 * wording; what it is about is its clause's words before or after it. Follows docs/annotation-guide.md#gaps.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Gap } from '../../model/reading.ts';
import type { Span } from '../../text/span.ts';
import { type Annotations, type AttributionMention, attributionId } from '../annotations.ts';
import type { Source } from '../source.ts';
import { type Cue, CueTable } from './cues.ts';
import type { GapPack } from './pack.ts';

export function findGaps(annotations: Annotations, pack: GapPack): Gap[] {
  const finder = new GapFinder(annotations, pack);
  const gaps: Gap[] = [];
  const cues = cueTableOf(pack).find(annotations.source.doc);
  for (const [i, cue] of cues.entries()) {
    const gap = finder.gapOf(cue, cues[i + 1]?.from ?? annotations.source.doc.length);
    if (gap === null) continue;
    gaps.push(gap);
    annotations.reasons.set(`g${gaps.length}`, [cue.row.id]);
  }
  return gaps;
}

const cueTables = new WeakMap<GapPack, CueTable>();
function cueTableOf(pack: GapPack): CueTable {
  let table = cueTables.get(pack);
  if (table === undefined) cueTables.set(pack, (table = new CueTable(pack)));
  return table;
}

/** A gap's words are cut after so many tokens: a clause that runs on is no help to a reader. */
const MAX_ABOUT_TOKENS = 40;
const LETTER = /[\p{L}\p{N}]/u;

class GapFinder {
  readonly #annotations: Annotations;
  readonly #source: Source;
  readonly #doc: Doc;
  readonly #pack: GapPack;
  #attributionsBySentence: Map<number, (readonly [number, AttributionMention])[]> | undefined;
  #eventsBySentence: Map<number, { readonly event: string }[]> | undefined;

  constructor(annotations: Annotations, pack: GapPack) {
    this.#annotations = annotations;
    this.#source = annotations.source;
    this.#doc = annotations.source.doc;
    this.#pack = pack;
  }

  /** The gap of a cue; `limit` is where the next cue begins, whose words are its own. */
  gapOf(cue: Cue, limit: TokenIndex): Gap | null {
    const about = this.#about(cue, limit);
    if (about === null) return null;
    const words = this.#lowerWords(about);
    const field =
      cue.row.field ?? this.#pack.fields.find((row) => row.words.some((word) => words.has(word)))?.field;
    if (cue.row.only === 'matter' && field === undefined) return null;
    const harm = this.#pack.harms.find((row) => row.words.some((word) => words.has(word)))?.harm;
    const range = { from: Math.min(about.from, cue.from), to: Math.max(about.to, cue.to) };
    const event = this.#event(range);
    return {
      kind: cue.row.kind,
      about: this.#doc.slice(about),
      ...(event === undefined ? {} : { event }),
      ...(harm === undefined ? {} : { harm }),
      field: field ?? 'other',
      evidence: [this.#source.span(this.#withSubject(cue, range))],
      attribution: this.#attribution(cue),
    };
  }

  /** The words for what is not known; null where the clause has none and the row needs them. */
  #about(cue: Cue, limit: TokenIndex): TokenRange | null {
    const clause = this.#clause(cue);
    const before = this.#trimmed({ from: clause.from, to: cue.from });
    const to = Math.min(clause.to, limit, cue.to + MAX_ABOUT_TOKENS);
    const after = this.#trimmed({ from: cue.to, to }, true);
    switch (cue.row.about) {
      case 'cue':
        return cue;
      case 'after':
        return after ?? cue;
      case 'before':
        return before;
      case 'either':
        return before !== null && !this.#isDummy(before) ? before : (after ?? null);
    }
  }

  #isDummy({ from, to }: TokenRange): boolean {
    return (
      this.#pack.dummies.has(this.#doc.lower(to - 1)) ||
      (to - from === 1 && this.#pack.skips.has(this.#doc.lower(from)))
    );
  }

  /** The clause around the cue: between marks and conjunctions, inside the content of the attribution that holds it. */
  #clause(cue: Cue): TokenRange {
    const sentence = this.#doc.sentence(this.#doc.sentenceOf(cue.from));
    let { from, to } = sentence;
    for (const [, { source, cue: said, content }] of this.#attributionsAt(cue.from)) {
      for (const range of content) {
        if (range.from > cue.from || range.to < cue.to) continue;
        from = Math.max(from, range.from);
        to = Math.min(to, range.to);
      }
      for (const range of [...source, ...said]) {
        if (range.from >= cue.to && range.from < to) to = range.from;
        if (range.to <= cue.from && range.to > from && cue.row.about !== 'after') from = range.to;
      }
    }
    for (let at = cue.from - 1; at >= from; at--) {
      if (this.#isBreak(at, cue.from)) {
        from = at + 1;
        break;
      }
    }
    for (let at = cue.to; at < to; at++) {
      if (this.#isEnd(at)) {
        to = at;
        break;
      }
    }
    return { from, to };
  }

  /** Whether the clause of the cue begins after the token. */
  #isBreak(at: TokenIndex, cue: TokenIndex): boolean {
    const lower = this.#doc.lower(at);
    if (/^[;:“"”—–]$|^--$/.test(lower)) return true;
    if (lower === ',') return at < cue - 1;
    return this.#pack.clauseBreaks.has(lower) && this.#hasVerb(at);
  }

  /** Whether the sentence tells something with a verb of its own before the conjunction: else it joins two nouns. */
  #hasVerb(conjunction: TokenIndex): boolean {
    for (let at = this.#doc.sentence(this.#doc.sentenceOf(conjunction)).from; at < conjunction; at++) {
      const upos = this.#doc.upos(at);
      if (upos === 'VERB' || upos === 'AUX') return true;
    }
    return false;
  }

  #isEnd(at: TokenIndex): boolean {
    const lower = this.#doc.lower(at);
    if (/^[;:”"—–!?]$|^--$|^\.+$/.test(lower)) return true;
    return lower === ',' && this.#pack.clauseBreaks.has(this.#doc.lower(at + 1));
  }

  /** Without marks and links at its ends; null where no word is left. */
  #trimmed({ from, to }: TokenRange, links = false): TokenRange | null {
    const doc = this.#doc;
    while (from < to && (!LETTER.test(doc.form(from)) || (links && this.#pack.links.has(doc.lower(from)))))
      from++;
    while (to > from && (!LETTER.test(doc.form(to - 1)) || this.#isLeftOver(to - 1))) to--;
    return from < to ? { from, to } : null;
  }

  /** An adverb of the cue, or the conjunction and subject of the clause that comes next. */
  #isLeftOver(token: TokenIndex): boolean {
    const lower = this.#doc.lower(token);
    const { skips, clauseBreaks, dummies } = this.#pack;
    if (skips.has(lower) || clauseBreaks.has(lower)) return true;
    return dummies.has(lower) && clauseBreaks.has(this.#doc.lower(token - 1));
  }

  /** Of a party that does not answer, the party stands in the evidence. */
  #withSubject(cue: Cue, range: TokenRange): TokenRange {
    if (cue.row.kind !== 'no comment' && cue.row.kind !== 'withheld') return range;
    const clause = this.#clause(cue);
    return {
      from: Math.min(range.from, this.#trimmed({ from: clause.from, to: cue.from })?.from ?? range.from),
      to: range.to,
    };
  }

  #lowerWords({ from, to }: TokenRange): Set<string> {
    const words = new Set<string>();
    for (let at = from; at < to; at++) {
      words.add(this.#doc.lower(at));
      if (at + 1 < to) words.add(`${this.#doc.lower(at)} ${this.#doc.lower(at + 1)}`);
    }
    return words;
  }

  /** Attributions whose content holds the cue, or whose own source or cue stands in it. */
  #attribution(cue: Cue): string[] {
    const ids: string[] = [];
    const clause = this.#clause(cue);
    const meets = (mention: AttributionMention) =>
      mention.content.some((range) => range.from <= cue.from && range.to >= cue.to) ||
      mention.cue.some((range) => range.from < cue.to && range.to > cue.from) ||
      (mention.details.stance === 'declines' &&
        mention.source.some((range) => range.from >= clause.from && range.to <= cue.from));
    for (const [i, mention] of this.#attributionsAt(cue.from)) if (meets(mention)) ids.push(attributionId(i));
    return ids;
  }

  /** The attributions that reach into the sentence of the token, each with its place in the list. */
  #attributionsAt(token: TokenIndex): readonly (readonly [number, AttributionMention])[] {
    this.#attributionsBySentence ??= this.#bySentence(
      [...this.#annotations.attributions.entries()],
      ([, { source, cue, content }]) => [...source, ...cue, ...content],
    );
    return this.#attributionsBySentence.get(this.#doc.sentenceOf(token)) ?? [];
  }

  /** The only event, else one that is told of in the same sentence. */
  #event({ from }: TokenRange): string | undefined {
    const { events, claims } = this.#annotations;
    if (events.length < 2) return events[0]?.id;
    this.#eventsBySentence ??= this.#bySentence(
      [
        ...claims.flatMap(({ event, evidence }) => (event === null ? [] : [{ event, evidence }])),
        ...events.map(({ id, evidence }) => ({ event: id, evidence })),
      ],
      ({ evidence }) => evidence.map((span) => this.#rangeOf(span)),
    );
    return this.#eventsBySentence.get(this.#doc.sentenceOf(from))?.[0]?.event;
  }

  #rangeOf(span: Span): TokenRange {
    const shift = span.in === 'title' ? 0 : this.#source.bodyOffset;
    return {
      from: this.#doc.tokenAt(span.start + shift),
      to: this.#doc.tokenAt(span.end + shift - 1) + 1,
    };
  }

  #bySentence<Item>(
    items: readonly Item[],
    rangesOf: (item: Item) => readonly TokenRange[],
  ): Map<number, Item[]> {
    const found = new Map<number, Item[]>();
    for (const item of items) {
      for (const { from, to } of rangesOf(item)) {
        for (let s = this.#doc.sentenceOf(from); s <= this.#doc.sentenceOf(to - 1); s++) {
          const inSentence = found.get(s) ?? [];
          found.set(s, inSentence);
          if (inSentence.at(-1) !== item) inSentence.push(item);
        }
      }
    }
    return found;
  }
}
