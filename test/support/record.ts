/** What tests of records have in common: running operations at a place, and looking at all that is in a database. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Failure } from '../../src/model/problems.ts';
import type { Context, Operation } from '../../src/operations/operation.ts';
import { addReports, initRecord } from '../../src/operations/records.ts';
import { rowsOf } from '../../src/store/pages.ts';
import type { RecordStore } from '../../src/store/record.ts';
import { TABLES } from '../../src/store/schema.ts';
import { folderOf } from './files.ts';
import { contextFor, openRecord, type Place } from './stores.ts';

/** Records on a server that tests hold open: a connection takes its time. */
const held = new WeakMap<Place, RecordStore>();

function lent(place: Place, context: Context): Context {
  const record = held.get(place);
  return record ? { ...context, record } : context;
}

/** What an operation on the record at a place gives; fails where one outcome does. */
export async function run<I, O>(
  operation: Operation<I, O>,
  input: Omit<I, 'record' | 'evidence'>,
  place: Place,
  context: Context,
): Promise<O[]> {
  const values: O[] = [];
  const where = { record: place.name, evidence: place.evidence };
  for await (const outcome of operation.run({ ...where, ...input } as I, lent(place, context))) {
    assert.ok(outcome.ok, outcome.ok ? '' : `${outcome.error.code}: ${outcome.error.message}`);
    values.push(outcome.value);
  }
  return values;
}

/** The codes with which an operation fails. */
export async function failures<I, O>(
  operation: Operation<I, O>,
  input: Omit<I, 'record' | 'evidence'>,
  place: Place,
  context: Context,
): Promise<string[]> {
  return (await failed(operation, input, place, context)).map(({ code }) => code);
}

/** The failures themselves, with what they say. */
export async function failed<I, O>(
  operation: Operation<I, O>,
  input: Omit<I, 'record' | 'evidence'>,
  place: Place,
  context: Context,
): Promise<Failure[]> {
  const where = { record: place.name, evidence: place.evidence };
  const outcomes = await Array.fromAsync(operation.run({ ...where, ...input } as I, lent(place, context)));
  return outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.error));
}

/** A new record with these files in it. */
export async function recordOf(
  place: Place,
  t: TestContext,
  files: Readonly<Record<string, string>>,
  context = contextFor(),
): Promise<ReturnType<typeof contextFor>> {
  await run(initRecord, {}, place, context);
  if (place.where.kind === 'server') {
    const record = await openRecord(place, context);
    held.set(place, record);
    t.after(() => record.close());
  }
  await run(addReports, { paths: [folderOf(t, files)] }, place, context);
  return context;
}

/** Lends the record at a place, open. */
export async function within<T>(
  place: Place,
  context: Context,
  use: (record: RecordStore) => Promise<T>,
): Promise<T> {
  const open = held.get(place);
  const record = open ?? (await openRecord(place, context));
  try {
    return await use(record);
  } finally {
    if (!open) await record.close();
  }
}

type Tables = Record<(typeof TABLES)[number], Record<string, unknown>[]>;

/** Every row of the database but bookkeeping. */
export function dumpOf(place: Place, context: Context): Promise<Tables> {
  return within(place, context, async ({ db }) => {
    const tables: Partial<Tables> = {};
    for (const table of TABLES) {
      const rows = table === 'meta' ? [] : (await Array.fromAsync(rowsOf(db, table))).flat();
      tables[table] = rows.map((row) => ({ ...row }));
    }
    return tables as Tables;
  });
}
