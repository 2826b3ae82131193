/** Civilians killed and injured as Airwars counts them: a least and a most over all sources, empty where unknown. */
import type { Policy } from './policy.ts';

const METHOD = 'Airwars methodology';
const TEXTS = 'incident texts of Airwars’ archive: 32 of 36 with “dozens”';

export const AIRWARS: Policy = {
  name: 'airwars',
  version: '1',
  summary:
    'Civilians killed and injured: least and most over all sources; no number for words that give none.',
  staleAfterHours: 72,
  stances: ['asserted', 'acknowledged', 'estimated', 'alleged'],
  counts: 'civilians',
  harms: ['killed', 'injured'],
  vague: [
    [2, 2, null],
    [20, null, null],
    [24, 12, 24],
    [40, null, null],
  ],
  unstated: 'unknown',
  open: 'closed at the figure',
  lone: null,
  died: [],
  conflict: 'range',
  best: 'none',
  rules: [
    {
      id: 'civilians',
      says: 'Civilians are counted, as sources state them; belligerents stand apart.',
      mark: 'V',
      source: METHOD,
    },
    { id: 'range', says: 'Least and most reflect the sources.', mark: 'M', source: METHOD },
    { id: 'dozens', says: '“Dozens” is 12 to 24.', mark: 'V', source: TEXTS },
    { id: 'several', says: '“Several” is 2 at least.', mark: 'M', source: METHOD },
    {
      id: 'unknown',
      says: 'Harm without a number is unknown, which is not none.',
      mark: 'V',
      source: METHOD,
    },
    { id: 'open', says: '“At least 32” is least and most 32 (or no most).', mark: 'M', source: METHOD },
    { id: 'rumour', says: 'A rumour is noted and not counted.', mark: 'M', source: METHOD },
  ],
  examples: [
    {
      name: 'two sources',
      accounts: ['health ministry: killed 14 civilian', 'monitor: killed 9 civilian'],
      gives: ['killed 9..14'],
      shows: ['range'],
    },
    {
      name: 'combatants stand apart',
      accounts: ['army: killed 4 combatant', 'health ministry: killed 14 civilian'],
      gives: ['killed 14..14'],
      shows: ['civilians'],
    },
    {
      name: 'dozens',
      accounts: ['health ministry: killed 24v civilian'],
      gives: ['killed 12..24'],
      shows: ['dozens'],
    },
    {
      name: 'several',
      accounts: ['health ministry: killed 2v civilian'],
      gives: ['killed 2..'],
      shows: ['several'],
    },
    {
      name: 'an admission without a number',
      accounts: ['army: killed 2u acknowledged civilian'],
      gives: [],
      shows: ['unknown'],
    },
    {
      name: 'at least',
      accounts: ['health ministry: killed 32+ civilian'],
      gives: ['killed 32..32'],
      shows: ['open'],
    },
    { name: 'a rumour', accounts: ['unnamed: killed 80 rumoured civilian'], gives: [], shows: ['rumour'] },
  ],
};
