import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactly, unstated } from '../../src/model/count.ts';
import type { Claim } from '../../src/model/reading.ts';
import { confidenceFeatures, confidenceOf } from '../../src/reading/confidence/confidence.ts';

function claim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    event: 'e1',
    scope: 'incident',
    harm: 'killed',
    count: exactly(4),
    victims: { civilianStatus: 'unknown', named: [], evidence: [] },
    perpetrators: [],
    attribution: [],
    stance: 'asserted',
    relations: [],
    evidence: [{ start: 900, end: 906, quote: 'killed' }],
    confidence: 0,
    ...more,
  };
}

const later = claim('c2', { relations: [{ to: 'c1', kind: 'repeats' }] });

test('a figure is surer than a bare noun, and a bare plural surer than a bare singular', () => {
  const said = [exactly(4), unstated(2), unstated(1)].map((count) =>
    confidenceOf(claim('c1', { count }), []),
  );
  assert.deepEqual(
    said,
    [...said].sort((a, b) => b - a),
  );
  assert.equal(new Set(said).size, 3);
});

test('a claim that another repeats is surer; one beside another figure of its harm and event is less sure', () => {
  const alone = confidenceOf(claim('c1'), [claim('c1')]);
  assert.ok(confidenceOf(claim('c1'), [claim('c1'), later]) > alone);
  const rival = claim('c3', { count: exactly(9) });
  assert.ok(confidenceOf(claim('c1'), [claim('c1'), rival]) < alone);
  const elsewhere = claim('c3', { count: exactly(9), event: 'e2' });
  assert.equal(confidenceOf(claim('c1'), [claim('c1'), elsewhere]), alone);
});

test('where a claim stands and how it is written is seen: the lead, capitals, the title', () => {
  const at = (start: number, quote: string, title?: 'title') =>
    confidenceFeatures(
      claim('c1', {
        evidence: [{ start, end: start + quote.length, quote, ...(title ? { in: title } : {}) }],
      }),
      [],
    );
  assert.equal(at(20, 'killed').lead, 1);
  assert.equal(at(20, 'killed', 'title').lead, 0);
  assert.equal(at(900, 'killed').lead, 0);
  assert.equal(at(900, 'KILLED').capitals, 1);
  assert.equal(at(900, '死亡').capitals, 0);
});
