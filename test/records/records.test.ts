/**
 * Records that a person can read: reports coded by hand, and all that is made of them, as printed for people. With
 * UPDATE_GOLDEN=1 the goldens are written anew, to be read as a diff.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { changesBetween } from '../../src/accounts/changes.ts';
import { accountsOf, asOf } from '../../src/accounts/index.ts';
import { renderIncident } from '../../src/cli/terminal/incident.ts';
import { PLAIN } from '../../src/cli/terminal/style.ts';
import type { IncidentRecord } from '../../src/model/incident.ts';
import { VOCABULARY } from '../support/accounts.ts';
import { codedMaterial, groupsOf } from '../support/coded-reports.ts';

const FOLDER = join(import.meta.dirname, 'port-adren');
const MATERIAL = codedMaterial(readFileSync(join(FOLDER, 'coded.txt'), 'utf8'));
const MOMENTS = [
  '2025-03-08T12:00:00Z',
  '2025-03-08',
  '2025-03-09',
  '2025-03-11',
  '2025-03-13',
  '2025-03-16',
];

const stateAt = (moment: string): IncidentRecord[] => {
  const known = asOf(MATERIAL, { clock: 'said', moment });
  return accountsOf(known, groupsOf(known), { vocabulary: VOCABULARY, now: moment });
};

for (const moment of MOMENTS) {
  test(`Port Adren as of ${moment}`, () => {
    const shown = stateAt(moment).map((incident) => renderIncident(incident, { style: PLAIN, columns: 110 }));
    matchesGolden(`as-of-${moment.replace(/:00Z$/, '').replace(/[T:]/g, '-')}.txt`, shown.join(''));
  });
}

test('what changed from one state of Port Adren to the next', () => {
  const states = MOMENTS.map(stateAt);
  const lines = MOMENTS.slice(1).flatMap((moment, i) => [
    `From ${MOMENTS[i]} to ${moment}`,
    ...changesBetween(states[i]!, states[i + 1]!).map(
      ({ kind, about, before, after, claims }) =>
        `  ${[kind, about].filter(Boolean).join(': ')}${before === undefined && after === undefined ? '' : ` (${before ?? 'none'} → ${after ?? 'none'})`}${claims.length > 0 ? ` [${claims.join(', ')}]` : ''}`,
    ),
  ]);
  matchesGolden('changes.txt', `${lines.join('\n')}\n`);
});

function matchesGolden(name: string, actual: string): void {
  const path = join(FOLDER, name);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, actual);
  assert.equal(actual, existsSync(path) ? readFileSync(path, 'utf8') : '');
}
