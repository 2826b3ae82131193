/** Goes through a table by its key, some rows at a time, in the same order on every database. */
import { sql } from 'kysely';
import type { Database, Write } from './engine.ts';
import type { Schema, TABLES } from './schema.ts';

export type TableName = (typeof TABLES)[number];
export type Row = Readonly<Record<string, string | number | null>>;

export const KEYS: Readonly<Record<TableName, readonly string[]>> = {
  meta: ['key'],
  setting: ['key'],
  file: ['evidence', 'options'],
  person: ['id'],
  report: ['seq'],
  capture: ['seq'],
  reading: ['report'],
  incident: ['id'],
  mention: ['id'],
  block: ['key', 'seq', 'place_in_report'],
  comparison: ['a', 'b'],
  claim: ['ref'],
  account: ['incident', 'id'],
  copy: ['report', 'source'],
  text_key: ['key', 'seq'],
  judgement: ['id'],
  judgement_on: ['judgement', 'on'],
} satisfies Record<keyof Schema, readonly string[]>;

const ROWS = 500;

/** All rows of a table by its key, or by other columns that name each row once. */
export async function* rowsOf(
  db: Database | Write,
  table: TableName,
  keys: readonly string[] = KEYS[table],
): AsyncGenerator<Row[]> {
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let after: Row | undefined;
  for (;;) {
    const last: Row | undefined = after;
    const values = last && sql.join(keys.map((key) => sql.val(last[key])));
    const from = values ? sql`where (${columns}) > (${values})` : sql``;
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} ${from} order by ${columns} limit ${ROWS}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS) return;
    after = rows.at(-1)!;
  }
}
