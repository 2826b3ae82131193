/** What a command of the command line is, as a record, and what the process says when it ends. */
import type { Terminal } from './terminal/terminal.ts';

export interface OptionRecord {
  /** As commander writes them: "-f, --format <format>". */
  readonly flags: string;
  readonly summary: string;
  readonly choices?: readonly string[];
  /** Options that cannot be given beside it, as fields: "json". */
  readonly conflicts?: readonly string[];
  /** Whether its value must be a whole number above 0. */
  readonly isNumber?: boolean;
  /** Whether its value must be an ISO day. */
  readonly isDay?: boolean;
  /** The field of the operation's input that it sets; flags without one are about printing. */
  readonly field?: string;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** Runs a command and gives its exit code. */
export type CommandRun = (
  paths: readonly string[],
  options: OptionValues,
  terminal: Terminal,
) => Promise<number>;

export interface CommandRecord {
  readonly name: string;
  /** The operation behind it: "readings.read". */
  readonly operation: string;
  /** The operations that it asks where a record is named instead of reports, or something else is asked of it. */
  readonly also?: readonly string[];
  readonly summary: string;
  /** What stands after the name, as commander writes it; by default the reports: "<paths...>". */
  readonly takes?: { readonly syntax: string; readonly summary: string };
  readonly options: readonly OptionRecord[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** What else its help lists, below the options. */
  readonly lists?: {
    readonly title: string;
    readonly rows: readonly (readonly [what: string, means: string])[];
  };
  load(): Promise<CommandRun>;
}

/** What the process says when it ends. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
export const REPORTS_TAKEN = {
  syntax: '<paths...>',
  summary: 'files, folders, or - for standard input',
} as const;
/** Of commands that work on reports and on a record alike. */
export const REPORTS_OR_RECORD = {
  syntax: '[paths...]',
  summary: 'files, folders, or - for standard input; or a record; by default the record that --record names',
} as const;
export const EXIT_MEANINGS: readonly (readonly [code: number, meaning: string])[] = [
  [EXIT.ok, 'every report has its reading; one in a language that is not read yet says so in its problems'],
  [
    EXIT.failed,
    'a report could not be read (the others were) or something could not be done, and standard error says which and why; or a record is not sound',
  ],
  [EXIT.usage, 'the command was not understood; nothing was done'],
];
