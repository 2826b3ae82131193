import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH_GAPS } from '../../src/languages/en/gaps/gaps.ts';
import { english } from '../../src/languages/en/language.ts';
import type { Gap } from '../../src/model/reading.ts';
import { unread } from '../../src/reading/annotations.ts';
import { findGaps } from '../../src/reading/gaps/gaps.ts';
import { Source } from '../../src/reading/source.ts';
import { isQuoted } from '../../src/text/span.ts';
import { casesOf } from '../support/cases.ts';
import { randomOf, randomText } from '../support/random.ts';

/** The gaps of a text that tells of nothing else, with the rule of each. */
function gapsIn(text: string): { gap: Gap; by: string }[] {
  const annotations = unread(new Source({ id: 'test', text }, english()));
  return findGaps(annotations, ENGLISH_GAPS).map((gap, i) => ({
    gap,
    by: annotations.reasons.get(`g${i + 1}`)![0]!,
  }));
}

/** `unknown "how many died", count, killed`. */
function render({ kind, about, field, harm }: Gap): string {
  return [`${kind} "${about}"`, field, harm].filter(Boolean).join(', ');
}

for (const { title, text, expected, line } of casesOf('gaps')) {
  test(`gaps: ${title} (line ${line})`, () => {
    assert.deepEqual(
      gapsIn(text).map(({ gap }) => render(gap)),
      expected.filter((item) => item !== 'nothing'),
    );
  });
}

for (const row of ENGLISH_GAPS.rows) {
  test(`gap ${row.id} says what its examples say`, () => {
    const fires = (text: string) => gapsIn(text).some(({ by }) => by === row.id);
    for (const text of row.says) assert.ok(fires(text), text);
    for (const text of row.not) assert.ok(!fires(text), text);
  });
}

test('gaps: any text gives spans that stand in it', () => {
  const words =
    'it was not immediately known how many died , police said . " the names of did n\'t release could be verified “ ” : no word on'.split(
      ' ',
    );
  const random = randomOf(11);
  for (let round = 0; round < 300; round++) {
    const text = randomText(random, words, 1 + Math.floor(random() * 60));
    for (const { gap } of gapsIn(text)) {
      assert.ok(text.includes(gap.about), text);
      for (const span of gap.evidence) assert.ok(isQuoted(text, span), text);
    }
  }
});
