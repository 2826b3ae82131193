/** The moment at which a figure stood, where the report says it: "as of Friday", "by Sunday evening". */
import type { Annotations } from '../annotations.ts';
import { PhraseTable } from '../phrases.ts';
import type { Draft } from './draft.ts';
import type { ClaimPack } from './pack.ts';

const tables = new WeakMap<ClaimPack, PhraseTable<true>>();

export function asOf(
  { sentence }: Draft,
  { dates, source }: Annotations,
  pack: ClaimPack,
): { asOf?: string } {
  let table = tables.get(pack);
  if (!table) {
    table = new PhraseTable(pack.asOf.map((phrase) => [phrase, true] as const));
    tables.set(pack, table);
  }
  const { from, to } = source.doc.sentence(sentence);
  for (const mention of dates) {
    if (mention.from < from || mention.from >= to || !mention.date.end) continue;
    if (table.endingAt(source.doc, mention.from)) return { asOf: mention.date.end };
  }
  return {};
}
