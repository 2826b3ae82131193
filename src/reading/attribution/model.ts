/**
 * The learned half of attribution, in three stages: which tokens may head a cue; which tokens around each are its source,
 * its cue and its content; and which of the attributions so proposed are chosen, seen side by side. Tables of weights in
 * whole numbers, read straight from a file.
 */
import { readFileSync } from 'node:fs';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { Rows } from '../rows.ts';
import { choiceRows, type Proposal } from './choice-features.ts';
import type { Columns } from './columns.ts';
import { cueRows } from './cue-features.ts';
import { Lattice } from './lattice.ts';
import { CONTENT, CUE, LABELS, Site, SOURCE } from './role-features.ts';
import { windowOf } from './window.ts';

const STEPS = LABELS * LABELS;

/** What stands before the tables in a file of weights. */
export interface ModelHeader {
  /** Rows of each table, a power of two. */
  readonly cues: number;
  readonly emissions: number;
  readonly transitions: number;
  readonly choices: number;
  /** What one unit of each table's whole numbers is worth. */
  readonly cueUnit: number;
  readonly emissionUnit: number;
  readonly transitionUnit: number;
  readonly choiceUnit: number;
  /** A token is proposed as a cue from this log-odds on. */
  readonly proposeFrom: number;
  /** A proposal is chosen from this log-odds on. */
  readonly chooseFrom: number;
  /** What a source is worth to a cue that was left without one, and a content. */
  readonly sourceBonus: number;
  readonly contentBonus: number;
  /** Forms that head cues though no verbs, nouns, adjectives or adverbs. */
  readonly forms: readonly string[];
}

/** Source, cue and content of one attribution, as the model reads them. */
export type Relation = Omit<Proposal, 'isSecondLook'>;

const OPEN_CLASSES: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX']);

/** Whether a token can head a cue at all: what stage 1 is trained on and asked about. */
export function canBeCue(doc: Doc, token: TokenIndex, forms: ReadonlySet<string>): boolean {
  return OPEN_CLASSES.has(doc.upos(token)) || forms.has(doc.lower(token));
}

export class AttributionModel {
  readonly header: ModelHeader;
  readonly #forms: ReadonlySet<string>;
  readonly #cues: Int8Array;
  /** Two weights to a number; see `paired`. */
  readonly #emissions: Int32Array;
  readonly #transitions: Int32Array;
  readonly #choices: Int8Array;
  readonly #cueRows: Rows;
  readonly #emissionRows: Rows;
  readonly #transitionRows: Rows;
  readonly #choiceRows: Rows;
  readonly #site = new Site();
  readonly #lattice = new Lattice();
  readonly #sums = new Int32Array(STEPS / 2);
  #labels = new Uint8Array(512);

  constructor(header: ModelHeader, tables: Int8Array) {
    this.header = header;
    this.#forms = new Set(header.forms);
    const cuesEnd = header.cues;
    const emissionsEnd = cuesEnd + header.emissions * LABELS;
    this.#cues = tables.subarray(0, cuesEnd);
    this.#emissions = paired(tables.subarray(cuesEnd, emissionsEnd));
    const transitionsEnd = emissionsEnd + header.transitions * STEPS;
    this.#transitions = paired(tables.subarray(emissionsEnd, transitionsEnd));
    this.#choices = tables.subarray(transitionsEnd, transitionsEnd + header.choices);
    this.#cueRows = new Rows(header.cues);
    this.#emissionRows = new Rows(header.emissions);
    this.#transitionRows = new Rows(header.transitions);
    this.#choiceRows = new Rows(header.choices);
  }

  /** The attributions of a text, in the order of their cues. */
  relations(columns: Columns): Relation[] {
    const proposals = this.proposals(columns);
    return proposals.filter((_, k) => this.choiceOdds(columns, proposals, k) >= this.header.chooseFrom);
  }

