/**
 * Finds reports by their words, claims by who says what of whom, and incidents by place, day and toll; the newest in the
 * record first, page by page. Every question is answered from an index: what it costs follows what is found.
 */
import { type Expression, type SqlBool, sql } from 'kysely';
import { type Count, harmSchema } from '../model/reading.ts';
import type { Database, Engine } from './engine.ts';
import { keyOf } from './rows.ts';
import type { ClaimRow, IncidentRow, ReportRow } from './schema.ts';

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

export async function searchReports({ db, hasWords }: Engine, query: Query): Promise<FoundReport[]> {
  const { words, from, to, outlet, before, limit } = query;
  let found = db
    .selectFrom('report')
    .select(['seq', 'id', 'title', 'published', 'outlet', 'url', 'text'])
    .orderBy('seq', 'desc')
    .limit(limit);
  if (words !== undefined) found = found.where(hasWords(words));
  if (from !== undefined) found = found.where('published', '>=', from);
  if (to !== undefined) found = found.where('published', '<=', endOf(to));
  if (outlet !== undefined) found = found.where('outlet', '=', outlet);
  if (before !== undefined) found = found.where('seq', '<', before);
  const rows = await found.execute();
  return rows.map(({ text, ...row }) => ({ ...row, snippet: snippetOf(text, words ?? '') }));
}

export async function searchClaims({ db, hasWords }: Engine, query: Query): Promise<ClaimRow[]> {
  const { words, from, to, country, harm, stance, status, atLeast, before, limit } = query;
  let found = db.selectFrom('claim').selectAll().orderBy('seq', 'desc').orderBy('ref').limit(limit);
  for (const name of ['speaker', 'side', 'place'] as const) {
    const wanted = query[name];
    if (wanted !== undefined) found = found.where(await named(db, name, wanted));
  }
  if (words !== undefined) found = found.where(hasWords(words));
  if (from !== undefined) found = found.where('day_end', '>=', from);
  if (to !== undefined) found = found.where('day_start', '<=', to);
  if (country !== undefined) found = found.where('country', '=', country);
  if (harm !== undefined) found = found.where('harm', '=', harm);
  if (stance !== undefined) found = found.where('stance', '=', stance);
  if (status !== undefined) found = found.where('status', '=', status);
  if (atLeast !== undefined) found = found.where('min', '>=', atLeast);
  if (before !== undefined) found = found.where('seq', '<', before);
  const rows = await found.execute();
  const last = rows.at(-1);
  if (!last || rows.length < limit) return rows;
  // a page ends with the last claim of a report, so that the next can begin at another
  const rest = found.clearLimit().where('seq', '=', last.seq).where('ref', '>', last.ref);
  return [...rows, ...(await rest.execute())];
}

type FoundIncident = Omit<IncidentRow, 'body'>;

export async function searchIncidents({ db }: Engine, query: Query): Promise<FoundIncident[]> {
  const { from, to, place, country, atLeast, before, limit } = query;
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
    .orderBy('founded', 'desc')
    .orderBy('id')
    .limit(limit);
  if (from !== undefined) found = found.where('day_end', '>=', from);
  if (to !== undefined) found = found.where('day_start', '<=', to);
  if (place !== undefined) found = found.where('place', '=', place);
  if (country !== undefined) found = found.where('country', '=', country);
  if (atLeast !== undefined) found = found.where('killed_low', '>=', atLeast);
  if (before !== undefined) found = found.where('founded', '<', before);
  const rows = await found.execute();
  const last = rows.at(-1);
  if (!last || rows.length < limit) return rows;
  const rest = found.clearLimit().where('founded', '=', last.founded).where('id', '>', last.id);
  return [...rows, ...(await rest.execute())];
}

/** The name itself where there is one; else all names that begin with it. */
async function named(
  db: Database,
  field: 'speaker' | 'side' | 'place',
  name: string,
): Promise<Expression<SqlBool>> {
  const key = keyOf(name) ?? '';
  const column = sql.ref(`${field}_key`);
  const { rows } = await sql`select 1 from claim where ${column} = ${key} limit 1`.execute(db);
  if (rows.length > 0) return sql<boolean>`${column} = ${key}`;
  return sql<boolean>`${column} >= ${key} and ${column} < ${`${key}\u{10ffff}`}`;
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
