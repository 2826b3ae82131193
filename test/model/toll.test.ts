/** The ten rules of the toll, each on claims made by hand. Numbers of the rules are those of the contract. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Claim, Count, Harm } from '../../src/model/reading.ts';
import { civilianTollOf, tollOf } from '../../src/model/toll.ts';

type Draft = Omit<Partial<Claim>, 'victims' | 'count'> & { victims?: Partial<Claim['victims']> };

let next = 0;
function claim(figure: string, draft: Draft = {}): Claim {
  const start = next++ * 10;
  return {
    id: `c${next}`,
    event: 'e1',
    scope: 'incident',
    harm: 'killed',
    count: count(figure),
    perpetrators: [],
    attribution: [],
    stance: 'asserted',
    relations: [],
    evidence: [{ start, end: start + 1, quote: 'x' }],
    confidence: 1,
    ...draft,
    victims: { civilianStatus: 'unknown', named: [], evidence: [], ...draft.victims },
  };
}

/** "32", "32+" at least, "..30" up to, "12..15" between, "~40" about, "24v" vague, "2u" unstated. */
function count(figure: string): Count {
  const n = Number(/\d+/.exec(figure)?.[0]);
  const approximate = figure.startsWith('~') || figure.endsWith('v');
  if (figure.startsWith('..')) return { min: 0, max: n, kind: 'up to', approximate };
  if (figure.includes('..'))
    return { min: n, max: Number(figure.split('..')[1]), kind: 'between', approximate };
  if (figure.endsWith('+')) return { min: n, max: null, kind: 'at least', approximate };
  if (figure.endsWith('v')) return { min: n, max: null, kind: 'vague', approximate };
  if (figure.endsWith('u')) return { min: n, max: null, kind: 'unstated', approximate };
  return { min: n, max: n, kind: figure.startsWith('~') ? 'about' : 'exact', approximate };
}

function shown(c: Count | undefined): string {
  return c ? `${c.min}..${c.max}${c.approximate ? '~' : ''}` : 'none';
}
function toll(claims: readonly Claim[], harm: Harm = 'killed'): string {
  return shown(tollOf(claims).toll[harm]);
}
const from = (id: string): Pick<Claim, 'attribution'> => ({ attribution: [id] });
const relation = (to: Claim, kind: Claim['relations'][number]['kind']): Pick<Claim, 'relations'> => ({
  relations: [{ to: to.id, kind }],
});
const named = (...names: string[]): Claim['victims']['named'] =>
  names.map((name) => ({ name, identity: 'stated', evidence: [] }));

test('rule 1: only incident claims that are asserted, acknowledged, estimated or alleged are taken', () => {
  for (const stance of ['asserted', 'acknowledged', 'estimated', 'alleged'] as const) {
    assert.equal(toll([claim('4', { stance })]), '4..4', stance);
  }
  for (const stance of ['unconfirmed', 'rumoured', 'denied'] as const) {
    assert.equal(toll([claim('4', { stance })]), 'none', stance);
  }
  assert.equal(toll([claim('900', { scope: 'aggregate' }), claim('4')]), '4..4');
});

test('rule 1: repeats and superseded claims are dropped', () => {
  const first = claim('21');
  assert.equal(toll([first, claim('27', relation(first, 'updates'))]), '27..27');
  assert.equal(toll([first, claim('19', relation(first, 'corrects'))]), '19..19');
  assert.equal(toll([first, claim('21', { ...relation(first, 'repeats'), ...from('a1') })]), '21..21');
});

test('rule 1: a repeat of a superseded figure does not bring it back', () => {
  const old = claim('21');
  const again = claim('21', relation(old, 'repeats'));
  assert.equal(toll([old, again, claim('27', relation(old, 'updates'))]), '27..27');
});

test('rule 2: within one origin the stated whole, else the sum of parts told apart', () => {
  const whole = claim('12');
  const children = claim('3', { ...relation(whole, 'part of'), victims: { children: count('3') } });
  assert.equal(toll([whole, children]), '12..12');
  const soldiers = claim('2', { victims: { text: 'two soldiers', affiliation: 'Army of Velland' } });
  const driver = { ...claim('1', { victims: { text: 'a driver' } }), evidence: soldiers.evidence };
  assert.equal(toll([soldiers, driver]), '3..3');
});

