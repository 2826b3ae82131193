import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EntityNetwork } from '../../src/language/entity-network.ts';
import { type Kernels, kernels, plainKernels } from '../../src/language/kernels.ts';
import { Network } from '../../src/language/network.ts';
import { tokenize } from '../../src/language/tokenize.ts';
import { ENGLISH_TOKENIZER } from '../../src/languages/en/tokenizer-exceptions.ts';

const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(import.meta.resolve(`#data/en/${name}.bin`))));

test('WebAssembly and plain TypeScript give the same words and the same marks, to the bit', () => {
  const text = 'Maria Odmark of the Oren Institute flew to Velda.';
  const { starts, ends, count } = tokenize(text, ENGLISH_TOKENIZER);
  const scoresBy = (make: (bytes: number) => Kernels): Float32Array => {
    const words = new Network(bytesOf('network'), make).words({ text, starts, ends }, 0, count);
    return Float32Array.from(new EntityNetwork(bytesOf('entities'), make).marks(words, count).names.scores);
  };
  const fast = scoresBy(kernels);
  assert.ok(fast.some((score) => score > 1));
  assert.deepEqual(fast, scoresBy(plainKernels));
});

test('marks of a sentence do not hang on what was read before', () => {
  const network = new EntityNetwork(bytesOf('entities'));
  const words = (n: number, shift: number): Float32Array =>
    Float32Array.from({ length: n * network.header.width }, (_, i) => Math.sin(i * 12.9898 + shift));
  const first = Float32Array.from(network.marks(words(5, 0), 5).names.scores);
  network.marks(words(40, 1), 40);
  assert.deepEqual(Float32Array.from(network.marks(words(5, 0), 5).names.scores), first);
});
