import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { PartyMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import type { PartyPack } from './pack.ts';

export function findParties(_source: Source, _pack: PartyPack, _knowledge: Knowledge): PartyMention[] {
  return [];
}
