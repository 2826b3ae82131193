/**
 * Names of persons and bodies in a report: runs of proper nouns, with the titles before a person left off. Found once a
 * report, so that "Haan" and "the colonel" can be led back to "Colonel Petar Haan" wherever he was first named.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { isCapital } from './channels.ts';
import { bare, type Lexicon } from './lexicon.ts';

export interface Name extends TokenRange {
  readonly text: string;
  /** A body is a ministry, a party, a company, a state; everything else is a person. */
  readonly isBody: boolean;
  /** Titles and nouns that stand right before the name: "Colonel", "police chief". */
  readonly titles: TokenRange;
}

/** What the report's other annotations say of tokens: days are no names, and a state or an army is a body. */
export interface KnownTokens {
  isDate(token: TokenIndex): boolean;
  isParty(token: TokenIndex): boolean;
}

/** All names of the range, in order. */
export function namesIn(doc: Doc, { from, to }: TokenRange, lexicon: Lexicon, known: KnownTokens): Name[] {
  const found: Name[] = [];
  for (let i = from; i < to; i++) {
    if (!isNamePart(doc, i) || known.isDate(i)) continue;
    let end = i + 1;
    while (end < to && !known.isDate(end)) {
      const next = isNamePart(doc, end) ? end : nameAfterJoin(doc, end, lexicon);
      if (next === null || next >= to) break;
      end = next + 1;
    }
    const name = nameOfRun(doc, { from: i, to: end }, from, lexicon, known);
    if (name) found.push(name);
    i = end - 1;
  }
  return found;
}

/** A proper noun; or another word with a capital next to one with a capital: "Human Rights Watch". */
function isNamePart(doc: Doc, token: TokenIndex): boolean {
  if (!isCapital(doc, token)) return false;
  const upos = doc.upos(token);
  if (upos === 'PROPN') return true;
  if (upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'VERB') return false;
  const first = doc.sentenceStarts[doc.sentenceOf(token)]!;
  const isAfterCapital =
    token > first + 1 && isNoun(doc, token - 1) && isCapital(doc, token - 1) && upos === 'NOUN';
  return isAfterCapital || (token + 1 < doc.length && isNoun(doc, token + 1) && isCapital(doc, token + 1));
}

function isNoun(doc: Doc, token: TokenIndex): boolean {
  const upos = doc.upos(token);
  return upos === 'PROPN' || upos === 'NOUN' || upos === 'ADJ';
}

/**
 * The part of a name that a small word or a hyphen joins to what stands before: "Abu al-Rahman", "Ana de Souza", "Minister of
 * Defence", "Sons of the Ridge". Null where nothing is joined.
 */
function nameAfterJoin(doc: Doc, token: TokenIndex, { words }: Lexicon): TokenIndex | null {
  let next = token + 1;
  if (words.joins.has(doc.lower(token))) {
    const isBody = words.bodyNouns.has(doc.lower(token - 1));
    if (!isBody && !words.titles.has(bare(doc, token - 1))) return null;
    if (isBody && words.determiners.has(doc.lower(next))) next++;
  } else if (!words.nameParticles.has(doc.lower(token)) || isCapital(doc, token)) return null;
  return next < doc.length && isNamePart(doc, next) ? next : null;
}

function nameOfRun(
  doc: Doc,
  run: TokenRange,
  limit: TokenIndex,
  lexicon: Lexicon,
  known: KnownTokens,
): Name | null {
  const { words } = lexicon;
  const last = run.to - 1;
  const titlesFrom = (from: TokenIndex): TokenIndex => {
    let at = from;
    while (at > limit && (doc.upos(at - 1) === 'NOUN' || doc.upos(at - 1) === 'ADJ')) at--;
    return at;
  };
  const isAcronym = run.to - run.from === 1 && /^(?:\p{Lu}\.?){2,}s?$/u.test(doc.form(run.from));
  let hasBodyNoun = false;
  for (let i = run.from; i < run.to; i++) if (words.bodyNouns.has(doc.lower(i))) hasBodyNoun = true;
  const endsAsBody = words.bodyNouns.has(doc.lower(last)) || isAcronym || known.isParty(last);
  const outlet = lexicon.outlets.at(doc, run.from);
  if (endsAsBody || outlet?.to === run.to) {
    return {
      ...run,
      text: doc.slice(run),
      isBody: true,
      titles: { from: titlesFrom(run.from), to: run.from },
    };
  }
  let from = run.from;
  for (let i = run.from; i < run.to; i++)
    if (words.titles.has(bare(doc, i)) || words.bodyNouns.has(doc.lower(i))) from = i + 1;
  // "the Velda Bureau of Investigation": what the body is of belongs to its name
  if (
    from > run.from &&
    from < run.to &&
    words.joins.has(doc.lower(from)) &&
    words.bodyNouns.has(doc.lower(from - 1))
  )
    return {
      ...run,
      text: doc.slice(run),
      isBody: true,
      titles: { from: titlesFrom(run.from), to: run.from },
    };
  if (from >= run.to) {
    // "The Karsia Monitor, a rights group": what follows says that the title is the end of a body's name.
    if (run.to - run.from < 2 || !isBodyBeside(doc, run.to, lexicon)) return null;
    return { ...run, text: doc.slice(run), isBody: true, titles: { from: run.from, to: run.from } };
  }
  const before = { from: titlesFrom(run.from), to: from };
  // "the charity Open Sea": the noun before the name says that it is no person
  const noun = before.to - 1;
  const isBody =
    hasBodyNoun && from === run.from
      ? true
      : noun >= before.from && (words.bodyNouns.has(doc.lower(noun)) || isBodyWord(doc, noun, lexicon));
  return { from, to: run.to, text: doc.slice({ from, to: run.to }), isBody, titles: before };
}

/** Whether a comma and a noun for a body follow: ", a rights group". */
function isBodyBeside(doc: Doc, at: TokenIndex, { words }: Lexicon): boolean {
  if (doc.form(at) !== ',' || !words.determiners.has(doc.lower(at + 1))) return false;
  for (let i = at + 2; i < Math.min(doc.length, at + MAX_BESIDE); i++) {
    if (words.bodyNouns.has(doc.lower(i))) return true;
    if (!isNoun(doc, i) && doc.form(i) !== '-') return false;
  }
  return false;
}

/** "a United Kingdom-based human rights monitoring group" */
const MAX_BESIDE = 9;

function isBodyWord(doc: Doc, token: TokenIndex, lexicon: Lexicon): boolean {
  const body = lexicon.bodies.at(doc, token);
  return (
    body !== null &&
    !lexicon.roles.at(doc, token) &&
    !lexicon.words.withheld.has(doc.lower(token)) &&
    !lexicon.words.titles.has(bare(doc, token))
  );
}
