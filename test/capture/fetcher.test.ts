import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Fetched, Fetcher, type FetcherOptions } from '../../src/capture/fetcher.ts';
import { leadsTo, sends, serve, type TestServer, testWorld } from '../support/server.ts';

const STORY = '<title>Nine die in Orlu</title><p>Nine people died in Orlu, police said.';

/** A fetcher that may ask the test's own server, under the name morrow.example. */
function fetcherFor(server: TestServer, options: Partial<FetcherOptions> = {}): Fetcher {
  const allowedHosts = [`morrow.example:${server.port}`];
  return new Fetcher({ tool: 'recount 1.2.3', allowedHosts, world: testWorld(), ...options });
}

const codeOf = (fetched: Fetched): string => (fetched.kind === 'failure' ? fetched.error.code : fetched.kind);
const textOf = (fetched: Fetched): string =>
  fetched.kind === 'bytes' ? Buffer.from(fetched.bytes).toString() : codeOf(fetched);

test('a page comes as it was sent, with how it came', async () => {
  let agent: string | undefined;
  await using server = await serve({
    '/old': leadsTo('/story', 301),
    '/story': (request, response) => {
      agent = request.headers['user-agent'];
      sends(STORY, { etag: '"v1"', 'set-cookie': 'session=1' })(request, response);
    },
  });
  const fetched = await fetcherFor(server, { contact: 'https://record.example/about' }).fetch(
    server.at('/old'),
  );
  assert.ok(fetched.kind === 'bytes');
  assert.equal(textOf(fetched), STORY);
  const { headers, ...capture } = fetched.capture;
  assert.deepEqual(capture, {
    url: server.at('/old'),
    finalUrl: server.at('/story'),
    redirects: [{ url: server.at('/old'), status: 301 }],
    status: 200,
    remoteAddress: '127.0.0.1',
    fetchedAt: '2025-03-10T12:00:02.000Z',
    tool: 'recount 1.2.3',
  });
  assert.deepEqual([headers.etag, headers['set-cookie']], ['"v1"', undefined]);
  assert.equal(agent, 'recount/1.2.3 (+https://record.example/about)');
});

test('what has not changed is not sent again', async () => {
  await using server = await serve({
    '/story': (request, response) => {
      const isKnown =
        request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === 'Mon';
      if (isKnown) response.writeHead(304).end();
      else sends(STORY)(request, response);
    },
  });
  const fetcher = fetcherFor(server);
  assert.equal(
    codeOf(await fetcher.fetch(server.at('/story'), { etag: '"v1"', lastModified: 'Mon' })),
    'unchanged',
  );
  assert.equal(codeOf(await fetcher.fetch(server.at('/story'), { etag: '"v0"' })), 'bytes');
});

test('closed networks are refused, by address, by name and by redirect, and are never asked', async () => {
  await using inner = await serve({ '/secret': 'secret' });
  await using server = await serve({
    '/to-loopback': leadsTo(`http://127.0.0.1:${inner.port}/secret`),
    '/to-decimal': leadsTo(`http://2130706433:${inner.port}/secret`),
    '/to-mapped': leadsTo(`http://[::ffff:127.0.0.1]:${inner.port}/secret`),
    '/to-private': leadsTo('http://10.0.0.1/secret'),
    '/to-metadata': leadsTo('http://169.254.169.254/latest/meta-data/'),
    '/to-name': leadsTo(`http://inner.example:${inner.port}/secret`),
    '/to-mixed': leadsTo(`http://mixed.test:${inner.port}/secret`),
    '/to-other-port': leadsTo(`http://morrow.example:${inner.port}/secret`),
    '/to-file': leadsTo('file:///etc/passwd'),
    '/to-password': leadsTo('http://me:secret@morrow.example/'),
  });
  const world = testWorld({ 'mixed.test': ['1.1.1.1', '127.0.0.1'], localhost: ['::1'] });
  const fetcher = fetcherFor(server, { world });
  const links = [...server.pages.keys()].map((path) => server.at(path));
  const codes = [];
  for (const link of [
    ...links,
    `http://127.0.0.1:${inner.port}/secret`,
    'http://[::1]/',
    `http://localhost:${inner.port}/`,
  ])
    codes.push(`${codeOf(await fetcher.fetch(link))} ${new URL(link).pathname}`);
  assert.deepEqual(codes, [
    'capture/address-refused /to-loopback',
    'capture/address-refused /to-decimal',
    'capture/address-refused /to-mapped',
    'capture/address-refused /to-private',
    'capture/address-refused /to-metadata',
    'capture/address-refused /to-name',
    'capture/address-refused /to-mixed',
    'capture/address-refused /to-other-port',
    'capture/link-refused /to-file',
    'capture/link-refused /to-password',
    'capture/address-refused /secret',
    'capture/address-refused /',
    'capture/address-refused /',
  ]);
  assert.deepEqual(inner.asked, []);
});

