/**
 * Puts reports into a record. The bytes of each file are kept first; then its reports are read, entered in the journal
 * some at a time, and last the file itself, as done. So an interrupted run is finished by the next, and a second one
 * adds nothing.
 */
import * as z from 'zod';
import type { Mapping } from '../imports/mapping.ts';
import { FORMATS } from '../ingest/formats.ts';
import { failureOf } from '../model/problems.ts';
import { sha256Of } from '../store/evidence.ts';
import type { RecordStore } from '../store/record.ts';
import type { TakeOptions } from '../store/rules.ts';
import { type AddOutput, addOutputSchema } from './added.ts';
import { Batch, dropFile, type IncomingFile } from './batch.ts';
import { isLink, linkSources } from './links.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { type RecordInput, recordFields, withRecord } from './record.ts';
import { fileSources, keptFrom, type Source, type SourceFailure } from './sources.ts';
import { takeReports } from './take.ts';
import type { TakeFailure } from './taken.ts';

const addInputSchema = z.object({
  ...recordFields,
  paths: z
    .array(z.string())
    .min(1)
    .describe('Files, folders, archives, links of pages and feeds, and "-" for standard input'),
  format: z
    .enum(FORMATS)
    .optional()
    .describe('What the input is; by default told from ending and first bytes'),
  language: z.string().optional().describe('The language of the reports (BCP 47)'),
  columns: z.record(z.string(), z.string()).optional().describe('Which column of a table holds what'),
  allowHosts: z
    .array(z.string())
    .optional()
    .describe('Hosts that may stand at addresses that are not public'),
  dryRun: z.boolean().optional().describe('Read and compare, and change nothing'),
});
type AddInput = z.infer<typeof addInputSchema>;

export const addReports: Operation<AddInput, AddOutput> = {
  name: 'reports.add',
  summary: 'Put reports into a record, with the bytes they came in.',
  input: addInputSchema,
  output: addOutputSchema,
  writes: true,
  run: (input, context) =>
    withRecord(input, context, (record) => addSources(namedSources(input, context), record, input, context)),
};

/** What was named, in its order: files from the disk, links from the network. */
async function* namedSources(
  { paths, allowHosts = [] }: AddInput,
  { network, stdin, signal }: Context,
): AsyncGenerator<Source | SourceFailure> {
  const fetcher = paths.some(isLink) ? (await network()).fetcher(allowHosts) : undefined;
  let files: string[] = [];
  for (const path of paths) {
    if (!fetcher || !isLink(path)) {
      files.push(path);
      continue;
    }
    yield* fileSources(files, stdin);
    files = [];
    yield* linkSources(path, fetcher, signal);
  }
  yield* fileSources(files, stdin);
}

/** What of an input tells how sources are taken apart. */
export type AddOptions = Pick<AddInput, 'format' | 'language' | 'columns' | 'dryRun'> &
  RecordInput & { readonly mapping?: Mapping | undefined };

/** The same for sources of any kind. */
export async function* addSources(
  sources: AsyncIterable<Source | SourceFailure>,
  record: RecordStore,
  options: AddOptions,
  context: Context,
): AsyncGenerator<Outcome<AddOutput>> {
  const batch = new Batch(record, context, options.dryRun === true);
  for await (const source of sources) {
    if (!('open' in source)) {
      yield source;
      continue;
    }
    try {
      yield* addSource(source, batch, record, options, context);
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      if (!code || !/^E[A-Z]+$/.test(code)) throw cause;
      const error = failureOf('ingest/unreadable', `${source.from} could not be read: ${message}.`);
      yield { ok: false, error, report: { source: source.from } };
    }
  }
  yield* batch.enter();
  await record.evidence.sweep(Date.parse(context.now()));
}

async function* addSource(
  source: Source,
  batch: Batch,
  record: RecordStore,
  settings: AddOptions,
  context: Context,
): AsyncGenerator<Outcome<AddOutput>> {
  const { name, from } = source;
  if (source.isRepeatable) {
    const sha256 = await sha256Of(source.open());
    const original = source.original && (await sha256Of(source.original.source.open()));
    if (await isKnown(sha256, optionsOf(source, settings, original), record)) {
      yield { ok: true, value: { source: from, status: 'known file' } };
      return;
    }
  }
  const original = source.original && (await record.evidence.receive(source.original.source.open()));
  const incoming = await record.evidence.receive(source.open());
  const options = optionsOf(source, settings, original?.sha256);
  const file: IncomingFile = { source, incoming, original, options };
  if (await isKnown(incoming.sha256, options, record)) {
    await dropFile(file);
    yield { ok: true, value: { source: from, status: 'known file' } };
    return;
  }
  const failures: TakeFailure[] = [];
  let reports = 0;
  for await (const each of takeReports(incoming.path, options, context)) {
    if (each.ok) {
      reports++;
      batch.put(each.taken, file);
      if (batch.isFull) yield* batch.enter();
    } else {
      failures.push(each);
      yield { ok: false, error: each.error, report: { source: from + each.source.slice(name.length) } };
    }
  }
  // bytes of which nothing was read stay for no reason; a later version that reads them keeps them then
  if (reports === 0) await dropFile(file);
  else batch.close(file, reports, failures);
  if (batch.isDue) yield* batch.enter();
}

/** How the bytes of a source are taken apart, keys in one order, none without a value: part of what makes a file known. */
function optionsOf(
  { name, mediaType, url, original }: Source,
  { format, language, columns, mapping }: AddOptions,
  evidence: string | undefined,
): TakeOptions {
  const beside = original && {
    name: original.source.name,
    from: keptFrom(original.source.from),
    language: original.language,
    evidence,
  };
  return JSON.parse(
    JSON.stringify({ name, format, language, columns, mapping, mediaType, url, original: beside }),
  );
}

/** Whether all reports of some bytes, taken apart so, are in the record. */
async function isKnown(sha256: string, options: TakeOptions, { db }: RecordStore): Promise<boolean> {
  const files = db.selectFrom('file').select('seq').where('evidence', '=', sha256);
  return (await files.where('options', '=', JSON.stringify(options)).executeTakeFirst()) !== undefined;
}
