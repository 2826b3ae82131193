/**
 * One spelling for many: names of places are looked up by a folded key, so that "Khān Yūnis", "Khan-Yunis" and
 * "KHAN YUNIS" meet. `soundKey` goes further, for names brought over from Arabic script, whose vowels and article
 * every writer spells in another way ("Az Zuwaydah", "al-Zawaida"); it is trusted only inside a known country.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
  ħ: 'h',
};

const SHORT_FORMS = new Map([
  ['saint', 'st'],
  ['sainte', 'st'],
  ['ste', 'st'],
  ['mount', 'mt'],
  ['fort', 'ft'],
]);

/** The key of a name: lower case, no marks or apostrophes, hyphens and dots as spaces, "Saint" as "st". May be ''. */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  const plain = isPlain(lower) ? lower : stripMarks(lower);
  return plain.includes(' ') ? plain.split(' ').map(shorten).join(' ') : shorten(plain);
}

function shorten(word: string): string {
  return word.length > 6 ? word : (SHORT_FORMS.get(word) ?? word);
}

/** Letters a to z and single spaces between them: nothing to fold. */
function isPlain(lower: string): boolean {
  let last = 32;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if ((code < 97 || code > 122) && (code !== 32 || last === 32)) return false;
    last = code;
  }
  return last !== 32 || lower === '';
}

function stripMarks(lower: string): string {
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f'`\u02b0-\u02ff\u2018\u2019\u201b\u2032]/g, '')
    .replace(/[ßøłđðıæœþəħ]/g, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Forms of the Arabic article, assimilated ones too; as words of their own in a folded name. */
const ARTICLES = new Set('al el ul il ad ed adh ar er as es ash esh at et ath eth az ez an en'.split(' '));

/**
 * How a folded name of Arabic origin sounds: without articles, runs of vowels and half-vowels as one, letters that
 * writers swap as one. "az zuwaydah" and "al zawaida" → "zAAdA"-like keys that are equal. '' where too little is left.
 */
export function soundKey(folded: string): string {
  const words = folded.split(' ').filter((word, _, all) => all.length === 1 || !ARTICLES.has(word));
  const key = words.map(soundOf).join(' ');
  return key.replace(/ /g, '').length < 4 ? '' : key;
}

function soundOf(word: string): string {
  return word
    .replace(/q|ck|c(?![h])/g, 'k')
    .replace(/dj|dzh|g(?!h)/g, 'j')
    .replace(/ch/g, 'sh')
    .replace(/th|z/g, 's')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '')
    .replace(/[aeiouyw]+/g, 'A')
    .replace(/(.)\1+/g, '$1');
}