test('each connection looks its host up once, and goes to what that answer says', async () => {
  await using server = await serve({ '/story': STORY });
  const world = testWorld();
  const asked: string[] = [];
  const lookup = (hostname: string) => {
    asked.push(hostname);
    return world.lookup(hostname);
  };
  assert.equal(
    codeOf(await fetcherFor(server, { world: { ...world, lookup } }).fetch(server.at('/story'))),
    'bytes',
  );
  assert.deepEqual(asked, ['morrow.example', 'morrow.example']);
});

test('links that are none, other schemes and unknown hosts get an error each', async () => {
  await using server = await serve({});
  const fetcher = fetcherFor(server);
  const rows = [
    ['', 'capture/link-refused'],
    ['story.html', 'capture/link-refused'],
    ['file:///etc/passwd', 'capture/link-refused'],
    ['ftp://morrow.example/', 'capture/link-refused'],
    ['javascript:alert(1)', 'capture/link-refused'],
    [server.at('/nothing'), 'capture/status'],
    ['http://nowhere.test/', 'capture/unreachable'],
  ] as const;
  for (const [link, code] of rows) assert.equal(codeOf(await fetcher.fetch(link)), code, link);
});

test('redirects that do not end are left', async () => {
  await using server = await serve({ '/round': leadsTo('/round') });
  const fetcher = fetcherFor(server, { limits: { maxRedirects: 3 } });
  assert.equal(codeOf(await fetcher.fetch(server.at('/round'))), 'capture/too-many-redirects');
  assert.equal(server.asked.length, 1 + 4);
});

test('robots.txt is asked once, and kept to', async () => {
  const robots = 'User-agent: recount\nDisallow: /private\nCrawl-delay: 5\n\nUser-agent: *\nDisallow: /';
  await using server = await serve({ '/robots.txt': robots, '/story': STORY, '/private/story': STORY });
  const world = testWorld();
  const fetcher = fetcherFor(server, { world });
  assert.equal(codeOf(await fetcher.fetch(server.at('/private/story'))), 'capture/robots');
  assert.equal(codeOf(await fetcher.fetch(server.at('/story'))), 'bytes');
  assert.equal(codeOf(await fetcher.fetch(server.at('/story?again'))), 'capture/status');
  assert.deepEqual(server.asked, ['/robots.txt', '/story', '/story?again']);
  assert.deepEqual(world.waits, [1000, 5000]);
});

test('a robots.txt that fails forbids for a while; one that is not there allows', async () => {
  await using server = await serve({ '/robots.txt': sends('', {}, 500), '/story': STORY });
  const world = testWorld();
  const fetcher = fetcherFor(server, { world, limits: { tries: 1 } });
  const failed = await fetcher.fetch(server.at('/story'));
  assert.ok(failed.kind === 'failure' && failed.isPassing);
  assert.equal(failed.error.code, 'capture/robots');
  server.pages.delete('/robots.txt');
  assert.equal(codeOf(await fetcher.fetch(server.at('/story'))), 'capture/robots');
  await world.sleep(3600_000);
  assert.equal(codeOf(await fetcher.fetch(server.at('/story'))), 'bytes');
});

test('a busy server is asked again, when it says and ever later, and then left', async () => {
  const answers = [sends('', { 'retry-after': '7' }, 503), sends('', {}, 429), sends(STORY)];
  await using server = await serve({
    '/story': (request, response) => answers.shift()!(request, response),
    '/busy': sends('', { 'retry-after': '900' }, 503),
    '/failing': sends('', {}, 502),
  });
  const world = testWorld();
  const fetcher = fetcherFor(server, { world, limits: { hostDelayMs: 0 } });
  assert.equal(textOf(await fetcher.fetch(server.at('/story'))), STORY);
  assert.deepEqual(world.waits, [7000, 1500]);
  const busy = await fetcher.fetch(server.at('/busy'));
  assert.ok(busy.kind === 'failure' && busy.isPassing);
  assert.equal(busy.retryAfterMs, 900_000);
  assert.equal(codeOf(await fetcher.fetch(server.at('/failing'))), 'capture/status');
  assert.equal(server.asked.filter((path) => path === '/failing').length, 3);
});

