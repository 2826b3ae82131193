/**
 * A record's database on a PostgreSQL server (15 or later), for a team. Writers of all machines wait for each other at an
 * advisory lock, which falls with the connection that holds it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { type Engine, parseWords, RecordBusy } from './engine.ts';
import type { Schema } from './schema.ts';

const LOCK_POLL_MS = 25;
/** A tsvector holds a megabyte of words; what a longer text says after this is not found by its words. */
const MAX_INDEXED_LENGTH = 400_000;

export function openPostgres(url: string): { engine: Engine; pool: pg.Pool } {
  // int8 and numeric come as text by default, since they may be longer than a number; ours are not
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC
        ? Number
        : pg.types.getTypeParser(oid, format as 'text'),
  };
  const pool = new pg.Pool({ connectionString: url, max: 8, types });
  // an idle connection that the server closes is opened again when it is needed
  pool.on('error', () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const engine: Engine = {
    name: 'postgres',
    text: 'text collate "C"',
    withoutRowid: '',
    db,
    writer: db,
    async tables() {
      const { rows } = await sql<{
        name: string;
      }>`select tablename as name from pg_tables where schemaname = current_schema() and tablename not in ('journal', 'details')`.execute(
        db,
      );
      return rows.map(({ name }) => name);
    },
    async createWords(write) {
      await sql`create table words (seq bigint primary key, words tsvector not null)`.execute(write);
      await sql`create index words_words on words using gin (words)`.execute(write);
    },
    async putWords(write, reports) {
      for (const { seq, title, text } of reports) {
        const words = `${title ?? ''}\n${text}`.slice(0, MAX_INDEXED_LENGTH);
        await sql`insert into words (seq, words) values (${seq}, to_tsvector('english', ${words})) on conflict (seq) do nothing`.execute(
          write,
        );
      }
    },
    async dropWords(write, seqs) {
      if (seqs.length > 0) await sql`delete from words where seq = any(${seqs})`.execute(write);
    },
    hasWords(query, stretches) {
      const having = sql`select seq from words where words @@ ${matchOf(query)}`;
      const asked = stretches?.map(
        ({ first, last }) => sql`${having} and seq >= ${first} and seq <= ${last}`,
      );
      return sql<boolean>`seq in (${asked ? sql.join(asked, sql` union all `) : having})`;
    },
    async newestWith(query, before, limit) {
      const bound = before === undefined ? sql`` : sql`and seq < ${before}`;
      const { rows } = await sql<{
        seq: number;
      }>`select seq from words where words @@ ${matchOf(query)} ${bound} order by seq desc limit ${limit}`.execute(
        db,
      );
      return rows.map(({ seq }) => seq);
    },
    lock: (timeoutMs) => lockServer(pool, timeoutMs),
    async analyze() {
      await sql`analyze`.execute(db);
    },
    // the server holds its foreign keys at every commit
    faults: async () => [],
    close: () => db.destroy(),
  };
  return { engine, pool };
}

function matchOf(query: string): RawBuilder<unknown> {
  const { all, none } = parseWords(query);
  const phrase = (term: string) => sql`phraseto_tsquery('english', ${term})`;
  if (all.length === 0) return sql`''::tsquery`;
  const wanted = all.map((choice) => sql`(${sql.join(choice.map(phrase), sql` || `)})`);
  const unwanted = none.map((term) => sql`!!${phrase(term)}`);
  return sql`(${sql.join([...wanted, ...unwanted], sql` && `)})`;
}

async function lockServer(pool: pg.Pool, timeoutMs: number): Promise<() => Promise<void>> {
  const client = await pool.connect();
  const untilMs = performance.now() + timeoutMs;
  // one record a schema: its name makes the lock's
  const key = `hashtextextended('recount:' || current_schema(), 0)`;
  try {
    for (;;) {
      const { rows } = await client.query(`select pg_try_advisory_lock(${key}) as got`);
      if (rows[0].got) break;
      if (performance.now() > untilMs) {
        throw new RecordBusy(
          `Another process has been writing to the record for more than ${Math.round(timeoutMs / 1000)} seconds.`,
        );
      }
      await wait(LOCK_POLL_MS * (1 + Math.random()));
    }
  } catch (cause) {
    client.release();
    throw cause;
  }
  return async () => {
    try {
      await client.query(`select pg_advisory_unlock(${key})`);
      client.release();
    } catch (cause) {
      // a connection that is gone holds no lock
      client.release(cause as Error);
    }
  };
}