test('rule 2: people told of one by one in one voice add', () => {
  const man = claim('1', { victims: { text: 'a 20-year-old man', men: count('1') } });
  const other = claim('1', { victims: { text: 'another man', men: count('1') } });
  const woman = claim('1', { victims: { text: 'a woman', women: count('1') } });
  assert.equal(toll([man, other, woman]), '3..3');
});

test('rule 2: parts over their whole come to the sum, and a problem', () => {
  const whole = claim('3');
  const men = claim('2', { ...relation(whole, 'part of'), victims: { men: count('2') } });
  const women = claim('2', { ...relation(whole, 'part of'), victims: { women: count('2') } });
  const result = tollOf([whole, men, women]);
  assert.equal(shown(result.toll.killed), '4..4');
  assert.deepEqual(
    result.problems.map(({ code }) => code),
    ['parts-over-whole'],
  );
});

test('rule 2: parts that may overlap give the larger min and no max', () => {
  const civilians = claim('8', { victims: { civilianStatus: 'civilian' } });
  const children = claim('10', { victims: { text: 'ten children', children: count('10') } });
  assert.equal(toll([civilians, children]), '10..null');
});

test('rule 3: several origins on the same victims', () => {
  assert.equal(toll([claim('12', from('a1')), claim('15', from('a2'))]), '12..15');
  assert.equal(toll([claim('32+', from('a1')), claim('35', from('a2'))]), '32..35');
  assert.equal(toll([claim('30', from('a1')), claim('32+', from('a2'))]), '30..null');
  assert.equal(toll([claim('12'), claim('..30', from('a2'))]), '12..30');
});

test('rule 3: each bound names the claims that make it', () => {
  const low = claim('12', from('a1'));
  const high = claim('15', from('a2'));
  assert.deepEqual(tollOf([low, high]).from.killed, { min: [low.id], max: [high.id] });
});

test('rule 3: who is an origin can be given', () => {
  const claims = [
    claim('1', { ...from('a1'), victims: { text: 'a man' } }),
    claim('1', { ...from('a2'), victims: { text: 'another' } }),
  ];
  assert.equal(shown(tollOf(claims).toll.killed), '1..1');
  assert.equal(shown(tollOf(claims, { originOf: () => 'police of Orrin' }).toll.killed), '2..2');
});

test('rule 4: vague and unstated figures change nothing beside a numbered one', () => {
  assert.equal(toll([claim('24v', from('a1')), claim('17', from('a2'))]), '17..17');
  assert.equal(toll([claim('2u', from('a1')), claim('17+', from('a2'))]), '17..null');
  assert.equal(toll([claim('24v')]), '24..null~');
});

test('rule 5: groups that exclude each other add, across origins too', () => {
  const soldiers = claim('4', {
    ...from('a1'),
    victims: { affiliation: 'Army of Velland', civilianStatus: 'combatant' },
  });
  const villagers = claim('9', { ...from('a2'), victims: { civilianStatus: 'civilian' } });
  assert.equal(toll([soldiers, villagers]), '13..13');
});

test('rule 5: where overlap is not excluded, the larger min and no max', () => {
  const officers = claim('32', { ...from('a1'), victims: { nationality: 'VL', text: '32 officers' } });
  const some = claim('2u', { ...from('a2'), victims: { text: 'people' } });
  const none = claim('0', { ...from('a3'), victims: { affiliation: 'Army of Orrin' } });
  assert.equal(toll([officers, some, none]), '32..null');
});

test('rule 5: groups told differently are compared on what they share', () => {
  const all = claim('25', { ...from('a1'), victims: { text: 'worshippers' } });
  const nine = claim('9', { ...from('a2'), victims: { text: 'worshippers' } });
  const three = {
    ...claim('3', { ...from('a2'), victims: { text: 'attackers', attackers: count('3') } }),
    evidence: nine.evidence,
  };
  assert.equal(toll([all, nine, three]), '12..28');
});

