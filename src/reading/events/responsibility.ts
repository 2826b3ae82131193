/**
 * Who is held responsible, and how firmly: the agents of the clauses that tell of harm, parties before or after a word
 * of attack, and those who claim, admit, are blamed or deny. One entry a party, source and degree, as the contract asks.
 */
import type { Doc, Entity, TokenIndex, TokenRange } from '../../language/doc.ts';
import { childOf, childrenOf, isRelation } from '../../language/tree.ts';
import type { Party } from '../../model/reading.ts';
import { type Annotations, attributionId, type HarmMention, type PartyMention } from '../annotations.ts';
import type { Chains } from '../claims/chains.ts';
import type { Draft, Incident, TriggerMention } from '../claims/draft.ts';
import type { PeoplePack } from '../people/pack.ts';
import { PhraseTable } from '../phrases.ts';
import type { EventPack } from './pack.ts';

type Degree = Party['responsibility'];
type PhraseKind = 'claiming' | 'blaming' | 'charged';

/** A party as the text names it, and where. */
interface Held {
  readonly name: string;
  readonly kind: Party['kind'];
  readonly range: TokenRange;
}

/** How a doer hangs on the verb or noun of its attack. */
const DOERS = ['nsubj', 'obl:agent', 'nmod', 'compound', 'amod'] as const;

/** What may stand between a party and its attack: "rebels have again attacked", "Velland air strikes". */
const BESIDE_DEED = /^(?:ADJ|ADV|AUX|NOUN|NUM|PART|PROPN)$/;

/** How far after "accused of" its deed may stand: "of having ordered the recent murder". */
const MAX_TO_DEED = 8;

/** Tokens within which a doer is looked for on the tree. */
const NEAR = 12;
const BY_ATTACK: ReadonlySet<string> = new Set(['killed', 'injured', 'killed or injured', 'abducted']);
const OWNED_OR_DENIED: ReadonlySet<Degree> = new Set(['claimed', 'acknowledged', 'denied']);
const OFFICIAL = new Set(['government', 'military', 'police']);

export class Responsibility {
  readonly #annotations: Annotations;
  readonly #chains: Chains;
  readonly #pack: EventPack;
  readonly #people: PeoplePack;
  readonly #partyAt: Map<TokenIndex, PartyMention>;
  readonly #phrases: PhraseTable<PhraseKind>;
  /** First words of phrases that speak of a deed: "condemned", "investigating". */
  readonly #deedWords: ReadonlySet<string>;
  /** Tokens of nouns for people who came to harm. */
  readonly #victims: ReadonlySet<TokenIndex>;
  /** Tokens of words that report harm. */
  readonly #deeds: ReadonlySet<TokenIndex>;
  readonly #attackWords: ReadonlySet<TokenIndex>;
  readonly #ofIncident = new Map<Incident, Party[]>();

  constructor(
    annotations: Annotations,
    chains: Chains,
    pack: EventPack,
    people: PeoplePack,
    triggers: readonly TriggerMention[],
  ) {
    this.#annotations = annotations;
    this.#chains = chains;
    this.#pack = pack;
    this.#people = people;
    this.#partyAt = new Map();
    for (const party of annotations.parties)
      for (let i = party.from; i < party.to; i++) this.#partyAt.set(i, party);
    this.#phrases = phrasesOf(pack);
    this.#deedWords = new Set(pack.deed.map((phrase) => phrase.split(' ')[0]!));
    this.#attackWords = new Set(triggers.filter(({ trigger }) => trigger.isAttack).map(({ from }) => from));
    this.#deeds = new Set(annotations.harms.map(({ trigger }) => trigger.from));
    this.#victims = new Set(annotations.harms.flatMap(({ people }) => (people ? [people.head] : [])));
  }

