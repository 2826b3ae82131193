/** How English words credit an agency. `{agency}` stands for any of its names. */
import type { CreditRule } from '../../copies/credits.ts';

const SOURCE = 'docs/copies.md#credits';
const THE = '(?:[Tt]he |THE )?';

export const ENGLISH_CREDITS: readonly CreditRule[] = [
  {
    id: 'en/credit-dateline',
    how: 'origin',
    form: String.raw`^[^\n]{0,80}?\((?:${THE}){agency}\)[ \u00a0]*(?:[-–—:]|$)`,
    says: [
      'SELD, Karsia (Reuters) - Jets bombed the station.',
      'ORLU, March 9 (Xinhua) -- Nine died.',
      'PORT ADREN (AP) —\n\nNine died.',
    ],
    not: ['The agency (Reuters) was told of it.', 'Ilmar Tosk (AFP photo) spoke.'],
    source: SOURCE,
  },
  {
    id: 'en/credit-bare-dateline',
    how: 'origin',
    form: String.raw`^{agency}[ \u00a0]*[—–]`,
    says: ['AP — Nine people died in Orlu.', 'Agence France-Presse – Nine people died.'],
    not: ['He spoke to AP — at length.', 'SELDON, PA – Nine people died.'],
    source: SOURCE,
  },
  {
    id: 'en/credit-byline',
    how: 'origin',
    form: String.raw`^[ \t]*(?:[Bb]y|BY|[Ff]rom|FROM|[Ss]ource|SOURCE|[Vv]ia|[Ss]tory by|[Rr]eport by)[ :]+(?:[^\n]{0,60}?(?:, |\| |for | / ))?${THE}{agency}[ \t]*$`,
    says: ['By The Associated Press', 'By Ines Maro, Reuters', 'Source: Xinhua', 'BY: ASSOCIATED PRESS'],
    not: ['By the Associated Press building a crowd gathered.', 'From Reuters came no word.'],
    source: SOURCE,
  },
  {
    id: 'en/credit-rights',
    how: 'origin',
    form: String.raw`(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))[ ©\d*,–-]{0,16}(?:by )?${THE}{agency}`,
    says: [
      'Copyright 2025 The Associated Press. All rights reserved.',
      '© 2025 Agence France-Presse',
      '(c) Reuters 2025',
    ],
    not: ['The copyright of the picture is held by Reuters.', '© 2025 The Morrow'],
    source: SOURCE,
  },
  {
    id: 'en/credit-signed',
    how: 'origin',
    form: String.raw`^[ \t]*[-–—(\[]{1,2}[ ]?${THE}{agency}[ ]?[)\]]?[ \t]*$`,
    says: ['Nine people died.\n— Reuters', 'Nine people died.\n(AFP)', '[dpa]'],
    not: ['— Reuters reporters were there', '(AFP) A photograph shows it'],
    source: SOURCE,
  },
  {
    id: 'en/credit-contributed',
    how: 'contribution',
    form: String.raw`${THE}{agency}(?:'s|’s)?(?: [^\n.]{0,90})? contributed(?: to (?:this|the) (?:report|story|article))?`,
    says: [
      'The Associated Press contributed to this report.',
      'Associated Press writer Ines Maro in Seld contributed to this report.',
      'Reuters contributed.',
    ],
    not: [
      'He told Reuters that poverty had a part in it.',
      'Staff writer Tam Orel contributed to this report.',
    ],
    source: SOURCE,
  },
  {
    id: 'en/credit-material',
    how: 'contribution',
    form: `(?:[Ww]ith|contains|includes|using) (?:additional )?(?:material|reporting|reports|files|inputs?|information|copy) (?:by|from) ${THE}{agency}`,
    says: [
      'With reporting by Reuters',
      'This report contains material from Agence France-Presse.',
      'With inputs from PTI',
    ],
    not: ['With material from the quarry they rebuilt it.'],
    source: SOURCE,
  },
];
