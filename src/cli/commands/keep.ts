/** `recount init`, `check`, `verify`, `rebuild`, `move`, `backup`, `restore`. */
import {
  backupRecord,
  checkWhole,
  type FaultOutput,
  initRecord,
  moveRecord,
  rebuildRecord,
  restoreRecord,
  type SizeOutput,
  verifyEvidence,
} from '../../operations/records.ts';
import { type CommandRun, EXIT, type OptionValues } from '../command.ts';
import { Refusal } from '../failures.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { plural } from '../words.ts';
import { recordNamed, runOperation } from './record.ts';

const DEFAULT = 'record';

export const runInit: CommandRun = async ([where], options, terminal) => {
  const input = recordNamed({ ...options, ...(where ? { record: where } : {}) }, terminal);
  return runOperation(initRecord, input, options, terminal, ({ record }) => {
    const named = where ?? options.record;
    // a link of a server may hold a password
    const place = named === undefined || /^postgres/.test(String(named)) ? '' : ` --record ${named}`;
    return `An empty record is in ${record}. Put reports in with "recount add${place} FILES".\n`;
  });
};

export const runRebuild: CommandRun = (_, options, terminal) =>
  runOperation(rebuildRecord, recordNamed(options, terminal), options, terminal, size);

export const runCheck: CommandRun = (_, options, terminal) =>
  runFaults(
    checkWhole,
    { ...recordNamed(options, terminal), quick: options.quick === true },
    options,
    terminal,
  );

export const runVerify: CommandRun = (_, options, terminal) =>
  runFaults(verifyEvidence, recordNamed(options, terminal), options, terminal);

export const runMove: CommandRun = ([from, to], options, terminal) =>
  runOperation(moveRecord, { ...recordNamed(options, terminal), from, to }, options, terminal, (moved) => {
    return `${size(moved)}The old one is as it was; remove it once nobody writes to it any more.\n`;
  });

export const runBackup: CommandRun = ([to], options, terminal) => {
  const { record = DEFAULT, evidence } = recordNamed(options, terminal);
  if (/^postgres/.test(to!))
    throw new Refusal('a backup is a folder; "recount move" makes a server’s record.');
  return runOperation(backupRecord, { from: record, to, evidence }, options, terminal, size);
};

export const runRestore: CommandRun = ([from], options, terminal) => {
  const { record = DEFAULT, evidence } = recordNamed(options, terminal);
  return runOperation(restoreRecord, { from, to: record, evidence }, options, terminal, size);
};

function size({ record, reports, claims, incidents, judgements }: SizeOutput): string {
  const parts = [plural(reports, 'report'), plural(claims, 'claim'), plural(incidents, 'incident')];
  return `${record}: ${parts.join(', ')}, ${plural(judgements, 'judgement')}.\n`;
}

/** What is wrong is a result; that something is wrong is the exit code. */
async function runFaults(
  operation: typeof checkWhole | typeof verifyEvidence,
  input: object,
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  let faults = 0;
  const code = await runOperation(
    operation as typeof checkWhole,
    input,
    options,
    terminal,
    (fault: FaultOutput) => {
      faults++;
      return `${fault.in}: ${fault.message}\n`;
    },
  );
  if (code !== EXIT.ok) return code;
  if (faults === 0 && options.json !== true) await terminal.out.write('All is as it should be.\n');
  return faults === 0 ? EXIT.ok : EXIT.failed;
}
