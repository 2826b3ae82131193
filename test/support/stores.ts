/** The forms in which a record is kept: each test of the store runs over all of them. */
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { processContext } from '../../src/operations/index.ts';
import type { Context } from '../../src/operations/operation.ts';
import { worldOf } from '../../src/operations/record.ts';
import { RecordStore, type Where } from '../../src/store/record.ts';
import { folderOf } from './files.ts';

/** The link of a database for tests: `.ci/run` makes one. */
const POSTGRES = process.env.RECOUNT_TEST_POSTGRES;

export interface Place {
  readonly where: Where;
  /** What people would type. */
  readonly name: string;
  readonly evidence: string;
}

export interface Form {
  readonly name: string;
  /** Why it cannot be tested here. */
  readonly skip?: string;
  place(t: TestContext): Promise<Place>;
}

export const STORES: readonly Form[] = [
  {
    name: 'folder',
    place: async (t) => folderPlace(t),
  },
  {
    name: 'PostgreSQL',
    ...(POSTGRES ? {} : { skip: 'RECOUNT_TEST_POSTGRES names no database' }),
    place: (t) => schemaOn(t, POSTGRES!),
  },
];

/** A folder in which a record may be made. */
export function folderPlace(t: TestContext): Place {
  const folder = join(folderOf(t, {}), 'record');
  return { where: { kind: 'folder', folder }, name: folder, evidence: join(folder, 'evidence') };
}

let made = 0;

/** A schema of its own for each test. */
async function schemaOn(t: TestContext, server: string): Promise<Place> {
  const { default: pg } = await import('pg');
  const schema = `test_${process.pid}_${++made}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const evidence = join(folderOf(t, {}), 'evidence');
  t.after(() => run(`drop schema ${schema} cascade`));
  return { where: { kind: 'server', url: url.href, evidence }, name: url.href, evidence };
}

/** One test over every form of record. */
export function testStores(title: string, check: (place: Place, t: TestContext) => Promise<void>): void {
  for (const form of STORES) {
    test(`${title} (${form.name})`, { skip: form.skip ?? false }, async (t) => check(await form.place(t), t));
  }
}

/** A context whose clock goes a second a look, whose ids count, and which remembers what it was told. */
export function contextFor(given: Partial<Context> = {}): Context & { readonly told: string[] } {
  const told: string[] = [];
  let seconds = 0;
  let ids = 0;
  return {
    ...processContext(),
    now: () => new Date(Date.UTC(2031, 4, 2) + 1000 * seconds++).toISOString(),
    newId: () => `j${++ids}`,
    by: 'vera',
    tell: (message) => told.push(message),
    ...given,
    told,
  };
}

export function openRecord({ where }: Place, context: Context): Promise<RecordStore> {
  return RecordStore.open(where, worldOf(context));
}
