/**
 * The pack's forms of dates, compiled: every token becomes one letter of an alphabet of kinds of word, every form a
 * regular expression over those letters, so that a match in the letters is a run of tokens.
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import type { DatePack, DateRule, DateWord } from './pack.ts';

export interface CompiledRule {
  readonly rule: DateRule;
  readonly form: RegExp;
}

export interface DateForms {
  /** The letter of each token of the Doc, in order. */
  letters(doc: Doc): string;
  /** Rules that can begin at a token of this letter, in the pack's order. */
  readonly byFirst: ReadonlyMap<string, readonly CompiledRule[]>;
  readonly holidays: ReadonlyMap<string, readonly { words: readonly string[]; index: number }[]>;
  readonly before: ReadonlySet<string>;
  readonly doubtful: ReadonlySet<string>;
  readonly timeLinks: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
}

/** Kinds by the look of the token rather than by the word. Those in lists are named by several kinds of figure. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  Day: ['Day', 'DayOrdinal', 'Ordinal'],
  Count: ['Day', 'ShortYear', 'Figure'],
  ShortYear: ['Day', 'ShortYear'],
  Year: ['Year'],
};
const NOTHING = '.';
const FIRST_LETTER = 0x4e00;

const cache = new WeakMap<DatePack, DateForms>();

export function dateForms(pack: DatePack): DateForms {
  let forms = cache.get(pack);
  if (!forms) cache.set(pack, (forms = compile(pack)));
  return forms;
}

function compile(pack: DatePack): DateForms {
  const alphabet = new Map<string, string>();
  const letterOf = (name: string) => {
    let letter = alphabet.get(name);
    if (!letter) alphabet.set(name, (letter = String.fromCharCode(FIRST_LETTER + alphabet.size)));
    return letter;
  };
  const literals = new Set<string>();
  for (const rule of pack.rules) {
    for (const form of rule.forms) for (const word of wordsOf(form)) if (!isKind(word)) literals.add(word);
  }
  const words = new Map<string, string>();
  const byKind = new Map<string, string>();
  for (const [word, { kind }] of Object.entries(pack.words)) {
    const letter = letterOf(literals.has(word) ? `=${word}` : kind);
    words.set(word, letter);
    if (!byKind.get(kind)?.includes(letter)) byKind.set(kind, (byKind.get(kind) ?? '') + letter);
  }
  for (const word of literals) words.set(word, letterOf(`=${word}`));
  const choice = (name: string): string => {
    if (!isKind(name)) return letterOf(`=${name}`);
    const kinds = FIGURES[name] ?? [name];
    return kinds.map((kind) => (byKind.get(kind) ?? '') + (isFigure(kind) ? letterOf(kind) : '')).join('');
  };
  const compiled: { rule: DateRule; form: RegExp; firsts: string }[] = pack.rules.flatMap((rule) =>
    rule.forms.map((form) => {
      const elements = form.split(' ').map((element) => {
        const optional = element.endsWith('?') && element !== '?';
        const body = optional ? element.slice(0, -1) : element;
        const names = body.startsWith('(') ? body.slice(1, -1).split('|') : [body];
        return { optional, letters: names.map(choice).join('') };
      });
      const required = elements.findIndex((element) => !element.optional);
      return {
        rule,
        form: new RegExp(elements.map((e) => `[${e.letters}]${e.optional ? '?' : ''}`).join(''), 'y'),
        firsts: elements
          .slice(0, required + 1)
          .map((element) => element.letters)
          .join(''),
      };
    }),
  );
  const byFirst = new Map<string, CompiledRule[]>();
  for (const { rule, form, firsts } of compiled) {
    for (const letter of new Set(firsts)) {
      const list = byFirst.get(letter);
      if (list) list.push({ rule, form });
      else byFirst.set(letter, [{ rule, form }]);
    }
  }
  return {
    byFirst,
    holidays: indexHolidays(pack),
    before: new Set(pack.before),
    doubtful: new Set(pack.doubtful),
    timeLinks: new Set(pack.timeLinks),
    future: new Set(pack.future),
    letters(doc) {
      let letters = '';
      for (let i = 0; i < doc.length; i++) letters += words.get(doc.lower(i)) ?? figure(doc, i, letterOf);
      return letters;
    },
  };
}

function wordsOf(form: string): string[] {
  return form.split(' ').flatMap((element) => {
    const body = element.endsWith('?') && element !== '?' ? element.slice(0, -1) : element;
    return body.startsWith('(') ? body.slice(1, -1).split('|') : [body];
  });
}

function isKind(name: string): boolean {
  const code = name.charCodeAt(0);
  return code >= 65 && code <= 90;
}

function isFigure(kind: string): boolean {
  return (
    kind === 'Day' || kind === 'DayOrdinal' || kind === 'ShortYear' || kind === 'Figure' || kind === 'Year'
  );
}

/** The letter of a token that begins with a digit; NOTHING for any other. */
function figure(doc: Doc, token: TokenIndex, letterOf: (name: string) => string): string {
  const code = doc.text.charCodeAt(doc.start(token));
  if (code < 48 || code > 57) return NOTHING;
  const form = doc.lower(token);
  if (/^\d{1,2}$/.test(form)) {
    const value = Number(form);
    return letterOf(value >= 1 && value <= 31 ? 'Day' : 'ShortYear');
  }
  if (/^(19|20)\d\d$/.test(form)) return letterOf('Year');
  if (/^\d{1,2}(st|nd|rd|th)$/.test(form)) return letterOf('DayOrdinal');
  return /^\d+$/.test(form) ? letterOf('Figure') : NOTHING;
}

function indexHolidays(pack: DatePack): DateForms['holidays'] {
  const index = new Map<string, { words: readonly string[]; index: number }[]>();
  pack.holidays.forEach(({ names }, i) => {
    for (const name of names) {
      const words = name.replace(/'s\b/g, " 's").split(' ');
      const list = index.get(words[0]!) ?? [];
      list.push({ words, index: i });
      list.sort((a, b) => b.words.length - a.words.length);
      index.set(words[0]!, list);
    }
  });
  return index;
}

/** What a token says as a word of the pack; figures and ordinals in figures included. */
export function dateWordAt(doc: Doc, token: TokenIndex, pack: DatePack): DateWord | null {
  const form = doc.lower(token);
  const word = pack.words[form];
  if (word !== undefined && Object.hasOwn(pack.words, form)) return word;
  const figures = /^\d+/.exec(form);
  return figures ? { kind: 'Number', value: Number(figures[0]) } : null;
}
