/**
 * Web pages: how well and how fast articles are taken from them, beside Mozilla's Readability on linkedom, which is what
 * people compare with: `node bench/pages.ts [folder of .html files]`. Text, day and publisher are scored on the kinds of
 * page that the tests hold; on a folder, which has no gold, it says how far the two agree.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { articleOf } from '../src/ingest/html.ts';
import { PAGE_KINDS } from '../test/support/pages/kinds.ts';
import { overlapOf } from '../test/support/pages/score.ts';

const MAX_DEPTH = 512;
const [folder] = process.argv.slice(2);

function readability(html: string): string {
  const { document } = parseHTML(html) as unknown as { document: never };
  try {
    return new Readability(document).parse()?.textContent ?? '';
  } catch {
    return '';
  }
}

function pagesPerSecond(pages: readonly string[], take: (html: string) => unknown): number {
  for (const html of pages) take(html);
  const startedMs = performance.now();
  let taken = 0;
  while (performance.now() - startedMs < 3000) {
    for (const html of pages) take(html);
    taken += pages.length;
  }
  return (taken / (performance.now() - startedMs)) * 1000;
}

const mean = (all: readonly number[]): string =>
  ((100 * all.reduce((sum, each) => sum + each, 0)) / all.length).toFixed(1);
const ours = PAGE_KINDS.map(({ html }) => articleOf(html, MAX_DEPTH));
const share = (isRight: (i: number) => boolean): string =>
  mean(PAGE_KINDS.map((_, i) => (isRight(i) ? 1 : 0)));
const gold = PAGE_KINDS.map(({ text }) => text.join('\n\n'));
console.log(`${PAGE_KINDS.length} kinds of page`);
console.log(`text F1       ${mean(ours.map(({ text }, i) => overlapOf(text, gold[i]!).f1))}`);
console.log(
  `  Readability ${mean(PAGE_KINDS.map(({ html }, i) => overlapOf(readability(html), gold[i]!).f1))}`,
);
console.log(
  `day           ${share((i) => (ours[i]!.published?.slice(0, 10) ?? null) === PAGE_KINDS[i]!.published)}`,
);
console.log(
  `publisher     ${share((i) => (ours[i]!.masthead?.publisher ?? null) === PAGE_KINDS[i]!.publisher)}`,
);
console.log(`title         ${share((i) => ours[i]!.title === PAGE_KINDS[i]!.title)}`);

const pages = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
  : PAGE_KINDS.map(({ html }) => html);
if (folder) {
  const both = pages.map((html) => overlapOf(articleOf(html, MAX_DEPTH).text, readability(html)));
  console.log(
    `${pages.length} pages of ${folder}: agrees with Readability F1 ${mean(both.map(({ f1 }) => f1))}, of our words in its text ${mean(both.map(({ precision }) => precision))}`,
  );
}
const kilobytes = pages.reduce((sum, html) => sum + html.length, 0) / pages.length / 1000;
console.log(`pages a second, ${kilobytes.toFixed(0)} kB each`);
console.log(`  ours        ${pagesPerSecond(pages, (html) => articleOf(html, MAX_DEPTH)).toFixed(0)}`);
console.log(`  Readability ${pagesPerSecond(pages, readability).toFixed(0)}`);
