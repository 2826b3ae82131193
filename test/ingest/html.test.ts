import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseHtml } from '../../src/ingest/html.ts';

const SAMPLE = readFileSync(new URL('../../samples/ferry-square-protest.html', import.meta.url), 'utf8');
const PARAGRAPH =
  '<p>Nine people were killed near Orlu on Monday, the mayor said, and more than twenty were injured when the wall fell.</p>';

test('a page gives its article, title and moment, without what stands around it', () => {
  const page = parseHtml(SAMPLE);
  assert.ok(page.ok);
  assert.equal(page.published, '2025-01-23T09:30:00+02:00');
  assert.match(page.title ?? '', /^Three dead, say police/);
  assert.match(page.text, /^Police in Velstad said .*eleven dead\.\n\n“Our officers/s);
  assert.doesNotMatch(page.text, /Weather|avalanche|metrics|Copyright/);
});

test('the day of publication is taken from where pages state it', () => {
  const ways = {
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-03-01"}</script>':
      '2025-03-01',
    '<meta name="date" content="2025-03-01 10:00">': '2025-03-01',
    '<meta itemprop="datePublished" content="2025-03-01T10:00:00Z">': '2025-03-01T10:00:00Z',
    '<meta name="pubdate" content="Sat, 01 Mar 2025 10:00:00 GMT">': '2025-03-01T10:00:00.000Z',
    '<meta name="date" content="yesterday">': undefined,
  };
  for (const [head, published] of Object.entries(ways)) {
    const page = parseHtml(`<html><head>${head}</head><body>${PARAGRAPH}</body></html>`);
    assert.equal(page.ok && page.published, published, head);
  }
  const timed = parseHtml(
    `<body><time datetime="2025-03-01T08:00:00+0100">Saturday</time>${PARAGRAPH}</body>`,
  );
  assert.equal(timed.ok && timed.published, '2025-03-01T08:00:00+01:00');
});

test('breaks stay breaks and spaces are squeezed', () => {
  const page = parseHtml(`<body><article>${PARAGRAPH}<p>One<br>two&nbsp;three   four</p></article></body>`);
  assert.match(page.ok ? page.text : '', /fell\.\n\nOne\ntwo three four$/);
});

test('a page cut off anywhere gives an article or says why not', () => {
  for (let end = 0; end < SAMPLE.length; end += 97) {
    const page = parseHtml(SAMPLE.slice(0, end));
    assert.ok(page.ok ? typeof page.text === 'string' : page.message.length > 0);
  }
});

test('tags that nest without end are refused', () => {
  const page = parseHtml(`${'<div>'.repeat(20_000)}Nine died.`);
  assert.match(page.ok ? '' : page.message, /^The page nests tags more than 512 deep/);
});
