/** Fatalities as ACLED codes them: one whole number, the lowest that a source reports. Rules read in its codebook where marked V. */
import type { Policy } from './policy.ts';

const CODEBOOK = 'ACLED Codebook, on fatalities';
const FAQ = 'ACLED FAQ on fatalities, as copied elsewhere';

export const ACLED: Policy = {
  name: 'acled',
  version: '1',
  summary: 'Fatalities: one number, the lowest reported; words without a number have fixed ones.',
  staleAfterHours: 72,
  stances: ['asserted', 'acknowledged', 'estimated', 'alleged'],
  counts: 'everybody',
  harms: ['killed'],
  vague: [
    [2, 3, 3],
    [20, 10, 10],
    [24, 12, 12],
    [40, 40, 40],
    [200, 100, 100],
    [2000, 1000, 1000],
  ],
  unstated: 3,
  open: 'closed at the figure',
  lone: null,
  died: [],
  conflict: 'lowest',
  best: 'the low',
  rules: [
    {
      id: 'reported',
      says: 'Fatalities only where a source reports them; no injuries.',
      mark: 'V',
      source: CODEBOOK,
    },
    { id: 'lowest', says: 'Of conflicting or vague reports the lowest.', mark: 'V', source: CODEBOOK },
    {
      id: 'several',
      says: '“Several”, “many”, “few” and plurals without a number are 3 or, by context, 10: here 3.',
      mark: 'V',
      source: CODEBOOK,
    },
    { id: 'dozens', says: '“Dozens” is 12 and “hundreds” 100.', mark: 'V', source: CODEBOOK },
    { id: 'tens', says: '“Tens” is 10.', mark: 'S', source: FAQ },
    { id: 'scores', says: '“Scores” is 40 and “thousands” 1,000.', mark: 'M', source: CODEBOOK },
    { id: 'casualties', says: '“Casualties” alone are no fatalities.', mark: 'V', source: CODEBOOK },
  ],
  examples: [
    {
      name: 'one figure',
      accounts: ['army: killed 32'],
      gives: ['killed 32..32 best 32'],
      shows: ['reported'],
    },
    { name: 'at least', accounts: ['army: killed 32+'], gives: ['killed 32..32 best 32'], shows: ['lowest'] },
    {
      name: 'figures that differ',
      accounts: ['army: killed 9', 'health ministry: killed 14'],
      gives: ['killed 9..9 best 9'],
      shows: ['lowest'],
    },
    { name: 'dozens', accounts: ['army: killed 24v'], gives: ['killed 12..12 best 12'], shows: ['dozens'] },
    {
      name: 'hundreds',
      accounts: ['army: killed 200v'],
      gives: ['killed 100..100 best 100'],
      shows: ['dozens'],
    },
    { name: 'tens', accounts: ['army: killed 20v'], gives: ['killed 10..10 best 10'], shows: ['tens'] },
    { name: 'scores', accounts: ['army: killed 40v'], gives: ['killed 40..40 best 40'], shows: ['scores'] },
    { name: 'several', accounts: ['army: killed 2v'], gives: ['killed 3..3 best 3'], shows: ['several'] },
    {
      name: 'people were killed',
      accounts: ['army: killed 2u acknowledged'],
      gives: ['killed 3..3 best 3'],
      shows: ['several'],
    },
    {
      name: 'one man was killed',
      accounts: ['army: killed 1u'],
      gives: ['killed 1..1 best 1'],
      shows: ['reported'],
    },
    { name: 'casualties alone', accounts: ['army: killed or injured 10'], gives: [], shows: ['casualties'] },
  ],
};
