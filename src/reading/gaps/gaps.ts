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
import type { FieldRow, GapPack } from './pack.ts';

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

/** A clause is looked for in so many tokens on either side: one that runs on is no help to a reader. */
const MAX_CLAUSE = 40;
/** How far after "not clear from …" the question may begin. */
const MAX_DETOUR = 7;
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
    const clause = this.#clause(cue, limit);
    const about = this.#about(cue, clause);
    if (about === null) return null;
    const words = this.#lowerWords(about);
    const telling = this.#pack.fields.find((row) => row.words.some((word) => words.has(word)));
    if (cue.row.only === 'matter' && !this.#isMatter(telling, cue)) return null;
    const harm = this.#pack.harms.find((row) => row.words.some((word) => words.has(word)))?.harm;
    const event = this.#event(cue);
    return {
      kind: cue.row.kind,
      about: this.#doc.slice(about),
      ...(event === undefined ? {} : { event }),
      ...(harm === undefined ? {} : { harm }),
      field: cue.row.field ?? telling?.field ?? 'other',
      evidence: [this.#source.span(this.#evidence(cue, about, clause))],
      attribution: this.#attribution(cue, clause),
    };
  }

  #isMatter(telling: FieldRow | undefined, cue: Cue): boolean {
    if (telling === undefined) return false;
    return telling.weak !== true || this.#pack.questionWords.has(this.#doc.lower(cue.to));
  }

  /** The words for what is not known; null where the clause has none and the row needs them. */
  #about(cue: Cue, clause: TokenRange): TokenRange | null {
    const before = this.#trimmed({ from: clause.from, to: cue.from });
    const after = this.#afterCue(cue, clause.to);
    switch (cue.row.about) {
      case 'cue':
        return cue;
      case 'after':
        return after ?? cue;
      case 'before':
        return before;
      case 'either':
        return before !== null && !this.#pack.dummies.has(this.#doc.lower(before.to - 1)) ? before : after;
    }
  }

  /** What follows the cue, without links and words of time; null where a verb follows ("no details were given"). */
  #afterCue(cue: Cue, end: TokenIndex): TokenRange | null {
    const { classes, links, endings, questionWords } = this.#pack;
    if (classes.get('AUX')?.has(this.#doc.lower(cue.to))) return null;
    let { from, to } = { from: cue.to, to: end };
    for (const ending of endings) {
      const words = ending.split(' ');
      const at = to - words.length;
      if (at >= from && words.every((word, k) => this.#doc.lower(at + k) === word)) to = at;
    }
    // "not clear from the picture whether …": the question is the matter.
    if (links.has(this.#doc.lower(from))) {
      for (let at = from + 1; at < Math.min(to, from + MAX_DETOUR); at++) {
        if (questionWords.has(this.#doc.lower(at)) && cue.row.kind === 'unknown') from = at;
      }
    }
    return this.#trimmed({ from, to });
  }

  /** The clause around the cue: between marks and conjunctions, inside the content of the attribution that holds it. */
  #clause(cue: Cue, limit: TokenIndex): TokenRange {
    const sentence = this.#doc.sentence(this.#doc.sentenceOf(cue.from));
    let from = Math.max(sentence.from, cue.from - MAX_CLAUSE);
    let to = Math.min(sentence.to, cue.to + MAX_CLAUSE, limit);
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
    const start = this.#clauseStart(from, cue.from);
    return { from: start, to: this.#clauseEnd(cue.to, to, this.#opensSubordinate(start, sentence.from)) };
  }

  /** Looks back from the cue for a mark, a relative pronoun, or a conjunction between two clauses. */
  #clauseStart(from: TokenIndex, cue: TokenIndex): TokenIndex {
    const { clauseBreaks, relatives } = this.#pack;
    for (let at = cue - 1; at >= from; at--) {
      const lower = this.#doc.lower(at);
      if (relatives.has(lower)) return at;
      if (/^[;:“"”—–]$|^--$/.test(lower) || (lower === ',' && at < cue - 1)) return at + 1;
      if (clauseBreaks.has(lower) && this.#hasVerb(from, at)) return at + 1;
    }
    return from;
  }

  /** Whether a verb stands before the conjunction: else it joins two nouns. */
  #hasVerb(from: TokenIndex, conjunction: TokenIndex): boolean {
    for (let at = from; at < conjunction; at++) {
      const upos = this.#doc.upos(at);
      if (upos === 'VERB' || upos === 'AUX') return true;
    }
    return false;
  }

  /** "Although police did not name the dead, …": the first comma ends the clause. */
  #opensSubordinate(start: TokenIndex, sentence: TokenIndex): boolean {
    return start === sentence && this.#pack.clauseBreaks.has(this.#doc.lower(start));
  }

  #clauseEnd(from: TokenIndex, to: TokenIndex, atComma: boolean): TokenIndex {
    const { clauseBreaks, classes } = this.#pack;
    for (let at = from; at < to; at++) {
      const lower = this.#doc.lower(at);
      if (/^[;:”"—–!?]$|^--$|^\.+$/.test(lower)) return at;
      if (lower !== ',') continue;
      const next = this.#doc.lower(at + 1);
      if (atComma || at === from || clauseBreaks.has(next) || classes.get('AUX')?.has(next)) return at;
    }
    return to;
  }

  /** Without marks, links, adverbs and conjunctions at its ends; null where no word is left. */
  #trimmed({ from, to }: TokenRange): TokenRange | null {
    const doc = this.#doc;
    const { links, skips, clauseBreaks, dummies, questionWords } = this.#pack;
    const isLoose = (lower: string) => links.has(lower) || skips.has(lower) || clauseBreaks.has(lower);
    const isOpening = (lower: string) => LETTER.test(lower) && (questionWords.has(lower) || !isLoose(lower));
    while (from < to && !isOpening(doc.lower(from))) from++;
    while (to > from) {
      const lower = doc.lower(to - 1);
      // "… and it is not clear why": the subject of the next clause goes with its conjunction.
      const isNextSubject = dummies.has(lower) && clauseBreaks.has(doc.lower(to - 2));
      if (LETTER.test(lower) && !isLoose(lower) && !isNextSubject) break;
      to--;
    }
    return from < to ? { from, to } : null;
  }

  /** Cue and matter; where a party does not answer or holds back, the party too. */
  #evidence(cue: Cue, about: TokenRange, clause: TokenRange): TokenRange {
    const range = { from: Math.min(about.from, cue.from), to: Math.max(about.to, cue.to) };
    if (cue.row.kind !== 'no comment' && cue.row.kind !== 'withheld') return range;
    const party = this.#trimmed({ from: clause.from, to: cue.from });
    return party === null ? range : { from: Math.min(range.from, party.from), to: range.to };
  }

  /** The words of the range, and each two and three that stand together. */
  #lowerWords({ from, to }: TokenRange): Set<string> {
    const words = new Set<string>();
    for (let at = from; at < to; at++) {
      let phrase = this.#doc.lower(at);
      words.add(phrase);
      for (let next = at + 1; next < Math.min(to, at + 3); next++) {
        phrase += ` ${this.#doc.lower(next)}`;
        words.add(phrase);
      }
    }
    return words;
  }

  /** Attributions whose content holds the cue, or whose own source or cue stands in it. */
  #attribution(cue: Cue, clause: TokenRange): string[] {
    const ids: string[] = [];
    const meets = (mention: AttributionMention) =>
      mention.content.some((range) => range.from <= cue.from && range.to >= cue.to) ||
      mention.cue.some((range) => range.from < cue.to && range.to > cue.from) ||
      (mention.details.stance === 'declines' &&
        mention.source.some((range) => range.from >= clause.from && range.to <= cue.from));
    for (const [i, mention] of this.#attributionsAt(cue.from)) if (meets(mention)) ids.push(attributionId(i));
    if (ids.length > 0 || this.#trimmed({ from: clause.from, to: cue.from }) !== null) return ids;
    // "The ministry admitted that … but did not give a number": no subject of its own, so the speaker before it.
    const speaker = this.#attributionsAt(cue.from).findLast(([, mention]) =>
      mention.cue.some((range) => range.to <= cue.from),
    );
    return speaker === undefined ? ids : [attributionId(speaker[0])];
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
