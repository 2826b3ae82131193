/**
 * All that a record holds and prints, as lines in one order, without the moments at which things were entered: two records
 * that were made of the same files and decisions, however and whenever, print the same.
 */
import { POLICIES } from '../../src/accounts/index.ts';
import type { Operation } from '../../src/operations/operation.ts';
import { listJudgements, search, showIncident } from '../../src/operations/records.ts';
import { rowsOf } from '../../src/store/pages.ts';
import type { RecordStore } from '../../src/store/record.ts';
import { TABLES } from '../../src/store/schema.ts';
import { contextFor, openRecord, type Place } from './stores.ts';

export async function printedOf(place: Place): Promise<string> {
  const context = contextFor();
  const record = await openRecord(place, context);
  const ask = async <I, O>(operation: Operation<I, O>, input: I): Promise<O[]> => {
    const outcomes = await Array.fromAsync(operation.run(input, { ...context, record }));
    return outcomes.map((outcome) => {
      if (!outcome.ok) throw new Error(outcome.error.message);
      return outcome.value;
    });
  };
  try {
    const lines: string[] = [];
    const moments = new Set<string>();
    for await (const { prev, hash, at, ...entry } of record.journal.raw()) {
      moments.add(at);
      lines.push(`journal ${JSON.stringify(entry)}`);
    }
    for (const sha256 of (await Array.fromAsync(record.evidence.all())).sort())
      lines.push(`evidence ${sha256}`);
    await putTables(record, lines);
    for (const find of ['reports', 'claims', 'incidents'] as const) {
      for (let before: number | undefined; ; ) {
        const found = await ask(search, { find, limit: 1000, before });
        for (const each of found) lines.push(`search ${JSON.stringify(each)}`);
        if (found.length === 0) break;
        before = found.at(-1)!.number;
      }
    }
    for (const value of await ask(listJudgements, {})) lines.push(`judgements ${JSON.stringify(value)}`);
    const incidents = await record.db.selectFrom('incident').select('id').orderBy('id').execute();
    for (const { id } of incidents) {
      for (const { name: policy } of POLICIES) {
        const [shown] = await ask(showIncident, { incident: id, policy });
        lines.push(`show ${policy} ${JSON.stringify(shown)}`);
      }
    }
    const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
    return lines.join('\n').replaceAll(moment, (found) => (moments.has(found) ? '(entered)' : found));
  } finally {
    await record.close();
  }
}

async function putTables({ db }: RecordStore, lines: string[]): Promise<void> {
  for (const table of TABLES) {
    // how far the tables have come: the journal's hashes, which hold its moments
    if (table === 'meta') continue;
    for await (const rows of rowsOf(db, table))
      for (const row of rows) lines.push(`${table} ${JSON.stringify(row)}`);
  }
}
