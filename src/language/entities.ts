/** From the scores of marks ("B-PER", "I-PER", "O") to entities. */
import type { Entity, TokenIndex } from './doc.ts';
import { bestRow, type Chain, chancesOf } from './mark-chain.ts';

/** One mark a token, and how sure the network is of it, 0..1. */
export interface Marks {
  readonly marks: Uint8Array;
  readonly sure: Float32Array;
}

/** The best row of marks of a chain. Each mark is as sure as the chain makes it, to two places. */
export function bestMarks(chain: Chain): Marks {
  const marks = bestRow(chain);
  const sure = new Float32Array(chain.n).fill(1);
  // most sentences have no entity, and none needs to be sure of it
  if (marks.every((mark) => mark === 0)) return { marks, sure };
  const chances = chancesOf(chain).marks;
  marks.forEach((mark, i) => {
    if (mark !== 0) sure[i] = Math.round(100 * chances[i * chain.count + mark]!) / 100;
  });
  return { marks, sure };
}

/** The entities of a row of marks whose first token is `first`. Each is as sure as its least sure token. */
export function entitiesOf({ marks, sure }: Marks, names: readonly string[], first: TokenIndex): Entity[] {
  const found: Entity[] = [];
  let from = -1;
  for (let i = 0; i <= marks.length; i++) {
    const mark = i < marks.length ? marks[i]! : 0;
    if (from >= 0 && (mark === 0 || mark % 2 === 1)) {
      let confidence = 1;
      for (let k = from; k < i; k++) confidence = Math.min(confidence, sure[k]!);
      found.push({ from: first + from, to: first + i, type: names[marks[from]!]!.slice(2), confidence });
      from = -1;
    }
    if (mark !== 0 && from < 0) from = i;
  }
  return found;
}
