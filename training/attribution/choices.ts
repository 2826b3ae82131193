/** Stage 3: which proposals of the first two stages are attributions? A logistic model over proposals seen side by side. */

import { choiceRows, type Proposal } from '../../src/reading/attribution/choice-features.ts';
import type { Columns } from '../../src/reading/attribution/columns.ts';
import { Rows } from '../../src/reading/rows.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { CueOptions } from './cues.ts';
import { Table } from './learner.ts';

/** The proposals of one article, made by models that had not seen it. */
export interface ProposedArticle {
  readonly columns: Columns;
  readonly proposals: readonly Proposal[];
  /** Heads of gold cues. */
  readonly heads: ReadonlySet<number>;
}

export function trainChoices(articles: readonly ProposedArticle[], options: CueOptions): Table {
  const random = randomFrom(options.seed);
  const table = new Table(options.size, 1, options.rate);
  const rows = new Rows(options.size);
  const keep = 1 - options.dropout;
  const order = articles.flatMap((article) => article.proposals.map((_, k) => ({ article, k })));
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const { article, k } of shuffle(order, random)) {
      choiceRows(article.columns, article.proposals, k, rows);
      let n = 0;
      for (let r = 0; r < rows.length; r++) if (random() < keep) rows.at[n++] = rows.at[r]!;
      let score = 0;
      for (let r = 0; r < n; r++) score += table.weights[rows.at[r]!]!;
      const p = 1 / (1 + Math.exp(-score / keep));
      const isRight = article.heads.has(article.proposals[k]!.head);
      loss -= Math.log(Math.max(1e-9, isRight ? p : 1 - p));
      const gradient = p - (isRight ? 1 : 0);
      for (let r = 0; r < n; r++) table.step(rows.at[r]!, gradient);
    }
    if (epoch >= options.epochs / 2) table.remember();
    console.error(`choices epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}`);
  }
  table.average();
  return table;
}
