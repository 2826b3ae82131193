/**
 * A record: evidence and journal, which are kept, and a database that follows from them. A write takes the record's lock,
 * brings the database up to the journal, appends to the journal and then brings the database up again, so that what is
 * acknowledged is in the journal and a database that lacks it is mended by whoever opens it next.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Applier } from './apply.ts';
import type { Derived } from './derive.ts';
import type { Database, Engine } from './engine.ts';
import type { Draft, ReadEntry } from './entry.ts';
import { BEGINNING } from './entry.ts';
import { Evidence } from './evidence.ts';
import type { Checkpoint, Journal } from './journal.ts';
import { FileJournal } from './journal-file.ts';
import { migrate, SCHEMA_VERSION } from './migrations.ts';
import { guarded, type TakenReport, type World } from './rules.ts';
import { TABLES } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** Thrown where there is no record, or one where none may be. */
export class NoRecord extends Error {}

/** Where a record is: a folder's path, or the link of a database on a server with the folder of its evidence. */
export type Where =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string; readonly evidence?: string | undefined };

/** What a write may do. */
export interface Writing {
  /** The database, up to the journal. */
  readonly db: Database;
  /** Appends to the journal; once it returns all is on the disk and in the tables. `taken` follows the drafts of captures. */
  append(drafts: readonly Draft[], taken?: readonly (TakenReport | undefined)[]): Promise<Appended>;
  readonly journal: Journal;
}

export interface Appended {
  readonly entries: readonly ReadEntry[];
  readonly derived: Derived;
}

const LOCK_TIMEOUT_MS = 120_000;
const START: Checkpoint = { ...BEGINNING, start: 0, end: 0 };

/** A name for people: a folder, or a link without its password. */
export function nameOf(where: Where): string {
  if (where.kind === 'folder') return where.folder;
  if (!URL.canParse(where.url)) return 'the server';
  const url = new URL(where.url);
  url.password = '';
  return url.href;
}

