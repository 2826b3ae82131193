/** Counting habits of a corpus, applied to finished counts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asAirwarsCodes } from '../../evaluation/habits.ts';
import { atLeast, exactly, unstated } from '../../src/model/count.ts';

test('a bare plural is coded as two, dozens as 12 to 24', () => {
  const dozens = { min: 24, max: null, kind: 'vague', approximate: true } as const;
  const bounds = [unstated(2), dozens].map(asAirwarsCodes).map(({ min, max }) => [min, max]);
  assert.deepEqual(bounds, [
    [2, 2],
    [12, 24],
  ]);
});

test('figures stay as they are', () => {
  for (const count of [exactly(9), atLeast(9)]) assert.equal(asAirwarsCodes(count), count);
});
