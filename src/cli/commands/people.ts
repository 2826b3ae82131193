/** Readings printed for people, one after the other as they come. */
import { explain, type ReadOutput } from '../../operations/index.ts';
import type { OptionValues } from '../command.ts';
import { columnsFor } from '../terminal/columns.ts';
import { renderReading } from '../terminal/reading.ts';
import { COLOURED, isColoured, PLAIN } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { viewOf } from '../view.ts';

export function peoplePrinter(
  options: OptionValues,
  terminal: Terminal,
): { print(output: ReadOutput): Promise<void>; end(): Promise<void> } {
  const { out } = terminal;
  const style = isColoured(options, terminal) ? COLOURED : PLAIN;
  const columns = columnsFor(options, terminal);
  return {
    async print(output) {
      const derivations = options.explain === true ? { derivations: explain(output).derivations } : {};
      await out.write(renderReading(viewOf(output), { style, columns, ...derivations }));
    },
    async end() {
      if (options.next === true) await out.write(`${NEXT.map((line) => `${line}\n`).join('')}`);
    },
  };
}

const NEXT = [
  'Next:',
  '  npx recount read --html page.html samples     the same as one page, each figure marked in its words',
  '  npx recount read --json samples               for programs, one JSON object a report',
  '  npx recount explain samples                   which rule or model made each figure',
  '  npx recount read your-report.txt              your own: .txt, .html, .jsonl, folders, or - for standard input',
  '  npx recount read --help                       all the flags',
];
