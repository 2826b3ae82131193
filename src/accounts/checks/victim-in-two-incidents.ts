/** One name among the dead of two incidents: one incident told as two, or two people of one name. Over a whole record. */
import type { Finding, IncidentRecord } from '../../model/incident.ts';
import { foldName } from '../../model/victims.ts';
import { finding } from './check.ts';

const ID = 'victim-in-two-incidents';

/** The findings of each incident that shares a named dead person with another. A single name tells too little. */
export function victimsInTwoIncidents(records: readonly IncidentRecord[]): Map<string, Finding[]> {
  const byName = new Map<string, { record: IncidentRecord; victim: IncidentRecord['named'][number] }[]>();
  for (const record of records) {
    const dead = new Set(
      record.accounts
        .filter(({ harm }) => harm === 'killed')
        .flatMap(({ trajectory }) => trajectory.flatMap(({ claims }) => claims)),
    );
    for (const victim of record.named) {
      if (!victim.claims?.some((ref) => dead.has(ref))) continue;
      const words = foldName(victim.name).split(' ').sort();
      if (words.length < 2) continue;
      const key = words.join(' ');
      byName.set(key, [...(byName.get(key) ?? []), { record, victim }]);
    }
  }
  const findings = new Map<string, Finding[]>();
  for (const namings of byName.values()) {
    for (const { record, victim } of namings) {
      const others = namings.filter((other) => other.record !== record && isOfOneAge(victim, other.victim));
      if (others.length === 0) continue;
      const where = others.map((other) => other.record.incident).join(', ');
      const message = `${victim.name} is among the dead of this incident and of ${where}.`;
      const claims = [victim, ...others.map((other) => other.victim)].flatMap((one) => one.claims ?? []);
      findings.set(record.incident, [
        ...(findings.get(record.incident) ?? []),
        finding(ID, 'warning', message, claims),
      ]);
    }
  }
  return findings;
}

function isOfOneAge(a: { age?: number }, b: { age?: number }): boolean {
  return a.age === undefined || b.age === undefined || Math.abs(a.age - b.age) <= 1;
}
