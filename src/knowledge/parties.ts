/** Armed groups and forces by name: the rows of `armed-groups.tsv`, compiled with the gazetteer. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Party } from '../model/reading.ts';

export interface KnownParty {
  /** The normalised name. */
  readonly name: string;
  /** Further names, as printed. */
  readonly others: readonly string[];
  readonly kind: Party['kind'];
  /** ISO 3166-1 alpha-2, where it is of one country. */
  readonly country?: string;
}

/** Read from disk; throws where the table has not been built. */
export function loadParties(): readonly KnownParty[] {
  const path = fileURLToPath(import.meta.resolve('#data/built/parties.json'));
  if (!existsSync(path)) throw new Error(`no table of parties at ${path}: run \`npm run build\` first`);
  return JSON.parse(readFileSync(path, 'utf8')) as KnownParty[];
}
