/** `recount copies`: groups of reports that carry the same text, with which of them is told from which. */
import { type CopiesOutput, findCopies, processContext } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { mustBeReports } from '../record-asked.ts';
import { harmless } from '../terminal/width.ts';
import { plural } from '../words.ts';

export const runCopies: CommandRun = async (paths, options, { out, err, stdin }) => {
  mustBeReports(paths);
  const context = { ...processContext(), stdin };
  const input = findCopies.input.parse({ paths, format: options.format, columns: columnsNamed(options) });
  const asJson = options.json === true;
  let code: number = EXIT.ok;
  let groups = 0;
  for await (const outcome of findCopies.run(input, context)) {
    if (outcome.ok) {
      groups++;
      await out.write(asJson ? jsonLine(outcome.value) : forPeople(outcome.value));
    } else {
      code = EXIT.failed;
      await tellFailure(outcome, asJson, err);
    }
  }
  if (!asJson && groups === 0) await out.write('No two of these reports carry the same text.\n');
  return code;
};

function jsonLine({ reports, relations }: CopiesOutput): string {
  return `${JSON.stringify({ reports, relations })}\n`;
}

function forPeople({ names, relations }: CopiesOutput): string {
  const called = new Map(names.map(({ id, source, title }) => [id, title ?? source ?? id]));
  const lines = names.map(({ id, source, published, title }) => {
    const where = [published, source ?? id].filter(Boolean).join('  ');
    const told = relations
      .filter(({ report }) => report === id)
      .map(
        ({ kind, source, share }) =>
          `      ${kind} of “${called.get(source)}”, ${Math.floor(share * 100)} %\n`,
      );
    return `  ${harmless(where)}\n${title ? `      ${harmless(title)}\n` : ''}${told.join('')}`;
  });
  return `${plural(names.length, 'report')} with the same text\n${lines.join('')}\n`;
}
