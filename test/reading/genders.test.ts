/** Men, women and children of the main claim, by the words about those named; a name alone says nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processContext } from '../../src/operations/index.ts';
import { readOne } from '../../src/operations/readings.ts';
import { renderCount } from '../support/count.ts';

const context = processContext();

const CASES: readonly (readonly [title: string, text: string, groups: string])[] = [
  [
    'who has a wife is a man, who is a wife a woman',
    'Three people were killed in Velda on Monday: Ivo Tarn, his wife Ada Tarn and their son Omar, 7.',
    'children 1, women 1, men 1',
  ],
  [
    'a pronoun in a later sentence, and an age',
    'Two people were killed in Velda on Monday. They were identified as Rade Oster, 34, and Mira Brum, 40. Rade was on his way to work. Mira ran a shop that she had opened in May.',
    'women 1, men 1',
  ],
  [
    'a name and an age alone',
    'Two people were killed in Velda on Monday. They were identified as Rade Oster, 34, and Mira Brum, 40.',
    '',
  ],
  [
    'somebody else’s pronoun',
    'Rade Oster, 34, was killed in Velda on Monday. Rade’s sister said that she had called him.',
    '',
  ],
  [
    'words that disagree',
    'Rade Oster, 34, was killed in Velda on Monday. Rade was on his way to work. Rade was on her way to work.',
    '',
  ],
  [
    'grown up, but no age and no children',
    'Rade Oster was killed in Velda on Monday. Rade was on his way to school.',
    '',
  ],
  [
    'those without a name beside those with one',
    'Five people were killed in Velda on Monday. Ivo Tarn, 40, died with his wife and three children. Ivo was a baker.',
    'children 3, women 1, men 1',
  ],
];

for (const [title, text, expected] of CASES) {
  test(`genders: ${title}`, async () => {
    const report = { id: `genders:${title}`, text, published: '2024-03-06' };
    const { reading } = await readOne(report, [], 'en', context);
    const [claim] = reading.claims;
    const groups = (['children', 'women', 'men'] as const).flatMap((group) => {
      const count = claim!.victims[group];
      return count ? [`${group} ${renderCount(count)}`] : [];
    });
    assert.equal(groups.join(', '), expected);
  });
}
