/**
 * What is a speaker's standing? The kind of speaker that words make, and the party for which he or she speaks: the body of
 * a spokesman, the state or the army of an office.
 */
import { OFFICE_PARTIES, type OfficeParty } from '../../knowledge/offices.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { PartyMention } from '../annotations.ts';
import { isCapital, isOutlet, nameOf, nounPhraseFrom } from './channels.ts';
import { type Lexicon, WordTable } from './lexicon.ts';
import type { Name } from './names.ts';
import { firstFrom, LOOK_BACK } from './order.ts';
import type { KindRow, SpeakerKind } from './pack.ts';
import type { Profile, Profiles } from './profile.ts';
import type { Speaker } from './speaker.ts';

const OFFICES = new WordTable<OfficeParty>(OFFICE_PARTIES);

export class Standing {
  readonly #doc: Doc;
  readonly #lexicon: Lexicon;
  readonly #profiles: Profiles;
  readonly #parties: readonly PartyMention[];
  readonly #ownerOf: (ranges: readonly TokenRange[]) => Speaker | null;

  /** `ownerOf` finds whose somebody is ("its spokesman"), which takes the speakers before. */
  constructor(
    doc: Doc,
    lexicon: Lexicon,
    profiles: Profiles,
    parties: readonly PartyMention[],
    ownerOf: (ranges: readonly TokenRange[]) => Speaker | null,
  ) {
    this.#doc = doc;
    this.#lexicon = lexicon;
    this.#profiles = profiles;
    this.#parties = parties;
    this.#ownerOf = ownerOf;
  }

