/** Opening a record for an operation, or using the one that a face holds open. */
import * as z from 'zod';
import { type Failure, failureOf } from '../model/problems.ts';
import { RecordBusy } from '../store/engine.ts';
import { BrokenJournal } from '../store/journal.ts';
import { NoRecord, RecordStore, type Where, whereOf } from '../store/record.ts';
import type { World } from '../store/rules.ts';
import type { Context, Outcome } from './operation.ts';
import { DEFAULT_RECORD } from './places.ts';
import { rulesOf } from './rules.ts';
import { takeReports } from './take.ts';

export const recordFields = {
  record: z.string().optional().describe('A folder, or postgres://… of a server'),
  evidence: z.string().optional().describe('Where the original bytes of a record on a server lie'),
};

export interface RecordInput {
  readonly record?: string | undefined;
  readonly evidence?: string | undefined;
}

export function whereIn({ record, evidence }: RecordInput): Where {
  return whereOf(record ?? DEFAULT_RECORD, evidence);
}

export function worldOf(context: Context): World {
  return {
    rules: rulesOf(context),
    now: context.now,
    tell: context.tell,
    async *take(path, options) {
      for await (const each of takeReports(path, options, context)) if (each.ok) yield each.taken;
    },
  };
}

/** Lends an open record to `use`; what is wrong with the record as a whole comes as the one failed outcome. */
export async function* withRecord<T>(
  input: RecordInput,
  context: Context,
  use: (record: RecordStore) => AsyncIterable<Outcome<T>>,
  open: (where: Where, world: World) => Promise<RecordStore> = RecordStore.open,
): AsyncGenerator<Outcome<T>> {
  let record = context.record;
  try {
    record ??= await open(whereIn(input), worldOf(context));
    yield* use(record);
  } catch (cause) {
    yield { ok: false, error: recordFailure(cause) };
  } finally {
    if (record && record !== context.record) await record.close();
  }
}

/** What is wrong with a record, for a person. Throws on what is none of a record's troubles. */
export function recordFailure(cause: unknown): Failure {
  const { message, code } = cause as Error & { code?: string };
  if (cause instanceof NoRecord) return failureOf('record/not-found', message);
  if (cause instanceof RecordBusy) return failureOf('record/busy', message);
  if (cause instanceof BrokenJournal) {
    return failureOf('record/journal-broken', `${message} "recount check" says more; a backup has it whole.`);
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || /^(28|3D|08)/.test(code ?? '')) {
    return failureOf('record/unreachable', `The server of the record cannot be reached: ${message}.`);
  }
  throw cause;
}
