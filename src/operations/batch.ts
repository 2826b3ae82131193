/**
 * Reports that were read and are not in the record yet: they are entered in the journal some at a time, and after the last
 * of a file the file itself, as done. Their bytes are kept first, so that no entry is ever without them.
 */
import type { CapturePayload, FilePayload } from '../store/apply.ts';
import type { Draft, JsonObject } from '../store/entry.ts';
import type { Incoming } from '../store/evidence.ts';
import type { RecordStore, Writing } from '../store/record.ts';
import { contentOf } from '../store/rows.ts';
import type { TakenReport, TakeOptions } from '../store/rules.ts';
import type { AddOutput } from './added.ts';
import type { Context, Outcome } from './operation.ts';
import { Seen } from './seen.ts';
import { keptFrom, type Source } from './sources.ts';
import type { TakeFailure } from './taken.ts';

/** Bytes that lie ready beside their place, and how they are taken apart. */
export interface IncomingFile {
  readonly source: Source;
  readonly incoming: Incoming;
  /** The bytes of what it is a translation of. */
  readonly original: Incoming | undefined;
  readonly options: TakeOptions;
}

export async function dropFile({ incoming, original }: IncomingFile): Promise<void> {
  await incoming.drop();
  await original?.drop();
}

/** Reports are entered when so many wait, or when the first has waited so long: what is not entered is read again after a crash. */
const BATCH = 64;
const BATCH_MS = 2000;

interface Waiting {
  readonly taken?: TakenReport;
  readonly payload: Omit<CapturePayload, 'report'> | FilePayload;
}

export class Batch {
  readonly #record: RecordStore;
  readonly #context: Context;
  readonly #isDry: boolean;
  #waiting: Waiting[] = [];
  /** Files whose reports wait, and whether all of them have come. */
  readonly #files = new Map<IncomingFile, boolean>();
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

  put(taken: TakenReport, file: IncomingFile): void {
    const { source, incoming, options } = file;
    const payload = {
      content: contentOf(taken.report),
      evidence: incoming.sha256,
      inside: taken.inside,
      options,
      from: keptFrom(source.from) + taken.inside,
      tool: toolOf(this.#context),
      ...(taken.translationOf ? { translationOf: taken.translationOf } : {}),
      ...(source.transfer ? { transfer: source.transfer } : {}),
    };
    this.#files.set(file, false);
    this.#push({ taken, payload });
  }

  /** Says that all reports of a file have come. */
  close(file: IncomingFile, reports: number, failed: readonly TakeFailure[]): void {
    const { source, incoming, options } = file;
    const failures = failed.map(({ source: place, error: { code, message } }) => ({
      source: place,
      code,
      message,
    }));
    const { sha256: evidence, bytes } = incoming;
    this.#files.set(file, true);
    const tool = toolOf(this.#context);
    this.#push({
      payload: { evidence, bytes, options, from: keptFrom(source.from), tool, reports, failures },
    });
  }

  /** Lets go of a file that is not to be entered, once its reports are. */
  async drop(file: IncomingFile): Promise<void> {
    if (this.#files.has(file)) this.#files.set(file, true);
    else await dropFile(file);
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
    if (!this.#isDry) {
      for (const { incoming, original } of this.#files.keys()) {
        await original?.keep();
        await incoming.keep();
      }
    }
    const outputs = await this.#record.write((writing) => this.#enter(waiting, writing));
    for (const [file, isDone] of this.#files) {
      if (!isDone) continue;
      await dropFile(file);
      this.#files.delete(file);
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
