import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type * as z from 'zod';
import { COMMANDS } from '../../src/cli/commands.ts';
import { readingSchema } from '../../src/model/reading.ts';
import { OPERATIONS } from '../../src/operations/index.ts';
import { RECORD_OPERATIONS } from '../../src/operations/records.ts';
import { folderOf } from '../support/files.ts';
import { serve } from '../support/server.ts';
import { recount } from './console.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'samples');
const STRIKE = join(SAMPLES, 'port-adren-strike.txt');
const CORPUS = ['one', 'two']
  .map((id) => `${JSON.stringify({ id, text: `Nine died in ${id}, police said.` })}\n`)
  .join('');

test('--json prints one Reading a line, in the order of the inputs', async () => {
  const { code, out, err } = await recount(['read', '--json', '--format', 'jsonl', '-'], { stdin: CORPUS });
  assert.deepEqual([code, err], [0, '']);
  const readings = out
    .trimEnd()
    .split('\n')
    .map((line) => readingSchema.parse(JSON.parse(line)));
  assert.deepEqual(
    readings.map(({ report }) => report.id),
    ['one', 'two'],
  );
});

test('a report that cannot be read is a line on standard error; the others go on; the exit code is 1', async () => {
  const { code, out, err } = await recount(['read', '--json', '-'], { stdin: `${CORPUS}{"id":"three"}\n` });
  assert.equal(code, 1);
  assert.equal(out.trimEnd().split('\n').length, 2);
  const line = JSON.parse(err);
  assert.equal(line.error.code, 'ingest/line-not-report');
  assert.equal(line.report.id, 'three');
  const people = await recount(['read', 'nowhere.txt']);
  assert.equal(people.code, 1);
  assert.equal(people.err, 'recount: nowhere.txt: There is no file nowhere.txt. (ingest/not-found)\n');
});

test('text prints exactly what offsets count in', async () => {
  const { out } = await recount(['text', STRIKE]);
  assert.equal(out, readFileSync(STRIKE, 'utf8').replace(/^date.*\n/, ''));
});

test('wrong usage ends with 2 and reads nothing', async () => {
  for (const argv of [
    [],
    ['raed', STRIKE],
    ['read'],
    ['read', '--format', 'xml', STRIKE],
    ['read', '--jsn', STRIKE],
    ['read', '--width', 'wide', STRIKE],
    ['read', '--html', '--json', STRIKE],
    ['read', '--html', 'page.html', '--json', STRIKE],
  ]) {
    const { code, out, err } = await recount(argv);
    assert.equal(code, 2, argv.join(' '));
    assert.equal(out, '');
    assert.notEqual(err, '');
  }
  const { code, err } = await recount(['read', '--html', join(ROOT, 'no/such/folder/page.html'), STRIKE]);
  assert.equal(code, 2);
  assert.match(err, /cannot be written/);
});

