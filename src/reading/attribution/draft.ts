/** One attribution while its details are gathered. */
import type { TokenRange } from '../../language/doc.ts';
import type { AttributionMention } from '../annotations.ts';
import type { Frame } from './frame.ts';
import type { FoundRelation } from './relations.ts';
import type { Speaker } from './speaker.ts';

export type Details = {
  -readonly [Key in keyof AttributionMention['details']]: AttributionMention['details'][Key];
};

export interface Draft {
  readonly relation: FoundRelation;
  readonly speaker: Speaker | null;
  /** The words for the document that speaks, where one does. */
  readonly document: TokenRange | null;
  /** Talk that nobody stands behind. */
  readonly isHearsay: boolean;
  readonly frame: Frame;
  readonly details: Details;
  readonly by: string[];
  /** The draft that this one passes on. */
  cites?: Draft;
  /** The first of the equal sources of one saying, of which this is another. */
  readonly sharesWith?: Draft;
}
