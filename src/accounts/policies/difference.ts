/** What another policy makes of the same accounts, incident by incident; the old result stands beside the new. */
import type { IncidentRecord, Range } from '../../model/incident.ts';
import { type Harm, harmSchema } from '../../model/reading.ts';

export interface TollDifference {
  readonly incident: string;
  readonly harm: Harm;
  /** "all", or the group of victims. */
  readonly group: string;
  /** null: no toll. */
  readonly before: Range | null;
  readonly after: Range | null;
}

/** The tolls in which two records differ; an incident that only one of them has differs in all of its tolls. */
export function tollDifferences(
  before: readonly IncidentRecord[],
  after: readonly IncidentRecord[],
): TollDifference[] {
  const old = new Map(before.map((record) => [record.incident, record]));
  const young = new Map(after.map((record) => [record.incident, record]));
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((incident) => {
    const [a, b] = [old.get(incident), young.get(incident)];
    const groups = new Set(['all', ...Object.keys(a?.groups ?? {}), ...Object.keys(b?.groups ?? {})]);
    return [...groups].flatMap((group) =>
      harmSchema.options.flatMap((harm) => {
        const [was, is] = [tollOfGroup(a, group)[harm] ?? null, tollOfGroup(b, group)[harm] ?? null];
        return isSameRange(was, is) ? [] : [{ incident, harm, group, before: was, after: is }];
      }),
    );
  });
}

function tollOfGroup(record: IncidentRecord | undefined, group: string): IncidentRecord['toll'] {
  return (group === 'all' ? record?.toll : record?.groups?.[group]) ?? {};
}

function isSameRange(a: Range | null, b: Range | null): boolean {
  return a?.low === b?.low && a?.high === b?.high && a?.best === b?.best;
}
