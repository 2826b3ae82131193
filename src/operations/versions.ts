/** Versions of one page: which there are, and what changed from one to the next. */
import * as z from 'zod';
import { type Failure, failureOf } from '../model/problems.ts';
import type { RecordStore } from '../store/record.ts';
import { pageOf } from '../store/rows.ts';
import { diffTexts } from '../text/diff.ts';
import { fullId } from './ids.ts';
import type { Operation } from './operation.ts';
import { recordFields, withRecord } from './record.ts';

const diffInputSchema = z.object({
  ...recordFields,
  report: z.string().describe('A report, or the link of a page'),
  to: z
    .string()
    .optional()
    .describe('Another report; by default the versions of the page, each with the next'),
});
const versionSchema = z.object({ report: z.string(), recordedAt: z.string(), title: z.string().nullable() });
const diffOutputSchema = z.object({
  older: versionSchema,
  newer: versionSchema,
  changes: z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() })),
});
export type DiffOutput = z.infer<typeof diffOutputSchema>;

export const diffReports: Operation<z.infer<typeof diffInputSchema>, DiffOutput> = {
  name: 'reports.diff',
  summary: 'Show what changed from one version of a page to the next, or between two reports.',
  input: diffInputSchema,
  output: diffOutputSchema,
  writes: false,
  run: ({ report: first, to: second, ...input }, context) =>
    withRecord(input, context, async function* (record) {
      const report = await fullId(record.db, first);
      const to = second === undefined ? undefined : await fullId(record.db, second);
      const unclear = [report, to].find((id) => typeof id === 'object');
      if (typeof report === 'object' || typeof to === 'object') {
        yield { ok: false, error: unclear as Failure };
        return;
      }
      const versions =
        to === undefined ? await versionsOf(record, report) : await reports(record, [report, to]);
      if (versions.length < 2) {
        const message =
          versions.length === 0
            ? `There is no report ${report} in the record.`
            : 'There is only one version.';
        yield { ok: false, error: failureOf('record/no-versions', message) };
        return;
      }
      for (const [i, newer] of versions.slice(1).entries()) {
        const older = versions[i]!;
        yield {
          ok: true,
          value: { older: named(older), newer: named(newer), changes: diffTexts(whole(older), whole(newer)) },
        };
      }
    }),
};

type Version = Awaited<ReturnType<typeof reports>>[number];

async function versionsOf(record: RecordStore, name: string): Promise<Version[]> {
  const { db } = record;
  const row = await db.selectFrom('report').select(['id', 'page']).where('id', '=', name).executeTakeFirst();
  const page = row ? row.page : pageOf(name);
  if (page === null) return row ? reports(record, await versionsOfRow(record, row.id)) : [];
  const rows = await db.selectFrom('report').select('id').where('page', '=', page).execute();
  return reports(
    record,
    rows.map(({ id }) => id),
  );
}

/** Of a row that has an id of its own, what that was given to: "1", "1@4f2a90c1" (`Seen`). */
async function versionsOfRow({ db }: RecordStore, id: string): Promise<string[]> {
  const first = id.replace(/@[0-9a-f]{8}$/, '');
  const rows = await db
    .selectFrom('report')
    .select('id')
    .where((where) =>
      where.or([
        where('id', '=', first),
        where.and([where('id', '>=', `${first}@`), where('id', '<', `${first}@g`)]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

async function reports({ db }: RecordStore, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('report')
    .select(['id', 'recorded_at', 'title', 'text'])
    .where('id', 'in', ids)
    .orderBy('seq')
    .execute();
}

function named({ id, recorded_at, title }: Version): DiffOutput['older'] {
  return { report: id, recordedAt: recorded_at, title };
}

function whole({ title, text }: Version): string {
  return title === null ? text : `${title}\n\n${text}`;
}
