/** What a language brings to this room: tables and rules, one part for each phenomenon. Nothing here is of one language. */
import type { AttributionPack } from './attribution/pack.ts';
import type { ChoicePack } from './choice/pack.ts';
import type { ClaimPack } from './claims/pack.ts';
import type { DatePack } from './dates/pack.ts';
import type { EventPack } from './events/pack.ts';
import type { GapPack } from './gaps/pack.ts';
import type { HarmPack } from './harm/pack.ts';
import type { PartyPack } from './parties/pack.ts';
import type { PeoplePack } from './people/pack.ts';
import type { PlacePack } from './places/pack.ts';
import type { QuantityPack } from './quantities/pack.ts';

export interface ReadingPack {
  /** BCP 47, "en". */
  readonly language: string;
  readonly quantities: QuantityPack;
  readonly dates: DatePack;
  readonly places: PlacePack;
  readonly parties: PartyPack;
  readonly people: PeoplePack;
  readonly attribution: AttributionPack;
  readonly harm: HarmPack;
  readonly claims: ClaimPack;
  readonly choice: ChoicePack;
  readonly events: EventPack;
  readonly gaps: GapPack;
}
