import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STORIES } from './stories.ts';
import {
  inCapitals,
  seeded,
  tell,
  tollOf,
  variantsOf,
  withBackground,
  withOtherTypography,
} from './variants.ts';

const tellings = STORIES.flatMap((story, i) => [tell(story), ...variantsOf(story, i)]);

test('there are forty stories, each with an id of its own, and two hundred variants', () => {
  assert.equal(new Set(STORIES.map(({ id }) => id)).size, 40);
  assert.equal(tellings.length, 40 + 200);
});

test('every slot is filled, and every slot of the data is in the text', () => {
  for (const { report, story } of tellings) {
    assert.doesNotMatch(`${report.title} ${report.text}`, /[{}]/, story.id);
    const used = new Set(
      `${story.title ?? ''}${story.text}`.match(/\{\w+\}/g)?.map((slot) => slot.toLowerCase()),
    );
    const slots = Object.keys({ ...story.figures, ...story.people, ...story.places });
    assert.deepEqual([...used].sort(), slots.map((slot) => `{${slot}}`).sort(), story.id);
  }
});

test('a toll is whole numbers, the lower bound no higher than the upper', () => {
  for (const telling of tellings) {
    for (const [harm, bounds] of tollOf(telling)) {
      if (!bounds) continue;
      const where = `${telling.story.id}, ${harm}`;
      assert.ok(Number.isInteger(bounds.min) && bounds.min >= 0, where);
      assert.ok(bounds.max === null || (Number.isInteger(bounds.max) && bounds.max >= bounds.min), where);
    }
  }
});

test('a toll follows the figures of its telling', () => {
  const story = STORIES.find(({ id }) => id === 'block-party')!;
  for (const telling of [tell(story), ...variantsOf(story, 3)]) {
    const { shot = 0, died = 0 } = telling.figures;
    assert.deepEqual(tollOf(telling).get('killed'), { min: died, max: died });
    assert.deepEqual(tollOf(telling).get('injured'), { min: shot - died, max: shot - died });
  }
});

test('the same seed tells the same variants, another seed others', () => {
  for (const story of STORIES) {
    assert.deepEqual(variantsOf(story, 1), variantsOf(story, 1));
  }
  const texts = (seed: number) =>
    STORIES.flatMap((story) => variantsOf(story, seed).map(({ report }) => report.text));
  assert.notDeepEqual(texts(1), texts(2));
});

test('a rewrite keeps the letters of a story', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  for (const { report } of tellings) {
    assert.equal(letters(withOtherTypography(report, seeded(7)).text), letters(report.text));
    assert.equal(letters(inCapitals(report).text), letters(report.text));
    assert.ok(withBackground(report, seeded(7)).text.startsWith(report.text.split('\n\n')[0]!));
  }
});