  /** Those held responsible for the harm that one clause tells of. */
  ofAgent({ agent, trigger }: HarmMention, chain: readonly number[]): Party[] {
    if (!agent) return [];
    const phrase = this.#nounPhrase(agent);
    const named = this.#inRange(phrase);
    const held = named.length > 0 ? named : this.#persons(phrase, trigger);
    return held.map((one) => this.#party(one, chain));
  }

  /** The clause's own agent; where it has none, whoever the incident's words of attack name; and those who claim or deny it. */
  ofClaim({ mention, chain, incident }: Draft): Party[] {
    const own = this.ofAgent(mention, chain);
    if (!incident || !BY_ATTACK.has(mention.harm)) return distinct(own);
    const all = this.of(incident);
    const isOpen = own.length === 0;
    return distinct([
      ...own,
      ...all.filter(({ responsibility }) => isOpen || OWNED_OR_DENIED.has(responsibility)),
    ]);
  }

  /** Those held responsible for an incident, in order of mention, each party, source and degree once. */
  of(incident: Incident): Party[] {
    let parties = this.#ofIncident.get(incident);
    if (!parties) {
      parties = this.#find(incident);
      this.#ofIncident.set(incident, parties);
    }
    return parties;
  }

  #find(incident: Incident): Party[] {
    const parties: Party[] = [];
    for (const { mention, chain } of incident.drafts) parties.push(...this.ofAgent(mention, chain));
    for (const word of incident.triggers) {
      if (!word.trigger.isAttack && word.trigger.id !== 'en/strike') continue;
      const chains = this.#chains.all(word.from);
      for (const held of this.#besideTrigger(word))
        for (const chain of chains) parties.push(this.#party(held, chain));
    }
    for (const sentence of [...incident.sentences, ...incident.around])
      parties.push(...this.#inSentence(sentence));
    return distinct(parties);
  }

  /** "Israeli air strike", "an attack by gunmen", "rebels attacked": what the word of attack governs, then what is near. */
  #besideTrigger({ from, to }: TokenRange): Held[] {
    const { doc } = this.#annotations.source;
    const sentence = doc.sentence(doc.sentenceOf(from));
    // "The murder of the police chief": what "of" brings came to harm; in "the attack of the rebels" it did it.
    const links = this.#deeds.has(to - 1) ? this.#pack.agentWords : this.#pack.byWords;
    // A tree is dear: it is asked only where somebody stands near who could have done it.
    if (!this.#isAnybodyNear(from, to, sentence)) return [];
    for (const child of [
      ...childrenOf(doc, to - 1, ...DOERS),
      ...(to - from > 1 ? childrenOf(doc, from, ...DOERS) : []),
    ]) {
      if (doc.deprel(child) === 'nsubj:pass') continue;
      if (
        doc.deprel(child) === 'nmod' &&
        !childrenOf(doc, child, 'case').some((word) => links.has(doc.lower(word)))
      )
        continue;
      const held = this.#victims.has(child) ? null : this.#at(child);
      if (held) return [held];
    }
    // "An attack carried out this morning by rebels": the doer of the deed that the noun is the object of.
    for (const verb of [
      ...childrenOf(doc, to - 1, 'acl'),
      ...(isPassiveSubject(doc, to - 1) ? [doc.head(to - 1)] : []),
    ]) {
      for (const child of childrenOf(doc, verb, 'obl:agent')) {
        const held = this.#victims.has(child) ? null : this.#at(child);
        if (held) return [held];
      }
    }
    for (let i = from - 1; i >= Math.max(sentence.from, from - 3); i--) {
      const party = this.#partyAt.get(i);
      if (party) return [{ name: party.name, kind: party.kind, range: party }];
      // "Police condemned the killing": who speaks of a deed or looks into it did not do it.
      const isBeside = BESIDE_DEED.test(doc.upos(i)) || /^VB[GN]$/.test(doc.xpos(i));
      if (!isBeside || this.#deedWords.has(doc.lower(i)) || this.#chains.isSaying(i)) break;
    }
    for (let i = to; i < Math.min(sentence.to, to + 4); i++) {
      if (!links.has(doc.lower(i))) continue;
      return this.#inRange(this.#upToComma({ from: i + 1, to: Math.min(sentence.to, i + 7) })).slice(0, 1);
    }
    return [];
  }

  /** "By Peter Arlen, police said": whoever comes after the comma is somebody else. */
  #upToComma({ from, to }: TokenRange): TokenRange {
    const { doc } = this.#annotations.source;
    for (let i = from; i < to; i++) if (/^[,;:()]$/.test(doc.form(i))) return { from, to: i };
    return { from, to };
  }

  #isAnybodyNear(from: TokenIndex, to: TokenIndex, sentence: TokenRange): boolean {
    const { doc } = this.#annotations.source;
    for (let i = Math.max(sentence.from, from - NEAR); i < Math.min(sentence.to, to + NEAR); i++)
      if (this.#partyAt.has(i) || this.#pack.attackers.has(doc.lower(i))) return true;
    return false;
  }

  #at(token: TokenIndex): Held | null {
    const party = this.#partyAt.get(token);
    if (party) return { name: party.name, kind: party.kind, range: party };
    const kind = this.#pack.attackers.get(this.#annotations.source.doc.lower(token));
    return kind ? this.#phrase(token, kind) : null;
  }

  /** "X claimed responsibility", "Y blamed X". */
  #inSentence(sentence: number): Party[] {
    const { doc } = this.#annotations.source;
    const { from, to } = doc.sentence(sentence);
    const found: Party[] = [];
    for (let i = from; i < to; i++) {
      if (this.#pack.denying.has(doc.lower(i))) {
        const party = this.#lastIn({ from, to: i });
        const isParty = party !== null && this.#partyAt.has(party.range.from);
        if (isParty && i - party.range.to <= 3) found.push(this.#entry(party, 'denied', this.#chains.of(i)));
      }
      const match = this.#phrases.at(doc, i);
      if (!match) continue;
      const chain = this.#chains.of(i);
      if (match.value === 'charged') {
        const held = this.#isOfDeed({ from: match.to, to }) ? this.#chargedBy(match) : null;
        if (held) found.push(this.#party(held, chain, 'accused'));
      } else if (match.value === 'claiming') {
        const party = this.#lastIn({ from, to: i });
        const isNobody = party !== null && this.#pack.none.has(doc.lower(party.range.from - 1));
        if (party && !isNobody) found.push(this.#entry(party, 'claimed', this.#chains.of(i)));
      } else {
        const isAccused = this.#inRange({ from: match.to, to: Math.min(to, match.to + 8) })[0];
        // who blames is the source of what is said of the blamed
        const said = isAccused ? this.#chains.of(isAccused.range.from) : [];
        if (isAccused) found.push(this.#party(isAccused, said.length > 0 ? said : chain, 'accused'));
      }
      i = match.to - 1;
    }
    return found;
  }

  /** Whether a word of harm or of attack follows: "accused of the murder", never "accused of fraud". */
  #isOfDeed({ from, to }: TokenRange): boolean {
    const end = Math.min(to, from + MAX_TO_DEED);
    const { doc } = this.#annotations.source;
    for (let i = from; i < end && doc.upos(i) !== 'PUNCT'; i++)
      if (this.#deeds.has(i) || this.#attackWords.has(i)) return true;
    return false;
  }

  /** The soldiers of "soldiers accused of", "the soldiers are charged with", "they hold the soldiers responsible for". */
  #chargedBy({ from, to }: TokenRange): Held | null {
    const { doc } = this.#annotations.source;
    for (let at = from; at < to; at++) {
      const heads = isRelation(doc, at, 'acl', 'amod') ? [doc.head(at)] : [];
      const subjects = childrenOf(doc, at, 'nsubj:pass', 'nsubj');
      const objects = isRelation(doc, at, 'xcomp') ? childrenOf(doc, doc.head(at), 'obj') : [];
      for (const head of [...heads, ...objects, ...subjects]) {
        const held = this.#victims.has(head) ? null : (this.#at(head) ?? this.#person(head, head));
        if (held) return held;
      }
    }
    return null;
  }

  /** Parties and attackers named in a run of tokens. */
  #inRange({ from, to }: TokenRange): Held[] {
    const { doc } = this.#annotations.source;
    const found: Held[] = [];
    for (let i = from; i < to && i < from + 30; i++) {
      const party = this.#partyAt.get(i);
      if (party && this.#isPlaceOf(party.from, from)) {
        i = party.to - 1;
        continue;
      }
      if (party) {
        found.push({ name: party.name, kind: party.kind, range: party });
        i = party.to - 1;
        continue;
      }
      const kind = this.#pack.attackers.get(doc.lower(i));
      if (kind) found.push(this.#phrase(i, kind));
    }
    return found;
  }

  /**
   * "By three youths", "by John Maro": people whom no table calls attackers, and who did it all the same. Only whom the
   * tree makes the doer of that very verb, and never kin, children or civilians: their phrases stand beside victims' too.
   */
  #persons({ from, to }: TokenRange, trigger: TokenRange): Held[] {
    const { doc } = this.#annotations.source;
    const head = firstNominal(doc, { from, to });
    if (head === null || this.#victims.has(head) || !isDoerOf(doc, head, trigger)) return [];
    const held = this.#person(head, to - 1);
    return held ? [held] : [];
  }

  /** Somebody by name, or by a noun that is neither kin's nor a child's nor a civilian's: their phrases stand beside victims' too. */
  #person(head: TokenIndex, last: TokenIndex): Held | null {
    const { doc } = this.#annotations.source;
    const noun = this.#people.nouns.get(doc.lower(head));
    if (noun) {
      const isVictimLike =
        noun.kin || noun.child || noun.uncounted || noun.status === 'civilian' || noun.group;
      return isVictimLike
        ? null
        : this.#phrase(last, noun.status === 'combatant' ? 'armed group' : 'individual');
    }
    const name =
      doc.upos(head) === 'PROPN' ? doc.entities(doc.sentenceOf(head)).find(isPersonAt(head)) : undefined;
    return name ? { name: doc.slice(name), kind: 'individual', range: name } : null;
  }

  /** "US strikes in Velland during a mission asked for by its government" acts up to "in". */
  #nounPhrase({ from, to }: TokenRange): TokenRange {
    const { doc } = this.#annotations.source;
    for (let i = from + 1; i < to; i++) {
      const upos = doc.upos(i);
      const word = doc.lower(i);
      const isLink = (upos === 'ADP' || upos === 'SCONJ') && !this.#pack.byWords.has(word);
      const isVerb =
        upos === 'VERB' && !this.#pack.suspected.has(word) && !this.#pack.beforeAttackers.has(word);
      if (isLink || isVerb) return { from, to: i };
    }
    return { from, to };
  }

  /** "Strikes in Velland": where, not who. */
  #isPlaceOf(party: TokenIndex, from: TokenIndex): boolean {
    const { doc } = this.#annotations.source;
    const before = party - 1;
    return before >= from && doc.upos(before) === 'ADP' && !this.#pack.byWords.has(doc.lower(before));
  }

  #lastIn(range: TokenRange): Held | null {
    const all = this.#inRange({ from: Math.max(range.from, range.to - 20), to: range.to });
    return all[all.length - 1] ?? null;
  }

