/** `recount show`: an incident of a record, as the terminal has incidents of files. */
import { showIncident } from '../../operations/records.ts';
import type { CommandRun } from '../command.ts';
import { columnsFor } from '../terminal/columns.ts';
import { renderIncident } from '../terminal/incident.ts';
import { COLOURED, isColoured, PLAIN } from '../terminal/style.ts';
import { recordNamed, runOperation } from './record.ts';

export const runShow: CommandRun = ([incident], options, terminal) => {
  const { asOf, clock, policy } = options;
  const style = isColoured(options, terminal) ? COLOURED : PLAIN;
  const columns = columnsFor(options, terminal);
  const input = { ...recordNamed(options, terminal), incident, asOf, clock, policy };
  return runOperation(showIncident, input, options, terminal, (value) =>
    renderIncident(value, { style, columns }),
  );
};
