/** `recount judge`: one judgement from words and flags, or many as JSON lines. */
import { judge } from '../../operations/records.ts';
import type { CommandRun, OptionValues } from '../command.ts';
import { Refusal } from '../failures.ts';
import { JUDGEMENT_KINDS, usageOf } from '../judgement-kinds.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { parsedValue } from '../values.ts';
import { plural } from '../words.ts';
import { recordNamed, runOperation } from './record.ts';

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

/** Values that may be JSON, such as a count with its bounds. */
const PARSED = ['old', 'new'];

function fieldsOf(kind: string, values: readonly string[], options: OptionValues): Record<string, unknown> {
  const record = JUDGEMENT_KINDS.find((one) => one.kind === kind);
  if (!record) {
    const known = JUDGEMENT_KINDS.map((one) => one.kind).join(', ');
    throw new Refusal(`there is no judgement "${kind}"; there are ${known}.`);
  }
  const wanted = record.values.filter((name) => !name.startsWith('[')).length;
  // what may be left out takes what is more than the others need
  let spare = values.length - wanted;
  const fields: Record<string, unknown> = { kind };
  let at = 0;
  for (const name of record.values) {
    const bare = name.replace(/[[\]…]/g, '');
    if (name.includes('…')) {
      fields[bare] = values.slice(at);
      at = Math.max(at, values.length);
      spare = 0;
    } else if (!name.startsWith('[') || spare-- > 0) {
      const value = values[at++];
      fields[bare] = value !== undefined && PARSED.includes(bare) ? parsedValue(value) : value;
    }
  }
  if (values.length < wanted || at < values.length) {
    throw new Refusal(
      `write "recount judge ${usageOf(record)}" (${record.means}); ${plural(values.length, 'value')} came.`,
    );
  }
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
