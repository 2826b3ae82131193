/**
 * Writes what is made from other sources: `docs/cli.md` from the table of commands, `docs/reading.schema.json` from the
 * schema, and in README the scores as last saved and a reading by the reader as it is. With --check it writes nothing and fails where a
 * file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type CommandRecord, EXIT_MEANINGS, REPORTS_TAKEN } from '../src/cli/command.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { readingSchema } from '../src/model/reading.ts';

const ROOT = new URL('..', import.meta.url);

/** Every generated file: its path and what it must hold. */
export const GENERATED: Record<string, () => string> = {
  'docs/cli.md': cliPage,
  'docs/reading.schema.json': () => `${JSON.stringify(z.toJSONSchema(readingSchema), null, 2)}\n`,
};

/** The paths whose files are missing or differ. */
export function staleFiles(): string[] {
  return Object.entries(GENERATED)
    .filter(([path, make]) => current(path) !== make())
    .map(([path]) => path);
}

function current(path: string): string | null {
  try {
    return readFileSync(new URL(path, ROOT), 'utf8');
  } catch {
    return null;
  }
}

function cliPage(): string {
  const exits = EXIT_MEANINGS.map(([code, meaning]) => `| ${code} | ${meaning} |`).join('\n');
  return `<!-- Made by "npm run generate" from src/cli/commands.ts. -->
# The command line

${COMMANDS.map(commandSection).join('\n')}
## Exit codes

| code | meaning |
| --- | --- |
${exits}

A report that could not be read is told of on standard error, with \`--json\` as a line
\`{"error": {"code", "message"}, "report": {"id" or "source"}}\`; the codes are explained in [errors.md](errors.md).
`;
}

function commandSection(command: CommandRecord): string {
  const { name, summary, operation, options, examples, takes, lists } = command;
  const rows = options.map(
    ({ flags, summary, choices }) =>
      `| \`${flags}\` | ${summary}${choices ? ` (${choices.join(', ')})` : ''} |`,
  );
  return `## recount ${name}

${summary} Operation: \`${operation}\`.

    recount ${name} [options] ${(takes ?? REPORTS_TAKEN).syntax.replaceAll('...', '…')}

| flag | meaning |
| --- | --- |
${rows.join('\n')}
${lists ? `\n| ${lists.title.toLowerCase()} | meaning |\n| --- | --- |\n${listed(lists.rows)}\n` : ''}
Examples:

${examples.map(([line, what]) => `- \`${line}\`: ${what}`).join('\n')}
`;
}

function listed(rows: readonly (readonly [what: string, means: string])[]): string {
  return rows.map(([what, means]) => `| \`${what}\` | ${means} |`).join('\n');
}

/** README with a sample read anew between its marks: the accounts, the gaps and the first words. */
async function readmePage(): Promise<string> {
  const { processContext, readReadings } = await import('../src/operations/index.ts');
  const { renderReading } = await import('../src/cli/terminal/reading.ts');
  const { PLAIN } = await import('../src/cli/terminal/style.ts');
  const { viewOf } = await import('../src/cli/view.ts');
  process.chdir(fileURLToPath(ROOT));
  const [outcome] = await Array.fromAsync(readReadings.run({ paths: [SAMPLE] }, processContext()));
  if (!outcome?.ok) throw new Error(`the sample ${SAMPLE} cannot be read`);
  const lines = renderReading(viewOf(outcome.value), { style: PLAIN, columns: 100 }).trimEnd().split('\n');
  const words = lines.findIndex((line) => line.includes('IN THESE WORDS'));
  const shown = [`$ npx recount read ${SAMPLE}`, ...lines.slice(0, words + 1 + SHOWN_WORDS), '  …'];
  const sample = ['```text', ...shown, '```'].join('\n');
  return between(between(current('README.md')!, 'sample', sample), 'scores', scoreTable());
}

function between(page: string, mark: string, block: string): string {
  const marked = new RegExp(`(<!-- ${mark}:start -->\n)[\\s\\S]*?(<!-- ${mark}:end -->)`);
  return page.replace(marked, (_, start: string, end: string) => start + (block && `${block}\n`) + end);
}

/** The scores as last saved by `npm run evaluate -- --save`: shares in percent, counts as they are. */
function scoreTable(): string {
  const scores: Record<string, Record<string, number>> = JSON.parse(
    current('evaluation/scores.json') ?? '{}',
  );
  const rows = Object.entries(scores).flatMap(([corpus, measures]) =>
    Object.entries(measures).map(([measure, value], i) => {
      const shown = /\(of \d+\)/.test(measure) ? value : (100 * value).toFixed(1);
      return `| ${i === 0 ? corpus : ''} | ${measure} | ${shown} |`;
    }),
  );
  if (rows.length === 0) return '';
  return ['| corpus | measure | score |', '| --- | --- | ---: |', ...rows].join('\n');
}

const SAMPLE = 'samples/port-adren-strike.txt';
const SHOWN_WORDS = 10;

if (import.meta.main) {
  const readme = await readmePage();
  GENERATED['README.md'] = () => readme;
  const stale = staleFiles();
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is not what "npm run generate" writes.`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    for (const path of stale) {
      writeFileSync(new URL(path, ROOT), GENERATED[path]!());
      console.log(`wrote ${path}`);
    }
  }
}
