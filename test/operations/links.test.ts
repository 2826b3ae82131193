import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Fetcher } from '../../src/capture/fetcher.ts';
import { addReports } from '../../src/operations/add.ts';
import { checkWhole, initRecord, verifyEvidence } from '../../src/operations/keep.ts';
import type { Context, Operation, Outcome } from '../../src/operations/operation.ts';
import { watchFeeds } from '../../src/operations/watch.ts';
import { folderOf } from '../support/files.ts';
import { leadsTo, sends, serve, testWorld } from '../support/server.ts';
import { contextFor, folderPlace, openRecord, type Place, testStores } from '../support/stores.ts';

const page = (figure: string) =>
  `<html><head><title>Shell hits market of Orlu</title><meta property="article:published_time" content="2031-05-02T10:00:00Z"></head><body><article><p>${figure} people were killed when a shell hit the market of Orlu on Thursday, the health ministry said. Rescue workers were still searching the stalls for survivors in the evening.</p></article></body></html>`;
const rss = (...paths: readonly string[]) =>
  `<rss version="2.0"><channel><title>M</title>${paths.map((path) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`;

/** A context whose network is the test's own server, by the name morrow.example. */
function networked(given: Partial<Context> = {}): Context {
  const world = testWorld();
  const limits = { tries: 1, hostDelayMs: 0, totalMs: 500 };
  return contextFor({
    network: async () => ({
      world,
      fetcher: (allowedHosts) => new Fetcher({ tool: 'recount 1.2.3', allowedHosts, world, limits }),
    }),
    ...given,
  });
}

const allowHosts = ['morrow.example'];

async function outcomesOf<I, O>(
  operation: Operation<I, O>,
  input: Omit<I, 'record'>,
  { name: record, evidence }: Place,
  context: Context,
): Promise<Outcome<O>[]> {
  return Array.fromAsync(operation.run({ record, evidence, ...input } as I, context));
}

const told = (outcomes: readonly Outcome<{ status?: string; kind?: string }>[]) =>
  outcomes.map((outcome) => (outcome.ok ? (outcome.value.status ?? outcome.value.kind) : outcome.error.code));

testStores('a link is added with how it came, once', async (place) => {
  await using server = await serve({ '/old': leadsTo('/story', 301), '/story': page('Nine') });
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  const add = () =>
    outcomesOf(addReports, { paths: [server.at('/old'), server.at('/gone')], allowHosts }, place, context);
  assert.deepEqual(told(await add()), ['capture/status', 'added']);
  assert.deepEqual(told(await add()), ['known file', 'capture/status']);
  assert.deepEqual(await outcomesOf(verifyEvidence, {}, place, context), []);
  const record = await openRecord(place, context);
  const entries = await Array.fromAsync(record.journal.read());
  await record.close();
  const captured = entries.filter(({ kind }) => kind === 'capture').map(({ payload }) => payload);
  assert.equal(captured.length, 1);
  const { from, transfer } = captured[0] as { from: string; transfer: Record<string, unknown> };
  assert.deepEqual(
    [from, transfer.status, transfer.finalUrl, transfer.redirects, transfer.remoteAddress, transfer.tool],
    [server.at('/old'), 200, server.at('/story'), [`301 ${server.at('/old')}`], '127.0.0.1', 'recount 1.2.3'],
  );
});

testStores('a report that credits an agency is kept as the agency’s text', async (place, t) => {
  const folder = folderOf(t, {
    'a.txt':
      'date 2031-05-02 Shell\nORLU (Reuters) - Nine people were killed in Orlu on Thursday, police said.\n',
    'b.txt': 'date 2031-05-02 Shell\nNine people were killed in Orlu on Thursday, a doctor told Reuters.\n',
  });
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  await outcomesOf(addReports, { paths: [folder] }, place, context);
  const record = await openRecord(place, context);
  const rows = await record.db.selectFrom('report').select('wire').orderBy('source').execute();
  await record.close();
  assert.deepEqual(
    rows.map(({ wire }) => wire),
    ['Reuters', null],
  );
});

testStores('of a feed the pages are added; links into a closed network are refused', async (place) => {
  await using server = await serve({
    '/feed': rss('/b', '/a', 'http://127.0.0.1/secret'),
    '/a': page('Nine'),
    '/b': page('Twelve'),
  });
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  const outcomes = await outcomesOf(addReports, { paths: [server.at('/feed')], allowHosts }, place, context);
  assert.deepEqual(new Set(told(outcomes)), new Set(['added', 'capture/address-refused']));
  assert.equal(outcomes.length, 3);
  const none = await outcomesOf(addReports, { paths: [server.at('/feed')] }, place, context);
  assert.deepEqual(told(none), ['capture/address-refused']);
});

