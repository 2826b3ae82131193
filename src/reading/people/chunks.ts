/**
 * The noun phrases of one sentence, flat, by tags and tables: "the two young soldiers", "Paramedic Marwan Abu Raida",
 * "at least nine". Where the tree is wrong, in lists and in capitals most of all, these still hold.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { PartyMention, Quantity } from '../annotations.ts';
import type { PeoplePack, PersonNoun, PersonTraits } from './pack.ts';

export type ChunkKind = 'noun' | 'name' | 'number' | 'pronoun';

export interface Chunk extends TokenRange {
  readonly kind: ChunkKind;
  /** The last noun, of a name its last word, of a bare number the number. */
  readonly head: TokenIndex;
  /** What the table knows of the head noun; for a name, of the noun before it ("Paramedic", "cousin"). */
  readonly noun: PersonNoun | null;
  /** What the adjectives say. */
  readonly traits: PersonTraits;
  /** How many, in words. Never an article. */
  readonly quantity: Quantity | null;
  /** The first determiner or possessive, in lower case; '' where there is none. */
  readonly determiner: string;
  /** First token of the name in a name, after any title. */
  readonly nameFrom: TokenIndex;
  readonly age: Quantity | null;
  readonly plural: boolean;
  /** Of "the nurse's body" the nurse: the tokens before the possessive mark. */
  readonly owner: TokenRange | null;
  /** Whether it stands for people: by the table; by its looks alone; surely not. */
  readonly people: 'sure' | 'maybe' | 'no';
}

/** What has been found on a text before people are looked for, by token. */
export class Marks {
  readonly #quantities: (Quantity | undefined)[];
  readonly #taken: Uint8Array;
  readonly #parties = new Map<TokenIndex, PartyMention>();

