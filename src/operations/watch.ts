/** Watches feeds into a record: each new page is added as it comes, with the tolls that it moved. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseOpml } from '../capture/feed.ts';
import { CaptureRefusal } from '../capture/refusal.ts';
import { type FeedStates, type WatchEvent, watch } from '../capture/watch.ts';
import { failureOf } from '../model/problems.ts';
import type { RecordStore } from '../store/record.ts';
import { addSources } from './add.ts';
import { type AddOutput, addOutputSchema } from './added.ts';
import { feedFolder } from './feed-folder.ts';
import { failureAt, isLink, pageSource } from './links.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import type { Source } from './sources.ts';

const watchInputSchema = z.object({
  ...recordFields,
  feeds: z.array(z.string()).min(1).describe('OPML lists of feeds, and links of feeds'),
  everyMinutes: z.number().min(1).optional().describe('Between two polls of one feed; 15 unless told'),
  once: z.boolean().optional().describe('Poll each feed that is due once, and end'),
  language: z.string().optional().describe('The language of the reports (BCP 47)'),
  allowHosts: z
    .array(z.string())
    .optional()
    .describe('Hosts that may stand at addresses that are not public'),
});
type WatchInput = z.infer<typeof watchInputSchema>;

const boundsSchema = z.object({ low: z.int().nullable(), high: z.int().nullable() });
const watchOutputSchema = z.union([
  z.object({
    kind: z.literal('report'),
    ...addOutputSchema.shape,
    tolls: z
      .array(
        z.object({
          incident: z.string(),
          harm: z.enum(['killed', 'injured']),
          before: boundsSchema.optional().describe('Absent where the incident is new'),
          after: boundsSchema,
        }),
      )
      .describe('Tolls that the report moved'),
  }),
  z.object({
    kind: z.literal('polled'),
    feed: z.string(),
    items: z.int().describe('That the feed held; 0 where it had not changed'),
    fresh: z.int().describe('Of them new'),
  }),
]);
export type WatchOutput = z.infer<typeof watchOutputSchema>;
type Toll = Extract<WatchOutput, { kind: 'report' }>['tolls'][number];

const EVERY_MINUTES = 15;

export const watchFeeds: Operation<WatchInput, WatchOutput> = {
  name: 'feeds.watch',
  summary: 'Watch feeds: add each new page to a record as it comes, and tell which tolls it moved.',
  input: watchInputSchema,
  output: watchOutputSchema,
  writes: true,
  run: (input, context) => withRecord(input, context, (record) => watchInto(record, input, context)),
};

async function* watchInto(
  record: RecordStore,
  { feeds, everyMinutes = EVERY_MINUTES, once = false, language, allowHosts = [] }: WatchInput,
  context: Context,
): AsyncGenerator<Outcome<WatchOutput>> {
  const urls: string[] = [];
  for (const named of feeds) {
    if (isLink(named)) urls.push(named);
    else yield* listed(named, urls);
  }
  const tolls = await Tolls.of(record);
  const { signal } = context;
  const { fetcher, world } = await context.network();
  const events = watch(urls, {
    fetcher: fetcher(allowHosts),
    world,
    states: statesOf(record),
    everyMs: everyMinutes * 60_000,
    once,
    ...(signal ? { signal } : {}),
  });
  for await (const event of events) yield* outcomesOf(event, record, language, context, tolls);
}

/** Adds the feeds of an OPML list to `urls`. */
async function* listed(path: string, urls: string[]): AsyncGenerator<Outcome<never>> {
  try {
    for (const { url } of await parseOpml(await readFile(path))) urls.push(url);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (cause instanceof CaptureRefusal) yield { ok: false, error: cause.failure, report: { source: path } };
    else if (code === 'ENOENT') {
      yield {
        ok: false,
        error: failureOf('ingest/not-found', `There is no file ${path}.`),
        report: { source: path },
      };
    } else if (code) {
      const error = failureOf('ingest/unreadable', `${path} could not be read: ${message}.`);
      yield { ok: false, error, report: { source: path } };
    } else throw cause;
  }
}

async function* outcomesOf(
  event: WatchEvent,
  record: RecordStore,
  language: string | undefined,
  context: Context,
  tolls: Tolls,
): AsyncGenerator<Outcome<WatchOutput>> {
  if (event.kind === 'failure') yield failureAt(event.link, event.error);
  if (event.kind === 'polled') yield { ok: true, value: event };
  if (event.kind !== 'page') return;
  const source = pageSource(event.bytes, event.capture);
  for await (const outcome of addSources(one(source), record, { language }, context)) {
    if (outcome.ok)
      yield {
        ok: true,
        value: { kind: 'report', ...outcome.value, tolls: await tolls.moved(outcome.value) },
      };
    else yield outcome;
  }
}

async function* one(source: Source): AsyncGenerator<Source> {
  yield source;
}

/** A record on a server without a folder for its evidence remembers feeds for as long as it is watched. */
function statesOf({ where }: RecordStore): FeedStates {
  const folder = where.kind === 'folder' ? where.folder : where.evidence;
  if (folder) return feedFolder(join(folder, 'feeds'));
  const states = new Map<string, Parameters<FeedStates['save']>[0]>();
  return {
    load: async (url) => states.get(url),
    save: async (state) => void states.set(state.url, state),
  };
}

type Bounds = Readonly<Record<Toll['harm'], Toll['after']>>;

/** The tolls of a record's incidents as they were told last. */
class Tolls {
  readonly #record: RecordStore;
  readonly #known: Map<string, Bounds>;

  private constructor(record: RecordStore, known: Map<string, Bounds>) {
    this.#record = record;
    this.#known = known;
  }

  static async of(record: RecordStore): Promise<Tolls> {
    return new Tolls(record, await boundsOf(record));
  }

  /** What a report moved among the incidents that it tells of. */
  async moved({ incidents = [] }: AddOutput): Promise<Toll[]> {
    if (incidents.length === 0) return [];
    const tolls: Toll[] = [];
    for (const [incident, after] of await boundsOf(this.#record, incidents)) {
      const before = this.#known.get(incident);
      this.#known.set(incident, after);
      for (const harm of ['killed', 'injured'] as const) {
        const [old, now] = [before?.[harm], after[harm]];
        if (now.low === null || (old && old.low === now.low && old.high === now.high)) continue;
        tolls.push({ incident, harm, after: now, ...(old && old.low !== null ? { before: old } : {}) });
      }
    }
    return tolls;
  }
}

async function boundsOf({ db }: RecordStore, incidents?: readonly string[]): Promise<Map<string, Bounds>> {
  const columns = ['id', 'killed_low', 'killed_high', 'injured_low', 'injured_high'] as const;
  const all = db.selectFrom('incident').select(columns);
  const rows = await (incidents ? all.where('id', 'in', incidents) : all).execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        killed: { low: row.killed_low, high: row.killed_high },
        injured: { low: row.injured_low, high: row.injured_high },
      },
    ]),
  );
}
