/** `recount policies`: what policies there are, one with its rules, or two compared over reports or a record. */
import type { Range } from '../../model/incident.ts';
import {
  comparePolicies,
  listPolicies,
  type PolicyChange,
  type PolicyOutput,
} from '../../operations/index.ts';
import { type CommandRun, EXIT, type OptionValues } from '../command.ts';
import { Refusal } from '../failures.ts';
import { columnsNamed } from '../options.ts';
import { recordAsked } from '../record-asked.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { harmless, wrap } from '../terminal/width.ts';
import { plural, renderBounds, renderDate, renderPlace } from '../words.ts';
import { runOperation } from './record.ts';

export const runPolicies: CommandRun = async (given, options, terminal) => {
  const [before, after, ...paths] = given;
  const width = terminal.out.columns ?? 80;
  if (before === undefined)
    return runOperation(listPolicies, {}, options, terminal, (policy) => inShort(policy, width));
  if (after === undefined)
    return runOperation(listPolicies, { policies: [before] }, options, terminal, (policy) =>
      inFull(policy, width),
    );
  return compared(before, after, paths, options, terminal);
};

const MARKS = { V: 'read in the source', S: 'second-hand', M: 'from memory, to be checked' } as const;

function inShort({ name, version, summary, rules }: PolicyOutput, width: number): string {
  const unsure = rules.filter(({ mark }) => mark !== 'V').length;
  const sure = unsure === 0 ? 'all' : `${rules.length - unsure} of ${rules.length}`;
  const told = `${summary} ${sure} rules read in their source.`;
  return `${name} ${version}\n${wrap(told, width - 4)
    .map((line) => `    ${line}\n`)
    .join('')}`;
}

function inFull(policy: PolicyOutput, width: number): string {
  const lines = policy.rules.flatMap(({ id, says, mark, source }) => [
    `  ${id}  (${MARKS[mark]})`,
    ...wrap(says, width - 6).map((line) => `      ${line}`),
    ...wrap(source, width - 6).map((line) => `      ${line}`),
  ]);
  const stale = `A figure that another account overtook is stale after ${policy.staleAfterHours} hours.`;
  return `${policy.name} ${policy.version}\n${[...wrap(policy.summary, width), ...wrap(stale, width), ...lines].join('\n')}\n`;
}

async function compared(
  before: string,
  after: string,
  paths: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const { asOf, clock, format, language } = options;
  const record = recordAsked(paths, options, terminal);
  const asked = { before, after, asOf, clock };
  if (before === after) throw new Refusal(`Two policies are compared: ${before} was named twice.`);
  let [all, differing] = [0, 0];
  const told = (change: PolicyChange): string => {
    all++;
    if (change.differences.length === 0) return '';
    differing++;
    return forPeople(change);
  };
  const code = record
    ? await runOperation(
        (await import('../../operations/records.ts')).policiesOfRecord,
        { ...record, ...asked },
        options,
        terminal,
        told,
      )
    : await runOperation(
        comparePolicies,
        { ...asked, paths, format, language, columns: columnsNamed(options) },
        options,
        terminal,
        told,
      );
  if (options.json !== true && (code === EXIT.ok || all > 0))
    await terminal.out.write(
      `${differing} of ${plural(all, 'incident')} counted otherwise. Nothing was changed.\n`,
    );
  return code;
}

function forPeople({ incident, place, date, before, after, differences }: PolicyChange): string {
  const name = [place && renderPlace(place), date && renderDate(date), incident].filter(Boolean).join(' · ');
  const lines = differences.map(
    ({ harm, group, before: old, after: young }) =>
      `  ${group === 'all' ? harm : `${group} ${harm}`}: ${shown(old)} by ${before.name} → ${shown(young)} by ${after.name}\n`,
  );
  return `${harmless(name)}\n${lines.join('')}`;
}

function shown(range: Range | null): string {
  if (!range) return 'no toll';
  const { low, high, best, approximate } = range;
  const bounds = renderBounds({ min: low, max: high, kind: 'exact', approximate: approximate === true });
  return best === undefined ? bounds : `${bounds}, best ${best}`;
}
