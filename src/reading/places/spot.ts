/**
 * Which names in the text could be places? Over-generates: every run of capitalised words is offered, cut to the longest
 * part that a country or the gazetteer knows, with what the words around it say. `resolve.ts` decides.
 */
import { foldName } from '../../knowledge/fold.ts';
import type { Gazetteer, GazetteerMatch } from '../../knowledge/gazetteer.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Place } from '../../model/reading.ts';
import type { PlaceRole } from '../annotations.ts';
import { foldedToken } from '../folded.ts';
import type { CountryName, PlaceLexicon } from './lexicon.ts';
import type { PlacePack, Relation } from './pack.ts';

export interface Spot extends TokenRange {
  /** The name without its kind: "Sabra" of "the Sabra quarter". */
  readonly name: TokenRange;
  readonly folded: string;
  readonly country: CountryName | null;
  readonly candidates: readonly GazetteerMatch[];
  /** Records that only sound like it. */
  readonly heard: readonly GazetteerMatch[];
  /** What the noun beside it says that it is. */
  readonly kind: Place['precision'] | null;
  readonly role: PlaceRole;
  readonly relation: Relation | null;
  /** The run of capitals that the name is only a part of, as in "Paris Moreau". */
  readonly isPartOfName: boolean;
  /** The candidates are of the bare name, while the text names something inside or called after it ("Homs hospital"). */
  readonly isContainerOnly: boolean;
}

const MAX_WORDS = 7;

export class Spotter {
  readonly #doc: Doc;
  readonly #lexicon: PlaceLexicon;
  readonly #pack: PlacePack;
  readonly #gazetteer: Gazetteer;
  readonly #isShouted: boolean;
  readonly #bodyStart: TokenIndex;
  readonly #headings: (boolean | undefined)[] = [];
  /** Words of names of people, so that a surname alone is no town later. */
  readonly #people = new Set<string>();

  constructor(doc: Doc, bodyStart: TokenIndex, pack: PlacePack, lexicon: PlaceLexicon, gazetteer: Gazetteer) {
    this.#doc = doc;
    this.#pack = pack;
    this.#lexicon = lexicon;
    this.#gazetteer = gazetteer;
    this.#bodyStart = bodyStart;
    this.#isShouted = isShouted(doc.text);
  }

  spots(): Spot[] {
    const spots: Spot[] = [];
    for (let i = 0; i < this.#doc.length; ) {
      if (!this.#isName(i)) {
        i++;
        continue;
      }
      const to = this.#runEnd(i);
      this.#spotRun({ from: i, to }, spots);
      i = to;
    }
    return spots;
  }

  /** A run of capitals gives its places from left to right. */
  #spotRun(run: TokenRange, spots: Spot[]): void {
    const isPerson = this.#isPerson(run);
    if (isPerson && run.to - run.from > 1) this.#remember(run);
    let found = 0;
    for (let at = run.from; at < run.to; ) {
      // "North Gaza" is a place, "North Arle" is Arle.
      const least = at < run.to - 1 && this.#lexicon.between.has(this.#doc.lower(at)) ? 2 : 1;
      const spot = isPerson ? null : this.#spotAt(at, run, least);
      if (!spot) {
        at++;
        continue;
      }
      spots.push(spot);
      found++;
      at = Math.max(spot.to, at + 1);
    }
    const isCutOut =
      run.to - run.from > 1 && found > 0 && spots.slice(-found).every((spot) => spot.isPartOfName);
    // "Near Port Ellary" is not near Port: a place that nothing knows, as long as it is told of as one.
    const whole = (found === 0 && !isPerson) || isCutOut ? this.#unknown(run) : null;
    if (isCutOut && whole) spots.length -= found;
    else if (isCutOut && !this.#isOrganisation(run)) this.#remember(run);
    if (whole) spots.push(whole);
  }

