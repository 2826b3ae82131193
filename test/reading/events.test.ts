/** Incidents kept apart, in their order, with type, day and those held responsible. Mentions are made by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH_EVENTS } from '../../src/languages/en/events/events.ts';
import { english } from '../../src/languages/en/language.ts';
import { findTriggers } from '../../src/reading/events/incidents.ts';
import { Source } from '../../src/reading/source.ts';
import { assemble, tollText } from '../support/claims.ts';

test('each row of words of attack fires on its own examples', () => {
  for (const { id, says, not } of ENGLISH_EVENTS.triggers) {
    const idsIn = (text: string) =>
      findTriggers({ source: new Source({ id: 'r', text }, english()), parties: [] }, ENGLISH_EVENTS).map(
        ({ trigger }) => trigger.id,
      );
    assert.ok(says.length > 0 && not.length > 0, `${id} has examples`);
    for (const text of says) assert.ok(idsIn(text).includes(id), `${id}: ${text}`);
    for (const text of not) assert.ok(!idsIn(text).includes(id), `not ${id}: ${text}`);
  }
});

test('an incident of last year is an event of its own and no part of the toll', () => {
  const read = assemble(
    'A bomb killed four people in Orrin on Thursday. Last year a bomb killed 30 people in the same market.',
    [
      { words: 'killed', people: 'four people', count: 4 },
      { words: 'killed', people: '30 people', count: 30 },
    ],
  );
  assert.equal(read.events.length, 2);
  assert.equal(tollText(read), 'killed 4..4');
  assert.equal(tollText(read, 1), 'killed 30..30');
});

test('a separate attack is a separate event', () => {
  const read = assemble(
    'Gunmen killed two guards in Orrin on Thursday. In a separate attack, gunmen killed a teacher in Tarsin.',
    [
      { words: 'killed', people: 'two guards', count: 2 },
      { words: 'killed', people: 'a teacher' },
    ],
  );
  assert.deepEqual([tollText(read), tollText(read, 1)], ['killed 2..2', 'killed 1..1']);
});

test('the day is that of the harm, not of the saying', () => {
  const read = assemble(
    'Three people were killed on Thursday. Police said on Friday that they had no suspect.',
    [{ words: 'killed', people: 'Three people', count: 3 }],
  );
  assert.equal(read.events[0]?.date?.start, '2031-05-15');
});

test('an attack in which nobody is said to be harmed is an event; a report without any has none', () => {
  assert.equal(assemble('Rebels shelled the ridge above Orrin on Thursday.', []).events.length, 1);
  assert.equal(assemble('The council met on Thursday and voted on the budget.', []).events.length, 0);
});

test('the agent of the clause is held responsible, as firmly as its source says it', () => {
  const text = 'Gunmen killed two guards, police said.';
  const told = [{ words: 'killed', people: 'two guards', count: 2, agent: 'Gunmen' }];
  assert.equal(assemble(text, told).events[0]?.perpetrators[0]?.responsibility, 'stated');
  const said = [
    { content: 'Gunmen killed two guards', source: 'police', details: { speakerKind: 'police' as const } },
  ];
  const accused = assemble(text, told, { said }).events[0]?.perpetrators[0];
  assert.equal(accused?.responsibility, 'accused by officials');
  assert.deepEqual(accused?.attribution, ['a1']);
});

test('an abduction told in the same sentence, hours before and elsewhere, is an event of its own', () => {
  const text =
    'A bomb killed four soldiers in Maro province on Thursday, hours after gunmen abducted nine pupils in Kessa. In Kessa, a guard was killed.';
  const read = assemble(
    text,
    [
      { words: 'killed', people: 'four soldiers', count: 4 },
      { words: 'abducted', people: 'nine pupils', count: 9, harm: 'abducted' },
      { words: 'killed', people: 'a guard' },
    ],
    { places: ['Maro province', 'Kessa'] },
  );
  assert.deepEqual(read.events.map((_, i) => tollText(read, i)).sort(), [
    'killed 1..1, abducted 9..9',
    'killed 4..4',
  ]);
});

test('the dead of a deed that somebody is only wanted for are not of this incident', () => {
  const read = assemble('A man wanted for the killing of a reporter was shot dead by police in Orrin.', [
    { words: 'killing', people: 'a reporter' },
    { words: 'shot dead', people: 'A man' },
  ]);
  assert.equal(read.events.length, 2);
  assert.equal(tollText(read), 'killed 1..1');
});

test('of bodies found, nobody knows the day', () => {
  const read = assemble('The bodies of three farmers were found near Tarsin on Thursday.', [
    { words: 'bodies', people: 'three farmers', count: 3 },
  ]);
  assert.deepEqual([read.events[0]?.date?.start, read.events[0]?.date?.end], [null, '2031-05-15']);
});

test('arrests after an attack are an event of their own', () => {
  const read = assemble('Gunmen killed two guards. Police arrested three suspects.', [
    { words: 'killed', people: 'two guards', count: 2 },
    { words: 'arrested', people: 'three suspects', count: 3, harm: 'detained' },
  ]);
  assert.deepEqual([tollText(read), tollText(read, 1)], ['killed 2..2', 'detained 3..3']);
});
