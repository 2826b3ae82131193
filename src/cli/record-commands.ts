/** The commands on a record, as `commands.ts` has those on reports. */
import type { CommandRecord, OptionRecord } from './command.ts';
import { FORMAT, LANGUAGE } from './options.ts';

const RECORD: OptionRecord = {
  flags: '-r, --record <where>',
  summary: 'a folder, or postgres://… of a server; by default RECOUNT_RECORD, else ./record',
  field: 'record',
};
const EVIDENCE: OptionRecord = {
  flags: '--evidence <folder>',
  summary:
    'where the original bytes of a record on a server lie; by default RECOUNT_EVIDENCE, else ./evidence',
  field: 'evidence',
};
const JSON_LINES: OptionRecord = { flags: '--json', summary: 'print one JSON object a line' };
const BY: OptionRecord = {
  flags: '--by <person>',
  summary: 'the id of whoever does it; by default RECOUNT_BY, else "local"',
};
const ALLOW_HOST: OptionRecord = {
  flags: '--allow-host <hosts>',
  summary: 'hosts, with commas between, that may stand at addresses of a closed network',
  field: 'allowHosts',
};
const NOTHING = { syntax: '', summary: '' };

export const RECORD_COMMANDS: readonly CommandRecord[] = [
  {
    name: 'init',
    operation: 'record.init',
    summary: 'Make an empty record: a folder, or the tables on a PostgreSQL server.',
    takes: { syntax: '[where]', summary: 'a folder, or postgres://… of a server' },
    options: [RECORD, EVIDENCE],
    examples: [
      ['recount init gulf-2031', 'a folder that holds everything'],
      ['recount init postgres://db.example.org/gulf --evidence /srv/gulf', 'a record for a team'],
    ],
    load: async () => (await import('./commands/keep.ts')).runInit,
  },
  {
    name: 'add',
    operation: 'reports.add',
    summary: 'Put reports into a record, with the bytes they came in.',
    options: [
      RECORD,
      EVIDENCE,
      { flags: '-n, --dry-run', summary: 'read and compare, and change nothing', field: 'dryRun' },
      FORMAT,
      LANGUAGE,
      ALLOW_HOST,
      BY,
      JSON_LINES,
    ],
    examples: [
      ['recount add reports/ archive.zip', 'all that is in a folder and an archive'],
      ['recount add https://example.org/story', 'a page; of a feed the pages that it links to'],
      ['recount add --dry-run reports/', 'what would be new'],
    ],
    load: async () => (await import('./commands/add.ts')).runAdd,
  },
  {
    name: 'watch',
    operation: 'feeds.watch',
    summary: 'Watch feeds: add each new page to a record as it comes, and tell which tolls it moved.',
    takes: { syntax: '<feeds...>', summary: 'OPML lists of feeds, and links of feeds' },
    options: [
      RECORD,
      EVIDENCE,
      {
        flags: '--every <minutes>',
        summary: 'how long between two polls of one feed; 15 unless told',
        isNumber: true,
        field: 'everyMinutes',
      },
      { flags: '--once', summary: 'poll each feed that is due once, and end', field: 'once' },
      LANGUAGE,
      ALLOW_HOST,
      BY,
      JSON_LINES,
    ],
    examples: [
      ['recount watch feeds.opml', 'until Ctrl-C'],
      ['recount watch --once https://example.org/feed.xml', 'one round, for a timer of your own'],
    ],
    load: async () => (await import('./commands/watch.ts')).runWatch,
  },
  {
    name: 'judge',
    operation: 'judgements.add',
    summary: 'Record what a person decided; nothing that was decided before is changed.',
    takes: {
      syntax: '<kind> [values...]',
      summary: 'what was decided, and of what: "reject REPORT#c1", "same-incident A B"; "-" reads JSON lines',
    },
    options: [
      RECORD,
      EVIDENCE,
      { flags: '--why <reason>', summary: 'the reason, in words', field: 'why' },
      { flags: '--set <field=value...>', summary: 'further fields of the judgement; a value may be JSON' },
      {
        flags: '--role <role>',
        summary: 'in what role it was decided',
        choices: ['recorder', 'reviewer', 'lead'],
        field: 'role',
      },
      { flags: '--batch <name>', summary: 'the name of a bulk action', field: 'batch' },
      BY,
      JSON_LINES,
    ],
    examples: [
      ['recount judge reject 4f2a…#c2 --why "a drill"', 'a claim that is none'],
      ['recount judge same-incident 4f2a…#e1 77ab…#e1', 'two incidents are one'],
      ['recount judge - < decisions.jsonl', 'many at once: all of them, or none'],
      ['recount judge take-back JUDGEMENT', 'undo one'],
    ],
    load: async () => (await import('./commands/judge.ts')).runJudge,
  },
  {
    name: 'check',
    operation: 'record.check',
    summary:
      'Prove a record: every hash, the journal’s chain, and that the database is what evidence and journal make.',
    takes: NOTHING,
    options: [
      RECORD,
      EVIDENCE,
      {
        flags: '--quick',
        summary: 'believe the readings in the database instead of reading every report again',
        field: 'quick',
      },
      JSON_LINES,
    ],
    examples: [['recount check --quick', 'after a crash, in seconds']],
    load: async () => (await import('./commands/keep.ts')).runCheck,
  },
  {
    name: 'verify',
    operation: 'record.verify',
    summary: 'Compare every kept byte with its hash.',
    takes: NOTHING,
    options: [RECORD, EVIDENCE, JSON_LINES],
    examples: [['recount verify', 'what has changed or gone since it was captured']],
    load: async () => (await import('./commands/keep.ts')).runVerify,
  },
  {
    name: 'rebuild',
    operation: 'record.rebuild',
    summary: 'Make the database anew from evidence and journal.',
    takes: NOTHING,
    options: [RECORD, EVIDENCE],
    examples: [['recount rebuild', 'the same record, read by the reader of today']],
    load: async () => (await import('./commands/keep.ts')).runRebuild,
  },
  {
    name: 'move',
    operation: 'record.move',
    summary: 'Turn a folder into a server’s record, or back; the old one stays.',
    takes: { syntax: '<from> <to>', summary: 'folders, or postgres://… of servers' },
    options: [EVIDENCE],
    examples: [['recount move gulf-2031 postgres://db.example.org/gulf --evidence /srv/gulf', 'for a team']],
    load: async () => (await import('./commands/keep.ts')).runMove,
  },
  {
    name: 'backup',
    operation: 'record.backup',
    summary: 'Write a copy of the record into a folder.',
    takes: { syntax: '<to>', summary: 'a folder that is not there yet' },
    options: [RECORD, EVIDENCE],
    examples: [['recount backup /mnt/backup/gulf-2031-05-02', 'a record of its own, which opens anywhere']],
    load: async () => (await import('./commands/keep.ts')).runBackup,
  },
  {
    name: 'restore',
    operation: 'record.restore',
    summary: 'Make a record from a copy.',
    takes: { syntax: '<from>', summary: 'the folder of the copy' },
    options: [RECORD, EVIDENCE],
    examples: [['recount restore /mnt/backup/gulf-2031-05-02 --record gulf-2031', 'as it was then']],
    load: async () => (await import('./commands/keep.ts')).runRestore,
  },
];
