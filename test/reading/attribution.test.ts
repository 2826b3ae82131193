import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { attributionsOf, loadGold, percent, scoreFields } from '../../evaluation/attribution.ts';
import { ENGLISH_ATTRIBUTION } from '../../src/languages/en/attribution/pack.ts';

const read = (text: string) => attributionsOf({ id: 'x', text, published: '2024-03-06' });
const quote = (spans: readonly { quote: string }[]): string => spans.map((span) => span.quote).join(' … ');

/** An attribution on one line: source | cue | content. */
function lines(text: string): string[] {
  return read(text).map(({ source, cue, content }) => `${quote(source)} | ${quote(cue)} | ${quote(content)}`);
}

describe('every row decides its own examples and leaves its counter-examples alone', () => {
  const { stances, kinds, media, anonymity } = ENGLISH_ATTRIBUTION;
  for (const { id, says, not } of [...stances, ...kinds, ...media, ...anonymity]) {
    for (const sentence of says) {
      test(`${id}: ${sentence}`, () => {
        assert.ok(
          read(sentence).some(({ by }) => by.includes(id)),
          lines(sentence).join('\n') || 'no attribution',
        );
      });
    }
    for (const sentence of not) {
      test(`not ${id}: ${sentence}`, () => {
        assert.ok(!read(sentence).some(({ by }) => by.includes(id)), lines(sentence).join('\n'));
      });
    }
  }
});

describe('spans', () => {
  const cases: readonly [title: string, text: string, ...expected: string[]][] = [
    [
      'a clause before the speaker',
      'Seven people died when the bridge at Arle fell, the governor said on Monday.',
      'the governor | said | Seven people died when the bridge at Arle fell',
    ],
    [
      'a dateline before the speaker',
      'PORT ADREN, Karsia – Velland said on Sunday that 21 of its marines had been killed.',
      'Velland | said | that 21 of its marines had been killed',
    ],
    [
      'whoever puts a toll says it',
      'Ana Dolen, the director of the district hospital, put the death toll at 17.',
      'Ana Dolen, the director of the district hospital, | put | the death toll at 17',
    ],
    [
      'a heading above the speaker',
      'PORT ADREN\n\nVelland said on Sunday that 21 of its marines had been killed.',
      'Velland | said | that 21 of its marines had been killed',
    ],
    [
      '"according to" before and after',
      'According to residents, the army shelled the market. Nine people were hurt, according to a nurse.',
      'residents | According to | the army shelled the market',
      'a nurse | according to | Nine people were hurt',
    ],
    [
      'a quotation that goes on after its cue',
      '“We heard the planes,” said Ana Dolen, a teacher. “Then everything shook.”',
      'Ana Dolen, a teacher | said | “We heard the planes,” … “Then everything shook.”',
    ],
    [
      'a paragraph after a colon, whatever stands before it',
      'In a letter the union denied these allegations:\n\nNobody was ever forced to work at night.',
      'the union | denied | Nobody was ever forced to work at night',
    ],
    [
      'somebody described after the cue',
      'The captain had ignored two warnings, said an officer who was not authorised to speak to reporters.',
      'an officer who was not authorised to speak to reporters | said | The captain had ignored two warnings',
    ],
    [
      'a quotation in the next paragraph',
      'Colonel Rui Maas told reporters:\n\n“We did not fire on Kelvas.”',
      'Colonel Rui Maas | told | “We did not fire on Kelvas.”',
    ],
    [
      'a signed quotation',
      '“We have lost everything.”\n\n— Maria Dolen, a teacher in Arle',
      'Maria Dolen, a teacher in Arle | — | “We have lost everything.”',
    ],
    ['a headline', 'Minister: no survivors in Arle crash', 'Minister | : | no survivors in Arle crash'],
    [
      'nobody is said to speak',
      'The driver reportedly fell asleep.',
      ' | reportedly | The driver … fell asleep',
    ],
    [
      'what is withheld is not said',
      'The government has acknowledged that soldiers were killed but did not specify a number.',
      'The government | has acknowledged | that soldiers were killed',
    ],
  ];
  for (const [title, text, ...expected] of cases) {
    test(title, () => assert.deepEqual(lines(text), expected));
  }
});

