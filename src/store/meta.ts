/** What a database notes of itself. */
import type { Database, Write } from './engine.ts';

export async function setMeta(db: Write, key: string, value: string): Promise<void> {
  const row = { key, value };
  await db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(row))
    .execute();
}

/** The number of the last report that something was done for; 0 at the beginning. */
export async function watermark(db: Write | Database, key: 'copies' | 'compared'): Promise<number> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return Number(row?.value ?? 0);
}
