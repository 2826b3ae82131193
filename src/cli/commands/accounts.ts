/** `recount accounts`: every incident with its accounts, as JSON lines or for people. */
import { accountsOfReports } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { recordAsked } from '../record-asked.ts';
import { columnsFor } from '../terminal/columns.ts';
import { renderIncident } from '../terminal/incident.ts';
import { Progress } from '../terminal/progress.ts';
import { COLOURED, isColoured, PLAIN } from '../terminal/style.ts';
import { contextFor, runOperation } from './record.ts';

export const runAccounts: CommandRun = async (paths, options, terminal) => {
  const { out, err } = terminal;
  const style = isColoured(options, terminal) ? COLOURED : PLAIN;
  const columns = columnsFor(options, terminal);
  const record = recordAsked(paths, options, terminal);
  if (record) {
    const { accountsOfRecord } = await import('../../operations/records.ts');
    const { asOf, clock, policy } = options;
    const asked = { ...record, asOf, clock, policy };
    return runOperation(accountsOfRecord, asked, options, terminal, (value) =>
      renderIncident(value, { style, columns }),
    );
  }
  const progress = new Progress(terminal);
  const context = { ...contextFor(options, terminal), onProgress: progress.onBytes };
  const { format, language, asOf, clock, policy } = options;
  const input = accountsOfReports.input.parse({
    paths,
    format,
    language,
    columns: columnsNamed(options),
    asOf,
    clock,
    policy,
  });
  let code: number = EXIT.ok;
  for await (const outcome of accountsOfReports.run(input, context)) {
    await progress.clear();
    if (outcome.ok) {
      const { value } = outcome;
      await out.write(
        options.json === true ? `${JSON.stringify(value)}\n` : renderIncident(value, { style, columns }),
      );
    } else {
      code = EXIT.failed;
      await tellFailure(outcome, options.json === true, err);
    }
  }
  await progress.clear();
  return code;
};
