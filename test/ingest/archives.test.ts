import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sha256Of } from '../../src/ingest/arrival.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { docxOf, zipOf } from '../support/archives.ts';
import { reportsIn, toldIn } from '../support/arrivals.ts';
import { bytesOf, folderOf } from '../support/files.ts';

const PNG = Buffer.from('\u0089PNG\r\n\u001a\n and more', 'latin1');

test('the files of an archive are read by name, each in its own form; what is no report is passed over', async () => {
  const zip = zipOf({
    'b/page.html':
      '<article><h1>Nine die in Orlu</h1><p>Nine people died in Orlu, the mayor said.</p></article>',
    'a.txt': 'date 2025-03-01 Two\nTwo died.',
    'c.jsonl': '{"id":"1","text":"One died."}\n{"id":"2"}',
    '__MACOSX/a.txt': 'no',
    '.hidden.txt': 'no',
    'program.exe': 'MZ',
    'photo.png': PNG,
  });
  assert.deepEqual(await toldIn('reports.zip', zip), [
    ['!a.txt', 'Two died.'],
    ['!b/page.html', 'Nine people died in Orlu, the mayor said.'],
    ['!c.jsonl:1', 'One died.'],
    ['!c.jsonl:2', 'ingest/line-not-report'],
  ]);
});

test('an archive gives the same from disk, from memory and gzipped, and its members are known by their bytes', async (t) => {
  const inner = zipOf({ 'deep.txt': 'Two died.' });
  const zip = zipOf({ 'a.txt': 'Nine died.', 'inner.zip': inner });
  const folder = folderOf(t, { 'x.zip': zip, 'y.zip.gz': gzipSync(zip) });
  const fromDisk = await Array.fromAsync(
    ingest([join(folder, 'x.zip'), join(folder, 'y.zip.gz')], { stdin: () => bytesOf() }),
  );
  const insides = ['!a.txt', '!inner.zip!deep.txt'];
  assert.deepEqual(
    fromDisk.map((arrival) => arrival.ok && arrival.original.inside),
    [...insides, ...insides],
  );
  const [first, second] = await reportsIn('x.zip', zip);
  assert.equal(first!.original.sha256, sha256Of('Nine died.'));
  assert.equal(first!.report.id, sha256Of('Nine died.').slice(0, 16));
  assert.equal(second!.report.source, 'x.zip!inner.zip!deep.txt');
});

test('a Word file under another name is known by what it holds', async () => {
  const docx = docxOf(['Nine people died in Orlu.']);
  const [report] = await reportsIn('statement', docx);
  assert.deepEqual([report!.original.form, report!.report.text], ['docx', 'Nine people died in Orlu.']);
});

test('names that lead out, links and locked files are told of and the others are read', async () => {
  const zip = zipOf([
    { name: '../../etc/passwd.txt', content: 'x' },
    { name: '/etc/passwd.txt', content: 'x' },
    { name: 'C:\\windows\\a.txt', content: 'x' },
    { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 },
    { name: 'locked.txt', content: 'x', isLocked: true },
    { name: 'ok.txt', content: 'Nine died.' },
  ]);
  assert.deepEqual(
    (await toldIn('x.zip', zip)).map(([, told]) => told),
    [
      'ingest/unsafe-name',
      'ingest/unsafe-name',
      'ingest/unsafe-name',
      'ingest/link-outside',
      'ingest/locked',
      'Nine died.',
    ],
  );
});

test('a bomb is refused by its ratio, by its sum, by its number of files and by its depth', async () => {
  const zeros = zipOf({ 'zeros.txt': Buffer.alloc(20 * 2 ** 20, 0x20), 'ok.txt': 'Nine died.' });
  assert.deepEqual(await toldIn('x.zip', zeros), [
    ['!ok.txt', 'Nine died.'],
    ['!zeros.txt', 'ingest/unpacks-too-large'],
  ]);
  const many = zipOf(
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.txt`, 'x'.repeat(1000)])),
  );
  const codes = async (bytes: Uint8Array, bounds: object): Promise<string[]> =>
    (await toldIn('x.zip', bytes, { bounds }))
      .map(([, told]) => told)
      .filter((told) => told.startsWith('ingest/'));
  assert.ok((await codes(many, { maxUnpackedBytes: 5000 })).includes('ingest/unpacks-too-large'));
  assert.deepEqual(await codes(many, { maxEntries: 20 }), ['ingest/too-many-entries']);
  let nested = zipOf({ 'a.txt': 'Nine died.' });
  for (let i = 0; i < 8; i++) nested = zipOf({ 'n.zip': nested });
  assert.deepEqual(await codes(nested, {}), ['ingest/nested-too-deep']);
  const packed = zipOf({ 'a.jsonl.gz': gzipSync('{"id":"1","text":"x"}\n'.repeat(5000)) });
  assert.deepEqual(await codes(packed, { maxUnpackedBytes: 20_000 }), ['ingest/unpacks-too-large']);
});

test('an archive that is cut off or empty says so', async () => {
  const zip = zipOf({ 'a.txt': 'Nine died.' });
  assert.deepEqual(await toldIn('x.zip', zip.subarray(0, zip.length - 30)), [['', 'ingest/archive-broken']]);
  assert.deepEqual(await toldIn('x.zip', zipOf({ 'a.exe': 'MZ' })), [['', 'ingest/no-reports']]);
});

test('pictures are kept and not read where they are to be kept, and refused where they are named', async (t) => {
  const [picture] = await reportsIn('photo.png', PNG, { keepMedia: true });
  assert.deepEqual([picture!.report.text, picture!.original.sha256], ['', sha256Of(PNG)]);
  assert.ok(
    picture!.problems.some(({ code, level }) => code === 'ingest/media-not-read' && level === 'error'),
  );
  assert.deepEqual(await toldIn('photo.png', PNG), [['', 'ingest/format-not-read']]);
  const zip = zipOf({ 'photo.png': PNG, 'a.txt': 'Nine died.' });
  assert.equal((await reportsIn('x.zip', zip, { keepMedia: true })).length, 2);
  const folder = folderOf(t, { 'a.txt': 'A' });
  writeFileSync(join(folder, 'v.mp4'), '\0\0\0\u0018ftypmp42');
  const all = await Array.fromAsync(ingest([folder], { stdin: () => bytesOf(), keepMedia: true }));
  assert.deepEqual(
    all.map((arrival) => arrival.ok && arrival.original.form),
    ['text', 'media'],
  );
});

test('a translation carries its original, which is no report of its own', async (t) => {
  const files = {
    'story.txt': 'date 2025-03-10 Nine die\nNine people died.',
    'story.ar.original.txt': 'قتل تسعة أشخاص.',
    'lone.he.original.txt': 'תשעה בני אדם נהרגו.',
  };
  const folder = folderOf(t, files);
  const fromFolder = await Array.fromAsync(ingest([folder], { stdin: () => bytesOf() }));
  for (const all of [fromFolder, await reportsIn('x.zip', zipOf(files))]) {
    assert.deepEqual(
      all.map(
        (arrival) =>
          arrival.ok && [arrival.report.text, arrival.translationOf?.text, arrival.translationOf?.language],
      ),
      [
        ['תשעה בני אדם נהרגו.', undefined, undefined],
        ['Nine people died.', 'قتل تسعة أشخاص.', 'ar'],
      ],
    );
  }
});
