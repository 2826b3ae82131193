/**
 * The learned half of attribution: which tokens head a cue, and which tokens around each are its source, its cue and
 * its content. Two tables of weights in whole numbers, read straight from a file; the file says how they were made.
 */
import { readFileSync } from 'node:fs';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Columns } from './columns.ts';
import {
  CONTENT,
  CUE,
  cueRows,
  emissionRows,
  LABELS,
  OTHER,
  Rows,
  SOURCE,
  transitionRows,
} from './features.ts';
import { Lattice } from './lattice.ts';
import { windowOf } from './window.ts';

const STEPS = LABELS * LABELS;

/** What stands before the tables in a file of weights. */
export interface ModelHeader {
  /** Rows of each table, a power of two. */
  readonly cues: number;
  readonly emissions: number;
  readonly transitions: number;
  /** What one unit of each table's whole numbers is worth. */
  readonly cueUnit: number;
  readonly emissionUnit: number;
  readonly transitionUnit: number;
  /** A token is taken for a cue from this log-odds on. */
  readonly threshold: number;
  /** What a source is worth to a cue that was left without one, and a content. */
  readonly sourceBonus: number;
  readonly contentBonus: number;
  /** Forms that head cues though no verbs, nouns, adjectives or adverbs. */
  readonly forms: readonly string[];
}

/** Source, cue and content of one attribution, as the model reads them. */
export interface Relation {
  readonly head: TokenIndex;
  /** Log-odds that the head is a cue. */
  readonly odds: number;
  readonly source: readonly TokenRange[];
  readonly cue: TokenRange;
  readonly content: readonly TokenRange[];
}

const OPEN_CLASSES: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX']);

/** Whether a token can head a cue at all: what stage 1 is trained on and asked about. */
export function canBeCue(doc: Doc, token: TokenIndex, forms: ReadonlySet<string>): boolean {
  return OPEN_CLASSES.has(doc.upos(token)) || forms.has(doc.lower(token));
}

export class AttributionModel {
  readonly header: ModelHeader;
  readonly #forms: ReadonlySet<string>;
  readonly #cues: Int8Array;
  readonly #emissions: Int8Array;
  readonly #transitions: Int8Array;
  readonly #cueRows: Rows;
  readonly #emissionRows: Rows;
  readonly #transitionRows: Rows;
  readonly #lattice = new Lattice();
  #labels = new Uint8Array(512);

  constructor(header: ModelHeader, tables: Int8Array) {
    this.header = header;
    this.#forms = new Set(header.forms);
    const cuesEnd = header.cues;
    const emissionsEnd = cuesEnd + header.emissions * LABELS;
    this.#cues = tables.subarray(0, cuesEnd);
    this.#emissions = tables.subarray(cuesEnd, emissionsEnd);
    this.#transitions = tables.subarray(emissionsEnd, emissionsEnd + header.transitions * STEPS);
    this.#cueRows = new Rows(header.cues);
    this.#emissionRows = new Rows(header.emissions);
    this.#transitionRows = new Rows(header.transitions);
  }

