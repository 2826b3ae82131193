/** How English counts: everything that `reading/quantities` is given. */
import type { QuantityPack } from '../../../reading/quantities/pack.ts';
import { FIGURE_FORMS, MEASURES, MONTHS, NAME_AFTER } from './measures.ts';
import { MODIFIERS } from './modifiers.ts';
import { FRACTIONS, NUMBER_WORDS, ORDINALS } from './number-words.ts';
import { QUANTIFIERS } from './quantifiers.ts';

export const ENGLISH_QUANTITIES: QuantityPack = {
  language: 'en',
  numberWords: NUMBER_WORDS,
  and: 'and',
  one: new Set(['a', 'an']),
  half: 'half',
  andAHalf: ['and a half', '- and - a - half', 'and - a - half'].map((phrase) => phrase.split(' ')),
  articles: new Map([
    ['a', 'en/article'],
    ['an', 'en/article'],
    ['another', 'en/another'],
  ]),
  notQuantities: [
    'one another',
    'no longer',
    'no matter',
    'no doubt',
    'no way',
    'no sooner',
    'no need',
    'no idea',
    'no wonder',
    'no sign',
    'no sense',
    'no comment',
    'no less',
    'how many',
    'not many',
    'so many',
    'as many',
    'too many',
    'one by one',
    'one day',
    'at one point',
    'one - sided',
    'one - way',
    'a lot more',
    'first of all',
    'at first',
    'the first time',
    'second hand',
    'a second time',
    'to some extent',
    'some time',
    'some kind',
    'some sort',
    'on one hand',
    'on the one hand',
    'once more',
    'one side',
  ],
  ordinals: ORDINALS,
  figureForms: FIGURE_FORMS,
  fractions: FRACTIONS,
  quantifiers: QUANTIFIERS,
  modifiers: MODIFIERS,
  fillers: new Set(['the', 'those', 'these', 'his', 'her', 'its', 'their', 'our', 'my', 'your', 'all']),
  additionalBefore: [
    'another',
    'yet another',
    'a further',
    'further',
    'an additional',
    'additional',
    'the other',
    'other',
    'the remaining',
    'an extra',
    'an added',
  ],
  additionalAfter: ['more', 'others', 'other', 'additional', 'further', 'extra'],
  notAdditionalBefore: new Set(['than', 'or']),
  rangeLinks: new Set(['to', '-', '–', '—', 'or']),
  rangeOpeners: new Map([
    ['between', 'and'],
    ['from', 'to'],
  ]),
  changes: new Set(
    'rose rise rises risen rising climbed climb climbs climbing jumped jump jumps increased increase increases increasing grew grow grows grown revised revises lowered lowers lower cut cuts dropped drops drop fell falls fallen falling down up changed raised raises raise reduced doubled soared updated went gone went moved amended corrected slashed downgraded upgraded scaled'.split(
      ' ',
    ),
  ),
  widenings: ['and', 'or', 'but', ',', ', and', ', or', ', but', 'or even', 'and even', ', or even'],
  hedges: new Set(['possibly', 'perhaps', 'maybe', 'probably']),
  partLinks: ['of', 'out of', 'from among', 'among'],
  determiners: new Set(['the', 'those', 'these', 'his', 'her', 'its', 'their', 'our', 'my', 'your', 'all']),
  allBut: ['all but'],
  ratioLinks: ['in', 'in every', 'out of every'],
  notRatioNouns: new Set(
    'attack attacks raid raids strike strikes blast blasts incident incidents clash clashes village villages town towns city cities house houses car cars vehicle vehicles place places location locations province provinces district districts days hours weeks months years'.split(
      ' ',
    ),
  ),
  measures: MEASURES,
  notNouns: new Set(
    "and or but nor so were was is are be been being has had have having who whom whose which that this these those in at on of by with from when while where after before as to for than then also both his her their its the a an he she they it we i you did does do will would shall should could may might can must not n't 's said says told died killed wounded injured hurt dead missing survived remained suffered lost shot fled came went if because since until though although near into onto over under about between through during against without within along out up down off again later earlier last next yesterday today tonight overnight each respectively alone alive there here now meanwhile however".split(
      ' ',
    ),
  ),
  months: MONTHS,
  beforeYears: new Set(
    'in since of by during from until till before after early late mid year spring summer autumn fall winter through to and around the - circa'.split(
      ' ',
    ),
  ),
  beforeClockTimes: new Set(['at']),
  personNouns: new Set(
    'man woman boy girl child youth teenager teen male female person lad widow son daughter brother sister wife husband mother father cousin uncle aunt nephew niece grandmother grandfather girlfriend boyfriend friend neighbour neighbor resident student pupil teacher farmer driver officer victim suspect trader shopkeeper soldier civilian'.split(
      ' ',
    ),
  ),
  relatives: new Set(['who', 'whose']),
  peopleNouns: new Set(
    'children child those people anyone boys girls men women persons adults youths minors youngsters teenagers everyone pupils residents males females'.split(
      ' ',
    ),
  ),
  scoreWords: new Set(
    'won win wins winning beat beats draw drew defeat victory score scored voted vote votes voting verdict ruling ruled'.split(
      ' ',
    ),
  ),
  nameAfter: NAME_AFTER,
  shortScales: new Map([
    ['k', 1000],
    ['m', 1_000_000],
    ['mn', 1_000_000],
    ['bn', 1_000_000_000],
  ]),
};
