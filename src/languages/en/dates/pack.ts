/** Dates in English. */
import type { DatePack } from '../../../reading/dates/pack.ts';
import { HOLIDAYS } from './holidays.ts';
import { DATE_RULES } from './rules.ts';
import { DATE_WORDS } from './words.ts';

export const ENGLISH_DATES: DatePack = {
  language: 'en',
  words: DATE_WORDS,
  rules: DATE_RULES,
  holidays: HOLIDAYS,
  before:
    'in since last this during until till by from before after of early late mid to through next around past'.split(
      ' ',
    ),
  doubtful: 'sat sun mon wed fri mar jan may march dec sat. sun.'.split(' '),
  timeLinks:
    'of on at around about approximately by in the before after shortly just small wee , local time very first between near some exactly during until'.split(
      ' ',
    ),
  timePhrases: [
    ['early', 'hours'],
    ['small', 'hours'],
    ['wee', 'hours'],
    ['late', 'hours'],
  ],
  alternatives: ['or', 'into'],
  halves: { am: 0, 'a.m.': 0, 'a.m': 0, pm: 12, 'p.m.': 12, 'p.m': 12 },
  clockWords: { noon: '12:00', midday: '12:00', midnight: '00:00' },
  future: ['will', "'ll", 'shall'],
};
