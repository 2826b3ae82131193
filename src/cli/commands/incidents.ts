/** `recount incidents`: reports of one incident put together, for people or one a line for programs. */
import { renderComparison } from '../../operations/incidents.ts';
import { type IncidentOutput, processContext, reconcileReports } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { Progress } from '../terminal/progress.ts';
import { harmless } from '../terminal/width.ts';

export const runIncidents: CommandRun = async (paths, options, terminal) => {
  const progress = new Progress(terminal);
  const context = { ...processContext(), stdin: terminal.stdin, onProgress: progress.onBytes };
  const { format, language, explain } = options;
  const input = reconcileReports.input.parse({ paths, format, language, explain });
  const asJson = options.json === true;
  let code: number = EXIT.ok;
  for await (const outcome of reconcileReports.run(input, context)) {
    await progress.clear();
    if (outcome.ok)
      await terminal.out.write(asJson ? `${JSON.stringify(outcome.value)}\n` : forPeople(outcome.value));
    else {
      code = EXIT.failed;
      await tellFailure(outcome, asJson, terminal.err);
    }
  }
  await progress.clear();
  return code;
};

function forPeople({ incident, reports, alsoIn, toll, joins, doubts }: IncidentOutput): string {
  const figures = Object.entries(toll).map(([harm, { min, max }]) => {
    const bounds = max === min ? min : max === null ? `${min}+` : `${min}–${max}`;
    return `${harm} ${bounds}`;
  });
  return [
    incident,
    `  ${figures.join(', ') || 'no figures'}`,
    ...reports.map((report) => `  told by ${report}`),
    ...alsoIn.map((report) => `  also in ${report}`),
    ...(joins ?? []).flatMap((join) => renderComparison(join).map((line) => `    ${line}`)),
    ...(doubts?.length ? ['  to be looked at'] : []),
    ...(doubts ?? []).flatMap((doubt) => renderComparison(doubt).map((line) => `    ${line}`)),
    '',
  ]
    .map((line) => `${harmless(line)}\n`)
    .join('');
}
