/** Flags that several commands have. */
import type { OptionRecord } from './command.ts';

export const FORMAT: OptionRecord = {
  flags: '-f, --format <format>',
  summary: 'what the input is; by default told from its ending, else from its first bytes',
  choices: ['text', 'html', 'jsonl'],
  field: 'format',
};
export const LANGUAGE: OptionRecord = {
  flags: '--language <code>',
  summary: 'the language of the reports (BCP 47); by default told from each text',
  field: 'language',
};
