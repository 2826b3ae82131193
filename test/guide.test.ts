/**
 * Runs every example of docs/annotation-guide.md against the reader. What the reader does not satisfy yet stands in
 * guide-known-misses.txt, an example's id a line; that file is written anew with UPDATE_GUIDE=1,
 * which also prints what is wrong with each, and reviewed as a diff.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { english } from '../src/languages/en/language.ts';
import { ENGLISH_QUANTITIES } from '../src/languages/en/quantities/quantities.ts';
import type { Reading } from '../src/model/reading.ts';
import { civilianTollOf, tollOf } from '../src/model/toll.ts';
import { processContext } from '../src/operations/index.ts';
import { readOne } from '../src/operations/readings.ts';
import { findQuantities } from '../src/reading/quantities/quantities.ts';
import { Source } from '../src/reading/source.ts';
import { renderCount } from './support/count.ts';
import {
  compareClaims,
  compareEvents,
  compareToll,
  hasAttribution,
  hasGap,
  hasNamed,
  isHarmItem,
} from './support/expect.ts';
import { type GuideExample, loadGuide } from './support/guide.ts';
import { parseTollClaims } from './support/toll-claims.ts';

const MISSES = new URL('guide-known-misses.txt', import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const guide = loadGuide();

const failures = new Map<string, string>();
for (const example of guide.examples) {
  const failure = example.kind === 'toll' ? tollFailure(example) : await readingFailure(example);
  if (failure !== null) failures.set(example.id, failure);
}
if (process.env.UPDATE_GUIDE) {
  for (const [id, failure] of failures) console.log(`${id}\n    ${failure}`);
  writeFileSync(MISSES, [...failures.keys()].map((id) => `${id}\n`).join(''));
}
const knownMisses = new Set(readFileSync(MISSES, 'utf8').split('\n').filter(Boolean));

for (const { id, line } of guide.examples) {
  const failure = failures.get(id);
  if (knownMisses.has(id)) {
    test(`guide ${id} is a known miss`, () => {
      assert.ok(failure, `line ${line} is read right now: take it out of guide-known-misses.txt`);
    });
  } else {
    test(`guide ${id}`, () => assert.equal(failure, undefined, `line ${line}: ${failure}`));
  }
}

test('guide: every known miss is an example of the guide, and no two examples are the same', () => {
  const ids = guide.examples.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    [...knownMisses].filter((id) => !ids.includes(id)),
    [],
  );
});

test('guide: every heading that a rule cites stands in it', () => {
  const missing = new Set<string>();
  for (const file of globSync('src/**/*.ts', { cwd: ROOT })) {
    for (const [, anchor] of readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(
      /annotation-guide\.md#([\w-]+)/g,
    )) {
      if (!guide.anchors.has(anchor!)) missing.add(`${anchor} in ${file}`);
    }
  }
  assert.deepEqual([...missing], []);
});

/** What of a reading differs from the example; null where nothing does. */
async function readingFailure({ lines, expected }: GuideExample): Promise<string | null> {
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const text = lines.filter((line) => !/^(?:title|published): /.test(line)).join('\n');
  const title = field('title');
  const published = field('published') ?? '2024-03-06';
  const report = { id: 'guide', text, published, language: 'en', ...(title ? { title } : {}) };
  const { reading } = await readOne(report, [], undefined, processContext());
  const claims = expected.filter(isHarmItem);
  if (claims.length > 0 || expected.includes('nothing')) {
    const failure = compareClaims(reading, claims);
    if (failure !== null) return failure;
  }
  const events = itemsOf(expected, 'event ');
  return (events.length > 0 ? compareEvents(reading, events) : null) ?? otherFailure(reading, expected, text);
}

function otherFailure(reading: Reading, expected: readonly string[], text: string): string | null {
  for (const item of itemsOf(expected, 'toll ')) {
    const failure = compareToll(reading.events[0]?.toll, item);
    if (failure !== null) return failure;
  }
  for (const item of itemsOf(expected, 'civilian toll ')) {
    const failure = compareToll(reading.events[0]?.civilianToll, item);
    if (failure !== null) return `civilian ${failure}`;
  }
  for (const item of itemsOf(expected, 'gap '))
    if (!hasGap(reading, item))
      return `no gap ${item} among ${reading.gaps.map(({ kind, about, field }) => `${kind} "${about}" ${field ?? ''}`)}`;
  for (const item of itemsOf(expected, 'attribution '))
    if (!hasAttribution(reading, item)) return `no attribution ${item}`;
  for (const item of itemsOf(expected, 'named ')) if (!hasNamed(reading, item)) return `not named ${item}`;
  for (const item of itemsOf(expected, 'not named ')) if (hasNamed(reading, item)) return `named ${item}`;
  for (const item of itemsOf(expected, 'problem '))
    if (!reading.problems.some(({ code }) => code === item)) return `no problem ${item}`;
  const quantities = quantitiesIn(text);
  for (const item of itemsOf(expected, 'quantity '))
    if (!quantities.includes(item)) return `no quantity ${item} among ${quantities}`;
  return null;
}

function itemsOf(expected: readonly string[], head: string): string[] {
  return expected.filter((item) => item.startsWith(head)).map((item) => item.slice(head.length));
}

/** `32+ "At least 32"`, as a line of the guide gives it. */
function quantitiesIn(text: string): string[] {
  return findQuantities(new Source({ id: 'guide', text }, english()), ENGLISH_QUANTITIES).map(
    ({ count, measures, whole }) =>
      `${measures ?? renderCount(count)}${whole ? ` of ${renderCount(whole)}` : ''} "${count.text}"`,
  );
}

function tollFailure({ lines, expected }: GuideExample): string | null {
  const claims = parseTollClaims(lines);
  const { toll, problems } = tollOf(claims);
  for (const item of expected) {
    let failure: string | null;
    if (item.startsWith('problem ')) {
      failure = problems.some(({ code }) => code === item.slice(8)) ? null : `no ${item}`;
    } else if (item.startsWith('civilian ')) {
      failure = compareToll(civilianTollOf(claims).toll, item.slice(9));
    } else failure = compareToll(toll, item);
    if (failure !== null) return failure;
  }
  return null;
}
