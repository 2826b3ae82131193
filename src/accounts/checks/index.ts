/** The checks of one incident (law 8), in the order in which their findings are printed. */
import type { Finding } from '../../model/incident.ts';
import { ADMISSION_WITHOUT_NUMBER } from './admission-without-number.ts';
import type { Check, Checked } from './check.ts';
import { CONTESTED_MEMBERSHIP } from './contested-membership.ts';
import { DENIED_FIGURE } from './denied-figure.ts';
import { DIED_SINCE } from './died-since.ts';
import { DIFFERING_RELAYS } from './differing-relays.ts';
import { EVENT_AFTER_PUBLICATION } from './event-after-publication.ts';
import { FAR_FIGURE } from './far-figure.ts';
import { GROUPS_OVER_TOTAL } from './groups-over-total.ts';
import { LONE_FIGURE } from './lone-figure.ts';
import { NAMES_OVER_FIGURE } from './names-over-figure.ts';
import { PARTS_OVER_WHOLE } from './parts-over-whole.ts';
import { POSSIBLE_VICTIM } from './possible-victim.ts';
import { TOLL_FALLS } from './toll-falls.ts';

export const CHECKS: readonly Check[] = [
  PARTS_OVER_WHOLE,
  GROUPS_OVER_TOTAL,
  NAMES_OVER_FIGURE,
  CONTESTED_MEMBERSHIP,
  POSSIBLE_VICTIM,
  EVENT_AFTER_PUBLICATION,
  TOLL_FALLS,
  FAR_FIGURE,
  LONE_FIGURE,
  DIED_SINCE,
  DIFFERING_RELAYS,
  ADMISSION_WITHOUT_NUMBER,
  DENIED_FIGURE,
];

export function checkIncident(checked: Checked): Finding[] {
  return CHECKS.flatMap((check) => check.run(checked));
}
