import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Arrival } from '../../src/ingest/arrival.ts';
import { type IngestOptions, ingest } from '../../src/ingest/ingest.ts';
import { bytesOf, folderOf } from '../support/files.ts';
import { randomOf } from '../support/random.ts';

async function arrivals(paths: readonly string[], options: Partial<IngestOptions> = {}): Promise<Arrival[]> {
  return Array.fromAsync(ingest(paths, { stdin: () => bytesOf(), ...options }));
}

/** What came of each: its text, or the code of its error. */
function told(all: readonly Arrival[]): string[] {
  return all.map((arrival) => (arrival.ok ? arrival.report.text : arrival.error.code));
}

async function toldOf(t: TestContext, name: string, content: string | Uint8Array): Promise<string[]> {
  return told(await arrivals([join(folderOf(t, { [name]: content }), name)]));
}

const LINE = (id: string, text: string): string =>
  `${JSON.stringify({ id, text, published: '2025-03-01' })}\n`;

test('a text file is named by its content, not by its path', async (t) => {
  const content = 'date 2025-03-01 Nine die\nNine people died.';
  const folder = folderOf(t, { 'a.txt': content, 'b.txt': content, 'c.txt': `${content} ` });
  const [a, b, c] = await arrivals(['a.txt', 'b.txt', 'c.txt'].map((name) => join(folder, name)));
  assert.ok(a?.ok && b?.ok && c?.ok);
  assert.match(a.report.id, /^[0-9a-f]{16}$/);
  assert.equal(a.report.id, b.report.id);
  assert.notEqual(a.report.id, c.report.id);
  assert.equal(a.report.source, join(folder, 'a.txt'));
  assert.deepEqual([a.report.title, a.report.published], ['Nine die', '2025-03-01']);
});

test('a folder is read with all below it, by name; what is no report is passed over', async (t) => {
  const folder = folderOf(t, {
    'b.txt': 'B',
    'a/deep.txt': 'A',
    'picture.png': Buffer.from([1, 2, 3]),
    '.hidden.txt': 'H',
    'c.jsonl': LINE('x', 'C'),
  });
  assert.deepEqual(told(await arrivals([folder])), ['A', 'B', 'C']);
});

test('documents that are not read yet are told of, in a folder too', async (t) => {
  const folder = folderOf(t, { 'a.rtf': '{\\rtf1', 'b.txt': 'B', 'c.doc': '\u00d0' });
  assert.deepEqual(told(await arrivals([folder])), ['ingest/format-not-read', 'B', 'ingest/format-not-read']);
  assert.deepEqual(await toldOf(t, 'report', '{\\rtf1 and more'), ['ingest/format-not-read']);
});

test('each bad line of a corpus has its own error and the others are read', async (t) => {
  const folder = folderOf(t, {
    'c.jsonl': `${LINE('1', 'one')}{"id": "2"\n\n{"id":"3"}\n[]\nnull\n${LINE('7', 'seven').trimEnd()}`,
  });
  const all = await arrivals([join(folder, 'c.jsonl')]);
  assert.deepEqual(told(all), [
    'one',
    'ingest/line-not-json',
    'ingest/line-not-report',
    'ingest/line-not-report',
    'ingest/line-not-report',
    'seven',
  ]);
  assert.deepEqual(
    all.flatMap((arrival) =>
      arrival.ok ? [] : [arrival.report.source?.split(':').at(-1), arrival.report.id],
    ),
    ['2', undefined, '4', '3', '5', undefined, '6', undefined],
  );
});

test('lines come whole however the bytes are cut', async () => {
  const bytes = Buffer.from(LINE('1', 'Déla, 8, died') + LINE('2', 'two').trimEnd());
  for (let size = 1; size < 40; size += 3) {
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    const all = await arrivals(['-'], { stdin: () => bytesOf(...chunks) });
    assert.deepEqual(told(all), ['Déla, 8, died', 'two'], `in pieces of ${size}`);
  }
});

