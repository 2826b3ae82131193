/**
 * Finds reports by their words, claims by who says what of whom, and incidents by place, day and toll; the newest in the
 * record first, page by page. Every question is answered from an index; of what many have, the newest are looked at first.
 */
import { type Expression, type SqlBool, sql } from 'kysely';
import { type Count, harmSchema } from '../model/reading.ts';
import type { Database, Engine } from './engine.ts';
import { keyOf } from './rows.ts';
import type { ClaimRow, IncidentRow, ReportRow } from './schema.ts';
import { withWords } from './words.ts';

/** What is asked; a missing field asks nothing. Days are ISO, both ends included. */
export interface Query {
  readonly words?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly outlet?: string | undefined;
  readonly speaker?: string | undefined;
  readonly side?: string | undefined;
  readonly place?: string | undefined;
  readonly country?: string | undefined;
  readonly harm?: string | undefined;
  readonly stance?: string | undefined;
  readonly status?: string | undefined;
  readonly atLeast?: number | undefined;
  /** Results with a lower number only: where the page before ended. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export const HARMS = harmSchema.options;
export type Bounds = Pick<Count, 'min' | 'max'>;

type FoundReport = Pick<ReportRow, 'seq' | 'id' | 'title' | 'published' | 'outlet' | 'url'> & {
  snippet: string;
};

export async function searchReports(engine: Engine, query: Query): Promise<FoundReport[]> {
  const { db } = engine;
  const { words, from, to, outlet, before, limit } = query;
  let found = db
    .selectFrom('report')
    .select(['seq', 'id', 'title', 'published', 'outlet', 'url', 'text'])
    .orderBy('seq', 'desc')
    .limit(limit);
  if (from !== undefined) found = found.where('published', '>=', from);
  if (to !== undefined) found = found.where('published', '<=', endOf(to));
  if (outlet !== undefined) found = found.where('outlet', '=', outlet);
  if (before !== undefined) found = found.where('seq', '<', before);
  const inSpan =
    from === undefined || to === undefined
      ? null
      : db
          .selectFrom('report')
          .select('seq')
          .where('published', '>=', from)
          .where('published', '<=', endOf(to));
  const rows = await withWords(engine, query, inSpan, (has) => (has ? found.where(has) : found).execute());
  return rows.map(({ text, ...row }) => ({ ...row, snippet: snippetOf(text, words ?? '') }));
}

export async function searchClaims(engine: Engine, query: Query): Promise<ClaimRow[]> {
  const { db } = engine;
  const { from, to, country, harm, stance, status, atLeast, before, limit } = query;
  const days = daysIn(query);
  let found = db
    .selectFrom('claim')
    .selectAll()
    .orderBy(days ? sql`+seq` : 'seq', 'desc')
    .orderBy('ref')
    .limit(limit);
  if (days) found = found.where(days);
  for (const name of ['speaker', 'side', 'place'] as const) {
    const wanted = query[name];
    if (wanted !== undefined) found = found.where(await named(db, name, wanted));
  }
  if (from !== undefined) found = found.where('day_end', '>=', from);
  if (to !== undefined) found = found.where('day_start', '<=', to);
  if (country !== undefined) found = found.where('country', '=', country);
  if (harm !== undefined) found = found.where('harm', '=', harm);
  if (stance !== undefined) found = found.where('stance', '=', stance);
  if (status !== undefined) found = found.where('status', '=', status);
  if (atLeast !== undefined) found = found.where('min', '>=', atLeast);
  if (before !== undefined) found = found.where('seq', '<', before);
  const page = async (asked: typeof found) => {
    const rows = await asked.execute();
    const last = rows.at(-1);
    if (!last || rows.length < limit) return rows;
    // a page ends with the last claim of a report, so that the next can begin at another
    const rest = asked.clearLimit().where('seq', '=', last.seq).where('ref', '>', last.ref);
    return [...rows, ...(await rest.execute())];
  };
  const { words, speaker, side, place } = query;
  const isNarrow = days !== null || [words, speaker, side, place].some((asked) => asked !== undefined);
  if (isNarrow || atLeast === undefined) {
    const inSpan = days && db.selectFrom('claim').select('seq').where(days);
    return withWords(engine, query, inSpan, (has) => page(has ? found.where(has) : found));
  }
  // many have a common figure, and the newest of them are near; a rare one is found by itself
  const rows = await page(found.where('seq', '>=', (before ?? (await nextNumber(db))) - NEAR));
  if (rows.length >= limit) return rows;
  const byFigure = harm === undefined ? found.where('harm', 'in', HARMS) : found;
  return page(byFigure.clearOrderBy().orderBy(sql`+seq`, 'desc').orderBy('ref'));
}

/** So many reports back from the end of a page are near. */
const NEAR = 2000;

/** A number that all reports are below. */
async function nextNumber(db: Database): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select((of) => of.fn.max('seq').as('last'))
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

type FoundIncident = Omit<IncidentRow, 'body'>;

/** So many claims at a place are looked at first, eight times as many where those do not fill the page, and so on. */
const SOME = 500;

export async function searchIncidents({ db }: Engine, query: Query): Promise<FoundIncident[]> {
  const { from, to, place, country, atLeast, before, limit } = query;
  const days = daysIn(query);
  let found = db
    .selectFrom('incident')
    .select([
      'id',
      'founded',
      'day_start',
      'day_end',
      'place',
      'country',
      'latitude',
      'longitude',
      'type',
      'killed_low',
      'killed_high',
      'injured_low',
      'injured_high',
      'reports',
      'accounts',
      'findings',
    ])
    .orderBy(days ? sql`+founded` : 'founded', 'desc')
    .orderBy('id')
    .limit(limit);
  if (days) found = found.where(days);
  if (from !== undefined) found = found.where('day_end', '>=', from);
  if (to !== undefined) found = found.where('day_start', '<=', to);
  if (country !== undefined) found = found.where('country', '=', country);
  if (atLeast !== undefined) found = found.where('killed_low', '>=', atLeast);
  if (before !== undefined) found = found.where('founded', '<', before);
  const page = async (asked: typeof found) => {
    const rows = await asked.execute();
    const last = rows.at(-1);
    if (!last || rows.length < limit) return rows;
    const rest = asked.clearLimit().where('founded', '=', last.founded).where('id', '>', last.id);
    return [...rows, ...(await rest.execute())];
  };
  if (place === undefined) return page(found);
  const there = await named(db, 'place', place);
  // no report of an incident is older than the one that founded it: of the newest the older claims tell nothing
  const since = (number: number) =>
    found
      .where('founded', '>=', number)
      .where((where) =>
        where.or([
          where('place', '=', place),
          where('id', 'in', (from) =>
            from
              .selectFrom('claim')
              .innerJoin('mention', 'mention.id', 'claim.mention')
              .select('mention.incident')
              .where('mention.incident', 'is not', null)
              .where('claim.seq', '>=', number)
              .where(there)
              .$castTo<{ incident: string }>(),
          ),
        ]),
      );
  if (days) return page(since(0));
  for (let claims = SOME; ; claims *= 8) {
    const from = db.selectFrom('claim').select('seq').where(there).orderBy('seq', 'desc');
    const { seq } = (await from.offset(claims).limit(1).executeTakeFirst()) ?? { seq: 0 };
    if (before !== undefined && seq >= before) continue;
    const rows = await page(since(seq));
    if (seq === 0 || rows.length >= limit) return rows;
  }
}

/**
 * For a few days, the same in a form that an index answers: what begins in them, and of the few that last for more than a day
 * what began before. Of many days there are so many that the newest are soon found without.
 */
function daysIn({ from, to }: Query): Expression<SqlBool> | null {
  if (from === undefined || to === undefined) return null;
  if (!(Date.parse(to) - Date.parse(from) <= FEW_DAYS_MS)) return null;
  return sql<boolean>`((day_start >= ${from} and day_start <= ${to})
    or (day_end > day_start and day_start < ${from} and day_end >= ${from}))`;
}

const FEW_DAYS_MS = 31 * 86_400_000;

/** The name itself where there is one; else all names that begin with it, else those that have its words. */
async function named(
  db: Database,
  field: 'speaker' | 'side' | 'place',
  name: string,
): Promise<Expression<SqlBool>> {
  const key = keyOf(name) ?? '';
  const column = sql.ref(`claim.${field}_key`);
  const isIt = sql<boolean>`${column} = ${key}`;
  const begins = sql<boolean>`${column} >= ${key} and ${column} < ${`${key}\u{10ffff}`}`;
  for (const condition of [isIt, begins]) {
    const { rows } = await sql`select 1 from claim where ${condition} limit 1`.execute(db);
    if (rows.length > 0) return condition;
  }
  // nothing helps an index with words inside: the last resort, and as slow as the claims are many
  return sql<boolean>`(' ' || ${column} || ' ') like ${`% ${key.replaceAll(/[%_]/g, ' ')} %`}`;
}

/** A day takes in the times of that day. */
function endOf(day: string): string {
  return day.length === 10 ? `${day}T99` : day;
}

const SNIPPET = 160;

/** A stretch of the text around the first of the words that it has; its beginning where it has none. */
function snippetOf(text: string, words: string): string {
  const wanted = words.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const places = wanted.map((word) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'iu')));
  const first = Math.min(...places.filter((at) => at >= 0), text.length);
  const start = first === text.length ? 0 : Math.max(0, text.lastIndexOf(' ', Math.max(0, first - 60)) + 1);
  const end = text.indexOf(' ', start + SNIPPET);
  const cut = text.slice(start, end < 0 || end > start + 2 * SNIPPET ? start + SNIPPET : end);
  return `${start > 0 ? '… ' : ''}${cut.replaceAll(/\s+/g, ' ').trim()}${start + cut.length < text.length ? ' …' : ''}`;
}
