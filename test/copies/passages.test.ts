import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePassages, isCopied, type Stretch } from '../../src/copies/passages.ts';
import { randomOf, randomText } from '../support/random.ts';

const WIRE = [
  'SELD (Nordpress) — At least 32 people were killed on Monday when jets bombed the naval station at Port Adren, the health ministry said.',
  'The strike set fire to two fuel barges that lay at the quay, and smoke could be seen from the hills of Karsia.',
  'Nine of the dead were dock workers who had gone back to fetch their tools, according to their union.',
  'The regional council asked for a truce so that the wounded can be taken to the capital by boat.',
];
const OTHER = [
  'Fishermen in the bay of Orlu returned to sea this week after a month of storms that kept their boats ashore.',
  'Prices at the market fell by a third within two days, and the cooperative expects them to fall further.',
  'A new lighthouse will be built on the northern cape before the winter, the harbour master announced.',
];

const textOf = (...sentences: readonly string[]) => ({ text: sentences.join('\n\n') });

function stretchIn(text: string, words: string): Stretch {
  const start = text.indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length };
}

test('a text is a copy of itself, whatever its typography', () => {
  const curly = textOf(...WIRE.map((sentence) => sentence.toUpperCase().replaceAll(',', ' –')));
  assert.deepEqual(
    [textOf(...WIRE), curly].map((b) => comparePassages(textOf(...WIRE), b).shareOfB),
    [1, 1],
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

test('evidence is copied where its own words are, not where they were changed', () => {
  const a = textOf(...WIRE);
  const b = textOf(
    WIRE[0]!.replace('32', '35').replace('SELD (Nordpress) — ', ''),
    WIRE[2]!,
    'The hospital of St. Alban took in 14 wounded overnight, its director told this paper.',
  );
  const comparison = comparePassages(a, b);
  const isCopy = (words: string) => isCopied(comparison, stretchIn(b.text, words));
  assert.equal(isCopy('At least 35 people were killed'), false);
  assert.equal(isCopy('people were killed'), true);
  assert.equal(isCopy('Nine of the dead'), true);
  assert.equal(isCopy('14 wounded'), false);
});

test('a word left out is a change: "were not killed" is no copy of "were killed"', () => {
  const a = textOf(WIRE[2]!.replace('who had', 'who had not'));
  const b = textOf(WIRE[2]!);
  const comparison = comparePassages(a, b);
  assert.equal(isCopied(comparison, stretchIn(b.text, 'who had gone back')), false);
  assert.equal(isCopied(comparison, stretchIn(b.text, 'Nine of the dead')), true);
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
  const b = textOf(OTHER[0]!, quotation, WIRE[1]!, WIRE[2]!);
  const copied = comparePassages(textOf(...WIRE, quotation), b);
  assert.ok(isCopied(copied, stretchIn(b.text, 'one of them')));
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
