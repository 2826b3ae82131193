import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePassages } from '../../src/copies/passages.ts';
import { OTHER, textOf, WIRE } from '../support/copies.ts';
import { randomOf, randomText } from '../support/random.ts';

test('a text is a copy of itself, whatever its typography', () => {
  const curly = textOf(...WIRE.map((sentence) => sentence.toUpperCase().replaceAll(',', ' –')));
  assert.deepEqual(
    [textOf(...WIRE), curly].map((b) => comparePassages(textOf(...WIRE), b).shareOfB),
    [1, 1],
  );
  const text = 'nine '.repeat(20_000);
  const { passages } = comparePassages({ title: 'Nine', text }, { text });
  assert.deepEqual(
    passages.map(({ b }) => [b.start, b.end > 99_000]),
    [[0, true]],
  );
});

test('texts of nothing in common share nothing', () => {
  const none = { shareOfA: 0, shareOfB: 0, passages: [] };
  assert.deepEqual(comparePassages(textOf(...WIRE), textOf(...OTHER)), none);
  assert.deepEqual(comparePassages(textOf(...WIRE), { text: '' }), none);
  assert.deepEqual(comparePassages({ text: '' }, { text: '' }), none);
});

test('a paragraph copied into a longer story is found on both sides, also in another order', () => {
  const b = textOf(OTHER[0]!, WIRE[2]!, OTHER[1]!, WIRE[1]!, OTHER[2]!);
  const a = textOf(...WIRE);
  const { passages, shareOfA, shareOfB } = comparePassages(a, b);
  assert.deepEqual(
    passages.map((passage) => [
      a.text.slice(passage.a.start, passage.a.end),
      b.text.slice(passage.b.start, passage.b.end),
    ]),
    [WIRE[2]!, WIRE[1]!].map((sentence) => [sentence.slice(0, -1), sentence.slice(0, -1)]),
  );
  assert.ok(shareOfA > 0.4 && shareOfA < 0.6, String(shareOfA));
  assert.ok(shareOfB > 0.3 && shareOfB < 0.5, String(shareOfB));
});

test('a quotation that two reporters heard is no copy; in a copied story it is', () => {
  const quotation =
    '“We will not leave one of them behind, and we will find out who gave this order to the pilots,” said Ilmar Tosk.';
  const heard = comparePassages(textOf(...WIRE, quotation), textOf(OTHER[0]!, quotation, OTHER[1]!));
  assert.deepEqual(
    heard.passages.map(({ isQuotation }) => isQuotation),
    [true],
  );
  assert.deepEqual([heard.shareOfA, heard.shareOfB], [0, 0]);
  const copied = comparePassages(
    textOf(...WIRE, quotation),
    textOf(OTHER[0]!, quotation, WIRE[1]!, WIRE[2]!),
  );
  assert.ok(copied.passages.every(({ isQuotation }) => !isQuotation));
  assert.ok(copied.shareOfB > 0.6);
});

test('a frame of links and captions is no story', () => {
  const frame = [
    '0:47 Procession for a deputy who died in an accident at the airfield',
    '2:22 The university considers a new coach before the match on Sunday',
    '0:29 A woman was followed home and robbed of her purse on camera',
    '1:20 Employees of the city protest before the council about their wages',
  ];
  const { shareOfA, shareOfB } = comparePassages(
    textOf(...frame, ...WIRE),
    textOf(...frame.slice(1), ...OTHER),
  );
  assert.deepEqual([shareOfA, shareOfB], [0, 0]);
});

test('a headline copied is a passage of the title', () => {
  const title = 'At least 32 killed as jets bomb the naval station at Port Adren';
  const { passages } = comparePassages({ title, text: OTHER[0]! }, { title, text: WIRE[1]! });
  assert.deepEqual(
    passages.map(({ a, b }) => [a.in, b.in]),
    [['title', 'title']],
  );
});

test('scripts without spaces or case are compared as well', () => {
  const a = {
    text: '周一在阿德伦港的空袭中至少有三十二人死亡，卫生部说。两艘油驳在码头起火，山上也能看到浓烟。',
  };
  const b = { text: `渔民本周重新出海，此前的风暴让他们在岸上停留了一个月。${a.text.slice(0, 26)}` };
  assert.equal(comparePassages(a, b).passages.length, 1);
});

test('any text is compared: shares within 0..1, stretches within the texts, in the order of b', () => {
  const random = randomOf(6);
  const vocabulary = [...WIRE, ...OTHER]
    .flatMap((sentence) => sentence.split(' '))
    .concat('“', '”', '\n', '😀');
  for (let round = 0; round < 200; round++) {
    const [a, b] = [0, 1].map(() => ({ text: randomText(random, vocabulary, Math.floor(random() * 150)) }));
    const pasted = { text: `${a!.text.slice(0, Math.floor(random() * a!.text.length))} ${b!.text}` };
    const { shareOfA, shareOfB, passages } = comparePassages(a!, pasted);
    for (const share of [shareOfA, shareOfB]) assert.ok(share >= 0 && share <= 1);
    let before = 0;
    for (const passage of passages) {
      assert.ok(passage.a.start < passage.a.end && passage.a.end <= a!.text.length);
      assert.ok(before <= passage.b.start && passage.b.start < passage.b.end);
      assert.ok(passage.b.end <= pasted.text.length);
      before = passage.b.end;
      for (const { start, end } of passage.changed)
        assert.ok(passage.b.start <= start && start <= end && end <= passage.b.end);
    }
  }
});
