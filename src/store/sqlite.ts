/**
 * A record's database as one file, by node:sqlite: write-ahead log, every commit on the disk. Writers of all processes
 * wait for each other at a lock of the system's own, which falls with the process that holds it, however it dies.
 */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { type Database, type Engine, parseWords, RecordBusy } from './engine.ts';
import type { Schema } from './schema.ts';

const MAX_STATEMENTS = 500;
const LOCK_POLL_MS = 15;

export function openSqlite(folder: string): Engine {
  const path = join(folder, 'record.sqlite');
  const writing = new DatabaseSync(path, { timeout: 10_000 });
  writing.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -65536',
  );
  const writer = kyselyOver(writing);
  let reader: Database | undefined;
  return {
    name: 'sqlite',
    text: 'text',
    withoutRowid: 'without rowid',
    writer,
    get db() {
      // opened late: migrations would invalidate what it has seen of the schema
      if (!reader) {
        const reading = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
        reading.exec('pragma cache_size = -65536');
        reader = kyselyOver(reading);
      }
      return reader;
    },
    async tables() {
      const { rows } = await sql<{
        name: string;
      }>`select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~' and name not like 'words~_%' escape '~'`.execute(
        writer,
      );
      return rows.map(({ name }) => name);
    },
    async createWords(db) {
      await sql`create virtual table words using fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2')`.execute(
        db,
      );
    },
    async putWords(db, reports) {
      for (const { seq, title, text } of reports) {
        await sql`insert into words (rowid, title, text) values (${seq}, ${title ?? ''}, ${text})`.execute(
          db,
        );
      }
    },
    async dropWords(db, seqs) {
      for (const seq of seqs) await sql`delete from words where rowid = ${seq}`.execute(db);
    },
    hasWords(query, stretches) {
      const having = sql`select rowid from words where words match ${matchOf(query)}`;
      // each its own question: the full text skips to a stretch, and not to the one or the other
      const asked = stretches?.map(
        ({ first, last }) => sql`${having} and rowid >= ${first} and rowid <= ${last}`,
      );
      return sql<boolean>`seq in (${asked ? sql.join(asked, sql` union all `) : having})`;
    },
    async newestWith(query, before, limit) {
      const bound = before === undefined ? sql`` : sql`and rowid < ${before}`;
      const { rows } = await sql<{
        seq: number;
      }>`select rowid as seq from words where words match ${matchOf(query)} ${bound} order by rowid desc limit ${limit}`.execute(
        this.db,
      );
      return rows.map(({ seq }) => seq);
    },
    lock: (timeoutMs) => lockFolder(folder, timeoutMs),
    async analyze() {
      writing.exec('analyze');
    },
    async faults() {
      const broken = writing
        .prepare('pragma quick_check')
        .all()
        .map((row) => String(row.quick_check));
      const orphans = writing.prepare('pragma foreign_key_check').all();
      return [
        ...broken.filter((line) => line !== 'ok'),
        ...orphans.map((row) => `A row of ${row.table} refers to a row of ${row.parent} that is not there.`),
      ];
    },
    async close() {
      await reader?.destroy();
      await writer.destroy();
    },
  };
}

function kyselyOver(database: DatabaseSync): Kysely<Schema> {
  const statements = new Map<string, StatementSync>();
  const prepared = (text: string): StatementSync => {
    const known = statements.get(text);
    if (known) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close: () => {
          statements.clear();
          database.close();
        },
        prepare: (text) => {
          const statement = prepared(text);
          const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...bind(parameters)),
            run: (parameters) => statement.run(...bind(parameters)),
            // a statement that is being stepped through must not be run by somebody else meanwhile
            iterate: (parameters) =>
              database.prepare(text).iterate(...bind(parameters)) as IterableIterator<unknown>,
          };
        },
      },
    }),
  });
}

/** FTS5's own syntax for a query; a query without words matches nothing. */
function matchOf(query: string): string {
  const { all, none } = parseWords(query);
  const quoted = (term: string) => `"${term}"`;
  if (all.length === 0) return '""';
  const wanted = all.map((choice) => `(${choice.map(quoted).join(' OR ')})`).join(' AND ');
  return none.reduce((match, term) => `(${match}) NOT ${quoted(term)}`, wanted);
}

/** An exclusive lock on a file that holds nothing. SQLite takes it as the system does, on every system that it runs on. */
async function lockFolder(folder: string, timeoutMs: number): Promise<() => Promise<void>> {
  const lock = new DatabaseSync(join(folder, 'lock'));
  const untilMs = performance.now() + timeoutMs;
  for (;;) {
    try {
      lock.exec('begin exclusive');
      return async () => lock.close();
    } catch (cause) {
      if (!/locked|busy/i.test((cause as Error).message) || performance.now() > untilMs) {
        lock.close();
        if (!/locked|busy/i.test((cause as Error).message)) throw cause;
        throw new RecordBusy(
          `Another process has been writing to ${folder} for more than ${Math.round(timeoutMs / 1000)} seconds.`,
          { cause },
        );
      }
      await wait(LOCK_POLL_MS * (1 + Math.random()));
    }
  }
}
