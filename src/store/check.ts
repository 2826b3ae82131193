/**
 * Proves a record: its bytes by their hashes, its journal by its chain, its database by making it anew beside it and
 * comparing the two row by row. What is wrong is named; nothing is mended.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Applier, type CapturePayload, type FilePayload } from './apply.ts';
import { copyTable } from './copy-record.ts';
import type { Engine } from './engine.ts';
import { BEGINNING, type Details, faultOf, type Head, joined, type ReadEntry } from './entry.ts';
import { BrokenJournal } from './journal.ts';
import { migrate } from './migrations.ts';
import { KEYS, type Row, rowsOf, type TableName } from './pages.ts';
import type { RecordStore } from './record.ts';
import { TABLES } from './schema.ts';
import { openSqlite } from './sqlite.ts';

export interface Fault {
  readonly in: 'evidence' | 'journal' | 'database';
  readonly message: string;
}

export interface CheckOptions {
  /** Whether every report is taken out of its bytes and read again; else its reading is believed. */
  readonly isDeep: boolean;
}

export async function* checkRecord(record: RecordStore, { isDeep }: CheckOptions): AsyncGenerator<Fault> {
  const entries: ReadEntry[] = [];
  yield* checkJournal(record, entries);
  yield* checkEvidence(record, entries);
  for (const message of await record.engine.faults()) yield { in: 'database', message };
  yield* checkDatabase(record, entries, isDeep);
}

/** The chain, and what stands beside it. Fills `entries` as far as the chain holds. */
async function* checkJournal(record: RecordStore, entries: ReadEntry[]): AsyncGenerator<Fault> {
  const beside = new Map<number, Details>();
  for await (const details of record.journal.allDetails()) beside.set(details.seq, details);
  let head: Head = BEGINNING;
  const erased = new Set<number>();
  const sealed: ReadEntry[] = [];
  try {
    for await (const entry of record.journal.raw()) {
      const fault = faultOf(entry, head);
      if (fault) {
        yield { in: 'journal', message: `${fault[0]!.toUpperCase()}${fault.slice(1)}.` };
        return;
      }
      head = entry;
      const read = joined(entry, beside.get(entry.seq));
      entries.push(read);
      if (read.isErased) sealed.push(read);
      if (entry.payload.kind === 'erase')
        for (const seq of entry.payload.entries as number[]) erased.add(seq);
    }
  } catch (cause) {
    if (!(cause instanceof BrokenJournal)) throw cause;
    yield { in: 'journal', message: cause.message };
  }
  for (const { seq } of sealed) {
    if (erased.has(seq)) continue;
    const what = beside.has(seq) ? 'were changed' : 'are gone, and nobody erased them';
    yield { in: 'journal', message: `The details of entry ${seq} ${what}.` };
  }
}

/** Every file that an entry names, by its hash. */
export async function* checkEvidence(
  { evidence }: RecordStore,
  entries: readonly ReadEntry[],
): AsyncGenerator<Fault> {
  const deleted = new Set(
    entries
      .filter(({ kind, payload }) => kind === 'judgement' && payload.kind === 'delete-report')
      .map(({ payload }) => payload.report),
  );
  const due = new Map<string, { name: string; bytes: number | null }>();
  for (const { kind, payload } of entries) {
    if (kind === 'capture') {
      const { evidence: sha256, from, report, options } = payload as unknown as CapturePayload;
      if (deleted.has(report)) continue;
      if (!due.has(sha256)) due.set(sha256, { name: from, bytes: null });
      const { original } = options;
      if (original && !due.has(original.evidence))
        due.set(original.evidence, { name: original.name, bytes: null });
    }
    if (kind === 'file') {
      const { evidence: sha256, from, bytes, reports } = payload as unknown as FilePayload;
      // a list of links holds no report that could have been deleted
      if (due.has(sha256) || reports === 0) due.set(sha256, { name: from, bytes });
    }
  }
  for (const [sha256, { name, bytes }] of due) {
    const fault = await evidence.faultOf(sha256, bytes);
    if (fault) yield { in: 'evidence', message: `${sha256} (${name}) ${fault}.` };
  }
}

/** The database against one that is made anew. */
async function* checkDatabase(
  record: RecordStore,
  entries: readonly ReadEntry[],
  isDeep: boolean,
): AsyncGenerator<Fault> {
  const folder = await mkdtemp(join(tmpdir(), 'recount-check-'));
  const engine = openSqlite(folder);
  try {
    await migrate(engine.writer, engine);
    await makeAnew(engine, record, entries, isDeep);
    for (const table of TABLES) {
      if (table === 'meta') continue;
      for await (const message of differences(record.engine, engine, table))
        yield { in: 'database', message };
    }
  } finally {
    await engine.close();
    await rm(folder, { recursive: true });
  }
}

const BELIEVED = ['report', 'capture', 'reading'] as const satisfies readonly TableName[];

async function makeAnew(
  engine: Engine,
  record: RecordStore,
  entries: readonly ReadEntry[],
  isDeep: boolean,
): Promise<void> {
  const applier = new Applier(engine, record.evidence, { ...record.world, tell: () => {} });
  if (isDeep) {
    await applier.apply(entries, record.journal.head);
    return;
  }
  for (const table of BELIEVED) await copyTable(record.db, engine.writer, table);
  await applier.deriveAll();
  await applier.apply(
    entries.filter(({ kind }) => kind !== 'capture'),
    record.journal.head,
  );
}

/** What the database has otherwise than it is computed, a sentence a row. */
async function* differences(kept: Engine, anew: Engine, table: TableName): AsyncGenerator<string> {
  const keys = KEYS[table];
  const keyOf = (row: Row): string => keys.map((key) => String(row[key])).join(' · ');
  const [a, b] = [flat(rowsOf(kept.db, table)), flat(rowsOf(anew.db, table))];
  let [x, y] = [await a.next(), await b.next()];
  while (!x.done || !y.done) {
    const order = x.done ? 1 : y.done ? -1 : compareKeys(x.value, y.value, keys);
    if (order < 0)
      yield `The ${table} ${keyOf(x.value!)} is in the database, and nothing it could come from.`;
    if (order > 0) yield `The ${table} ${keyOf(y.value!)} is missing in the database.`;
    if (order === 0) {
      const columns = Object.keys(x.value!).filter((column) => x.value![column] !== y.value![column]);
      if (columns.length > 0) {
        yield `The ${table} ${keyOf(x.value!)} was changed in the database: ${columns.map((column) => changed(column, x.value!, y.value!)).join(', ')}.`;
      }
    }
    if (order <= 0) x = await a.next();
    if (order >= 0) y = await b.next();
  }
}

function changed(column: string, kept: Row, anew: Row): string {
  const [was, is] = [String(anew[column]), String(kept[column])];
  if (was.length + is.length < 100) return `${column} is ${is}, and ${was} as computed`;
  let at = 0;
  while (was[at] === is[at]) at++;
  const part = (text: string) => `…${text.slice(Math.max(0, at - 20), at + 40)}…`;
  return `${column} has ${part(is)}, and ${part(was)} as computed`;
}

/** As databases sort: numbers by size, text by its bytes. */
function compareKeys(a: Row, b: Row, keys: readonly string[]): number {
  for (const key of keys) {
    const [x, y] = [a[key]!, b[key]!];
    const order =
      typeof x === 'number' && typeof y === 'number'
        ? x - y
        : Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
    if (order !== 0) return order;
  }
  return 0;
}

async function* flat<T>(pages: AsyncIterable<readonly T[]>): AsyncGenerator<T, undefined> {
  for await (const page of pages) yield* page;
}
