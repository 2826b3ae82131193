/** Finds the wordings of gaps in a text: patterns of tokens with alternatives, adverbs allowed between them. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { GapPack, GapRow } from './pack.ts';

export interface Cue extends TokenRange {
  readonly row: GapRow;
}

/** Patterns that begin alike share their beginning, so that a word is looked up once for all of them. */
interface Node {
  readonly next: Map<string, Node>;
  /** What ends here, in the order of the pack: the first whose conditions hold stands. */
  readonly rows: GapRow[];
}

/** No cue has more adverbs in one place: "had not yet been independently verified". */
const MAX_SKIPS = 2;

export class CueTable {
  readonly #pack: GapPack;
  readonly #root: Node = { next: new Map(), rows: [] };

  constructor(pack: GapPack) {
    this.#pack = pack;
    for (const row of pack.rows) {
      for (const words of row.words.split('|')) {
        let nodes = [this.#root];
        for (const slot of words.split(' ')) {
          const choices = [...(pack.classes.get(slot) ?? slot.split('/'))];
          nodes = nodes.flatMap((node) => choices.map((word) => childOf(node, word)));
        }
        for (const node of nodes) node.rows.push(row);
      }
    }
  }

  /** The cues of the text in order, never overlapping. */
  find(doc: Doc): Cue[] {
    const cues: Cue[] = [];
    for (let at: TokenIndex = 0; at < doc.length; ) {
      const node = this.#root.next.get(this.#word(doc, at));
      const cue = node && this.#longest(doc, node, at, at + 1, doc.sentence(doc.sentenceOf(at)).to);
      if (cue) cues.push(cue);
      at = cue ? cue.to : at + 1;
    }
    return cues;
  }

  /** The cue with most words of its own that goes on from the node; the pattern's words go before adverbs. */
  #longest(doc: Doc, node: Node, from: TokenIndex, at: TokenIndex, end: TokenIndex): Cue | null {
    let next = at;
    for (let skipped = 0; next < end && skipped <= MAX_SKIPS; skipped++) {
      const child = node.next.get(this.#word(doc, next));
      const longer = child && this.#longest(doc, child, from, next + 1, end);
      if (longer) return longer;
      if (!this.#pack.skips.has(doc.lower(next))) break;
      next++;
    }
    const row = node.rows.find((candidate) => this.#holds(doc, candidate, at));
    return row === undefined ? null : { from, to: at, row };
  }

  #holds(doc: Doc, row: GapRow, to: TokenIndex): boolean {
    if (row.only === 'question' && !this.#isQuestion(doc, to)) return false;
    return !row.notBefore?.includes(doc.lower(to));
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

function childOf(node: Node, word: string): Node {
  let child = node.next.get(word);
  if (child === undefined) node.next.set(word, (child = { next: new Map(), rows: [] }));
  return child;
}
