/** A claim while it is being put together: one mention of harm on one source's word. */
import type { Claim } from '../../model/reading.ts';
import type { HarmMention } from '../annotations.ts';
import type { Incident } from '../events/incident.ts';
import type { Group } from './group.ts';

export type RelationKind = Claim['relations'][number]['kind'];

export interface Draft {
  readonly mention: HarmMention;
  /** The number of the sentence that the trigger stands in. */
  readonly sentence: number;
  readonly isTitle: boolean;
  /** Indexes into the attributions, origin first. */
  readonly chain: readonly number[];
  /** A key for whose word it is; '' is the report's own voice. */
  readonly origin: string;
  readonly stance: Claim['stance'];
  readonly group: Group;
  /** Hit, and not said to have lived or died: "shot". */
  readonly isHit: boolean;
  /** Said to be of those hurt before: "one of the wounded", "died of his wounds". */
  readonly isOfHurt: boolean;
  /** Null of a figure over several incidents. */
  incident: Incident | null;
  readonly relations: { to: Draft; kind: RelationKind }[];
}
