/** Laws of accounts, on seeded random records: order tells nothing, bounds are bounds, and nothing is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsOf, asOf, type Material, POLICIES } from '../../src/accounts/index.ts';
import { incidentSchema } from '../../src/model/incident.ts';
import { VOCABULARY } from '../support/accounts.ts';
import { codedMaterial, groupsOf } from '../support/coded-reports.ts';
import { randomOf } from '../support/random.ts';

const SOURCES = [
  "Velland's health ministry, government, for Velland",
  'the ministry, government',
  'Velland, government, for Velland',
  'Irena Dovall, government, as Health Minister Irena Dovall, for Velland',
  'Irena Dovall, government',
  'Sorrel police, police',
  'the police, police',
  'a doctor at Sorrel hospital, medical, not named',
  'an official, government, not named',
  'Karsia Monitor, ngo',
  'the report itself',
];
const FIGURES = ['2', '9', '12', '12+', '14', '..20', '~40', '2v', '24v', '2u', '1u', '0', '3..5'];
const HARMS = ['killed', 'killed', 'injured', 'missing', 'killed or injured'];
const OPTIONS = [
  'civilian',
  'combatant',
  'side Velland',
  'side Karsian Military',
  '3 children',
  'acknowledged',
  'denied',
  'rumoured',
  'updates 1',
  'part of 1',
  'corrects 2',
  'repeats 1',
  'on 2025-03-09',
  'on 2025-03-11',
  'named Tesh Amal (41); Dena Orlu',
  'named Tesh Ammal?',
  'of bodies brought in',
  'title',
  'aggregate',
];

function randomRecord(seed: number): Material {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const reports = Array.from({ length: 2 + Math.floor(random() * 7) }, (_, i) => {
    const day = 8 + Math.floor(random() * 6);
    const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const options = Array.from({ length: Math.floor(random() * 3) }, () => pick(OPTIONS));
      return [`${pick(HARMS)} ${pick(FIGURES)}`, pick(SOURCES), ...options].join(' | ');
    });
    const copy = i > 0 && random() < 0.2 ? [`copy of r${Math.floor(random() * i)}`] : [];
    const published =
      random() < 0.9 ? `2025-03-${String(day).padStart(2, '0')}${random() < 0.5 ? 'T10:00:00Z' : ''}` : '';
    return `# r${i} · ${pick(['Orlu Post', 'Seld Herald', 'Coast Daily'])} · ${published}\n${[...lines, ...copy].join('\n')}\n`;
  });
  return codedMaterial(reports.join(''));
}

const recordsOf = (material: Material, policy = POLICIES[0]!) =>
  accountsOf(material, groupsOf(material), { vocabulary: VOCABULARY, policy });

test('the same reports in any order give the same accounts and tolls', () => {
  for (let seed = 1; seed <= 80; seed++) {
    const material = randomRecord(seed);
    const shuffled = {
      ...material,
      reports: [...material.reports].reverse(),
      copies: [...material.copies].reverse(),
    };
    const strip = (records: ReturnType<typeof recordsOf>) =>
      records.map(({ reports: _r, alsoIn: _a, mentions: _m, ...rest }) => rest);
    assert.deepEqual(strip(recordsOf(shuffled)), strip(recordsOf(material)), `seed ${seed}`);
  }
});

test('low is not above high, every bound names claims, and what is printed is what the schema says', () => {
  for (let seed = 1; seed <= 30; seed++) {
    for (const policy of POLICIES) {
      for (const record of recordsOf(randomRecord(seed), policy)) {
        incidentSchema.parse(record);
        for (const toll of [record.toll, ...Object.values(record.groups!)]) {
          for (const { low, high, from } of Object.values(toll)) {
            assert.ok(high === null || low <= high, `seed ${seed} ${policy.name}: ${low}..${high}`);
            assert.ok(from!.low.length > 0 || low === 0, `seed ${seed} ${policy.name}`);
          }
        }
      }
    }
  }
});

test('every claim on an incident is in a trajectory, and in one account for its harm and victims', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const material = randomRecord(seed);
    const told = material.reports.flatMap(({ id, reading }) =>
      reading.claims.filter(({ scope }) => scope === 'incident').map((claim) => `${id}#${claim.id}`),
    );
    const shown = new Set(
      recordsOf(material).flatMap(({ accounts }) =>
        accounts.flatMap(({ trajectory }) => trajectory.flatMap(({ claims }) => claims)),
      ),
    );
    assert.deepEqual(
      told.filter((ref) => !shown.has(ref)),
      [],
      `seed ${seed}`,
    );
  }
});

test('no two accounts of an incident have one id', () => {
  for (let seed = 1; seed <= 60; seed++) {
    for (const { accounts } of recordsOf(randomRecord(seed))) {
      const ids = accounts.map(({ id }) => id);
      assert.deepEqual([...new Set(ids)], ids, `seed ${seed}`);
    }
  }
});

test('as of a moment only what had been said, and the same each time', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const material = randomRecord(seed);
    const known = asOf(material, { clock: 'said', moment: '2025-03-10' });
    for (const { accounts } of recordsOf(known)) {
      for (const { trajectory } of accounts) {
        for (const { saidOn } of trajectory)
          assert.ok(saidOn === null || saidOn <= '2025-03-10T23:59:59.999Z', `seed ${seed}: ${saidOn}`);
      }
    }
    assert.deepEqual(recordsOf(asOf(known, { clock: 'said', moment: '2025-03-10' })), recordsOf(known));
  }
});

test('a point that was left says what took its place, and one that stands does not', () => {
  for (let seed = 1; seed <= 60; seed++) {
    for (const { accounts } of recordsOf(randomRecord(seed))) {
      for (const { trajectory, current } of accounts) {
        for (const { status, supersededBy } of trajectory)
          if (status === 'current' || status === 'denied')
            assert.equal(supersededBy, undefined, `seed ${seed}`);
        assert.equal(
          current !== null,
          trajectory.some(({ status }) => status === 'current'),
          `seed ${seed}`,
        );
      }
    }
  }
});
