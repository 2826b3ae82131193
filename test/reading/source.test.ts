import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/languages/en/language.ts';
import { Source } from '../../src/reading/source.ts';

const TITLE = 'Three held after raid in Orlu';
const source = (title: string, text: string) => new Source({ id: 'r', title, text }, english());

test('a title stands before the text, and spans know which of the two they are of', () => {
  const read = source(TITLE, 'Police came at night.');
  assert.equal(read.doc.text, `${TITLE}\n\nPolice came at night.`);
  assert.deepEqual(read.span({ from: 0, to: 2 }), { start: 0, end: 10, quote: 'Three held', in: 'title' });
  const police = read.doc.tokenAt(read.bodyOffset);
  assert.deepEqual(read.span({ from: police, to: police + 1 }), { start: 0, end: 6, quote: 'Police' });
  assert.deepEqual([read.isInTitle(0), read.isInTitle(police)], [true, false]);
});

test('a title that the text begins with is read once, where it stands in the text', () => {
  for (const title of [TITLE, `${TITLE} - Velda Post`]) {
    const read = source(title, `“Three held after raid in Orlu.”\n\nPolice came at night.`);
    assert.equal(read.bodyOffset, 0);
    assert.deepEqual(read.span({ from: 1, to: 3 }), { start: 1, end: 11, quote: 'Three held' });
    assert.equal(read.isInTitle(1), true);
    assert.equal(read.isInTitle(read.doc.tokenAt(read.storyOffset)), false);
  }
});

test('a first line that only begins like the title is no title', () => {
  assert.notEqual(source(`${TITLE} - Velda Post`, 'Three held\n\nPolice came.').bodyOffset, 0);
  assert.notEqual(source(TITLE, `${TITLE}, officials said.\n\nPolice came.`).bodyOffset, 0);
  assert.notEqual(source(TITLE, TITLE).bodyOffset, 0);
});
