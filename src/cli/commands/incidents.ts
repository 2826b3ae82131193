/** `recount incidents`: reports of one incident put together, for people or one a line for programs. */
import { renderComparison } from '../../operations/incidents.ts';
import { type IncidentOutput, reconcileReports } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { recordAsked } from '../record-asked.ts';
import { Progress } from '../terminal/progress.ts';
import { harmless } from '../terminal/width.ts';
import { contextFor, runOperation } from './record.ts';

export const runIncidents: CommandRun = async (paths, options, terminal) => {
  const record = recordAsked(paths, options, terminal);
  if (record) {
    const { incidentsOfRecord } = await import('../../operations/records.ts');
    const { asOf, clock, policy, explain } = options;
    const asked = { ...record, asOf, clock, policy, explain };
    let found = 0;
    const people = (incident: IncidentOutput): string => {
      found++;
      return forPeople(incident);
    };
    const code = await runOperation(incidentsOfRecord, asked, options, terminal, people, jsonLine);
    if (code === EXIT.ok && found === 0 && options.json !== true) await terminal.out.write('No incidents.\n');
    return code;
  }
  const progress = new Progress(terminal);
  const context = { ...contextFor(options, terminal), onProgress: progress.onBytes };
  const { format, language, explain, asOf, clock, policy } = options;

  const input = reconcileReports.input.parse({
    paths,
    format,
    language,
    columns: columnsNamed(options),
    explain,
    asOf,
    clock,
    policy,
  });
  const asJson = options.json === true;
  let code: number = EXIT.ok;
  for await (const outcome of reconcileReports.run(input, context)) {
    await progress.clear();
    if (outcome.ok) await terminal.out.write(asJson ? jsonLine(outcome.value) : forPeople(outcome.value));
    else {
      code = EXIT.failed;
      await tellFailure(outcome, asJson, terminal.err);
    }
  }
  await progress.clear();
  return code;
};

function jsonLine({ names: _names, ...incident }: IncidentOutput): string {
  return `${JSON.stringify(incident)}\n`;
}

function forPeople({ incident, names, reports, toll, joins, doubts }: IncidentOutput): string {
  const figures = Object.entries(toll).map(([harm, { min, max }]) => {
    const bounds = max === min ? min : max === null ? `${min}+` : `${min}–${max}`;
    return `${harm} ${bounds}`;
  });
  const told = names.flatMap(({ id, published, source, title }, i) => {
    const where = [published?.slice(0, 10), id, source === id ? undefined : source].filter(Boolean);
    const line = `  ${i < reports.length ? 'told by' : 'also in'} ${where.join('  ')}`;
    return title ? [line, `      ${title}`] : [line];
  });
  return [
    incident,
    `  ${figures.join(', ') || 'no figures'}`,
    ...told,
    ...(joins ?? []).flatMap((join) => renderComparison(join).map((line) => `    ${line}`)),
    ...(doubts?.length ? ['  to be looked at'] : []),
    ...(doubts ?? []).flatMap((doubt) => renderComparison(doubt).map((line) => `    ${line}`)),
    '',
  ]
    .map((line) => `${harmless(line)}\n`)
    .join('');
}
