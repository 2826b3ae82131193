/** What the words of a source say of its speaker by themselves: the noun it hangs on, the name in it, what describes it. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { isCapital, nameOf } from './channels.ts';
import type { Lexicon } from './lexicon.ts';
import { type KnownTokens, type Name, namesIn } from './names.ts';

export interface Profile {
  readonly range: TokenRange;
  /** The first noun phrase, up to a preposition or verb. */
  readonly core: TokenRange;
  readonly head: TokenIndex;
  readonly name: Name | null;
  /** The stretches between commas that describe: the first, and what stands in apposition; no relative clauses. */
  readonly description: readonly TokenRange[];
}

export class Profiles {
  readonly #doc: Doc;
  readonly #lexicon: Lexicon;
  readonly #known: KnownTokens;

  constructor(doc: Doc, lexicon: Lexicon, known: KnownTokens) {
    this.#doc = doc;
    this.#lexicon = lexicon;
    this.#known = known;
  }

  namesIn(range: TokenRange): Name[] {
    return namesIn(this.#doc, range, this.#lexicon, this.#known);
  }

  lemma(token: TokenIndex): string {
    return this.#doc.lemma(token).toLowerCase();
  }

  /** What a source or any other phrase says of somebody. */
  of(range: TokenRange): Profile {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const segments = this.segments(range);
    const first = segments[0] ?? range;
    const core = this.coreOf(first);
    const names = segments.flatMap((segment, k) => {
      const isRelative = k > 0 && words.relatives.has(doc.lower(segment.from));
      return this.namesIn(segment)
        .filter((name) => !isRelative || this.#isKnownAs(name))
        .filter((name) => k === 0 || isRelative || this.#isApposition(segment, name))
        .map((name) => ({ name, segment, k }));
    });
    const isOwned = (name: Name): boolean => words.possessiveMarks.has(doc.lower(name.to));
    const isOf = (name: Name): boolean =>
      name.titles.from > range.from &&
      words.ofWords.has(doc.lower(this.#beforeDeterminer(name.titles.from))) &&
      !this.#isKnownAs(name);
    // "rebel commander Abu Salim", "the Front-run ministry": a name before a noun or a hyphen only describes
    const isHyphened = (name: Name): boolean => name.to < range.to && this.#isHyphen(name.to);
    const isModifier = (name: Name): boolean =>
      (name.to < range.to && doc.upos(name.to) === 'NOUN') || isHyphened(name);
    const person =
      names.find(({ name }) => !name.isBody && !isOwned(name) && !isOf(name) && !isModifier(name))?.name ??
      null;
    const body =
      names.find(
        ({ name, k }) => name.isBody && !isOwned(name) && !isOf(name) && !isHyphened(name) && k === 0,
      )?.name ?? null;
    const name = person ?? body;
    const head = this.headOf(core);
    const description = segments.filter((segment) => !words.relatives.has(doc.lower(segment.from)));
    return { range, core, head, name, description };
  }

  /** "known as Abu Talib", but not "sources such as Abu Talib". */
  #isKnownAs({ from }: Name): boolean {
    const { knownAs, examples } = this.#lexicon.words;
    return knownAs.has(this.#doc.lower(from - 1)) && !examples.has(this.#doc.lower(from - 2));
  }

  /** Whether no verb or preposition leads to the name: not "including Osk", but "the army chief, Osk". */
  #isApposition(segment: TokenRange, name: Name): boolean {
    for (let i = segment.from; i < name.titles.from; i++) {
      if (/^(?:VERB|AUX|SCONJ|ADP)$/.test(this.#doc.upos(i)) && !this.#isKnownAs(name)) return false;
    }
    return true;
  }

  #beforeDeterminer(token: TokenIndex): TokenIndex {
    let at = token - 1;
    while (at > 0 && this.#lexicon.words.determiners.has(this.#doc.lower(at))) at--;
    return at;
  }

  /** Stretches between commas, dashes and brackets, and from a relative word on. */
  segments({ from, to }: TokenRange): TokenRange[] {
    const doc = this.#doc;
    const found: TokenRange[] = [];
    let start = from;
    for (let i = from; i <= to; i++) {
      const isEnd = i === to;
      const isMark = !isEnd && doc.upos(i) === 'PUNCT' && !this.#isHyphen(i);
      const isRelative = !isEnd && i > start && this.#lexicon.words.relatives.has(doc.lower(i));
      if (!isEnd && !isMark && !isRelative) continue;
      if (i > start) found.push({ from: start, to: i });
      start = isMark ? i + 1 : i;
    }
    return found;
  }

  #isHyphen(token: TokenIndex): boolean {
    const doc = this.#doc;
    return /^[-–'’]$/.test(doc.form(token)) && doc.end(token - 1) === doc.start(token);
  }

  /** "rebel-[run] ministry" */
  #isHyphened(token: TokenIndex): boolean {
    return token > 0 && this.#isHyphen(token - 1) && this.#doc.end(token - 1) === this.#doc.start(token);
  }

  /** The first noun phrase of a stretch, "and" included: "residents and a medic". */
  coreOf(segment: TokenRange): TokenRange {
    const doc = this.#doc;
    let to = segment.from;
    while (to < segment.to && (!/^(?:ADP|VERB|AUX|SCONJ|ADV)$/.test(doc.upos(to)) || this.#isHyphened(to)))
      to++;
    return to > segment.from ? { from: segment.from, to } : segment;
  }

  /** The last noun of a noun phrase. */
  headOf({ from, to }: TokenRange): TokenIndex {
    for (let i = to - 1; i >= from; i--) {
      const upos = this.#doc.upos(i);
      if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') return i;
    }
    return to - 1;
  }

  /** Lemmas of the nouns and adjectives of a stretch. */
  wordsOf({ from, to }: TokenRange): string[] {
    const found: string[] = [];
    for (let i = from; i < to; i++) {
      const upos = this.#doc.upos(i);
      if (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') found.push(this.lemma(i));
    }
    return found;
  }

  /** Whether a noun is a plural: its form is not its lemma. */
  isPlural(token: TokenIndex): boolean {
    const lower = this.#doc.lower(token);
    return lower !== this.lemma(token) && lower.startsWith(this.lemma(token).slice(0, 3));
  }

  /** "the owner, Blue Lines,", "the charity Open Roads": the body's name stands beside or after the words for it. */
  isAppositive({ core, name }: Profile): boolean {
    if (name === null || !name.isBody) return false;
    return (
      name.from >= core.to ||
      (name.to === core.to &&
        name.from > core.from &&
        this.#doc.upos(name.from - 1) === 'NOUN' &&
        !isCapital(this.#doc, name.from - 1))
    );
  }

  /** "a village elder", "two officials", "officials": nobody that the report has named or will name. */
  isUnnamed({ core, head }: Profile): boolean {
    const first = this.#doc.lower(core.from);
    return this.#lexicon.words.indefinites.has(first) || this.isPlural(head);
  }

  /** Whether the words are for a body and not for a person. */
  isBody({ name, head, core }: Profile): boolean {
    if (name?.isBody && head >= name.from && head < name.to) return true;
    const { words, bodies, roles } = this.#lexicon;
    if (words.bodyNouns.has(this.#doc.lower(head))) return true;
    const isRole = roles.allIn(this.#doc, core).some(({ to }) => to === head + 1);
    return (
      !isRole &&
      bodies.allIn(this.#doc, core).some(({ to }) => to === head + 1) &&
      !words.withheld.has(this.#doc.lower(head))
    );
  }

  /** The words for somebody without a name: without article, up to what only describes. */
  textOf({ range, core }: Profile): string {
    const doc = this.#doc;
    let { to } = this.segments(range)[0] ?? range;
    // "a statement read on television": up to the clause, but "an officer of the guard" whole
    for (let i = core.to; i < to; i++) {
      const upos = doc.upos(i);
      if (upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ') {
        to = i;
        break;
      }
    }
    while (to > core.from + 1 && /^(?:ADP|ADV|PUNCT|CCONJ)$/.test(doc.upos(to - 1))) to--;
    return nameOf(doc, { from: core.from, to: Math.max(to, core.from + 1) }, this.#lexicon);
  }
}
