/** The kinds of page that reports come as: each gives the text, title, day and publisher that a person would take from it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleOf } from '../../src/ingest/html.ts';
import type { SourceRange } from '../../src/text/offset-map.ts';
import { PAGE_KINDS } from '../support/pages/kinds.ts';
import { overlapOf } from '../support/pages/score.ts';

const MAX_DEPTH = 512;

for (const { kind, html, text, title, published, publisher, byline } of PAGE_KINDS) {
  test(`page: ${kind}`, () => {
    const found = articleOf(html, MAX_DEPTH);
    const { f1 } = overlapOf(found.text, text.join('\n\n'));
    assert.ok(f1 >= 0.96, `F1 ${f1.toFixed(3)}:\n${found.text}`);
    const said = { title: found.title, day: found.published?.slice(0, 10) ?? null };
    assert.deepEqual(said, { title, day: published });
    assert.equal(found.masthead?.publisher ?? null, publisher);
    if (byline) assert.equal(found.masthead?.byline, byline);
  });
}

test('every letter of an article leads back to the page', () => {
  let words = 0;
  for (const { kind, html } of PAGE_KINDS) {
    const { text, offsets } = articleOf(html, MAX_DEPTH);
    const map = offsets?.();
    if (!map) continue;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const range: SourceRange | null = map.toSource(index, index + word.length);
      const source: string | null = range && html.slice(range.start, range.end);
      const shown: string | undefined = source?.replace(/<[^>]*>|&shy;/g, '').replace(/&rsquo;/g, '’');
      assert.equal(shown, word, `${kind}: ${source}`);
      words++;
    }
  }
  assert.ok(words > 4000, `${words} words`);
});

test('what a page shows of an article for subscribers is said to be an opening', () => {
  const { html } = PAGE_KINDS.find(({ kind }) => kind.startsWith('paywall'))!;
  const { masthead, problems } = articleOf(html, MAX_DEPTH);
  assert.equal(masthead?.isTeaser, true);
  assert.deepEqual(
    problems?.map(({ code }) => code),
    ['ingest/teaser'],
  );
});

test('a page without an article says so, and gives its lines without its menus', () => {
  const { html, text } = PAGE_KINDS.find(({ kind }) => kind.startsWith('no article'))!;
  const found = articleOf(html, MAX_DEPTH);
  assert.deepEqual(
    found.problems?.map(({ code }) => code),
    ['ingest/no-article'],
  );
  for (const line of text) assert.ok(found.text.includes(line), line);
  assert.doesNotMatch(found.text, /Weather/);
});

test('the agency whose text a page carries is told', () => {
  const wireIn = (first: string, head = ''): string | undefined =>
    articleOf(
      `<head>${head}</head><article><p>${first}</p><p>Two men were hurt, the mayor said.</p></article>`,
      MAX_DEPTH,
    ).masthead?.wire;
  assert.equal(
    wireIn('ORLU, Karsia, March 10 (Reuters) - Nine people died on Monday, doctors said.'),
    'Reuters',
  );
  assert.equal(wireIn('ORLU (AP) — Nine people died on Monday, doctors said.'), 'Associated Press');
  assert.equal(
    wireIn('Nine people died on Monday, doctors said.', '<meta name="author" content="AFP">'),
    'Agence France-Presse',
  );
  assert.equal(wireIn('Nine people died on Monday, doctors told Reuters.'), undefined);
  assert.equal(
    wireIn('Nine people died. The ministry (which AP could not reach) gave no figure.'),
    undefined,
  );
});

test('hostile pages are read or refused in time that grows with their length', () => {
  const pages = [
    '<table><tr>'.repeat(170) + '<td>a'.repeat(5000),
    `<dl>${'<dt>a<dd>b'.repeat(5000)}</dl>`,
    '<ul>'.repeat(250) + '<li>Nine people died, he said</li>'.repeat(2000),
    `<script type="application/ld+json">${'['.repeat(50_000)}</script>`,
    `<title>${' | a - b'.repeat(20_000)}</title>`,
    `<p class="byline">${'By '.repeat(30)}${'a, '.repeat(20_000)}</p>`,
    '<'.repeat(100_000),
    '&amp;'.repeat(50_000),
  ];
  for (const html of pages) assert.equal(typeof articleOf(html, MAX_DEPTH).text, 'string');
});
