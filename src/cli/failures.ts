/** How a failure is told: to people in a sentence, to programs as the contract's error line on standard error. */
import type { Outcome } from '../operations/index.ts';
import type { Output } from './terminal/terminal.ts';

/** What was asked for cannot be done at all; the command line says so in one line and ends as for any wrong usage. */
export class Refusal extends Error {}

type FailedOutcome = Extract<Outcome<unknown>, { ok: false }>;

export async function tellFailure(
  { error, report }: FailedOutcome,
  asJson: boolean,
  err: Output,
): Promise<void> {
  const where = report?.source ?? report?.id;
  const line = asJson
    ? JSON.stringify({ error: { code: error.code, message: error.message }, report: report ?? {} })
    : `recount: ${where ? `${where}: ` : ''}${error.message} (${error.code})`;
  await err.write(`${line}\n`);
}
