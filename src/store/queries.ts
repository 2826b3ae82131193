/** Queries with many values: databases bind so many at once and no more. */
import type { Insertable } from 'kysely';
import type { Write } from './engine.ts';
import type { Schema } from './schema.ts';

/** SQLite binds 32,766 values in a statement, PostgreSQL 65,535. */
const MAX_BOUND = 30_000;
const CHUNK = 500;

/** Runs a query for some values at a time and joins what comes. */
export async function inChunks<T, R>(
  values: readonly T[],
  query: (some: T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const all: R[] = [];
  for (let i = 0; i < values.length; i += CHUNK) all.push(...(await query(values.slice(i, i + CHUNK))));
  return all;
}

/** Inserts rows; those that are there already stay as they are. */
export async function insertAll<T extends keyof Schema>(
  db: Write,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length || 1;
  const atOnce = Math.min(CHUNK, Math.floor(MAX_BOUND / columns));
  for (let i = 0; i < rows.length; i += atOnce) {
    await db
      .insertInto(table)
      .values(rows.slice(i, i + atOnce) as never)
      .onConflict((on) => on.doNothing())
      .execute();
  }
}
