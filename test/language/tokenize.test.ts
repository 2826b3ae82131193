import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../src/languages/en/language.ts';

/** Sentences divided by " ‖ ", tokens by " ". */
function split(text: string): string {
  const doc = english().analyse(text);
  const sentences: string[] = [];
  for (let s = 0; s < doc.sentenceCount; s++) {
    const { from, to } = doc.sentence(s);
    const forms: string[] = [];
    for (let i = from; i < to; i++) forms.push(doc.form(i));
    sentences.push(forms.join(' '));
  }
  return sentences.join(' ‖ ');
}

const CASES: readonly (readonly [string, string])[] = [
  ["They don't know; Varga's men can't say.", "They do n't know ; Varga 's men ca n't say ."],
  ['She cannot. It’s theirs.', 'She can not . ‖ It ’s theirs .'],
  ['Lt. Gen. H.R. Odmark spoke in St. Orla.', 'Lt. Gen. H.R. Odmark spoke in St. Orla .'],
  ['The U.S. Embassy closed at 5 p.m. on Sept. 3.', 'The U.S. Embassy closed at 5 p.m. on Sept. 3 .'],
  ['He left the U.S. The convoy stayed.', 'He left the U.S. ‖ The convoy stayed .'],
  ['“We lost 12,” he said. “Then it ended.”', '“ We lost 12 , ” he said . ‖ “ Then it ended . ”'],
  ['"Run!" she shouted. Nobody did.', '" Run ! " she shouted . ‖ Nobody did .'],
  ['VELDA, March 3 (Oren News) — Two died.', 'VELDA , March 3 ( Oren News ) — Two died .'],
  [
    'SAN OREL, 3 JAN 90 -- THE ARMY REPORTED IT. NONE DIED.',
    'SAN OREL , 3 JAN 90 -- THE ARMY REPORTED IT . ‖ NONE DIED .',
  ],
  ['Strike kills two in Velda\nThe army said so.', 'Strike kills two in Velda ‖ The army said so .'],
  ['Of 1,200 homes, 3.5% fell; cost: $4.2m.', 'Of 1,200 homes , 3.5 % fell ; cost : $ 4.2 m .'],
  ['a well-known ex-minister of al-Nasr', 'a well - known ex-minister of al - Nasr'],
  [
    'See https://example.org/a,b?c=1. Then #Velda and @oren_n!',
    'See https://example.org/a,b?c=1 . ‖ Then #Velda and @oren_n !',
  ],
  ['30km away, 20-25 dead', '30 km away , 20 - 25 dead'],
  ['the soldiers’ families', 'the soldiers ’ families'],
  ['on 2024-03-05 at 09:30', 'on 2024-03-05 at 09:30'],
  ['She holds a Ph.D. from Velda.', 'She holds a Ph.D. from Velda .'],
  [
    'Who was hit.? They sold it to Oren Inc.. Call me!',
    'Who was hit .? ‖ They sold it to Oren Inc. . ‖ Call me !',
  ],
  [
    'Good news :-). The rest (see Velda:) is worse!.',
    'Good news :-) . ‖ The rest ( see Velda : ) is worse !.',
  ],
  ['What...? Nobody came.', 'What ... ? ‖ Nobody came .'],
  ['Its the only road, and its owner left.', 'It s the only road , and its owner left .'],
  ["in the 1980's; ’90s music", "in the 1980's ; ’90s music"],
  ["'12 people died,' she said", "' 12 people died , ' she said"],
  ['Odmark<odm...@example.org> (+44 20 555-0199)', 'Odmark < odm...@example.org > ( +44 20 555-0199 )'],
  ['see list_4-20.doc ----==== here', 'see list_4-20.doc ----==== here'],
  ['', ''],
];

for (const [text, expected] of CASES) {
  test(`splits ${JSON.stringify(text)}`, () => assert.equal(split(text), expected));
}
