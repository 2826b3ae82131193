/** Words by which a report says that it withholds a name. `*` stands for one word. */
import type { AnonymityRow } from '../../../reading/attribution/pack.ts';

const SOURCE = 'docs/attribution.md#anonymity';

export const ANONYMITY = [
  {
    id: 'en/anonymous-condition',
    phrases: [
      'condition of anonymity',
      'condition of strict anonymity',
      'requested anonymity',
      'asked for anonymity',
      'anonymously',
      'who requested anonymity',
      'granted anonymity',
      'condition that * not be',
    ],
    says: ['“Nobody was warned,” said an officer, speaking on condition of anonymity.'],
    not: ['“Nobody was warned,” said the officer, Lieutenant Bo Karst.'],
    source: SOURCE,
  },
  {
    id: 'en/anonymous-not-named',
    phrases: [
      'not to be named',
      'not to be identified',
      'not be named',
      'not be identified',
      'declined to be named',
      'declined to be identified',
      'refused to be named',
      'refused to be identified',
      'want to be named',
      'want to be identified',
      'wish to be named',
      'wish to be identified',
      'wished to remain anonymous',
      'asked to remain anonymous',
      'wanted to remain anonymous',
      'remain anonymous',
      'refused to give * name',
      'declined to give * name',
      'name * withheld',
      'name was withheld',
    ],
    says: ['An engineer, who did not want to be named, said the wall had been cracked for years.'],
    not: ['An engineer, who did not want to leave, said the wall had been cracked for years.'],
    source: SOURCE,
  },
  {
    id: 'en/anonymous-privately',
    phrases: ['privately', 'off the record', 'on background'],
    says: ['Officials said privately that the rescue had failed.'],
    not: ['Officials said publicly that the rescue had failed.'],
    source: SOURCE,
  },
] as const satisfies readonly AnonymityRow[];
