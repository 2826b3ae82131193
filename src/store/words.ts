/**
 * Asks for what has certain words. What all have is had by so many that going through them takes longer than the page: where
 * few reports are of the days asked for, the words are looked up in those alone, else first in the newest that have them.
 */
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Engine, Stretch } from './engine.ts';
import type { Schema } from './schema.ts';

interface Asked {
  readonly words?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

type Numbers = SelectQueryBuilder<Schema, 'report' | 'claim', { seq: number }>;

/** What `ask` finds under the condition that reports have the words of a query; `inSpan`: the numbers of those of its days. */
export async function withWords<T>(
  engine: Engine,
  { words, before, limit }: Asked,
  inSpan: Numbers | null,
  ask: (has: Expression<SqlBool> | null) => Promise<T[]>,
): Promise<T[]> {
  if (words === undefined) return ask(null);
  const stretches = inSpan && (await stretchesOf(engine, inSpan, before));
  if (stretches) return stretches.length > 0 ? ask(engine.hasWords(words, stretches)) : [];
  const newest = await engine.newestWith(words, before, NEWEST);
  const rows = newest.length > 0 ? await ask(sql<boolean>`seq in (${sql.join(newest)})`) : [];
  return newest.length < NEWEST || rows.length >= limit ? rows : ask(engine.hasWords(words));
}

const NEWEST = 1000;

/**
 * Where in the record these numbers are, newest first; null where there are more than are worth looking at. Reports come
 * much as the days go, so that a month is a stretch or two; what came years late makes another.
 */
async function stretchesOf(
  { db }: Engine,
  numbers: Numbers,
  before: number | undefined,
): Promise<readonly Stretch[] | null> {
  const few = (before === undefined ? numbers : numbers.where('seq', '<', before)).limit(FEW + 1);
  const { rows } = await sql<Stretch & { count: number }>`
    select min(seq) as first, max(seq) as last, count(*) as count
    from (${few}) as few group by seq / 500 order by 1 desc`.execute(db);
  if (rows.reduce((sum, { count }) => sum + count, 0) > FEW) return null;
  const stretches: Stretch[] = [];
  for (const { first, last } of rows) {
    const newer = stretches.at(-1);
    const isNear = newer && newer.first - last < 500;
    if (newer && (isNear || stretches.length === MOST_STRETCHES)) {
      stretches[stretches.length - 1] = { first, last: newer.last };
    } else stretches.push({ first, last });
  }
  return stretches;
}

const FEW = 10_000;
const MOST_STRETCHES = 16;
