/**
 * The journal as a table that only grows: the server itself refuses to change or delete a line. Its text is the line as a
 * file would hold it, so that both forms of a record have the same chain.
 */
import type pg from 'pg';
import {
  BEGINNING,
  chain,
  type Details,
  type Draft,
  type Entry,
  faultOf,
  joined,
  type ReadEntry,
} from './entry.ts';
import { BrokenJournal, type Checkpoint, type Journal } from './journal.ts';

const START: Checkpoint = { ...BEGINNING, start: 0, end: 0 };
const ROWS_AT_ONCE = 1000;

const TABLES = `
  create table if not exists journal (seq bigint primary key, line text not null);
  create table if not exists details (seq bigint primary key, line text not null);
  create or replace function journal_only_grows() returns trigger language plpgsql as
    $$ begin raise exception 'The journal of a record only grows.'; end $$;
  create or replace trigger journal_only_grows before update or delete or truncate on journal
    for each statement execute function journal_only_grows();`;

export class TableJournal implements Journal {
  readonly #pool: pg.Pool;
  #head: Checkpoint = START;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  static async open(pool: pg.Pool): Promise<TableJournal> {
    const { rows } = await pool.query(`select to_regclass('journal') as journal`);
    if (rows[0].journal === null) await pool.query(TABLES);
    return new TableJournal(pool);
  }

  get head(): Checkpoint {
    return this.#head;
  }

  async refresh(from: Checkpoint = this.#head): Promise<boolean> {
    if (from.seq > 0) {
      const [found] = await this.#entries('where seq = $1', [from.seq]);
      if (found?.hash !== from.hash) return false;
    }
    const [last] = await this.#entries('order by seq desc limit 1', []);
    this.#head = last ? { seq: last.seq, hash: last.hash, start: 0, end: 0 } : START;
    return true;
  }

  async isAt({ seq, hash }: Checkpoint): Promise<boolean> {
    await this.refresh(START);
    return this.#head.seq === seq && this.#head.hash === hash;
  }

  async append(drafts: readonly Draft[]): Promise<ReadEntry[]> {
    const { entries, details } = chain(drafts, this.#head);
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      await insert(client, 'details', details);
      await insert(client, 'journal', entries);
      await client.query('commit');
    } catch (cause) {
      await client.query('rollback').catch(() => {});
      throw cause;
    } finally {
      client.release();
    }
    const last = entries.at(-1);
    if (last) this.#head = { seq: last.seq, hash: last.hash, start: 0, end: 0 };
    const beside = new Map(details.map((each) => [each.seq, each]));
    return entries.map((entry) => joined(entry, beside.get(entry.seq)));
  }

  async *read(after: Checkpoint = START): AsyncGenerator<ReadEntry> {
    const beside = new Map<number, Details>();
    for await (const each of this.allDetails()) if (each.seq > after.seq) beside.set(each.seq, each);
    let head: { seq: number; hash: string } = after;
    for await (const entry of this.#rows<Entry>('journal', after.seq)) {
      const fault = faultOf(entry, head);
      if (fault) throw new BrokenJournal(`In the table journal, ${fault}.`);
      head = entry;
      yield joined(entry, beside.get(entry.seq));
    }
  }

  raw(): AsyncIterable<Entry> {
    return this.#rows<Entry>('journal', 0);
  }

  allDetails(): AsyncIterable<Details> {
    return this.#rows<Details>('details', 0);
  }

  async fill(entries: AsyncIterable<Entry>, details: AsyncIterable<Details>): Promise<void> {
    const [last] = await this.#entries('limit 1', []);
    if (last) throw new BrokenJournal('The journal to be filled is not empty.');
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      for await (const rows of batches(details)) await insert(client, 'details', rows);
      for await (const rows of batches(entries)) await insert(client, 'journal', rows);
      await client.query('commit');
    } catch (cause) {
      await client.query('rollback').catch(() => {});
      throw cause;
    } finally {
      client.release();
    }
    await this.refresh(START);
  }

  async destroyDetails(seqs: ReadonlySet<number>): Promise<void> {
    await this.#pool.query('delete from details where seq = any($1)', [[...seqs]]);
  }

  async close(): Promise<void> {}

  async #entries(where: string, values: readonly unknown[]): Promise<Entry[]> {
    const { rows } = await this.#pool.query(`select line from journal ${where}`, [...values]);
    return rows.map(({ line }) => JSON.parse(line) as Entry);
  }

  async *#rows<T extends { seq: number }>(table: 'journal' | 'details', after: number): AsyncGenerator<T> {
    for (let seq = after; ; ) {
      const { rows } = await this.#pool.query(
        `select seq, line from ${table} where seq > $1 order by seq limit ${ROWS_AT_ONCE}`,
        [seq],
      );
      for (const { line } of rows) yield JSON.parse(line) as T;
      if (rows.length < ROWS_AT_ONCE) return;
      seq = Number(rows.at(-1)!.seq);
    }
  }
}

async function insert(
  client: pg.PoolClient,
  table: 'journal' | 'details',
  rows: readonly { readonly seq: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const seqs = rows.map(({ seq }) => seq);
  const lines = rows.map((row) => JSON.stringify(row));
  await client.query(`insert into ${table} (seq, line) select * from unnest($1::bigint[], $2::text[])`, [
    seqs,
    lines,
  ]);
}

async function* batches<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const each of all) {
    batch.push(each);
    if (batch.length === ROWS_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
