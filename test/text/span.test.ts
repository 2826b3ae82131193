import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isQuoted, spanOf } from '../../src/text/span.ts';

test('a span is a slice of the text and its quote is that slice', () => {
  const text = 'At least 32 people died — “all of them officers”.';
  const span = spanOf(text, 9, 18);
  assert.deepEqual(span, { start: 9, end: 18, quote: '32 people' });
  assert.ok(isQuoted(text, span));
});

test('offsets count UTF-16 code units', () => {
  const text = '🚑 32 people';
  assert.equal(spanOf(text, 3, 5).quote, '32');
});

test('a stretch that is empty, turned round or outside the text is no span', () => {
  for (const [start, end] of [
    [3, 3],
    [4, 2],
    [-1, 2],
    [0, 99],
    [Number.NaN, 2],
  ] as const) {
    assert.throws(() => spanOf('a text', start, end), RangeError);
  }
});

test('a quote that stands elsewhere in the text is not quoted here', () => {
  assert.ok(!isQuoted('two and two', { start: 1, end: 4, quote: 'two' }));
  assert.ok(!isQuoted('two', { start: 0, end: 9, quote: 'two' }));
  assert.ok(!isQuoted('two', { start: 0, end: 0, quote: '' }));
});