  /** The longest name from this token on, of at least so many tokens, that a country or the gazetteer has. */
  #spotAt(at: TokenIndex, run: TokenRange, least: number): Spot | null {
    const limit = Math.min(run.to, at + MAX_WORDS);
    const keys: string[] = [];
    for (let to = at, key = ''; to < limit; to++) {
      const word = this.#fold(to);
      if (word !== '') key = key === '' ? word : `${key} ${word}`;
      keys.push(key);
    }
    for (let to = limit; to >= at + least; to--) {
      const folded = keys[to - 1 - at]!;
      if (folded === '' || this.#fold(to - 1) === '' || this.#lexicon.particles.has(this.#fold(to - 1)))
        continue;
      const spot = this.#spot({ from: at, to }, folded, run);
      if (spot) return spot;
    }
    return null;
  }

  #spot(name: TokenRange, folded: string, run: TokenRange): Spot | null {
    const doc = this.#doc;
    const lexicon = this.#lexicon;
    if (this.#lexicon.vague.has(folded)) return null;
    if (name.to - name.from === 1 && this.#isNoPlace(name.from)) return null;
    const country = lexicon.countries.get(folded) ?? null;
    if (country && folded.length <= 3 && doc.slice(name) !== doc.slice(name).toUpperCase()) return null;
    const short = country ? undefined : this.#shortProvince(name);
    const kind = this.#kindAfter(name, run) ?? this.#kindBefore(name);
    const to = kind && kind.to > name.to ? kind.to : name.to;
    const span = { from: name.from, to };
    if (country) {
      return this.#make(name, name, folded, country, [], null, run, false);
    }
    if (short) {
      const provinces = this.#gazetteer
        .find(short)
        .filter(
          ({ index: each }) =>
            this.#gazetteer.kind(each) === 'province' &&
            this.#gazetteer.country(each) === this.#pack.shortProvincesOf,
        );
      return this.#make(name, name, foldName(short), null, provinces, 'province', run, false);
    }
    // With its kind first: "Balata camp" is another place than "Balata".
    if (kind && to > name.to) {
      const whole = this.#gazetteer.find(`${folded} ${this.#fold(to - 1)}`);
      const long = whole.length > 0 ? whole : this.#gazetteer.find(foldName(doc.slice(span)));
      if (long.length > 0) return this.#make(span, name, folded, null, long, kind.precision, run, false);
    }
    let candidates: readonly GazetteerMatch[] = this.#gazetteer.findFolded(folded);
    const inner = this.#withoutDirection(name, candidates);
    const isSaidPlace = kind !== null || this.#roleOf(span, to).role === 'in';
    const heard = folded.length > 4 && isSaidPlace ? this.#gazetteer.findBySound(folded) : [];
    if (inner) candidates = [...candidates, ...inner];
    if (candidates.length + heard.length === 0) return null;
    // A street called after a town may be anywhere; a hospital called after one is mostly in it.
    if (kind?.precision === 'street') return this.#make(span, name, folded, null, [], 'street', run, false);
    const isContainerOnly = kind?.precision === 'site';
    return {
      ...this.#make(span, name, folded, null, candidates, kind?.precision ?? null, run, isContainerOnly),
      heard,
    };
  }

  /** "North Arle" is a part of Arle, where the town of that very name is ten times smaller. */
  #withoutDirection(
    name: TokenRange,
    candidates: readonly GazetteerMatch[],
  ): readonly GazetteerMatch[] | null {
    if (name.to - name.from < 2 || !this.#lexicon.between.has(this.#doc.lower(name.from))) return null;
    const gazetteer = this.#gazetteer;
    let size = 0;
    for (const { index } of candidates) {
      if (gazetteer.kind(index) !== 'city') return null;
      size = Math.max(size, gazetteer.population(index));
    }
    const inner = gazetteer.find(this.#doc.slice({ from: name.from + 1, to: name.to }));
    return inner.filter(({ index, isUsual }) => isUsual && gazetteer.population(index) > 10 * size);
  }

  /** A direction alone, a word before a figure ("Ward 5"), an acronym. */
  #isNoPlace(token: TokenIndex): boolean {
    const doc = this.#doc;
    if (this.#lexicon.countries.has(this.#fold(token))) {
      // "us", "car" in a text of capitals alone.
      return (
        this.#isShouted &&
        this.#fold(token).length <= 3 &&
        !doc.form(token).includes('.') &&
        doc.upos(token) !== 'PROPN'
      );
    }
    if (this.#lexicon.between.has(doc.lower(token)) || /^\d{1,3}$/.test(doc.form(token + 1))) return true;
    const form = doc.form(token);
    if (this.#isShouted && (form.length <= 3 || !/[AEIOUYÁÉÍÓÚ]/.test(form)))
      return !this.#isDateline({ from: token, to: token + 1 });
    const isShort = this.#pack.shortProvinces.has(form) && doc.form(token - 1) === ',';
    return (
      !this.#isShouted &&
      !isShort &&
      /^[A-Z]{2,5}s?$/.test(form) &&
      !this.#isDateline({ from: token, to: token + 1 })
    );
  }

  /** A name that nothing knows, told of as a place: "in Korvath", "the Al-Noor hospital". */
  #unknown(run: TokenRange): Spot | null {
    const doc = this.#doc;
    const last = this.#lexicon.kinds.get(doc.lower(run.to - 1));
    const inside = last && run.to - run.from > 1 ? { precision: last, to: run.to } : null;
    const kind = inside ?? this.#kindAfter(run, run) ?? this.#kindBefore(run);
    const { role } = this.#roleOf(run, kind ? Math.max(kind.to, run.to) : run.to);
    if (this.#isHeading(run.from)) return null;
    if (!kind && (doc.form(run.from - 1) === ',' || this.#isNoPlace(run.from))) return null;
    if (!kind && (role !== 'in' || this.#isOrganisation(run))) return null;
    if (!kind && this.#lexicon.commonWords.has(doc.lower(run.from)) && run.to - run.from === 1) return null;
    const span = { from: run.from, to: kind ? Math.max(kind.to, run.to) : run.to };
    return this.#make(span, run, foldName(doc.slice(run)), null, [], kind?.precision ?? null, run, false);
  }

  /** A line with most words in capitals tells nothing by its capitals. */
  #isHeading(token: TokenIndex): boolean {
    if (this.#isShouted) return false;
    const sentence = this.#doc.sentenceOf(token);
    return (this.#headings[sentence] ??= isTitleCase(this.#doc, this.#doc.sentence(sentence)));
  }

  #make(
    span: TokenRange,
    name: TokenRange,
    folded: string,
    country: CountryName | null,
    candidates: readonly GazetteerMatch[],
    kind: Place['precision'] | null,
    run: TokenRange,
    isContainerOnly: boolean,
  ): Spot {
    const { role, relation } = this.#roleOf(span, span.to);
    const isPartOfName = country === null && this.#isPartOfName(name, run, span.to);
    const isListed = this.#doc.form(span.from - 1) === ',';
    return {
      ...span,
      name,
      folded,
      country,
      candidates,
      heard: [],
      kind,
      role: country?.isAdjective ? 'adjective' : isPartOfName && isListed ? 'name' : role,
      relation,
      isPartOfName,
      isContainerOnly,
    };
  }

  /** "Fla." and "KY" are states after a comma alone. */
  #shortProvince(name: TokenRange): string | undefined {
    if (name.to - name.from !== 1 || this.#doc.form(name.from - 1) !== ',') return undefined;
    return this.#pack.shortProvinces.get(this.#doc.form(name.from));
  }

  /** The noun after a name that says its kind: "camp", "refugee camp", "Hospital". */
  #kindAfter(name: TokenRange, run: TokenRange): { precision: Place['precision']; to: TokenIndex } | null {
    const doc = this.#doc;
    const { to: sentenceEnd } = doc.sentence(doc.sentenceOf(name.from));
    let at = name.to;
    while (at < sentenceEnd && at < name.to + 3 && this.#lexicon.kindModifiers.has(doc.lower(at))) at++;
    if (at >= sentenceEnd) return null;
    const precision = this.#lexicon.kinds.get(doc.lower(at));
    if (!precision || (at < run.to - 1 && !this.#isLastKind(at, run))) return null;
    // "Arle Police Department" is no department of that name.
    if (at > name.to && (precision === 'province' || precision === 'district')) return null;
    return { precision, to: at + 1 };
  }

  /** In "Gaza City Street 8" the kind is that of the first noun; in "Street Fighters" there is none. */
  #isLastKind(at: TokenIndex, run: TokenRange): boolean {
    const next = this.#doc.lower(at + 1);
    return at + 1 >= run.to || /^\d/.test(next) || !this.#isName(at + 1);
  }

  /** "city of Arle", "province of Maro", "Hospital of Arle" does not count: that names the hospital. */
  #kindBefore(name: TokenRange): { precision: Place['precision']; to: TokenIndex } | null {
    const doc = this.#doc;
    if (!this.#lexicon.origins.has(doc.lower(name.from - 1))) return null;
    const precision = this.#lexicon.kinds.get(doc.lower(name.from - 2));
    if (!precision || precision === 'site' || precision === 'street') return null;
    // "the Sabra quarter of Arle": the quarter is Sabra, and Arle is what holds it.
    if (this.#isName(name.from - 3)) return null;
    return { precision, to: name.to };
  }

  /** What the words before and after say of its use. */
  #roleOf(span: TokenRange, end: TokenIndex): { role: PlaceRole; relation: Relation | null } {
    const doc = this.#doc;
    const lexicon = this.#lexicon;
    const { from: sentenceStart, to: sentenceEnd } = doc.sentence(doc.sentenceOf(span.from));
    let at = span.from - 1;
    while (
      at > span.from - 5 &&
      at >= sentenceStart &&
      lexicon.between.has(doc.lower(at)) &&
      !lexicon.origins.has(doc.lower(at))
    )
      at--;
    const word = at >= sentenceStart ? doc.lower(at) : '';
    if (this.#isDateline(span)) return { role: 'dateline', relation: null };
    if (lexicon.origins.has(word)) {
      const turned = lexicon.directions.get(doc.lower(at - 1));
      if (turned) return { role: 'in', relation: turned };
      if (lexicon.kinds.has(doc.lower(at - 1))) return this.#roleOf({ from: at - 1, to: span.to }, end);
      return { role: 'origin', relation: null };
    }
    const relation = lexicon.prepositions.get(word);
    if (relation && (!lexicon.weakPrepositions.has(word) || end > span.from + 1))
      return { role: 'in', relation };
    const next = end < sentenceEnd ? doc.lower(end) : '';
    if (word === ',' && at === span.from - 1 && this.#isName(at - 1)) return { role: 'in', relation: 'in' };
    const isNoun =
      /^\p{L}/u.test(next) &&
      !lexicon.within.has(next) &&
      !lexicon.notNames.has(next) &&
      !lexicon.prepositions.has(next);
    if (isNoun && !lexicon.speech.has(next) && /^(NOUN|PROPN|ADJ)$/.test(doc.upos(end)))
      return { role: 'adjective', relation: null };
    return { role: 'name', relation: null };
  }

  /** At the head of the body, before a dash: "HAVANA, Jan. 5 (Agency) --". */
  #isDateline(span: TokenRange): boolean {
    const doc = this.#doc;
    if (span.from < this.#bodyStart || doc.start(span.from) > doc.start(this.#bodyStart) + 800) return false;
    if (!this.#isNearLineStart(span.from)) return false;
    for (let i = span.to; i < Math.min(doc.length, span.to + 14); i++) {
      const form = doc.form(i);
      if (/^(--+|–|—)/.test(form) || (form === '-' && doc.end(i - 1) < doc.start(i))) return true;
      if (form === '.' || (/^\p{Ll}/u.test(form) && !this.#isShouted)) return false;
    }
    return false;
  }

  #isNearLineStart(token: TokenIndex): boolean {
    const doc = this.#doc;
    for (let i = token; i >= Math.max(0, token - 4); i--) {
      if (i === 0 || doc.text.slice(doc.end(i - 1), doc.start(i)).includes('\n')) return true;
    }
    return false;
  }

  /** Whether a name is cut out of a longer one that is no place: "Paris Moreau", but not "Arle, Velland" or "Arle hospital". */
  #isPartOfName(name: TokenRange, run: TokenRange, end: TokenIndex): boolean {
    const before = name.from > run.from && !this.#lexicon.between.has(this.#doc.lower(name.from - 1));
    const after = end < run.to && !this.#lexicon.kinds.has(this.#doc.lower(end));
    return before || after;
  }

  #isOrganisation(run: TokenRange): boolean {
    for (let i = run.from; i < run.to; i++)
      if (this.#lexicon.organisations.has(this.#doc.lower(i))) return true;
    return false;
  }

  /** A title before the run, or words of a person met before and no word of place. */
  #isPerson(run: TokenRange): boolean {
    const doc = this.#doc;
    const lexicon = this.#lexicon;
    if (this.#isDateline(run)) return false;
    if (lexicon.titles.has(doc.lower(run.from)) && run.to - run.from > 1) return true;
    const before = doc.lower(run.from - 1);
    if (lexicon.titles.has(before)) return true;
    const after = lexicon.ownerMarks.has(doc.lower(run.to)) ? run.to + 1 : run.to;
    if (lexicon.kin.has(doc.lower(after))) return true;
    if (lexicon.prepositions.has(before)) return false;
    if (
      /^(,|\()$/.test(doc.form(run.to)) &&
      /^\d{1,3}$/.test(doc.form(run.to + 1)) &&
      /^(,|\)|years?|\.)$/.test(doc.lower(run.to + 2))
    ) {
      return run.to - run.from > 1 || this.#people.has(this.#fold(run.to - 1));
    }
    return run.to - run.from === 1 && this.#people.has(this.#fold(run.from));
  }

  #remember(run: TokenRange): void {
    for (let i = run.from; i < run.to; i++) {
      const word = this.#fold(i);
      if (word.length > 2 && !this.#lexicon.particles.has(word)) this.#people.add(word);
    }
  }

  #fold(token: TokenIndex): string {
    return foldedToken(this.#doc, token);
  }

  #isName(token: TokenIndex): boolean {
    const doc = this.#doc;
    if (token < 0 || token >= doc.length) return false;
    const start = doc.start(token);
    let code = doc.text.charCodeAt(start);
    if (
      (code === 0x2018 || code === 0x2019 || code === 0x27 || code === 0x60) &&
      doc.end(token) - start > 2
    ) {
      code = doc.text.charCodeAt(start + 1);
    }
    const isCapital = (code >= 65 && code <= 90) || (code > 191 && /\p{Lu}/u.test(String.fromCharCode(code)));
    if (!isCapital || this.#lexicon.notNames.has(doc.lower(token))) return false;
    return !this.#isShouted || this.#isShoutedName(token);
  }

  /** Where all is capitals, the tagger tells names; after a word of place the gazetteer may overrule it. */
  #isShoutedName(token: TokenIndex): boolean {
    const doc = this.#doc;
    if (doc.upos(token) === 'PROPN' || this.#lexicon.countries.has(this.#fold(token))) return true;
    if (
      !this.#lexicon.prepositions.has(doc.lower(token - 1)) ||
      this.#lexicon.commonWords.has(doc.lower(token))
    )
      return false;
    return this.#gazetteer.findFolded(this.#fold(token)).length > 0;
  }

  /** Names run on over particles and hyphens to the next capital. */
  #runEnd(from: TokenIndex): TokenIndex {
    const doc = this.#doc;
    const { to: sentenceEnd } = doc.sentence(doc.sentenceOf(from));
    let to = from + 1;
    for (let i = to; i < sentenceEnd && i < from + 24; i++) {
      if (this.#isName(i)) to = i + 1;
      else if (!this.#isInside(i)) break;
    }
    return to;
  }

  #isInside(token: TokenIndex): boolean {
    const form = this.#doc.form(token);
    if (form === '-') return this.#doc.end(token - 1) === this.#doc.start(token);
    return (
      this.#lexicon.particles.has(this.#doc.lower(token)) &&
      !this.#lexicon.parting.has(this.#doc.lower(token))
    );
  }
}

/** A text without small letters, as some wires print. */
function isShouted(text: string): boolean {
  let small = 0;
  let capital = 0;
  for (let i = 0; i < text.length && i < 4000; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) small++;
    else if (code >= 65 && code <= 90) capital++;
  }
  return capital > 4 * small;
}

function isTitleCase(doc: Doc, { from, to }: TokenRange): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    const form = doc.form(i);
    if (!/^\p{L}{3}/u.test(form)) continue;
    words++;
    if (/^\p{Lu}/u.test(form)) capitals++;
  }
  return words >= 4 && capitals > 0.6 * words;
}
