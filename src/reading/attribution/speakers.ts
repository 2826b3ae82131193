/**
 * Who is speaking? Leads each source ("he", "the ministry", "Haan", "a statement") back to somebody named or described in
 * the report, and says what kind of speaker that is and for which party he or she speaks. Sources are taken in the order
 * of the text, so that each may refer to those before it; names are found all over the report.
 */
import { OFFICE_PARTIES, type OfficeParty } from '../../knowledge/offices.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { DateMention, PartyMention } from '../annotations.ts';
import { isCapital, isOutlet, nameOf, nounPhraseFrom } from './channels.ts';
import type { Layout } from './layout.ts';
import { bare, type Lexicon, WordTable } from './lexicon.ts';
import { type KnownTokens, type Name, namesIn } from './names.ts';
import type { Referent, SpeakerKind } from './pack.ts';

/** Somebody who speaks in a report, under the fullest name that it gives. */
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

/** What a source says of its speaker by itself. */
interface Profile {
  readonly range: TokenRange;
  readonly core: TokenRange;
  readonly head: TokenIndex;
  readonly name: Name | null;
  /** The stretches that describe: the core without names in it, titles, and what stands in apposition. */
  readonly description: readonly TokenRange[];
}

const OFFICES = new WordTable<OfficeParty>(OFFICE_PARTIES);

export class Speakers {
  readonly #doc: Doc;
  readonly #layout: Layout;
  readonly #lexicon: Lexicon;
  readonly #parties: readonly PartyMention[];
  readonly #known: KnownTokens;
  readonly #speakers: Speaker[] = [];
  readonly #names: readonly Name[];