describe('speakers', () => {
  const speakers = (text: string): (string | undefined)[] => read(text).map(({ speaker }) => speaker);
  const cases: readonly [title: string, text: string, ...expected: (string | undefined)[]][] = [
    [
      'a surname, a pronoun and a rank go back to the full name',
      'Colonel Petar Haan said that the town was calm. “We hold it,” Haan said. He added that two men had died. “They fought,” the colonel said.',
      'Petar Haan',
      'Petar Haan',
      'Petar Haan',
      'Petar Haan',
    ],
    [
      'a pronoun goes back to somebody of its gender',
      '“He called me,” said Mrs Joana Brandel. Mr Ivo Kovic said that he was sorry. “It is too late,” she said.',
      'Joana Brandel',
      'Ivo Kovic',
      'Joana Brandel',
    ],
    [
      'a statement is of the body that spoke last',
      'The air force said that it had hit a depot. “All care was taken,” the statement said.',
      'air force',
      'air force',
    ],
    [
      'its spokesman',
      'The Northern Front said that it had left Arle. “We are gone,” its spokesman, Kofi Anders, said.',
      'Northern Front',
      'Kofi Anders',
    ],
    [
      'posts that nobody stands behind, not those of the last who spoke',
      'The ministry said on Monday that the road was open. Posts on social media said that it was closed.',
      'ministry',
      'Posts on social media',
    ],
    [
      'whom a speaker cites',
      'Diplomats, citing the mission’s report, said that the truce was dead.',
      'mission',
      'Diplomats',
    ],
  ];
  for (const [title, text, ...expected] of cases) {
    test(title, () => assert.deepEqual(speakers(text), expected));
  }
});

test('an attribution that relays another names it', () => {
  const text = 'Three people died in Kelvas, the Human Rights Centre said, citing hospital records.';
  assert.deepEqual(lines(text), [
    'the Human Rights Centre | said | Three people died in Kelvas',
    'hospital records | citing | Three people died in Kelvas',
  ]);
  assert.deepEqual(
    read(text).map(({ cites }) => cites),
    [1, null],
  );
});

describe('who passes on whose word', () => {
  const cases: readonly [text: string, ...expected: string[]][] = [
    [
      'State television, quoting witnesses, said seven people were shot dead in Arle.',
      'witnesses | quoting | seven people were shot dead in Arle',
      'State television | said | seven people were shot dead in Arle → 1',
    ],
    [
      'Twelve people died in the blast, according to Radio Velda, which cited the interior ministry.',
      'Radio Velda | according to | Twelve people died in the blast → 2',
      'the interior ministry | cited | Twelve people died in the blast',
    ],
    [
      'The agency quoted the health ministry as saying 12 people had died in the attack.',
      'The agency | quoted | the health ministry as saying 12 people had died in the attack → 2',
      'the health ministry | as saying | 12 people had died in the attack',
    ],
    [
      'Six people were killed, the state news agency VNA quoted a police officer as saying.',
      'the state news agency VNA | quoted | Six people were killed … a police officer as saying → 2',
      'a police officer | as saying | Six people were killed',
    ],
  ];
  for (const [text, ...expected] of cases) {
    test(text, () => {
      const found = lines(text);
      read(text).forEach(({ cites }, i) => {
        if (cites !== null) found[i] += ` → ${cites + 1}`;
      });
      assert.deepEqual(found, expected);
    });
  }
});

