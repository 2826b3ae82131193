/** A record on a PostgreSQL server; loaded only where one is asked for. */
import { resolve } from 'node:path';
import pg from 'pg';
import type { Engine } from './engine.ts';
import type { Journal } from './journal.ts';
import { TableJournal } from './journal-table.ts';
import { openPostgres } from './postgres.ts';

/** Where the evidence of a server's record lies when nobody says: beside where Recount is run. */
const EVIDENCE = 'evidence';

export async function openServer(
  url: string,
  evidence: string | undefined,
): Promise<{ evidence: string; journal: Journal; engine: Engine }> {
  const { engine, pool } = openPostgres(url);
  try {
    return { evidence: resolve(evidence ?? EVIDENCE), journal: await TableJournal.open(pool), engine };
  } catch (cause) {
    await engine.close();
    throw cause;
  }
}

/** Whether a server holds a record. Throws what the server says, where it cannot be reached. */
export async function hasRecord(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`select to_regclass('journal') as journal`);
    return rows[0].journal !== null;
  } finally {
    await client.end();
  }
}
