import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditFinder, originOf } from '../../src/copies/credits.ts';
import { AGENCIES } from '../../src/knowledge/agencies.ts';
import { LANGUAGES } from '../../src/languages/index.ts';

const RULES = LANGUAGES.flatMap(({ credits }) => credits);
const creditsIn = creditFinder(
  RULES,
  AGENCIES.map(({ name, others }) => [name, ...others]),
);

for (const { id, says, not } of RULES) {
  test(`${id} fires on its own examples and not on those that look like them`, () => {
    const fires = (text: string) => creditsIn(text).some(({ by }) => by === id);
    assert.deepEqual(
      says.filter((text) => !fires(text)),
      [],
    );
    assert.deepEqual(not.filter(fires), []);
  });
}

test('an agency that lent a part is no origin; the words stand in the text', () => {
  const body = 'Nine people died in Orlu, police said. '.repeat(300);
  const lent = `${body}\n\nThe Associated Press contributed to this report.`;
  const [credit, ...more] = creditsIn(lent);
  assert.deepEqual(more, []);
  assert.equal(credit?.agency, 'The Associated Press');
  assert.equal(credit.evidence.quote, lent.slice(credit.evidence.start, credit.evidence.end));
  assert.equal(originOf(creditsIn(lent)), undefined);
  assert.equal(originOf(creditsIn(`ORLU (AFP) — ${lent}`)), 'Agence France-Presse');
});

test('who told an agency is no credit to it', () => {
  assert.deepEqual(
    creditsIn('“None of ours,” Ilmar Tosk told The Associated Press. Reuters could not verify it.'),
    [],
  );
});
