/**
 * A record as it grows: what adding one report, an incident's page and a search take at each size, how large the database
 * is, and what recomputing everything takes. `node bench/record.ts [--reports 200000] [--postgres URL]`; incidents are a
 * fifth of the reports, claims five times. Bulk loading goes through the same journal and tables, in larger batches.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { processContext } from '../src/operations/index.ts';
import { worldOf } from '../src/operations/record.ts';
import type { CapturePayload } from '../src/store/apply.ts';
import type { Draft, JsonObject } from '../src/store/entry.ts';
import { RecordStore, whereOf } from '../src/store/record.ts';
import { contentOf } from '../src/store/rows.ts';
import { searchClaims, searchIncidents, searchReports } from '../src/store/search.ts';
import { randomAt, syntheticReport } from './synthetic-reports.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20000' },
    postgres: { type: 'string' },
    batch: { type: 'string', default: '500' },
  },
});
const reports = Number(values.reports);
const shape = { reports, incidents: reports / 5 };
const folder = mkdtempSync(join(tmpdir(), 'recount-bench-'));
const where = values.postgres ? whereOf(values.postgres, join(folder, 'evidence')) : whereOf(folder);
const record = await RecordStore.create(where, worldOf({ ...processContext(), tell: console.error }));

function draftOf(n: number): { draft: Draft; taken: ReturnType<typeof syntheticReport> } {
  const taken = syntheticReport(n, shape);
  const payload: CapturePayload = {
    report: taken.report.id,
    content: contentOf(taken.report),
    evidence: '0'.repeat(64),
    inside: taken.inside,
    options: { name: 'synthetic' },
    from: `synthetic:${n}`,
    tool: 'bench',
  };
  const at = new Date(Date.UTC(2031, 0, 1) + n * 1000).toISOString();
  return { draft: { kind: 'capture', at, by: 'bench', payload: payload as unknown as JsonObject }, taken };
}

async function add(from: number, to: number): Promise<void> {
  const made = Array.from({ length: to - from }, (_, i) => draftOf(from + i));
  await record.write((writing) =>
    writing.append(
      made.map(({ draft }) => draft),
      made.map(({ taken }) => taken),
    ),
  );
}

async function times(count: number, run: (i: number) => Promise<unknown>): Promise<string> {
  const ms: number[] = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    await run(i);
    ms.push(performance.now() - started);
  }
  ms.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpu);
  const at = (share: number) => ms[Math.floor(share * (ms.length - 1))]!.toFixed(1).padStart(7);
  return `${at(0.5)} ${at(0.95)} ${((user + system) / 1000 / count).toFixed(1).padStart(6)}`;
}

/** All that a page of an incident shows: the record, its reports, their claims, what was decided. */
async function page(i: number): Promise<void> {
  const { db } = record;
  const offset = Math.floor(randomAt(i, 7) * 1e9);
  const [row] = await db
    .selectFrom('incident')
    .selectAll()
    .where('founded', '>=', offset % done)
    .orderBy('founded')
    .limit(1)
    .execute();
  if (!row) return;
  const mentions = await db
    .selectFrom('mention')
    .select(['id', 'report'])
    .where('incident', '=', row.id)
    .execute();
  const ids = [...new Set(mentions.map(({ report }) => report))];
  await db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .selectAll()
    .where('report.id', 'in', ids)
    .execute();
  await db.selectFrom('claim').selectAll().where('report', 'in', ids).execute();
  await db
    .selectFrom('judgement_on')
    .selectAll()
    .where('on', 'in', [...ids, ...mentions.map(({ id }) => id)])
    .execute();
  JSON.parse(row.body);
}

const QUESTIONS: readonly ((i: number) => Promise<unknown>)[] = [
  (i) => searchReports(record.engine, { words: sample(i).report.text.split(' ')[7]!, limit: 20 }),
  (i) =>
    searchReports(record.engine, {
      words: `people "${sample(i).report.text.split(' the ')[1]!.split(' on ')[0]}"`,
      limit: 20,
    }),
  (i) =>
    searchClaims(record.engine, {
      speaker: sample(i).reading.attributions[0]!.speaker,
      harm: 'killed',
      limit: 20,
    }),
  (i) =>
    searchClaims(record.engine, { place: sample(i).reading.events[0]!.place!.name, atLeast: 3, limit: 20 }),
  (i) =>
    searchIncidents(record.engine, {
      from: sample(i).reading.events[0]!.date!.start!,
      to: sample(i).reading.events[0]!.date!.start!,
      limit: 20,
    }),
];
const sample = (i: number) => syntheticReport(Math.floor(randomAt(i, 8) * done), shape);

async function megabytes(): Promise<string> {
  if (!values.postgres) {
    await sql`pragma wal_checkpoint(truncate)`.execute(record.engine.writer);
    return (statSync(join(folder, 'record.sqlite')).size / 2 ** 20).toFixed(0);
  }
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
    record.db,
  );
  return (rows[0]!.size / 2 ** 20).toFixed(0);
}

let done = 0;
console.log('ms: p50, p95, and what the processor took of one, which a busy machine leaves alone');
console.log(
  'reports incidents   add one                page                  search                bulk/s     MB',
);
try {
  const steps = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1].map((share) => Math.round(reports * share));
  for (const step of steps) {
    const started = performance.now();
    const first = done;
    while (done < step - 100) {
      const to = Math.min(step - 100, done + Number(values.batch));
      await add(done, to);
      done = to;
    }
    const rate = ((done - first) * 1000) / (performance.now() - started);
    await record.engine.analyze();
    const adding = await times(100, () => add(done, ++done));
    const paging = await times(200, page);
    const searching = await times(200, (i) => QUESTIONS[i % QUESTIONS.length]!(i));
    const { count } = await record.db
      .selectFrom('incident')
      .select((of) => of.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    console.log(
      `${String(done).padStart(7)} ${String(count).padStart(9)} ${adding} ${paging} ${searching} ${rate.toFixed(0).padStart(8)} ${(await megabytes()).padStart(6)}`,
    );
  }
  const started = performance.now();
  await record.applier().deriveAll();
  console.log(`recomputing everything: ${((performance.now() - started) / 1000).toFixed(0)} s`);
} finally {
  await record.close();
  rmSync(folder, { recursive: true });
}
