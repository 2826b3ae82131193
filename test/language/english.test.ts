/** What the English model says of invented sentences. Few and plain: the scores on the treebanks are in data/en/card.md. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childOf, childrenOf, rootOf, subtreeOf } from '../../src/language/tree.ts';
import { english } from '../../src/languages/en/language.ts';

const LEMMAS: readonly (readonly [string, string])[] = [
  ['The gunmen fled and left two policemen dead.', 'the gunman flee and leave two policeman dead .'],
  ["She didn't say who was shot.", 'she do not say who be shoot .'],
  ['Both women were struck by bullets.', 'both woman be strike by bullet .'],
  ['POLICE SAID THREE MEN DIED IN VELDA.', 'police say three man die in Velda .'],
  ['Some 1,200 people panicked on Sept. 3.', 'some 1200 people panic on September 3 .'],
  [
    'The road is sooooo long, twice the lenght of a bus.',
    'the road be so long , twice the length of a bus .',
  ],
  ['The two planes met at point X yesterday.', 'the two plane meet at point X yesterday .'],
];
for (const [text, lemmas] of LEMMAS) {
  test(`lemmas of ${text}`, () => {
    const doc = english().analyse(text);
    assert.equal(Array.from({ length: doc.length }, (_, i) => doc.lemma(i)).join(' '), lemmas);
  });
}

for (const text of [
  'Three soldiers were killed by a bomb in Velda, the army said.',
  'THREE SOLDIERS WERE KILLED BY A BOMB IN VELDA, THE ARMY SAID.',
]) {
  test(`the tree of ${text}`, () => {
    const doc = english().analyse(text);
    const at = (word: string): number =>
      Array.from({ length: doc.length }, (_, i) => doc.lower(i)).indexOf(word);
    const killed = at('killed');
    assert.equal(rootOf(doc, killed), at('said'));
    assert.equal(childOf(doc, killed, 'nsubj'), at('soldiers'));
    assert.equal(doc.deprel(at('soldiers')), 'nsubj:pass');
    assert.deepEqual(childrenOf(doc, killed, 'obl').includes(at('bomb')), true);
    assert.equal(doc.slice(subtreeOf(doc, at('soldiers'))).toLowerCase(), 'three soldiers');
    assert.equal(doc.xpos(killed), 'VBN');
    assert.equal(doc.upos(at('velda')), 'PROPN');
  });
}

test('names of persons, organisations and places', () => {
  const doc = english().analyse('Maria Odmark flew from London to Germany on Monday.');
  const names = doc.entities(0).filter(({ type }) => ['PER', 'ORG', 'LOC'].includes(type));
  assert.deepEqual(
    names.map((entity) => `${doc.slice(entity)}: ${entity.type}`),
    ['Maria Odmark: PER', 'London: LOC', 'Germany: LOC'],
  );
  for (const { confidence } of names) assert.ok(confidence! > 0.5 && confidence! <= 1);
});
