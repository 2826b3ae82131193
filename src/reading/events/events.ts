/** An incident in the wire form: type, day, place, parties, targets and weapons, and the toll of its claims. */

import { problemOf } from '../../model/problems.ts';
import type { Claim, Event } from '../../model/reading.ts';
import { civilianTollOf, tollOf } from '../../model/toll.ts';
import { compareVictims, type VictimRelation } from '../../model/victims.ts';
import type { Span } from '../../text/span.ts';
import type { Annotations } from '../annotations.ts';
import type { Incident } from '../claims/draft.ts';
import type { PeoplePack } from '../people/pack.ts';
import type { EventPack } from './pack.ts';
import type { Responsibility } from './responsibility.ts';
import type { Settings } from './setting.ts';
import { targetsOf, weaponsOf } from './things.ts';
import { typeOf } from './type.ts';

export interface EventContext {
  readonly annotations: Annotations;
  readonly pack: EventPack;
  readonly people: PeoplePack;
  readonly settings: Settings;
  readonly responsibility: Responsibility;
  readonly originOf: (claim: Claim) => string;
  /** What is known from the text of how two claims' victims relate; null where nothing is. */
  readonly relation: (a: Claim, b: Claim) => VictimRelation | null;
}

export function wireEvent(
  id: string,
  incident: Incident,
  isMain: boolean,
  claims: readonly Claim[],
  { annotations, pack, people, settings, responsibility, originOf, relation }: EventContext,
): Event {
  const options = { originOf, compare: (a: Claim, b: Claim) => relation(a, b) ?? compareVictims(a, b) };
  const all = tollOf(claims, options);
  const civilians = civilianTollOf(claims, options);
  for (const { code, harm, claims: ids } of all.problems) {
    const message = `${harm}: ${ids.join(', ')} do not fit together (${code}).`;
    annotations.problems.push(problemOf(`claims/${code}`, message));
  }
  const when = settings.date(incident, isMain);
  const place = settings.place(incident, isMain);
  annotations.reasons.set(id, [...new Set(incident.triggers.map(({ trigger }) => trigger.id))]);
  return {
    id,
    type: typeOf(incident),
    ...(when ? { date: when.date, ...(when.time ? { time: when.time } : {}) } : {}),
    ...(place ? { place } : {}),
    perpetrators: responsibility.of(incident),
    targets: targetsOf(incident, annotations, pack, people),
    weapons: weaponsOf(incident, annotations, pack),
    toll: all.toll,
    civilianToll: civilians.toll,
    tollFrom: all.from,
    civilianTollFrom: civilians.from,
    evidence: evidenceOf(incident, annotations),
  };
}

/** The words of attack and of harm that the incident is told with. */
function evidenceOf({ triggers, drafts }: Incident, { source }: Annotations): Span[] {
  const ranges = [...triggers, ...drafts.map(({ mention }) => mention.trigger)].sort(
    (a, b) => a.from - b.from,
  );
  const spans: Span[] = [];
  for (const range of ranges) {
    const span = source.span(range);
    const last = spans[spans.length - 1];
    if (!last || last.start !== span.start || last.in !== span.in) spans.push(span);
  }
  return spans.slice(0, 40);
}
