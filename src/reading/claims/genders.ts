/**
 * Whether the named are men or women, and whether grown up, by the words about them anywhere in the report: "his wife" after
 * a name, "she" in its sentence, "the young man" before it. A name alone says nothing. Words that disagree say nothing either.
 */
import type { TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Claim, Victims } from '../../model/reading.ts';
import { foldName } from '../../model/victims.ts';
import type { Annotations } from '../annotations.ts';
import type { PeoplePack, PersonNoun } from '../people/pack.ts';

type Named = Victims['named'][number];

/** What the words say of one person. */
interface Picture {
  female: TokenIndex[];
  male: TokenIndex[];
  isAdult: boolean;
}

/** How far after a name the pronoun that means its bearer may stand. */
const MAX_TO_PRONOUN = 14;
/** How far "his wife" may stand from the name in a list: past an age in brackets, a comma, "and". */
const MAX_TO_KIN = 9;
/** Names of more people than this are lists of lists. */
const MAX_PEOPLE = 300;

/** Adds the gender that the words give to each named person of an event's claims; gives the names of those told to be grown up. */
export function tellGenders(
  claims: readonly Claim[],
  annotations: Annotations,
  pack: PeoplePack,
): ReadonlySet<string> {
  const people = new Map<string, Named[]>();
  for (const { event, victims } of claims) {
    if (event === null) continue;
    for (const named of victims.named) {
      const key = foldName(named.name);
      const known = people.get(key);
      if (known) known.push(named);
      else if (people.size < MAX_PEOPLE) people.set(key, [named]);
    }
  }
  const adults = new Set<string>();
  if (people.size === 0) return adults;
  const reader = new GenderReader(annotations, pack);
  const pictures = reader.read(people);
  for (const [key, picture] of pictures) {
    const entries = people.get(key)!;
    const gender = genderOf(entries, picture);
    if (picture.isAdult) adults.add(key);
    if (gender === null) continue;
    const [at] = picture[gender];
    for (const named of entries) {
      if (named.gender !== undefined) continue;
      named.gender = gender;
      if (at !== undefined)
        named.evidence = [...named.evidence, annotations.source.span({ from: at, to: at + 1 })];
    }
  }
  return adults;
}

function genderOf(entries: readonly Named[], { female, male }: Picture): 'female' | 'male' | null {
  const told = new Set(entries.flatMap(({ gender }) => gender ?? []));
  if (told.size > 1) return null;
  if (told.size === 1) return [...told][0]!;
  if (female.length > 0 && male.length * MUCH_MORE <= female.length) return 'female';
  return male.length > 0 && female.length * MUCH_MORE <= male.length ? 'male' : null;
}

/** One word in four may be about somebody else. */
const MUCH_MORE = 3;

class GenderReader {
  readonly #doc: Annotations['source']['doc'];
  readonly #pack: PeoplePack;
  readonly #isSetting: (token: TokenIndex) => boolean;

  constructor({ source, places, dates, parties }: Annotations, pack: PeoplePack) {
    this.#doc = source.doc;
    this.#pack = pack;
    const taken = new Uint8Array(source.doc.length);
    for (const { from, to } of [...places, ...dates, ...parties]) taken.fill(1, from, to);
    this.#isSetting = (token) => taken[token] === 1;
  }

