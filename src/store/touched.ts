/** Which mentions something happened to between two moments, so that only their incidents have to be computed. */

import { partsOf } from '../model/record.ts';
import type { Database } from './engine.ts';
import { inChunks } from './queries.ts';

export interface Between {
  /** Moments in UTC; what happened at `since` itself is not asked for. */
  readonly since: string;
  readonly until: string;
  readonly clock: 'said' | 'recorded';
  /** A figure that was overtaken grows stale so many hours later. */
  readonly staleAfterHours: number;
}

/** In the order in which they were recorded. Too many rather than too few: what did not change shows no change. */
export async function mentionsTouched(db: Database, between: Between): Promise<string[]> {
  const { since, until, clock } = between;
  const reports = new Set(await reportsSaid(db, between));
  let isGeneral = false;
  if (clock === 'recorded') {
    const recorded = await db
      .selectFrom('report')
      .select('id')
      .where('recorded_at', '>', since)
      .where('recorded_at', '<=', until)
      .execute();
    for (const { id } of recorded) reports.add(id);
    const judged = await subjectsJudged(db, since, until);
    isGeneral = judged.isGeneral;
    for (const id of judged.subjects) reports.add(id);
  }
  if (isGeneral) return (await mentions(db).execute()).map(({ id }) => id);
  const ids = [...reports];
  const rows = await inChunks(ids, async (some) => [
    ...(await mentions(db).where('report', 'in', some).execute()),
    ...(await mentions(db).where('id', 'in', some).execute()),
  ]);
  const order = (a: (typeof rows)[0], b: (typeof rows)[0]) =>
    a.seq - b.seq || a.place_in_report - b.place_in_report;
  return [...new Set(rows.sort(order).map(({ id }) => id))];
}

function mentions(db: Database) {
  return db
    .selectFrom('mention')
    .select(['id', 'seq', 'place_in_report'])
    .orderBy('seq')
    .orderBy('place_in_report');
}

/**
 * Reports by whose figures something can be said or grow stale in between: those that came out since, less the time in
 * which a figure grows stale, and those that nobody can date. One that came out later may tell what was said in between.
 */
async function reportsSaid(
  db: Database,
  { since, until, clock, staleAfterHours }: Between,
): Promise<string[]> {
  // publications are told in local time: a day is left on either side
  const day = (moment: string, hours: number) =>
    new Date(Date.parse(moment) + hours * 3_600_000).toISOString().slice(0, 10);
  const found = db
    .selectFrom('report')
    .select('id')
    .where('published', '>=', day(since, -staleAfterHours - 24));
  const dated = await (clock === 'said' ? found : found.where('published', '<', day(until, 48))).execute();
  if (clock === 'recorded') return dated.map(({ id }) => id);
  const undated = await db.selectFrom('report').select('id').where('published', 'is', null).execute();
  return [...dated, ...undated].map(({ id }) => id);
}

/** When in that time somebody decided something of some mentions, their reports, or of sources. */
export async function momentsJudged(
  db: Database,
  mentions: readonly string[],
  since: string,
  until: string,
): Promise<string[]> {
  const own = new Set(mentions.flatMap((id) => [id, partsOf(id).report]));
  const rows = await db
    .selectFrom('judgement')
    .select(['at'])
    .where('at', '>', since)
    .where('at', '<=', until)
    .orderBy('at')
    .execute();
  const moments: string[] = [];
  for (const at of new Set(rows.map((row) => row.at))) {
    const { subjects, isGeneral } = await subjectsJudged(db, justBefore(at), at);
    if (isGeneral || subjects.some((id) => own.has(id))) moments.push(at);
  }
  return moments;
}

function justBefore(moment: string): string {
  return new Date(Date.parse(moment) - 1).toISOString();
}

/** What judgements of that time are about; those that take back or second another are about what it is about. */
async function subjectsJudged(db: Database, since: string, until: string) {
  const rows = await db
    .selectFrom('judgement')
    .select(['id', 'kind', 'payload'])
    .where('at', '>', since)
    .where('at', '<=', until)
    .execute();
  const ids = new Set(rows.map(({ id }) => id));
  // a judgement that takes back may itself be taken back
  for (let open = rows; open.length > 0; ) {
    const targets = open.flatMap(({ kind, payload }) =>
      kind === 'take-back' || kind === 'second'
        ? [(JSON.parse(payload) as { judgement: string }).judgement]
        : [],
    );
    const fresh = targets.filter((id) => !ids.has(id));
    for (const id of fresh) ids.add(id);
    open = await inChunks(fresh, (some) =>
      db.selectFrom('judgement').select(['id', 'kind', 'payload']).where('id', 'in', some).execute(),
    );
  }
  const all = [...ids];
  const on = await inChunks(all, (some) =>
    db.selectFrom('judgement_on').select(['on', 'judgement']).where('judgement', 'in', some).execute(),
  );
  const about = new Set(on.map(({ judgement }) => judgement));
  const kinds = await inChunks(all, (some) =>
    db.selectFrom('judgement').select(['id', 'kind']).where('id', 'in', some).execute(),
  );
  const isGeneral = kinds.some(({ id, kind }) => !about.has(id) && /source/.test(kind));
  return { subjects: on.map((row) => row.on), isGeneral };
}
