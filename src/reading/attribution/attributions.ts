import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Annotations, AttributionMention } from '../annotations.ts';
import type { AttributionPack } from './pack.ts';

export function findAttributions(
  _annotations: Annotations,
  _pack: AttributionPack,
  _knowledge: Knowledge,
): AttributionMention[] {
  return [];
}
