/** Short bulletins of one desk are all alike but for the day: each is an incident of its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcile } from '../../src/incidents/reconcile.ts';
import type { Rarity } from '../../src/incidents/words.ts';
import type { KeptReport } from '../../src/model/record.ts';
import { kept } from './kept.ts';

/** Small words are common; names of places and people are rare. */
const RARITY: Rarity = { of: (form) => (form.length > 4 ? 6 : 1) };
const together = (reports: readonly KeptReport[]): string[] =>
  reconcile(reports, [], RARITY).incidents.map(({ reports }) => reports.join(' '));

const NUMBERS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];
const raid = (id: string, day: string, published: string, killed: number, outlet = 'Orlu Post'): KeptReport =>
  kept(
    id,
    `${NUMBERS[killed - 2]} people were killed in a raid on the village of Tesk on Monday, police spokesman Aron Vell said. Gunmen on motorcycles stormed the market and opened fire.`,
    [{ day, place: 'Tesk', killed }],
    { published, outlet, title: `Raid on Tesk kills ${killed}` },
  );

test('a raid on Monday, and again three weeks later, in the same words, are two', () => {
  const reports = [
    raid('first', '2031-03-03', '2031-03-04', 5),
    raid('second', '2031-03-24', '2031-03-25', 3),
    raid('third', '2031-05-12', '2031-05-13', 5),
  ];
  assert.deepEqual(together(reports), ['first', 'second', 'third']);
});

test('so are raids a week apart', () => {
  assert.deepEqual(
    together([raid('first', '2031-03-03', '2031-03-04', 5), raid('second', '2031-03-10', '2031-03-11', 3)]),
    ['first', 'second'],
  );
});

test('the same raid in two papers is one, though one of them knows of more dead', () => {
  assert.deepEqual(
    together([
      raid('post', '2031-03-03', '2031-03-04', 5),
      raid('herald', '2031-03-03', '2031-03-05', 6, 'Seld Herald'),
    ]),
    ['herald post'],
  );
});

test('a report of the hearing, whose day is taken for that of the killing, stays with its victim', () => {
  const text =
    'Dena Vesk was shot dead at the ferry in Tesk. Police said on Monday that her neighbour Ilmar Tosk fired the shots.';
  const first = kept('first', text, [{ day: '2031-03-03', place: 'Tesk', killed: 1, named: ['Dena Vesk'] }], {
    published: '2031-03-04',
    title: 'Woman shot dead at Tesk ferry',
  });
  const hearing = kept(
    'hearing',
    'Ilmar Tosk told the court on Monday that he had shot his neighbour Dena Vesk dead at the ferry in Tesk.',
    [{ day: '2031-03-24', place: 'Tesk', killed: 1, named: ['Dena Vesk'] }],
    { published: '2031-03-25', title: 'Neighbour in court for Tesk ferry shooting' },
  );
  assert.deepEqual(together([first, hearing]), ['first hearing']);
});

test('a report that comes out weeks later and tells the day of the raid is no other raid', () => {
  assert.deepEqual(
    together([raid('first', '2031-03-03', '2031-03-04', 5), raid('later', '2031-03-03', '2031-03-20', 5)]),
    ['first later'],
  );
});
