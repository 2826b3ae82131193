import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf, reportsIn, toldIn } from '../support/arrivals.ts';

const ITEM = (i: number): string =>
  `<item><title>Strike ${i} &amp; after</title><link>https://morrow.example/${i}</link><pubDate>Mon, 10 Mar 2025 0${i}:30:00 +0200</pubDate><dc:creator>Ines Maro</dc:creator><description><![CDATA[<p>Summary ${i}.</p>]]></description><content:encoded><![CDATA[<p>Nine people died in Orlu.</p><p>Story ${i}, <b>whole</b>.</p>]]></content:encoded></item>`;
const RSS = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>The Morrow</title><language>en-gb</language>${items}</channel></rss>`;

test('each item of an RSS feed is a report with its own address, moment and author', async () => {
  const [first, second, ...rest] = await reportsIn('feed.xml', RSS(ITEM(1) + ITEM(2)));
  assert.equal(rest.length, 0);
  const { id, ...report } = first!.report;
  assert.deepEqual(report, {
    source: 'feed.xml#item-1',
    title: 'Strike 1 & after',
    text: 'Nine people died in Orlu.\n\nStory 1, whole.',
    published: '2025-03-10T01:30:00+02:00',
    url: 'https://morrow.example/1',
  });
  assert.deepEqual(first!.masthead, {
    byline: 'Ines Maro',
    publisher: 'The Morrow',
    statedLanguage: 'en-gb',
  });
  assert.equal(first!.original.sha256, second!.original.sha256);
  assert.notEqual(id, second!.report.id);
  const [again] = await reportsIn('later.xml', RSS(ITEM(1)));
  assert.equal(again!.report.id, id);
});

test('Atom, RDF and JSON Feed are read alike', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Morrow</title><entry><title type="html">Nine &amp;lt;die&amp;gt;</title><link rel="self" href="https://m.example/self"/><link rel="alternate" href="https://m.example/1"/><updated>2025-03-11T10:00:00Z</updated><published>2025-03-10T10:00:00Z</published><author><name>T. Orel</name></author><content type="xhtml"><div><p>Nine died.</p><p>A &amp; B.</p></div></content></entry></feed>`;
  const rdf = `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>Morrow</title></channel><item rdf:about="u"><title>Nine die</title><link>https://m.example/1</link><dc:date>2025-03-10</dc:date><description>Nine died.</description></item></rdf:RDF>`;
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Morrow',
    items: [
      {
        id: '1',
        title: 'Nine die',
        url: 'https://m.example/1',
        content_html: '<p>Nine died.</p>',
        date_published: '2025-03-10T10:00:00Z',
        authors: [{ name: 'T. Orel' }],
      },
      null,
    ],
  });
  const [entry] = await reportsIn('a.atom', atom);
  assert.deepEqual(
    [entry!.report.title, entry!.report.text, entry!.report.url],
    ['Nine <die>', 'Nine died.\n\nA & B.', 'https://m.example/1'],
  );
  assert.deepEqual(entry!.masthead, {
    byline: 'T. Orel',
    publisher: 'Morrow',
    updated: '2025-03-11T10:00:00Z',
  });
  const [item] = await reportsIn('a.rdf', rdf);
  assert.deepEqual([item!.report.published, item!.report.text], ['2025-03-10', 'Nine died.']);
  const [first, empty] = await reportsIn('feed.json', json);
  assert.deepEqual(
    [first!.report.text, first!.masthead.byline, first!.original.form],
    ['Nine died.', 'T. Orel', 'feed'],
  );
  assert.equal(empty!.report.text, '');
});

test('a feed that is no clean XML loses no item', async () => {
  const broken = RSS(
    `${ITEM(1)}<item><title>Bread & water, <b>5 < 6</title><description>Two died.</description></item>${ITEM(3)}`,
  );
  const all = await reportsIn('feed.xml', broken);
  assert.deepEqual(
    all.map(({ original }) => original.inside),
    ['#item-1', '#item-2', '#item-3'],
  );
});

test('a feed that declares entities is refused, and what is no feed is none', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${RSS(ITEM(1)).slice(21)}`;
  const file = RSS(ITEM(1)).replace('<rss', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss');
  assert.deepEqual(await toldIn('feed.xml', bomb), [['', 'ingest/entities-refused']]);
  assert.deepEqual(await toldIn('feed.xml', file), [['', 'ingest/entities-refused']]);
  assert.deepEqual(await toldIn('feed.rss', '<opml><body/></opml>'), [['', 'ingest/feed-broken']]);
});

test('a feed is known under a server’s wrong name, and its encoding by its first line', async () => {
  const bytes = Buffer.from(
    RSS(ITEM(1))
      .replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="windows-1252"?>')
      .replace('whole', 'Orléac'),
    'latin1',
  );
  const [report] = await reportsIn('https://m.example/feed', bytes, { mediaType: 'text/html' });
  assert.match(report!.report.text, /Orléac/);
  assert.ok(codesOf(report!).includes('ingest/encoding-guessed'));
});

test('items left open stand in one another and are read each by itself, in time that grows with the feed alone', async () => {
  const open = '<item><title>Nine</title><description><b>Nine died.</b>'.repeat(100);
  const all = await reportsIn('feed.xml', RSS(open));
  assert.equal(all.length, 100);
  assert.ok(all.every(({ report }) => report.text === 'Nine died.'));
});