  /** A common noun for attackers with what stands before it: "masked gunmen". */
  #phrase(head: TokenIndex, kind: Party['kind']): Held {
    const { doc } = this.#annotations.source;
    const start = doc.sentence(doc.sentenceOf(head)).from;
    let from = head;
    const isBody = this.#pack.bodyNouns.has(doc.lower(head));
    const known = isBody ? this.#bodyBefore(head) : null;
    if (known) return { ...known, range: { from: head, to: head + 1 } };
    while (
      from > start &&
      from > head - 3 &&
      (isAdjectival(doc, from - 1, this.#pack) || (isBody && doc.upos(from - 1) === 'PROPN'))
    )
      from--;
    const { beforeAttackers, keptBeforeAttackers } = this.#pack;
    while (from < head && beforeAttackers.has(doc.lower(from)) && !keptBeforeAttackers.has(doc.lower(from)))
      from++;
    const range = { from, to: head + 1 };
    return { name: doc.slice(range), kind, range };
  }

  /** "The group" is the armed group that was named last before. */
  #bodyBefore(head: TokenIndex): Held | null {
    const { doc } = this.#annotations.source;
    if (!this.#people.words.definite.has(doc.lower(head - 1))) return null;
    const party = this.#annotations.parties.findLast(
      ({ kind, to, from }) => kind === 'armed group' && to < head && doc.upos(from) === 'PROPN',
    );
    return party ? { name: party.name, kind: party.kind, range: party } : null;
  }

