/**
 * Deaths as UCDP codes them in GED: low, best and high of what reliable sources tell. Read in its published description
 * where marked V; the rest is second-hand or from memory, and to be checked against the codebook before use.
 */
import type { Policy } from './policy.ts';

const CODEBOOK = 'UCDP GED Codebook, by way of notes on its columns';

export const UCDP: Policy = {
  name: 'ucdp',
  version: '1',
  summary:
    'Deaths: the lowest and highest reliable estimate, and a best where they meet or a source is preferred.',
  staleAfterHours: 72,
  stances: ['asserted', 'acknowledged', 'estimated', 'alleged'],
  counts: 'everybody',
  harms: ['killed'],
  vague: [
    [2, 2, 2],
    [3, 3, 3],
    [20, 20, 20],
    [24, 24, 24],
    [40, 40, 40],
    [200, 200, 200],
    [2000, 2000, 2000],
  ],
  unstated: 1,
  open: 'closed at the figure',
  lone: null,
  died: [],
  conflict: 'range',
  best: 'first of the source order, else where the bounds meet',
  rules: [
    {
      id: 'range',
      says: 'Low and high are the lowest and highest reliable estimate of the total.',
      mark: 'V',
      source: CODEBOOK,
    },
    {
      id: 'deaths',
      says: 'Only deaths are coded; an event has one direct death at least.',
      mark: 'S',
      source: CODEBOOK,
    },
    {
      id: 'best',
      says: 'Best is the most likely total, a coder’s judgement; none is guessed where figures differ.',
      mark: 'M',
      source: CODEBOOK,
    },
    {
      id: 'open',
      says: '“At least 32” is low 32, best 32 and, for want of another figure, high 32.',
      mark: 'M',
      source: CODEBOOK,
    },
    { id: 'vague', says: 'A vague word is the least that it allows.', mark: 'M', source: CODEBOOK },
    { id: 'unstated', says: 'Deaths without a number are one at least.', mark: 'M', source: CODEBOOK },
    { id: 'rumour', says: 'A rumour is no reliable estimate.', mark: 'M', source: CODEBOOK },
  ],
  examples: [
    { name: 'one figure', accounts: ['army: killed 32'], gives: ['killed 32..32 best 32'], shows: ['best'] },
    { name: 'at least', accounts: ['army: killed 32+'], gives: ['killed 32..32 best 32'], shows: ['open'] },
    {
      name: 'figures that differ',
      accounts: ['army: killed 9', 'health ministry: killed 14'],
      gives: ['killed 9..14'],
      shows: ['range', 'best'],
    },
    { name: 'dozens', accounts: ['army: killed 24v'], gives: ['killed 24..24 best 24'], shows: ['vague'] },
    {
      name: 'an admission without a number',
      accounts: ['army: killed 2u acknowledged'],
      gives: ['killed 1..1 best 1'],
      shows: ['unstated'],
    },
    { name: 'the wounded are not coded', accounts: ['army: injured 20'], gives: [], shows: ['deaths'] },
    { name: 'a rumour', accounts: ['unnamed: killed 80 rumoured'], gives: [], shows: ['rumour'] },
  ],
};
