/** What a check is given and what it gives: each stands in a file of its own and only tells; nothing is mended. */
import type { Finding, IncidentRecord } from '../../model/incident.ts';
import type { Doubt } from '../bounding.ts';
import type { Folded } from '../fold.ts';
import type { Person } from '../named.ts';
import type { Context, Telling } from '../tellings.ts';
import type { DifferingRelays, Line } from '../trajectory.ts';

export interface Checked {
  readonly lines: readonly Line[];
  readonly differing: readonly DifferingRelays[];
  readonly tellings: readonly Telling[];
  readonly people: readonly Person[];
  /** Figures that bound nothing until a person accepts them. */
  readonly doubts: readonly Doubt[];
  readonly folded: Folded;
  readonly facts: Pick<IncidentRecord, 'date' | 'place' | 'type'>;
  readonly mentions: readonly string[];
  readonly context: Context;
}

export interface Check {
  readonly id: string;
  /** What it finds, in one line, for the documents. */
  readonly finds: string;
  run(checked: Checked): Finding[];
}

/** A finding with its claims in a fixed order. */
export function finding(
  check: string,
  level: NonNullable<Finding['level']>,
  message: string,
  claims: readonly string[],
): Finding {
  return { check, level, message, claims: [...new Set(claims)].sort() };
}