  #party(held: Held, chain: readonly number[], least?: Degree): Party {
    return this.#entry(held, this.#degree(held, chain, least), chain);
  }

  #degree(held: Held, chain: readonly number[], least?: Degree): Degree {
    if (this.#isSuspected(held.range)) {
      const origin = chain[0] === undefined ? null : this.#chains.attribution(chain[0]);
      return origin && OFFICIAL.has(origin.details.speakerKind) ? 'accused by officials' : 'possible';
    }
    const first = chain[0];
    if (first === undefined) return least ?? 'stated';
    const { details, source } = this.#chains.attribution(first);
    const isOwnWord = details.speaksFor === held.name || details.speaker === held.name;
    if (isOwnWord) {
      if (details.stance === 'denies') return 'denied';
      return held.kind === 'armed group' ? 'claimed' : 'acknowledged';
    }
    if (source.length === 0) return 'possible';
    if (details.stance === 'denies') return 'denied';
    if (OFFICIAL.has(details.speakerKind)) return 'accused by officials';
    return 'accused';
  }

  #isSuspected({ from, to }: TokenRange): boolean {
    const { doc } = this.#annotations.source;
    const start = doc.sentence(doc.sentenceOf(from)).from;
    for (let i = Math.max(start, from - 3); i < to; i++)
      if (this.#pack.suspected.has(doc.lower(i))) return true;
    return false;
  }

  #entry({ name, kind, range }: Held, responsibility: Degree, chain: readonly number[]): Party {
    return {
      name,
      kind,
      responsibility,
      attribution: chain.map(attributionId),
      evidence: [this.#annotations.source.span(range)],
    };
  }
}

