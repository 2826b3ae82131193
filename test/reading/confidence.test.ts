import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/languages/en/language.ts';
import {
  type ConfidenceContext,
  confidenceOf,
  wordsBefore,
} from '../../src/reading/confidence/confidence.ts';
import { Source } from '../../src/reading/source.ts';
import { parseTollClaims } from '../support/toll-claims.ts';

const PLAIN: ConfidenceContext = { isChosen: false, wordsBefore: 0, events: 1 };

/** The confidence of one claim, written as in the annotation guide. */
function sureOf(claim: string, context: Partial<ConfidenceContext> = {}): number {
  return confidenceOf(parseTollClaims([`1 ${claim}`])[0]!, { ...PLAIN, ...context });
}

test('a number is surer than a plural without one, and that than somebody', () => {
  assert.ok(sureOf('killed 4') > sureOf('killed 2+ unstated'));
  assert.ok(sureOf('killed 2+ unstated') > sureOf('killed 1+ unstated'));
});

test('deep in a report, of several events or by a learned decision a claim is less sure', () => {
  const plain = sureOf('killed 4');
  assert.ok(sureOf('killed 4', { wordsBefore: 200 }) < plain);
  assert.ok(sureOf('killed 4', { events: 3 }) < plain);
  assert.ok(sureOf('killed 4', { isChosen: true }) < plain);
});

test('confidence is a share to two places, also of the least sure claim of the longest report', () => {
  const least = sureOf('killed 1+ unstated', { wordsBefore: 1_000_000, isChosen: true, events: 99 });
  assert.ok(least >= 0 && least < 0.05, String(least));
  assert.equal(least, Math.round(100 * least) / 100);
});

test('words before a claim are those of the body, whatever stands between them', () => {
  const at = (text: string, title?: string): number => {
    const source = new Source({ id: 'r', text, ...(title === undefined ? {} : { title }) }, english());
    const { doc } = source;
    return wordsBefore(source, doc.tokenAt(doc.text.lastIndexOf('killed')));
  };
  const text = 'Police came late. Four people were killed in Arle.';
  assert.equal(at(text), 7);
  assert.equal(at(text.replaceAll(' ', '  ')), 7);
  assert.equal(at(text, 'A night in Arle'), 7);
  assert.equal(at('Police came late.', 'Four killed in Arle'), 0);
});
