/** `recount explain`: every part of a reading with its rules and words; of a record any figure down to them. */
import { existsSync } from 'node:fs';
import {
  type Derivation,
  type ExplainOutput,
  explainReadings,
  processContext,
} from '../../operations/index.ts';
import { DEFAULT_RECORD, isRecord } from '../../operations/places.ts';
import { type CommandRun, EXIT, type OptionValues } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { mustBeReports, type RecordAsked } from '../record-asked.ts';
import { columnsFor } from '../terminal/columns.ts';
import { COLOURED, isColoured, PLAIN } from '../terminal/style.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { harmless } from '../terminal/width.ts';
import { recordNamed, runOperation } from './record.ts';

export const runExplain: CommandRun = async (paths, options, terminal) => {
  const { out, err, stdin } = terminal;
  const record = recordMeant(paths, options, terminal);
  if (record) return explainRecord(record, paths, options, terminal);
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

/** A record is meant where one is named, or where what is named is no file and a record is at hand. */
function recordMeant(
  [first, ...rest]: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): RecordAsked | null {
  const named = recordNamed(options, terminal);
  if (options.record !== undefined) return named;
  if (first === undefined || first === '-' || existsSync(first)) {
    mustBeReports([first ?? '', ...rest]);
    return null;
  }
  return isRecord(named.record ?? DEFAULT_RECORD) ? named : null;
}

async function explainRecord(
  record: RecordAsked,
  [id, ...figure]: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const { explainFigure } = await import('../../operations/records.ts');
  const { renderExplanation } = await import('../terminal/explanation.ts');
  const style = isColoured(options, terminal) ? COLOURED : PLAIN;
  const columns = columnsFor(options, terminal);
  const { asOf, clock, policy } = options;
  const figureNamed = figure.length > 0 ? { figure: figure.join(' ') } : {};
  const input = { ...record, id, ...figureNamed, asOf, clock, policy };
  return runOperation(explainFigure, input, options, terminal, (value) =>
    renderExplanation(value, { style, columns }),
  );
}

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
