/** `recount read`: the terminal view, JSON lines, or a page. */
import { explain, processContext, type ReadOutput, readReadings } from '../../operations/index.ts';
import { type CommandRun, EXIT, type OptionValues } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { mustBeReports } from '../record-asked.ts';
import { Progress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';

export const runRead: CommandRun = async (paths, options, terminal) => {
  mustBeReports(paths);
  const progress = new Progress(terminal);
  const context = { ...processContext(), stdin: terminal.stdin, onProgress: progress.onBytes };
  const input = readReadings.input.parse({
    paths,
    format: options.format,
    language: options.language,
    columns: columnsNamed(options),
  });
  const printer = await printerFor(options, terminal);
  let code: number = EXIT.ok;
  for await (const outcome of readReadings.run(input, context)) {
    await progress.step();
    if (outcome.ok) await printer.print(outcome.value);
    else {
      code = EXIT.failed;
      await progress.clear();
      await tellFailure(outcome, options.json === true, terminal.err);
    }
  }
  await progress.clear();
  await printer.end?.();
  return code;
};

/** What is done with each reading, and with all of them at the end. */
interface Printer {
  print(output: ReadOutput): Promise<void>;
  end?(): Promise<void>;
}

async function printerFor(options: OptionValues, terminal: Terminal): Promise<Printer> {
  if (options.json === true) return jsonPrinter(options.explain === true, terminal);
  if (typeof options.html === 'string')
    return (await import('./page.ts')).pagePrinter(options.html, terminal);
  return (await import('./people.ts')).peoplePrinter(options, terminal);
}

function jsonPrinter(withReasons: boolean, { out }: Terminal): Printer {
  return {
    async print(output) {
      const line = withReasons
        ? { ...output.reading, derivations: explain(output).derivations }
        : output.reading;
      await out.write(`${JSON.stringify(line)}\n`);
    },
  };
}