testStores('the links of a table are fetched where that is asked for, each once', async (place, t) => {
  await using server = await serve({ '/a': page('Nine'), '/b': leadsTo('/b2'), '/b2': page('Twelve') });
  const links = ['/a', '/b', '/late'].map((path) => server.at(path));
  const rows = [...links, server.at('/a'), 'http://127.0.0.1/secret'].map((link) => `${link},\n`).join('');
  const text = 'Two people were killed in Tamrin on Friday, police said.';
  const folder = folderOf(t, { 'links.csv': `link,text\n${rows}https://morrow.example/kept,"${text}"\n` });
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  const paths = [join(folder, 'links.csv')];
  const add = async (more: object) =>
    told(await outcomesOf(addReports, { paths, allowHosts, ...more }, place, context)).sort();
  const untold = Array.from({ length: 5 }, () => 'ingest/link-not-fetched');
  assert.deepEqual(await add({ dryRun: true }), ['added', ...untold]);
  assert.deepEqual(server.asked, []);
  assert.deepEqual(await add({}), ['added', ...untold]);
  assert.deepEqual(await add({}), ['known file']);
  const refused = ['capture/address-refused', 'capture/status'];
  assert.deepEqual(await add({ fetchLinks: true }), ['added', 'added', ...refused, 'known']);
  server.pages.set('/late', sends(page('Six')));
  const asked = server.asked.length;
  assert.deepEqual(await add({ fetchLinks: true }), [
    'added',
    refused[0],
    'known',
    'known file',
    'known file',
  ]);
  assert.deepEqual(
    server.asked.slice(asked).filter((path) => path !== '/robots.txt'),
    ['/late'],
  );
  assert.deepEqual(await outcomesOf(verifyEvidence, {}, place, context), []);
  const record = await openRecord(place, context);
  const entries = await Array.fromAsync(record.journal.read());
  await record.close();
  const transfers = entries.flatMap(({ kind, payload }) =>
    kind === 'capture' ? ((payload.transfer as Record<string, unknown>)?.listedIn ?? []) : [],
  );
  assert.deepEqual(transfers, ['links.csv:2', 'links.csv:3', 'links.csv:4']);
});

test('a list of links alone is kept as evidence where they are fetched', async (t) => {
  await using server = await serve({ '/a': page('Nine') });
  const folder = folderOf(t, { 'links.csv': `${server.at('/a')}\n` });
  const place = folderPlace(t);
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  const input = { paths: [folder], allowHosts, fetchLinks: true };
  assert.deepEqual(told(await outcomesOf(addReports, input, place, context)), ['added']);
  assert.deepEqual(told(await outcomesOf(addReports, input, place, context)), ['known file']);
  const record = await openRecord(place, context);
  const kept = await Array.fromAsync(record.evidence.all());
  await record.close();
  assert.equal(kept.length, 2);
  assert.deepEqual(await outcomesOf(checkWhole, {}, place, context), []);
});

test('a dry run fetches, and changes nothing', async (t) => {
  await using server = await serve({ '/story': page('Nine') });
  const place = folderPlace(t);
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  const add = (dryRun: boolean) =>
    outcomesOf(addReports, { paths: [server.at('/story')], allowHosts, dryRun }, place, context);
  assert.deepEqual(told(await add(true)), ['added']);
  assert.deepEqual(told(await add(true)), ['added']);
  assert.deepEqual(told(await add(false)), ['added']);
});

function opmlIn(t: TestContext, ...feeds: readonly string[]): string {
  const outlines = feeds.map((url) => `<outline text="f" xmlUrl="${url}"/>`).join('');
  return join(
    folderOf(t, { 'feeds.opml': `<opml version="2.0"><head/><body>${outlines}</body></opml>` }),
    'feeds.opml',
  );
}

testStores(
  'watching adds what is new, tells which tolls moved, and goes on after failures',
  async (place, t) => {
    await using server = await serve({
      '/feed': rss('/a'),
      '/a': page('Nine'),
      '/bad': 'no feed',
      '/mute': () => {},
    });
    const context = networked();
    const { world } = await context.network();
    await outcomesOf(initRecord, {}, place, context);
    const feeds = [
      opmlIn(t, server.at('/mute'), server.at('/bad')),
      server.at('/feed'),
      join(place.evidence, 'none.opml'),
    ];
    const round = async () => {
      const outcomes = await outcomesOf(watchFeeds, { feeds, once: true, allowHosts }, place, context);
      await world.sleep(3 * 24 * 3600_000);
      return outcomes;
    };
    const first = await round();
    assert.deepEqual(told(first).sort(), [
      'added',
      'capture/feed-broken',
      'capture/timed-out',
      'ingest/not-found',
      'polled',
    ]);
    const tollsIn = (outcomes: typeof first) =>
      outcomes.flatMap((outcome) =>
        outcome.ok && outcome.value.kind === 'report'
          ? outcome.value.tolls.map(({ harm, before, after }) => [harm, before?.low, after.low, after.high])
          : [],
      );
    assert.deepEqual(tollsIn(first), [['killed', undefined, 9, 9]]);
    server.pages.set('/feed', sends(rss('/b', '/a')));
    server.pages.set('/b', sends(page('Twelve')));
    const second = await round();
    const moved = tollsIn(second);
    assert.equal(moved.length, 1);
    assert.equal(moved[0]![3], 12);
    assert.equal(server.asked.filter((path) => path === '/a').length, 1);
  },
);

test('watching stops when it is told to', async (t) => {
  await using server = await serve({ '/feed': rss('/a'), '/a': page('Nine') });
  const place = folderPlace(t);
  const stop = new AbortController();
  const context = networked({ signal: stop.signal });
  await outcomesOf(initRecord, {}, place, context);
  const input = { record: place.name, feeds: [server.at('/feed')], allowHosts };
  let polls = 0;
  for await (const outcome of watchFeeds.run(input, context)) {
    if (outcome.ok && outcome.value.kind === 'polled' && ++polls === 3) stop.abort();
  }
  assert.equal(polls, 3);
});

test('a list of feeds that is none is told of', async (t) => {
  const place = folderPlace(t);
  const context = networked();
  await outcomesOf(initRecord, {}, place, context);
  const path = join(folderOf(t, {}), 'feeds.opml');
  writeFileSync(path, '<html>');
  assert.deepEqual(told(await outcomesOf(watchFeeds, { feeds: [path], once: true }, place, context)), [
    'capture/feed-broken',
  ]);
});
