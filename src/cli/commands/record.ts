/** What commands on a record have in common: which record, who asks, and how results and failures are told. */

import type { Context } from '../../operations/index.ts';
import { processContext } from '../../operations/index.ts';
import type { Operation } from '../../operations/operation.ts';
import { EXIT, type OptionValues } from '../command.ts';
import { tellFailure } from '../failures.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** The record that flags and environment name. */
export function recordNamed(
  options: OptionValues,
  { env }: Terminal,
): { record?: string; evidence?: string } {
  const record = options.record ?? env.RECOUNT_RECORD;
  const evidence = options.evidence ?? env.RECOUNT_EVIDENCE;
  return {
    ...(typeof record === 'string' ? { record } : {}),
    ...(typeof evidence === 'string' ? { evidence } : {}),
  };
}

/** Hosts that may stand in a closed network: "localhost,10.0.0.7:8080". */
export function hostsNamed({ allowHost }: OptionValues): string[] {
  return typeof allowHost === 'string' ? allowHost.split(',').map((host) => host.trim()) : [];
}

/** Who asks, and where what nobody asked for is told. */
export function contextFor(options: OptionValues, { stdin, env, err }: Terminal): Context {
  const by = options.by ?? env.RECOUNT_BY;
  return {
    ...processContext(),
    stdin,
    ...(typeof by === 'string' ? { by } : {}),
    tell: (message) => void err.write(`recount: ${message}\n`),
  };
}

/** Runs an operation, prints each result, tells each failure, and gives the exit code. */
export async function runOperation<I, O>(
  operation: Operation<I, O>,
  input: unknown,
  options: OptionValues,
  terminal: Terminal,
  forPeople: (value: O) => string,
  forPrograms: (value: O) => string = (value) => `${JSON.stringify(value)}\n`,
): Promise<number> {
  let code: number = EXIT.ok;
  const asJson = options.json === true;
  for await (const outcome of operation.run(operation.input.parse(input), contextFor(options, terminal))) {
    if (outcome.ok) {
      const line = asJson ? forPrograms(outcome.value) : forPeople(outcome.value);
      if (line !== '') await terminal.out.write(line);
    } else {
      code = EXIT.failed;
      await tellFailure(outcome, asJson, terminal.err);
    }
  }
  return code;
}
