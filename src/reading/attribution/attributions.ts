/** Who said what, on whose behalf, through what, to whom, when. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Annotations, AttributionMention } from '../annotations.ts';
import { Columns } from './columns.ts';
import type { AttributionPack } from './pack.ts';
import { findRelations } from './relations.ts';

/** The attributions of a report, in the order of their cues. */
export function findAttributions(
  { source: { doc } }: Annotations,
  pack: AttributionPack,
  _knowledge: Knowledge,
): AttributionMention[] {
  if (doc.length === 0) return [];
  return findRelations(new Columns(doc), pack.loadModel()).map(({ source, cue, content, by }) => ({
    source,
    cue: [cue],
    content,
    details: { speakerKind: 'unknown', stance: 'asserts' },
    by: [by],
  }));
}