test('rule 6: a zero binds only its own group', () => {
  const ours = claim('0', { ...from('a1'), victims: { affiliation: 'Army of Orrin' } });
  assert.equal(toll([ours]), 'none');
  assert.equal(toll([ours, claim('5', from('a2'))]), '5..5');
  assert.equal(toll([claim('0', from('a1')), claim('5', from('a2'))]), '5..5');
  assert.equal(toll([claim('0')]), '0..0');
});

test('rule 7: distinct named dead raise open and approximate minima', () => {
  const names = named('Ilo Marn', 'Tessa Marn', 'Bo Quist');
  assert.equal(toll([claim('2+', { victims: { named: names } })]), '3..null');
  assert.equal(toll([claim('2u', { victims: { named: names } })]), '3..null');
  assert.equal(toll([claim('~2', { victims: { named: names } })]), '3..3~');
});

test('rule 7: names above an exact figure are a problem and change nothing', () => {
  const result = tollOf([claim('2', { victims: { named: named('Ilo Marn', 'Tessa Marn', 'Bo Quist') } })]);
  assert.equal(shown(result.toll.killed), '2..2');
  assert.deepEqual(result.problems[0]?.code, 'names-over-figure');
});

test('rule 7: one person under two spellings is counted once, doubtful identities not at all', () => {
  const two = named('José Marn', 'Jose MARN');
  assert.equal(toll([claim('1+', { victims: { named: two } })]), '1..null');
  const doubtful = two.map((person) => ({
    ...person,
    name: `${person.name} II`,
    identity: 'unconfirmed' as const,
  }));
  assert.equal(toll([claim('1+', { victims: { named: [...two, ...doubtful] } })]), '1..null');
});

test('rule 8: attackers count, and a death of wounds moves one person from the injured to the killed', () => {
  const people = claim('9', { victims: { text: 'worshippers' } });
  const attackers = { ...claim('3', { victims: { attackers: count('3') } }), evidence: people.evidence };
  assert.equal(toll([people, attackers]), '12..12');
  const killed = claim('3');
  const injured = claim('5', { harm: 'injured' });
  const died = claim('1', { ...relation(injured, 'updates'), victims: { text: 'one of the injured' } });
  const all = tollOf([killed, injured, died], { compare: () => 'apart' }).toll;
  assert.deepEqual([shown(all.killed), shown(all.injured)], ['4..4', '4..4']);
});

test('rule 9: the dead among the shot leave the others injured', () => {
  const shot = claim('5', { harm: 'injured' });
  const dead = claim('2', relation(shot, 'part of'));
  const { killed, injured } = tollOf([shot, dead]).toll;
  assert.deepEqual([shown(killed), shown(injured)], ['2..2', '3..3']);
  assert.equal(toll([shot], 'injured'), '5..5');
  assert.equal(toll([shot, claim('5', relation(shot, 'part of'))], 'injured'), 'none');
});

test('rule 9: a death told of one of the shot leaves the whole figure too', () => {
  const shot = claim('2', { harm: 'injured' });
  const first = claim('1', {
    ...relation(shot, 'part of'),
    harm: 'injured',
    victims: { text: 'a man of 20' },
  });
  const second = claim('1', {
    ...relation(shot, 'part of'),
    harm: 'injured',
    victims: { text: 'a man of 34' },
  });
  const { killed, injured } = tollOf([shot, first, second, claim('1', relation(second, 'part of'))]).toll;
  assert.deepEqual([shown(killed), shown(injured)], ['1..1', '1..1']);
});

test('rule 9: the dead leave the shot once, whoever tells of them', () => {
  const shot = claim('4', { harm: 'injured' });
  const dead = claim('2', relation(shot, 'part of'));
  const again = claim('2', {
    ...from('a1'),
    relations: [
      { to: dead.id, kind: 'confirms' },
      { to: shot.id, kind: 'part of' },
    ],
  });
  assert.equal(toll([shot, dead, again], 'injured'), '2..2');
});

test('rule 9: whoever else tells of the shot, the dead leave them', () => {
  const shot = claim('1', { harm: 'injured' });
  const confirmed = claim('1', { ...relation(shot, 'confirms'), ...from('a1'), harm: 'injured' });
  assert.equal(toll([shot, confirmed, claim('1', relation(shot, 'part of'))], 'injured'), 'none');
});

