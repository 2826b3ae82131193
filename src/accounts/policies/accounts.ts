/** Recount's own policy, and the default: the contract's toll rules, across accounts. */
import type { Policy } from './policy.ts';

const CONTRACT = 'docs/annotation-guide.md#the-toll';
const OWN = 'docs/accounts.md#folding-to-low-and-high';

export const ACCOUNTS: Policy = {
  name: 'accounts',
  version: '2',
  summary:
    'The lowest and the highest current figure of any account of the whole; no best without a source order.',
  staleAfterHours: 72,
  stances: ['asserted', 'acknowledged', 'estimated', 'alleged'],
  counts: 'everybody',
  harms: ['killed', 'injured', 'killed or injured', 'missing', 'detained', 'abducted', 'displaced'],
  vague: 'as the words allow',
  unstated: 'as the words allow',
  open: 'stays open',
  lone: 2,
  died: ['injured', 'missing'],
  conflict: 'range',
  best: 'first of the source order',
  rules: [
    {
      id: 'taken',
      says: 'Asserted, acknowledged, estimated and alleged figures count.',
      mark: 'V',
      source: CONTRACT,
    },
    { id: 'range', says: 'Low is the lowest current figure, high the highest.', mark: 'V', source: CONTRACT },
    {
      id: 'open',
      says: 'An open figure leaves the high open unless a closed one reaches it.',
      mark: 'V',
      source: CONTRACT,
    },
    {
      id: 'vague',
      says: 'Words without a number change nothing beside numbers.',
      mark: 'V',
      source: CONTRACT,
    },
    { id: 'zero', says: 'A zero binds its own group only.', mark: 'V', source: CONTRACT },
    {
      id: 'sides',
      says: 'Groups that exclude each other add; else the larger low, and no high.',
      mark: 'V',
      source: CONTRACT,
    },
    { id: 'partial', says: 'A partial vantage bounds nothing of the whole.', mark: 'V', source: OWN },
    {
      id: 'unsourced',
      says: 'An unsourced outlet bounds nothing where a sourced account exists.',
      mark: 'V',
      source: OWN,
    },
    {
      id: 'stated',
      says: 'A figure that somebody states comes before sums and single people told of one by one.',
      mark: 'V',
      source: CONTRACT,
    },
    {
      id: 'lone',
      says: 'What one report alone says bounds nothing where two others or more say another thing, unless a source that they do not quote says it, or says later that there are more.',
      mark: 'V',
      source: OWN,
    },
    {
      id: 'died',
      says: 'Who died is no longer among the injured or missing.',
      mark: 'V',
      source: OWN,
    },
    {
      id: 'stale',
      says: 'A figure overtaken for more than 72 hours bounds nothing.',
      mark: 'V',
      source: OWN,
    },
    {
      id: 'best',
      says: 'Best is the account that the record ranks first; none is guessed.',
      mark: 'V',
      source: OWN,
    },
  ],
  examples: [
    {
      name: 'one account',
      accounts: ['health ministry: killed 12'],
      gives: ['killed 12..12'],
      shows: ['taken'],
    },
    {
      name: 'two accounts that differ',
      accounts: ['health ministry: killed 12', 'army: killed 9'],
      gives: ['killed 9..12'],
      shows: ['range'],
    },
    {
      name: 'an open figure that a closed one reaches',
      accounts: ['health ministry: killed 32+', 'police: killed 35'],
      gives: ['killed 32..35'],
      shows: ['open'],
    },
    {
      name: 'an open figure above the closed one',
      accounts: ['health ministry: killed 32+', 'police: killed 30'],
      gives: ['killed 30..'],
      shows: ['open'],
    },
    {
      name: 'an admission without a number',
      accounts: ['health ministry: killed 12', 'army: killed 2u acknowledged'],
      gives: ['killed 12..12'],
      shows: ['vague'],
    },
    {
      name: 'nobody of the one side, some of the other',
      accounts: ['army: killed 0 of Karsia', 'health ministry: killed 12 of Velland'],
      gives: ['killed 12..12'],
      shows: ['zero'],
    },
    {
      name: 'each tells of its own dead',
      accounts: ['army: killed 4 of Karsia', 'health ministry: killed 12 of Velland'],
      gives: ['killed 16..16'],
      shows: ['sides'],
    },
    {
      name: 'one hospital',
      accounts: ['health ministry: killed 14', 'Sorrel hospital: killed 9 partial'],
      gives: ['killed 14..14'],
      shows: ['partial'],
    },
    {
      name: 'an outlet of its own',
      accounts: ['police: killed 14', 'Orlu Post: killed 20 unsourced'],
      gives: ['killed 14..14'],
      shows: ['unsourced'],
    },
    {
      name: 'single people beside a count',
      accounts: ['police: killed 1u', 'health ministry: killed 3'],
      gives: ['killed 3..3'],
      shows: ['stated'],
    },
    {
      name: 'one outlet against two',
      accounts: [
        'Orlu Post: killed 1 unsourced',
        'Seld Herald: killed 1 unsourced',
        'Coast Daily: killed 4 unsourced',
      ],
      gives: ['killed 1..1'],
      shows: ['lone'],
    },
    {
      name: 'a source that the others do not quote',
      accounts: ['Orlu Post: killed 12 unsourced', 'health ministry: killed 12', 'army: killed 9'],
      gives: ['killed 9..12'],
      shows: ['lone'],
    },
    {
      name: 'one who was hurt, and died',
      accounts: ['police: injured 1u', 'health ministry: killed 1'],
      gives: ['killed 1..1'],
      shows: ['died'],
    },
    {
      name: 'a ranked source',
      accounts: ['health ministry: killed 14 ranked', 'police: killed 12'],
      gives: ['killed 12..14 best 14'],
      shows: ['best'],
    },
    {
      name: 'a rumour',
      accounts: ['health ministry: killed 14', 'unnamed: killed 80 rumoured'],
      gives: ['killed 14..14'],
      shows: ['taken'],
    },
  ],
};
