/**
 * The command line as data: what each command is called, which operation it asks for, its flags and examples. Help,
 * parsing and `docs/cli.md` are made from it; the code of a command is loaded when it is run.
 */
import { type CommandRecord, REPORTS_OR_RECORD } from './command.ts';
import { AS_OF, CLOCK, COLUMNS, EVIDENCE, FORMAT, LANGUAGE, POLICY, PRINTING, RECORD } from './options.ts';
import { RECORD_COMMANDS } from './record-commands.ts';

export const COMMANDS: readonly CommandRecord[] = [
  {
    name: 'read',
    operation: 'readings.read',
    summary: 'Read reports: who came to what harm, on whose word, in which words.',
    options: [
      { flags: '--json', summary: 'print one Reading a line, as docs/reading.schema.json has it' },
      {
        flags: '--html <file>',
        summary: 'write one page that stands alone, with every figure marked in its words',
        conflicts: ['json', 'explain'],
      },
      { flags: '--explain', summary: 'add which rules and models made each claim, attribution and gap' },
      FORMAT,
      COLUMNS,
      LANGUAGE,
      ...PRINTING,
      { flags: '--next', summary: 'end with what to try next' },
    ],
    examples: [
      ['recount read samples', 'every report in a folder, for people'],
      ['recount read --json report.txt', 'one JSON object a report, for programs'],
      ['recount read --json --format jsonl corpus.jsonl.gz', 'a corpus, one report a line'],
      ['recount read --html page.html report.txt', 'a page to read and print'],
      ['recount read --columns text=Notes,published="Event date" list.csv', 'a table of texts'],
      ['curl -s https://example.org/story | recount read -', 'standard input'],
    ],
    load: async () => (await import('./commands/read.ts')).runRead,
  },
  {
    name: 'accounts',
    operation: 'accounts.find',
    also: ['record.accounts'],
    summary: 'Put the accounts of each incident together: who said what, how it moved, where it conflicts.',
    takes: REPORTS_OR_RECORD,
    options: [
      { flags: '--json', summary: 'print one incident a line' },
      AS_OF,
      CLOCK,
      POLICY,
      RECORD,
      EVIDENCE,
      FORMAT,
      COLUMNS,
      LANGUAGE,
      ...PRINTING,
    ],
    examples: [
      ['recount accounts reports.jsonl', 'each incident with all that is said of it'],
      ['recount accounts --json --format jsonl reports.jsonl', 'one incident a line, for programs'],
      ['recount accounts --as-of 2025-03-10 reports.jsonl', 'what was known at the end of that day'],
      ['recount accounts --record gulf-2031', 'every incident of a record'],
    ],
    load: async () => (await import('./commands/accounts.ts')).runAccounts,
  },
  {
    name: 'text',
    operation: 'reports.text',
    summary: 'Print the text that the offsets of a reading count in, without the title.',
    options: [FORMAT, COLUMNS],
    examples: [['recount text report.html', 'the article without the page around it']],
    load: async () => (await import('./commands/text.ts')).runText,
  },
  {
    name: 'explain',
    operation: 'readings.explain',
    also: ['record.explain'],
    summary: 'Show what made each claim, attribution, event and gap: the rule or model, and its words.',
    takes: {
      syntax: '<what...>',
      summary:
        'reports: files, folders, or - for standard input; of a record an incident, an account, a claim, a report or a judgement by its id, and of an incident which figure: killed, "civilians killed low", grade, or whose account',
    },
    options: [
      { flags: '--json', summary: 'print one derivation a line' },
      RECORD,
      EVIDENCE,
      AS_OF,
      CLOCK,
      POLICY,
      FORMAT,
      COLUMNS,
      LANGUAGE,
      ...PRINTING,
    ],
    examples: [
      ['recount explain report.txt', 'each figure with the rules that made it'],
      ['recount explain 4f2a90#e1', 'of a record: each bound of an incident down to its words'],
      ['recount explain 4f2a90#e1 killed low', 'one bound'],
      ['recount explain 4f2a90#e1 health ministry', 'one account'],
      ['recount explain 4f2a90#c2', 'one claim'],
    ],
    load: async () => (await import('./commands/explain.ts')).runExplain,
  },
  {
    name: 'copies',
    operation: 'copies.find',
    summary: 'Find reports that carry the same text: copies of one agency’s, updates of one story.',
    options: [{ flags: '--json', summary: 'print one group of reports a line' }, FORMAT, COLUMNS],
    examples: [
      ['recount copies reports', 'which reports of a folder carry the same text'],
      ['recount copies --json --format jsonl corpus.jsonl.gz', 'for programs'],
    ],
    load: async () => (await import('./commands/copies.ts')).runCopies,
  },
  {
    name: 'incidents',
    operation: 'incidents.reconcile',
    also: ['record.incidents'],
    summary: 'Put reports of the same incident together, with what each incident comes to.',
    takes: REPORTS_OR_RECORD,
    options: [
      {
        flags: '--json',
        summary: 'print one incident a line: {"incident", "reports", "alsoIn", "toll"}',
      },
      {
        flags: '--explain',
        summary: 'add why each report is in its incident, and which pairs a person should look at',
        field: 'explain',
      },
      AS_OF,
      CLOCK,
      POLICY,
      RECORD,
      EVIDENCE,
      FORMAT,
      COLUMNS,
      LANGUAGE,
    ],
    examples: [
      ['recount incidents reports', 'the incidents that the reports in a folder tell of'],
      ['recount incidents --json --format jsonl corpus.jsonl.gz', 'for programs, one incident a line'],
      ['recount incidents --explain reports', 'with the reasons, for and against'],
      ['recount incidents --record gulf-2031', 'those of a record'],
    ],
    load: async () => (await import('./commands/incidents.ts')).runIncidents,
  },
  {
    name: 'policies',
    operation: 'policies.find',
    also: ['policies.compare', 'record.policies'],
    summary:
      'List the counting policies with their rules, or show what one makes of incidents that another counts otherwise.',
    takes: {
      syntax: '[policies...]',
      summary:
        'none: all of them; one: its rules; two: the second against the first, over the reports named after them, else over the record',
    },
    options: [
      { flags: '--json', summary: 'print one policy, or one incident with what differs, a line' },
      AS_OF,
      CLOCK,
      RECORD,
      EVIDENCE,
      FORMAT,
      COLUMNS,
      LANGUAGE,
    ],
    examples: [
      ['recount policies', 'what there is, and how surely each is the institution’s own'],
      ['recount policies ucdp', 'its rules, each with its source'],
      ['recount policies accounts ucdp', 'what UCDP’s rules would make of the record, incident by incident'],
      ['recount policies accounts airwars reports.jsonl', 'the same of reports'],
    ],
    load: async () => (await import('./commands/policies.ts')).runPolicies,
  },
  ...RECORD_COMMANDS,
];
