/** Every policy on its own examples: each rule is shown by one at least, and each says how surely it is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICIES, type Policy } from '../../src/accounts/index.ts';
import { tollDifferences } from '../../src/accounts/policies/difference.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { recordOf, tollLines } from '../support/accounts.ts';

/** "health ministry: killed 12 of Velland acknowledged" as a report of its own. */
function coded(account: string, i: number): string {
  const [, who, harm, figure, rest] = /^(.+?): (killed or injured|\w+) (\S+) ?(.*)$/.exec(account)!;
  const words = rest!.split(' ').filter(Boolean);
  const side = /of (\w+)/.exec(rest!)?.[1];
  const options = words.filter((word) =>
    /^(acknowledged|estimated|alleged|rumoured|denied|civilian|combatant)$/.test(word),
  );
  if (side) options.push(`side ${side}`);
  if (words.includes('partial')) options.push('of bodies received');
  const source = words.includes('unsourced')
    ? 'the report itself'
    : who === 'unnamed'
      ? 'a source, other, not named'
      : `${who}, government`;
  const outlet = words.includes('unsourced') ? who! : 'Orlu Post';
  return `# r${i} · ${outlet} · 2025-03-09\n${harm} ${figure} | ${[source, ...options].join(' | ')}\n`;
}

function fold(policy: Policy, accounts: readonly string[]) {
  const ranked = accounts
    .filter((account) => account.includes('ranked'))
    .map((account) => account.split(':')[0]!);
  const order: Judgement = {
    kind: 'source-order',
    id: 'j1',
    by: 'p1',
    role: 'lead',
    at: '2025-03-10T00:00:00.000Z',
    sources: ranked,
  };
  return recordOf(accounts.map(coded).join(''), { policy, judgements: ranked.length > 0 ? [order] : [] });
}

for (const policy of POLICIES) {
  for (const { name, accounts, gives } of policy.examples) {
    test(`${policy.name}: ${name}`, () => assert.deepEqual(tollLines(fold(policy, accounts)), gives));
  }
  test(`${policy.name}: every rule is shown by an example, and every example shows a rule`, () => {
    const rules = policy.rules.map(({ id }) => id);
    const shown = new Set(policy.examples.flatMap(({ shows }) => shows));
    assert.deepEqual(
      rules.filter((id) => !shown.has(id)),
      policy.name === 'accounts' ? ['stale'] : [],
    );
    assert.deepEqual(
      [...shown].filter((id) => !rules.includes(id)),
      [],
    );
  });
}

test('every bound of every example names its claims', () => {
  for (const policy of POLICIES) {
    for (const { accounts } of policy.examples) {
      for (const { from, high } of Object.values(fold(policy, accounts).toll)) {
        assert.ok(from!.low.length > 0);
        assert.ok(high === null || from!.high.length > 0);
      }
    }
  }
});

test('another policy shows what it makes of each incident, the old beside the new', () => {
  const accounts = ['army: killed 9', 'health ministry: killed 14'];
  const [mine, theirs] = ['accounts', 'acled'].map((name) =>
    fold(POLICIES.find((policy) => policy.name === name)!, accounts),
  );
  assert.deepEqual(
    tollDifferences([mine!], [theirs!]).map(({ harm, group, before, after }) => [
      harm,
      group,
      before?.high,
      after?.high,
    ]),
    [['killed', 'all', 14, 9]],
  );
  assert.deepEqual(tollDifferences([mine!], [mine!]), []);
});
