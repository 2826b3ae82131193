import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as chrono from 'chrono-node';
import { ENGLISH_DATES } from '../../src/languages/en/dates/pack.ts';
import { DATE_RULES } from '../../src/languages/en/dates/rules.ts';
import { english } from '../../src/languages/en/language.ts';
import { findDates } from '../../src/reading/dates/dates.ts';
import { Source } from '../../src/reading/source.ts';

/** "quote → start..end precision" of each date in a report of that day. Wednesday, 15 May 2024 where none is given. */
function datesIn(text: string, published: string | null = '2024-05-15'): string[] {
  const source = new Source({ id: 'x', text, ...(published ? { published } : {}) }, english());
  return findDates(source, ENGLISH_DATES).map(({ date, time }) => {
    const range = date.start === date.end ? date.start : `${date.start}..${date.end ?? ''}`;
    const clock = time?.start ? ` ${time.start}` : time ? ` (${time.text})` : '';
    return `${date.evidence[0]!.quote} → ${range} ${date.precision}${clock}`;
  });
}

describe('dates of a report published on Wednesday, 15 May 2024', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['A shell fell on 3 May.', '3 May → 2024-05-03 day'],
    ['A shell fell on May 3rd, 2023.', 'May 3rd, 2023 → 2023-05-03 day'],
    ['A shell fell on Saturday the 11th of May.', 'Saturday the 11th of May → 2024-05-11 day'],
    ['A shell fell on Oct. 7.', 'Oct. 7 → 2023-10-07 day'],
    [
      'A shell fell on 2024-05-01 and on 13.05.2024.',
      '2024-05-01 → 2024-05-01 day',
      '13.05.2024 → 2024-05-13 day',
    ],
    ['A shell fell on Monday.', 'Monday → 2024-05-13 day'],
    ['A shell fell on Wednesday.', 'Wednesday → 2024-05-15 day'],
    ['A shell fell last Wednesday.', 'last Wednesday → 2024-05-08 day'],
    ['A shell fell on Thursday night.', 'Thursday → 2024-05-09 day (night)'],
    ['A shell fell at about 6:30 p.m. on Tuesday.', 'Tuesday → 2024-05-14 day 18:30'],
    ['Shortly before midnight on Tuesday a shell fell.', 'Tuesday → 2024-05-14 day 00:00'],
    ['In the early hours of Friday a shell fell.', 'Friday → 2024-05-10 day (In the early hours)'],
    ['A shell fell yesterday.', 'yesterday → 2024-05-14 day'],
    ['A shell fell overnight.', 'overnight → 2024-05-14..2024-05-15 range (overnight)'],
    ['Five died over the weekend.', 'over the weekend → 2024-05-11..2024-05-12 weekend'],
    [
      'It burned in the night from Friday to Saturday.',
      'in the night from Friday to Saturday → 2024-05-10..2024-05-11 range (night)',
    ],
    ['Six died last week.', 'last week → 2024-05-06..2024-05-12 week'],
    ['Six died earlier this month.', 'earlier this month → 2024-05-01..2024-05-15 month'],
    ['Six died three days ago.', 'three days ago → 2024-05-12 day'],
    ['Between 3 and 5 May six died.', '3 and 5 May → 2024-05-03..2024-05-05 range'],
    ['Since October 7 forty have died.', 'Since October 7 → 2023-10-07.. range'],
    ['In April the camp was shelled.', 'April → 2024-04-01..2024-04-30 month'],
    ['In December the camp was shelled.', 'December → 2023-12-01..2023-12-31 month'],
    ['The war began in 2014.', '2014 → 2014-01-01..2014-12-31 year'],
    ['On Christmas Day a bus was fired on.', 'Christmas Day → 2023-12-25 day'],
    [
      'He was shot on May 3. Two days later he died.',
      'May 3 → 2024-05-03 day',
      'Two days later → 2024-05-05 day',
    ],
    [
      'He was shot on May 3 and died the next day.',
      'May 3 → 2024-05-03 day',
      'the next day → 2024-05-04 day',
    ],
    ['The court will sit again on Friday.', 'Friday → 2024-05-17 day'],
    [
      'On the night of May 3 or the morning of May 4 a shell fell.',
      'May 3 or the morning of May 4 → 2024-05-03..2024-05-04 range (On the night)',
    ],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(datesIn(text), expected));

  it('looks back over the turn of the year', () => {
    assert.deepEqual(datesIn('A shell fell on 30 December.', '2024-01-02'), ['30 December → 2023-12-30 day']);
  });

  it('finds no date in words that only look like one', () => {
    for (const text of [
      'He sat down.',
      'They march on.',
      'It may rain.',
      'A second man ran.',
      'On 3 people rest all hopes.',
      'Mr. May spoke.',
      'They counted 2014 tents.',
    ]) {
      assert.deepEqual(datesIn(text), [], text);
    }
    assert.deepEqual(datesIn('On 3 May 40 people died.'), ['3 May → 2024-05-03 day']);
  });
});

