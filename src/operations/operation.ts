/** What a person can ask for, as a record. The command line, later a server, and `docs/cli.md` are made from these records. */
import type { z } from 'zod';
import type { Fetcher } from '../capture/fetcher.ts';
import type { World } from '../capture/world.ts';
import type { ReportName } from '../ingest/arrival.ts';
import type { Bytes } from '../ingest/bytes.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguageEntry } from '../languages/index.ts';
import type { Failure } from '../model/problems.ts';
import type { Moment } from '../model/record.ts';
import type { ReaderVersion } from '../reading/read.ts';
import type { RecordStore } from '../store/record.ts';

/** Fetching, and the clock and patience that go with it. */
export interface Network {
  readonly world: World;
  /** A fetcher that may also ask the hosts named, whatever their addresses. */
  fetcher(allowedHosts: readonly string[]): Fetcher;
}

/** What the world lends an operation; it reaches nothing else but the files and links that its input names. */
export interface Context {
  readonly languages: readonly LanguageEntry[];
  readonly knowledge: () => Knowledge;
  readonly reader: ReaderVersion;
  readonly stdin: () => Bytes;
  /** Told how many bytes of the input have been read, and of how many; null where nobody knows. */
  readonly onProgress?: (doneBytes: number, totalBytes: number | null) => void;
  readonly now: () => Moment;
  readonly newId: () => string;
  /** Who asks: the id under which a record knows the person. */
  readonly by: string;
  /** Hears what happened that nobody asked for, in a sentence. */
  readonly tell: (message: string) => void;
  /** The network, for operations whose input names links: nothing else touches it. */
  readonly network: () => Promise<Network>;
  /** Given when whoever asked wants no more. */
  readonly signal?: AbortSignal;
  /** The record that the face holds open, where it does; by default an operation opens the one that its input names. */
  readonly record?: RecordStore;
}

/** One result, or why there is none; a failure never ends the results after it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure; readonly report?: ReportName };

/** Why there is none. */
export type Failed = Extract<Outcome<never>, { ok: false }>;

export interface Operation<Input = unknown, Output = unknown> {
  readonly name: string;
  readonly summary: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Whether it changes anything that is kept. */
  readonly writes: boolean;
  run(input: Input, context: Context): AsyncIterable<Outcome<Output>>;
}
