/** Telling records from folders of reports, without opening any. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a record is that nobody names. */
export const DEFAULT_RECORD = 'record';

/** Whether a record is there: a folder with a journal, or the link of a server. */
export function isRecord(path: string): boolean {
  return /^postgres(ql)?:\/\//.test(path) || existsSync(join(path, 'journal.jsonl'));
}
