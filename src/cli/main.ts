/** The command line: parses what was typed by `COMMANDS` and runs it. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { type CommandRecord, EXIT, EXIT_MEANINGS, type OptionValues, REPORTS_TAKEN } from './command.ts';
import { COMMANDS } from './commands.ts';
import { Refusal } from './failures.ts';
import { processTerminal, type Terminal } from './terminal/terminal.ts';
import { wrap } from './terminal/width.ts';

/** Runs one command line (without "node" and the script) and gives the exit code. */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  let code: number = EXIT.ok;
  const width = terminal.out.columns ?? 80;
  const program = new Command('recount')
    .description('Reads reports of violence: every figure with who said it, on whose behalf, in which words.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .showSuggestionAfterError()
    .addHelpText('after', `\n${exitHelp(width)}\n\n${wrap(PRIVACY, width).join('\n')}`);
  const written: Promise<void>[] = [];
  program.configureOutput({
    writeOut: (text) => written.push(terminal.out.write(text)),
    writeErr: (text) => written.push(terminal.err.write(text)),
    getOutHelpWidth: () => width,
    getErrHelpWidth: () => terminal.err.columns ?? 80,
  });
  for (const record of COMMANDS) {
    // what was given, then the options, then commander's own record of the command
    const command = commandOf(record, width).action(async (...given: unknown[]) => {
      const run = await record.load();
      const values = given
        .slice(0, -2)
        .flat()
        .filter((value) => value !== undefined) as string[];
      code = await run(values, given.at(-2) as OptionValues, terminal);
    });
    program.addCommand(command.copyInheritedSettings(program));
    command.showHelpAfterError(`"recount ${record.name} --help" tells how.`);
  }
  throwInsteadOfExit(program);
  try {
    if (argv.length === 0) program.help({ error: true });
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof Refusal) {
      await terminal.err.write(`recount: ${error.message}\n`);
      return EXIT.usage;
    }
    if (!(error instanceof CommanderError)) {
      await terminal.err.write(`recount: ${unexpected(error)}\n`);
      return EXIT.failed;
    }
    code = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
  await Promise.all(written);
  return code;
}

/** What nobody foresaw, in a few lines instead of a stack; a database can always be made anew. */
function unexpected(error: unknown): string {
  const [what, ...where] = String((error as Error).stack ?? error).split(/\n\s*/);
  const place = where.find((line) => line.startsWith('at '));
  const isDatabase = String((error as { code?: unknown }).code).startsWith('ERR_SQLITE');
  const advice = isDatabase
    ? '\nIf the record was made by another version: lay its record.sqlite aside; the next command makes it anew from journal and evidence.'
    : '';
  return `Recount itself failed, which is a bug to tell of: ${what}${place ? ` ${place}` : ''}${advice}`;
}

function commandOf(record: CommandRecord, width: number): Command {
  const { syntax, summary } = record.takes ?? REPORTS_TAKEN;
  const command = new Command(record.name).summary(record.summary).description(record.summary);
  const names = syntax.split(' ').filter(Boolean);
  names.forEach((name, i) => void command.argument(name, i === 0 ? summary : ''));
  for (const { flags, summary: told, choices, conflicts, isNumber, isDay } of record.options) {
    const option = new Option(flags, told);
    if (choices) option.choices(choices);
    if (conflicts) option.conflicts([...conflicts]);
    if (isNumber) option.argParser(wholeNumber);
    if (isDay) option.argParser(isoDay);
    command.addOption(option);
  }
  const sections = [
    ...(record.lists ? [listed(record.lists.title, record.lists.rows, width)] : []),
    listed('Examples', record.examples, width),
    exitHelp(width),
  ];
  return command.addHelpText('after', `\n${sections.join('\n\n')}`);
}

/** Rows of a list, each with its meaning below it. */
function listed(
  title: string,
  rows: readonly (readonly [what: string, means: string])[],
  width: number,
): string {
  const lines = rows.flatMap(([what, means]) => [
    `  ${what}`,
    ...wrap(means, width - 6).map((line) => `      ${line}`),
  ]);
  return [`${title}:`, ...lines].join('\n');
}

function wholeNumber(value: string): string {
  if (/^[1-9]\d*$/.test(value)) return value;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}

function isoDay(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  throw new InvalidArgumentError('It must be a day, such as 2031-05-02.');
}

function exitHelp(width: number): string {
  const lines = EXIT_MEANINGS.flatMap(([code, meaning]) =>
    wrap(meaning, width - 5).map((line, i) => `  ${i === 0 ? code : ' '}  ${line}`),
  );
  return ['Exit codes:', ...lines].join('\n');
}

const PRIVACY =
  'Your texts stay on this machine. Recount uses the network only for a link that you add, feeds that you watch, and a record on a server.';

function throwInsteadOfExit(program: Command): void {
  for (const command of [program, ...program.commands]) command.exitOverride();
}
