/** `recount explain`: every part of a reading with its rules and words. */
import { explainReadings, processContext } from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../commands.ts';
import { tellFailure } from '../failures.ts';

export const runExplain: CommandRun = async (paths, options, { out, err, stdin }) => {
  const context = { ...processContext(), stdin };
  const input = explainReadings.input.parse({ paths, format: options.format, language: options.language });
  let code: number = EXIT.ok;
  for await (const outcome of explainReadings.run(input, context)) {
    if (outcome.ok) {
      for (const derivation of outcome.value.derivations) {
        await out.write(`${JSON.stringify({ report: outcome.value.report, ...derivation })}\n`);
      }
    } else {
      code = EXIT.failed;
      await tellFailure(outcome, options.json === true, err);
    }
  }
  return code;
};