/** "postgres://…" is a server's, all else a folder. */
export function whereOf(name: string, evidence?: string): Where {
  if (/^postgres(ql)?:\/\//.test(name)) return { kind: 'server', url: name, evidence };
  return { kind: 'folder', folder: resolve(name) };
}

export class RecordStore {
  readonly where: Where;
  readonly evidence: Evidence;
  readonly journal: Journal;
  readonly world: World;
  #engine: Engine;
  #applier: Applier | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(where: Where, evidence: Evidence, journal: Journal, engine: Engine, world: World) {
    this.where = where;
    this.evidence = evidence;
    this.journal = journal;
    this.#engine = engine;
    this.world = { ...world, rules: guarded(world.rules) };
  }

  /** Makes an empty record. Throws NoRecord where there is one already. */
  static async create(where: Where, world: World): Promise<RecordStore> {
    if (await RecordStore.exists(where)) throw new NoRecord(`There is a record in ${nameOf(where)} already.`);
    if (where.kind === 'folder') await mkdir(where.folder, { recursive: true });
    const record = await RecordStore.#open(where, world);
    await mkdir(record.evidence.folder, { recursive: true });
    return record;
  }

  /** Opens a record and brings its database up to its journal. Throws NoRecord where there is none. */
  static async open(where: Where, world: World): Promise<RecordStore> {
    if (!(await RecordStore.exists(where))) {
      throw new NoRecord(`There is no record in ${nameOf(where)}; "recount init" makes one.`);
    }
    return RecordStore.#open(where, world);
  }

  static async exists(where: Where): Promise<boolean> {
    if (where.kind === 'folder') return existsSync(join(where.folder, 'journal.jsonl'));
    return (await import('./server.ts')).hasRecord(where.url);
  }

  /** Opens a record with a database made anew from evidence and journal. The old one is not asked for anything. */
  static async openAnew(where: Where, world: World): Promise<RecordStore> {
    if (!(await RecordStore.exists(where))) {
      throw new NoRecord(`There is no record in ${nameOf(where)}; "recount init" makes one.`);
    }
    const record = await RecordStore.#of(where, world);
    try {
      await record.#mustHaveEvidence();
      await record.rebuild();
    } catch (cause) {
      await record.close();
      throw cause;
    }
    return record;
  }

  static async #of(where: Where, world: World): Promise<RecordStore> {
    const { evidence, journal, engine } = await partsOf(where, world);
    return new RecordStore(where, new Evidence(evidence), journal, engine, world);
  }

  static async #open(where: Where, world: World): Promise<RecordStore> {
    const record = await RecordStore.#of(where, world);
    try {
      await record.#mustHaveEvidence();
      if (!(await record.#isCurrent())) await record.write(async () => {});
    } catch (cause) {
      await record.close();
      throw cause;
    }
    return record;
  }

  /** A record on a server whose bytes are looked for in the wrong folder would go on without them. */
  async #mustHaveEvidence(): Promise<void> {
    if (this.where.kind === 'folder' || existsSync(this.evidence.folder)) return;
    for await (const _ of this.journal.raw()) {
      throw new NoRecord(
        `The original bytes of ${nameOf(this.where)} are not in ${this.evidence.folder}; say with --evidence where they are.`,
      );
    }
  }

  get db(): Database {
    return this.#engine.db;
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Waits for all other writers, brings the database up to the journal, and lets `work` write. */
  write<T>(work: (writing: Writing) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      const unlock = await this.#engine.lock(LOCK_TIMEOUT_MS);
      try {
        await this.#catchUp();
        return await work({
          db: this.#engine.writer,
          journal: this.journal,
          append: (drafts, taken) => this.#append(drafts, taken),
        });
      } finally {
        await unlock();
      }
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }

  /** Makes the database anew from evidence and journal. */
  rebuild(): Promise<void> {
    const turn = this.#queue.then(async () => {
      const unlock = await this.#engine.lock(LOCK_TIMEOUT_MS);
      try {
        await this.#emptyDatabase();
        await this.#catchUp();
      } finally {
        await unlock();
      }
    });
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.journal.close();
    await this.#engine.close();
  }

  /** Makes the tables follow the journal; `bench/` asks it to do so anew. */
  applier(): Applier {
    this.#applier ??= new Applier(this.#engine, this.evidence, this.world);
    return this.#applier;
  }

  async #append(
    drafts: readonly Draft[],
    taken: readonly (TakenReport | undefined)[] = [],
  ): Promise<Appended> {
    const entries = await this.journal.append(drafts);
    const reports = new Map<number, TakenReport>();
    entries.forEach((entry, i) => {
      const report = taken[i];
      if (report) reports.set(entry.seq, report);
    });
    return { entries, derived: await this.applier().apply(entries, this.journal.head, reports) };
  }

  /** Whether the database is of this schema and these rules and has all that the journal has. */
  async #isCurrent(): Promise<boolean> {
    const meta = await this.#meta().catch(() => null);
    if (!meta || meta.get('schema') !== String(SCHEMA_VERSION)) return false;
    if (meta.get('rules') !== this.world.rules.version) return false;
    const checkpoint = checkpointOf(meta);
    return this.journal.isAt(checkpoint);
  }

  async #catchUp(): Promise<void> {
    const { tell, rules } = this.world;
    await migrate(this.#engine.writer, this.#engine);
    let meta = await this.#meta();
    if (!(await this.journal.refresh(checkpointOf(meta)))) {
      tell('The database holds what the journal does not; it is made anew from the journal.');
      await this.#emptyDatabase();
      await this.journal.refresh(START);
      meta = await this.#meta();
    }
    // a database that says nothing of its rules may have been left before it could
    if (meta.get('rules') !== rules.version) await this.applier().deriveAll();
    const checkpoint = checkpointOf(meta);
    if (this.journal.head.seq === checkpoint.seq) return;
    const entries = await Array.fromAsync(this.journal.read(checkpoint));
    await this.applier().apply(entries, this.journal.head);
    await this.#destroyErased(entries);
  }

  /** An erasure that a dead process wrote down and did not carry out. */
  async #destroyErased(entries: readonly ReadEntry[]): Promise<void> {
    const erased = entries.flatMap(({ kind, payload }) =>
      kind === 'judgement' && payload.kind === 'erase' && Array.isArray(payload.entries)
        ? (payload.entries as number[])
        : [],
    );
    if (erased.length > 0) await this.journal.destroyDetails(new Set(erased));
  }

  /** Takes all tables out, those of another version's schema too; where that cannot be, the whole file is laid aside. */
  async #emptyDatabase(): Promise<void> {
    this.#applier = undefined;
    try {
      await this.#dropTables();
    } catch (cause) {
      if (this.where.kind === 'server' || !isDamage(cause)) throw cause;
      await this.#engine.close();
      await layAside(this.where.folder, this.world.tell);
      this.#engine = openSqlite(this.where.folder);
    }
    await migrate(this.#engine.writer, this.#engine);
  }

  async #dropTables(): Promise<void> {
    const tables = await this.#engine.tables();
    const known = ['words', ...TABLES.toReversed()];
    const inOrder = [...tables.filter((name) => !known.includes(name)), ...known];
    await this.#engine.writer.transaction().execute(async (db) => {
      for (const table of inOrder) await db.schema.dropTable(table).ifExists().execute();
    });
  }

  async #meta(): Promise<Map<string, string>> {
    const rows = await this.#engine.writer.selectFrom('meta').selectAll().execute();
    return new Map(rows.map(({ key, value }) => [key, value]));
  }
}

function checkpointOf(meta: ReadonlyMap<string, string>): Checkpoint {
  const kept = meta.get('checkpoint');
  return kept === undefined ? START : (JSON.parse(kept) as Checkpoint);
}

async function partsOf(
  where: Where,
  { tell }: World,
): Promise<{ evidence: string; journal: Journal; engine: Engine }> {
  if (where.kind === 'server') return (await import('./server.ts')).openServer(where.url, where.evidence);
  const { folder } = where;
  return {
    evidence: join(folder, 'evidence'),
    journal: await FileJournal.open(folder, tell),
    engine: await openDatabase(folder, tell),
  };
}

/** Opens a folder's database; one that is damaged is laid aside, since it can be made anew. */
async function openDatabase(folder: string, tell: (message: string) => void): Promise<Engine> {
  try {
    return openSqlite(folder);
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    await layAside(folder, tell);
    return openSqlite(folder);
  }
}

function isDamage(cause: unknown): boolean {
  return /not a database|malformed|disk image/.test((cause as Error).message);
}

async function layAside(folder: string, tell: (message: string) => void): Promise<void> {
  const path = join(folder, 'record.sqlite');
  await rename(path, `${path}.damaged`);
  for (const end of ['-wal', '-shm']) await rm(path + end, { force: true });
  tell('record.sqlite was damaged; it is laid aside as record.sqlite.damaged and made anew.');
}
