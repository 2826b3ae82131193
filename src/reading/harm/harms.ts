import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Annotations, HarmMention } from '../annotations.ts';
import type { ReadingPack } from '../pack.ts';

export function findHarms(
  _annotations: Annotations,
  _pack: ReadingPack,
  _knowledge: Knowledge,
): HarmMention[] {
  return [];
}
