/**
 * Whether two printed names are of one person: in full or in part ("Oster" of "Ivo Oster"), with an initial, or in
 * another spelling. Names brought from other scripts are spelt by ear, so long words are compared by their consonants
 * and short ones letter by letter: "Mohammed" is "Muhammad", but "Lina" is not "Lana".
 */
import { foldName } from './victims.ts';

/** Words of three consonants and more are told apart by them; fewer are too few. */
const TELLING_CONSONANTS = 3;

/** The words of a name, folded, without those that only join ("al", "bin") or address ("Dr"). */
export function wordsOfName(name: string, ignored: ReadonlySet<string>): string[] {
  const words = foldName(name).split(' ');
  const telling = words.filter((word) => !ignored.has(word));
  return telling.length > 0 ? telling : words;
}

/** Of words as `wordsOfName` gives them. A son whose name goes on with his father's is not he: first names must agree. */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (short.length === 1) return long.some((word) => isSameWord(word, short[0]!));
  return (
    isSameWord(short[0]!, long[0]!) && short.every((word) => long.some((other) => isSameWord(word, other)))
  );
}

/** The same word, an initial of it, or another spelling. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const bySound = soundOf(a);
  return bySound.length > TELLING_CONSONANTS ? bySound === soundOf(b) : plain(a) === plain(b);
}

/** Without doubled letters and the silent "h" at the end; "e" as "i" and "o" as "u", which ears do not tell apart. */
function plain(word: string): string {
  return word
    .replace(/[ey]/g, 'i')
    .replace(/o/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '');
}

/** The first letter, the consonants after it, and a vowel that closes the word. */
function soundOf(word: string): string {
  const bare = plain(word);
  const end = /[aiu]$/.test(bare) && bare.length > 1 ? 'a' : '';
  return bare[0] + bare.slice(1).replace(/[aiu]/g, '') + end;
}
