/** Somebody who speaks in a report. */
import type { TokenIndex } from '../../language/doc.ts';
import type { SpeakerKind } from './pack.ts';

/** Under the fullest name that the report gives. */
export interface Speaker {
  name: string;
  isBody: boolean;
  isSeveral: boolean;
  kind: SpeakerKind;
  gender: 'male' | 'female' | null;
  /** Lemmas of all words that describe the speaker: "defence", "minister". */
  readonly words: Set<string>;
  speaksFor: string | null;
  isAnonymous: boolean;
  /** Where the speaker was last named or referred to. */
  lastSeen: TokenIndex;
  readonly by: Set<string>;
}

/** Whether a speaker goes by a name and not by a description. */
export function hasCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** "Haan" and "Petar Haan", "Abu Talib": the shorter is the last words of the longer. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return long.endsWith(` ${short}`) && hasCapital(short);
}
