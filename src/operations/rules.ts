/** The rules by which a record is derived: how mentions are put together, and how an incident's accounts are folded. */
import { rankCandidates } from '../copies/candidates.ts';
import { relate } from '../copies/relation.ts';
import { signatureOf } from '../copies/signature.ts';
import type { Event, Harm } from '../model/reading.ts';
import { type KeptReport, partsOf, refOf } from '../model/record.ts';
import type { IncidentMaterial, KeptMention, Rules } from '../store/rules.ts';

/** A report without an event is one mention all the same: it is in the record, and waits for a person. */
const NO_EVENT = 'e0';

export const RULES: Rules = {
  version: 'stand-in 1',
  connects: ['same'],
  mentionsOf(report) {
    const { events } = report.reading;
    if (events.length === 0) return [{ id: refOf(report.id, NO_EVENT), profile: {}, blocks: [] }];
    return events.map((event) => ({
      id: refOf(report.id, event.id),
      profile: { day: event.date?.start ?? null, place: event.place?.name ?? null },
      blocks: event.date?.start && event.place ? [`${event.date.start} ${event.place.name}`] : [],
    }));
  },
  compare: (a, b) => ({ a: a.id, b: b.id, score: 5, verdict: 'same', features: [] }),
  group(mentions, comparisons, judgements) {
    const group = new Map(mentions.map(({ id }) => [id, id]));
    const rootOf = (id: string): string => (group.get(id) === id ? id : rootOf(group.get(id)!));
    const apart = new Set<string>();
    for (const judgement of judgements) {
      if (judgement.kind !== 'different-incident') continue;
      const { a, b } = judgement;
      apart.add(`${a.ref} ${b.ref}`).add(`${b.ref} ${a.ref}`);
    }
    const join = (a: string, b: string): void => {
      if (!group.has(a) || !group.has(b) || apart.has(`${a} ${b}`)) return;
      const [x, y] = [rootOf(a), rootOf(b)].sort();
      group.set(y!, x!);
    };
    for (const { a, b, verdict } of comparisons) if (verdict === 'same') join(a, b);
    for (const judgement of judgements) {
      if (judgement.kind === 'same-incident') join(judgement.a.ref ?? '', judgement.b.ref ?? '');
    }
    return [...Map.groupBy(mentions, ({ id }: KeptMention) => rootOf(id)).values()].map((members) =>
      members.map(({ id }) => id),
    );
  },
  fold({ id, mentions, reports }: IncidentMaterial) {
    const told = mentions.flatMap((mention) => {
      const { report, part } = partsOf(mention);
      const event = reports
        .find((each) => each.id === report)
        ?.reading.events.find((each) => each.id === part);
      return event ? [event] : [];
    });
    const isMain = ({ id: report, reading }: KeptReport): boolean =>
      mentions.includes(refOf(report, reading.events[0]?.id ?? NO_EVENT));
    const date = told.find((event) => event.date)?.date;
    const place = told.find((event) => event.place)?.place;
    return {
      incident: id,
      reports: reports.filter(isMain).map((report) => report.id),
      alsoIn: reports.filter((report) => !isMain(report)).map((report) => report.id),
      mentions: [...mentions],
      ...(date ? { date } : {}),
      ...(place ? { place } : {}),
      accounts: [],
      contradictions: [],
      gaps: [],
      toll: tollOf(told),
      aggregates: [],
      named: [],
      findings: [],
    };
  },
  keysOf: (report) => [...signatureOf(report)],
  rankCandidates,
  copyBetween: relate,
};

function tollOf(events: readonly Event[]) {
  const harms = new Set(events.flatMap(({ toll }) => Object.keys(toll) as Harm[]));
  return Object.fromEntries(
    [...harms].map((harm) => {
      const counts = events.map(({ toll }) => toll[harm]).filter((count) => count !== undefined);
      const highs = counts.map(({ max }) => max);
      const high = highs.includes(null) ? null : Math.max(...highs.map((max) => max!));
      return [harm, { low: Math.min(...counts.map(({ min }) => min)), high }];
    }),
  );
}
