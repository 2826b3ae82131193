/** One incident while it is being put together: the mentions of harm and of attack that belong to it. */
import type { TokenRange } from '../../language/doc.ts';
import type { DateMention } from '../annotations.ts';
import type { Draft } from '../claims/draft.ts';
import type { EventTrigger } from './pack.ts';

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
  /** The day that its sentences give, as soon as one does. */
  date: DateMention | null;
  /** Told as past history: "last year". */
  readonly isBackground: boolean;
}