  /** All that may be attributions, in the order of their cues. */
  proposals(columns: Columns): Proposal[] {
    const found: Proposal[] = [];
    for (let i = 0; i < columns.doc.length; i++) {
      if (!canBeCue(columns.doc, i, this.#forms)) continue;
      const odds = this.cueOdds(columns, i);
      if (odds < this.header.proposeFrom) continue;
      const proposal = this.#proposal(columns, i, odds);
      if (proposal) found.push(proposal);
    }
    return found;
  }

  /** Log-odds that a proposal is an attribution. */
  choiceOdds(columns: Columns, proposals: readonly Proposal[], k: number): number {
    const rows = this.#choiceRows;
    choiceRows(columns, proposals, k, rows);
    let sum = 0;
    for (let r = 0; r < rows.length; r++) sum += this.#choices[rows.at[r]!]!;
    return sum * this.header.choiceUnit;
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
  #proposal(columns: Columns, head: TokenIndex, odds: number): Proposal | null {
    const window = windowOf(columns.doc, columns.layout, head);
    const length = window.to - window.from;
    const lattice = this.#lattice;
    this.#score(columns, head, window);
    if (this.#labels.length < length) this.#labels = new Uint8Array(length * 2);
    const labels = this.#labels;
    lattice.decode(labels);
    let isSecondLook = false;
    if (!has(labels, length, SOURCE)) {
      favour(lattice, SOURCE, this.header.sourceBonus);
      lattice.decode(labels);
      isSecondLook = has(labels, length, SOURCE);
    }
    if (!has(labels, length, CONTENT)) {
      favour(lattice, CONTENT, this.header.contentBonus);
      lattice.decode(labels);
    }
    const cue = runsOf(labels, length, CUE, window.from)[0];
    if (!cue) return null;
    const source = runsOf(labels, length, SOURCE, window.from);
    let content = runsOf(labels, length, CONTENT, window.from);
    if (content.length === 0 && odds > SURE) content = clauseBeside(columns, cue, source);
    return content.length === 0 ? null : { head, odds, cue, content, source, isSecondLook };
  }

  /** Fills the lattice with the scores of a cue's window. */
  #score(columns: Columns, head: TokenIndex, { from, to }: TokenRange): void {
    const lattice = this.#lattice;
    const site = this.#site;
    lattice.reset(to - from);
    site.turnTo(columns, head, from, to);
    for (let i = from; i < to; i++) {
      site.moveTo(i);
      this.#scoreLabels(site, (i - from) * LABELS);
      if (i > from) this.#scoreSteps(site, (i - from) * STEPS);
    }
    lattice.holdCue(head - from);
  }

  #scoreLabels(site: Site, at: number): void {
    const rows = this.#emissionRows;
    const table = this.#emissions;
    site.emissionRows(rows);
    let ab = 0;
    let cd = 0;
    for (let k = 0; k < rows.length; k++) {
      const row = rows.at[k]! * (LABELS / 2);
      ab += table[row]!;
      cd += table[row + 1]!;
    }
    const unit = this.header.emissionUnit;
    const zero = rows.length * BIAS;
    const { emissions } = this.#lattice;
    emissions[at] = ((ab & LOW) - zero) * unit;
    emissions[at + 1] = ((ab >>> 16) - zero) * unit;
    emissions[at + 2] = ((cd & LOW) - zero) * unit;
    emissions[at + 3] = ((cd >>> 16) - zero) * unit;
  }

  #scoreSteps(site: Site, at: number): void {
    const rows = this.#transitionRows;
    const table = this.#transitions;
    site.transitionRows(rows);
    // the sums of one row's eight pairs, spelt out: this is the innermost loop of reading
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    for (let k = 0; k < rows.length; k++) {
      const row = rows.at[k]! * (STEPS / 2);
      s0 += table[row]!;
      s1 += table[row + 1]!;
      s2 += table[row + 2]!;
      s3 += table[row + 3]!;
      s4 += table[row + 4]!;
      s5 += table[row + 5]!;
      s6 += table[row + 6]!;
      s7 += table[row + 7]!;
    }
    const sums = this.#sums;
    sums[0] = s0;
    sums[1] = s1;
    sums[2] = s2;
    sums[3] = s3;
    sums[4] = s4;
    sums[5] = s5;
    sums[6] = s6;
    sums[7] = s7;
    const unit = this.header.transitionUnit;
    const zero = rows.length * BIAS;
    const { transitions } = this.#lattice;
    for (let z = 0; z < STEPS / 2; z++) {
      transitions[at + 2 * z] = ((sums[z]! & LOW) - zero) * unit;
      transitions[at + 2 * z + 1] = ((sums[z]! >>> 16) - zero) * unit;
    }
  }
}

/** Added to each weight in a pair, so that sums of up to 256 rows never borrow from their neighbour. */
const BIAS = 128;
const LOW = 0xffff;

/** Two weights in one number, so that one addition adds both. */
function paired(weights: Int8Array): Int32Array {
  const pairs = new Int32Array(weights.length / 2);
  for (let i = 0; i < pairs.length; i++) {
    pairs[i] = (weights[2 * i]! + BIAS) | ((weights[2 * i + 1]! + BIAS) << 16);
  }
  return pairs;
}

/** Log-odds from which a cue is taken to have a content even where none was read. */
const SURE = 1;

/** Where no content was found: the clause of the sentence before the saying, else the one after it. */
function clauseBeside(
  { doc, isVerb }: Columns,
  cue: TokenRange,
  source: readonly TokenRange[],
): TokenRange[] {
  const sentence = doc.sentence(doc.sentenceOf(cue.from));
  const isMark = (token: TokenIndex): boolean =>
    doc.upos(token) === 'PUNCT' && !/["”’]/.test(doc.form(token));
  for (const side of ['before', 'after'] as const) {
    let { from, to } = sentence;
    for (const range of [cue, ...source]) {
      if (side === 'before') to = Math.min(to, range.from);
      else from = Math.max(from, range.to);
    }
    while (to > from && isMark(to - 1)) to--;
    while (from < to && isMark(from)) from++;
    for (let i = from; i < to; i++) if (isVerb[i]) return [{ from, to }];
  }
  return [];
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
