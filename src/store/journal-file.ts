/**
 * The journal as a file: one JSON object a line, appended and fsynced. Details stand in `details.jsonl` beside it and are
 * written first, so that no entry is without its own. A line that was being written when the process died was never
 * acknowledged: it is cut off, and told of.
 */
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  BEGINNING,
  chain,
  type Details,
  type Draft,
  type Entry,
  faultOf,
  type Head,
  joined,
  type ReadEntry,
} from './entry.ts';
import { BrokenJournal, type Checkpoint, type Journal } from './journal.ts';

const START: Checkpoint = { ...BEGINNING, start: 0, end: 0 };

interface Line {
  readonly text: string;
  readonly start: number;
  /** After its line break. */
  readonly end: number;
}

export class FileJournal implements Journal {
  readonly #folder: string;
  #file: FileHandle;
  readonly #tell: (message: string) => void;
  #head: Checkpoint = START;

  private constructor(folder: string, file: FileHandle, tell: (message: string) => void) {
    this.#folder = folder;
    this.#file = file;
    this.#tell = tell;
  }

  /** Opens the journal of a record's folder, making an empty one where there is none. `tell` hears of a line that was cut. */
  static async open(folder: string, tell: (message: string) => void): Promise<FileJournal> {
    return new FileJournal(folder, await open(join(folder, 'journal.jsonl'), 'a+'), tell);
  }

  get head(): Checkpoint {
    return this.#head;
  }

