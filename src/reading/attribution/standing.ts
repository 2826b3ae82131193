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
import type { SpeakerKind } from './pack.ts';
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
    const body = this.#bestBody(clause);
    if (!body) return;
    speaker.kind = body.kind;
    speaker.by.add(body.by);
    if (body.kind === 'military' || body.kind === 'police')
      speaker.speaksFor ??= this.#partyIn([clause])?.name ?? null;
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
    const body = this.#profiles.namesIn(range).find((other) => other.isBody && other.from !== name?.from);
    if (body) return body.text;
    const noun = bodies.firstIn(doc, range);
    if (!noun) return null;
    let { from } = noun;
    while (from > range.from && /^(?:ADJ|NOUN|PROPN)$/.test(doc.upos(from - 1))) from--;
    return nameOf(doc, { from, to: noun.to }, this.#lexicon);
  }

  /** The party of a kind that the report names nearest before, else first. */
  #partyOfKind(kind: 'military' | 'police', before: TokenIndex): string | null {
    const end = firstFrom(this.#parties, before);
    for (let k = end - 1; k >= Math.max(0, end - LOOK_BACK); k--) {
      if (this.#parties[k]!.kind === kind) return this.#parties[k]!.name;
    }
    return this.#parties.slice(0, LOOK_BACK).find((party) => party.kind === kind)?.name ?? null;
  }
}
