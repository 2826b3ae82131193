/**
 * Records that a person can read: fourteen reports coded by hand, all that is made of them, and the same reports as read
 * by the reader. With
 * UPDATE_GOLDEN=1 the goldens are written anew, to be read as a diff.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accountsOf, asOf, changesBetween } from '../../src/accounts/index.ts';
import { renderIncident } from '../../src/cli/terminal/incident.ts';
import { PLAIN } from '../../src/cli/terminal/style.ts';
import { reconcile } from '../../src/incidents/reconcile.ts';
import type { IncidentRecord } from '../../src/model/incident.ts';
import { rarityAmong } from '../../src/operations/incidents.ts';
import { processContext } from '../../src/operations/index.ts';
import { copiesAmong, keeperFor } from '../../src/operations/kept.ts';
import { readOne } from '../../src/operations/readings.ts';
import { withWordsAmong } from '../../src/operations/words.ts';
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

/** The same fourteen reports as text, read by the reader and put together by the machine alone. */
async function readRecord(): Promise<IncidentRecord[]> {
  const context = processContext();
  const keep = keeperFor(context);
  const blocks = readFileSync(join(FOLDER, 'reports.txt'), 'utf8').split(/^# /m).slice(1);
  const reports = await Promise.all(
    blocks.map(async (block) => {
      const [head, ...lines] = block.split('\n');
      const [id, source, published, title] = head!.split(' · ') as [string, string, string, string];
      const report = { id, source, published, title, text: lines.join('\n').trim() };
      return keep(await readOne(report, [], 'en', context));
    }),
  );
  const material = { reports, copies: copiesAmong(reports), judgements: [] };
  const groups = reconcile(reports, [], rarityAmong(reports, context)).incidents.map(({ id, ...group }) => ({
    incident: id,
    ...group,
  }));
  const byId = new Map(reports.map((report) => [report.id, report]));
  return accountsOf(material, groups, { vocabulary: VOCABULARY, now: '2025-03-16' }).map((incident) =>
    withWordsAmong(incident, material, byId, new Map()),
  );
}

/**
 * The reader changes more often than the record does, so its golden is a listing, made anew on request, and the test
 * holds a floor: on 2026-11-28 it gave 14 of the 27 statements, all 14 reports together.
 */
const FLOOR = 13;

test('Port Adren as the reader reads it gives no less than it did of the coding by hand', async (t) => {
  const read = await readRecord();
  const coded = stateAt('2025-03-16')[0]!;
  const main = read.reduce((a, b) => (b.reports.length > a.reports.length ? b : a));
  const [right, given] = [statementsOf(coded), statementsOf(main)];
  const found = right.filter((line) => isIn(given, line));
  const told = [
    `Of ${right.length} statements coded by hand the reader gives ${found.length}.`,
    `It puts ${main.reports.length} of the 14 reports together.`,
    ...right.filter((line) => !isIn(given, line)).map((line) => `missing  ${line}`),
    ...given.filter((line) => !isIn(right, line)).map((line) => `beside   ${line}`),
  ];
  if (process.env.UPDATE_GOLDEN === '1') {
    const shown = read.map((incident) => renderIncident(incident, { style: PLAIN, columns: 110 }));
    writeFileSync(join(FOLDER, 'as-read.txt'), shown.join(''));
    writeFileSync(join(FOLDER, 'as-read-differs.txt'), `${told.join('\n')}\n`);
  }
  t.diagnostic(told[0]!);
  assert.ok(found.length >= FLOOR, told.join('\n'));
  assert.ok(main.reports.length >= 13, told[1]);
});

/** A name that opens a sentence is written with a capital there, and is the same name. */
function isIn(lines: readonly string[], line: string): boolean {
  const rest = (one: string): string => one[0]!.toLowerCase() + one.slice(1);
  return lines.some((other) => rest(other) === rest(line));
}

/** Tolls, points, contradictions and gaps, a line each. */
function statementsOf(record: IncidentRecord): string[] {
  const { accounts, contradictions, gaps, named, toll, grade } = record;
  const who = new Map(accounts.map(({ id, origin, unnamed }) => [id, unnamed ? 'unnamed' : origin]));
  const bounds = ({ min, max }: { min: number; max: number | null }): string => `${min}..${max ?? ''}`;
  return [
    ...Object.entries(toll).map(([harm, { low, high }]) => `toll: ${harm} ${low}..${high ?? ''}`),
    ...accounts.flatMap(({ id, harm, group, trajectory }) =>
      trajectory.map(
        ({ count, status, reports }) =>
          `${who.get(id)}: ${harm}, ${group}, ${bounds(count)} ${status} in ${reports.join(' ')}`,
      ),
    ),
    ...contradictions.map(([a, b]) => `contradiction: ${who.get(a)} × ${who.get(b)}`),
    ...gaps.map(
      ({ kind, field, answeredBy }) => `gap: ${kind} ${field ?? ''}${answeredBy ? ', told later' : ''}`,
    ),
    ...named.map(({ name }) => `named: ${name}`),
    `grade: ${grade?.proposed ?? 'none'}`,
  ];
}
