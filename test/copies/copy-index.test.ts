import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_CANDIDATES, MAX_REPORTS_A_KEY, rankCandidates } from '../../src/copies/candidates.ts';
import { CopyIndex } from '../../src/copies/copy-index.ts';
import { CopyGroups } from '../../src/copies/groups.ts';
import { Postings } from '../../src/copies/postings.ts';
import type { CopyReport } from '../../src/copies/relation.ts';
import { OTHER, textOf, WIRE } from '../support/copies.ts';
import { randomOf } from '../support/random.ts';

const random = randomOf(4);
const word = () => Math.floor(random() * 5000).toString(36);
const story = (sentences: number) =>
  Array.from({ length: sentences }, () => `A${Array.from({ length: 18 }, word).join(' ')}.`);

function relationsOf(reports: readonly CopyReport[]) {
  const index = new CopyIndex((position) => reports[position]);
  return reports.map((report) =>
    index.add(report).map(({ report: copy, source, kind }) => `${source} ${copy} ${kind}`),
  );
}

test('each report is related to the earlier ones that it copies, the most alike first', () => {
  const reports = [
    { id: 'other', ...textOf(...OTHER) },
    { id: 'wire', ...textOf(...WIRE) },
    { id: 'paper', ...textOf(...OTHER.slice(0, 2), ...WIRE.slice(1)) },
  ];
  assert.deepEqual(relationsOf(reports), [[], [], ['wire paper copy', 'other paper copy']]);
});

test('a copy is found among thousands, with its sentences reworked and in another order', () => {
  const stories = Array.from({ length: 2000 }, () => story(20));
  const reports = stories.map((sentences, at) => ({ id: String(at), ...textOf(...sentences) }));
  let found = 0;
  const index = new CopyIndex((position) => reports[position]);
  for (const report of reports) index.add(report);
  for (let at = 0; at < 100; at++) {
    const sentences = stories[at]!.map((line) =>
      line
        .split(' ')
        .map((old) => (random() < 0.05 ? word() : old))
        .join(' '),
    );
    const copy = {
      id: `copy ${at}`,
      ...textOf(...story(8), ...sentences.slice(10), ...sentences.slice(0, 6)),
    };
    reports.push(copy);
    if (index.add(copy).some(({ source }) => source === String(at))) found++;
  }
  assert.ok(found >= 95, `${found} of 100`);
});

test('postings keep the order of a key, up to its bound, whatever else is added', () => {
  const postings = new Postings();
  const expected = new Map<number, number[]>();
  for (let report = 0; report < 20_000; report++) {
    const key = report % 3 ? Math.floor(random() * 2 ** 32) : report % 2 ? 0 : 0xffffffff;
    postings.add(key, report);
    const reports = expected.get(key) ?? [];
    if (reports.length < MAX_REPORTS_A_KEY) reports.push(report);
    expected.set(key, reports);
  }
  for (const [key, reports] of expected) assert.deepEqual(postings.reportsUnder(key), reports);
  assert.deepEqual(postings.reportsUnder(12345), []);
});

test('rare keys rank a candidate before common ones, and a frame alone is none', () => {
  const frame = Array.from({ length: MAX_REPORTS_A_KEY }, (_, at) => `frame ${at}`);
  const found = [['a', 'b'], ['b'], ['b', 'c'], ['c'], ['c', 'd'], ['single'], ...Array(6).fill(frame)];
  assert.deepEqual(rankCandidates(found, 50), ['b', 'c']);
  assert.deepEqual(rankCandidates([['single']], 8), ['single']);
  assert.equal(rankCandidates(Array(20).fill(frame), 20).length, MAX_CANDIDATES);
  assert.deepEqual(rankCandidates([], 50), []);
});

test('a report joins the one it is most like; partial copies put nothing together', () => {
  const groups = new CopyGroups();
  const relation = (report: string, source: string, kind: 'copy' | 'partial copy' | 'update') =>
    ({ report, source, kind, share: 1, passages: [] }) as const;
  groups.add([relation('b', 'a', 'copy')]);
  groups.add([relation('d', 'c', 'update')]);
  groups.add([relation('c', 'a', 'partial copy')]);
  groups.add([relation('e', 'b', 'copy'), relation('e', 'c', 'copy')]);
  groups.add([relation('f', 'f', 'copy')]);
  groups.add([]);
  assert.deepEqual(
    [...groups.groups(['a', 'b', 'c', 'd', 'e', 'f', 'a'])],
    [
      ['a', 'b', 'e'],
      ['c', 'd'],
    ],
  );
});