  async refresh(from: Checkpoint = this.#head): Promise<boolean> {
    if (!(await this.#holds(from))) return false;
    this.#head = from;
    for await (const line of this.#lines(from.end)) this.#head = advance(this.#head, line);
    const { size } = await this.#file.stat();
    if (size > this.#head.end) await this.#cut(size);
    return true;
  }

  async isAt(checkpoint: Checkpoint): Promise<boolean> {
    const { size } = await this.#file.stat();
    if (size !== checkpoint.end || !(await this.#holds(checkpoint))) return false;
    this.#head = checkpoint;
    return true;
  }

  async append(drafts: readonly Draft[]): Promise<ReadEntry[]> {
    const { entries, details } = chain(drafts, this.#head);
    if (details.length > 0) await appendSynced(this.#details, details.map(lineOf).join(''));
    const lines = entries.map(lineOf);
    await this.#file.appendFile(lines.join(''));
    await this.#file.datasync();
    for (const [i, entry] of entries.entries()) {
      const start = this.#head.end;
      this.#head = { seq: entry.seq, hash: entry.hash, start, end: start + Buffer.byteLength(lines[i]!) };
    }
    const beside = new Map(details.map((each) => [each.seq, each]));
    return entries.map((entry) => joined(entry, beside.get(entry.seq)));
  }

  async *read(after: Checkpoint = START): AsyncGenerator<ReadEntry> {
    const beside = new Map<number, Details>();
    for await (const each of this.allDetails()) if (each.seq > after.seq) beside.set(each.seq, each);
    let head = after;
    for await (const line of this.#lines(after.end)) {
      const entry = parsed(line);
      const fault = faultOf(entry, head);
      if (fault) throw new BrokenJournal(`In journal.jsonl, ${fault}.`);
      head = { seq: entry.seq, hash: entry.hash, start: line.start, end: line.end };
      yield joined(entry, beside.get(entry.seq));
    }
  }

  async *raw(): AsyncGenerator<Entry> {
    for await (const line of this.#lines(0)) yield parsed(line);
  }

  async *allDetails(): AsyncGenerator<Details> {
    const file = await open(this.#details, 'a+');
    try {
      // a last line without its break belongs to an entry that was never written
      for await (const line of linesFrom(file, 0)) yield JSON.parse(line.text) as Details;
    } finally {
      await file.close();
    }
  }

  async fill(entries: AsyncIterable<Entry>, details: AsyncIterable<Details>): Promise<void> {
    if ((await this.#file.stat()).size > 0) throw new BrokenJournal('The journal to be filled is not empty.');
    await replace(this.#details, details);
    await replace(join(this.#folder, 'journal.jsonl'), entries);
    await this.#file.close();
    this.#file = await open(join(this.#folder, 'journal.jsonl'), 'a+');
    await this.refresh(START);
  }

  async destroyDetails(seqs: ReadonlySet<number>): Promise<void> {
    await replace(
      this.#details,
      filtered(this.allDetails(), ({ seq }) => !seqs.has(seq)),
    );
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  get #details(): string {
    return join(this.#folder, 'details.jsonl');
  }

  #lines(from: number): AsyncGenerator<Line> {
    return linesFrom(this.#file, from);
  }

  /** Whether the checkpoint's entry stands where it says. */
  async #holds({ seq, hash, start, end }: Checkpoint): Promise<boolean> {
    if (seq === 0) return true;
    const { size } = await this.#file.stat();
    if (size < end) return false;
    const { buffer } = await this.#file.read(Buffer.alloc(end - start), 0, end - start, start);
    const entry = whole(buffer.toString());
    return entry?.seq === seq && entry.hash === hash;
  }

  async #cut(size: number): Promise<void> {
    const { end, seq } = this.#head;
    await this.#file.truncate(end);
    await this.#file.datasync();
    this.#tell(
      `The last line of journal.jsonl was not written whole, so nobody was told that it was kept: its ${size - end} bytes were cut off after entry ${seq}.`,
    );
  }
}

function advance(head: Head, line: Line): Checkpoint {
  const entry = parsed(line);
  if (entry.seq !== head.seq + 1 || entry.prev !== head.hash) {
    throw new BrokenJournal(`In journal.jsonl, entry ${entry.seq} does not follow entry ${head.seq}.`);
  }
  return { seq: entry.seq, hash: entry.hash, start: line.start, end: line.end };
}

const CHUNK_BYTES = 1 << 18;

/** The whole lines of a file from an offset on; what follows the last line break is none. */
async function* linesFrom(file: FileHandle, from: number): AsyncGenerator<Line> {
  let rest = Buffer.alloc(0);
  let start = from;
  for (let offset = from; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, offset);
    if (bytesRead === 0) return;
    offset += bytesRead;
    rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    let used = 0;
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10, used)) {
      const end = start + at - used + 1;
      yield { text: rest.toString('utf8', used, at), start, end };
      start = end;
      used = at + 1;
    }
    rest = rest.subarray(used);
  }
}

function parsed({ text, start }: Line): Entry {
  const entry = whole(text);
  if (!entry) throw new BrokenJournal(`In journal.jsonl, the line at byte ${start} is no entry.`);
  return entry;
}

function whole(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Entry;
    return typeof entry.hash === 'string' ? entry : null;
  } catch {
    return null;
  }
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

async function* filtered<T>(all: AsyncIterable<T>, isKept: (each: T) => boolean): AsyncGenerator<T> {
  for await (const each of all) if (isKept(each)) yield each;
}

/** Puts a file of these lines in the place of another, in one stroke. */
async function replace(path: string, rows: AsyncIterable<object>): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w');
  for await (const row of rows) await file.appendFile(lineOf(row));
  await file.sync();
  await file.close();
  await rename(draft, path);
  await syncFolder(dirname(path));
}

async function appendSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'a+');
  try {
    // what a dead process left of a line would swallow the next
    const { size } = await file.stat();
    const last = size > 0 ? (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] : 10;
    if (last !== 10) await file.truncate(await lastBreak(file, size));
    await file.appendFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}

async function lastBreak(file: FileHandle, size: number): Promise<number> {
  let end = 0;
  for await (const line of linesFrom(file, 0)) end = line.end;
  return Math.min(end, size);
}

/** Makes a rename, or a new file, survive a power cut. Some systems cannot open a folder; they need no such call. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
