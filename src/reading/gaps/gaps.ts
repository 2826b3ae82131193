import type { Gap } from '../../model/reading.ts';
import type { Annotations } from '../annotations.ts';
import type { GapPack } from './pack.ts';

export function findGaps(_annotations: Annotations, _pack: GapPack): Gap[] {
  return [];
}
