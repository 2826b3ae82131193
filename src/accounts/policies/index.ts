/** The policies that ship. */
import { ACCOUNTS } from './accounts.ts';
import { ACLED } from './acled.ts';
import { AIRWARS } from './airwars.ts';
import type { Policy } from './policy.ts';
import { UCDP } from './ucdp.ts';

export type { Policy } from './policy.ts';

export const POLICIES: readonly Policy[] = [ACCOUNTS, UCDP, ACLED, AIRWARS];

/** The policy of a name; null where there is none. */
export function policyOf(name: string): Policy | null {
  return POLICIES.find((policy) => policy.name === name) ?? null;
}
