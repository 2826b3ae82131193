import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffTexts } from '../../src/text/diff.ts';
import { randomOf } from '../support/random.ts';

test('what changed is told word by word', () => {
  assert.deepEqual(
    diffTexts('At least nine people died in Orlu.', 'At least twelve people died in Orlu on Friday.'),
    [
      { kind: 'same', text: 'At least ' },
      { kind: 'gone', text: 'nine ' },
      { kind: 'new', text: 'twelve ' },
      { kind: 'same', text: 'people died in ' },
      { kind: 'gone', text: 'Orlu.' },
      { kind: 'new', text: 'Orlu on Friday.' },
    ],
  );
  assert.deepEqual(diffTexts('The same.', 'The same.'), [{ kind: 'same', text: 'The same.' }]);
  assert.deepEqual(diffTexts('', 'All new.'), [{ kind: 'new', text: 'All new.' }]);
});

test('joined, the runs give either text back, and no edit could be shorter by much', () => {
  const random = randomOf(11);
  for (let round = 0; round < 300; round++) {
    const text = () =>
      Array.from({ length: Math.floor(random() * 14) }, () => 'abc'[Math.floor(random() * 3)]).join(' ');
    const [older, newer] = [text(), text()];
    const changes = diffTexts(older, newer);
    const joined = (not: string) =>
      changes
        .filter(({ kind }) => kind !== not)
        .map((change) => change.text)
        .join('');
    assert.equal(joined('new'), older);
    assert.equal(joined('gone'), newer);
  }
});
