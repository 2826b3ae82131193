/** What differs between the databases that hold a record; all else is one schema and one set of queries. */
import type { Expression, Kysely, SqlBool, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type Write = Transaction<Schema>;

export interface Engine {
  readonly name: 'sqlite' | 'postgres';
  /** The type of a text column. */
  readonly text: string;
  /** What makes a table that is all key take the room of its key only. */
  readonly withoutRowid: string;
  /** For questions; never waits for a write. */
  readonly db: Database;
  /** For writes, under the lock. */
  readonly writer: Database;
  /** The names of all tables but the journal's. */
  tables(): Promise<string[]>;
  createWords(db: Write): Promise<void>;
  putWords(db: Write, reports: readonly { seq: number; title: string | null; text: string }[]): Promise<void>;
  dropWords(db: Write, seqs: readonly number[]): Promise<void>;
  /** Whether the report of a row's `seq` has the words asked for: "exact words", -without, this OR that. With stretches, only of those. */
  hasWords(query: string, stretches?: readonly Stretch[]): Expression<SqlBool>;
  /** The same as the numbers of the newest reports that have them, newest first, at most so many; those before a number. */
  newestWith(query: string, before: number | undefined, limit: number): Promise<number[]>;
  /** Waits until nobody else writes to the record. Its promise fails after `timeoutMs`. */
  lock(timeoutMs: number): Promise<() => Promise<void>>;
  /** Statements that make the planner know the sizes of tables. */
  analyze(): Promise<void>;
  /** What is wrong with the file itself, and rows that refer to none. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

/** Numbers of reports, both ends included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Thrown where another process has been writing for longer than this one waits. */
export class RecordBusy extends Error {}

/** A query of words: groups of which all must be there, each a choice of words or phrases. */
export interface WordQuery {
  readonly all: readonly (readonly string[])[];
  readonly none: readonly string[];
}

/** Parses what people type: `bakery "market square" -drill mosque OR church`. Any text is a query. */
export function parseWords(query: string): WordQuery {
  const all: string[][] = [];
  const none: string[] = [];
  let joins = false;
  for (const [, minus, phrase, word] of query.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (word === 'OR' && !minus) {
      joins = all.length > 0;
      continue;
    }
    const term = (phrase ?? word ?? '').replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
    if (term === '') continue;
    if (minus) none.push(term);
    else if (joins) all.at(-1)!.push(term);
    else all.push([term]);
    joins = false;
  }
  return { all, none };
}