test('gzip is known by its first bytes, and a cut-off stream is told of after what came before', async (t) => {
  const random = randomOf(3);
  const noise = (): string =>
    Array.from({ length: 400 }, () => Math.floor(random() * 36).toString(36)).join('');
  const lines = Array.from({ length: 300 }, (_, i) => LINE(String(i), noise())).join('');
  const whole = gzipSync(lines);
  assert.equal((await toldOf(t, 'c.jsonl.gz', whole)).length, 300);
  const cut = await toldOf(t, 'c.jsonl', whole.subarray(0, whole.length >> 1));
  assert.equal(cut.at(-1), 'ingest/gzip-broken');
  assert.ok(cut.length > 50 && !cut.slice(0, -1).includes('ingest/gzip-broken'));
  assert.deepEqual(await toldOf(t, 'a.txt', gzipSync('Nine died.')), ['Nine died.']);
});

test('standard input is known by how it begins, unless the format is said', async () => {
  const stdin = (text: string) => ({ stdin: () => bytesOf(text) });
  assert.deepEqual(told(await arrivals(['-'], stdin(LINE('1', 'one')))), ['one']);
  assert.deepEqual(told(await arrivals(['-'], stdin('Nine died.'))), ['Nine died.']);
  const page = '<!DOCTYPE html><html><body><p>Nine died.</p></body></html>';
  assert.deepEqual(told(await arrivals(['-'], stdin(page))), ['Nine died.']);
  assert.deepEqual(told(await arrivals(['-'], { ...stdin(page), format: 'text' })), [page]);
});

test('a report without a day of publication says so', async () => {
  const [arrival] = await arrivals(['-'], { stdin: () => bytesOf('Nine died.') });
  assert.ok(arrival?.ok);
  assert.deepEqual(
    arrival.problems.map(({ code }) => code),
    ['ingest/date-missing'],
  );
});

test('what is not there, or not readable, is told of and the rest is read', async (t) => {
  const folder = folderOf(t, { 'a.txt': 'A', 'empty/x.log': '' });
  const paths = ['nowhere.txt', join(folder, 'empty'), join(folder, 'a.txt')];
  assert.deepEqual(told(await arrivals(paths)), ['ingest/not-found', 'ingest/no-reports', 'A']);
});

test('progress counts the bytes read of all that there are', async (t) => {
  const folder = folderOf(t, { 'a.txt': 'A'.repeat(100), 'b.txt': 'B'.repeat(50) });
  const seen: (number | null)[][] = [];
  await arrivals([folder], { onProgress: (done, total) => seen.push([done, total]) });
  assert.deepEqual(seen, [
    [100, 150],
    [150, 150],
  ]);
});

test('a link in a folder is not followed: what is inside is read once, what leads out is told of', async (t) => {
  const outside = folderOf(t, { 'secret.txt': 'S' });
  const folder = folderOf(t, { 'a.txt': 'A', 'sub/b.txt': 'B' });
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'c.txt'));
  symlinkSync(outside, join(folder, 'd'));
  symlinkSync(join(folder, 'a.txt'), join(folder, 'e.txt'));
  symlinkSync(join(folder, 'nowhere.txt'), join(folder, 'f.txt'));
  symlinkSync(folder, join(folder, 'sub', 'loop'));
  assert.deepEqual(told(await arrivals([folder])), [
    'A',
    'ingest/link-outside',
    'ingest/link-outside',
    'ingest/not-found',
    'B',
  ]);
});

test('a line longer than the bound is told of and the next is read', async () => {
  const long = `${LINE('1', 'x'.repeat(5000))}${LINE('2', 'two')}`;
  const bounds = { maxLineBytes: 1000 };
  assert.deepEqual(told(await arrivals(['-'], { bounds, stdin: () => bytesOf(long), format: 'jsonl' })), [
    'ingest/line-too-long',
    'two',
  ]);
});
