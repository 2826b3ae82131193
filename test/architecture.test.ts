/** The rooms of `src/` and their one-way arrows, held against the imports as they are. A type import is an import. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const SRC = join(import.meta.dirname, '../src');

/** Room → rooms that it may import beside itself. ARCHITECTURE.md says why. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ['text'],
  ingest: ['text', 'model'],
  copies: ['text', 'model'],
  capture: ['text', 'model', 'ingest'],
  language: ['text'],
  knowledge: ['text', 'model'],
  reading: ['text', 'model', 'language', 'knowledge'],
  // a pack is data for the two engines: their types, and what they offer to build it
  incidents: ['text', 'model'],
  accounts: ['text', 'model'],
  languages: ['text', 'model', 'copies', 'language', 'reading', 'accounts'],
  imports: ['text', 'model'],
  // what a record is derived by is lent to it: it knows no reader
  store: ['text', 'model'],
  operations: [
    'text',
    'model',
    'ingest',
    'copies',
    'incidents',
    'capture',
    'language',
    'knowledge',
    'reading',
    'languages',
    'accounts',
    'imports',
    'store',
  ],
  cli: ['text', 'model', 'operations'],
};

/** Packages that a room may load; all others and the engine rooms load none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  ingest: ['chardet', 'csv-parse', 'eld/small', 'feedsmith', 'htmlparser2', 'postal-mime', 'unpdf', 'yauzl'],
  capture: ['feedsmith', 'robots-parser'],
  imports: ['zod'],
  store: ['kysely', 'pg'],
  operations: ['zod'],
  cli: ['commander'],
};

/** Files at the top of `src/` are the doors of the library; they join what they like. */
const isDoor = (path: string): boolean => !path.includes('/');
const roomOf = (path: string): string => path.split('/')[0]!;

interface Import {
  readonly from: string;
  readonly to: string;
}

const IMPORTS: readonly Import[] = globSync('**/*.ts', { cwd: SRC }).flatMap((path) => {
  const from = path.replaceAll('\\', '/');
  // the words of an import in a comment or a string would need a line of their own to be taken for one
  const code = readFileSync(join(SRC, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/(?:^|\s)(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((match) => ({
    from,
    to: match[1]!,
  }));
});

/** Imports of files of `src/`, as paths below it. */
const INNER = IMPORTS.filter(({ to }) => to.startsWith('.'))
  .map(({ from, to }) => ({ from, to: normalize(join(dirname(from), to)).replaceAll('\\', '/') }))
  .filter(({ to }) => !to.startsWith('..'));

test('every room stands in the table', () => {
  const rooms = new Set(
    INNER.map(({ from }) => from)
      .filter((path) => !isDoor(path))
      .map(roomOf),
  );
  assert.deepEqual(
    [...rooms].filter((room) => !(room in ROOMS)),
    [],
  );
});

test('arrows go one way', () => {
  const wrong = INNER.filter(
    ({ from, to }) =>
      !isDoor(from) && roomOf(from) !== roomOf(to) && !ROOMS[roomOf(from)]?.includes(roomOf(to)),
  );
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});

test('one language knows nothing of another', () => {
  const wrong = INNER.filter(({ from, to }) => {
    const [, own] = /^languages\/([^/]+)\//.exec(from) ?? [];
    const [, other] = /^languages\/([^/]+)\//.exec(to) ?? [];
    return own !== undefined && other !== undefined && own !== other;
  });
  assert.deepEqual(wrong, []);
});

test('packages are loaded only where the table has them', () => {
  const wrong = IMPORTS.filter(
    ({ from, to }) =>
      !isDoor(from) && /^[@a-z]/.test(to) && !to.startsWith('node:') && !PACKAGES[roomOf(from)]?.includes(to),
  );
  assert.deepEqual(
    wrong.map(({ from, to }) => `${from} loads ${to}`),
    [],
  );
});

test('only one room reaches the network by itself', () => {
  const wrong = IMPORTS.filter(
    ({ from, to }) => !from.startsWith('capture/') && /^node:(https?2?|net|tls|dns|dgram)(\/|$)/.test(to),
  );
  assert.deepEqual(wrong, []);
  const fetching = globSync('**/*.ts', { cwd: SRC }).filter((path) =>
    /(?<![.\w#])fetch\(|new (WebSocket|EventSource|XMLHttpRequest)\b/.test(
      // the page's own script and comments aside
      readFileSync(join(SRC, path), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
    ),
  );
  assert.deepEqual(
    fetching.filter((path) => !path.startsWith('capture')),
    [],
  );
});

test('no file is imported by what it imports', () => {
  const next = Map.groupBy(INNER, ({ from }) => from);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    assert.equal(at, -1, `a cycle: ${[...path.slice(at), file].join(' → ')}`);
    if (done.has(file)) return;
    path.push(file);
    for (const { to } of next.get(file) ?? []) visit(to);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
});
