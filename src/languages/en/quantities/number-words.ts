/** English number words. Source: the Cambridge Grammar of the English Language, ch. 19 §5.2, and Indian English for lakh and crore. */
import type { NumberWord } from '../../../reading/quantities/pack.ts';

const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...UNITS.split(' ').map((word, i): [string, NumberWord] => [word, { kind: 'unit', value: i + 1 }]),
  ...TENS.split(' ').map((word, i): [string, NumberWord] => [word, { kind: 'ten', value: 10 * (i + 2) }]),
  ['fourty', { kind: 'ten', value: 40 }],
  ['hundred', { kind: 'hundred', value: 100 }],
  ['thousand', { kind: 'scale', value: 1000 }],
  ['lakh', { kind: 'scale', value: 100_000 }],
  ['million', { kind: 'scale', value: 1_000_000 }],
  ['crore', { kind: 'scale', value: 10_000_000 }],
  ['billion', { kind: 'scale', value: 1_000_000_000 }],
  ['trillion', { kind: 'scale', value: 1_000_000_000_000 }],
  ['dozen', { kind: 'dozen', value: 12 }],
  ['score', { kind: 'dozen', value: 20, guarded: true }],
]);

export const ORDINALS: ReadonlySet<string> = new Set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth umpteenth'.split(
    ' ',
  ),
);

export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);
