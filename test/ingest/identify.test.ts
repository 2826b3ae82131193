import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifyLanguage } from '../../src/ingest/identify.ts';
import { LANGUAGES } from '../../src/languages/index.ts';

const ROWS: readonly (readonly [text: string, language: string | null])[] = [
  ['At least nine people were killed when a wall fell in Orlu, the mayor said on Monday.', 'en'],
  ['Al menos nueve personas murieron cuando un muro se derrumbó en Orlu, dijo el alcalde el lunes.', 'es'],
  [
    'Mindestens neun Menschen sind beim Einsturz einer Mauer in Orlu ums Leben gekommen, sagte der Bürgermeister.',
    'de',
  ],
  ['Не менее девяти человек погибли при обрушении стены в Орлу, сообщил мэр в понедельник.', 'ru'],
  ['قتل تسعة أشخاص على الأقل عندما انهار جدار في أورلو، بحسب ما قال رئيس البلدية يوم الاثنين.', 'ar'],
  ['Police kill 3', null],
  ['', null],
];

test('a text is known by its small words, else by its letters; a few words are not enough', async () => {
  for (const [text, language] of ROWS) assert.equal(await identifyLanguage(text, LANGUAGES), language, text);
});
