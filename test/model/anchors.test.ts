import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf, findClaim, resolveAnchors } from '../../src/model/anchors.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import type { Claim, Reading } from '../../src/model/reading.ts';

const TEXT = 'Nine people were killed and forty injured, the ministry said. Two guards were killed later.';

function claim(id: string, harm: Claim['harm'], quote: string): Claim {
  const start = TEXT.indexOf(quote);
  const evidence = [{ start, end: start + quote.length, quote }];
  const count = { min: 1, max: 1, kind: 'exact' as const, approximate: false };
  const victims = { civilianStatus: 'unknown' as const, named: [], evidence: [] };
  return {
    id,
    event: null,
    scope: 'incident',
    harm,
    count,
    victims,
    perpetrators: [],
    attribution: [],
    stance: 'asserted',
    relations: [],
    evidence,
    confidence: 1,
  };
}

const readingOf = (...claims: Claim[]): Reading => ({
  report: { id: 'r', language: 'en' },
  reader: { name: 'by hand', version: '1' },
  attributions: [],
  claims,
  events: [],
  gaps: [],
  problems: [],
});

test('a claim is found by its words whatever its number is, and however they were cut', () => {
  const anchor = anchorOf('r', claim('c1', 'killed', 'Nine people were killed'));
  const anew = readingOf(
    claim('c7', 'killed', 'Two guards were killed'),
    claim('c8', 'killed', 'Nine people'),
    claim('c9', 'injured', 'Nine people were killed'),
  );
  assert.equal(
    findClaim(anew, { ...anchor, evidence: [{ start: 0, end: 15, quote: 'Nine people wer' }] })?.id,
    'c8',
  );
  assert.equal(findClaim(readingOf(claim('c2', 'killed', 'Two guards')), anchor), null);
  assert.equal(findClaim(readingOf(claim('c3', 'injured', 'Nine people were killed')), anchor), null);
});

test('of two on the same words the one that kept its name is meant', () => {
  const twins = [claim('c1', 'killed', 'Two guards'), claim('c2', 'killed', 'Two guards')];
  assert.equal(findClaim(readingOf(...twins), anchorOf('r', twins[1]!))?.id, 'c2');
});

test('a judgement takes the name that its claim has now, and is lost where its words make none', () => {
  const judgement: Judgement = {
    kind: 'reject',
    id: 'j1',
    by: 'vera',
    role: 'recorder',
    at: '2031-05-02T00:00:00.000Z',
    claim: anchorOf('r', claim('c1', 'killed', 'Two guards')),
  };
  const moved = resolveAnchors(judgement, () => readingOf(claim('c5', 'killed', 'Two guards')));
  assert.equal(moved.isLost, false);
  assert.equal(moved.judgement.kind === 'reject' && moved.judgement.claim.ref, 'r#c5');
  assert.equal(resolveAnchors(judgement, () => readingOf()).isLost, true);
  assert.equal(resolveAnchors(judgement, () => undefined).isLost, true);
});
