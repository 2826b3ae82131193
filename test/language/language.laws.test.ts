/** What holds of every text, however odd. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Doc } from '../../src/language/doc.ts';
import { isSpace } from '../../src/language/tokenize.ts';
import { descendantsOf, pathToRoot, rootOf, subtreeOf } from '../../src/language/tree.ts';
import { english } from '../../src/languages/en/language.ts';

/** Random numbers that come out the same on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Tokens in order, never empty, with nothing but white space between them: they rebuild the text. */
function assertRebuilds(doc: Doc): void {
  let at = 0;
  for (let i = 0; i < doc.length; i++) {
    assert.ok(doc.start(i) >= at && doc.end(i) > doc.start(i), `token ${i}`);
    for (; at < doc.start(i); at++)
      assert.ok(isSpace(doc.text.charCodeAt(at)), `character ${at} is left out`);
    at = doc.end(i);
  }
  for (; at < doc.text.length; at++)
    assert.ok(isSpace(doc.text.charCodeAt(at)), `character ${at} is left out`);
  assert.equal(doc.sentenceStarts[doc.sentenceCount] ?? 0, doc.length);
}

/** One root in each sentence, every head in its own sentence, and from every token a way up to the root. */
function assertTrees(doc: Doc): void {
  for (let s = 0; s < doc.sentenceCount; s++) {
    const { from, to } = doc.sentence(s);
    assert.ok(from < to, 'no empty sentence');
    let roots = 0;
    for (let i = from; i < to; i++) {
      const head = doc.head(i);
      if (head === -1) roots++;
      else assert.ok(head >= from && head < to && head !== i);
      assert.equal(doc.deprel(i) === 'root', head === -1);
    }
    assert.equal(roots, 1);
    for (let i = from; i < to; i++) {
      let steps = 0;
      for (let k = i; k !== -1; k = doc.head(k)) assert.ok(steps++ < to - from, 'no cycle');
    }
    for (const entity of doc.entities(s))
      assert.ok(entity.from >= from && entity.to <= to && entity.from < entity.to);
  }
}

const SAMPLES = [
  'At least 32 people, including nine children, were killed in Velda on Tuesday, the ministry said.',
  'SAN OREL, 3 JAN 90 -- THE ARMY REPORTED THAT TWO PEASANTS DIED.',
  '“We don’t know,” she said…\n\n• one\n• two\nhttps://example.org/a?b=c #Velda @oren',
  '',
  ' \n\t ',
  '.',
  '\ud83d\ude00 \ud800 \udc00',
  'a\u0000b\u200bc\u2028d',
];

test('tokens rebuild the text, and every sentence is one tree', () => {
  for (const text of SAMPLES) {
    const doc = english().analyse(text);
    assertRebuilds(doc);
    assertTrees(doc);
  }
});

test('10,000 strings of random characters', () => {
  const random = randomFrom(7);
  const pieces = [
    ...'  \n\n.,:;!?"\'“”‘’()[]-–—…/@#$%&*+=_<>',
    "n't",
    "'s",
    'Mr.',
    'U.S.',
    'www.',
    'a',
    'The',
    'KILLED',
    '12',
    '3.5',
    'é',
    'ß',
    'م',
    '中',
    '\ud83d\ude00',
    '\ud800',
    '\u200d',
    '\u00a0',
  ];
  for (let k = 0; k < 10_000; k++) {
    let text = '';
    const length = 1 + Math.floor(random() * 24);
    for (let i = 0; i < length; i++) {
      text +=
        random() < 0.7
          ? pieces[Math.floor(random() * pieces.length)]
          : String.fromCharCode(Math.floor(random() * 65_536));
    }
    const doc = english().analyse(text);
    assertRebuilds(doc);
    if (k % 20 === 0) assertTrees(doc);
    for (let i = 0; i < doc.length && k % 20 === 0; i++) assert.equal(typeof doc.lemma(i), 'string');
  }
});

test('the same text gives the same Doc, whatever was read before it', () => {
  const first = SAMPLES.map((text) => english().analyse(text));
  const table = (doc: Doc): unknown[] =>
    Array.from({ length: doc.length }, (_, i) => [
      doc.form(i),
      doc.upos(i),
      doc.xpos(i),
      doc.lemma(i),
      doc.head(i),
      doc.deprel(i),
    ]);
  const forward = first.map(table);
  const again = [...SAMPLES].reverse().map((text) => {
    const doc = english().analyse(text);
    for (let s = doc.sentenceCount - 1; s >= 0; s--) doc.entities(s);
    return table(doc);
  });
  assert.deepEqual(again.reverse(), forward);
});

test('one sentence of five million characters is cut and tokenised; one of 20,000 words is cut into trees', () => {
  const long = english().analyse('the men of the town and '.repeat(220_000));
  assert.equal(long.length, 220_000 * 6);
  assert.equal(english().analyse('x'.repeat(5_000_000)).text.length, 5_000_000);
  const parsed = english().analyse('soldiers and '.repeat(10_000));
  assert.equal(parsed.sentenceCount, 20_000 / 400);
  assertTrees(english().analyse('soldiers and '.repeat(500)));
  assert.equal(parsed.head(rootOf(parsed, 19_999)), -1);
});

test('subtrees, descendants and paths agree with the heads', () => {
  for (const text of SAMPLES.slice(0, 3)) {
    const doc = english().analyse(text);
    for (let i = 0; i < doc.length; i++) {
      const { from, to } = doc.sentence(doc.sentenceOf(i));
      const under: number[] = [];
      for (let k = from; k < to; k++) if (pathToRoot(doc, k).includes(i)) under.push(k);
      assert.deepEqual(descendantsOf(doc, i), under);
      assert.deepEqual(subtreeOf(doc, i), { from: under[0], to: under.at(-1)! + 1 });
    }
  }
});
