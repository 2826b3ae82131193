/**
 * Relates each report to those before it whose text it shares, in the order in which they were recorded, so that it comes
 * out the same however many are written at once.
 */

import type { Write } from './engine.ts';
import { setMeta, watermark } from './meta.ts';
import { inChunks, insertAll } from './queries.ts';
import { textOf } from './rows.ts';
import type { KeptText, Rules } from './rules.ts';
import type { ReportRow } from './schema.ts';

/** So many reports are kept under one key, the first ones: a site's frame must not cost more the longer it is used. */
const MAX_REPORTS_A_KEY = 64;
const BATCH = 100;

/** Relates all reports that were not yet. Gives the reports that are now known to carry another's text. */
export async function putCopies(db: Write, rules: Rules): Promise<Set<string>> {
  const carriers = new Set<string>();
  let done = await watermark(db, 'copies');
  for (;;) {
    const rows = await db
      .selectFrom('report')
      .innerJoin('reading', 'reading.report', 'report.id')
      .selectAll('report')
      .select('reading.reader')
      .where('seq', '>', done)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return carriers;
    for (const row of rows.filter(({ reader }) => rules.isText(reader))) {
      for (const id of await relate(db, rules, row)) carriers.add(id);
    }
    done = rows.at(-1)!.seq;
    await setMeta(db, 'copies', String(done));
  }
}

async function relate(db: Write, rules: Rules, row: ReportRow): Promise<string[]> {
  const report = textOf(row);
  const keys = rules.keysOf(report);
  const found = await reportsUnder(db, keys);
  const versions = row.page === null ? [] : await versionsOf(db, row.page, row.seq);
  const candidates = [...new Set([...versions, ...rules.rankCandidates([...found.values()], keys.length)])];
  const carriers: string[] = [];
  for (const earlier of await textsOf(db, candidates)) {
    const relation = rules.copyBetween(earlier, report);
    if (!relation || relation.report === relation.source) continue;
    const { report: carrier, source, kind, share, passages } = relation;
    await insertAll(db, 'copy', [
      { report: carrier, source, kind, share, passages: JSON.stringify(passages) },
    ]);
    carriers.push(carrier);
  }
  const open = keys.filter((key) => (found.get(key)?.length ?? 0) < MAX_REPORTS_A_KEY);
  await insertAll(
    db,
    'text_key',
    open.map((key) => ({ key, seq: row.seq })),
  );
  return carriers;
}

/** The reports under each key, the first ones first. */
async function reportsUnder(db: Write, keys: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await inChunks(keys, (some) =>
    db.selectFrom('text_key').selectAll().where('key', 'in', some).orderBy('key').orderBy('seq').execute(),
  );
  const found = new Map<number, number[]>();
  for (const { key, seq } of rows) {
    const list = found.get(key);
    if (list) list.push(seq);
    else found.set(key, [seq]);
  }
  return found;
}

/** Earlier texts of the same page, the last ones. */
async function versionsOf(db: Write, page: string, before: number): Promise<number[]> {
  const rows = await db
    .selectFrom('report')
    .select('seq')
    .where('page', '=', page)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(2)
    .execute();
  return rows.map(({ seq }) => seq);
}

async function textsOf(db: Write, seqs: readonly number[]): Promise<KeptText[]> {
  const rows = await inChunks(seqs, (some) =>
    db.selectFrom('report').selectAll().where('seq', 'in', some).orderBy('seq').execute(),
  );
  return rows.map(textOf);
}

/** Before a report leaves. Where one of its keys was full another report may take its place: all are related anew. */
export async function dropKeys(db: Write, rules: Rules, row: ReportRow): Promise<void> {
  const keys = rules.keysOf(textOf(row));
  const found = await reportsUnder(db, keys);
  await inChunks(keys, (some) =>
    db.deleteFrom('text_key').where('key', 'in', some).where('seq', '=', row.seq).execute(),
  );
  if (![...found.values()].some((reports) => reports.length >= MAX_REPORTS_A_KEY)) return;
  await db.deleteFrom('text_key').execute();
  await db.deleteFrom('copy').execute();
  await setMeta(db, 'copies', '0');
}
