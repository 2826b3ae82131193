/** Grouping is a function of what is grouped: the same in any order, and the same one block at a time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cluster, type Link, type Member, UNLIKE } from '../../src/incidents/cluster.ts';
import { type Decision, enforce } from '../../src/incidents/judge.ts';
import { randomOf } from '../support/random.ts';

const LIMITS = { sure: 0, tied: 0.5 };

interface World {
  readonly members: readonly Member[];
  readonly links: readonly Link[];
  readonly decisions: readonly Decision[];
}

/** Few scores, so that many are equal and order would show. */
function worldOf(random: () => number): World {
  const size = 2 + Math.floor(random() * 14);
  const members = Array.from({ length: size }, (_, i) => ({
    id: `r${i >> 1}#e${(i & 1) + 1}`,
    report: `r${i >> 1}`,
    isMain: (i & 1) === 0,
    recordedAt: String(Math.floor(random() * 3)),
  }));
  const links: Link[] = [];
  const decisions: Decision[] = [];
  for (const [i, a] of members.entries()) {
    for (const b of members.slice(i + 1)) {
      if (a.report === b.report) continue;
      if (random() < 0.5) links.push({ a: a.id, b: b.id, score: Math.floor(random() * 12) / 2 + UNLIKE });
      if (random() < 0.06) {
        const is = random() < 0.5 ? 'same' : 'different';
        decisions.push({ judgement: `j${decisions.length}`, a: a.id, b: b.id, is });
      }
    }
  }
  return { members, links, decisions };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const group = ({ members, links, decisions }: World) => cluster(members, links, enforce(decisions), LIMITS);

test('the same in any order, whichever end of a link is named first', () => {
  const random = randomOf(3);
  for (let i = 0; i < 400; i++) {
    const world = worldOf(random);
    const other = {
      members: shuffled(world.members, random),
      links: shuffled(world.links, random).map(({ a, b, score }) =>
        random() < 0.5 ? { a, b, score } : { a: b, b: a, score },
      ),
      // decisions come strongest first: their order is theirs
      decisions: world.decisions,
    };
    assert.deepEqual(group(other), group(world));
  }
});

test('every mention is in one group; people’s words hold', () => {
  const random = randomOf(4);
  for (let i = 0; i < 400; i++) {
    const world = worldOf(random);
    const groups = group(world);
    const home = new Map(
      groups.flatMap(({ id, mains, others }) => [...mains, ...others].map((m) => [m, id])),
    );
    assert.equal(home.size, world.members.length);
    assert.equal(groups.flatMap(({ mains, others }) => [...mains, ...others]).length, world.members.length);
    const { same, different } = enforce(world.decisions);
    for (const { a, b } of same) assert.equal(home.get(a), home.get(b), `${a} and ${b} are one`);
    for (const { a, b } of different) assert.notEqual(home.get(a), home.get(b), `${a} and ${b} are two`);
  }
});

test('what no link ties together is grouped as if the other were not there', () => {
  const random = randomOf(5);
  for (let i = 0; i < 200; i++) {
    const [one, two] = [worldOf(random), worldOf(random)];
    const rename = (id: string) => `x${id}`;
    const both: World = {
      members: [
        ...one.members,
        ...two.members.map((m) => ({ ...m, id: rename(m.id), report: rename(m.report) })),
      ],
      links: [...one.links, ...two.links.map((l) => ({ ...l, a: rename(l.a), b: rename(l.b) }))],
      decisions: [...one.decisions, ...two.decisions.map((d) => ({ ...d, a: rename(d.a), b: rename(d.b) }))],
    };
    assert.deepEqual(
      group(both).filter(({ id }) => !id.startsWith('x')),
      group(one),
    );
  }
});

test('where people keep two apart, the weakest link between gives way', () => {
  const member = (report: string): Member => ({
    id: `${report}#e1`,
    report,
    isMain: true,
    recordedAt: report,
  });
  const links = [
    { a: 'a#e1', b: 'b#e1', score: 3 },
    { a: 'b#e1', b: 'c#e1', score: 2 },
    { a: 'a#e1', b: 'c#e1', score: 1 },
  ];
  const different: Decision[] = [{ judgement: 'j', a: 'a#e1', b: 'c#e1', is: 'different' }];
  const groups = cluster(['a', 'b', 'c'].map(member), links, { same: [], different }, LIMITS);
  assert.deepEqual(
    groups.map(({ mains }) => mains),
    [['a#e1', 'b#e1'], ['c#e1']],
  );
});
