import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PlaceMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import type { PlacePack } from './pack.ts';

export function findPlaces(_source: Source, _pack: PlacePack, _knowledge: Knowledge): PlaceMention[] {
  return [];
}
