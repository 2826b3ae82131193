/** `recount changes` and `recount aggregates`. */
import { aggregatesOfRecord, changesOfRecord } from '../../operations/records.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { renderChange, renderChangedIncident } from '../terminal/changes.ts';
import { columnsFor } from '../terminal/columns.ts';
import { renderSeries } from '../terminal/series.ts';
import { COLOURED, isColoured, PLAIN } from '../terminal/style.ts';
import { recordNamed, runOperation } from './record.ts';

export const runChanges: CommandRun = async ([incident], options, terminal) => {
  const { since, until, clock, policy, corrections } = options;
  const looks = {
    style: isColoured(options, terminal) ? COLOURED : PLAIN,
    columns: columnsFor(options, terminal),
  };
  const input = {
    ...recordNamed(options, terminal),
    ...(incident === undefined ? {} : { incident }),
    since,
    until,
    clock,
    policy,
    corrections,
  };
  let last = '';
  const code = await runOperation(changesOfRecord, input, options, terminal, (change) => {
    const head = change.incident === last ? '' : renderChangedIncident(change, looks);
    last = change.incident;
    return head + renderChange(change, looks);
  });
  if (code === EXIT.ok && last === '' && options.json !== true) {
    const hint = clock === 'said' ? '' : ' by the recorded clock; --clock said asks what had been said';
    await terminal.out.write(`Nothing changed in that time${hint}.\n`);
  }
  return code;
};

export const runAggregates: CommandRun = async (words, options, terminal) => {
  const { harm, asOf, clock, policy } = options;
  const style = isColoured(options, terminal) ? COLOURED : PLAIN;
  const columns = columnsFor(options, terminal);
  const origin = words.length > 0 ? { origin: words.join(' ') } : {};
  const input = { ...recordNamed(options, terminal), ...origin, harm, asOf, clock, policy };
  let found = 0;
  const code = await runOperation(aggregatesOfRecord, input, options, terminal, (series) => {
    found++;
    return renderSeries(series, { style, columns });
  });
  if (code === EXIT.ok && found === 0 && options.json !== true)
    await terminal.out.write('No report tells of more than one incident.\n');
  return code;
};
