import type { DateMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import type { DatePack } from './pack.ts';

export function findDates(_source: Source, _pack: DatePack): DateMention[] {
  return [];
}
