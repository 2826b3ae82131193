import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_KEYS, RUN_WORDS, signatureOf, WINDOW_RUNS } from '../../src/copies/signature.ts';
import { randomOf } from '../support/random.ts';

const random = randomOf(9);
const words = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 1e9).toString(36));
const signature = (list: readonly string[]) => signatureOf({ text: list.join(' ') });

test('a passage as long as a window gives two reports a key in common, wherever it stands', () => {
  for (let round = 0; round < 100; round++) {
    const passage = words(RUN_WORDS + WINDOW_RUNS - 1);
    const [a, b] = [0, 1].map(() =>
      signature([...words(random() * 200), ...passage, ...words(random() * 200)]),
    );
    assert.ok(
      a!.some((key) => b!.includes(key)),
      passage.join(' '),
    );
  }
});

test('keys are ascending, each once, and few', () => {
  const keys = signature(words(2000));
  assert.deepEqual(keys, Uint32Array.from(new Set(keys)).sort());
  assert.ok(keys.length > 100 && keys.length < 250, String(keys.length));
  assert.equal(signature(words(50_000)).length, MAX_KEYS);
});

test('fewer words than a run give no keys; a title stands in where there is no text', () => {
  assert.equal(signature(words(RUN_WORDS - 1)).length, 0);
  assert.equal(signature(words(RUN_WORDS)).length, 1);
  const title = words(20).join(' ');
  assert.deepEqual(signatureOf({ title, text: '' }), signatureOf({ text: title }));
  assert.deepEqual(signatureOf({ title, text: 'One two three four five six.' }).length, 1);
});
