import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Channel } from '../../src/capture/channel.ts';
import { type FeedState, ITEM_TRIES } from '../../src/capture/feed-state.ts';
import { Fetcher } from '../../src/capture/fetcher.ts';
import { type WatchEvent, type WatchOptions, watch } from '../../src/capture/watch.ts';
import { sends, serve, type TestServer, testWorld } from '../support/server.ts';

const rss = (...paths: readonly string[]) =>
  `<rss version="2.0"><channel><title>M</title>${paths.map((path) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`;

const MINUTES = 60_000;

function watching(server: TestServer, more: Partial<WatchOptions> = {}) {
  const world = testWorld();
  const kept = new Map<string, FeedState>();
  const fetcher = new Fetcher({
    tool: 'recount 1.2.3',
    allowedHosts: [`morrow.example:${server.port}`],
    world,
    limits: { tries: 1, hostDelayMs: 0, totalMs: 300 },
  });
  const states = {
    load: async (url: string) => kept.get(url),
    save: async (state: FeedState) => void kept.set(state.url, state),
  };
  const options: WatchOptions = { fetcher, world, states, everyMs: 10 * MINUTES, once: true, ...more };
  return { options, world, kept };
}

const told = (event: WatchEvent): string => {
  if (event.kind === 'page') return `page ${new URL(event.capture.url).pathname}`;
  if (event.kind === 'failure') return `failure ${new URL(event.link).pathname} ${event.error.code}`;
  return `polled ${event.items} ${event.fresh}`;
};

test('new items are given once, the oldest first; what has not changed is not sent again', async () => {
  await using server = await serve({ '/a': 'A', '/b': 'B', '/c': 'C' });
  let known = 0;
  const feed = (etag: string, text: string) =>
    server.pages.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] !== etag) return sends(text, { etag })(request, response);
      known++;
      response.writeHead(304).end();
    });
  const { options, world, kept } = watching(server);
  const round = async () => {
    const events = await Array.fromAsync(watch([server.at('/feed')], options));
    await world.sleep(20 * MINUTES);
    return events.map(told);
  };
  feed('"1"', rss('/b', '/a'));
  assert.deepEqual(await round(), ['page /a', 'page /b', 'polled 2 2']);
  assert.deepEqual(await round(), ['polled 0 0']);
  feed('"2"', rss('/c', '/b', '/a'));
  assert.deepEqual(await round(), ['page /c', 'polled 3 1']);
  assert.equal(known, 1);
  assert.equal(kept.get(server.at('/feed'))?.seen.length, 3);
});

test('a feed that is not due is left alone', async () => {
  await using server = await serve({ '/feed': rss() });
  const { options, world } = watching(server);
  const polls = async () => (await Array.fromAsync(watch([server.at('/feed')], options))).length;
  assert.equal(await polls(), 1);
  assert.equal(await polls(), 0);
  await world.sleep(11 * MINUTES);
  assert.equal(await polls(), 1);
});

test('an item is seen only when its taker asks for more', async () => {
  await using server = await serve({ '/feed': rss('/b', '/a'), '/a': 'A', '/b': 'B' });
  const { options } = watching(server);
  for await (const event of watch([server.at('/feed')], options)) {
    assert.equal(told(event), 'page /a');
    break;
  }
  const again = await Array.fromAsync(watch([server.at('/feed')], options));
  assert.ok(again.map(told).includes('page /b'));
});

test('what fails is told of, tried again, and holds up nothing else', async () => {
  await using server = await serve({
    '/feed': rss('/gone', '/busy', '/a'),
    '/broken': 'no feed',
    '/stalls': () => {},
    '/a': 'A',
    '/busy': sends('', {}, 503),
    '/gone': sends('', {}, 410),
  });
  const { options, world } = watching(server);
  const feeds = ['/stalls', '/broken', '/nowhere', '/feed'].map((path) => server.at(path));
  const round = async () => {
    const events = (await Array.fromAsync(watch(feeds, options))).map(told);
    await world.sleep(24 * 60 * MINUTES * 2);
    return events;
  };
  const first = await round();
  assert.deepEqual(
    new Set(first),
    new Set([
      'failure /stalls capture/timed-out',
      'failure /broken capture/feed-broken',
      'failure /nowhere capture/status',
      'page /a',
      'failure /busy capture/status',
      'failure /gone capture/status',
      'polled 3 3',
    ]),
  );
  server.pages.set('/busy', sends('late'));
  assert.ok((await round()).includes('page /busy'));
  assert.ok(!(await round()).some((event) => /busy|gone/.test(event)));
});

test('an item that fails in passing is given up in the end', async () => {
  await using server = await serve({ '/feed': rss('/busy'), '/busy': sends('', {}, 503) });
  const { options, world, kept } = watching(server);
  for (let round = 0; round < ITEM_TRIES + 2; round++) {
    await Array.fromAsync(watch([server.at('/feed')], options));
    await world.sleep(20 * MINUTES);
  }
  assert.equal(server.asked.filter((path) => path === '/busy').length, ITEM_TRIES);
  assert.deepEqual(kept.get(server.at('/feed'))?.waiting, {});
});

test('a feed that fails is polled ever less often, and no sooner than it asks', async () => {
  await using server = await serve({
    '/feed': sends('', { 'retry-after': '40000' }, 503),
    '/other': sends('', {}, 500),
  });
  const { options, world, kept } = watching(server);
  const start = world.now();
  await Array.fromAsync(watch([server.at('/feed'), server.at('/other')], options));
  assert.equal(kept.get(server.at('/feed'))!.dueMs - start, 40_000_000);
  assert.equal(kept.get(server.at('/other'))!.dueMs - start, 20 * MINUTES);
});

test('it goes on for ever, and stops when told to', async () => {
  await using server = await serve({ '/feed': rss('/a'), '/a': 'A' });
  const stop = new AbortController();
  const { options } = watching(server, { once: false, signal: stop.signal });
  let polls = 0;
  for await (const event of watch([server.at('/feed')], options)) {
    if (event.kind === 'polled' && ++polls === 5) stop.abort();
  }
  assert.equal(polls, 5);
  const { options: stopped } = watching(server, { once: false, signal: stop.signal });
  assert.deepEqual(await Array.fromAsync(watch([server.at('/feed')], stopped)), []);
});

test('a channel lets its senders go on when their value is dealt with, and when nobody takes', async () => {
  const channel = new Channel<number>();
  const log: string[] = [];
  const sent = [1, 2, 3].map((value) => channel.send(value).then(() => log.push(`sent ${value}`)));
  for await (const value of channel) {
    log.push(`took ${value}`);
    await Promise.resolve();
    if (value === 2) break;
  }
  channel.close();
  await Promise.all(sent);
  await channel.send(4);
  assert.deepEqual(log, ['took 1', 'sent 1', 'took 2', 'sent 2', 'sent 3']);
});
