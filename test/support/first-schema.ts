/** Makes a record's database one of the first schema, filled, as a version of Recount of that time would have left it. */
import { Applier } from '../../src/store/apply.ts';
import { setMeta } from '../../src/store/meta.ts';
import { migrate } from '../../src/store/migrations.ts';
import type { RecordStore } from '../../src/store/record.ts';
import { TABLES } from '../../src/store/schema.ts';

export async function putFirstSchema({ engine, evidence, journal, world }: RecordStore): Promise<void> {
  const unlock = await engine.lock(60_000);
  try {
    await engine.writer.transaction().execute(async (db) => {
      for (const table of ['words', ...TABLES.toReversed()])
        await db.schema.dropTable(table).ifExists().execute();
    });
    await migrate(engine.writer, engine, 1);
    await journal.refresh();
    // the columns have the names that they had then
    const entries = await Array.fromAsync(journal.read());
    await new Applier(engine, evidence, world).apply(entries, journal.head);
    await engine.writer.transaction().execute((db) => setMeta(db, 'rules', 'of that time'));
  } finally {
    await unlock();
  }
}
