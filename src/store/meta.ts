/** What a database notes of itself. */
import type { Write } from './engine.ts';

export async function setMeta(db: Write, key: string, value: string): Promise<void> {
  const row = { key, value };
  await db
    .insertInto('meta')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(row))
    .execute();
}