  /** "Captain Wirtz, who leads the coast guard's rescue team": what follows the name in a clause of its own. */
  describeByClause(speaker: Speaker, name: Name): void {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { to: end } = doc.sentence(doc.sentenceOf(name.from));
    if (name.to + 1 >= end || doc.upos(name.to) !== 'PUNCT' || !words.relatives.has(doc.lower(name.to + 1)))
      return;
    let to = name.to + 1;
    while (to < end && doc.upos(to) !== 'PUNCT') to++;
    const clause = { from: name.to + 1, to };
    const body = this.#lexicon.bodies.firstIn(doc, clause);
    if (!body) return;
    speaker.kind = body.value.kind;
    speaker.by.add(body.value.id);
    const isInForce = body.value.kind === 'military' || body.value.kind === 'police';
    const party = isInForce ? this.#partyIn([clause])?.name : undefined;
    if (isInForce || this.#lexicon.ranks.firstIn(doc, name.titles))
      speaker.speaksFor ??= party ?? nameOf(doc, body, this.#lexicon);
  }

  /** The kind that the words make: a role before a body, the last role, the first body; a party's own; an outlet's. */
  kindOf({ description, name, core }: Profile, speaker: Speaker): { kind: SpeakerKind; by: string } | null {
    const doc = this.#doc;
    const { roles } = this.#lexicon;
    if (name?.isBody && isOutlet(doc, name, this.#lexicon))
      return { kind: 'media', by: 'attribution/outlet' };
    const isSpokesperson = [...speaker.words].some((word) => this.#lexicon.words.spokespeople.has(word));
    const own = description.map((segment, k) => (k === 0 ? this.#profiles.coreOf(segment) : segment));
    // "one of the nurses": the core says nothing, what follows does
    if (own[0] && description[0] && /^(?:NUM|PRON|DET)$/.test(doc.upos(this.#profiles.headOf(own[0]))))
      own[0] = description[0];
    if (isSpokesperson) {
      for (const segment of own) {
        const body = this.#bestBody(segment);
        if (body) return body;
      }
    }
    const head = this.#profiles.headOf(core);
    for (const segment of own) {
      const role = roles.allIn(doc, segment).at(-1);
      if (role && (!speaker.isBody || (head >= role.from && head < role.to)))
        return { kind: role.value.kind, by: role.value.id };
    }
    const party = this.#partyIn(description);
    // "the Front-run health ministry": whose it is does not make it what it is
    const itself =
      speaker.isBody && party && party.to <= head ? bodyAt(this.#lexicon, doc, core, head) : null;
    if (itself) return { kind: itself.kind, by: itself.id };
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

  /** "Lieutenant Crow", with no word of whose: of the force that the report names nearest before, else of the rank's own kind. */
  describeByRank(speaker: Speaker, profile: Profile): void {
    const rank = profile.description
      .map((segment) => this.#lexicon.ranks.firstIn(this.#doc, segment))
      .find((found) => found !== null);
    if (!rank) return;
    const force = this.#nearest(rank.from, bearsArms);
    speaker.kind = (force?.kind as SpeakerKind) ?? rank.value.kind;
    speaker.by.add(force ? 'attribution/force-near' : rank.value.id);
    if (profile.name) speaker.speaksFor ??= force?.name ?? null;
  }

  #bestBody(segment: TokenRange): { kind: SpeakerKind; by: string } | null {
    const found = this.#lexicon.bodies.allIn(this.#doc, segment);
    const first = found[0];
    return first ? { kind: first.value.kind, by: first.value.id } : null;
  }

  /** The party that the first of the ranges that names one names; one that bears arms before its state. */
  #partyIn(ranges: readonly TokenRange[]): PartyMention | null {
    for (const { from, to } of ranges) {
      let found: PartyMention | null = null;
      for (
        let k = firstFrom(this.#parties, from);
        k < this.#parties.length && this.#parties[k]!.from < to;
        k++
      ) {
        if (!found || found.kind === 'state') found = this.#parties[k]!;
      }
      if (found) return found;
    }
    return null;
  }

  /** For whom somebody speaks: the body of a spokesman, the state or the army of an office; a body speaks for itself. */
  partyOf(profile: Profile, speaker: Speaker): string | null {
    const doc = this.#doc;
    const { words } = this.#lexicon;
    const { description, range } = profile;
    const party = this.#partyIn([range]);
    const isSpokesperson = [...speaker.words].some((word) => words.spokespeople.has(word));
    if (speaker.isBody) {
      if (speaker.kind === 'media') return null;
      if (OFFICES.at(doc, profile.head)?.value === 'state')
        return party?.kind === 'state' ? party.name : this.#stateIn(range);
      // "the Orrin County Sheriff's Department": what is owned is no body of its own
      const isOwned = hasOwner(doc, profile.core, words.possessiveMarks);
      const name = profile.name;
      const isOther =
        party && party.kind !== 'state' && name?.isBody && (party.to <= name.from || party.from >= name.to);
      if (isOther && !isOwned) return name.text;
      const isWhole =
        party && (!isOwned || (party.from <= profile.core.from + 1 && party.to >= profile.core.to));
      if (isWhole && party.kind !== 'state') return party.name;
      return speaker.kind === 'government' && !/\p{Lu}/u.test(speaker.name) ? null : speaker.name;
    }
    if (isSpokesperson) {
      speaker.by.add('attribution/spokesperson');
      return (
        (party?.name ?? this.#bodyBehind(profile)) ||
        (this.#ownerOf(description)?.speaksFor ?? this.#ownerOf(description)?.name ?? null)
      );
    }
    const isInForce = speaker.kind === 'police' || speaker.kind === 'military';
    if (isInForce && !(party && bearsArms(party) && party.kind === speaker.kind)) {
      const body = this.#namedBody(profile) ?? this.#bodyOf(profile);
      if (body !== null) return body;
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

  /** "Dr. Mona Haddan of Al-Nur hospital", "Orrin Police Commissioner Willem Evert": a body with a name, beside a person's. */
  #namedBody({ description, name }: Profile): string | null {
    for (const segment of description) {
      const body = this.#profiles.namesIn(segment).find((other) => other.isBody && other.from !== name?.from);
      if (body) return body.text;
    }
    return null;
  }

  /** "Captain Wirtz of the Orrin police": a body that a word like "of" ties to somebody, where it has a name. */
  #bodyOf({ range }: Profile): string | null {
    const doc = this.#doc;
    const { words, bodies } = this.#lexicon;
    for (let i = range.from; i + 1 < range.to; i++) {
      if (!words.ofWords.has(doc.lower(i))) continue;
      const phrase = nounPhraseFrom(doc, i + 1, range.to, words);
      const text = phrase && bodies.firstIn(doc, phrase) && nameOf(doc, phrase, this.#lexicon);
      if (text && /\p{Lu}/u.test(text)) return text;
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
    const body = this.#profiles.namesIn(range).find((other) => other.isBody && other.from !== name?.from);
    if (body) return body.text;
    // "the county sheriff's spokesman": whose he is
    for (let i = range.from + 1; i + 1 < range.to; i++) {
      if (words.possessiveMarks.has(doc.lower(i)))
        return nameOf(doc, { from: range.from, to: i }, this.#lexicon);
    }
    const noun = bodies.firstIn(doc, range);
    if (!noun) return null;
    let { from } = noun;
    while (from > range.from && /^(?:ADJ|NOUN|PROPN)$/.test(doc.upos(from - 1))) from--;
    return nameOf(doc, { from, to: noun.to }, this.#lexicon);
  }

  /** The party of a kind that the report names nearest before, else first. */
  #partyOfKind(kind: 'military' | 'police', before: TokenIndex): string | null {
    return this.#nearest(before, (party) => party.kind === kind)?.name ?? null;
  }

  #nearest(before: TokenIndex, test: (party: PartyMention) => boolean): PartyMention | null {
    const end = firstFrom(this.#parties, before);
    for (let k = end - 1; k >= Math.max(0, end - LOOK_BACK); k--) {
      if (test(this.#parties[k]!)) return this.#parties[k]!;
    }
    return this.#parties.slice(0, LOOK_BACK).find(test) ?? null;
  }
}

/** The row of the body that a phrase ends with at its head. */
function bodyAt({ bodies }: Lexicon, doc: Doc, core: TokenRange, head: TokenIndex): KindRow | null {
  return bodies.allIn(doc, core).find(({ to }) => to === head + 1)?.value ?? null;
}

/** Whether an owner's mark stands in a phrase before its last word. */
function hasOwner(doc: Doc, { from, to }: TokenRange, marks: ReadonlySet<string>): boolean {
  for (let i = from + 1; i < to - 1; i++) if (marks.has(doc.lower(i))) return true;
  return false;
}

/** A force in which people have ranks. */
function bearsArms({ kind }: PartyMention): boolean {
  return kind === 'military' || kind === 'police';
}
