import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ENGLISH_SOURCES } from '../../src/languages/en/accounts/sources.ts';
import { readingSchema } from '../../src/model/reading.ts';
import {
  type Context,
  explainReadings,
  OPERATIONS,
  processContext,
  readReadings,
} from '../../src/operations/index.ts';
import { isQuoted } from '../../src/text/span.ts';
import { bytesOf, folderOf } from '../support/files.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');

function contextOf(stdin: string): Context {
  return { ...processContext(), stdin: () => bytesOf(stdin) };
}

async function readings(t: TestContext, files: Readonly<Record<string, string>>) {
  return Array.fromAsync(readReadings.run({ paths: [folderOf(t, files)] }, contextOf('')));
}

test('every sample is read to the letter of the schema, and every quote stands where it says', async () => {
  const outcomes = await Array.fromAsync(readReadings.run({ paths: [SAMPLES] }, contextOf('')));
  assert.equal(outcomes.length, 5);
  for (const outcome of outcomes) {
    assert.ok(outcome.ok);
    const { report, reading } = outcome.value;
    assert.deepEqual(readingSchema.parse(reading), reading);
    for (const span of spansOf(reading)) {
      assert.ok(isQuoted(span.in === 'title' ? report.title! : report.text, span), JSON.stringify(span));
    }
    assert.ok(reading.claims.length > 0, `${report.source} has no claim`);
  }
});

/** Every object with a start, an end and a quote, however deep. */
function spansOf(value: unknown): { start: number; end: number; quote: string; in?: 'title' }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'quote' in value && 'start' in value ? [value as never] : [];
  return [...own, ...Object.values(value).flatMap(spansOf)];
}

test('a report in another language claims nothing and says why', async (t) => {
  const spanish =
    'Al menos nueve personas murieron en un ataque en Orlu, dijo el alcalde el lunes por la noche.';
  const [outcome] = await readings(t, { 'a.txt': spanish });
  assert.ok(outcome?.ok);
  const { report, claims, events, problems } = outcome.value.reading;
  assert.equal(report.language, 'es');
  assert.deepEqual([claims, events], [[], []]);
  assert.deepEqual(
    problems.filter(({ level }) => level === 'error').map(({ code }) => code),
    ['reading/language-not-read'],
  );
});

test('a report without words says so', async (t) => {
  for (const text of ['', '   \n\n', '12 34 – 5 !!']) {
    const [outcome] = await readings(t, { 'a.txt': text });
    assert.ok(outcome?.ok);
    assert.ok(outcome.value.reading.problems.some(({ code }) => code === 'reading/no-words'));
  }
});

test('the language asked for goes before the one stated, and that before the one found', async () => {
  const line = JSON.stringify({ id: 'x', text: 'Nine died in Orlu.', language: 'sw' });
  const run = (language?: string) =>
    Array.fromAsync(readReadings.run({ paths: ['-'], ...(language ? { language } : {}) }, contextOf(line)));
  const [stated] = await run();
  const [asked] = await run('en');
  assert.ok(stated?.ok && asked?.ok);
  assert.ok(stated.value.reading.problems.some(({ code }) => code === 'reading/language-not-read'));
  assert.equal(asked.value.reading.report.language, 'en');
});

test('the same report is read the same each time', async () => {
  const run = () => Array.fromAsync(readReadings.run({ paths: [SAMPLES] }, contextOf('')));
  assert.deepEqual(await run(), await run());
});

test('a reader that fails on one report is told of, and the next is read', async () => {
  const language = { model: { language: 'en', analyse: () => assert.fail('broken') }, pack: {} as never };
  const context = { ...contextOf('Nine people died in Orlu on Monday night, police said.'), languages: [] };
  const broken = {
    code: 'en',
    functionWords: [],
    credits: [],
    sources: ENGLISH_SOURCES,
    loadWordCounts: () => '0 reports',
    load: async () => language,
  };
  const [outcome] = await Array.fromAsync(
    readReadings.run({ paths: ['-'] }, { ...context, languages: [broken] }),
  );
  assert.ok(outcome && !outcome.ok);
  assert.equal(outcome.error.code, 'reading/failed');
});

test('every part of a reading can be explained by rules that made it and words it stands on', async () => {
  const outcomes = await Array.fromAsync(explainReadings.run({ paths: [SAMPLES] }, contextOf('')));
  for (const outcome of outcomes) {
    assert.ok(outcome.ok);
    for (const { kind, id, by, from, evidence } of outcome.value.derivations) {
      assert.ok(
        by.length + from.length > 0,
        `${kind} ${id} of ${outcome.value.report.source} comes from nothing`,
      );
      assert.ok(evidence.length > 0, `${kind} ${id} of ${outcome.value.report.source} has no words`);
    }
  }
});

test('operations are told apart by name and say what they do', () => {
  assert.deepEqual(
    [...new Set(OPERATIONS.map(({ name }) => name))],
    OPERATIONS.map(({ name }) => name),
  );
  for (const { name, summary, writes } of OPERATIONS) {
    assert.match(name, /^[a-z]+\.[a-z]+$/);
    assert.match(summary, /^[A-Z].*\.$/);
    assert.equal(writes, false, name);
  }
});
