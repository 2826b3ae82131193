import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cohensKappa, INTERVAL, krippendorffsAlpha, NOMINAL } from '../../src/model/agreement.ts';

const near = (actual: number | null, expected: number): void =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 5e-4, `${actual} is not ${expected}`);

/** A table of how often two coders gave each pair of values, as pairs. */
const pairs = (table: readonly (readonly [string, string, number])[]): [string, string][] =>
  table.flatMap(([a, b, times]) => Array.from({ length: times }, (): [string, string] => [a, b]));

test('kappa is what chance leaves of agreement', () => {
  // 35 of 50 agree, where chance would have 25
  near(
    cohensKappa(
      pairs([
        ['y', 'y', 20],
        ['y', 'n', 5],
        ['n', 'y', 10],
        ['n', 'n', 15],
      ]),
    ),
    0.4,
  );
  near(
    cohensKappa(
      pairs([
        ['y', 'n', 5],
        ['n', 'y', 5],
      ]),
    ),
    -1,
  );
  assert.equal(cohensKappa([]), null);
  assert.equal(cohensKappa(pairs([['y', 'y', 3]])), null);
});

// Krippendorff (2011), section C: four observers, twelve units, gaps
const UNITS = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
];

test('alpha is as in the paper that defines it', () => {
  near(krippendorffsAlpha<number>(UNITS, NOMINAL), 0.743);
  near(krippendorffsAlpha(UNITS, INTERVAL), 0.849);
  assert.equal(krippendorffsAlpha([[1], [2]], INTERVAL), null);
  assert.equal(
    krippendorffsAlpha(
      [
        [1, 1],
        [1, 1],
      ],
      INTERVAL,
    ),
    null,
  );
});
