import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernels, wholesReference } from '../../src/language/matrix.ts';

test('the kernel for whole numbers gives what plain TypeScript gives, to the bit', () => {
  const { memory, wholes } = kernels(1 << 20);
  for (const [n, pairs, m] of [
    [4, 1, 8],
    [8, 7, 16],
    [12, 64, 24],
  ] as const) {
    const a = new Int16Array(memory.buffer, 0, n * pairs * 2).map((_, i) => ((i * 7919) % 4001) - 2000);
    const b = new Int16Array(memory.buffer, 65_536, m * pairs * 2).map(
      (_, i) => ((i * 104_729) % 2001) - 1000,
    );
    new Int16Array(memory.buffer, 0, a.length).set(a);
    new Int16Array(memory.buffer, 65_536, b.length).set(b);
    wholes(0, 65_536, 262_144, n, pairs, m, 0);
    assert.deepEqual(new Int32Array(memory.buffer, 262_144, n * m), wholesReference(a, b, n, pairs, m));
  }
});

test('the kernel for floats multiplies, and adds when told to', () => {
  const { memory, floats } = kernels(1 << 20);
  const a = new Float32Array(memory.buffer, 0, 12).map((_, i) => i - 5);
  const b = new Float32Array(memory.buffer, 4096, 24).map((_, i) => i % 5);
  new Float32Array(memory.buffer, 0, 12).set(a);
  new Float32Array(memory.buffer, 4096, 24).set(b);
  const c = new Float32Array(memory.buffer, 8192, 32);
  floats(0, 4096, 8192, 4, 3, 8, 0);
  floats(0, 4096, 8192, 4, 3, 8, 1);
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 8; j++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += a[i * 3 + k]! * b[k * 8 + j]!;
      assert.equal(c[i * 8 + j], 2 * sum);
    }
  }
});
