/** Words of English that say when. */
import type { DateUnit, DateWord } from '../../../reading/dates/pack.ts';

const MONTHS = [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
];

const WEEKDAYS = [
  'monday mon',
  'tuesday tue tues',
  'wednesday wed weds',
  'thursday thu thur thurs',
  'friday fri',
  'saturday sat',
  'sunday sun',
];

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const UNITS: Readonly<Record<DateUnit, string>> = {
  minute: 'minute minutes',
  hour: 'hour hours',
  day: 'day days',
  weekend: 'weekend weekends',
  week: 'week weeks',
  month: 'month months',
  year: 'year years',
  decade: 'decade decades',
};

const PARTS =
  'morning afternoon evening night nighttime dawn daybreak sunrise sunset dusk nightfall noon midday midnight noontime lunchtime overnight predawn early late';

export const DATE_WORDS: Readonly<Record<string, DateWord>> = Object.fromEntries([
  ...spread(MONTHS, (month) => ({ kind: 'Month', value: month + 1 }), '.'),
  ...spread(WEEKDAYS, (day) => ({ kind: 'Weekday', value: day + 1 }), '.'),
  ...spread(NUMBERS, (value) => ({ kind: 'Number', value })),
  ...spread(ORDINALS, (place) => ({ kind: 'Ordinal', value: place + 1 })),
  ...Object.entries(UNITS).flatMap(([unit, words]) =>
    words.split(' ').map((word) => [word, { kind: 'Unit', value: unit as DateUnit }] as const),
  ),
  ...PARTS.split(' ').map((word) => [word, { kind: 'Part', value: word }] as const),
  ['yesterday', { kind: 'Shift', value: -1 }],
  ['today', { kind: 'Shift', value: 0 }],
  ['tonight', { kind: 'Shift', value: 0 }],
  ['tomorrow', { kind: 'Shift', value: 1 }],
  ['last', { kind: 'Direction', value: -1 }],
  ['previous', { kind: 'Direction', value: -1 }],
  ['this', { kind: 'Direction', value: 0 }],
  ['next', { kind: 'Direction', value: 1 }],
] satisfies (readonly [string, DateWord])[]);

function spread(
  rows: readonly string[],
  word: (row: number) => DateWord,
  stop = '',
): (readonly [string, DateWord])[] {
  return rows.flatMap((row, i) =>
    row.split(' ').flatMap((form) => {
      const forms = stop && form.length <= 5 ? [form, form + stop] : [form];
      return forms.map((each) => [each, word(i)] as const);
    }),
  );
}
