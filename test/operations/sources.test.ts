/** Where a capture came from, as a journal keeps it. */
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { keptFrom } from '../../src/operations/sources.ts';

test('links and relative paths are kept as they were given', () => {
  for (const from of ['https://example.org/story?id=1', 'reports/strike.txt', '../strike.txt', '-'])
    assert.equal(keptFrom(from), from);
});

test('of a path from the root what lies below the present folder is kept, of others the name', () => {
  assert.equal(keptFrom(join(process.cwd(), 'reports', 'strike.txt')), join('reports', 'strike.txt'));
  const elsewhere = join(process.cwd(), '..', 'home', 'strike.txt');
  assert.equal(keptFrom(elsewhere), basename(elsewhere));
});
