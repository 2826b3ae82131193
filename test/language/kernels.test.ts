import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kernels, kernels, plainKernels } from '../../src/language/kernels.ts';

const SIZE = 1 << 20;

/** Runs the same on both over the same memory, and compares all of it, to the bit. */
function same(run: (kernels: Kernels) => void): void {
  const [fast, plain] = [kernels(SIZE), plainKernels(SIZE)];
  for (const { memory } of [fast, plain]) {
    const f32 = new Float32Array(memory.buffer);
    const i16 = new Int16Array(memory.buffer);
    for (let i = 0; i < 65_536; i++) f32[i] = Math.fround(Math.sin(i * 12.9898) * 3);
    for (let i = 131_072; i < 262_144; i++) i16[i] = ((i * 7919) % 4001) - 2000;
  }
  run(fast);
  run(plain);
  assert.ok(Buffer.from(fast.memory.buffer).equals(Buffer.from(plain.memory.buffer)));
}

test('products of whole numbers', () => same((k) => k.wholes(262_144, 300_000, 600_000, 12, 20, 24, 0)));
test('products of floats, added to what was there', () =>
  same((k) => k.floats(0, 40_000, 80_000, 8, 12, 16, 1)));
test('floats to whole numbers', () => same((k) => k.quantize(0, 600_000, 4000)));
test('sums to floats', () => same((k) => k.finish(262_144, 0, 4096, 600_000, 0.001, 7, 24)));
test('rows of bytes added', () =>
  same((k) => {
    const list = [300_000, 0.01, 600_000, 300_100, 0.5, 600_064, 300_200, -2, 600_000];
    list.forEach((value, i) => {
      if (i % 3 === 1) new Float32Array(k.memory.buffer)[i] = value;
      else new Int32Array(k.memory.buffer)[i] = value;
    });
    k.addRows(0, 3, 16);
  }));
test('gates, forwards and backwards', () =>
  same((k) => {
    k.gates(262_144, 0, 8192, 600_000, 700_000, 0.002, 5, 8, 2 * 96, 2 * 32);
    k.gates(262_144 + 4 * 192, 96, 8192 + 4 * 64, 650_000 + 4 * 64, 710_000, 0.002, 5, 8, -192, -64);
  }));