function isPassiveSubject(doc: Doc, token: TokenIndex): boolean {
  return doc.deprel(token) === 'nsubj:pass';
}

/** The noun that a phrase hangs on, as the tree has it: the first whose head lies outside. */
function firstNominal(doc: Doc, { from, to }: TokenRange): TokenIndex | null {
  for (let i = from; i < to; i++) {
    const head = doc.head(i);
    if (/^(NOUN|PROPN|NUM)$/.test(doc.upos(i)) && (head < from || head >= to)) return i;
  }
  return null;
}

/** Whether a noun is the subject of a verb in the active or stands after its "by". */
function isDoerOf(doc: Doc, noun: TokenIndex, verb: TokenRange): boolean {
  const head = doc.head(noun);
  const deprel = doc.deprel(noun);
  const isOwn = head >= verb.from && head < verb.to;
  return (
    (deprel === 'obl:agent' && isOwn) || (deprel === 'nsubj' && isOwn && childOf(doc, head, 'obj') !== null)
  );
}

function isPersonAt(token: TokenIndex): (entity: Entity) => boolean {
  return ({ from, to, type }) => type === 'PER' && from <= token && token < to;
}

function isAdjectival(doc: Doc, token: TokenIndex, pack: EventPack): boolean {
  return pack.beforeAttackers.has(doc.lower(token)) || doc.upos(token) === 'ADJ';
}

const cache = new WeakMap<EventPack, PhraseTable<PhraseKind>>();

function phrasesOf(pack: EventPack): PhraseTable<PhraseKind> {
  let table = cache.get(pack);
  if (!table) {
    table = new PhraseTable([
      ...pack.claiming.map((phrase) => [phrase, 'claiming'] as const),
      ...pack.blaming.map((phrase) => [phrase, 'blaming'] as const),
      ...pack.charged.map((phrase) => [phrase, 'charged'] as const),
    ]);
    cache.set(pack, table);
  }
  return table;
}

/** One entry a party, source and degree; a party that the report itself holds responsible needs no 'possible' beside it. */
function distinct(parties: readonly Party[]): Party[] {
  const byKey = new Map<string, Party>();
  for (const party of parties) {
    const key = `${party.name.toLowerCase()}|${party.responsibility}|${party.attribution[0] ?? ''}`;
    if (!byKey.has(key)) byKey.set(key, party);
  }
  return [...byKey.values()].slice(0, 12);
}
