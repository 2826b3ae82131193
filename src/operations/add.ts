/**
 * Puts reports into a record. The bytes of each file are kept first; then its reports are read, entered in the journal
 * some at a time, and last the file itself, as done. So an interrupted run is finished by the next, and a second one
 * adds nothing.
 */
import * as z from 'zod';
import type { Mapping } from '../imports/mapping.ts';
import { FORMATS } from '../ingest/formats.ts';
import { failureOf } from '../model/problems.ts';
import { type CapturePayload, captureKey, type FilePayload } from '../store/apply.ts';
import type { Draft, JsonObject } from '../store/entry.ts';
import { type Incoming, sha256Of } from '../store/evidence.ts';
import type { RecordStore, Writing } from '../store/record.ts';
import { contentOf, pageOf } from '../store/rows.ts';
import type { TakenReport, TakeOptions } from '../store/rules.ts';
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

export const addOutputSchema = z.object({
  source: z.string().describe('Where it was found'),
  report: z.string().optional().describe('Its id in the record'),
  status: z
    .enum(['added', 'new version', 'known', 'known file'])
    .describe('known file: all its reports are in the record; they were not read again'),
  versionOf: z.string().optional().describe('The earlier report of the same page'),
  claims: z.int().optional(),
  incidents: z.array(z.string()).optional().describe('The incidents that it tells of'),
  problems: z.array(z.string()).optional().describe('What was odd about it'),
});
export type AddOutput = z.infer<typeof addOutputSchema>;

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
  for (const path of paths)
    yield* fetcher && isLink(path) ? linkSources(path, fetcher, signal) : fileSources([path], stdin);
}

/** What of an input tells how sources are taken apart. */
export type AddOptions = Pick<AddInput, 'format' | 'language' | 'columns' | 'dryRun'> &
  RecordInput & { readonly mapping?: Mapping | undefined };

/** Reports are entered when so many wait, or when the first has waited so long: what is not entered is read again after a crash. */
const BATCH = 64;
const BATCH_MS = 2000;

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
  { format, language, columns, mapping }: AddOptions,
  context: Context,
): AsyncGenerator<Outcome<AddOutput>> {
  const { name, from, mediaType, url } = source;
  // keys in one order, none without a value: the options are part of what makes a file known
  const options: TakeOptions = JSON.parse(
    JSON.stringify({ name, format, language, columns, mapping, mediaType, url }),
  );
  const isKnown = async (sha256: string): Promise<boolean> => {
    const files = record.db.selectFrom('file').select('seq').where('evidence', '=', sha256);
    return (await files.where('options', '=', JSON.stringify(options)).executeTakeFirst()) !== undefined;
  };
  if (source.isRepeatable && (await isKnown(await sha256Of(source.open())))) {
    yield { ok: true, value: { source: from, status: 'known file' } };
    return;
  }
  const incoming = await record.evidence.receive(source.open());
  if (await isKnown(incoming.sha256)) {
    await incoming.drop();
    yield { ok: true, value: { source: from, status: 'known file' } };
    return;
  }
  const failures: TakeFailure[] = [];
  let reports = 0;
  for await (const each of takeReports(incoming.path, options, context)) {
    if (each.ok) {
      reports++;
      batch.put(each.taken, source, incoming, options);
      if (batch.isFull) yield* batch.enter();
    } else {
      failures.push(each);
      yield { ok: false, error: each.error, report: { source: from + each.source.slice(name.length) } };
    }
  }
  // bytes of which nothing was read stay for no reason; a later version that reads them keeps them then
  if (reports === 0) await incoming.drop();
  else batch.close(source, incoming, options, reports, failures);
  if (batch.isDue) yield* batch.enter();
}

interface Waiting {
  readonly taken?: TakenReport;
  readonly payload: Omit<CapturePayload, 'report'> | FilePayload;
}

/** Reports that were read and are not entered yet, with the files that they complete. */
class Batch {
  readonly #record: RecordStore;
  readonly #context: Context;
  readonly #isDry: boolean;
  #waiting: Waiting[] = [];
  /** Bytes whose reports wait, and whether all of them have come. */
  readonly #incoming = new Map<Incoming, boolean>();
  #sinceMs = 0;

  constructor(record: RecordStore, context: Context, isDry: boolean) {
    this.#record = record;
    this.#context = context;
    this.#isDry = isDry;
  }

  get isFull(): boolean {
    return this.#waiting.length >= BATCH;
  }