test('help goes to standard output, with examples and exit codes', async () => {
  for (const argv of [['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
    const { code, out } = await recount(argv);
    assert.equal(code, 0);
    assert.match(out, /Usage: recount[\s\S]*Exit codes:/);
  }
});

test('every operation has a command, and every flag that sets input sets a field of it', () => {
  const operations = [...OPERATIONS, ...RECORD_OPERATIONS];
  assert.deepEqual(
    COMMANDS.flatMap(({ operation, also = [] }) => [operation, ...also]).sort(),
    operations.map(({ name }) => name).sort(),
  );
  for (const { operation: name, also = [], summary, options } of COMMANDS) {
    const operation = operations.find((candidate) => candidate.name === name)!;
    assert.equal(summary, operation.summary);
    const asked = operations.filter((candidate) => candidate.name === name || also.includes(candidate.name));
    const known = asked.flatMap(({ input }) => Object.keys((input as z.ZodObject).shape));
    for (const { field } of options)
      assert.ok(field === undefined || known.includes(field), `${name}: ${field}`);
  }
});

test('--html writes a page that stands alone', async (t) => {
  const page = join(folderOf(t, {}), 'page.html');
  const { code, err } = await recount(['read', '--html', page, SAMPLES]);
  assert.equal(code, 0);
  assert.match(err, /wrote 5 reports/);
  const html = readFileSync(page, 'utf8');
  assert.equal(html.match(/<article /g)?.length, 5);
  assert.doesNotMatch(html, /(src|href)=|url\(|@import|https?:/);
  assert.equal((await recount(['read', '--html', '-', SAMPLES])).out, html);
});

test('colour is for terminals, and the flags and NO_COLOR are heeded', async () => {
  const isColoured = async (argv: string[], setting: Parameters<typeof recount>[1]): Promise<boolean> =>
    (await recount(['read', ...argv, STRIKE], setting)).out.includes('\u001b[');
  assert.equal(await isColoured([], {}), false);
  assert.equal(await isColoured([], { isTerminal: true }), true);
  assert.equal(await isColoured([], { isTerminal: true, env: { NO_COLOR: '1' } }), false);
  assert.equal(await isColoured([], { isTerminal: true, env: { TERM: 'dumb' } }), false);
  assert.equal(await isColoured(['--no-color'], { isTerminal: true }), false);
  assert.equal(await isColoured(['--color'], {}), true);
  assert.equal(await isColoured([], { env: { FORCE_COLOR: '1' } }), true);
});

test('explain names what made each part', async () => {
  const { out } = await recount(['explain', '--json', STRIKE]);
  const kinds = new Set(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind),
  );
  assert.ok(kinds.has('claim') && kinds.has('attribution') && kinds.has('event'));
  assert.match((await recount(['read', '--explain', STRIKE])).out, / by [a-z]+\/[a-z-]+/);
});

test('explain says of a report left unread that it was', async () => {
  const { out } = await recount(['explain', '-'], {
    stdin: 'Murieron quince personas en la ciudad, dijo el alcalde a la prensa.',
  });
  assert.match(out, /problem reading\/language-not-read {2}error: /);
});

test('the program itself: a reading, a closed pipe, an exit code', () => {
  const bin = join(ROOT, 'bin/recount.js');
  const run = spawnSync(process.execPath, [bin, 'read', '--json', STRIKE, 'nowhere.txt'], {
    encoding: 'utf8',
  });
  assert.equal(run.status, 1);
  assert.equal(readingSchema.parse(JSON.parse(run.stdout)).report.source, STRIKE);
  assert.match(run.stderr, /ingest\/not-found/);
  const lines = Array.from(
    { length: 3000 },
    (_, i) => `${JSON.stringify({ id: String(i), text: 'Nine died.' })}\n`,
  );
  const closed = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" read --json - | head -n 1`], {
    input: lines.join(''),
    encoding: 'utf8',
  });
  assert.equal(closed.stdout.trimEnd().split('\n').length, 1);
  assert.equal(closed.stderr, '');
});

test('a link into a closed network is refused before anything is asked', async (t) => {
  const record = join(folderOf(t, {}), 'record');
  assert.equal((await recount(['init', record])).code, 0);
  const { code, err } = await recount(['add', '--record', record, 'http://127.0.0.1:9/story']);
  assert.equal(code, 1);
  assert.match(err, /no public address.*--allow-host 127\.0\.0\.1:9\. \(capture\/address-refused\)/);
});

test('watching stops at a signal, whatever a server is doing', async (t) => {
  const record = join(folderOf(t, {}), 'record');
  assert.equal((await recount(['init', record])).code, 0);
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  await using server = await serve({ '/robots.txt': () => resolve() });
  const argv = [
    'watch',
    '-r',
    record,
    '--allow-host',
    `127.0.0.1:${server.port}`,
    server.at('/feed', '127.0.0.1'),
  ];
  const watching = spawn(process.execPath, [join(ROOT, 'bin/recount.js'), ...argv]);
  const ended = once(watching, 'exit');
  const errors = text(watching.stderr);
  await asked;
  watching.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  assert.match(await errors, /Stopped/);
});

test('what nobody foresaw is told in a few lines, with what to do about a database', async (t) => {
  const folder = folderOf(t, { 'report.txt': 'Two guards were killed in Orlu on Monday, police said.' });
  const record = join(folder, 'record');
  await recount(['init', record]);
  await recount(['add', '--record', record, join(folder, 'report.txt')]);
  const database = new DatabaseSync(join(record, 'record.sqlite'));
  database.exec('alter table comparison rename column score to points');
  database.exec('alter table report rename column title to heading');
  database.close();
  const { code, out, err } = await recount(['search', '--record', record, 'guards']);
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(err, /^recount: Recount itself failed, .*\n.*lay its record\.sqlite aside.*\n$/);
});
