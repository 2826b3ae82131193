/** The words by which names of sources are told apart, of every language that is read. */
import { type Vocabulary, vocabularyOf } from '../accounts/index.ts';
import type { Context } from './operation.ts';

/** The tables of every language that is read, for names of sources. */
export function vocabularyOfContext({ languages }: Pick<Context, 'languages'>): Vocabulary {
  return vocabularyOf(languages.map(({ sources }) => sources));
}
