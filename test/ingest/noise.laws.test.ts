/** Whatever the bytes are, each file gives one report or one error; nothing throws. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ingest } from '../../src/ingest/ingest.ts';
import { bytesOf } from '../support/files.ts';
import { randomOf } from '../support/random.ts';

const SAMPLE = readFileSync(new URL('../../samples/ferry-square-protest.html', import.meta.url));

/** Five ways for bytes to go wrong. */
function noisy(random: () => number): Uint8Array {
  const bytes = Uint8Array.from({ length: Math.floor(random() * 600) }, () => Math.floor(random() * 256));
  switch (Math.floor(random() * 5)) {
    case 0:
      return bytes;
    case 1:
      return bytes.map((byte) => 0x20 + (byte % 0x5f));
    case 2:
      return SAMPLE.subarray(0, Math.floor(random() * SAMPLE.length));
    case 3:
      return Buffer.concat([Buffer.from([0x1f, 0x8b]), bytes]);
    default: {
      const damaged = Uint8Array.from(SAMPLE);
      for (const byte of bytes.subarray(0, 40)) damaged[Math.floor(random() * damaged.length)] = byte;
      return damaged;
    }
  }
}

test('1,000 files of noise: a report or an error each', async () => {
  const random = randomOf(2025);
  const outcomes = { read: 0, refused: 0 };
  for (let i = 0; i < 1000; i++) {
    const content = noisy(random);
    const format = i % 7 === 0 ? ('html' as const) : undefined;
    const all = await Array.fromAsync(ingest(['-'], { format, stdin: () => bytesOf(content) }));
    assert.ok(all.length >= 1, `file ${i} gave nothing`);
    for (const arrival of all) {
      if (arrival.ok) outcomes.read++;
      else assert.match(arrival.error.code, /^ingest\//, `file ${i}`);
    }
    if (all.some(({ ok }) => !ok)) outcomes.refused++;
  }
  assert.ok(outcomes.read > 300 && outcomes.refused > 200, JSON.stringify(outcomes));
});