  /** A picture of each person, by the key of the name. */
  read(people: ReadonlyMap<string, readonly Named[]>): Map<string, Picture> {
    const byFirst = new Map<string, string[]>();
    for (const key of people.keys()) {
      const [first] = this.#words(key);
      if (first === undefined) continue;
      const known = byFirst.get(first);
      if (known) known.push(key);
      else byFirst.set(first, [key]);
    }
    const pictures = new Map(
      [...people.keys()].map((key): [string, Picture] => [key, { female: [], male: [], isAdult: false }]),
    );
    for (let at = 0; at < this.#doc.length; at++) {
      const form = this.#doc.form(at);
      if (!isCapital(form)) continue;
      const keys = byFirst.get(foldName(form));
      if (keys === undefined || this.#isNamePart(at - 1)) continue;
      const to = this.#nameEnd(at);
      const key = this.#whose({ from: at, to }, keys);
      if (key !== null) this.#describe({ from: at, to }, pictures.get(key)!);
      at = to - 1;
    }
    return pictures;
  }

  #words(key: string): string[] {
    return key.split(' ').filter((word) => !this.#pack.words.besideNames.has(word));
  }

  #isNamePart(at: TokenIndex): boolean {
    if (at < 0 || this.#doc.sentenceOf(at) !== this.#doc.sentenceOf(at + 1)) return false;
    const lower = this.#doc.lower(at);
    if (this.#pack.words.honorifics.has(lower) || this.#pack.nouns.has(lower)) return false;
    if (this.#pack.words.nameParticles.has(lower)) return true;
    const isFirst = at === this.#doc.sentence(this.#doc.sentenceOf(at)).from;
    return (
      isCapital(this.#doc.form(at)) && !this.#isSetting(at) && (!isFirst || this.#doc.upos(at) === 'PROPN')
    );
  }

  #nameEnd(from: TokenIndex): TokenIndex {
    let to = from + 1;
    while (to < this.#doc.length && this.#isOfName(to)) to++;
    while (to > from + 1 && !isCapital(this.#doc.form(to - 1))) to--;
    return to;
  }

  #isOfName(at: TokenIndex): boolean {
    const form = this.#doc.form(at);
    if (isCapital(form) && /^\p{L}/u.test(form)) return true;
    return (
      this.#pack.words.nameParticles.has(this.#doc.lower(at)) ||
      (form === '-' && isCapital(this.#doc.form(at + 1)))
    );
  }

  /** Whose name it is: the one person of that first name, all of whose further words are in the full name. */
  #whose(range: TokenRange, keys: readonly string[]): string | null {
    const words = this.#words(foldName(this.#doc.slice(range)));
    const fitting = keys.filter((key) => {
      const own = new Set(this.#words(key));
      return words.every((word) => own.has(word));
    });
    const exact = fitting.find((key) => this.#words(key).join(' ') === words.join(' '));
    return exact ?? (fitting.length === 1 ? fitting[0]! : null);
  }

  #describe({ from, to }: TokenRange, picture: Picture): void {
    this.#byNounBefore(from, picture);
    this.#byPronounAfter(from, to, picture);
  }

  /** "Her brother Ivo", "a young man named Ivo". */
  #byNounBefore(from: TokenIndex, picture: Picture): void {
    const { identifiedAs, honorifics } = this.#pack.words;
    const start = this.#doc.sentence(this.#doc.sentenceOf(from)).from;
    let at = from - 1;
    while (at > start && honorifics.has(this.#doc.lower(at))) at--;
    if (at > start && identifiedAs.some((run) => run.length === 1 && run[0] === this.#doc.lower(at))) at--;
    const noun = at >= start ? this.#pack.nouns.get(this.#doc.lower(at)) : undefined;
    if (noun === undefined || noun.plural || noun.gender === undefined) return;
    picture[noun.gender].push(at);
    if (noun.adult) picture.isAdult = true;
  }

  /** "Ivo Tarn (34), his wife", "Ivo was killed in his home": the first pronoun, with nobody else between. */
  #byPronounAfter(from: TokenIndex, to: TokenIndex, picture: Picture): void {
    const { end, isFirst } = this.#surroundings(from);
    const reach = Math.min(end, to + (isFirst ? MAX_TO_PRONOUN : MAX_TO_KIN));
    for (let at = this.#afterBrackets(to, end); at < reach; at++) {
      const lower = this.#doc.lower(at);
      const gender = this.#pronounGender(lower);
      if (gender !== undefined) {
        const kin = this.#kinAfter(at, end);
        if (!isFirst && kin === null) return;
        picture[gender].push(at);
        if (kin !== null && (kin.adult || kin.child || this.#isOffspring(kin))) picture.isAdult = true;
        return;
      }
      if (!isFirst && /\p{L}/u.test(lower) && !this.#pack.words.and.has(lower)) return;
      const noun = this.#pack.nouns.get(lower);
      const isOther = noun !== undefined && !noun.plural && (noun.gender !== undefined || noun.kin === true);
      if (isOther || (isCapital(this.#doc.form(at)) && !this.#isSetting(at))) return;
    }
  }

  #afterBrackets(from: TokenIndex, end: TokenIndex): TokenIndex {
    let at = from;
    while (at < end && this.#doc.form(at) === '(') {
      while (at < end && this.#doc.form(at) !== ')') at++;
      at++;
    }
    return at;
  }

  /** Where the sentence ends, and whether nobody else is told of in it before the name. */
  #surroundings(from: TokenIndex): { end: TokenIndex; isFirst: boolean } {
    const sentence = this.#doc.sentence(this.#doc.sentenceOf(from));
    let isFirst = true;
    for (let at = sentence.from; at < from && isFirst; at++) {
      const noun = this.#pack.nouns.get(this.#doc.lower(at));
      const isTitle = noun !== undefined && at >= from - MAX_TITLE;
      if (isTitle || this.#isSetting(at)) continue;
      const isName = isCapital(this.#doc.form(at)) && (at > sentence.from || this.#doc.upos(at) === 'PROPN');
      const isHonorific = this.#pack.words.honorifics.has(this.#doc.lower(at));
      const isPronoun = this.#pronounGender(this.#doc.lower(at)) !== undefined;
      if (isPronoun || (isName && !isHonorific) || (noun !== undefined && !noun.plural)) isFirst = false;
    }
    return { end: sentence.to, isFirst };
  }

  #pronounGender(lower: string): 'female' | 'male' | undefined {
    const { pronouns, possessiveGender } = this.#pack.words;
    return possessiveGender.get(lower) ?? pronouns.get(lower)?.gender;
  }

  /** The wife of "his wife", "his late wife", "his two sons". */
  #kinAfter(possessive: TokenIndex, end: TokenIndex): PersonNoun | null {
    for (let at = possessive + 1; at < end && at <= possessive + MAX_TO_NOUN; at++) {
      const noun = this.#pack.nouns.get(this.#doc.lower(at));
      if (noun !== undefined) return noun.kin || noun.child ? noun : null;
    }
    return null;
  }

  /** Who has a son or a daughter is grown up; a brother or a cousin says nothing of it. */
  #isOffspring({ lemma }: PersonNoun): boolean {
    return this.#pack.words.offspring.has(lemma);
  }
}

const MAX_TITLE = 3;
const MAX_TO_NOUN = 4;

function isCapital(form: string): boolean {
  return form[0] !== form[0]!.toLowerCase();
}
