/** The attributions of a text as spans: what the model reads, and what print conventions add to it. */
import type { TokenRange } from '../../language/doc.ts';
import type { Columns } from './columns.ts';
import type { AttributionModel, Relation } from './model.ts';

export interface FoundRelation extends Relation {
  readonly by: string;
}

export function findRelations(columns: Columns, model: AttributionModel): FoundRelation[] {
  return model
    .relations(columns)
    .map((relation) => ({ ...withOpenQuotation(columns, relation), by: 'attribution/model' }));
}

/**
 * A quotation that is not closed where its paragraph ends, and is taken up by an opening mark in the next, belongs to
 * the attribution to its last paragraph.
 */
function withOpenQuotation(columns: Columns, relation: Relation): Relation {
  const { layout } = columns;
  const last = relation.content.at(-1)!;
  const number = layout.quotationOf[last.to - 1]!;
  if (number === 0) return relation;
  const added: TokenRange[] = [];
  let at = number - 1;
  while (!layout.quotations[at]!.closed && layout.quotations[at + 1]) {
    const next = layout.quotations[at + 1]!;
    const p = layout.paragraphOf[next.from]!;
    const follows = layout.paragraphOf[layout.quotations[at]!.from]! === p - 1;
    if (!follows || layout.paragraphStarts[p] !== next.from) break;
    added.push({ from: next.from, to: next.to });
    at++;
  }
  return added.length === 0 ? relation : { ...relation, content: [...relation.content, ...added] };
}
