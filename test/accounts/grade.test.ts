/** Grades are proposed where their criteria are met in the data, and else say why not (Airwars' five). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judgement } from '../../src/model/judgement.ts';
import { recordOf } from '../support/accounts.ts';

const evaluated = (source: string, i: number): Judgement => ({
  kind: 'register-source',
  id: `s${i}`,
  by: 'p1',
  role: 'lead',
  at: '2025-01-01T00:00:00.000Z',
  source,
  aliases: [],
  evaluation: 'A1',
});
const MINISTRY = "Karsia's health ministry";
const BOTH = [evaluated(MINISTRY, 1), evaluated('Karsia Monitor', 2)];

const grades: readonly (readonly [
  name: string,
  text: string,
  judgements: readonly Judgement[],
  proposed: string | null,
  reason: RegExp,
])[] = [
  ['no status stated', `killed 9 | ${MINISTRY}, government`, [], null, /no source says/],
  [
    'one named source',
    `killed 9 | ${MINISTRY}, government | civilian`,
    [],
    'weak',
    /Karsia's health ministry/,
  ],
  [
    'two sources, not evaluated',
    `killed 9 | ${MINISTRY}, government | civilian\nkilled 9 | Karsia Monitor, ngo | civilian`,
    [],
    null,
    /evaluates 0/,
  ],
  [
    'two evaluated, nobody admits',
    `killed 9 | ${MINISTRY}, government | civilian\nkilled 9 | Karsia Monitor, ngo | civilian`,
    BOTH,
    null,
    /no belligerent/,
  ],
  [
    'two evaluated and a claim of the attack',
    `event e1 2025-03-08 Sorrel | by Norland, claimed\nkilled 9 | ${MINISTRY}, government | civilian\nkilled 9 | Karsia Monitor, ngo | civilian`,
    BOTH,
    'fair',
    /Norland/,
  ],
  [
    'the belligerent accepts',
    `event e1 2025-03-08 Sorrel | by Norland, acknowledged\nkilled 9 | ${MINISTRY}, government | civilian\nkilled 2u | Norland's military, military | civilian | acknowledged`,
    [],
    'confirmed',
    /accepts responsibility/,
  ],
  ['all were combatants', `killed 9 | ${MINISTRY}, government | combatant`, [], 'discounted', /combatants/],
  ['an outlet alone', 'killed 9 | the report itself | civilian', [], null, /no named source/],
  ['nobody harmed', `killed 0 | ${MINISTRY}, government`, [], null, /no account tells/],
];
for (const [name, text, judgements, proposed, reason] of grades) {
  test(name, () => {
    const { grade } = recordOf(`# r1 · Orlu Post · 2025-03-09\n${text}\n`, { judgements });
    assert.equal(grade!.proposed, proposed);
    assert.match(grade!.reason, reason);
  });
}

test('different accusers of different parties make it contested; who blames both sides of a clash does not', () => {
  const rivals = recordOf(`
# r1 · Orlu Post · 2025-03-09
event e1 2025-03-08 Sorrel | by Norland, accused
killed 9 | ${MINISTRY}, government | civilian
# r2 · Seld Herald · 2025-03-09
event e1 2025-03-08 Sorrel | by Velland, accused
killed 9 | ${MINISTRY}, government | civilian
`);
  assert.equal(rivals.grade!.proposed, 'contested');
  const clash = recordOf(`
# r1 · Orlu Post · 2025-03-09
event e1 2025-03-08 Sorrel | by Norland, accused | by Velland, accused
killed 9 | ${MINISTRY}, government | civilian
`);
  assert.equal(clash.grade!.proposed, 'weak');
});