  constructor(
    doc: Doc,
    layout: Layout,
    lexicon: Lexicon,
    parties: readonly PartyMention[],
    dates: readonly DateMention[],
  ) {
    this.#doc = doc;
    this.#layout = layout;
    this.#lexicon = lexicon;
    this.#parties = parties;
    this.#known = {
      isDate: within(doc, dates),
      isParty: within(
        doc,
        parties.filter(({ kind }) => kind !== 'individual'),
      ),
    };
    this.#names = namesIn(doc, { from: 0, to: doc.length }, lexicon, this.#known);
  }

  /** The speaker of a source; null where it is empty or a pronoun for somebody unknown. `cue` is where the saying stands. */
  resolve(source: readonly TokenRange[], cue: TokenIndex): Speaker | null {
    const range = this.#mainOf(source);
    if (!range) return null;
    const profile = this.#profile(range);
    const speaker = this.#resolve(profile, cue);
    if (!speaker) return null;
    if (range.from > speaker.lastSeen) speaker.lastSeen = range.from;
    return speaker;
  }

  /** The last body that spoke before a token: whose statement it is when a report says only "the statement". */
  lastBody(before: TokenIndex, except?: Speaker): Speaker | null {
    return this.#latest(
      (speaker) => speaker !== except && (speaker.isBody || speaker.speaksFor !== null),
      before,
    );
  }

  /** The head of a source that is a document ("the statement", "a court document seen by …"), or null. */
  documentOf(source: readonly TokenRange[]): TokenRange | null {
    const range = this.#mainOf(source);
    if (!range) return null;
    const { core, head, name } = this.#profile(range);
    if (name && !name.isBody) return null;
    return this.#lexicon.words.documents.has(this.#lemma(head)) ? { from: core.from, to: head + 1 } : null;
  }

  /** Of a source in several pieces the first that is more than a pronoun. */
  #mainOf(source: readonly TokenRange[]): TokenRange | undefined {
    const { pronouns } = this.#lexicon.words;
    return source.find(({ from, to }) => to - from > 1 || !pronouns.has(this.#doc.lower(from))) ?? source[0];
  }

  #resolve(profile: Profile, cue: TokenIndex): Speaker | null {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { range, head, name } = profile;
    const isSingle = profile.core.to - profile.core.from === 1;
    const pronoun = words.pronouns.get(doc.lower(range.from));
    if (pronoun && isSingle && !name) return this.#ofPronoun(pronoun, range.from);
    if (words.documents.has(this.#lemma(head)) && !(name && !name.isBody))
      return this.#ofDocument(profile, cue);
    if (name && !name.isBody) return this.#ofPerson(profile, name);
    const last = words.pronouns.get(doc.lower(profile.core.to - 1));
    if (last === 'several' && !name) {
      const speaker = this.#ofPronoun('several', range.from);
      if (speaker) return speaker;
    }
    return this.#ofRole(profile) ?? this.#add(profile);
  }

  #lemma(token: TokenIndex): string {
    return this.#doc.lemma(token).toLowerCase();
  }

  /** "he": the nearest before who can be meant; those who have spoken before those who are only named. */
  #ofPronoun(meant: Referent, at: TokenIndex): Speaker | null {
    if (meant === 'speaking') return null;
    if (meant === 'any') return this.#antecedentOf(at);
    if (meant === 'body') return this.#latest(({ isBody }) => isBody, at);
    if (meant === 'several')
      return this.#latest(({ isSeveral, isBody }) => isSeveral || isBody, at) ?? this.#latest(() => true, at);
    const canBe = (speaker: Speaker): boolean =>
      !speaker.isBody && !speaker.isSeveral && (speaker.gender === null || speaker.gender === meant);
    const spoken = this.#latest(canBe, at);
    const named = this.#nameBefore(at, meant, spoken ? spoken.lastSeen : -1);
    return named ?? spoken;
  }

  /** A person named in narration after the last speaker, as the subject of his or her own sentence: "Rui died. He had said …" */
  #nameBefore(at: TokenIndex, gender: 'male' | 'female', after: TokenIndex): Speaker | null {
    const doc = this.#doc;
    const sentence = doc.sentence(doc.sentenceOf(at));
    for (let k = this.#names.length - 1; k >= 0; k--) {
      const name = this.#names[k]!;
      if (name.from >= at) continue;
      if (name.from <= after || name.from < sentence.from) return null;
      if (name.isBody || this.#layout.quotationOf[name.from] || this.#isPlace(name)) continue;
      const speaker = this.#ofPerson(this.#profile(name), name);
      if (speaker.gender === null || speaker.gender === gender) return speaker;
    }
    return null;
  }

  /** Whether the word before a name of one word is a preposition: "in Oskel". */
  #isPlace(name: Name): boolean {
    const before = name.titles.from - 1;
    return name.titles.from === name.from && before >= 0 && this.#doc.upos(before) === 'ADP';
  }

  /** "…, who said": the noun phrase right before. */
  #antecedentOf(at: TokenIndex): Speaker | null {
    const doc = this.#doc;
    const { from } = doc.sentence(doc.sentenceOf(at));
    let to = at;
    while (to > from && doc.upos(to - 1) === 'PUNCT') to--;
    let first = to;
    while (first > from && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(doc.upos(first - 1))) first--;
    if (first === to) return null;
    const profile = this.#profile({ from: first, to });
    return profile.name && !profile.name.isBody
      ? this.#ofPerson(profile, profile.name)
      : (this.#ofRole(profile) ?? this.#add(profile));
  }

  #ofPerson(profile: Profile, name: Name): Speaker {
    const known = this.#speakers.find((speaker) => isSameName(speaker.name, name.text));
    if (known) {
      this.#describe(known, profile);
      if (name.text.length > known.name.length) known.name = name.text;
      return known;
    }
    // a surname alone: the full name, wherever the report gives it
    const parts = name.text.split(/\s+/);
    const full =
      parts.length === 1
        ? this.#names.find(
            (other) =>
              !other.isBody &&
              other.from !== name.from &&
              other.text.includes(' ') &&
              isSameName(other.text, name.text),
          )
        : undefined;
    const whole = full ?? name;
    // somebody described before and named only now: "a farmer … the farmer, Udin"
    const described = this.#definiteRole(profile)
      ? this.#roleBefore(profile, profile.range.from, true)
      : null;
    if (described) {
      described.name = whole.text;
      described.isAnonymous = false;
      this.#describe(described, profile);
      return described;
    }
    const speaker = this.#add(profile, whole.text);
    if (full) this.#describe(speaker, this.#profile(this.#around(full)));
    return speaker;
  }

  /** A name with its titles and what stands in apposition to it: "Rear Admiral Dov Lasker, the army's chief spokesman,". */
  #around(name: Name): TokenRange {
    const doc = this.#doc;
    const sentence = doc.sentence(doc.sentenceOf(name.from));
    let from = name.titles.from;
    // "Its head, Ruth Almaz": what stands before the comma is of the name too
    if (from - 2 >= sentence.from && doc.form(from - 1) === ',') {
      let at = from - 1;
      while (at > sentence.from && /^(?:NOUN|ADJ|DET|PROPN|PART|PRON)$/.test(doc.upos(at - 1))) at--;
      if (at < from - 1) from = at;
    }
    let to = name.to;
    if (to + 1 < sentence.to && doc.form(to) === ',') {
      const phrase = nounPhraseFrom(doc, to + 1, sentence.to, this.#lexicon.words);
      if (phrase && !this.#isNameOnly(phrase)) to = phrase.to;
    }
    return { from, to };
  }

  #isNameOnly({ from, to }: TokenRange): boolean {
    for (let i = from; i < to; i++) if (this.#doc.upos(i) === 'NOUN') return false;
    return true;
  }

  /** "the ministry", "the general": somebody before whom the words describe. */
  #ofRole(profile: Profile): Speaker | null {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const first = doc.lower(profile.core.from);
    if (words.indefinites.has(first)) return null;
    const known = this.#roleBefore(profile, profile.range.from, false);
    if (known) this.#describe(known, profile);
    return known;
  }

  #definiteRole({ core }: Profile): boolean {
    return core.to > core.from && !this.#lexicon.words.indefinites.has(this.#doc.lower(core.from));
  }

  /** The latest speaker whom all nouns and adjectives of a phrase describe; else a name of the report with such a title. */
  #roleBefore(profile: Profile, at: TokenIndex, anonymousOnly: boolean): Speaker | null {
    const wanted = this.#wordsOf(profile.core).filter((word) => !this.#lexicon.words.determiners.has(word));
    const head = this.#lemma(profile.head);
    if (wanted.length === 0) return null;
    const spoken = this.#latest(
      (speaker) =>
        speaker.words.has(head) &&
        wanted.every((word) => speaker.words.has(word)) &&
        (!anonymousOnly || !hasCapital(speaker.name)),
      at,
    );
    if (spoken || anonymousOnly) return spoken;
    if (this.#doc.upos(profile.head) === 'PROPN' || this.#isPlural(profile.head)) return null;
    for (let k = this.#names.length - 1; k >= 0; k--) {
      const name = this.#names[k]!;
      if (name.from >= at || name.isBody || name.titles.from === name.titles.to) continue;
      const titles = this.#wordsOf(name.titles);
      if (titles.includes(head) && wanted.every((word) => titles.includes(word)))
        return this.#ofPerson(this.#profile(this.#around(name)), name);
    }
    return null;
  }

  #isPlural(token: TokenIndex): boolean {
    const lower = this.#doc.lower(token);
    return lower !== this.#lemma(token) && lower.startsWith(this.#lemma(token).slice(0, 3));
  }

  /** A document speaks with its issuer's voice: its owner, who it is "from", or the body that spoke last. */
  #ofDocument(profile: Profile, cue: TokenIndex): Speaker {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { core, head, range } = profile;
    for (let i = core.from; i < head; i++) {
      if (words.possessiveMarks.has(doc.lower(i))) return this.#ofPhrase({ from: core.from, to: i });
    }
    if (words.possessives.has(doc.lower(core.from))) {
      const owner = this.#latest(() => true, range.from);
      if (owner) return owner;
    }
    for (let i = head + 1; i + 1 < range.to; i++) {
      if (words.issuing.has(doc.lower(i))) {
        const phrase = nounPhraseFrom(doc, i + 1, range.to, words);
        if (phrase) return this.#ofPhrase(phrase);
      }
    }
    const name = profile.name;
    if (name) return this.#ofPhrase({ from: name.from, to: name.to });
    const isOwn = words.indefinites.has(doc.lower(core.from)) && !words.announcements.has(this.#lemma(head));
    return (isOwn ? null : this.lastBody(cue)) ?? this.#add(profile);
  }

  #ofPhrase(range: TokenRange): Speaker {
    const profile = this.#profile(range);
    if (profile.name && !profile.name.isBody) return this.#ofPerson(profile, profile.name);
    return this.#ofRole(profile) ?? this.#add(profile);
  }

  #latest(test: (speaker: Speaker) => boolean, before: TokenIndex): Speaker | null {
    let best: Speaker | null = null;
    for (const speaker of this.#speakers) {
      if (speaker.lastSeen < before && test(speaker) && (!best || speaker.lastSeen > best.lastSeen))
        best = speaker;
    }
    return best;
  }

  // what a source says by itself

  #profile(range: TokenRange): Profile {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const segments = this.#segments(range);
    const first = segments[0] ?? range;
    const core = this.#coreOf(first);
    const names = segments.flatMap((segment, k) => {
      const isRelative = k > 0 && words.relatives.has(doc.lower(segment.from));
      return namesIn(doc, segment, this.#lexicon, this.#known)
        .filter((name) => !isRelative || words.knownAs.has(doc.lower(name.from - 1)))
        .filter((name) => k === 0 || isRelative || this.#isApposition(segment, name))
        .map((name) => ({ name, segment, k }));
    });
    const isOwned = (name: Name): boolean => words.possessiveMarks.has(doc.lower(name.to));
    const isOf = (name: Name): boolean =>
      name.titles.from > range.from &&
      words.ofWords.has(doc.lower(this.#beforeDeterminer(name.titles.from))) &&
      !words.knownAs.has(doc.lower(name.from - 1));
    // "rebel commander Abu Salim": a name before a noun only describes
    const isModifier = (name: Name): boolean => name.to < range.to && doc.upos(name.to) === 'NOUN';
    const person =
      names.find(({ name }) => !name.isBody && !isOwned(name) && !isOf(name) && !isModifier(name))?.name ??
      null;
    const body =
      names.find(({ name, k }) => name.isBody && !isOwned(name) && !isOf(name) && k === 0)?.name ?? null;
    const name = person ?? body;
    const head = this.#headOf(core);
    const description = segments.filter((segment) => !words.relatives.has(doc.lower(segment.from)));
    return { range, core, head, name, description };
  }

  /** Whether no verb or preposition leads to the name: not "including Osk", but "the army chief, Osk". */
  #isApposition(segment: TokenRange, name: Name): boolean {
    for (let i = segment.from; i < name.titles.from; i++) {
      if (
        /^(?:VERB|AUX|SCONJ|ADP)$/.test(this.#doc.upos(i)) &&
        !this.#lexicon.words.knownAs.has(this.#doc.lower(name.from - 1))
      )
        return false;
    }
    return true;
  }

  #beforeDeterminer(token: TokenIndex): TokenIndex {
    let at = token - 1;
    while (at > 0 && this.#lexicon.words.determiners.has(this.#doc.lower(at))) at--;
    return at;
  }

  /** Stretches between commas, dashes and brackets, and from a relative word on. */
  #segments({ from, to }: TokenRange): TokenRange[] {
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

  /** The first noun phrase of a stretch, "and" included: "residents and a medic". */
  #coreOf(segment: TokenRange): TokenRange {
    const doc = this.#doc;
    let to = segment.from;
    while (to < segment.to && !/^(?:ADP|VERB|AUX|SCONJ|ADV)$/.test(doc.upos(to))) to++;
    return to > segment.from ? { from: segment.from, to } : segment;
  }

  #headOf({ from, to }: TokenRange): TokenIndex {
    for (let i = to - 1; i >= from; i--) {
      const upos = this.#doc.upos(i);
      if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') return i;
    }
    return to - 1;
  }

  #wordsOf({ from, to }: TokenRange): string[] {
    const found: string[] = [];
    for (let i = from; i < to; i++) {
      const upos = this.#doc.upos(i);
      if (upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ') found.push(this.#lemma(i));
    }
    return found;
  }

  // somebody new

  #add(profile: Profile, name?: string): Speaker {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const isPerson = profile.name !== null && !profile.name.isBody;
    const text =
      name ?? (profile.name && this.#isAppositive(profile) ? profile.name.text : this.#textOf(profile));
    const speaker: Speaker = {
      name: text,
      isBody: !isPerson && this.#isBody(profile),
      isSeveral: !isPerson && this.#isPlural(profile.head),
      kind: 'unknown',
      gender: null,
      words: new Set(),
      speaksFor: null,
      isAnonymous: false,
      lastSeen: profile.range.from,
      by: new Set(),
    };
    this.#speakers.push(speaker);
    this.#describe(speaker, profile);
    if (
      !isPerson &&
      !name &&
      !speaker.isBody &&
      words.withheld.has(doc.lower(profile.head)) &&
      this.#isUnnamed(profile)
    ) {
      speaker.isAnonymous = true;
      speaker.by.add('attribution/no-name');
    }
    return speaker;
  }

  /** "the owner, Blue Lines,", "the charity Open Roads": the body's name stands beside or after the words for it. */
  #isAppositive({ core, name }: Profile): boolean {
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
  #isUnnamed({ core, head }: Profile): boolean {
    const first = this.#doc.lower(core.from);
    return this.#lexicon.words.indefinites.has(first) || this.#isPlural(head);
  }

  #isBody({ name, head, core }: Profile): boolean {
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
  #textOf({ range, core }: Profile): string {
    const doc = this.#doc;
    let { to } = this.#segments(range)[0] ?? range;
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

  /** Adds to what is known of a speaker all that a source says of him or her. */
  #describe(speaker: Speaker, profile: Profile): void {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    for (const segment of profile.description) {
      for (let i = segment.from; i < segment.to; i++) {
        const gender = words.gendered.get(bare(doc, i));
        if (gender && !speaker.isBody && speaker.gender === null) speaker.gender = gender;
      }
      for (const word of this.#wordsOf(segment)) speaker.words.add(word);
    }
    const kind = this.#kindOf(profile, speaker);
    if (kind && speaker.kind === 'unknown') {
      speaker.kind = kind.kind;
      speaker.by.add(kind.by);
    }
    speaker.speaksFor ??= this.#partyOf(profile, speaker);
    if (profile.name && !speaker.isBody && speaker.kind === 'unknown')
      this.#describeByClause(speaker, profile.name);
  }

  /** "Captain Wirtz, who leads the coast guard's rescue team": what follows the name in a clause of its own. */
  #describeByClause(speaker: Speaker, name: Name): void {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { to: end } = doc.sentence(doc.sentenceOf(name.from));
    if (name.to + 1 >= end || doc.upos(name.to) !== 'PUNCT' || !words.relatives.has(doc.lower(name.to + 1)))
      return;
    let to = name.to + 1;
    while (to < end && doc.upos(to) !== 'PUNCT') to++;
    const clause = { from: name.to + 1, to };
    const body = this.#bestBody(clause);
    if (!body) return;
    speaker.kind = body.kind;
    speaker.by.add(body.by);
    if (body.kind === 'military' || body.kind === 'police')
      speaker.speaksFor ??= this.#partyIn([clause])?.name ?? null;
  }

  /** The kind that the words make: a role before a body, the last role, the first body; a party's own; an outlet's. */
  #kindOf({ description, name, core }: Profile, speaker: Speaker): { kind: SpeakerKind; by: string } | null {
    const doc = this.#doc;
    const { roles } = this.#lexicon;
    if (name?.isBody && isOutlet(doc, name, this.#lexicon))
      return { kind: 'media', by: 'attribution/outlet' };
    const isSpokesperson = [...speaker.words].some((word) => this.#lexicon.words.spokespeople.has(word));
    const own = description.map((segment, k) => (k === 0 ? this.#coreOf(segment) : segment));
    // "one of the nurses": the core says nothing, what follows does
    if (own[0] && description[0] && /^(?:NUM|PRON|DET)$/.test(doc.upos(this.#headOf(own[0]))))
      own[0] = description[0];
    if (isSpokesperson) {
      for (const segment of own) {
        const body = this.#bestBody(segment);
        if (body) return body;
      }
    }
    const head = this.#headOf(core);
    for (const segment of own) {
      const role = roles.allIn(doc, segment).at(-1);
      if (role && (!speaker.isBody || (head >= role.from && head < role.to)))
        return { kind: role.value.kind, by: role.value.id };
    }
    const party = this.#partyIn(description);
    const body =
      description.map((segment) => this.#bestBody(segment)).find((found) => found !== null) ?? null;
    if (party && party.kind !== 'state' && party.kind !== 'individual' && party.kind !== 'unknown') {
      return body?.kind === party.kind ? body : { kind: party.kind, by: party.by };
    }
    if (body) return body;
    if (party?.kind === 'state') return { kind: 'government', by: party.by };
    const owner = this.#ownerOf(description);
    if (owner && owner.kind !== 'unknown') return { kind: owner.kind, by: 'attribution/owner' };
    // "the prime minister's office": a role that owns the body
    const role = description.map((segment) => roles.firstIn(doc, segment)).find((found) => found !== null);
    return role ? { kind: role.value.kind, by: role.value.id } : null;
  }

  #bestBody(segment: TokenRange): { kind: SpeakerKind; by: string } | null {
    const found = this.#lexicon.bodies.allIn(this.#doc, segment);
    const first = found[0];
    return first ? { kind: first.value.kind, by: first.value.id } : null;
  }

  #partyIn(ranges: readonly TokenRange[]): PartyMention | null {
    for (const range of ranges) {
      let found: PartyMention | null = null;
      for (const party of this.#parties) {
        if (party.from >= range.to) break;
        if (party.from >= range.from && (!found || found.kind === 'state')) found = party;
      }
      if (found) return found;
    }
    return null;
  }

  /** "its spokesman", "the group's director": the body that spoke last, or the one that the words describe. */
  #ownerOf(ranges: readonly TokenRange[]): Speaker | null {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    for (const { from, to } of ranges) {
      for (let i = from; i < to; i++) {
        const form = doc.lower(i);
        if (words.bodyPossessives.has(form)) return this.#latest(({ isBody }) => isBody, i);
        if (!words.possessiveMarks.has(form) || i === from || isCapital(doc, i - 1)) continue;
        const owner = this.#roleBefore(this.#profile({ from, to: i }), i, false);
        if (owner?.isBody) return owner;
        if (words.bodyNouns.has(doc.lower(i - 1))) return this.#latest(({ isBody }) => isBody, i);
      }
    }
    return null;
  }

  /** For whom somebody speaks: the body of a spokesman, the state or the army of an office; a body speaks for itself. */
  #partyOf(profile: Profile, speaker: Speaker): string | null {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { description, range } = profile;
    const party = this.#partyIn([range]);
    const isSpokesperson = [...speaker.words].some((word) => words.spokespeople.has(word));
    if (speaker.isBody) {
      if (speaker.kind === 'media') return null;
      if (speaker.kind === 'government' || OFFICES.at(doc, profile.head)?.value === 'state')
        return party?.kind === 'state' ? party.name : this.#stateIn(range);
      const name = profile.name;
      const isOther =
        party && party.kind !== 'state' && name?.isBody && (party.to <= name.from || party.from >= name.to);
      if (isOther) return name.text;
      return party && party.kind !== 'state' ? party.name : speaker.name;
    }
    if (isSpokesperson) {
      speaker.by.add('attribution/spokesperson');
      return (
        (party?.name ?? this.#bodyBehind(profile)) ||
        (this.#ownerOf(description)?.speaksFor ?? this.#ownerOf(description)?.name ?? null)
      );
    }
    const office = description.flatMap((segment) => OFFICES.allIn(doc, segment)).at(-1)?.value;
    if (party && (party.kind === 'armed group' || party.kind === 'military' || party.kind === 'police')) {
      if (speaker.kind === party.kind) return party.name;
    }
    if (office === 'state' && speaker.kind === 'government')
      return party?.kind === 'state' ? party.name : null;
    if (office === 'military' || office === 'police') return this.#partyOfKind(office, range.from);
    if (office === 'own' || speaker.kind === 'intergovernmental') {
      return (
        this.#bodyBehind(profile) ??
        this.#ownerOf(description)?.speaksFor ??
        this.#ownerOf(description)?.name ??
        null
      );
    }
    return null;
  }

  /** Whose organ a ministry is: "Norland's foreign ministry", "the Vellish defence ministry". */
  #stateIn({ from, to }: TokenRange): string | null {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    for (let i = from; i < to; i++) {
      if (doc.upos(i) === 'PROPN' && words.possessiveMarks.has(doc.lower(i + 1))) return doc.form(i);
      const isNation =
        doc.upos(i) === 'ADJ' && isCapital(doc, i) && i > doc.sentenceStarts[doc.sentenceOf(i)]!;
      if (isNation) return `${doc.form(i)} ${words.government}`;
    }
    return null;
  }

  /** "a spokesman for the Northern Front", "army spokesman", "the UN's envoy": the body that the words name. */
  #bodyBehind({ range, name }: Profile): string | null {
    const doc = this.#doc;
    const { words, bodies } = this.#lexicon;
    for (let i = range.from; i + 1 < range.to; i++) {
      if (!words.ofWords.has(doc.lower(i))) continue;
      const phrase = nounPhraseFrom(doc, i + 1, range.to, words);
      if (phrase) return nameOf(doc, phrase, this.#lexicon);
    }
    const body = namesIn(doc, range, this.#lexicon, this.#known).find(
      (other) => other.isBody && other.from !== name?.from,
    );
    if (body) return body.text;
    const noun = bodies.firstIn(doc, range);
    if (!noun) return null;
    let { from } = noun;
    while (from > range.from && /^(?:ADJ|NOUN|PROPN)$/.test(doc.upos(from - 1))) from--;
    return nameOf(doc, { from, to: noun.to }, this.#lexicon);
  }

  /** The party of a kind that the report names nearest before, else first. */
  #partyOfKind(kind: 'military' | 'police', before: TokenIndex): string | null {
    const named = this.#parties.filter((party) => party.kind === kind);
    return (named.findLast((party) => party.from < before) ?? named[0])?.name ?? null;
  }
}

function hasCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** "Haan" and "Petar Haan", "Abu Talib": the shorter is the last words of the longer. */
export function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return long.endsWith(` ${short}`) && hasCapital(short);
}

/** Which tokens stand in any of the ranges. */
function within(doc: Doc, ranges: readonly TokenRange[]): (token: TokenIndex) => boolean {
  const marked = new Uint8Array(doc.length);
  for (const { from, to } of ranges) marked.fill(1, from, to);
  return (token) => marked[token] === 1;
}
