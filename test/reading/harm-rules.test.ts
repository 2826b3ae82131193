/** Every rule of harm, run on its own sentences. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH_HARM } from '../../src/languages/en/harm/harm.ts';
import { harmsIn } from '../support/harms.ts';

for (const { id, says, not } of ENGLISH_HARM.rules) {
  for (const sentence of says) {
    test(`${id} says: ${sentence}`, () => {
      const { harms } = harmsIn(sentence);
      assert.ok(
        harms.some((harm) => harm.by[0] === id),
        `fired: ${harms.map((harm) => harm.by[0]).join(', ') || 'nothing'}`,
      );
    });
  }
  for (const sentence of not) {
    test(`${id} not: ${sentence}`, () => {
      const { harms } = harmsIn(sentence);
      assert.ok(!harms.some((harm) => harm.by[0] === id));
    });
  }
}

test('rule ids are unique, and every rule has sentences of both kinds', () => {
  const ids = ENGLISH_HARM.rules.map((rule) => rule.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const rule of ENGLISH_HARM.rules) assert.ok(rule.says.length > 0 && rule.not.length > 0, rule.id);
});

test('every verb of a rule has its forms in the table', () => {
  for (const rule of ENGLISH_HARM.rules)
    for (const verb of rule.verbs ?? []) assert.ok(ENGLISH_HARM.verbs.has(verb), verb);
});
