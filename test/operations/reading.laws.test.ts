/** Any text is a report: nothing throws, every quote is a slice, every id that is named is there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../../src/model/reading.ts';
import { readingSchema } from '../../src/model/reading.ts';
import { processContext, readReadings } from '../../src/operations/index.ts';
import { readOne } from '../../src/operations/readings.ts';
import { isQuoted, type Span } from '../../src/text/span.ts';
import { folderOf } from '../support/files.ts';
import { randomOf, randomText } from '../support/random.ts';

const WORDS =
  `killed wounded dead died people soldiers civilians "We “they ” , . ; : – ( ) and or but that the a of in at least up to
  32 1,300 nine dozens two-thirds no one said told according to police ministry Mr. Orlu Velland on Sunday yesterday 2024
  who was were had been by injured missing fear toll rose from including three children 👩‍🚒 Déla e\u0301 \u202e \u0000 ﷽ 中国 \n\n " ' ’s n't`.split(
    /[ \n]+/,
  );

test('300 texts of words thrown together', async () => {
  const random = randomOf(11);
  const context = processContext();
  for (let i = 0; i < 300; i++) {
    const text = randomText(random, WORDS, Math.floor(random() * 80));
    const title = random() < 0.4 ? randomText(random, WORDS, 8) : undefined;
    const report = {
      id: String(i),
      text,
      ...(title === undefined ? {} : { title }),
      published: '2025-03-10',
    };
    const { reading } = await readOne(report, [], 'en', context);
    readingSchema.parse(reading);
    for (const span of spansOf(reading)) {
      const whole = span.in === 'title' ? title! : text;
      assert.ok(isQuoted(whole, span), `${JSON.stringify(span)} in ${JSON.stringify(whole)}`);
    }
    checkIds(reading, JSON.stringify(text));
  }
});

test('time grows with the length of a text, not faster, sentence ends or none', async () => {
  const random = randomOf(5);
  const context = processContext();
  const cpuMsOf = async (text: string): Promise<number> => {
    const before = process.cpuUsage().user;
    await readOne({ id: 'x', text }, [], 'en', context);
    return (process.cpuUsage().user - before) / 1000;
  };
  for (const text of [
    Array.from({ length: 50 }, () => randomText(random, WORDS, 30)).join('\n\n'),
    'nine people were killed in Orlu on Monday, police said, and '.repeat(100),
  ]) {
    await cpuMsOf(text);
    const [short, long] = [await cpuMsOf(text), await cpuMsOf(text.repeat(6))];
    // six times the text: six times the time where it is linear, 36 times where it is a square
    assert.ok(long < short * 18, `${short} ms and ${long} ms for ${text.slice(0, 30)}`);
  }
});

test('a text longer than any book is refused, with the reason', async (t) => {
  const folder = folderOf(t, { 'long.txt': 'Nine people died in Orlu. '.repeat(200_000) });
  const [outcome] = await Array.fromAsync(readReadings.run({ paths: [folder] }, processContext()));
  assert.ok(outcome && !outcome.ok);
  assert.equal(outcome.error.code, 'reading/too-long');
});

function spansOf(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'quote' in value && 'start' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansOf)];
}

function checkIds({ attributions, claims, events, gaps }: Reading, message: string): void {
  const ids = [...attributions, ...claims, ...events].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, message);
  const named = [
    ...claims.flatMap(({ attribution, event, relations }) => [
      ...attribution,
      ...(event === null ? [] : [event]),
      ...relations.map(({ to }) => to),
    ]),
    ...events.flatMap(({ tollFrom, civilianTollFrom }) =>
      [...Object.values(tollFrom), ...Object.values(civilianTollFrom)].flatMap((bounds) =>
        bounds ? [...bounds.min, ...bounds.max] : [],
      ),
    ),
    ...gaps.flatMap(({ attribution, event }) => [...attribution, ...(event === undefined ? [] : [event])]),
  ];
  for (const id of named) assert.ok(ids.includes(id), `${id} is named and not there: ${message}`);
  for (const { count } of claims) assert.ok(count.max === null || count.min <= count.max, message);
}
