/**
 * Imports what projects have: tables of incidents, claims or victims, whose figures enter the record as the project's own
 * word. A row that was imported before and has changed takes the place of the old one: the old row's claims are rejected
 * in the name of whoever imports, so that both stay to be seen and the change can be taken back.
 */
import * as z from 'zod';
import { type Mapping, mappingSchema, PROJECTS } from '../imports/mapping.ts';
import { anchorOf } from '../model/anchors.ts';
import type { Judgement } from '../model/judgement.ts';
import { failureOf } from '../model/problems.ts';
import type { Reading } from '../model/reading.ts';
import { draftOf } from '../store/judgements.ts';
import type { RecordStore } from '../store/record.ts';
import { addSources } from './add.ts';
import { type AddOutput, addOutputSchema } from './added.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { fileSources } from './sources.ts';

const importInputSchema = z.object({
  ...recordFields,
  paths: z.array(z.string()).min(1).describe('CSV files and Excel workbooks'),
  as: z
    .enum(Object.keys(PROJECTS) as [keyof typeof PROJECTS])
    .optional()
    .describe('A project whose columns are known'),
  mapping: mappingSchema.optional().describe('Else which column holds what'),
  dryRun: z.boolean().optional().describe('Read and compare, and change nothing'),
});
type ImportInput = z.infer<typeof importInputSchema>;

export const importTables: Operation<ImportInput, AddOutput> = {
  name: 'record.import',
  summary: 'Import tables of incidents, claims or victims: their figures are the project’s own word.',
  input: importInputSchema,
  output: addOutputSchema,
  writes: true,
  async *run({ as, mapping = as && PROJECTS[as], ...input }, context) {
    if (mapping)
      yield* withRecord(input, context, (record) => importInto(record, { ...input, mapping }, context));
    else {
      const message =
        'It is not said which column holds what: give --as ged, acled or airwars, or --project NAME --columns id=… date=…';
      yield { ok: false, error: failureOf('import/mapping-invalid', message) };
    }
  },
};

async function* importInto(
  record: RecordStore,
  input: Omit<ImportInput, 'as' | 'mapping'> & { mapping: Mapping },
  context: Context,
): AsyncGenerator<Outcome<AddOutput>> {
  const replaced: [older: string, newer: string][] = [];
  for await (const outcome of addSources(fileSources(input.paths, context.stdin), record, input, context)) {
    yield outcome;
    if (!outcome.ok || outcome.value.status !== 'new version') continue;
    const { report, versionOf } = outcome.value;
    if (report !== undefined && versionOf !== undefined) replaced.push([versionOf, report]);
  }
  if (input.dryRun !== true && replaced.length > 0) await retire(replaced, record, context);
}

/** Rejects the claims of all rows of an id but the newest. */
async function retire(
  replaced: readonly (readonly [older: string, newer: string])[],
  record: RecordStore,
  { by, now, newId }: Context,
): Promise<void> {
  await record.write(async ({ db, append }) => {
    const batch = newId();
    const drafts = [];
    for (const [id, newest] of replaced) {
      const rows = await db
        .selectFrom('reading')
        .select(['report', 'body'])
        .where((where) => where.or([where('report', '=', id), where('report', 'like', `${id}@%`)]))
        .execute();
      for (const { report, body } of rows) {
        if (report === newest) continue;
        for (const claim of (JSON.parse(body) as Reading).claims) {
          const judgement: Judgement = {
            kind: 'reject',
            id: newId(),
            by,
            role: 'recorder',
            at: now(),
            batch,
            why: `The row was imported anew with other values: ${newest}`,
            claim: anchorOf(report, claim),
          };
          drafts.push(draftOf(judgement));
        }
      }
    }
    if (drafts.length > 0) await append(drafts);
  });
}
