/** Whether a command that works on reports and on records alike was asked for a record, and which. */
import { isRecord } from '../operations/places.ts';
import type { OptionValues } from './command.ts';
import { Refusal } from './failures.ts';
import type { Terminal } from './terminal/terminal.ts';

export interface RecordAsked {
  readonly record?: string;
  readonly evidence?: string;
}

/** The record that was named by a path or a flag; where nothing was, the one that the environment names. Null: reports were. */
export function recordAsked(
  paths: readonly string[],
  options: OptionValues,
  { env }: Pick<Terminal, 'env'>,
): RecordAsked | null {
  const evidence = options.evidence ?? env.RECOUNT_EVIDENCE;
  const beside = typeof evidence === 'string' ? { evidence } : {};
  const record = options.record ?? (paths.length === 0 ? env.RECOUNT_RECORD : undefined);
  if (typeof record === 'string' && paths.length > 0)
    throw new Refusal(`Either reports or a record: ${paths[0]} was named beside --record ${record}.`);
  if (typeof record === 'string') return { record, ...beside };
  if (paths.length === 0) return beside;
  const named = paths.find(isRecord);
  if (named === undefined) return null;
  if (paths.length === 1) return { record: named, ...beside };
  throw new Refusal(`${named} is a record: it is looked at by itself, not with other paths.`);
}

/** For commands that work on reports alone. */
export function mustBeReports(paths: readonly string[]): void {
  const named = paths.find(isRecord);
  if (named === undefined) return;
  throw new Refusal(
    `${named} is a record and no folder of reports. "recount accounts ${named}" shows its incidents, "recount search --record ${named}" finds its reports, and "recount explain --record ${named} REPORT" shows how one was read.`,
  );
}