  get isDue(): boolean {
    return this.isFull || (this.#waiting.length > 0 && performance.now() - this.#sinceMs > BATCH_MS);
  }

  put(taken: TakenReport, { from, transfer }: Source, incoming: Incoming, options: TakeOptions): void {
    const { inside, report } = taken;
    const payload = {
      content: contentOf(report),
      evidence: incoming.sha256,
      inside,
      options,
      from: keptFrom(from) + inside,
      tool: toolOf(this.#context),
      ...(transfer ? { transfer } : {}),
    };
    this.#incoming.set(incoming, false);
    this.#push({ taken, payload });
  }

  close(
    source: Source,
    incoming: Incoming,
    options: TakeOptions,
    reports: number,
    failed: readonly TakeFailure[],
  ): void {
    const failures = failed.map(({ source: place, error: { code, message } }) => ({
      source: place,
      code,
      message,
    }));
    const { sha256: evidence, bytes } = incoming;
    this.#incoming.set(incoming, true);
    const tool = toolOf(this.#context);
    this.#push({
      payload: { evidence, bytes, options, from: keptFrom(source.from), tool, reports, failures },
    });
  }

  #push(waiting: Waiting): void {
    if (this.#waiting.length === 0) this.#sinceMs = performance.now();
    this.#waiting.push(waiting);
  }

  /** Enters all that wait, in one stroke. */
  async *enter(): AsyncGenerator<Outcome<AddOutput>> {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    if (!this.#isDry) for (const incoming of this.#incoming.keys()) await incoming.keep();
    const outputs = await this.#record.write((writing) => this.#enter(waiting, writing));
    for (const [incoming, isDone] of this.#incoming) {
      if (!isDone) continue;
      await incoming.drop();
      this.#incoming.delete(incoming);
    }
    for (const value of outputs) yield { ok: true, value };
  }

  async #enter(waiting: readonly Waiting[], writing: Writing): Promise<AddOutput[]> {
    const { now, by } = this.#context;
    const drafts: Draft[] = [];
    const taken: (TakenReport | undefined)[] = [];
    const outputs: AddOutput[] = [];
    const seen = new Seen(writing);
    for (const each of waiting) {
      if (!each.taken) {
        drafts.push({ kind: 'file', at: now(), by, payload: each.payload as unknown as JsonObject });
        taken.push(undefined);
        continue;
      }
      const { payload, output } = await seen.place(
        each.payload as Omit<CapturePayload, 'report'>,
        each.taken,
      );
      outputs.push(output);
      if (!payload) continue;
      drafts.push({ kind: 'capture', at: now(), by, payload: payload as unknown as JsonObject });
      taken.push(each.taken);
    }
    if (this.#isDry || drafts.length === 0) return outputs;
    await writing.append(drafts, taken);
    return withIncidents(outputs, writing);
  }
}

/** Where a report belongs among those that are in the record or come with it. */
class Seen {
  readonly #db: Writing['db'];
  readonly #contents = new Map<string, string>();
  readonly #keys = new Set<string>();
  readonly #pages = new Map<string, string>();

  constructor({ db }: Writing) {
    this.#db = db;
  }

  async place(
    capture: Omit<CapturePayload, 'report'>,
    { report: { id, url }, reading }: TakenReport,
  ): Promise<{ payload: CapturePayload | null; output: AddOutput }> {
    const report = await this.#idFor(id, capture.content);
    const isKnown = (await this.#contentOf(report)) === capture.content;
    const payload = { report, ...capture };
    const key = captureKey(payload);
    const output = { source: capture.from, report };
    if (isKnown) {
      const again = this.#keys.has(key) || (await this.#hasKey(key));
      this.#keys.add(key);
      return { payload: again ? null : payload, output: { ...output, status: 'known' } };
    }
    const page = pageOf(url);
    const versionOf = page === null ? undefined : (this.#pages.get(page) ?? (await this.#reportAt(page)));
    this.#contents.set(report, capture.content);
    this.#keys.add(key);
    if (page !== null) this.#pages.set(page, report);
    const problems = reading.problems.map(({ code }) => code);
    return {
      payload,
      output: {
        ...output,
        status: versionOf === undefined && report === id ? 'added' : 'new version',
        ...(versionOf !== undefined ? { versionOf } : report === id ? {} : { versionOf: id }),
        claims: reading.claims.length,
        ...(problems.length > 0 ? { problems } : {}),
      },
    };
  }

  /** Its own id; where a corpus gives that to another text now, the id and the start of its content's hash. */
  async #idFor(id: string, content: string): Promise<string> {
    const there = await this.#contentOf(id);
    return there === undefined || there === content ? id : `${id}@${content.slice(0, 8)}`;
  }

  async #contentOf(report: string): Promise<string | undefined> {
    const here = this.#contents.get(report);
    if (here !== undefined) return here;
    const row = await this.#db
      .selectFrom('report')
      .select('content')
      .where('id', '=', report)
      .executeTakeFirst();
    return row?.content;
  }

  async #hasKey(key: string): Promise<boolean> {
    return (
      (await this.#db.selectFrom('capture').select('seq').where('key', '=', key).executeTakeFirst()) !==
      undefined
    );
  }

  async #reportAt(page: string): Promise<string | undefined> {
    const rows = this.#db.selectFrom('report').select('id').where('page', '=', page).orderBy('seq', 'desc');
    return (await rows.executeTakeFirst())?.id;
  }
}

async function withIncidents(outputs: readonly AddOutput[], { db }: Writing): Promise<AddOutput[]> {
  const ids = outputs.map(({ report }) => report!);
  const rows = await db
    .selectFrom('mention')
    .select(['report', 'incident'])
    .where('report', 'in', ids)
    .execute();
  const incidents = Map.groupBy(rows, ({ report }) => report);
  return outputs.map((output) => ({
    ...output,
    incidents: [...new Set((incidents.get(output.report!) ?? []).flatMap(({ incident }) => incident ?? []))],
  }));
}

function toolOf({ reader }: Context): string {
  return `${reader.name} ${reader.version}`;
}
