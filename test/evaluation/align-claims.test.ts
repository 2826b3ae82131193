import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignClaims, type GoldClaim } from '../../evaluation/align-claims.ts';
import { exactly } from '../../src/model/count.ts';
import type { Claim, Count, Reading } from '../../src/model/reading.ts';

const TEXT = 'Gunmen killed four farmers and wounded two near Tarvela. In June a mine killed nine there.';

const at = (quote: string): [number, number] => [TEXT.indexOf(quote), TEXT.indexOf(quote) + quote.length];

function coded(quote: string, harm: Claim['harm'], count: number, more: Partial<GoldClaim> = {}): GoldClaim {
  const bounds = { min: count, max: count, kind: 'exact' } as const;
  return { corpus: 'none', report: 'r', harm, ...bounds, event: 'main', evidence: [at(quote)], ...more };
}

function claim(quote: string, harm: Claim['harm'], count: Count, event: string | null = 'e1'): Claim {
  const [start, end] = at(quote);
  return {
    id: `c${start}`,
    event,
    scope: 'incident',
    harm,
    count,
    victims: { civilianStatus: 'unknown', named: [], evidence: [] },
    perpetrators: [],
    attribution: [],
    stance: 'asserted',
    relations: [],
    evidence: [{ start, end, quote }],
    confidence: 0.5,
  };
}

function reading(...claims: Claim[]): Reading {
  const event = { type: 'attack', perpetrators: [], targets: [], weapons: [], toll: {}, civilianToll: {} };
  return {
    report: { id: 'r', language: 'en' },
    reader: { name: 'none', version: '0' },
    attributions: [],
    claims,
    events: ['e1', 'e2'].map((id) => ({ id, ...event, tollFrom: {}, civilianTollFrom: {}, evidence: [] })),
    gaps: [],
    problems: [],
  };
}

test('claims are paired by harm and words; what is left over is missed or spurious', () => {
  const farmers = coded('killed four farmers', 'killed', 4);
  const hurt = coded('wounded two', 'injured', 2);
  const invented = claim('near Tarvela', 'killed', exactly(1));
  const { pairs, missed, spurious } = alignClaims(
    [farmers, hurt],
    reading(
      claim('four farmers', 'killed', exactly(4)),
      claim('wounded two', 'killed', exactly(2)),
      invented,
    ),
  );
  assert.deepEqual(
    pairs.map(({ gold, verdict }) => [gold, verdict]),
    [[farmers, { bounds: true, event: true }]],
  );
  assert.deepEqual(missed, [hurt]);
  assert.equal(spurious.length, 2);
});

test('bounds and event are judged apart', () => {
  const { pairs } = alignClaims(
    [coded('killed four farmers', 'killed', 4), coded('a mine killed nine', 'killed', 9, { event: 'other' })],
    reading(claim('killed four', 'killed', exactly(5)), claim('killed nine', 'killed', exactly(9))),
  );
  assert.deepEqual(
    new Map(pairs.map(({ gold, verdict }) => [gold.min, verdict])),
    new Map([
      [4, { bounds: false, event: true }],
      [9, { bounds: true, event: false }],
    ]),
  );
});

test('of two claims on the same words the one with the right bounds is taken', () => {
  const { pairs, spurious } = alignClaims(
    [coded('killed four farmers', 'killed', 4)],
    reading(claim('killed four farmers', 'killed', exactly(1)), claim('killed four', 'killed', exactly(4))),
  );
  assert.equal(pairs[0]?.claim.count.min, 4);
  assert.equal(spurious.length, 1);
});

test('an optional claim is neither missed nor spurious', () => {
  const again = coded('near Tarvela', 'killed', 4, { optional: true });
  assert.deepEqual(alignClaims([again], reading()).missed, []);
  assert.deepEqual(alignClaims([again], reading(claim('near Tarvela', 'killed', exactly(4)))).spurious, []);
});

test('another coding of the same words is as right', () => {
  const shot = coded('wounded two', 'injured', 2, { or: [{ harm: 'killed' }, { min: 2, max: null }] });
  for (const told of [
    claim('wounded two', 'killed', exactly(2)),
    claim('wounded two', 'injured', { min: 2, max: null, kind: 'unstated', approximate: false }),
  ]) {
    assert.deepEqual(alignClaims([shot], reading(told)).pairs[0]?.verdict, { bounds: true, event: true });
  }
});
