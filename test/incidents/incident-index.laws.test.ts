/** What is grouped a report at a time is what is grouped all at once, whatever people decide in between and take back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockKeysOf, FIRST, MAX_KEYS } from '../../src/incidents/block.ts';
import { cluster } from '../../src/incidents/cluster.ts';
import { WEIGHTS } from '../../src/incidents/compare/compare.ts';
import { IncidentIndex } from '../../src/incidents/incident-index.ts';
import { type Decision, enforce } from '../../src/incidents/judge.ts';
import { mentionsOf } from '../../src/incidents/mention.ts';
import { reconcile } from '../../src/incidents/reconcile.ts';
import type { KeptReport } from '../../src/model/record.ts';
import { randomOf } from '../support/random.ts';
import { kept, type Told } from './kept.ts';

const RARITY = { of: (form: string) => (form.length > 3 ? 5 : 1) };
const TOWNS = ['Orlu', 'Dern', 'Hask', 'Maro'] as const;
const NAMES = ['Tamo Brill', 'Ana Vesk', 'Ferro Lund', 'Ilse Korn', 'Petar Haan', 'Mira Dost'] as const;
const STREETS = ['Halm Street', 'Mill Lane', 'Quay Road'] as const;
const WAYS = ['a shell hit the bakery', 'a bomb went off at the market', 'gunmen fired on a bus'] as const;

/** Reports of few towns, people and days, so that many are alike and many are in doubt. */
function reportOf(random: () => number, i: number): KeptReport {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentences: string[] = [];
  const told = Array.from({ length: random() < 0.3 ? 2 : 1 }, (): Told => {
    const [town, named, day] = [pick(TOWNS), pick(NAMES), `2031-05-${10 + Math.floor(random() * 9)}`];
    const words = `Two people, ${named} among them, died when ${pick(WAYS)} on ${pick(STREETS)} in ${town}.`;
    sentences.push(words);
    return { words, day, place: town, killed: 2, named: [named] };
  });
  const day = 10 + Math.floor(random() * 12);
  const recordedAt = `2031-06-01T00:00:${String(i).padStart(2, '0')}.000Z`;
  return kept(`r${String(i).padStart(2, '0')}`, sentences.join(' '), told, {
    published: `2031-05-${day}`,
    recordedAt,
  });
}

function decisionsOf(random: () => number, ids: readonly string[]): Decision[] {
  const pick = (): string => ids[Math.floor(random() * ids.length)]!;
  return Array.from({ length: Math.floor(random() * 4) }, (_, i) => ({
    judgement: `j${i}`,
    a: pick(),
    b: pick(),
    is: random() < 0.5 ? ('same' as const) : ('different' as const),
  })).filter(({ a, b }) => a !== b);
}

test('incremental is recomputed', () => {
  const random = randomOf(7);
  let joined = 0;
  for (let round = 0; round < 30; round++) {
    const reports = Array.from({ length: 24 }, (_, i) => reportOf(random, i));
    const mentions = reports.flatMap((report) => mentionsOf(report, RARITY));
    const ids = mentions.map(({ id }) => id);
    const index = new IncidentIndex(RARITY);
    let decisions = enforce([]);
    for (const report of reports) {
      index.add(report);
      if (random() < 0.3) index.decide((decisions = enforce(decisionsOf(random, ids))));
      if (random() < 0.7) index.settle();
    }
    index.settle();
    const whole = cluster(mentions, index.links(), decisions, WEIGHTS);
    assert.deepEqual(index.groups(), whole);
    joined += mentions.length - whole.length;
  }
  assert.ok(joined > 200, `too few were put together (${joined}) for this to show anything`);
});

test('reports in any order give the same incidents', () => {
  const random = randomOf(8);
  for (let round = 0; round < 10; round++) {
    const reports = Array.from({ length: 20 }, (_, i) => reportOf(random, i));
    const other = reports.toSorted(() => random() - 0.5);
    assert.deepEqual(reconcile(other, [], RARITY).incidents, reconcile(reports, [], RARITY).incidents);
  }
});

test('a report is compared with a bounded number of others, and a large incident still finds all of its own', () => {
  const index = new IncidentIndex(RARITY);
  const text = 'Two people, Tamo Brill among them, died when a shell hit the bakery on Halm Street in Orlu.';
  for (let i = 0; i < 3 * FIRST; i++) {
    const report = kept(
      `r${String(i).padStart(3, '0')}`,
      text,
      [{ day: '2031-05-12', place: 'Orlu', killed: 2, named: ['Tamo Brill'] }],
      { published: '2031-05-12' },
    );
    const [mention] = mentionsOf(report, RARITY);
    assert.ok(blockKeysOf(mention!).length <= MAX_KEYS);
    assert.ok(index.add(report) <= FIRST, 'all keys lead to the same first mentions');
  }
  index.settle();
  assert.equal(index.groups().length, 1);
});
