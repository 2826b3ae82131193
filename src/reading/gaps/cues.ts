/** Finds the wordings of gaps in a text: patterns of tokens with alternatives, adverbs allowed between them. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { GapPack, GapRow } from './pack.ts';

export interface Cue extends TokenRange {
  readonly row: GapRow;
}

interface Pattern {
  readonly slots: readonly ReadonlySet<string>[];
  readonly row: GapRow;
}

/** No cue has more adverbs in one place: "had not yet been independently verified". */
const MAX_SKIPS = 2;

export class CueTable {
  readonly #pack: GapPack;
  readonly #byFirst = new Map<string, Pattern[]>();

  constructor(pack: GapPack) {
    this.#pack = pack;
    for (const row of pack.rows) {
      for (const words of row.words.split('|')) {
        const slots = words.split(' ').map((slot) => pack.classes.get(slot) ?? new Set(slot.split('/')));
        for (const word of slots[0]!) {
          const patterns = this.#byFirst.get(word) ?? [];
          this.#byFirst.set(word, patterns);
          patterns.push({ slots, row });
        }
      }
    }
    // Longest first: "did not respond to a request" before "did not respond".
    for (const patterns of this.#byFirst.values()) patterns.sort((a, b) => b.slots.length - a.slots.length);
  }

  /** The cues of the text in order, never overlapping. */
  find(doc: Doc): Cue[] {
    const cues: Cue[] = [];
    for (let at: TokenIndex = 0; at < doc.length; ) {
      const cue = this.#cueAt(doc, at);
      if (cue) cues.push(cue);
      at = cue ? cue.to : at + 1;
    }
    return cues;
  }

  #cueAt(doc: Doc, from: TokenIndex): Cue | null {
    const patterns = this.#byFirst.get(this.#word(doc, from));
    if (patterns === undefined) return null;
    const end = doc.sentence(doc.sentenceOf(from)).to;
    for (const { slots, row } of patterns) {
      const to = this.#matched(doc, from, end, slots);
      if (to === null) continue;
      if (row.only === 'question' && !this.#isQuestion(doc, to)) continue;
      if (row.notBefore?.includes(doc.lower(to))) continue;
      return { from, to, row };
    }
    return null;
  }

  #matched(
    doc: Doc,
    from: TokenIndex,
    end: TokenIndex,
    slots: readonly ReadonlySet<string>[],
  ): TokenIndex | null {
    let at = from;
    for (const slot of slots) {
      for (let skipped = 0; !slot.has(this.#word(doc, at)); skipped++) {
        if (at === from || skipped === MAX_SKIPS || !this.#pack.skips.has(doc.lower(at))) return null;
        at++;
      }
      if (++at > end) return null;
    }
    return at;
  }

  /** "who fired", but not "what to do" or "what I will do". */
  #isQuestion(doc: Doc, at: TokenIndex): boolean {
    return this.#pack.questionWords.has(doc.lower(at)) && !this.#pack.ownAffairs.has(doc.lower(at + 1));
  }

  #word(doc: Doc, token: TokenIndex): string {
    const lower = doc.lower(token);
    return this.#pack.shortForms.get(lower) ?? lower;
  }
}
