/** `recount text`: exactly the text that offsets count in, nothing added. */
import { processContext, textOfReports } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { mustBeReports } from '../record-asked.ts';

export const runText: CommandRun = async (paths, options, { out, err, stdin }) => {
  mustBeReports(paths);
  const context = { ...processContext(), stdin };
  let code: number = EXIT.ok;
  const input = textOfReports.input.parse({
    paths,
    format: options.format,
    columns: columnsNamed(options),
  });
  for await (const outcome of textOfReports.run(input, context)) {
    if (outcome.ok) await out.write(outcome.value.report.text);
    else {
      code = EXIT.failed;
      await tellFailure(outcome, false, err);
    }
  }
  return code;
};