  constructor(
    doc: Doc,
    quantities: readonly Quantity[],
    dates: readonly TokenRange[],
    places: readonly TokenRange[],
    parties: readonly PartyMention[],
  ) {
    this.#quantities = new Array(doc.length);
    this.#taken = new Uint8Array(doc.length);
    for (const quantity of quantities) this.#quantities[quantity.from] = quantity;
    this.#mark(parties, PARTY);
    for (const party of parties) for (let i = party.from; i < party.to; i++) this.#parties.set(i, party);
    this.#mark(places, PLACE);
    this.#mark(dates, DATE);
  }
  #mark(ranges: readonly TokenRange[], kind: number): void {
    for (const { from, to } of ranges) for (let i = from; i < to; i++) this.#taken[i]! |= kind;
  }
  quantityAt(token: TokenIndex): Quantity | undefined {
    return this.#quantities[token];
  }
  /** The first party that a phrase names: the side of "two Israeli soldiers". */
  partyIn({ from, to }: TokenRange): PartyMention | null {
    for (let i = from; i < to; i++) if (this.isParty(i)) return this.#parties.get(i) ?? null;
    return null;
  }
  isDate(token: TokenIndex): boolean {
    return (this.#taken[token]! & DATE) > 0;
  }
  isPlace(token: TokenIndex): boolean {
    return (this.#taken[token]! & PLACE) > 0;
  }
  isParty(token: TokenIndex): boolean {
    return (this.#taken[token]! & PARTY) > 0;
  }
}
const DATE = 1;
const PLACE = 2;
const PARTY = 4;

/** The chunks of a sentence, in order, none overlapping. */
export function findChunks(
  doc: Doc,
  { from, to }: TokenRange,
  pack: PeoplePack,
  marks: Marks,
  isVerb: (token: TokenIndex) => boolean = () => false,
): Chunk[] {
  const chunks: Chunk[] = [];
  const isShouted = isInCapitals(doc, { from, to });
  for (let at = from; at < to; ) {
    const chunk = new ChunkReader(doc, to, pack, marks, isVerb, isShouted).read(at);
    if (chunk === null) at++;
    else {
      chunks.push(chunk);
      at = chunk.to;
    }
  }
  return chunks;
}

/** A sentence in capitals, where a capital letter is no sign of a name. */
function isInCapitals(doc: Doc, { from, to }: TokenRange): boolean {
  let words = 0;
  for (let at = from; at < to; at++) {
    const form = doc.form(at);
    if (!/^\p{L}{2,}$/u.test(form)) continue;
    if (form !== form.toUpperCase()) return false;
    words++;
  }
  return words >= MIN_SHOUTED;
}

/** "KARSIA" alone is a headline's, or an acronym. */
const MIN_SHOUTED = 4;

/** What a tagger may make of a foreign name's later words. */
const NAME_TAGS = new Set(['NOUN', 'ADJ', 'X', 'INTJ', 'VERB']);
const NOMINAL = new Set(['NOUN', 'PROPN']);

/** Reads one chunk from a token on. */
class ChunkReader {
  readonly #doc: Doc;
  readonly #end: TokenIndex;
  readonly #pack: PeoplePack;
  readonly #marks: Marks;

  #quantity: Quantity | null = null;
  #age: Quantity | null = null;
  #determiner = '';
  #head: TokenIndex = -1;
  #traits: PersonTraits = {};
  #nameFrom: TokenIndex = -1;
  #title: PersonNoun | null = null;
  #isQuoted = false;
  #owner: TokenIndex = -1;
  #ordinal: Quantity | null = null;

  readonly #isVerb: (token: TokenIndex) => boolean;
  readonly #isShouted: boolean;

  constructor(
    doc: Doc,
    end: TokenIndex,
    pack: PeoplePack,
    marks: Marks,
    isVerb: (token: TokenIndex) => boolean,
    isShouted: boolean,
  ) {
    this.#isVerb = isVerb;
    this.#isShouted = isShouted;
    this.#doc = doc;
    this.#end = end;
    this.#pack = pack;
    this.#marks = marks;
  }

  read(from: TokenIndex): Chunk | null {
    // "Shot dead its manager": what became of them, not a word about them.
    if (this.#isVerb(from - 1) && this.#pack.words.stops.has(this.#doc.lower(from))) return null;
    // "Ivo Tarn, Jr.".
    if (this.#pack.words.nameSuffixes.has(this.#doc.lower(from)) && this.#doc.form(from - 1) === ',')
      return null;
    const pronoun = this.#pronoun(from);
    if (pronoun !== null) return pronoun;
    let at = from;
    while (at < this.#end) {
      const next = this.#step(at, from);
      if (next === at) break;
      at = next;
    }
    if (this.#head < 0) at = this.#bareEnd(at);
    if (at === from) return null;
    if (this.#head < 0 && this.#quantity === null && this.#age === null && !this.#isOrdinalAlone())
      return null;
    return this.#chunk(from, at);
  }

  /** Without a noun a phrase ends with its number or age: "nine" of "nine dead". */
  #bareEnd(at: TokenIndex): TokenIndex {
    return this.#age?.to ?? this.#quantity?.to ?? this.#ordinal?.to ?? at;
  }

  /** "A fifth died": one more person. */
  #isOrdinalAlone(): boolean {
    return this.#ordinal !== null && this.#determiner !== '';
  }

  #pronoun(at: TokenIndex): Chunk | null {
    const { pronouns, possessive } = this.#pack.words;
    const lower = this.#doc.lower(at);
    const pronoun = pronouns.get(lower);
    if (pronoun === undefined) return null;
    if (possessive.has(lower) && this.#opensNoun(at + 1)) return null;
    if (this.#marks.quantityAt(at) !== undefined) return null;
    // "A self-inflicted wound".
    if (at + 1 < this.#end && this.#doc.form(at + 1) === '-' && this.#isGlued(at + 1)) return null;
    // "those people", "us" in capitals.
    if (pronoun.several && this.#doc.upos(at) === 'DET' && this.#opensNoun(at + 1)) return null;
    if (this.#doc.upos(at) === 'PROPN') return null;
    return {
      from: at,
      to: at + 1,
      kind: 'pronoun',
      head: at,
      noun: null,
      traits: pronoun.gender ? { gender: pronoun.gender } : {},
      quantity: null,
      determiner: '',
      nameFrom: -1,
      age: null,
      plural: pronoun.several,
      owner: null,
      people: 'sure',
    };
  }

  #opensNoun(at: TokenIndex): boolean {
    if (at >= this.#end) return false;
    const upos = this.#doc.upos(at);
    return NOMINAL.has(upos) || upos === 'ADJ' || upos === 'NUM' || this.#pack.nouns.has(this.#doc.lower(at));
  }

  /** The token after the piece of the phrase that stands at `at`; `at` where none does. */
  #step(at: TokenIndex, from: TokenIndex): TokenIndex {
    const doc = this.#doc;
    const lower = doc.lower(at);
    const { words } = this.#pack;
    const quantity = this.#marks.quantityAt(at);
    // "Four unnamed others": a noun here, though "others" alone is a quantity.
    const isNoun = quantity?.to === at + 1 && this.#quantity !== null && this.#pack.nouns.has(lower);
    if (quantity !== undefined && !isNoun && quantity.to <= this.#end)
      return this.#readQuantity(quantity, at, from);
    // "A man shot", whatever the tagger says: a verb of harm after people ends their phrase.
    if (this.#isVerb(at) && this.#isPersonSoFar(at)) return at;
    if (
      (this.#marks.isDate(at) && !this.#pack.nouns.has(doc.lower(at + 1))) ||
      (this.#head >= 0 && (words.stops.has(lower) || words.stopsAfterNoun.has(lower)))
    )
      return at;
    const upos = doc.upos(at);
    if (words.possessiveMark.has(lower) && this.#head >= 0) return this.#possess(at);
    if (upos === 'DET' || words.possessive.has(lower) || words.both.has(lower)) {
      if (this.#head >= 0 || this.#quantity !== null || words.relatives.has(lower)) return at;
      this.#determiner ||= lower;
      return at + 1;
    }
    if (lower === '-' && at > from && this.#isGlued(at)) return at + 1;
    // "inflicted" of "a self-inflicted wound".
    if (upos === 'VERB' && at > from && doc.form(at - 1) === '-' && this.#isGlued(at) && !this.#isVerb(at))
      return at + 1;
    if (this.#isInCompound(at, from)) return at + 1;
    if (this.#endsCompound(at, from)) {
      this.#head = at;
      return at + 1;
    }
    if (this.#isShortName(at)) return at + 3;
    if (this.#joinsModifiers(at)) return at + 1;
    const noun = this.#pack.nouns.get(lower);
    if (this.#nameFrom >= 0 && upos !== 'ADP' && this.#isNamePart(at, noun)) return this.#readNoun(at, noun);
    // "Umm Adnan", whatever the tagger says.
    if (this.#pack.words.kunyas.has(lower) && isCapital(doc.form(at)) && doc.upos(at + 1) === 'PROPN')
      return this.#readNoun(at, undefined);
    if (NOMINAL.has(upos) || (noun !== undefined && upos !== 'VERB' && upos !== 'ADP'))
      return this.#readNoun(at, noun);
    if (upos === 'NUM' && this.#head >= 0) return at;
    if (upos === 'ADJ' || upos === 'NUM') {
      // "Sustained serious injuries" is no phrase, whatever the tagger says; "injured civilians" is.
      if (at === from && this.#isVerb(at) && !this.#pack.nouns.has(doc.lower(at + 1))) return at;
      const goesOn = isCapital(doc.form(at)) && at + 1 < this.#end && doc.upos(at + 1) === 'PROPN';
      if (this.#head >= 0 && !this.#isGlued(at) && !goesOn && !this.#isAfterName(at)) return at;
      this.#describe(lower);
      return at + 1;
    }
    if (upos === 'VERB' && this.#isPrenominal(at)) return at + 1;
    if (upos === 'ADV' && this.#isBeforeDescription(at)) return at + 1;
    if (this.#nameFrom >= 0) return this.#nickname(at);
    if (isQuote(lower)) return this.#quoted(at);
    return at;
  }

  #readQuantity(quantity: Quantity, at: TokenIndex, from: TokenIndex): TokenIndex {
    if (quantity.measures === 'age') {
      if (this.#head >= 0 && !this.#isAgeBeforeName(quantity)) return at;
      this.#age = quantity;
      return quantity.to;
    }
    if (quantity.measures !== undefined) {
      const inside = ['ordinal', 'name', 'compound', 'group size', 'other'].includes(quantity.measures);
      if (!inside || this.#head >= 0) return at;
      if (quantity.measures === 'ordinal') this.#ordinal = quantity;
      return quantity.to;
    }
    if (
      this.#head >= 0 ||
      this.#quantity !== null ||
      (at > from && this.#determiner === '' && this.#age === null)
    )
      return at;
    if (this.#isArticle(quantity)) {
      this.#determiner ||= this.#doc.lower(at);
      return quantity.to;
    }
    if (quantity.count.kind === 'exact' && quantity.count.max === 1 && quantity.additional)
      this.#determiner ||= this.#doc.lower(at);
    this.#quantity = quantity;
    return quantity.to;
  }

  /** "Her son 21-year-old Ivo Tarn": the age of the one named, who is the son. */
  #isAgeBeforeName({ to }: Quantity): boolean {
    if (this.#age !== null || this.#nameFrom >= 0 || to >= this.#end) return false;
    const isPerson = this.#pack.nouns.get(this.#doc.lower(this.#head))?.plural === false;
    return isPerson && isCapital(this.#doc.form(to)) && this.#doc.upos(to) === 'PROPN';
  }

  #isArticle(quantity: Quantity): boolean {
    return (
      quantity.to === quantity.from + 1 &&
      this.#pack.words.indefinite.has(this.#doc.lower(quantity.from)) &&
      quantity.by.endsWith('article')
    );
  }

  #readNoun(at: TokenIndex, noun: PersonNoun | undefined): TokenIndex {
    const doc = this.#doc;
    // "A US PILOT": in capitals the tagger alone says where a name begins.
    const isCommon = this.#isShouted && doc.upos(at) === 'NOUN';
    if (this.#nameFrom >= 0 && isCapital(this.#doc.form(at)) && !isCommon) noun = undefined;
    const isName = this.#isNamePart(at, noun) && !this.#marks.isParty(at);
    if (isName && this.#nameFrom < 0 && noun === undefined) {
      const before = this.#head >= 0 ? this.#pack.nouns.get(doc.lower(this.#head)) : undefined;
      if (before !== undefined) this.#title = before;
      this.#nameFrom = at;
    } else if (!isName && !this.#isGlued(at)) this.#nameFrom = -1;
    if (noun === undefined) this.#describe(doc.lower(at));
    else if (noun.status !== undefined || noun.group !== undefined)
      this.#traits = { ...pick(noun), ...this.#traits };
    this.#head = at;
    return at + 1;
  }

  /** A capital, whatever the tagger says of it inside a name, or "al", "bin" before one. */
  #isNamePart(at: TokenIndex, noun: PersonNoun | undefined): boolean {
    const doc = this.#doc;
    if (isCapital(doc.form(at)))
      return (
        this.#pack.words.kunyas.has(doc.lower(at)) ||
        doc.upos(at) === 'PROPN' ||
        (this.#nameFrom >= 0 && noun === undefined && this.#isLaterInName(at))
      );
    if (!this.#pack.words.nameParticles.has(doc.lower(at)) || at + 1 >= this.#end) return false;
    return (
      isCapital(doc.form(at + 1)) ||
      (doc.form(at + 1) === '-' && at + 2 < this.#end && isCapital(doc.form(at + 2)))
    );
  }

  /** "ARNULFO", which a tagger may take for a preposition, but never "FLYING A PLANE". */
  #isLaterInName(at: TokenIndex): boolean {
    const upos = this.#doc.upos(at);
    if (!this.#isShouted) return NAME_TAGS.has(upos);
    if (upos === 'VERB') return false;
    if (upos === 'ADP')
      return !this.#pack.words.prepositions.has(this.#doc.lower(at)) && this.#isNominal(at + 1);
    return NAME_TAGS.has(upos);
  }

  #isNominal(at: TokenIndex): boolean {
    return at < this.#end && NOMINAL.has(this.#doc.upos(at));
  }

  /** "Wallace's cousin": the phrase goes on with what is possessed. */
  #possess(at: TokenIndex): TokenIndex {
    if (!this.#opensNoun(at + 1) && this.#marks.quantityAt(at + 1) === undefined) return at;
    this.#owner = at;
    this.#head = -1;
    this.#nameFrom = -1;
    this.#title = null;
    this.#traits = {};
    this.#quantity = null;
    this.#determiner = this.#doc.lower(at);
    return at + 1;
  }

  #isPersonSoFar(at: TokenIndex): boolean {
    if (this.#head < 0) {
      const isNoun = this.#pack.nouns.has(this.#doc.lower(at)) || this.#opensNoun(at + 1);
      return this.#quantity?.to === at && !isNoun;
    }
    if (this.#head !== at - 1) return false;
    return this.#nameFrom >= 0 || this.#pack.nouns.has(this.#doc.lower(this.#head));
  }

  #describe(lower: string): void {
    const traits = this.#pack.adjectives.get(lower);
    if (traits !== undefined) this.#traits = { ...this.#traits, ...traits };
  }

  /** "military" in "32 Velland military officers". */
  #isAfterName(at: TokenIndex): boolean {
    if (this.#quantity === null || this.#head !== at - 1 || !isCapital(this.#doc.form(at - 1))) return false;
    return this.#opensNoun(at + 1) || this.#pack.words.and.has(this.#doc.lower(at + 1));
  }

  /** "in" of "mother-in-law". */
  #isInCompound(at: TokenIndex, from: TokenIndex): boolean {
    if (at - 2 < from || at + 2 >= this.#end || this.#head < 0) return false;
    const isBetween = this.#doc.form(at - 1) === '-' && this.#doc.form(at + 1) === '-';
    return isBetween && this.#isGlued(at) && this.#isGlued(at + 1);
  }

  /** "(PFL)" of "a Popular Front (PFL) leader". */
  #isShortName(at: TokenIndex): boolean {
    const doc = this.#doc;
    if (this.#head !== at - 1 || doc.form(at) !== '(' || at + 3 >= this.#end || doc.form(at + 2) !== ')')
      return false;
    return /^\p{Lu}{2,}$/u.test(doc.form(at + 1)) && this.#pack.nouns.has(doc.lower(at + 3));
  }

  /** "by" of "passers-by". */
  #endsCompound(at: TokenIndex, from: TokenIndex): boolean {
    if (at - 2 < from || this.#doc.form(at - 1) !== '-' || !this.#isGlued(at) || !this.#isGlued(at - 1))
      return false;
    return this.#pack.nouns.has(this.#doc.slice({ from: at - 2, to: at + 1 }).toLowerCase());
  }

  /** The noun that the table has for a word or for the compound that ends with it. */
  #nounEnding(at: TokenIndex): PersonNoun | undefined {
    const doc = this.#doc;
    let from = at;
    while (from >= 2 && doc.form(from - 1) === '-' && this.#isGlued(from) && this.#isGlued(from - 1))
      from -= 2;
    const compound =
      from < at ? this.#pack.nouns.get(doc.slice({ from, to: at + 1 }).toLowerCase()) : undefined;
    if (compound !== undefined || from === at) return compound ?? this.#pack.nouns.get(doc.lower(at));
    // "ex-mother-in-law"
    const rest = this.#pack.nouns.get(doc.slice({ from: from + 2, to: at + 1 }).toLowerCase());
    return rest ?? this.#pack.nouns.get(doc.lower(at));
  }

  /** "critically" in "another critically injured guard". */
  #isBeforeDescription(at: TokenIndex): boolean {
    if (this.#head >= 0 || (this.#determiner === '' && this.#quantity === null) || at + 1 >= this.#end)
      return false;
    return this.#doc.upos(at + 1) === 'ADJ' || this.#isPrenominal(at + 1);
  }

  /** "and" in "32 military and police officers": between words before one noun for people. */
  #joinsModifiers(at: TokenIndex): boolean {
    const doc = this.#doc;
    if (this.#quantity === null && this.#determiner === '') return false;
    if (!this.#pack.words.and.has(doc.lower(at)) || at + 2 >= this.#end) return false;
    if (this.#head >= 0 && this.#pack.nouns.has(doc.lower(this.#head))) return false;
    const isModifier = doc.upos(at + 1) === 'ADJ' || NOMINAL.has(doc.upos(at + 1));
    return (
      isModifier &&
      !this.#marks.quantityAt(at + 1) &&
      this.#pack.nouns.get(doc.lower(at + 2))?.plural === true
    );
  }

  /** "armed" in "two armed men": a participle after a determiner or number, before a noun. */
  #isPrenominal(at: TokenIndex): boolean {
    if (this.#head >= 0 || (this.#determiner === '' && this.#quantity === null && this.#age === null))
      return false;
    return this.#opensNoun(at + 1) && this.#marks.quantityAt(at + 1) === undefined;
  }

  /** Quotation marks about the noun itself: "five 'commanders'". */
  #quoted(at: TokenIndex): TokenIndex {
    const isOpening =
      this.#head < 0 && (this.#quantity !== null || this.#determiner !== '') && this.#opensNoun(at + 1);
    if (isOpening) this.#isQuoted = true;
    const isClosing = this.#isQuoted && this.#head === at - 1;
    return isOpening || isClosing ? at + 1 : at;
  }

  /** `"Biggs"` or "(Leena)" between two names. */
  #nickname(at: TokenIndex): TokenIndex {
    const doc = this.#doc;
    const isBracket = doc.form(at) === '(';
    if (!isQuote(doc.form(at)) && !(isBracket && isCapital(doc.form(at + 1)))) return at;
    for (let close = at + 2; close <= at + 4 && close < this.#end; close++) {
      if (isBracket ? doc.form(close) === ')' : isQuote(doc.form(close)))
        return doc.upos(close + 1) === 'PROPN' && close + 1 < this.#end ? close + 1 : at;
    }
    return at;
  }

  #isGlued(at: TokenIndex): boolean {
    return this.#doc.start(at) === this.#doc.end(at - 1);
  }

  #chunk(from: TokenIndex, to: TokenIndex): Chunk {
    const doc = this.#doc;
    const isInName = this.#nameFrom >= 0 && this.#head > this.#nameFrom;
    const own = this.#head >= 0 && !isInName ? this.#nounEnding(this.#head) : undefined;
    // "Two guards Ali Tarn and Omar Oster": the number is of the noun, the names are those of its people.
    const isOwn = own === undefined && (this.#quantity === null || this.#title?.plural === true);
    const isName =
      isOwn &&
      this.#nameFrom >= 0 &&
      !(this.#nameFrom === this.#head && this.#pack.isPeoplesName(doc, this.#head));
    const kind: ChunkKind = isName ? 'name' : this.#head >= 0 ? 'noun' : 'number';
    const noun = own ?? (isName ? this.#title : null) ?? null;
    const head = this.#head >= 0 ? this.#head : (this.#quantity ?? this.#age ?? this.#ordinal)!.head;
    return {
      from,
      to,
      kind,
      head,
      noun,
      traits: { ...(noun ? pick(noun) : {}), ...this.#traits },
      quantity: this.#quantity,
      determiner: this.#determiner,
      nameFrom: isName ? this.#nameFrom : -1,
      age: this.#age,
      plural: this.#isPlural(own),
      owner: this.#owner > 0 ? { from, to: this.#owner } : null,
      people: this.#people(kind, noun, head, to),
    };
  }

  #isPlural(own: PersonNoun | undefined): boolean {
    if (own !== undefined) return own.plural || own.several === true;
    return this.#head >= 0 && this.#pack.isPlural(this.#doc, this.#head);
  }

  #people(kind: ChunkKind, noun: PersonNoun | null, head: TokenIndex, to: TokenIndex): Chunk['people'] {
    const doc = this.#doc;
    if (kind === 'number') {
      if (this.#pack.words.units.has(doc.lower(to))) return 'no';
      // "14- and 18-year-olds".
      if (to < this.#end && doc.form(to) === '-' && this.#isGlued(to)) return 'no';
      return this.#age !== null && this.#quantity === null ? 'sure' : 'maybe';
    }
    if (noun !== null || this.#pack.isPeoplesName(doc, head)) return 'sure';
    if (this.#pack.notPeople.has(doc.lower(head)) || this.#pack.words.units.has(doc.lower(head))) return 'no';
    if (this.#marks.isDate(head) || this.#marks.isPlace(head)) return 'no';
    if (kind === 'noun' && this.#quantity === null && doc.upos(head) !== 'PROPN') {
      const isOne = this.#pack.words.indefinite.has(this.#determiner) || this.#age !== null;
      return isOne || this.#pack.looksLikePerson(doc.lower(head)) ? 'maybe' : 'no';
    }
    return 'maybe';
  }
}

function pick({ lemma: _lemma, plural: _plural, ...traits }: PersonNoun): PersonTraits {
  return traits;
}

function isCapital(form: string): boolean {
  return form[0] !== form[0]!.toLowerCase();
}

function isQuote(form: string): boolean {
  return /^["'“”‘’«»]$/.test(form);
}
