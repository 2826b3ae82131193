import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relate } from '../../src/copies/relation.ts';
import { WIRE } from '../support/copies.ts';
import { FORMS, filledIn } from '../support/forms.ts';

/** How many of the pairs of texts are told to be related. */
function relatedAmong(texts: readonly string[], published: (i: number) => string | undefined): number {
  const reports = texts.map((text, i) => ({
    id: `${i}`,
    text,
    ...(published(i) && { published: published(i)! }),
  }));
  return reports.flatMap((a, i) => reports.slice(i + 1).filter((b) => relate(a, b))).length;
}

test('a form that is filled in anew is no copy', () => {
  const [days, weeks] = [0, 1].map((apart) =>
    FORMS.map((form) =>
      relatedAmong(filledIn(form, 20), (i) =>
        apart ? new Date(Date.UTC(2031, 0, 1 + 8 * i)).toISOString().slice(0, 10) : undefined,
      ),
    ),
  );
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  // of 1,520 pairs; what is left has the same place, day or name by chance
  assert.ok(sum(days!) <= 95, `${days}`);
  assert.ok(sum(weeks!) <= 15, `${weeks}`);
});

test('a copy with its figures brought up to date stays one, and so does one with a name edited', () => {
  const copies = [
    WIRE.map((sentence) => sentence.replace('32', '41').replace('two', '2').replace('Nine', '12')),
    WIRE.map((sentence) => sentence.replace('Port Adren', 'Adren').replace('Karsia', 'the Karsian hills')),
    WIRE.map((sentence) => sentence.replace('Monday', 'Tuesday')),
  ];
  for (const sentences of copies) {
    const [source, report] = [WIRE, sentences].map((lines, i) => ({ id: `${i}`, text: lines.join('\n\n') }));
    assert.equal(relate(source!, report!)?.kind, 'copy', report!.text);
  }
});

test('of one story told day by day each update is related to the one before', () => {
  const told = (killed: number, wounded: number, day: string) =>
    `At least ${killed} people were killed and ${wounded} wounded in Orlu on Monday, the ministry said on ${day}.`;
  const texts = [told(9, 14, 'Monday'), told(12, 20, 'Tuesday'), told(15, 31, 'Wednesday')];
  assert.equal(
    relatedAmong(texts, (i) => `2031-05-0${5 + i}`),
    3,
  );
});
