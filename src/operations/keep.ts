/** What keeps a record: making one, proving it, making its database anew, moving and copying it. */
import * as z from 'zod';
import { failureOf } from '../model/problems.ts';
import { checkEvidence, checkRecord } from '../store/check.ts';
import { copyRecord } from '../store/copy-record.ts';
import { NoRecord, nameOf, RecordStore, type Where, whereOf } from '../store/record.ts';
import type { Operation, Outcome } from './operation.ts';
import { recordFailure, recordFields, whereIn, withRecord, worldOf } from './record.ts';

const recordInputSchema = z.object(recordFields);
type RecordOnly = z.infer<typeof recordInputSchema>;

const sizeSchema = z.object({
  record: z.string().describe('Where it is'),
  reports: z.int(),
  claims: z.int(),
  incidents: z.int(),
  judgements: z.int(),
});
export type SizeOutput = z.infer<typeof sizeSchema>;

export const initRecord: Operation<RecordOnly, SizeOutput> = {
  name: 'record.init',
  summary: 'Make an empty record: a folder, or the tables on a PostgreSQL server.',
  input: recordInputSchema,
  output: sizeSchema,
  writes: true,
  async *run(input, context) {
    yield* making(async () => RecordStore.create(whereIn(input), worldOf(context)));
  },
};

export const rebuildRecord: Operation<RecordOnly, SizeOutput> = {
  name: 'record.rebuild',
  summary: 'Make the database anew from evidence and journal.',
  input: recordInputSchema,
  output: sizeSchema,
  writes: true,
  run: (input, context) =>
    withRecord(
      input,
      context,
      async function* (record) {
        if (record === context.record) await record.rebuild();
        yield { ok: true, value: await sizeOf(record) };
      },
      RecordStore.openAnew,
    ),
};

const faultSchema = z.object({
  in: z.enum(['evidence', 'journal', 'database']),
  message: z.string(),
});
export type FaultOutput = z.infer<typeof faultSchema>;

const checkInputSchema = z.object({
  ...recordFields,
  quick: z
    .boolean()
    .optional()
    .describe('Believe the readings in the database instead of reading every report again'),
});

/** Yields what is wrong; nothing where all is well. */
export const checkWhole: Operation<z.infer<typeof checkInputSchema>, FaultOutput> = {
  name: 'record.check',
  summary:
    'Prove a record: every hash, the journal’s chain, and that the database is what evidence and journal make.',
  input: checkInputSchema,
  output: faultSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record) {
      for await (const value of checkRecord(record, { isDeep: input.quick !== true }))
        yield { ok: true, value };
    }),
};

export const verifyEvidence: Operation<RecordOnly, FaultOutput> = {
  name: 'record.verify',
  summary: 'Compare every kept byte with its hash.',
  input: recordInputSchema,
  output: faultSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record) {
      const entries = await Array.fromAsync(record.journal.read());
      for await (const value of checkEvidence(record, entries)) yield { ok: true, value };
    }),
};

const copyInputSchema = z.object({
  record: z.string().optional().describe('The same as from, or to where a copy is restored'),
  from: z.string().describe('A folder, or postgres://… of a server'),
  to: z.string().describe('Where there is no record yet'),
  evidence: z.string().optional().describe('Where the original bytes of a record on a server lie'),
});

/** The same for all three: a record in another place, the old one as it was. */
function copying(name: string, summary: string): Operation<z.infer<typeof copyInputSchema>, SizeOutput> {
  return {
    name,
    summary,
    input: copyInputSchema,
    output: sizeSchema,
    writes: true,
    run: ({ from, to, evidence }, context) =>
      withRecord({ record: from, evidence }, context, (record) =>
        making(() => copyRecord(record, target(to, evidence), worldOf(context))),
      ),
  };
}

function target(to: string, evidence: string | undefined): Where {
  return whereOf(to, evidence);
}

export const moveRecord = copying(
  'record.move',
  'Turn a folder into a server’s record, or back; the old one stays.',
);
export const backupRecord = copying('record.backup', 'Write a copy of the record into a folder.');
export const restoreRecord = copying('record.restore', 'Make a record from a copy.');

async function* making(make: () => Promise<RecordStore>): AsyncGenerator<Outcome<SizeOutput>> {
  let record: RecordStore | undefined;
  try {
    record = await make();
    yield { ok: true, value: await sizeOf(record) };
  } catch (cause) {
    if (cause instanceof NoRecord)
      yield { ok: false, error: failureOf('record/there-already', cause.message) };
    else yield { ok: false, error: recordFailure(cause) };
  } finally {
    await record?.close();
  }
}

export async function sizeOf({ where, db }: Pick<RecordStore, 'where' | 'db'>): Promise<SizeOutput> {
  const count = async (table: 'report' | 'claim' | 'incident' | 'judgement'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return {
    record: nameOf(where),
    reports: await count('report'),
    claims: await count('claim'),
    incidents: await count('incident'),
    judgements: await count('judgement'),
  };
}
