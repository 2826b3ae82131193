/**
 * Who is speaking? Leads each source ("he", "the ministry", "Haan", "a statement") back to somebody named or described in
 * the report. Sources are taken in the order of the text, so that each may refer to those before it; names are found all over
 * the report.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { DateMention, PartyMention } from '../annotations.ts';
import { isCapital, nounPhraseFrom } from './channels.ts';
import type { Layout } from './layout.ts';
import { bare, type Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import { firstFrom, LOOK_BACK } from './order.ts';
import type { Referent } from './pack.ts';
import { type Profile, Profiles } from './profile.ts';
import { hasCapital, isSameName, type Speaker } from './speaker.ts';
import { Standing } from './standing.ts';

export class Speakers {
  readonly #doc: Doc;
  readonly #layout: Layout;
  readonly #lexicon: Lexicon;
  readonly #profiles: Profiles;
  readonly #standing: Standing;
  /** The last to speak stands last. */
  readonly #speakers: Speaker[] = [];
  readonly #names: readonly Name[];
  /** Full names by their last word. */
  readonly #fullNames = new Map<string, Name>();

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
    const bodies = parties.filter(({ kind }) => kind !== 'individual');
    this.#profiles = new Profiles(doc, lexicon, { isDate: within(doc, dates), isParty: within(doc, bodies) });
    this.#standing = new Standing(doc, lexicon, this.#profiles, parties, (ranges) => this.#ownerOf(ranges));
    this.#names = this.#profiles.namesIn({ from: 0, to: doc.length });
    for (const name of this.#names) {
      const last = name.text.split(/\s+/).at(-1)!;
      if (!name.isBody && name.text.includes(' ') && !this.#fullNames.has(last))
        this.#fullNames.set(last, name);
    }
  }

  /** The speaker of a source; null where it is empty or a pronoun for somebody unknown. `cue` is where the saying stands. */
  resolve(source: readonly TokenRange[], cue: TokenIndex): Speaker | null {
    const range = this.#mainOf(source);
    if (!range) return null;
    const profile = this.#profiles.of(range);
    const speaker = this.#resolve(profile, cue);
    if (!speaker) return null;
    if (range.from > speaker.lastSeen) {
      speaker.lastSeen = range.from;
      this.#speakers.splice(this.#speakers.indexOf(speaker), 1);
      this.#speakers.push(speaker);
    }
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
    const { core, head, name } = this.#profiles.of(range);
    if (name && !name.isBody) return null;
    return this.#lexicon.words.documents.has(this.#profiles.lemma(head))
      ? { from: core.from, to: head + 1 }
      : null;
  }

  /** Whether a source is talk that nobody stands behind: "posts on social media", "rumours"; not "the army's posts". */
  isHearsay(source: readonly TokenRange[]): boolean {
    const range = this.#mainOf(source);
    return range !== undefined && this.#isHearsay(this.#profiles.of(range));
  }

  #isHearsay({ core, head, range }: Profile): boolean {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    if (!words.hearsay.has(this.#profiles.lemma(head)) || !this.#profiles.isPlural(head)) return false;
    if (doc.upos(core.from) === 'DET' || words.possessives.has(doc.lower(core.from))) return false;
    for (let i = core.from; i < head; i++) if (words.possessiveMarks.has(doc.lower(i))) return false;
    for (let i = head + 1; i < range.to; i++) if (words.issuing.has(doc.lower(i))) return false;
    return true;
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
    if (words.documents.has(this.#profiles.lemma(head)) && !(name && !name.isBody))
      return this.#ofDocument(profile, cue);
    if (name && !name.isBody) return this.#ofPerson(profile, name);
    const last = words.pronouns.get(doc.lower(profile.core.to - 1));
    if (last === 'several' && !name) {
      const speaker = this.#ofPronoun('several', range.from);
      if (speaker) return speaker;
    }
    return this.#ofRole(profile) ?? this.#ofHeadline(profile) ?? this.#add(profile);
  }

  /** "General: …" in a headline is the general whom the report goes on to name. */
  #ofHeadline(profile: Profile): Speaker | null {
    const { core, head } = profile;
    if (this.#layout.paragraphOf[head] !== 0 || core.to - core.from > 2 || profile.name) return null;
    const wanted = this.#profiles.lemma(head);
    for (const name of this.#names.slice(0, LOOK_BACK)) {
      if (name.isBody || name.from < head || this.#layout.paragraphOf[name.from] === 0) continue;
      const around = this.#around(name);
      if (this.#profiles.wordsOf(around).includes(wanted))
        return this.#ofPerson(this.#profiles.of(around), name);
    }
    return null;
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
    for (let k = firstFrom(this.#names, at) - 1; k >= 0; k--) {
      const name = this.#names[k]!;
      if (name.from <= after || name.from < sentence.from) return null;
      if (name.isBody || this.#layout.quotationOf[name.from] || this.#isPlace(name)) continue;
      const speaker = this.#ofPerson(this.#profiles.of(name), name);
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
    const profile = this.#profiles.of({ from: first, to });
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
    const full = name.text.includes(' ') ? undefined : this.#fullNames.get(name.text);
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
    if (full) this.#describe(speaker, this.#profiles.of(this.#around(full)));
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
    const wanted = this.#profiles
      .wordsOf(profile.core)
      .filter((word) => !this.#lexicon.words.determiners.has(word));
    const head = this.#profiles.lemma(profile.head);
    if (wanted.length === 0) return null;
    // "police" after "police Captain Brandt": a body is not the person who speaks for it
    const isBody = this.#profiles.isBody(profile);
    const spoken = this.#latest(
      (speaker) =>
        speaker.isBody === isBody &&
        speaker.words.has(head) &&
        wanted.every((word) => speaker.words.has(word)) &&
        (!anonymousOnly || !hasCapital(speaker.name)),
      at,
    );
    if (spoken || anonymousOnly || isBody) return spoken;
    if (this.#doc.upos(profile.head) === 'PROPN' || this.#profiles.isPlural(profile.head)) return null;
    const end = firstFrom(this.#names, at);
    for (let k = end - 1; k >= Math.max(0, end - LOOK_BACK); k--) {
      const name = this.#names[k]!;
      if (name.isBody || name.titles.from === name.titles.to) continue;
      const titles = this.#profiles.wordsOf(name.titles);
      if (titles.includes(head) && wanted.every((word) => titles.includes(word)))
        return this.#ofPerson(this.#profiles.of(this.#around(name)), name);
    }
    return null;
  }

  /** A document speaks with its issuer's voice: its owner, who it is "from", or the body that spoke last. */
  #ofDocument(profile: Profile, cue: TokenIndex): Speaker {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { core, head, range } = profile;
    if (this.#isHearsay(profile)) return this.#add(profile);
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
    const isOwn =
      words.indefinites.has(doc.lower(core.from)) && !words.announcements.has(this.#profiles.lemma(head));
    return (isOwn ? null : this.lastBody(cue)) ?? this.#add(profile);
  }

  #ofPhrase(range: TokenRange): Speaker {
    const profile = this.#profiles.of(range);
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

  #add(profile: Profile, name?: string): Speaker {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const isPerson = profile.name !== null && !profile.name.isBody;
    const text =
      name ??
      (profile.name && this.#profiles.isAppositive(profile)
        ? profile.name.text
        : this.#profiles.textOf(profile));
    const speaker: Speaker = {
      name: text,
      isBody: !isPerson && this.#profiles.isBody(profile),
      isSeveral: !isPerson && this.#profiles.isPlural(profile.head),
      kind: 'unknown',
      gender: null,
      words: new Set(),
      speaksFor: null,
      isAnonymous: false,
      lastSeen: profile.range.from,
      by: new Set(),
    };
    this.#speakers.push(speaker);
    if (this.#speakers.length > LOOK_BACK) this.#speakers.shift();
    this.#describe(speaker, profile);
    if (
      !isPerson &&
      !name &&
      !speaker.isBody &&
      words.withheld.has(doc.lower(profile.head)) &&
      this.#profiles.isUnnamed(profile)
    ) {
      speaker.isAnonymous = true;
      speaker.by.add('attribution/no-name');
    }
    return speaker;
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
        const owner = this.#roleBefore(this.#profiles.of({ from, to: i }), i, false);
        if (owner?.isBody) return owner;
        if (words.bodyNouns.has(doc.lower(i - 1))) return this.#latest(({ isBody }) => isBody, i);
      }
    }
    return null;
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
      for (const word of this.#profiles.wordsOf(segment)) speaker.words.add(word);
    }
    const kind = this.#standing.kindOf(profile, speaker);
    if (kind && speaker.kind === 'unknown') {
      speaker.kind = kind.kind;
      speaker.by.add(kind.by);
    }
    speaker.speaksFor ??= this.#standing.partyOf(profile, speaker);
    if (profile.name && !speaker.isBody && speaker.kind === 'unknown')
      this.#standing.describeByClause(speaker, profile.name);
    if (!speaker.isBody && speaker.kind === 'unknown') this.#standing.describeByRank(speaker, profile);
  }
}

/** Which tokens stand in any of the ranges. */
function within(doc: Doc, ranges: readonly TokenRange[]): (token: TokenIndex) => boolean {
  const marked = new Uint8Array(doc.length);
  for (const { from, to } of ranges) marked.fill(1, from, to);
  return (token) => marked[token] === 1;
}
