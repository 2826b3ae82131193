/** The languages that Recount reads, one line each; loaded when the first report of one comes. */
import type { SourceWords } from '../accounts/words.ts';
import type { CreditRule } from '../copies/credits.ts';
import type { Language } from '../reading/read.ts';
import { ENGLISH_SOURCES } from './en/accounts/sources.ts';
import { ENGLISH_CREDITS } from './en/credits.ts';
import { FUNCTION_WORDS as english } from './en/function-words.ts';
import { loadWordCounts } from './en/word-counts.ts';

export interface LanguageEntry {
  /** BCP 47, "en". */
  readonly code: string;
  /** Small words by which a text of this language is known at once. */
  readonly functionWords: readonly string[];
  /** How a report says that its text is an agency's: read before the language is loaded. */
  readonly credits: readonly CreditRule[];
  /** Words in names of sources: small enough to be there before any report is read. */
  readonly sources: SourceWords;
  /** In how many of so many reports each word stands: lines "form TAB count" after the number of reports. */
  loadWordCounts(): string;
  load(): Promise<Language>;
}

export const LANGUAGES: readonly LanguageEntry[] = [
  {
    code: 'en',
    functionWords: english,
    credits: ENGLISH_CREDITS,
    sources: ENGLISH_SOURCES,
    loadWordCounts,
    load: async () => (await import('./en/index.ts')).ENGLISH,
  },
];
