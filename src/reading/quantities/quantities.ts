import type { Quantity } from '../annotations.ts';
import type { Source } from '../source.ts';
import type { QuantityPack } from './pack.ts';

export function findQuantities(_source: Source, _pack: QuantityPack): Quantity[] {
  return [];
}
