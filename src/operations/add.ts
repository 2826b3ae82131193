/**
 * Puts reports into a record. The bytes of each file are kept first; then its reports are read, entered in the journal
 * some at a time, and last the file itself, as done. So an interrupted run is finished by the next, and a second one
 * adds nothing.
 */
import * as z from 'zod';
import type { Mapping } from '../imports/mapping.ts';
import { FORMATS } from '../ingest/formats.ts';
import { type ErrorCode, failureOf } from '../model/problems.ts';
import type { FilePayload } from '../store/apply.ts';
import { sha256Of } from '../store/evidence.ts';
import type { RecordStore } from '../store/record.ts';
import type { TakeOptions } from '../store/rules.ts';
import { type AddOutput, addOutputSchema } from './added.ts';
import { Batch, dropFile, type IncomingFile } from './batch.ts';
import { isLink, linkSources } from './links.ts';
import { ListedLinks } from './listed-links.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { type RecordInput, recordFields, withRecord } from './record.ts';
import { fileSources, type Source, type SourceFailure } from './sources.ts';
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
  fetchLinks: z
    .boolean()
    .optional()
    .describe('Fetch the links that stand in tables without a text beside them'),
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
export type AddOptions = Pick<
  AddInput,
  'format' | 'language' | 'columns' | 'dryRun' | 'fetchLinks' | 'allowHosts'
> &
  RecordInput & { readonly mapping?: Mapping | undefined };

/** The same for sources of any kind. */
export async function* addSources(
  sources: AsyncIterable<Source | SourceFailure>,
  record: RecordStore,
  options: AddOptions,
  context: Context,
): AsyncGenerator<Outcome<AddOutput>> {
  const batch = new Batch(record, context, options.dryRun === true);
  const links = options.fetchLinks ? new ListedLinks() : undefined;
  for await (const source of sources) {
    yield* addSafely(source, { batch, record, options, links, context });
    if (context.signal?.aborted) break;
  }
  if (links) {
    const { language, dryRun, allowHosts = [] } = options;
    const fetcher = (await context.network()).fetcher(allowHosts);
    const run = { batch, record, options: { language, dryRun }, context };
    for await (const source of links.sources(record, fetcher, context.signal)) {
      if ('known' in source) yield { ok: true, value: { source: source.known, status: 'known file' } };
      else yield* addSafely(source, run);
    }
  }
  yield* batch.enter();
  await record.evidence.sweep(Date.parse(context.now()));
}

/** What goes on while sources are added. */
interface Run {
  readonly batch: Batch;
  readonly record: RecordStore;
  readonly options: AddOptions;
  /** Takes the links of rows that are to be fetched; without it they are told of. */
  readonly links?: ListedLinks | undefined;
  readonly context: Context;
}

/** What cannot be read is a failure in its place. */
async function* addSafely(source: Source | SourceFailure, run: Run): AsyncGenerator<Outcome<AddOutput>> {
  if (!('open' in source)) {
    yield source;
    return;
  }
  try {
    yield* addSource(source, run);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (!code || !/^E[A-Z]+$/.test(code)) throw cause;
    const error = failureOf('ingest/unreadable', `${source.from} could not be read: ${message}.`);
    yield { ok: false, error, report: { source: source.from } };
  }
}

async function* addSource(source: Source, run: Run): AsyncGenerator<Outcome<AddOutput>> {
  const { batch, record, links } = run;
  const { name, from } = source;
  if (source.isRepeatable) {
    const sha256 = await sha256Of(source.open());
    const original = source.original && (await sha256Of(source.original.source.open()));
    if ((await knownAs(sha256, optionsOf(source, run.options, original), run)) === 'done') {
      yield { ok: true, value: { source: from, status: 'known file' } };
      return;
    }
  }
  const original = source.original && (await record.evidence.receive(source.original.source.open()));
  const incoming = await record.evidence.receive(source.open());
  const options = optionsOf(source, run.options, original?.sha256);
  const file: IncomingFile = { source, incoming, original, options };
  const known = await knownAs(incoming.sha256, options, run);
  if (known === 'done') {
    await dropFile(file);
    yield { ok: true, value: { source: from, status: 'known file' } };
    return;
  }
  const failures: TakeFailure[] = [];
  let [reports, listed] = [0, 0];
  for await (const each of takeReports(incoming.path, options, run.context)) {
    if (each.ok) {
      reports++;
      batch.put(each.taken, file);
      if (batch.isFull) yield* batch.enter();
      // what was read is entered; the file is not done, so that the next run goes on in it
      if (run.context.signal?.aborted) {
        await batch.drop(file);
        return;
      }
      continue;
    }
    failures.push(each);
    const place = from + each.source.slice(name.length);
    if (links && each.link !== undefined) {
      listed++;
      links.add(each.link, place);
    } else yield { ok: false, error: each.error, report: { source: place } };
  }
  // bytes of which nothing was read stay for no reason; a later version that reads them keeps them then
  if (known === 'listed' || reports + listed === 0) await batch.drop(file);
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
    language: original.language,
    evidence,
  };
  return JSON.parse(
    JSON.stringify({ name, format, language, columns, mapping, mediaType, url, original: beside }),
  );
}

/**
 * Whether all reports of some bytes, taken apart so, are in the record: 'done', and 'listed' where the links in them are to be
 * gone through again, since some may not be fetched yet. Null where the record has no such file.
 */
async function knownAs(
  sha256: string,
  options: TakeOptions,
  { record, links }: Run,
): Promise<'done' | 'listed' | null> {
  const row = await record.db
    .selectFrom('file')
    .select('payload')
    .where('evidence', '=', sha256)
    .where('options', '=', JSON.stringify(options))
    .executeTakeFirst();
  if (!row) return null;
  const { failures } = JSON.parse(row.payload) as FilePayload;
  return links && failures.some(({ code }) => code === NOT_FETCHED) ? 'listed' : 'done';
}

const NOT_FETCHED: ErrorCode = 'ingest/link-not-fetched';
