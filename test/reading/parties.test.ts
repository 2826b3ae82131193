import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_PARTIES } from '../../src/languages/en/parties/pack.ts';
import { ENGLISH_PLACES } from '../../src/languages/en/places/pack.ts';
import { findParties, partyIn } from '../../src/reading/parties/parties.ts';
import { findPlaces } from '../../src/reading/places/places.ts';
import { Source } from '../../src/reading/source.ts';

const knowledge = loadKnowledge();

function read(text: string) {
  const source = new Source({ id: 'x', text }, english());
  return {
    source,
    parties: findParties(source, ENGLISH_PARTIES, knowledge, findPlaces(source, ENGLISH_PLACES, knowledge)),
  };
}

/** "words → name (kind, country)" of each party in a text. */
function partiesIn(text: string): string[] {
  const { source, parties } = read(text);
  return parties.map(
    ({ from, to, name, kind, country }) =>
      `${source.doc.slice({ from, to })} → ${name} (${kind}${country ? `, ${country}` : ''})`,
  );
}

describe('one party under one name', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['An Israeli airstrike hit a house.', 'Israeli airstrike → Israeli Military (military, IL)'],
    ['IDF troops fired.', 'IDF troops → Israeli Military (military, IL)'],
    ['Israeli warplanes struck.', 'Israeli warplanes → Israeli Military (military, IL)'],
    ['Cuba’s security forces fired.', 'Cuba’s security forces → Cuban Security Forces (military, CU)'],
    ['The Cuban government denied it.', 'Cuban government → Cuba (state, CU)'],
    ['Russia denied it.', 'Russia → Russia (state, RU)'],
    [
      'ISIS fighters shot at Daesh.',
      'ISIS fighters → Islamic State (armed group)',
      'Daesh → Islamic State (armed group)',
    ],
    ['Cadres of the CPI-Maoist killed a man.', 'Cadres of the CPI-Maoist → CPI (Maoist) (armed group, IN)'],
    [
      'Palestinian militants fired rockets.',
      'Palestinian militants → Palestinian Militants (armed group, PS)',
    ],
    ['Unidentified gunmen opened fire.', 'Unidentified gunmen → Gunmen (unknown)'],
    ['Nigerian police shot a man.', 'Nigerian police → Nigerian Police (police, NG)'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(partiesIn(text), expected));
});

it('a group that the text names with its acronym is known by it from then on', () => {
  assert.deepEqual(partiesIn('The Liberation Army of Maro [LAM] struck. Later LAM fighters fled.'), [
    'Liberation Army of Maro [LAM] → Liberation Army of Maro (armed group)',
    'LAM fighters → Liberation Army of Maro (armed group)',
  ]);
});

it('a bare army is the one that the text named before, or that of the country', () => {
  assert.deepEqual(
    partiesIn('In Gaza City, Israeli forces fired. The army said so.').at(-1),
    'army → Israeli Military (military, IL)',
  );
  assert.deepEqual(
    partiesIn('A man died in Bogota, Colombia. The army said so.').at(-1),
    'army → Colombian Military (military, CO)',
  );
  assert.deepEqual(
    partiesIn('A man died in Gaza City. The army said so.').at(-1),
    'army → Military (military)',
  );
});

it('the party of an agent phrase is the one that its head names', () => {
  const { source, parties } = read('He was shot by soldiers of the Nigerian army.');
  assert.equal(partyIn(parties, { from: 3, to: source.doc.length })?.name, 'Nigerian Military');
  assert.equal(partyIn(parties, { from: 0, to: 2 }), null);
});

it('words in small letters are no names of groups', () => {
  assert.deepEqual(partiesIn('She set the arena on fire and a contra tenor sang.'), []);
});
