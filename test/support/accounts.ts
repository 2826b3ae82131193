/** One line an account, so that a test reads as a table: "health ministry: killed 12 superseded, 14 current". */
import { type AccountsOptions, accountsOf, vocabularyOf } from '../../src/accounts/index.ts';
import { ENGLISH_SOURCES } from '../../src/languages/en/accounts/sources.ts';
import type { Account, IncidentRecord } from '../../src/model/incident.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import type { Count } from '../../src/model/reading.ts';
import { codedMaterial, groupsOf } from './coded-reports.ts';

export const VOCABULARY = vocabularyOf([ENGLISH_SOURCES]);

type Options = Partial<AccountsOptions> & { readonly judgements?: readonly Judgement[] };

/** The record of the first incident that coded reports tell of. */
export function recordOf(text: string, { judgements = [], ...options }: Options = {}): IncidentRecord {
  const material = { ...codedMaterial(text), judgements };
  return accountsOf(material, groupsOf(material), { vocabulary: VOCABULARY, ...options })[0]!;
}

export function accountLines(text: string, options: Options = {}): string[] {
  return recordOf(text, options).accounts.map(accountLine);
}

export function accountLine({ origin, unnamed, harm, victims, trajectory }: Account): string {
  const points = trajectory.map(({ count, status }) => `${bounds(count)} ${status}`);
  return `${unnamed ? 'unnamed' : origin}: ${harm} ${points.join(', ')}${victims === 'all' ? '' : ` of ${victims}`}`;
}

/** "killed 12..14 best 14", one for each harm. */
export function tollLines({ toll }: IncidentRecord): string[] {
  return Object.entries(toll).map(
    ([harm, { low, high, best }]) =>
      `${harm} ${low}..${high ?? ''}${best === undefined ? '' : ` best ${best}`}`,
  );
}

/** The names of accounts that contradict each other. */
export function contradictionsOf({ accounts, contradictions }: IncidentRecord): string[] {
  const nameOf = (id: string): string => accounts.find((account) => account.id === id)!.origin;
  return contradictions.map(([a, b]) => `${nameOf(a)} × ${nameOf(b)}`);
}

function bounds({ min, max }: Count): string {
  return max === min ? String(min) : `${min}..${max ?? ''}`;
}
