import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_QUANTITIES } from '../../src/languages/en/quantities/quantities.ts';
import type { Quantity } from '../../src/reading/annotations.ts';
import { findQuantities } from '../../src/reading/quantities/quantities.ts';
import { Source } from '../../src/reading/source.ts';
import { casesOf } from '../support/cases.ts';
import { renderCount } from '../support/count.ts';
import { randomOf, randomText } from '../support/random.ts';

function quantitiesIn(text: string): Quantity[] {
  return findQuantities(new Source({ id: 'test', text }, english()), ENGLISH_QUANTITIES);
}

/** `32+ "At least 32"`, `12 more "another 12"`, `3 of 20 "three of the 20"`, `age "20-year-old"`. */
function render({ count, measures, additional, whole }: Quantity): string {
  const value = measures ?? renderCount(count);
  const more = additional && !measures ? ' more' : '';
  const of = whole ? ` of ${renderCount(whole)}` : '';
  return `${value}${more}${of} "${count.text}"`;
}

/** Articles count one person, which is plain; they would only crowd the cases. */
function isArticle({ by }: Quantity): boolean {
  return by === 'en/article';
}

for (const { title, text, expected, line } of casesOf('quantities')) {
  test(`quantities: ${title} (line ${line})`, () => {
    const found = quantitiesIn(text).filter((quantity) => !isArticle(quantity));
    assert.deepEqual(
      found.map(render),
      expected.filter((item) => item !== 'nothing'),
      text,
    );
  });
}

for (const row of ENGLISH_QUANTITIES.quantifiers) {
  test(`quantifier ${row.id} says what its examples say`, () => {
    const fires = (text: string) => quantitiesIn(text).some(({ by }) => by === row.id);
    for (const text of row.says) assert.ok(fires(text), text);
    for (const text of row.not) assert.ok(!fires(text), text);
  });
}

for (const row of ENGLISH_QUANTITIES.modifiers) {
  test(`modifier ${row.id} bounds what its examples bound`, () => {
    // "exactly" changes no bound and so names no rule; it must stand in the quantity's words.
    const words = row.words.split('|');
    const fires = (text: string) =>
      quantitiesIn(text).some(({ by, count }) =>
        row.bound === 'exactly'
          ? words.some((phrase) => count.text?.toLowerCase().startsWith(`${phrase} `))
          : by === row.id,
      );
    for (const text of row.says) assert.ok(fires(text), text);
    for (const text of row.not) assert.ok(!fires(text), text);
  });
}

for (const row of [...ENGLISH_QUANTITIES.measures, ...ENGLISH_QUANTITIES.figureForms]) {
  test(`measure ${row.id} marks what its examples say`, () => {
    const fires = (text: string) =>
      quantitiesIn(text).some(({ measures, by }) => measures === row.measures && by === row.id);
    for (const text of row.says) assert.ok(fires(text), text);
    for (const text of row.not) assert.ok(!fires(text), text);
  });
}

test('quantities: capitals and curly quotes change no count', () => {
  for (const { text } of casesOf('quantities')) {
    if (text.includes('"') || /capital|month/.test(text)) continue;
    const counts = (input: string) =>
      quantitiesIn(input)
        .filter(({ measures }) => measures === undefined)
        .map(({ count }) => renderCount(count));
    assert.deepEqual(counts(text.replaceAll("'", '’')), counts(text), text);
  }
});

const WORDS =
  'at least 12 to between and 1,200 - – 20 year old aged dozens of the no one half a million , . ( ) $ % 5 March 2020 or more another others all but three in ten 1.2 m km \u{1F600} ٣ 00 1,, hundred and a half score'.split(
    ' ',
  );

test('quantities: any text gives quantities in order, inside it, with bounds that fit', () => {
  const random = randomOf(7);
  for (let round = 0; round < 400; round++) {
    const text = randomText(random, WORDS, 1 + Math.floor(random() * 60));
    let last = 0;
    for (const { from, to, head, count } of quantitiesIn(text)) {
      assert.ok(from >= 0 && from < to && head >= from && head < to, text);
      assert.ok(to >= last, text);
      last = to;
      assert.ok(Number.isInteger(count.min) && count.min >= 0, text);
      assert.ok(count.max === null || (Number.isInteger(count.max) && count.max >= count.min), text);
      assert.ok(text.includes(count.text!), text);
    }
  }
});

test('quantities: time grows with the length of the text and no faster', () => {
  const text = 'at least another some about nearly 12 '.repeat(40_000);
  const start = performance.now();
  quantitiesIn(text);
  assert.ok(performance.now() - start < 8000);
});
