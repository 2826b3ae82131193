/** `recount read`: the terminal view, JSON lines, or a page. */
import { processContext, readReadings } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../commands.ts';
import { tellFailure } from '../failures.ts';

export const runRead: CommandRun = async (paths, options, { out, err, stdin }) => {
  const context = { ...processContext(), stdin };
  const input = readReadings.input.parse({ paths, format: options.format, language: options.language });
  let code: number = EXIT.ok;
  for await (const outcome of readReadings.run(input, context)) {
    if (outcome.ok) await out.write(`${JSON.stringify(outcome.value.reading)}\n`);
    else {
      code = EXIT.failed;
      await tellFailure(outcome, options.json === true, err);
    }
  }
  return code;
};