test('packed answers are unpacked, within bounds', async () => {
  const packed = (bytes: Uint8Array, encoding: string) => sends(bytes, { 'content-encoding': encoding });
  await using server = await serve({
    '/gzip': packed(gzipSync(STORY), 'gzip'),
    '/br': packed(brotliCompressSync(STORY), 'br'),
    '/deflate': packed(deflateSync(STORY), 'Deflate'),
    '/twice': packed(brotliCompressSync(gzipSync(STORY)), 'gzip, br'),
    '/bomb': packed(gzipSync(Buffer.alloc(10 ** 7)), 'gzip'),
    '/bomb-twice': packed(gzipSync(gzipSync(Buffer.alloc(10 ** 7))), 'gzip, gzip'),
    '/cut': packed(gzipSync(STORY.repeat(99)).subarray(0, 60), 'gzip'),
    '/none': packed(Buffer.from(STORY), 'gzip'),
    '/unknown': packed(Buffer.from(STORY), 'zip'),
    '/layers': packed(Buffer.from(STORY), 'gzip, gzip, gzip'),
  });
  const fetcher = fetcherFor(server, { limits: { maxBytes: 10 ** 6, tries: 1 } });
  const rows = [
    ...['/gzip', '/br', '/deflate', '/twice'].map((path) => [path, STORY]),
    ...['/bomb', '/bomb-twice'].map((path) => [path, 'capture/too-large']),
    ...['/cut', '/none', '/unknown', '/layers'].map((path) => [path, 'capture/encoding-broken']),
  ];
  for (const [path, expected] of rows)
    assert.equal(textOf(await fetcher.fetch(server.at(path!))), expected, path);
});

test('an answer that drips, stalls, never ends or breaks off is left in time', async () => {
  const drips = (everyMs: number, piece: string | Uint8Array) =>
    ((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(piece), everyMs);
      response.on('close', () => clearInterval(timer));
    }) satisfies Parameters<TestServer['pages']['set']>[1];
  await using server = await serve({
    '/drip': drips(20, 'x'),
    '/endless': drips(1, Buffer.alloc(10 ** 5)),
    '/long': sends(Buffer.alloc(2 * 10 ** 6)),
    '/stalls': (_request, response) => void response.writeHead(200).write('begin'),
    '/mute': () => {},
    '/breaks': (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('begin');
      setTimeout(() => response.destroy(), 20);
    },
    '/headers': (_request, response) => void response.writeHead(200, { x: 'y'.repeat(10 ** 5) }).end(),
  });
  const limits = { idleMs: 150, totalMs: 400, maxBytes: 10 ** 6, tries: 1 };
  const fetcher = fetcherFor(server, { limits });
  const codes = [];
  for (const path of server.pages.keys())
    codes.push(`${path} ${codeOf(await fetcher.fetch(server.at(path)))}`);
  assert.deepEqual(codes, [
    '/drip capture/timed-out',
    '/endless capture/too-large',
    '/long capture/too-large',
    '/stalls capture/timed-out',
    '/mute capture/timed-out',
    '/breaks capture/unreachable',
    '/headers capture/unreachable',
  ]);
});

test('a name server that never answers is left in time', async () => {
  await using server = await serve({});
  const world = { ...testWorld(), lookup: () => new Promise<never>(() => {}) };
  const fetcher = fetcherFor(server, { world, limits: { connectMs: 50, tries: 1 } });
  assert.equal(codeOf(await fetcher.fetch(server.at('/story'))), 'capture/timed-out');
});

test('what is stopped ends at once, also while robots.txt is asked for, which is asked again', async () => {
  let stop = new AbortController();
  const mute = () => stop.abort();
  await using server = await serve({ '/mute': mute, '/robots.txt': mute, '/story': STORY });
  const fetcher = fetcherFor(server);
  const fetched = async (path: string) => codeOf(await fetcher.fetch(server.at(path), {}, stop.signal));
  assert.equal(await fetched('/story'), 'capture/stopped');
  assert.equal(await fetched('/story'), 'capture/stopped');
  server.pages.delete('/robots.txt');
  stop = new AbortController();
  assert.equal(await fetched('/story'), 'bytes');
  assert.equal(await fetched('/mute'), 'capture/stopped');
});
