/** What the documents promise, held against what the code has. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { staleFiles } from '../scripts/generate.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { PROBLEMS } from '../src/model/problems.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = ['*.md', 'docs/*.md', 'data/**/*.md'].flatMap((pattern) => globSync(pattern, { cwd: ROOT }));

test('docs/errors.md explains every code, with its level, and no other', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([a-z]+\/[a-z-]+)` \| (info|warning|error)?/gm)];
  const explained = Object.fromEntries(rows.map(([, code, level]) => [code, level ?? 'error in place']));
  const catalogue = Object.entries(PROBLEMS).map(([code, { kind, level }]) => [
    code,
    kind === 'error' ? 'error in place' : level,
  ]);
  assert.deepEqual(explained, Object.fromEntries(catalogue));
});

test('no code is printed that is not in the catalogue', () => {
  const sources = globSync('src/**/*.ts', { cwd: ROOT }).filter((path) => !path.endsWith('problems.ts'));
  for (const path of sources) {
    for (const [, code] of read(path).matchAll(/\bcode: ['"`]([a-z]+\/[a-z-]+)/g)) {
      assert.ok(code! in PROBLEMS, `${path} prints ${code}`);
    }
  }
});

test('generated files are as they would be generated', () => {
  assert.deepEqual(staleFiles(), [], 'run "npm run generate"');
});

test('README shows every command', () => {
  for (const { name } of COMMANDS) assert.match(read('README.md'), new RegExp(`recount ${name}\\b`));
});

test('links lead to files that are there', () => {
  for (const page of PAGES) {
    for (const [, target] of read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      assert.ok(existsSync(join(ROOT, dirname(page), target!)), `${page} links to ${target}`);
    }
  }
});

test('paths that the main pages name are there', () => {
  for (const page of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    for (const [, path] of read(page).matchAll(
      /`((?:src|test|docs|scripts|data|bench|evaluation|samples|training)\/[\w./*-]*)`/g,
    )) {
      const isMade = path!.startsWith('data/built') || path!.startsWith('evaluation/out');
      assert.ok(isMade || globSync(path!, { cwd: ROOT }).length > 0, `${page} names ${path}`);
    }
  }
});
