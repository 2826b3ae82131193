/** `recount add`: what came into the record, what was there already, what could not be read and why. */

import { PROBLEMS } from '../../model/problems.ts';
import type { Operation, Outcome } from '../../operations/operation.ts';
import { type AddOutput, addReports } from '../../operations/records.ts';
import { type CommandRun, EXIT, type OptionValues } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { interruptible } from '../interrupt.ts';
import { columnsNamed } from '../options.ts';
import { Progress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { harmless } from '../terminal/width.ts';
import { plural } from '../words.ts';
import { contextFor, hostsNamed, recordNamed } from './record.ts';

export const runAdd: CommandRun = (paths, options, terminal) => {
  const { format, language, dryRun, fetchLinks } = options;
  const input = addReports.input.parse({
    ...recordNamed(options, terminal),
    paths,
    format,
    language,
    columns: columnsNamed(options),
    dryRun,
    fetchLinks,
    allowHosts: hostsNamed(options),
  });
  return addingWith(addReports, input, options, terminal);
};

/** Runs an operation that adds, with how far it is while it runs and what came of it at the end. */
export function addingWith<I>(
  operation: Operation<I, AddOutput>,
  input: I,
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  return interruptible(async (signal) => {
    const context = { ...contextFor(options, terminal), signal };
    return addingIn(operation.run(input, context), options, terminal, signal);
  });
}

async function addingIn(
  outcomes: AsyncIterable<Outcome<AddOutput>>,
  options: OptionValues,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { out, err } = terminal;
  const asJson = options.json === true;
  const isDry = options.dryRun === true;
  const progress = new Progress(terminal);
  const startedMs = performance.now();
  const counts = { added: 0, 'new version': 0, known: 0, 'known file': 0, failed: 0 };
  let unread = 0;
  for await (const outcome of outcomes) {
    await progress.step();
    if (outcome.ok) {
      counts[outcome.value.status]++;
      if (outcome.value.problems?.some(isError)) unread++;
      const line = asJson ? `${JSON.stringify(outcome.value)}\n` : lineOf(outcome.value, isDry);
      if (line === '') continue;
      await progress.clear();
      await out.write(line);
    } else {
      counts.failed++;
      await progress.clear();
      await tellFailure(outcome, asJson, err);
    }
  }
  await progress.clear();
  const read = counts.added + counts['new version'] + counts.known;
  const perSecond = (read * 1000) / (performance.now() - startedMs);
  const rate = perSecond < 9.95 ? perSecond.toFixed(1) : Math.round(perSecond);
  const stopped = signal.aborted ? 'Stopped; started again, it goes on from here. ' : '';
  const told = [
    `${plural(counts.added, 'new report')}`,
    ...(counts['new version'] > 0 ? [plural(counts['new version'], 'new version')] : []),
    ...(counts.known > 0 ? [`${plural(counts.known, 'report')} known already`] : []),
    ...(counts['known file'] > 0 ? [`${plural(counts['known file'], 'file')} known already`] : []),
    ...(unread > 0 ? [`${unread} of them kept and not read, which says nothing of who came to harm`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} not read`] : []),
  ];
  await err.write(
    `${stopped}${isDry ? 'Nothing was changed. ' : ''}${told.join(', ')}${read > 0 ? ` (${rate} a second)` : ''}.\n`,
  );
  return counts.failed > 0 || signal.aborted ? EXIT.failed : EXIT.ok;
}

/** Whether a problem means that the report was not read. */
function isError(code: string): boolean {
  return code in PROBLEMS && PROBLEMS[code as keyof typeof PROBLEMS].level === 'error';
}

/** Only what is new has a line. */
function lineOf(
  { source, status, versionOf, claims = 0, report, original, problems = [] }: AddOutput,
  isDry: boolean,
): string {
  if (status === 'known' || status === 'known file') return '';
  const what = versionOf ? `a new version of ${versionOf}` : isDry ? 'new' : 'added';
  const beside = original === undefined ? '' : `, its original (${harmless(original)}) beside it`;
  const odd = problems.length > 0 ? `  (${problems.join(', ')})` : '';
  return `${harmless(source)}: ${what} as ${report}, ${plural(claims, 'figure')}${beside}${odd}\n`;
}
