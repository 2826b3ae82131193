/** The journal of a record, wherever it is kept: appended, never changed. What is acknowledged is on the disk. */
import type { Details, Draft, Entry, Head, ReadEntry } from './entry.ts';

/** Thrown where the journal is not what was written to it. */
export class BrokenJournal extends Error {}

/** How far somebody has read, so that reading can go on there. */
export interface Checkpoint extends Head {
  /** Where the last entry begins and ends in the file, in bytes; 0 on a server. */
  readonly start: number;
  readonly end: number;
}

export interface Journal {
  /** The end as last seen; `refresh` looks again. */
  readonly head: Checkpoint;
  /**
   * Goes to the end, from a checkpoint. Returns false where that checkpoint is not in this journal: it was replaced, or
   * cut. Cuts off a line that was not written whole; to be called under the record's lock.
   */
  refresh(from?: Checkpoint): Promise<boolean>;
  /** Whether a checkpoint is at the very end, with nothing half written behind it. Takes no lock. */
  isAt(checkpoint: Checkpoint): Promise<boolean>;
  /** Appends, and returns once all is on the disk. Under the record's lock, after `refresh`. */
  append(drafts: readonly Draft[]): Promise<ReadEntry[]>;
  /** Entries after a checkpoint (by default all), in order, each joined with its details. Throws a BrokenJournal. */
  read(after?: Checkpoint): AsyncIterable<ReadEntry>;
  /** The same as kept, unjoined and unchecked, for `check` and `move`. */
  raw(): AsyncIterable<Entry>;
  allDetails(): AsyncIterable<Details>;
  /** Copies another journal's entries and details into this one, which must be empty. */
  fill(entries: AsyncIterable<Entry>, details: AsyncIterable<Details>): Promise<void>;
  /** Destroys the details of some entries, salt and all. Under the record's lock. */
  destroyDetails(seqs: ReadonlySet<number>): Promise<void>;
  close(): Promise<void>;
}
