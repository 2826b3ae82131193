/** Who is told of once and who twice, whose word it is, and what it comes to. Mentions are made by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exactly } from '../../src/model/count.ts';
import { assemble, relationsText, type Told, tollText } from '../support/claims.ts';

const men = (n: number): NonNullable<Told['victims']> => ({ men: exactly(n) });
const women = (n: number): NonNullable<Told['victims']> => ({ women: exactly(n) });
const shot: Pick<Told, 'words' | 'harm'> = { words: 'shot', harm: 'injured' };

test('people told of one by one are counted once each', () => {
  const read = assemble(
    'Two people were shot in Orrin on Friday. A 20-year-old man was shot in the leg. Another man was shot in the chest and died at the scene.',
    [
      { ...shot, people: 'Two people', count: 2 },
      { ...shot, people: 'A 20-year-old man', victims: men(1) },
      { ...shot, people: 'Another man', victims: men(1) },
      { words: 'died', people: 'Another man', victims: men(1) },
    ],
  );
  assert.equal(tollText(read), 'killed 1..1, injured 1..1');
});

test('the same figure in title, lead and body is one', () => {
  const read = assemble(
    'Three farmers were killed near Tarsin on Monday. The three farmers were killed in their field.',
    [
      { words: 'killed', people: 'Three farmers', count: 3 },
      { words: 'killed', people: 'Three farmers', count: 3 },
      { words: 'killed', people: 'The three farmers', count: 3 },
    ],
    { title: 'Three farmers killed' },
  );
  assert.equal(tollText(read), 'killed 3..3');
  assert.deepEqual(relationsText(read), ['c1 repeats c2', 'c3 repeats c2']);
});

test('without a whole, parts told apart add up', () => {
  const read = assemble('A man was killed in his car. A woman was killed on the pavement.', [
    { words: 'killed', people: 'A man', victims: men(1) },
    { words: 'killed', people: 'A woman', victims: women(1) },
  ]);
  assert.equal(tollText(read), 'killed 2..2');
});

test('the victim, and the name given later, are the man told of before', () => {
  const read = assemble(
    'A man was killed outside a bar in Orrin. The victim was killed by a single bullet. Pell Oster, 34, was killed on his birthday.',
    [
      { words: 'killed', people: 'A man', victims: men(1) },
      { words: 'killed', people: 'The victim' },
      {
        words: 'killed',
        people: 'Pell Oster, 34',
        victims: {
          named: [{ name: 'Pell Oster', age: 34, gender: 'male', identity: 'stated', evidence: [] }],
        },
      },
    ],
  );
  assert.equal(tollText(read), 'killed 1..1');
});

test('a whole told after its parts gathers them', () => {
  const read = assemble(
    'A man was killed at the gate. A girl was killed inside. In all, two people were killed.',
    [
      { words: 'killed', people: 'A man', victims: men(1) },
      { words: 'killed', people: 'A girl', victims: { children: exactly(1) } },
      { words: 'killed', people: 'two people', count: 2 },
    ],
  );
  assert.equal(tollText(read), 'killed 2..2');
  assert.deepEqual(relationsText(read), ['c1 part of c3', 'c2 part of c3']);
});

test('groups side by side under one verb add', () => {
  const read = assemble('Rebels killed five officers and two civilians on the Tarsin road.', [
    { words: 'killed', people: 'five officers', count: 5 },
    { words: 'killed', beside: true, people: 'two civilians', count: 2 },
  ]);
  assert.equal(tollText(read), 'killed 7..7');
});

test('an update replaces the figure that it names', () => {
  const read = assemble('The blast killed 21 people. The toll has risen to 27 from 21.', [
    { words: 'killed', people: '21 people', count: 21 },
    { words: 'toll', count: 27, more: { total: true, previous: exactly(21) } },
  ]);
  assert.equal(tollText(read), 'killed 27..27');
  assert.deepEqual(relationsText(read), ['c2 updates c1']);
});

test('one of the wounded who dies moves from the injured to the killed', () => {
  const read = assemble('Five people were wounded in Tarsin. One of the wounded died later.', [
    { words: 'wounded', harm: 'injured', people: 'Five people', count: 5 },
    { words: 'died', people: 'One of the wounded' },
  ]);
  assert.equal(tollText(read), 'killed 1..1, injured 4..4');
});

test('a part never adds to its whole', () => {
  const read = assemble('The strike killed 12 people on Sunday. Three children were killed in their beds.', [
    { words: 'killed', people: '12 people', count: 12 },
    { words: 'killed', people: 'Three children', count: 3, victims: { children: exactly(3) } },
  ]);
  assert.equal(tollText(read), 'killed 12..12');
  assert.deepEqual(relationsText(read), ['c2 part of c1']);
});

test('two sources with two figures give the bounds; each claim names its source', () => {
  const text = 'Twelve people were killed, the ministry said. Fifteen people were killed, the hospital said.';
  const read = assemble(
    text,
    [
      { words: 'killed', people: 'Twelve people', count: 12 },
      { words: 'killed', people: 'Fifteen people', count: 15 },
    ],
    {
      said: [
        { content: 'Twelve people were killed', source: 'the ministry' },
        { content: 'Fifteen people were killed', source: 'the hospital' },
      ],
    },
  );
  assert.equal(tollText(read), 'killed 12..15');
  assert.deepEqual(
    read.claims.map(({ attribution }) => attribution),
    [['a1'], ['a2']],
  );
});

test('what was known at first is overtaken by whoever says more', () => {
  const read = assemble(
    'Initially nine people were said to have been killed. The ministry put the dead at 14 people killed.',
    [
      { words: 'killed', people: 'nine people', count: 9 },
      { words: 'killed', people: '14 people', count: 14 },
    ],
    { said: [{ content: 'the dead at 14 people killed', source: 'The ministry' }] },
  );
  assert.equal(tollText(read), 'killed 14..14');
});

test('one hospital’s bodies are a part', () => {
  const read = assemble(
    'Thirty people were killed. The hospital said that it had received nine bodies.',
    [
      { words: 'killed', people: 'Thirty people', count: 30 },
      { words: 'bodies', people: 'nine bodies', count: 9 },
    ],
    {
      said: [
        {
          content: 'it had received nine bodies',
          source: 'The hospital',
          details: { speakerKind: 'medical' },
        },
      ],
    },
  );
  assert.equal(tollText(read), 'killed 30..30');
});

test('the fallen of two sides add, though each side tells of the other’s', () => {
  const read = assemble(
    'The army said 26 guerrillas were killed. The rebel radio said 11 soldiers were killed.',
    [
      { words: 'killed', people: '26 guerrillas', count: 26 },
      { words: 'killed', people: '11 soldiers', count: 11 },
    ],
    {
      said: [
        { content: '26 guerrillas were killed', source: 'The army' },
        { content: '11 soldiers were killed', source: 'The rebel radio' },
      ],
    },
  );
  assert.equal(tollText(read), 'killed 37..37');
});

test('a pronoun is none of several told of in its own sentence', () => {
  const read = assemble('A man stabbed four people before police shot him dead.', [
    { words: 'stabbed', harm: 'injured', people: 'four people', count: 4 },
    { words: 'shot', people: 'him' },
  ]);
  assert.equal(tollText(read), 'killed 1..1, injured 4..4');
});

test('whoever relays a word stands after its origin', () => {
  const read = assemble(
    'The Courier reported that the police said two men were killed.',
    [{ words: 'killed', people: 'two men', count: 2, victims: men(2) }],
    {
      said: [
        { content: 'that the police said two men were killed', source: 'The Courier' },
        { content: 'two men were killed', source: 'the police' },
      ],
    },
  );
  assert.deepEqual(read.claims[0]?.attribution, ['a2', 'a1']);
});

test('whoever is cited stands before those who cite', () => {
  const read = assemble(
    'Two men were killed, the Courier said, citing the police.',
    [{ words: 'killed', people: 'Two men', count: 2, victims: men(2) }],
    {
      said: [
        { content: 'Two men were killed', source: 'the Courier', cites: 1 },
        { content: 'Two men were killed', source: 'the police' },
      ],
    },
  );
  assert.deepEqual(read.claims[0]?.attribution, ['a2', 'a1']);
});

test('two equal sources make two claims, and an update overtakes both', () => {
  const text =
    'Police and the mayor said that nine people were killed. The toll rose to 14 from nine, police said.';
  const first = { content: 'that nine people were killed', source: 'Police' };
  const said = [
    first,
    { ...first, source: 'the mayor', sharesWith: 0 },
    { content: 'The toll rose to 14 from nine', source: 'police' },
  ];
  const told: Told[] = [{ words: 'killed', people: 'nine people', count: 9 }];
  const before = assemble(text, told, { said });
  assert.deepEqual(
    before.claims.map(({ attribution }) => attribution),
    [['a1'], ['a2']],
  );
  assert.deepEqual(relationsText(before), ['c2 confirms c1']);
  assert.equal(tollText(before), 'killed 9..9');
  const more = { total: true, previous: exactly(9) };
  const after = assemble(text, [...told, { words: 'toll', count: 14, more }], { said });
  assert.deepEqual(relationsText(after), ['c3 updates c1', 'c3 updates c2']);
  assert.equal(tollText(after), 'killed 14..14');
});

test('equal sources that relay one word are relays of one claim', () => {
  const content = 'two men were killed';
  const read = assemble(
    'The Courier and Radio Tarsin reported that, the police said, two men were killed.',
    [{ words: 'killed', people: 'two men', count: 2, victims: men(2) }],
    {
      said: [
        { content: 'that, the police said, two men were killed', source: 'The Courier' },
        { content: 'that, the police said, two men were killed', source: 'Radio Tarsin', sharesWith: 0 },
        { content, source: 'the police' },
      ],
    },
  );
  assert.deepEqual(
    read.claims.map(({ attribution }) => attribution),
    [['a3', 'a1', 'a2']],
  );
});

test('the stance is the clause’s own, then the source’s', () => {
  const one = (stance: 'acknowledges' | 'denies' | 'alleges', more = {}) =>
    assemble('Two men were killed.', [{ words: 'killed', people: 'Two men', count: 2, more }], {
      said: [{ content: 'Two men were killed', source: 'men', details: { stance } }],
    }).claims[0]?.stance;
  assert.equal(one('acknowledges'), 'acknowledged');
  assert.equal(one('denies'), 'denied');
  assert.equal(one('alleges', { certainty: 'unconfirmed' }), 'unconfirmed');
  assert.equal(one('denies', { count: exactly(0) }), 'asserted');
});

test('a figure over many incidents belongs to none', () => {
  const read = assemble('A guard was killed on Friday. Some 300 people have been killed this year.', [
    { words: 'killed', people: 'A guard' },
    { words: 'killed', people: '300 people', count: 300, more: { aggregate: { from: 12, to: 14 } } },
  ]);
  assert.equal(read.claims[1]?.scope, 'aggregate');
  assert.equal(read.claims[1]?.event, null);
  assert.equal(tollText(read), 'killed 1..1');
});

test('every quote stands in the text', () => {
  const text = 'A guard was killed on Friday by gunmen.';
  const read = assemble(text, [{ words: 'killed', people: 'A guard', agent: 'gunmen' }], {
    title: 'Guard killed',
  });
  for (const span of [...read.claims, ...read.events].flatMap(({ evidence }) => evidence)) {
    assert.equal((span.in ? 'Guard killed' : text).slice(span.start, span.end), span.quote);
  }
});
