/**
 * Damages files of every form and reads them, again and again: `node bench/fuzz.ts [minutes] [seed]`. Whatever comes in,
 * each file must give reports or errors, in bounded time: nothing thrown, no `ingest/failed`, nothing that takes over ten
 * seconds of the processor, or that waits two minutes. Prints what it saw, and the seed of the first fault; the exit code is 1
 * where there was one.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ingestBytes } from '../src/ingest/ingest.ts';
import { docxOf, pdfOf, warcOf, xlsxOf, zipOf } from '../test/support/archives.ts';
import { PAGE_KINDS } from '../test/support/pages/kinds.ts';
import { randomOf } from '../test/support/random.ts';

const [minutes = '1', firstSeed = '1'] = process.argv.slice(2);
const BOUNDS = {
  maxUnpackedBytes: 2 ** 26,
  maxDocumentBytes: 2 ** 24,
  maxEntries: 2000,
  parseTimeoutMs: 8000,
};
const SLOW_MS = 10_000;
/** By the clock on the wall, which a busy machine holds up. */
const STALLED_MS = 120_000;

const page = PAGE_KINDS[0]!.html;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>M</title>${'<item><title>Nine &amp; two</title><link>https://m.example/1</link><pubDate>Mon, 10 Mar 2025 09:30:00 +0200</pubDate><description><![CDATA[<p>Nine died.</p>]]></description></item>'.repeat(5)}</channel></rss>`;
const chat = JSON.stringify({
  name: 'Orlu',
  type: 'public_channel',
  messages: [
    {
      id: 1,
      type: 'message',
      date: '2025-03-10T09:30:00',
      date_unixtime: '1741591800',
      text: ['Nine ', { type: 'bold', text: 'died' }],
    },
  ],
});
const mail =
  'From: I <i@m.example>\r\nSubject: =?utf-8?B?TmV1bg==?=\r\nDate: Mon, 10 Mar 2025 09:30:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Nine=20died.</p>\r\n--B\r\nContent-Type: text/plain; name="a.txt"\r\nContent-Disposition: attachment; filename="a.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\nTmluZSBkaWVkLg==\r\n--B--\r\n';
const warc = warcOf([
  { url: 'https://m.example/1', body: page },
  {
    url: 'https://m.example/2',
    body: gzipSync(page),
    head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
  },
]);
const pdf = pdfOf(
  [
    [
      { x: 50, y: 800, text: 'Nine people died in Orlu.' },
      { x: 50, y: 780, text: 'Two were hurt.' },
    ],
  ],
  { Title: 'Orlu' },
);
const docx = docxOf(['Nine people died.', 'Two were hurt.']);
const csv = 'title;text;date\nNine;"Nine; people\ndied";2025-03-10\nTwo;Two died;10 March 2025\n';

/** File name → whole file of the form. */
const SEEDS: readonly (readonly [string, Buffer])[] = [
  ...PAGE_KINDS.map(({ html }, i) => [`page-${i}.html`, Buffer.from(html)] as const),
  ['a.txt', Buffer.from('date 2025-03-10 Nine\nNine died.')],
  ['a.jsonl', Buffer.from('{"id":"1","text":"Nine died."}\n{"id":"2","text":"Two died."}\n')],
  ['a.jsonl.gz', gzipSync('{"id":"1","text":"Nine died."}\n'.repeat(50))],
  ['feed.xml', Buffer.from(rss)],
  [
    'feed.json',
    Buffer.from(
      '{"version":"https://jsonfeed.org/version/1.1","title":"M","items":[{"id":"1","content_html":"<p>Nine</p>"}]}',
    ),
  ],
  ['result.json', Buffer.from(chat)],
  [
    'tweets.js',
    Buffer.from(
      'window.YTD.tweets.part0 = [{"tweet":{"id_str":"1890000000000000001","full_text":"Nine","created_at":"Mon Mar 10 07:30:00 +0000 2025"}}]',
    ),
  ],
  [
    'messages.html',
    Buffer.from(
      '<html><div class="page_wrap"><div class="page_header"></div><div class="page_body"><div class="message default" id="m1"><div class="date details" title="10.03.2025 09:30:00"></div><div class="text">Nine</div></div></div></div>',
    ),
  ],
  ['a.eml', Buffer.from(mail)],
  ['a.csv', Buffer.from(csv)],
  [
    'a.xlsx',
    xlsxOf({
      S: [
        ['Text', 'Date'],
        ['Nine died.', { day: 45_726 }],
      ],
    }),
  ],
  ['a.docx', docx],
  ['a.pdf', pdf],
  ['a.warc', warc],
  ['a.warc.gz', gzipSync(warc)],
  ['a.wacz', zipOf({ 'archive/d.warc': warc, 'pages/pages.jsonl': '{"url":"https://m.example/1"}\n' })],
  [
    'a.zip',
    zipOf({
      'a.txt': 'Nine died.',
      'b.docx': docx,
      'c.pdf': pdf,
      'd.eml': mail,
      'e.csv': csv,
      'f.zip': zipOf({ 'g.html': page }),
    }),
  ],
];

const TOKENS = [
  '<div>',
  '</',
  '<![CDATA[',
  ']]>',
  '&#x',
  '&amp;',
  '"',
  "'",
  '{',
  '}',
  '[',
  '\0',
  '\r\n\r\n',
  '%PDF',
  'PK\u0003\u0004',
  'obj',
  'Content-Length: 99999999',
  '=',
  '--B',
  '\ufeff',
  '\ud800',
  '9'.repeat(30),
  '<table><tr><td>',
  '<script type="application/ld+json">{',
  ' '.repeat(500),
].map((token) => Buffer.from(token));

/** One to twelve damages: bytes changed, cut, doubled, moved, put in, taken from another file. */
function damaged(whole: Buffer, random: () => number): Buffer {
  const below = (n: number): number => Math.floor(random() * n);
  let bytes = Buffer.from(whole);
  for (let i = below(12); i >= 0; i--) {
    const [a, b] = [below(bytes.length + 1), below(bytes.length + 1)].sort((x, y) => x - y) as [
      number,
      number,
    ];
    const end = Math.min(b, a + below(400));
    switch (below(8)) {
      case 0:
        if (bytes.length > 0) bytes[below(bytes.length)] = below(256);
        break;
      case 1:
        bytes = bytes.subarray(0, a);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, a), bytes.subarray(end)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(a)]);
        break;
      case 4:
        bytes = Buffer.concat([bytes.subarray(0, a), TOKENS[below(TOKENS.length)]!, bytes.subarray(a)]);
        break;
      case 5: {
        const part = bytes.subarray(a, end);
        bytes = Buffer.concat([
          bytes.subarray(0, a),
          ...Array.from({ length: below(200) }, () => part),
          bytes.subarray(end),
        ]);
        break;
      }
      case 6: {
        const other = SEEDS[below(SEEDS.length)]![1];
        const from = below(other.length);
        bytes = Buffer.concat([
          bytes.subarray(0, a),
          other.subarray(from, from + below(2000)),
          bytes.subarray(a),
        ]);
        break;
      }
      default:
        for (let n = below(20); n > 0 && bytes.length > 0; n--) bytes[below(bytes.length)]! ^= 1 << below(8);
    }
    if (bytes.length > 2 ** 20) bytes = bytes.subarray(0, 2 ** 20);
  }
  return bytes;
}

const seen = new Map<string, number>();
const tell = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
let fault: string | undefined;
let slowest = { ms: 0, name: '', seed: 0 };

async function readOnce(name: string, bytes: Buffer, seed: number): Promise<void> {
  const [startedMs, before] = [performance.now(), process.cpuUsage()];
  try {
    for await (const arrival of ingestBytes(
      { file: name, bytes },
      { bounds: BOUNDS, keepMedia: seed % 2 === 0 },
    )) {
      tell(arrival.ok ? 'report' : arrival.error.code);
      if (arrival.ok) arrival.offsets?.().toSource(0, arrival.report.text.length);
      else if (arrival.error.code === 'ingest/failed')
        fault ??= `seed ${seed}, ${name}: ${arrival.error.message}`;
    }
  } catch (cause) {
    fault ??= `seed ${seed}, ${name}: ${(cause as Error).stack}`;
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  if (performance.now() - startedMs > STALLED_MS) fault ??= `seed ${seed}, ${name}: stalled`;
  if (ms > slowest.ms) slowest = { ms, name, seed };
  if (ms > SLOW_MS) fault ??= `seed ${seed}, ${name}: took ${Math.round(ms)} ms`;
  if (fault) {
    const folder = join(tmpdir(), 'recount-fuzz');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${seed}-${name}`), bytes);
  }
}

process.on('unhandledRejection', (cause) => {
  fault ??= `unhandled: ${(cause as Error)?.stack}`;
});
const untilMs = performance.now() + Number(minutes) * 60_000;
let seed = Number(firstSeed);
let files = 0;
for (; performance.now() < untilMs && !fault; seed++) {
  const random = randomOf(seed);
  const [name, whole] = SEEDS[Math.floor(random() * SEEDS.length)]!;
  await readOnce(name, damaged(whole, random), seed);
  files++;
}
console.log(`${files} damaged files of ${SEEDS.length} kinds, seeds ${firstSeed}..${seed - 1}`);
for (const [what, count] of [...seen].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(8)}  ${what}`);
console.log(`slowest ${Math.round(slowest.ms)} ms of the processor: ${slowest.name}, seed ${slowest.seed}`);
console.log(fault ? `FAULT ${fault}` : 'nothing uncaught');
process.exit(fault ? 1 : 0);
