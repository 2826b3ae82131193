import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed, parseOpml } from '../../src/capture/feed.ts';
import { CaptureRefusal } from '../../src/capture/refusal.ts';

const ADDRESS = 'https://morrow.example/feeds/all.xml';
const feedOf = (text: string) => parseFeed(Buffer.from(text), ADDRESS);
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>M</title>${items}</channel></rss>`;

test('every kind of feed gives its items with their page, absolute', async () => {
  const rows = [
    [
      rss('<item><title>A</title><link>/a</link><guid isPermaLink="false">1</guid></item>'),
      '1 https://morrow.example/a',
    ],
    [
      rss('<item><guid>https://morrow.example/b</guid></item>'),
      'https://morrow.example/b https://morrow.example/b',
    ],
    [
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>M</title><entry><id>7</id><title>A</title><link rel="self" href="/self"/><link href="a"/></entry></feed>',
      '7 https://morrow.example/feeds/a',
    ],
    [
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'M',
        items: [{ id: '9', url: '/c' }],
      }),
      '9 https://morrow.example/c',
    ],
  ] as const;
  for (const [text, expected] of rows) {
    const feed = await feedOf(text);
    assert.deepEqual(
      feed?.items.map(({ key, link }) => `${key} ${link}`),
      [expected],
      text,
    );
    assert.equal(feed?.lost, 0, text);
  }
});

test('items that cannot be read are counted', async () => {
  const feed = await feedOf(rss('<item><title>no link</title></item><item><link>/a</link></item>'));
  assert.deepEqual([feed?.items.length, feed?.lost], [1, 1]);
});

test('what is no feed gives none, whatever it is', async () => {
  const entities = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  for (const text of [
    '',
    'plain',
    '<html><body><item></body></html>',
    '{"a":1}',
    '{',
    `<rss>${'<a>'.repeat(30_000)}`,
    entities,
  ])
    assert.equal(await feedOf(text), null, text.slice(0, 50));
  const bomb = await feedOf(
    `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><link>/&x;</link></item>')}`,
  );
  assert.ok(!JSON.stringify(bomb ?? '').includes('root:'));
});

test('an OPML list gives its feeds from all groups, each once', async () => {
  const opml = `<opml version="2.0"><head/><body><outline text="North"><outline text="Morrow" xmlUrl="https://morrow.example/f"/></outline><outline text="again" xmlUrl="https://morrow.example/f"/><outline text="B" type="rss" xmlUrl="https://b.example/f"/></body></opml>`;
  assert.deepEqual(await parseOpml(Buffer.from(opml)), [
    { url: 'https://morrow.example/f', title: 'Morrow' },
    { url: 'https://b.example/f', title: 'B' },
  ]);
  await assert.rejects(parseOpml(Buffer.from('<html>')), CaptureRefusal);
});