  /** The attributions of a text, in the order of their cues. */
  relations(columns: Columns): Relation[] {
    const found: Relation[] = [];
    for (let i = 0; i < columns.doc.length; i++) {
      if (!canBeCue(columns.doc, i, this.#forms)) continue;
      const odds = this.cueOdds(columns, i);
      if (odds < this.header.threshold) continue;
      const relation = this.relationOf(columns, i, odds);
      if (relation) found.push(relation);
    }
    return found;
  }

  /** Log-odds that a token heads a cue. */
  cueOdds(columns: Columns, token: TokenIndex): number {
    const rows = this.#cueRows;
    cueRows(columns, token, rows);
    let sum = 0;
    for (let k = 0; k < rows.length; k++) sum += this.#cues[rows.at[k]!]!;
    return sum * this.header.cueUnit;
  }

  /** What belongs to the cue that a token heads; null where no content is found. */
  relationOf(columns: Columns, head: TokenIndex, odds: number): Relation | null {
    const window = windowOf(columns.doc, columns.layout, head);
    const length = window.to - window.from;
    const lattice = this.#lattice;
    this.#score(columns, head, window);
    if (this.#labels.length < length) this.#labels = new Uint8Array(length * 2);
    const labels = this.#labels;
    lattice.decode(labels);
    if (!has(labels, length, SOURCE)) {
      favour(lattice, SOURCE, this.header.sourceBonus);
      lattice.decode(labels);
    }
    if (!has(labels, length, CONTENT)) {
      favour(lattice, CONTENT, this.header.contentBonus);
      lattice.decode(labels);
    }
    const cue = runsOf(labels, length, CUE, window.from)[0];
    const content = runsOf(labels, length, CONTENT, window.from);
    if (!cue || content.length === 0) return null;
    return { head, odds, cue, content, source: runsOf(labels, length, SOURCE, window.from) };
  }

  #score(columns: Columns, head: TokenIndex, { from, to }: TokenRange): void {
    const lattice = this.#lattice;
    lattice.reset(to - from);
    const { emissions, transitions } = lattice;
    for (let i = from; i < to; i++) {
      const rows = this.#emissionRows;
      emissionRows(columns, head, i, from, to, rows);
      let other = 0;
      let source = 0;
      let cue = 0;
      let content = 0;
      for (let k = 0; k < rows.length; k++) {
        const at = rows.at[k]! * LABELS;
        other += this.#emissions[at]!;
        source += this.#emissions[at + SOURCE]!;
        cue += this.#emissions[at + CUE]!;
        content += this.#emissions[at + CONTENT]!;
      }
      const unit = this.header.emissionUnit;
      const at = (i - from) * LABELS;
      emissions[at + OTHER] = other * unit;
      emissions[at + SOURCE] = source * unit;
      emissions[at + CUE] = cue * unit;
      emissions[at + CONTENT] = content * unit;
      if (i > from) this.#step(columns, head, i, from, to, (i - from) * STEPS, transitions);
    }
    lattice.holdCue(head - from);
  }

  #step(
    columns: Columns,
    head: TokenIndex,
    i: TokenIndex,
    from: TokenIndex,
    to: TokenIndex,
    at: number,
    transitions: Float64Array,
  ): void {
    const rows = this.#transitionRows;
    transitionRows(columns, head, i, from, to, rows);
    for (let k = 0; k < rows.length; k++) {
      const row = rows.at[k]! * STEPS;
      for (let z = 0; z < STEPS; z++) transitions[at + z]! += this.#transitions[row + z]!;
    }
    for (let z = 0; z < STEPS; z++) transitions[at + z]! *= this.header.transitionUnit;
  }
}

function has(labels: Uint8Array, length: number, label: number): boolean {
  for (let i = 0; i < length; i++) if (labels[i] === label) return true;
  return false;
}

/** Makes every beginning of a run of one label likelier by `bonus`. */
function favour(lattice: Lattice, label: number, bonus: number): void {
  lattice.emissions[label]! += bonus;
  for (let i = 1; i < lattice.length; i++) {
    for (let x = 0; x < LABELS; x++) {
      if (x !== label) lattice.transitions[(i * LABELS + x) * LABELS + label]! += bonus;
    }
  }
}

function runsOf(labels: Uint8Array, length: number, label: number, first: TokenIndex): TokenRange[] {
  const runs: TokenRange[] = [];
  for (let i = 0; i < length; i++) {
    if (labels[i] !== label) continue;
    let to = i + 1;
    while (to < length && labels[to] === label) to++;
    runs.push({ from: first + i, to: first + to });
    i = to;
  }
  return runs;
}

/** Reads a file of weights: the length of the header in four bytes, the header as JSON, the tables. */
export function loadAttributionModel(path: string | URL): AttributionModel {
  const bytes = readFileSync(path);
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as ModelHeader;
  const at = bytes.byteOffset + 4 + length;
  return new AttributionModel(header, new Int8Array(bytes.buffer, at, bytes.length - 4 - length));
}
