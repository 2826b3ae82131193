import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type WarcRecord, warcOf, zipOf } from '../support/archives.ts';
import { reportsIn, toldIn } from '../support/arrivals.ts';

const PAGE = (i: number): string =>
  `<article><h1>Strike number ${i} on Orlu</h1><p>Nine people died in Orlu on Monday, doctor ${i} said.</p></article>`;
const RECORDS: readonly WarcRecord[] = [
  { url: 'https://m.example/1', body: PAGE(1) },
  { url: 'https://m.example/style.css', body: 'a{}', head: 'HTTP/1.1 200 OK\r\nContent-Type: text/css' },
  { url: 'https://m.example/gone', body: PAGE(0), head: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html' },
  {
    url: 'https://m.example/2',
    body: gzipSync(PAGE(2)),
    head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
  },
  {
    url: 'https://m.example/3',
    body: `5\r\n${PAGE(3).slice(0, 5)}\r\n${(PAGE(3).length - 5).toString(16)}\r\n${PAGE(3).slice(5)}\r\n0\r\n\r\n`,
    head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked',
  },
  {
    url: 'https://m.example/4',
    body: brotliCompressSync(PAGE(4)),
    head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br',
  },
  {
    url: 'https://m.example/5',
    body: PAGE(5),
    head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
  },
  { url: 'urn:note', body: 'x', type: 'metadata' },
];
const doctors = (told: readonly (readonly [string, string])[]): string[] =>
  told.map(([inside, text]) => `${inside} ${/doctor \d/.exec(text)?.[0] ?? text}`);
const WHOLE = [1, 2, 3, 4, 5].map((i) => `!https://m.example/${i} doctor ${i}`);

test('the pages of a web archive are reports with their address and the moment of capture', async () => {
  const warc = warcOf(RECORDS);
  assert.deepEqual(doctors(await toldIn('a.warc', warc)), WHOLE);
  assert.deepEqual(doctors(await toldIn('a.warc.gz', warcOf(RECORDS, { isPacked: true }))), WHOLE);
  const [first] = await reportsIn('a.warc', warc);
  assert.deepEqual(
    [first!.report.url, first!.original.capturedAt],
    ['https://m.example/1', '2025-03-11T10:00:00Z'],
  );
});

test('an archive cut in the middle gives what was whole and says so', async () => {
  const warc = warcOf(RECORDS);
  for (const at of [0.2, 0.5, 0.9]) {
    const told = doctors(await toldIn('a.warc', warc.subarray(0, Math.floor(warc.length * at))));
    assert.equal(told.at(-1), ' ingest/warc-cut', `at ${at}`);
    assert.deepEqual(told.slice(0, -1), WHOLE.slice(0, told.length - 1));
  }
  const packed = warcOf(RECORDS, { isPacked: true });
  const told = doctors(await toldIn('a.warc.gz', packed.subarray(0, Math.floor(packed.length * 0.7))));
  assert.equal(told.at(-1), ' ingest/warc-cut');
  assert.ok(told.length > 1);
  assert.deepEqual(await toldIn('a.warc', 'not an archive\r\n'), [['', 'ingest/warc-cut']]);
});

test('a page that unpacks beyond the bounds is refused and the others are read', async () => {
  const bomb = {
    url: 'https://m.example/bomb',
    body: gzipSync(Buffer.alloc(300_000, 0x61)),
    head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
  };
  const told = await toldIn('a.warc', warcOf([bomb, RECORDS[0]!]), { bounds: { maxDocumentBytes: 100_000 } });
  assert.deepEqual(doctors(told), ['!https://m.example/bomb ingest/too-large', WHOLE[0]]);
});

test('of a collection the pages that it lists are read, or all where it lists none', async () => {
  const files = { 'archive/data.warc.gz': warcOf(RECORDS, { isPacked: true }), 'datapackage.json': '{}' };
  const listed = {
    ...files,
    'pages/pages.jsonl': '{"format":"json-pages-1.0"}\n{"url":"https://m.example/2","title":"Two"}\n',
  };
  assert.deepEqual(doctors(await toldIn('a.wacz', zipOf(listed))), [
    '!archive/data.warc.gz!https://m.example/2 doctor 2',
  ]);
  assert.equal((await toldIn('a.wacz', zipOf(files))).length, 5);
  assert.equal((await toldIn('collection', zipOf(files))).length, 5);
});
