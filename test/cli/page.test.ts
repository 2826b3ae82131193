import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeHtml, pageHead, pageTail, renderArticle } from '../../src/cli/page/page.ts';
import { SCRIPT } from '../../src/cli/page/script.ts';
import { viewOf } from '../../src/cli/view.ts';
import { READING, REPORT } from './port-adren.ts';

const ARTICLE = renderArticle(viewOf({ report: REPORT, reading: READING }), 'r1');

function unmarked(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

test('the text on the page is the text of the report', () => {
  const body = /<div class="body"[^>]*>([\s\S]*?)<\/div>/.exec(ARTICLE)![1]!;
  assert.equal(unmarked(body), REPORT.text);
  assert.equal(unmarked(/<h1[^>]*>(.*?)<\/h1>/.exec(ARTICLE)![1]!), REPORT.title);
});

test('each account marks its figure, its source and its cue', () => {
  for (const [kind, words, row] of [
    ['figure', '21 of its marines', 'r1-1'],
    ['source', 'Velland', 'r1-1'],
    ['cue', 'told reporters', 'r1-2 r1-3'],
    ['gap', 'could not verify the reports', 'r1-g2'],
  ] as const) {
    assert.ok(
      ARTICLE.includes(`<span class="m ${kind}" data-of="${row}">${words}</span>`),
      `${kind} ${words}`,
    );
  }
  assert.ok(
    ARTICLE.includes('data-of="r1-1">21 of its marines died</span>'),
    'the title repeats the first account',
  );
});

test('every row has a button, and every button a row', () => {
  const buttons = [...ARTICLE.matchAll(/<button [^>]*data-of="([^"]+)"/g)].map((match) => match[1]);
  const rows = [...ARTICLE.matchAll(/data-row="([^"]+)"/g)].map((match) => match[1]);
  assert.deepEqual(buttons, rows);
  assert.equal(buttons.length, 8 + 2);
});

test('the accounts of several incidents stand under the name of theirs', () => {
  const titles = [...ARTICLE.matchAll(/<th scope="rowgroup"[^>]*>(.*?)<\/th>/g)].map((match) => match[1]);
  assert.deepEqual(titles, ['air/drone strike (jets) · Port Adren', 'Over more than one incident']);
});

test('a report that was not read does not look like one in which nobody was harmed', () => {
  const problem = { code: 'reading/language-not-read', level: 'error', message: 'It is in "es".' } as const;
  const reading = { ...READING, attributions: [], claims: [], events: [], gaps: [], problems: [problem] };
  const article = renderArticle(viewOf({ report: REPORT, reading }), 'r1');
  assert.match(article, /· not read<\/p>/);
  assert.match(article, /This report was not read/);
  assert.doesNotMatch(article, /no figure of people harmed/i);
});

test('nothing in a report is taken for a tag or a script', () => {
  const evil = '<script>alert(1)</script> & "nine" \u0000\u202e';
  const view = viewOf({
    report: { id: 'x', text: evil, title: evil, source: evil },
    reading: { ...READING, claims: [], gaps: [], attributions: [], events: [], problems: [] },
  });
  assert.doesNotMatch(renderArticle(view, 'r1'), /<script|\u0000|\u202e/);
  assert.equal(escapeHtml('<a&"\'>'), '&#60;a&#38;&#34;&#39;&#62;');
});

test('the script of the page is a script', () => {
  assert.doesNotThrow(() => new Function(SCRIPT));
  assert.doesNotMatch(SCRIPT, /<\/script/);
  assert.match(pageHead() + pageTail(), /^<!doctype html>[\s\S]*<\/html>\n$/);
});
