import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Annotations } from '../annotations.ts';
import type { ReadingPack } from '../pack.ts';

export function findClaimsAndEvents(
  _annotations: Annotations,
  _pack: ReadingPack,
  _knowledge: Knowledge,
): void {}
