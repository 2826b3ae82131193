/** Copies a record to where there is none: bytes, journal, and the database row by row, whatever holds either. */
import { createReadStream } from 'node:fs';
import type { Insertable } from 'kysely';
import type { Database, Write } from './engine.ts';
import { setMeta, watermark } from './meta.ts';
import { type Row, rowsOf, type TableName } from './pages.ts';
import { insertAll } from './queries.ts';
import { type RecordStore, RecordStore as Store, type Where } from './record.ts';
import type { World } from './rules.ts';
import { type ReportRow, type Schema, TABLES } from './schema.ts';

/** Copies the rows of a table. Those that it refers to must be there. */
export async function copyTable(from: Database, to: Database | Write, table: TableName): Promise<void> {
  for await (const rows of rowsOf(from, table)) {
    await insertAll(to as Write, table, rows as unknown as Insertable<Schema[TableName]>[]);
  }
}

/**
 * Copies a record. Nobody writes to it meanwhile; it stays as it is. Throws NoRecord where there is a record at `where`
 * already. One that was interrupted after the journal was filled is whole: its database is made anew when it is opened.
 */
export async function copyRecord(from: RecordStore, where: Where, world: World): Promise<RecordStore> {
  const to = await Store.create(where, world);
  try {
    await from.write(async ({ db }) => {
      await copyEvidence(from, to);
      await to.journal.fill(from.journal.raw(), from.journal.allDetails());
      await to.engine.writer.transaction().execute(async (into) => {
        for (const table of TABLES) if (table !== 'meta') await copyTable(db, into, table);
        await copyWords(db, to, into);
        for (const key of ['copies', 'compared'] as const) {
          await setMeta(into, key, String(await watermark(db, key)));
        }
        await setMeta(into, 'checkpoint', JSON.stringify(to.journal.head));
        await setMeta(into, 'rules', from.world.rules.version);
      });
    });
    return to;
  } catch (cause) {
    await to.close();
    throw cause;
  }
}

/** Bytes that are not there yet. */
export async function copyEvidence(from: RecordStore, to: RecordStore): Promise<number> {
  let copied = 0;
  for await (const sha256 of from.evidence.all()) {
    if (to.evidence.has(sha256)) continue;
    const incoming = await to.evidence.receive(createReadStream(from.evidence.pathOf(sha256)));
    await incoming.keep();
    copied++;
  }
  return copied;
}

async function copyWords(db: Database, to: RecordStore, into: Write): Promise<void> {
  for await (const rows of rowsOf(db, 'report')) {
    await to.engine.putWords(into, rows as unknown as (Row & ReportRow)[]);
  }
}
