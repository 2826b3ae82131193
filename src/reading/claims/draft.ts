/**
 * What is known while a report is being put together: a claim (one mention of harm on one source's word) and an incident
 * (the mentions of harm and of attack that belong to it). Each points at the other, so they stand in one file.
 */
import type { TokenRange } from '../../language/doc.ts';
import type { Claim, Place, Victims } from '../../model/reading.ts';
import type { DateMention, HarmMention } from '../annotations.ts';
import type { EventTrigger } from '../events/pack.ts';
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
  /** The speaker's own side, where the victims are said to be of it. */
  readonly side: string | null;
  /** Hit, and not said to have lived or died: "shot". */
  readonly isHit: boolean;
  /** Said to be of those hurt before: "one of the wounded", "died of his wounds". */
  readonly isOfHurt: boolean;
  /** A partial vantage: the bodies that one hospital has received, or that were found so far. */
  readonly isPartial: boolean;
  /** Said to be what was known at first. */
  readonly isEarly: boolean;
  /** Said to have grown or been brought about: "rose to 27", "bringing the toll to six". */
  readonly isGrown: boolean;
  /** In a line of the body that is put like a headline: of another story on the page, where it tells of nobody known. */
  readonly isHeadline: boolean;
  /** Said to be everybody: "in all", "a total of". */
  readonly isInAll: boolean;
  /** Said to put an earlier figure right. */
  readonly isCorrection: boolean;
  /** Null of a figure over several incidents. */
  incident: Incident | null;
  readonly relations: { to: Draft; kind: RelationKind }[];
}

/** A word of attack or disaster in the text. */
export interface TriggerMention extends TokenRange {
  readonly trigger: EventTrigger;
  readonly sentence: number;
  readonly isTitle: boolean;
  /** Only spoken of: threatened, planned, feared. */
  readonly isUnreal: boolean;
}

export interface Incident {
  readonly drafts: Draft[];
  readonly triggers: TriggerMention[];
  /** Sentences that tell of it, in order. */
  readonly sentences: number[];
  /** Sentences after them that tell of nothing new: who denies it, who mourns. */
  readonly around: number[];
  /** The parts of those sentences that do. */
  readonly clauses: TokenRange[];
  /** The day that its sentences give, as soon as one does. */
  date: DateMention | null;
  /** Likewise the first place. */
  place: Place | null;
  /** Told as past history: "last year". */
  readonly isBackground: boolean;
}

/** What a claim says of its people, before those of other claims are folded in. A new object each time. */
export function victimsOf({ mention, side }: Draft): Victims {
  return {
    ...(mention.people?.victims ?? { civilianStatus: 'unknown', named: [], evidence: [] }),
    ...(side === null ? {} : { affiliation: side }),
  };
}
