/** `recount explain`: every part of a reading with its rules and words. */
import {
  type Derivation,
  type ExplainOutput,
  explainReadings,
  processContext,
} from '../../operations/index.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { harmless } from '../terminal/width.ts';

export const runExplain: CommandRun = async (paths, options, { out, err, stdin }) => {
  const context = { ...processContext(), stdin };
  const input = explainReadings.input.parse({
    paths,
    format: options.format,
    language: options.language,
    columns: columnsNamed(options),
  });
  const asJson = options.json === true;
  let code: number = EXIT.ok;
  for await (const outcome of explainReadings.run(input, context)) {
    if (outcome.ok) await out.write(asJson ? jsonLines(outcome.value) : forPeople(outcome.value));
    else {
      code = EXIT.failed;
      await tellFailure(outcome, asJson, err);
    }
  }
  return code;
};

function jsonLines({ report, derivations }: ExplainOutput): string {
  return derivations.map((derivation) => `${JSON.stringify({ report, ...derivation })}\n`).join('');
}

function forPeople({ report, derivations }: ExplainOutput): string {
  return `${report.source ?? report.id}\n${derivations.map(lines).join('')}\n`;
}

function lines({ kind, id, says, by, from, evidence }: Derivation): string {
  const made = [by.length > 0 ? `by ${by.join(', ')}` : '', from.length > 0 ? `on ${from.join(', ')}` : ''];
  const words = evidence.map(
    (span) => `      ${span.in ?? 'text'} ${span.start}–${span.end}  “${harmless(span.quote)}”\n`,
  );
  const basis = made.filter(Boolean).join('  ');
  return `  ${kind} ${id}  ${harmless(says)}\n${basis ? `      ${basis}\n` : ''}${words.join('')}`;
}
