/** Flags that several commands have. */
import type { OptionRecord, OptionValues } from './command.ts';
import { Refusal } from './failures.ts';

export const FORMAT: OptionRecord = {
  flags: '-f, --format <format>',
  summary: 'what the input is; by default told from its ending, else from its first bytes',
  choices: [
    'text',
    'html',
    'jsonl',
    'json',
    'csv',
    'xlsx',
    'pdf',
    'docx',
    'eml',
    'feed',
    'telegram',
    'x',
    'warc',
    'wacz',
    'zip',
    'media',
  ],
  field: 'format',
};
export const COLUMNS: OptionRecord = {
  flags: '--columns <fields>',
  summary:
    'which column of a table holds what: text=Notes,published="Event date"; by default told from its headings',
  field: 'columns',
};
export const LANGUAGE: OptionRecord = {
  flags: '--language <code>',
  summary: 'the language of the reports (BCP 47); by default told from each text',
  field: 'language',
};

export const RECORD: OptionRecord = {
  flags: '-r, --record <where>',
  summary: 'a folder, or postgres://… of a server; by default RECOUNT_RECORD, else ./record',
  field: 'record',
};
export const EVIDENCE: OptionRecord = {
  flags: '--evidence <folder>',
  summary:
    'where the original bytes of a record on a server lie; by default RECOUNT_EVIDENCE, else ./evidence',
  field: 'evidence',
};
export const AS_OF: OptionRecord = {
  flags: '--as-of <moment>',
  summary: 'only what was known by then: an ISO day, which stands for its end, or date-time',
  field: 'asOf',
};
export const CLOCK: OptionRecord = {
  flags: '--clock <clock>',
  summary: 'known by what had been said, or by what had been recorded; by default said',
  choices: ['said', 'recorded'],
  field: 'clock',
};
export const POLICY: OptionRecord = {
  flags: '--policy <name>',
  summary: 'the counting policy (accounts, ucdp, acled, airwars); by default accounts',
  field: 'policy',
};
export const PRINTING: readonly OptionRecord[] = [
  { flags: '--color', summary: 'colour even where the output is no terminal' },
  { flags: '--no-color', summary: 'no colour even on a terminal (NO_COLOR does the same)' },
  {
    flags: '--width <columns>',
    summary: 'print for so many columns; by default the terminal’s',
    isNumber: true,
  },
];

/** What can be asked of claims, as a Reading has it; test/cli/options.test.ts compares. */
export const HARMS = [
  'killed',
  'injured',
  'killed or injured',
  'missing',
  'detained',
  'abducted',
  'displaced',
];
export const STANCES = [
  'asserted',
  'acknowledged',
  'estimated',
  'alleged',
  'unconfirmed',
  'rumoured',
  'denied',
];

/** "text=Notes,published=Event date" as fields and headings; undefined where nothing was said. */
export function columnsNamed({ columns }: OptionValues): Record<string, string> | undefined {
  if (typeof columns !== 'string') return undefined;
  const pairs = columns.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const odd = pairs.find(([field, heading]) => !FIELDS.includes(field ?? '') || !heading);
  if (!odd) return Object.fromEntries(pairs);
  throw new Refusal(
    `--columns has "${odd.join('=')}"; write field=heading, where a field is one of ${FIELDS.join(', ')}.`,
  );
}

/** As the operation's input has them, which test/cli/options.test.ts compares. */
export const FIELDS = 'id text title published source url language byline original originalLanguage'.split(
  ' ',
);