test('rule 9: no casualties is nobody killed and nobody injured', () => {
  const { killed, injured } = tollOf([claim('0', { harm: 'killed or injured' })]).toll;
  assert.deepEqual([shown(killed), shown(injured)], ['0..0', '0..0']);
});

test('rule 10: the civilian toll is absent where no status is stated, and open to the unknown', () => {
  const civilian = (claims: Claim[]) => shown(civilianTollOf(claims).toll.killed);
  assert.equal(civilian([claim('12')]), 'none');
  const civilians = claim('8', { victims: { civilianStatus: 'civilian' } });
  const fighters = claim('4', { victims: { civilianStatus: 'combatant' } });
  assert.equal(civilian([civilians]), '8..8');
  assert.equal(civilian([civilians, fighters]), '8..8');
  assert.equal(civilian([fighters]), 'none');
  const whole = claim('12');
  const part = claim('3', { ...relation(whole, 'part of'), victims: { civilianStatus: 'civilian' } });
  assert.equal(civilian([whole, part]), '3..12');
});

test('rule 10: no civilian casualties is no civilian killed, and says nothing of soldiers', () => {
  const none = claim('0', { harm: 'killed or injured', victims: { civilianStatus: 'civilian' } });
  const soldiers = claim('4', { victims: { civilianStatus: 'combatant' } });
  const { killed, injured } = civilianTollOf([none, soldiers]).toll;
  assert.deepEqual([shown(killed), shown(injured)], ['0..0', '0..0']);
  assert.equal(shown(tollOf([none, soldiers]).toll.killed), '4..4');
  assert.equal(shown(tollOf([none, soldiers]).toll.injured), 'none');
});

test('any claims in any order come to one toll with min no larger than max', () => {
  const kinds = ['1', '2', '7', '3+', '..9', '~20', '24v', '2u', '1u', '0'];
  let seed = 7;
  const random = (n: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % n;
  };
  for (let round = 0; round < 600; round++) {
    const claims: Claim[] = [];
    for (let i = 0; i < 1 + random(6); i++) {
      const to = claims[random(claims.length || 1)];
      const kind = (['repeats', 'part of', 'updates', 'confirms', 'contradicts'] as const)[random(5)]!;
      claims.push(
        claim(kinds[random(kinds.length)]!, {
          harm: random(2) ? 'killed' : 'injured',
          attribution: random(2) ? [] : [`a${random(3)}`],
          victims: random(3) ? {} : { civilianStatus: random(2) ? 'civilian' : 'combatant' },
          ...(to && random(2) ? relation(to, kind) : {}),
        }),
      );
    }
    // Rings: the earliest are parts, repeats or updates of the latest.
    for (const one of claims) {
      const to = claims[random(claims.length)]!;
      const kind = (['repeats', 'part of', 'updates', 'confirms'] as const)[random(4)]!;
      if (random(2) && to !== one) one.relations.push({ to: to.id, kind });
    }
    for (const { toll: t, from: f } of [tollOf(claims), civilianTollOf(claims)]) {
      for (const [harm, c] of Object.entries(t)) {
        assert.ok(
          c.min >= 0 && (c.max === null || c.min <= c.max),
          `${harm} ${shown(c)} of ${JSON.stringify(claims)}`,
        );
        assert.ok(f[harm as Harm]);
      }
    }
  }
});

test('descriptions that seem to hold each other, or go in a ring, still come to a toll', () => {
  const [a, b, c] = [claim('4'), claim('6'), claim('9')] as const;
  const next = new Map([
    [a, b],
    [b, c],
    [c, a],
  ]); // prettier-ignore
  const ring = (x: Claim, y: Claim) => (next.get(x) === y ? 'contains' : 'within');
  assert.equal(shown(tollOf([a, b, c], { compare: ring }).toll.killed), '9..null');
  const mutual = () => 'contains' as const;
  assert.equal(shown(tollOf([a, b], { compare: mutual }).toll.killed), '6..null');
});
