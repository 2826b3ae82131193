/** Stage 1: which tokens are heads of cues? A logistic model over hashed features. */
import type { TokenIndex } from '../../src/language/doc.ts';
import type { Columns } from '../../src/reading/attribution/columns.ts';
import { cueRows } from '../../src/reading/attribution/cue-features.ts';
import { Rows } from '../../src/reading/rows.ts';
import { randomFrom, shuffle } from '../random.ts';
import { Table } from './learner.ts';

export interface CueExample {
  readonly columns: Columns;
  readonly token: TokenIndex;
  readonly isCue: boolean;
}

export interface CueOptions {
  readonly size: number;
  readonly epochs: number;
  readonly dropout: number;
  readonly rate: number;
  readonly seed: number;
}

export function trainCues(examples: readonly CueExample[], options: CueOptions): Table {
  const random = randomFrom(options.seed);
  const table = new Table(options.size, 1, options.rate);
  const rows = new Rows(options.size);
  const order = [...examples];
  const keep = 1 - options.dropout;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const { columns, token, isCue } of shuffle(order, random)) {
      cueRows(columns, token, rows);
      let n = 0;
      for (let k = 0; k < rows.length; k++) if (random() < keep) rows.at[n++] = rows.at[k]!;
      let score = 0;
      for (let k = 0; k < n; k++) score += table.weights[rows.at[k]!]!;
      const p = 1 / (1 + Math.exp(-score / keep));
      loss -= Math.log(Math.max(1e-9, isCue ? p : 1 - p));
      const gradient = p - (isCue ? 1 : 0);
      for (let k = 0; k < n; k++) table.step(rows.at[k]!, gradient);
    }
    if (epoch >= options.epochs / 2) table.remember();
    console.error(`cues epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}`);
  }
  table.average();
  return table;
}

export function cueProbability(table: Table, columns: Columns, token: TokenIndex, rows: Rows): number {
  cueRows(columns, token, rows);
  let score = 0;
  for (let k = 0; k < rows.length; k++) score += table.weights[rows.at[k]!]!;
  return 1 / (1 + Math.exp(-score));
}
