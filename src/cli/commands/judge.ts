/** `recount judge`: one judgement from words and flags, or many as JSON lines. */
import { judge } from '../../operations/records.ts';
import type { CommandRun, OptionValues } from '../command.ts';
import { Refusal } from '../failures.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { parsedValue } from '../values.ts';
import { plural } from '../words.ts';
import { recordNamed, runOperation } from './record.ts';

/** What stands after each kind, in order; "…" takes all that is left. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  accept: ['claim'],
  reject: ['claim'],
  correct: ['claim', 'field', 'old', 'new'],
  add: ['report'],
  'same-incident': ['a', 'b'],
  'different-incident': ['a', 'b'],
  'same-source': ['a', 'b'],
  'different-source': ['a', 'b'],
  'derives-from': ['claim', 'origin'],
  'part-or-whole': ['claim', 'is'],
  grade: ['incident', 'grade'],
  'confirm-level': ['incident', 'level'],
  'source-order': ['sources…'],
  'register-source': ['source', 'aliases…'],
  victim: ['incident', 'name', 'is'],
  describe: ['incident'],
  resolve: ['incident', 'outcome'],
  redact: ['report'],
  publish: ['incident', 'projection'],
  comment: ['on', 'text'],
  'delete-report': ['report'],
  erase: ['person'],
  'take-back': ['judgement'],
  second: ['judgement'],
};

export const runJudge: CommandRun = async ([kind, ...values], options, terminal) => {
  const judgements = kind === '-' ? await readLines(terminal) : [fieldsOf(kind!, values, options)];
  const { role, why, batch, by } = options;
  const input = { ...recordNamed(options, terminal), judgements, role, why, batch, by };
  return runOperation(
    judge,
    input,
    options,
    terminal,
    ({ judgement, kind: made, state, incidents, gone }) => {
      const waits = state === 'waits' ? ' It waits for a second person.' : '';
      const moved = incidents.length > 0 ? ` ${plural(incidents.length, 'incident')} computed anew.` : '';
      const joined = gone.length > 0 ? ` Now in another incident: ${gone.join(', ')}.` : '';
      return `${judgement}: ${made}.${waits}${moved}${joined}\n`;
    },
  );
};

function fieldsOf(kind: string, values: readonly string[], options: OptionValues): Record<string, unknown> {
  const names = VALUES[kind];
  if (!names)
    throw new Refusal(`there is no judgement "${kind}"; there are ${Object.keys(VALUES).join(', ')}.`);
  const rest = names.at(-1)?.endsWith('…') === true;
  if (rest ? values.length < names.length : values.length !== names.length) {
    throw new Refusal(
      `"judge ${kind}" takes ${names.join(' ')}, and ${plural(values.length, 'value')} came.`,
    );
  }
  const fields: Record<string, unknown> = { kind };
  names.forEach((name, i) => {
    if (name.endsWith('…')) fields[name.slice(0, -1)] = values.slice(i);
    else fields[name] = name === 'old' || name === 'new' ? parsedValue(values[i]!) : values[i];
  });
  for (const pair of [options.set ?? []].flat() as string[]) {
    const at = pair.indexOf('=');
    if (at < 1) throw new Refusal(`--set takes field=value, and "${pair}" came.`);
    fields[pair.slice(0, at)] = parsedValue(pair.slice(at + 1));
  }
  return fields;
}

async function readLines({ stdin }: Terminal): Promise<Record<string, unknown>[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin()) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const value = parsedValue(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return [value as Record<string, unknown>];
    throw new Refusal(`line ${i + 1} is no JSON object.`);
  });
}
