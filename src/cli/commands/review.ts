/** `recount search`, `judgements`, `agreement`, `diff`, `person`, `set`. */
import {
  type AgreementOutput,
  agreement,
  type DiffOutput,
  diffReports,
  type ListOutput,
  listJudgements,
  putPerson,
  type SearchOutput,
  search,
  setRule,
} from '../../operations/records.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { marksOf, renderJudgement, renderWho } from '../judgements.ts';
import { columnsFor } from '../terminal/columns.ts';
import { harmless, wrap } from '../terminal/width.ts';
import { parsedValue } from '../values.ts';
import { plural } from '../words.ts';
import { recordNamed, runOperation } from './record.ts';

export const runSearch: CommandRun = async (words, options, terminal) => {
  const { json: _json, record: _record, evidence: _evidence, ...asked } = options;
  const saved = words.filter((word) => word.startsWith('@')).map((word) => word.slice(1));
  const typed = words.filter((word) => !word.startsWith('@')).join(' ');
  const input = {
    ...asked,
    ...recordNamed(options, terminal),
    ...(typed === '' ? {} : { words: typed }),
    ...(saved[0] === undefined ? {} : { saved: saved[0] }),
  };
  let found = 0;
  const columns = columnsFor(options, terminal);
  const code = await runOperation(search, input, options, terminal, (value) => {
    found++;
    return lineOf(value, columns);
  });
  if (code === EXIT.ok && found === 0 && options.json !== true)
    await terminal.out.write('Nothing was found.\n');
  return code;
};

function lineOf({ kind, id, fields }: SearchOutput, columns: number): string {
  if (kind === 'report') {
    const head = [fields.published, fields.outlet, id].filter(Boolean).join('  ');
    const told = [fields.title, fields.snippet].filter(Boolean).map((each) => harmless(String(each)));
    const lines = told.flatMap((each) => wrap(each, columns - 2)).map((line) => `  ${line}\n`);
    return `${harmless(head)}\n${lines.join('')}`;
  }
  if (kind === 'claim') {
    const { harm, min, max, speaker, stance, side, place, day_start: day, judged } = fields;
    const bounds = max === null ? `${min}+` : min === max ? `${min}` : `${min}–${max}`;
    const who = speaker ? `${speaker}: ` : '';
    const rest = [side && `of ${side}`, place && `in ${place}`, day].filter(Boolean).join(', ');
    return `${id}  ${harmless(`${who}${harm} ${bounds}, ${stance}${rest ? `; ${rest}` : ''}${judged ? ` [${judged}]` : ''}`)}\n`;
  }
  const { day_start: day, place, killed_low: low, killed_high: high, reports, accounts } = fields;
  const killed = low === null ? '' : `killed ${low}${high === null ? '+' : high === low ? '' : `–${high}`}, `;
  const of = `${plural(Number(reports), 'report')}, ${plural(Number(accounts), 'account')}`;
  const where = [day, place].filter(Boolean).join(', ') || 'day and place not known';
  return `${id}  ${harmless(where)}: ${killed}${of}\n`;
}

export const runJudgements: CommandRun = (_, options, terminal) => {
  const { lost, waiting, on, batch, of: by } = options;
  const input = { ...recordNamed(options, terminal), lost, waiting, on, batch, by };
  return runOperation(listJudgements, input, options, terminal, (decided: ListOutput) => {
    const { judgement } = decided;
    const marks = marksOf(decided);
    const told = marks.length > 0 ? `  [${marks.join(', ')}]` : '';
    const reason = judgement.why ? `      because: ${harmless(judgement.why)}\n` : '';
    const about = harmless(renderJudgement(judgement));
    return `${judgement.id}  ${renderWho(judgement)}${told}\n  ${about}\n${reason}`;
  });
};

export const runAgreement: CommandRun = (people, options, terminal) => {
  const input = { ...recordNamed(options, terminal), ...(people.length > 0 ? { people } : {}) };
  return runOperation(agreement, input, options, terminal, ({ units, alpha, pairs }: AgreementOutput) => {
    const number = (value: number | null) => (value === null ? '–' : value.toFixed(3));
    const lines = pairs.map(
      ({ a, b, units: both, agree, kappa }) =>
        `${a}, ${b}: ${plural(both, 'claim')}, agreement ${number(agree)}, Cohen’s kappa ${number(kappa)}\n`,
    );
    return `${plural(units, 'claim')} judged by several, Krippendorff’s alpha ${number(alpha)}\n${lines.join('')}`;
  });
};

export const runDiff: CommandRun = ([report, to], options, terminal) =>
  runOperation(diffReports, { ...recordNamed(options, terminal), report, to }, options, terminal, forPeople);

function forPeople({ older, newer, changes }: DiffOutput): string {
  const marks = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const;
  const body = changes
    .map(({ kind, text }) => `${marks[kind][0]}${harmless(text)}${marks[kind][1]}`)
    .join('');
  return `${older.report} (${older.recordedAt}) → ${newer.report} (${newer.recordedAt})\n${body.trimEnd()}\n`;
}

export const runPerson: CommandRun = ([id], options, terminal) => {
  const { name, role } = options;
  return runOperation(
    putPerson,
    { ...recordNamed(options, terminal), id, name, role },
    options,
    terminal,
    ({ set }) => {
      return `${set} is known to the record.\n`;
    },
  );
};

export const runSet: CommandRun = ([key, value], options, terminal) =>
  runOperation(
    setRule,
    { ...recordNamed(options, terminal), key, value: parsedValue(value!) },
    options,
    terminal,
    ({ set }) => `${set} is set.\n`,
  );
