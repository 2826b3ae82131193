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
import { harmless } from '../terminal/width.ts';
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
  const code = await runOperation(search, input, options, terminal, (value) => {
    found++;
    return lineOf(value);
  });
  if (code === EXIT.ok && found === 0 && options.json !== true)
    await terminal.out.write('Nothing was found.\n');
  return code;
};

function lineOf({ kind, id, fields }: SearchOutput): string {
  if (kind === 'report') {
    const head = [fields.published, fields.outlet, id].filter(Boolean).join('  ');
    const title = fields.title ? `  ${harmless(String(fields.title))}\n` : '';
    return `${harmless(head)}\n${title}  ${harmless(String(fields.snippet))}\n`;
  }
  if (kind === 'claim') {
    const { harm, min, max, speaker, stance, side, place, day_start: day } = fields;
    const bounds = max === null ? `${min}+` : min === max ? `${min}` : `${min}–${max}`;
    const who = speaker ? `${speaker}: ` : '';
    const rest = [side && `of ${side}`, place && `in ${place}`, day].filter(Boolean).join(', ');
    return `${id}  ${harmless(`${who}${harm} ${bounds}, ${stance}${rest ? `; ${rest}` : ''}`)}\n`;
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
  return runOperation(
    listJudgements,
    input,
    options,
    terminal,
    ({ judgement, state, lost: isLost }: ListOutput) => {
      const { id, kind, by: who, role, at, why } = judgement;
      const about = aboutOf(judgement);
      const marks = [
        state === 'stands' ? '' : state,
        isLost ? 'its words are not found any more' : '',
      ].filter(Boolean);
      const told = marks.length > 0 ? `  [${marks.join(', ')}]` : '';
      const reason = why ? `      because: ${harmless(why)}\n` : '';
      return `${id}  ${at.slice(0, 16)}  ${who} (${role})${told}\n  ${kind} ${harmless(about)}\n${reason}`;
    },
  );
};

/** What a judgement is about and what it says of it, in one line: "4f2a…#c1 count: 19 → 18". */
function aboutOf(judgement: ListOutput['judgement']): string {
  const { kind, id: _id, by: _by, role: _role, at: _at, why: _why, batch: _batch, ...fields } = judgement;
  if (kind === 'correct') {
    const { claim, field, old, new: value } = judgement;
    return `${shown(claim)} ${field}: ${shown(old)} → ${shown(value)}`;
  }
  return Object.values(fields).map(shown).filter(Boolean).join(' · ');
}

/** A value of a judgement for people: claims and mentions by their ids, counts by their bounds. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'object') return String(value);
  const { ref, report, min, max, quote, name } = value as Record<string, unknown>;
  if (typeof min === 'number') return max === null ? `${min}+` : min === max ? `${min}` : `${min}–${max}`;
  const called = ref ?? report ?? quote ?? name;
  return called === undefined ? JSON.stringify(value) : String(called);
}

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
