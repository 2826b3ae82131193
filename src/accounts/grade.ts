/**
 * The civilian-harm grade that Airwars' five would give, proposed only where its entry criteria are met in the data, with
 * the reason; a person decides (field notes: Airwars' methodology). Criteria, from the strongest finding down:
 * contested (competing claims of responsibility), discounted (those killed were combatants), confirmed (a belligerent
 * accepts responsibility for the harm to civilians), fair (two named independent accounts of evaluated sources, and a
 * claim or admission of the attack), weak (a single source).
 */

import { isZero } from '../model/count.ts';
import type { IncidentRecord } from '../model/incident.ts';
import type { Claim } from '../model/reading.ts';
import { type KeptReport, partsOf } from '../model/record.ts';
import { isTaken } from './overtaken.ts';
import { nameKey } from './register.ts';
import { outletRoot, rootOfAttribution } from './roots.ts';
import type { Context, Telling } from './tellings.ts';
import type { Line } from './trajectory.ts';
import type { Vocabulary } from './words.ts';

type Grade = NonNullable<IncidentRecord['grade']>;

interface Graded {
  readonly lines: readonly Line[];
  readonly tellings: readonly Telling[];
  readonly mentions: readonly string[];
  readonly context: Context;
}

export function gradeOf({ lines, tellings, mentions, context }: Graded): Grade {
  const told = tellings.filter(({ claim }) => isHarm(claim));
  if (told.length === 0) return none('no account tells that anybody was killed or injured');
  const civilian = told.filter(
    ({ claim }) => claim.victims.civilianStatus === 'civilian' || claim.victims.civilianStatus === 'mixed',
  );
  const combatant = told.filter(({ claim }) => claim.victims.civilianStatus === 'combatant');
  if (civilian.length === 0) {
    if (combatant.length === told.length)
      return { proposed: 'discounted', reason: `all ${told.length} figures are of combatants` };
    return none('no source says that the victims were civilians, and none says that all were combatants');
  }
  const parties = partiesOf(mentions, context);
  const rivals = rivalsAmong(parties);
  if (rivals.length > 1)
    return { proposed: 'contested', reason: `competing claims of responsibility: ${rivals.join(', ')}` };
  const accepted = civilian.find(
    ({ claim, origin }) =>
      claim.stance === 'acknowledged' &&
      parties.some(({ key }) => key === origin.key || sharesName(key, origin.key)),
  );
  if (accepted)
    return {
      proposed: 'confirmed',
      reason: `${accepted.origin.name} accepts responsibility for the harm to civilians`,
    };
  const sources = [
    ...new Map(
      lines
        .filter(({ points }) =>
          points.some((point) => point.status === 'current' && isTaken(point) && !isZero(point.first.count)),
        )
        .map(({ origin }) => [origin.key, origin]),
    ).values(),
  ].filter(({ isUnnamed, isOutlet }) => !isUnnamed && !isOutlet);
  if (sources.length === 0) return none('no named source stands behind it');
  if (sources.length === 1) return { proposed: 'weak', reason: `a single named source: ${sources[0]!.name}` };
  const evaluated = sources.filter(({ evaluation }) => evaluation !== undefined);
  if (evaluated.length < 2)
    return none(
      `${sources.length} named sources, of which the register evaluates ${evaluated.length}: fair asks for two`,
    );
  const admitted = parties.find(
    ({ degrees }) => degrees.includes('claimed') || degrees.includes('acknowledged'),
  );
  if (!admitted)
    return none(
      'two evaluated sources, and no belligerent has claimed or admitted the attack or any near it',
    );
  return {
    proposed: 'fair',
    reason: `${evaluated.map(({ name }) => name).join(' and ')} report it, and ${admitted.name} is told to have claimed or admitted the attack`,
  };
}

function none(reason: string): Grade {
  return { proposed: null, reason };
}

function isHarm({ harm, stance, count }: Claim): boolean {
  return (
    (harm === 'killed' || harm === 'injured') &&
    stance !== 'denied' &&
    stance !== 'rumoured' &&
    !isZero(count)
  );
}

/** Degrees by which somebody says that a party did it. */
const BLAMED: ReadonlySet<string> = new Set([
  'stated',
  'claimed',
  'acknowledged',
  'accused by officials',
  'accused',
]);

/** Every party held responsible in any report, with the degrees. */
function partiesOf(mentions: readonly string[], { reports, vocabulary }: Context): Blamed[] {
  const events = [...mentions].sort().flatMap((mention) => {
    const { report: id, part } = partsOf(mention);
    const report = reports.get(id);
    const event = report?.reading.events.find((one) => one.id === part);
    return report && event ? [{ report, event }] : [];
  });
  const parties = new Map<string, Blamed>();
  for (const { report, event } of events) {
    for (const { name, responsibility, attribution } of event.perpetrators) {
      const key = nameKey(name, vocabulary);
      const known = parties.get(key) ?? { key, name, degrees: [], by: new Set<string>() };
      known.degrees.push(responsibility);
      if (BLAMED.has(responsibility)) known.by.add(accuser(report, attribution[0], vocabulary));
      parties.set(key, known);
    }
  }
  return [...parties.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

interface Blamed {
  readonly key: string;
  readonly name: string;
  readonly degrees: string[];
  /** Keys of those who blame it. */
  readonly by: Set<string>;
}

function accuser(report: KeptReport, attribution: string | undefined, vocabulary: Vocabulary): string {
  const said = report.reading.attributions.find(({ id }) => id === attribution);
  const root = said ? rootOfAttribution(said, report, vocabulary) : outletRoot(report, vocabulary);
  return nameKey(root.name, vocabulary);
}

/** Parties blamed by sources none of which blames both: who names both sides of a clash tells of no rivals. */
function rivalsAmong(parties: readonly Blamed[]): string[] {
  const rivals = new Set<string>();
  for (const [i, a] of parties.entries()) {
    for (const b of parties.slice(i + 1)) {
      if (a.by.size === 0 || b.by.size === 0 || sharesName(a.key, b.key)) continue;
      if (![...a.by].some((who) => b.by.has(who))) rivals.add(a.name).add(b.name);
    }
  }
  return [...rivals];
}

/** "karsia military" and "karsia": an organ and its state. */
function sharesName(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').some((word) => words.has(word));
}