describe('dates of a report without a day', () => {
  it('are counted from its dateline', () => {
    const text = 'PORT ARLE, 3 JAN 90 (RADIO FARO) -- TWO MEN DIED YESTERDAY. ON 30 DECEMBER A BRIDGE FELL.';
    assert.deepEqual(datesIn(text, null), [
      '3 JAN 90 → 1990-01-03 day',
      'YESTERDAY → 1990-01-02 day',
      '30 DECEMBER → 1989-12-30 day',
    ]);
    const source = new Source({ id: 'x', text }, english());
    assert.equal(findDates(source, ENGLISH_DATES)[0]!.by, 'en/dateline');
  });
  it('take the year of the first full date', () => {
    assert.deepEqual(datesIn('On October 7th, 2023 a house fell. On 9 October the family was found.', null), [
      'October 7th, 2023 → 2023-10-07 day',
      '9 October → 2023-10-09 day',
    ]);
  });
  it('are left out where there is nothing to count from', () => {
    assert.deepEqual(datesIn('A house fell on Monday, and again yesterday.', null), []);
  });
});

describe('rules of dates', () => {
  for (const rule of DATE_RULES) {
    it(rule.id, () => {
      const rulesIn = (text: string) => {
        const source = new Source({ id: 'x', text, published: '2024-05-15' }, english());
        return findDates(source, ENGLISH_DATES).map((mention) => mention.by);
      };
      for (const text of rule.says) {
        assert.ok(
          rulesIn(text).some((by) => by === rule.id || by === 'en/dateline'),
          text,
        );
      }
      for (const text of rule.not) assert.ok(!rulesIn(text).includes(rule.id), text);
    });
  }
});

it('full dates are read as chrono reads them', () => {
  const forms = [
    '3 March 2021',
    'March 3, 2021',
    'March 3rd, 2021',
    'Wednesday, 3 March 2021',
    '3rd of March 2021',
    '2021-03-03',
  ];
  for (const form of forms) {
    const oracle = chrono.parseDate(`It fell on ${form}.`);
    const iso = `${oracle!.getFullYear()}-${String(oracle!.getMonth() + 1).padStart(2, '0')}-${String(oracle!.getDate()).padStart(2, '0')}`;
    assert.match(datesIn(`It fell on ${form}.`)[0] ?? '', new RegExp(`${iso} day$`), form);
  }
});

it('any text is read without an error, and every quote stands where it says', () => {
  const pieces = [
    'May',
    '3',
    ',',
    '1990',
    'on',
    'last',
    'week',
    'Sunday',
    'the',
    'night',
    'since',
    '31st',
    'February',
    '\n',
    '—',
    '2024-02-30',
    'or',
    '12:77',
    'a.m.',
  ];
  let seed = 7;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: next(25) }, () => pieces[next(pieces.length)]!).join(' ');
    const source = new Source({ id: 'x', text, published: '2024-05-15' }, english());
    for (const { date } of findDates(source, ENGLISH_DATES)) {
      const span = date.evidence[0]!;
      assert.equal(text.slice(span.start, span.end), span.quote);
      assert.ok(date.start === null || date.end === null || date.start <= date.end, text);
    }
  }
});
