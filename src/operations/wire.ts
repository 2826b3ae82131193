/** Which agency's text is it? By the credits that the languages know, once for all reports of a process. */
import { creditFinder, originOf } from '../copies/credits.ts';
import { AGENCIES } from '../knowledge/agencies.ts';
import type { LanguageEntry } from '../languages/index.ts';

type WireOf = (text: string) => string | undefined;

const known = new WeakMap<readonly LanguageEntry[], WireOf>();

/** Gives the agency to which a text credits itself; undefined where it names none, or one that only lent a part. */
export function wireFinder(languages: readonly LanguageEntry[]): WireOf {
  const made = known.get(languages);
  if (made) return made;
  const creditsOf = creditFinder(
    languages.flatMap(({ credits }) => credits),
    AGENCIES.map(({ name, others }) => [name, ...others] as const),
  );
  const wireOf: WireOf = (text) => originOf(creditsOf(text));
  known.set(languages, wireOf);
  return wireOf;
}