describe('whose word it is', () => {
  const cases: readonly [text: string, kind: string, speaksFor: string | undefined][] = [
    ['Nine people were killed, Orrin police Lt. Larry Crow said.', 'police', 'Orrin Police'],
    ['Police came late. Officer Kim Aster said nine people were killed.', 'police', 'Police'],
    ['The army fired first. Lieutenant Kim Aster said nine people were killed.', 'military', 'Military'],
    ['Nine people were killed, Orrin Police Commissioner Willem Evert said.', 'police', 'Orrin Police'],
    [
      "Nine people were killed, said Orrin County sheriff's spokesman Jim Amor.",
      'police',
      'Orrin County sheriff',
    ],
    [
      'Nine people were killed, the Velda Bureau of Investigation said.',
      'government',
      'Velda Bureau of Investigation',
    ],
    [
      "Nine people were killed, the Orrin County Sheriff's Department said.",
      'police',
      "Orrin County Sheriff's Department",
    ],
    ['Nine people were killed, the Orrin Fire Department said.', 'government', 'Orrin Fire Department'],
    ['Nine people were killed, the Sadra-run health ministry said.', 'government', undefined],
    [
      'Nine people were killed, said Mona Haddan, director of the Al-Nur hospital.',
      'medical',
      'Al-Nur hospital',
    ],
  ];
  for (const [text, kind, speaksFor] of cases) {
    test(text, () => {
      const { speakerKind, speaksFor: party } = read(text).at(-1)!;
      assert.deepEqual([speakerKind, party], [kind, speaksFor]);
    });
  }
  test('a body is not the person who speaks for it', () => {
    const text = 'Nine people died, Orrin police Lt. Larry Crow said. Police said that two men were held.';
    assert.deepEqual(
      read(text).map(({ speaker }) => speaker),
      ['Larry Crow', 'Police'],
    );
  });
});

describe('equal sources', () => {
  const cases: readonly [text: string, ...sources: string[]][] = [
    ['Police and the hospital said 12 people died in the attack.', 'Police', 'the hospital'],
    ['Nine people were killed, the mayor and a doctor said.', 'the mayor', 'a doctor'],
    [
      'Colonel Petar Haan and Mayor Ana Dolen said nine people were killed.',
      'Colonel Petar Haan',
      'Mayor Ana Dolen',
    ],
    [
      'The ministry of interior and justice said nine people were killed.',
      'The ministry of interior and justice',
    ],
    [
      'Petar Haan, founder and head of the Front, said nine people were killed.',
      'Petar Haan, founder and head of the Front,',
    ],
    ['Police and the hospital said the road was open again.', 'Police and the hospital'],
  ];
  for (const [text, ...sources] of cases) {
    test(text, () =>
      assert.deepEqual(
        read(text).map(({ source }) => quote(source)),
        sources,
      ),
    );
  }
});

describe('the frame of a saying', () => {
  test('gives hearer, channel and day', () => {
    const [attribution] = read(
      '“We hit them hard,” President Ana Dolen told reporters aboard her plane on Sunday night.',
    );
    assert.equal(attribution?.toldTo, 'reporters');
    assert.equal(attribution?.medium, 'aboard plane');
    assert.equal(attribution?.saidOn?.start, '2024-03-03');
  });
  test('leaves the day of the event alone', () => {
    const [attribution] = read('The mayor said that six people had died on Sunday.');
    assert.equal(attribution?.saidOn, undefined);
  });
  test('gives the reason why a name is withheld', () => {
    const [attribution] = read(
      'An officer, speaking on condition of anonymity because he feared reprisals, said that nine soldiers had died.',
    );
    assert.deepEqual(attribution?.anonymous, { reason: 'because he feared reprisals' });
  });
  test('lets a channel told of later serve the saying that it carried', () => {
    const text =
      'Twelve officers died abroad, the Orvian government said on Sunday. According to a statement read on state television on Sunday, they died in a raid.';
    assert.deepEqual(
      read(text).map(({ medium }) => medium),
      ['state television', 'state television'],
    );
  });
});

test('fields on the half of the gold set that was seen while the code was written', () => {
  const { fields, found, attributions, failures } = scoreFields(loadGold('seen'));
  let right = 0;
  let stated = 0;
  for (const score of Object.values(fields)) {
    right += score.statedRight;
    stated += score.stated;
  }
  assert.ok(found / attributions >= 0.9, `${found} of ${attributions} found`);
  assert.ok(
    right / stated >= 0.88,
    `${percent(right, stated)} % of stated fields right\n${failures.join('\n')}`,
  );
});
