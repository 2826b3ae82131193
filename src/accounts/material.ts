/** What accounts are computed from, and how the incidents that they belong to are named. */
import type { IncidentRecord } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { CopyRelation, KeptReport } from '../model/record.ts';

/** All that was kept of some reports: their readings, how their texts copy each other, and what people decided. */
export interface Material {
  readonly reports: readonly KeptReport[];
  readonly copies: readonly CopyRelation[];
  /** In the order in which they were recorded; those taken back among them. */
  readonly judgements: readonly Judgement[];
}

/** One incident as the room `incidents` groups it: which events of which reports tell of it. */
export interface IncidentGroup extends Partial<Pick<IncidentRecord, 'partOf' | 'type' | 'date' | 'place'>> {
  readonly incident: string;
  /** Reports whose main event it is. */
  readonly reports: readonly string[];
  readonly alsoIn: readonly string[];
  /** "reportId#e1" */
  readonly mentions: readonly string[];
}
