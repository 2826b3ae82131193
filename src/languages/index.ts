/** The languages that Recount reads, one line each; loaded when the first report of one comes. */
import type { Language } from '../reading/read.ts';
import { FUNCTION_WORDS as english } from './en/function-words.ts';

export interface LanguageEntry {
  /** BCP 47, "en". */
  readonly code: string;
  /** Small words by which a text of this language is known at once. */
  readonly functionWords: readonly string[];
  load(): Promise<Language>;
}

export const LANGUAGES: readonly LanguageEntry[] = [
  { code: 'en', functionWords: english, load: async () => (await import('./en/index.ts')).ENGLISH },
];
