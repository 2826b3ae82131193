/**
 * Which fifth of a corpus a report is of, where development parts train what they also measure. Reports of one shooting are
 * in one fifth, in whichever of two corpora they stand.
 */
import { createHash } from 'node:crypto';

export const FOLDS = 5;

/** What of a line of gold says which incident it is about. */
export interface Foldable {
  readonly id: string;
  readonly date?: unknown;
  readonly place?: unknown;
}

/** 0..FOLDS - 1. */
export function foldOf({ id, date, place }: Foldable): number {
  const incident = typeof date === 'string' && typeof place === 'string' ? `${date} ${place}` : id;
  return createHash('sha256').update(incident).digest().readUInt32LE(0) % FOLDS;
}
