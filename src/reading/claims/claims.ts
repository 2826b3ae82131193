/**
 * From mentions of harm to claims and events in the wire form: whose word each mention is, how firmly it is meant, which
 * incident it belongs to, and how it stands to the other mentions. Gives `claims` and `events`.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { isRelation } from '../../language/tree.ts';
import { isZero } from '../../model/count.ts';
import type { Claim, Event } from '../../model/reading.ts';
import type { Span } from '../../text/span.ts';
import { type Annotations, attributionId, type HarmMention } from '../annotations.ts';
import { bindIncidents } from '../choice/bind.ts';
import { voiceOf } from '../choice/binding.ts';
import { confidenceOf, wordsBefore } from '../confidence/confidence.ts';
import { wireEvent } from '../events/events.ts';
import { findIncidents, findTriggers } from '../events/incidents.ts';
import { Responsibility } from '../events/responsibility.ts';
import { Settings } from '../events/setting.ts';
import type { ReadingPack } from '../pack.ts';
import { PhraseTable } from '../phrases.ts';
import type { Source } from '../source.ts';
import { asOf } from './as-of.ts';
import { Chains } from './chains.ts';
import { type Draft, type Incident, type TriggerMention, victimsOf } from './draft.ts';
import { foldPeople, nameThroughout } from './fold-people.ts';
import { foldVictims } from './fold-victims.ts';
import { tellGenders } from './genders.ts';
import { type Group, groupOf } from './group.ts';
import { isHeadline } from './headline.ts';
import type { ClaimPack } from './pack.ts';
import { VictimLinks } from './relate.ts';

/** A text with more mentions than this is a table or a list of years; the first ones are read. */
const MAX_MENTIONS = 400;

export function findClaimsAndEvents(
  annotations: Annotations,
  pack: ReadingPack,
  _knowledge: Knowledge,
): void {
  const { chains, drafts, triggers, incidents: found } = findDrafts(annotations, pack);
  const { incidents, links, taken } = bindIncidents(annotations, drafts, found, pack.choice.loadModel());
  for (const victims of links) victims.write();

  const ids = new Map(drafts.map((draft, i) => [draft, `c${i + 1}`]));
  const eventIds = new Map(incidents.map((incident, i) => [incident, `e${i + 1}`]));
  const responsibility = new Responsibility(annotations, chains, pack.events, pack.people, triggers);
  const claims = drafts.map((draft): Claim => {
    const { mention } = draft;
    const area = mention.aggregate ? aggregateDetails(mention, annotations) : {};
    return {
      id: ids.get(draft)!,
      event: draft.incident ? eventIds.get(draft.incident)! : null,
      scope: mention.aggregate ? 'aggregate' : 'incident',
      ...area,
      harm: mention.harm,
      count: mention.count,
      victims: victimsOf(draft),
      perpetrators: responsibility.ofClaim(draft),
      attribution: voiceOf(draft).chain.map(attributionId),
      stance: draft.stance,
      ...asOf(draft, annotations, pack.claims),
      relations: draft.relations.map(({ to, kind }) => ({ to: ids.get(to)!, kind })),
      evidence: evidenceOf(mention, annotations),
      confidence: 0,
    };
  });
  for (const [draft, id] of ids) annotations.reasons.set(id, [...draft.mention.by]);
  for (const { kind, of, to, probability } of taken) {
    const decision = `${pack.choice.loadModel()!.header.id}/${kind}${to ? `:${ids.get(to)}` : ''}@${probability.toFixed(2)}`;
    for (const draft of of) annotations.reasons.get(ids.get(draft)!)!.push(decision);
  }

  foldPeople(claims, pack.people.words.besideNames);
  const claimOf = new Map(drafts.map((draft, i) => [draft, claims[i]!]));
  for (const mentions of links.flatMap((victims) => victims.persons()))
    nameThroughout(mentions.map((draft) => claimOf.get(draft)!));
  const partsOf = new Map(
    links.flatMap((victims) =>
      victims
        .wholes()
        .map(({ whole, parts }) => [claimOf.get(whole)!, parts.map((part) => claimOf.get(part)!)]),
    ),
  );
  const adults = tellGenders(claims, annotations, pack.people);
  foldAll(partsOf, adults);
  const settings = new Settings(annotations, chains, pack.events);
  const draftOfClaim = new Map(claims.map((claim, i) => [claim.id, drafts[i]!]));
  const events = incidents.map((incident, i): Event => {
    const own = incident.drafts.map((draft) => claimOf.get(draft)!);
    return wireEvent(eventIds.get(incident)!, incident, i === 0, own, {
      annotations,
      pack: pack.events,
      people: pack.people,
      settings,
      responsibility,
      originOf: (claim) => voiceOf(draftOfClaim.get(claim.id)!).origin,
      relation: (a, b) => links[i]!.relation(draftOfClaim.get(a.id)!, draftOfClaim.get(b.id)!, a, b),
    });
  });
  // Once the tolls are made: a name with an age tells how many were children, and tells nobody apart.
  for (const claim of claims)
    if (!partsOf.has(claim) && claim.victims.named.length > 0) claim.victims = foldVictims(claim, [], adults);
  const chosen = new Set(taken.flatMap(({ of }) => of));
  for (const [draft, claim] of claimOf)
    claim.confidence = confidenceOf(claim, {
      isChosen: chosen.has(draft),
      wordsBefore: wordsBefore(annotations.source, draft.mention.trigger.from),
      events: events.length,
    });
  annotations.claims = claims;
  annotations.events = events;
}

/** The mentions of harm with whose word each is, and the incidents that they tell of, the main one first. */
export function findDrafts(
  annotations: Annotations,
  pack: ReadingPack,
): { chains: Chains; drafts: Draft[]; triggers: TriggerMention[]; incidents: Incident[] } {
  const chains = new Chains(annotations);
  const drafts = [...annotations.harms]
    .sort((a, b) => a.trigger.from - b.trigger.from)
    .slice(0, MAX_MENTIONS)
    .flatMap((mention, i, all) =>
      hasOld(mention, all.slice(Math.max(0, i - 40), i)) ? [mention] : [oldOf(mention), mention],
    )
    .flatMap((mention) =>
      chains.all(mention.trigger.from).map((chain) => draftOf(mention, chain, annotations, chains, pack)),
    );
  const triggers = findTriggers(annotations, pack.events);
  const incidents = findIncidents(annotations, drafts, triggers, chains, pack.events);
  return { chains, drafts, triggers, incidents: [...incidents, ...strays(incidents)] };
}

function straysAmong(drafts: readonly Draft[]): readonly Draft[] {
  // A report that is nothing but headlines tells its own story in them.
  if (drafts.every(({ isHeadline }) => isHeadline) || !drafts.some(({ isHeadline }) => isHeadline)) return [];
  const victims = new VictimLinks();
  for (const draft of drafts) victims.add(draft, true);
  return victims.strays;
}

/** Incidents of headlines that tell of nobody told of elsewhere, taken out of those that they stood among: one a sentence. */
function strays(incidents: readonly Incident[]): Incident[] {
  const found = new Map<number, Incident>();
  for (const { drafts } of incidents) {
    for (const draft of straysAmong(drafts)) {
      drafts.splice(drafts.indexOf(draft), 1);
      const incident = found.get(draft.sentence) ?? unknownIncident(draft.sentence);
      found.set(draft.sentence, incident);
      incident.drafts.push(draft);
      draft.incident = incident;
    }
  }
  return [...found.values()];
}

function unknownIncident(sentence: number): Incident {
  return {
    drafts: [],
    triggers: [],
    sentences: [sentence],
    around: [],
    clauses: [],
    date: null,
    place: null,
    isBackground: false,
  };
}

/** Tells each whole what its parts tell, the inner wholes first. */
function foldAll(partsOf: ReadonlyMap<Claim, readonly Claim[]>, adults: ReadonlySet<string>): void {
  const done = new Set<Claim>();
  const fold = (claim: Claim): void => {
    const parts = partsOf.get(claim);
    if (!parts || done.has(claim)) return;
    done.add(claim);
    for (const part of parts) fold(part);
    claim.victims = foldVictims(claim, parts, adults);
  };
  for (const whole of partsOf.keys()) fold(whole);
}

/** A mention of harm on the word of one chain: two equal sources make two claims. */
function draftOf(
  mention: HarmMention,
  chain: readonly number[],
  annotations: Annotations,
  chains: Chains,
  pack: ReadingPack,
): Draft {
  const { source } = annotations;
  const words = source.doc.slice(mention.trigger).toLowerCase().split(/\s+/);
  const side = ownSide(mention, chain, chains, annotations, pack);
  const group = groupOf(mention, source, pack);
  const told = side === null ? group : { ...group, affiliation: side };
  return {
    mention,
    sentence: source.doc.sentenceOf(mention.trigger.from),
    isTitle: source.isInTitle(mention.trigger.from),
    chain,
    origin: chains.originOf(chain),
    stance: stanceOf(mention, chain, chains, source.doc),
    group: source.isInTitle(mention.trigger.from) ? nameless(told) : told,
    side,
    isHit: mention.harm === 'injured' && words.some((word) => pack.claims.hit.has(word)),
    isPartial: mention.partial === true || isPartial(mention, chain, chains, source, pack),
    isEarly: isEarly(mention, source, pack),
    isGrown: mention.total && isGrown(mention, source.doc, pack),
    isHeadline: isHeadline(mention.trigger.from, source),
    isInAll: holdsBefore('inAll', mention, source.doc, pack.claims),
    isCorrection: isCorrection(mention, source, pack),
    isOfHurt: mention.harm === 'killed' && isOfHurt(mention, annotations, pack),
    incident: null,
    relations: [],
  };
}

const ownSides = new WeakMap<ClaimPack, PhraseTable<true>>();

/** The speaker's own side, where the victims are "32 of its officers" or the dead are none "on our side"; else null. */
function ownSide(
  { people, trigger }: HarmMention,
  chain: readonly number[],
  chains: Chains,
  { source, parties }: Annotations,
  pack: ReadingPack,
): string | null {
  const first = chain[0];
  const side = first === undefined ? undefined : chains.attribution(first).details.speaksFor;
  if (first === undefined || side === undefined) return null;
  const { doc } = source;
  const { from, to } = doc.sentence(doc.sentenceOf(trigger.from));
  let table = ownSides.get(pack.claims);
  if (!table) {
    table = new PhraseTable(pack.claims.ownSide.map((phrase) => [phrase, true] as const));
    ownSides.set(pack.claims, table);
  }
  for (let i = trigger.to; i < Math.min(to, trigger.to + MAX_TO_SIDE); i++)
    if (table.begins(doc.lower(i)) && table.at(doc, i)) return side;
  if (people === null) return null;
  for (let i = people.from; i < people.to; i++) {
    if (!pack.claims.own.has(doc.lower(i))) continue;
    // "The ministry said that the army lost 32 of its men": whose they are is told in between.
    const isOther = parties.some(
      (party) => party.from >= from && party.to <= i && party.name !== side && !chains.isSaying(party.from),
    );
    return isOther ? null : side;
  }
  return null;
}

const MAX_TO_SIDE = 5;

/** What one hospital or morgue has received is a part, whoever has the whole. */
function isPartial(
  mention: HarmMention,
  chain: readonly number[],
  chains: Chains,
  { doc }: Source,
  pack: ReadingPack,
): boolean {
  const first = chain[0];
  if (first === undefined || chains.attribution(first).details.speakerKind !== 'medical') return false;
  const { from, to } = doc.sentence(doc.sentenceOf(mention.trigger.from));
  for (let i = from; i < to; i++) if (pack.claims.received.has(doc.lower(i))) return true;
  return false;
}

/** "Initially nine were said to have been killed": a word of the beginning before the figure, in its sentence. */
function isEarly({ trigger, people }: HarmMention, { doc }: Source, pack: ReadingPack): boolean {
  const { from } = doc.sentence(doc.sentenceOf(trigger.from));
  const to = people ? Math.min(people.from, trigger.from) : trigger.from;
  for (let i = Math.max(from, to - 16); i < to; i++)
    if (pack.claims.early.has(doc.lower(i)) || isEarlierTelling(doc, i, pack)) return true;
  return false;
}

/** "An earlier toll of nine", "a previous police statement". */
function isEarlierTelling(doc: Doc, at: TokenIndex, { claims }: ReadingPack): boolean {
  if (!claims.earlier.has(doc.lower(at))) return false;
  for (let i = at + 1; i <= at + MAX_TO_TELLING; i++) if (claims.tellings.has(doc.lower(i))) return true;
  return false;
}

const MAX_TO_TELLING = 3;

/** A word of growth in the sentence of a total. */
function isGrown({ trigger }: HarmMention, doc: Doc, { claims }: ReadingPack): boolean {
  const { from, to } = doc.sentence(doc.sentenceOf(trigger.from));
  for (
    let i = Math.max(from, trigger.from - MAX_TO_GROWTH);
    i < Math.min(to, trigger.to + MAX_TO_GROWTH);
    i++
  )
    if (claims.growing.has(doc.lower(i))) return true;
  return false;
}

const MAX_TO_GROWTH = 12;

function isCorrection(mention: HarmMention, source: Source, pack: ReadingPack): boolean {
  // "Revising an earlier toll of nine": the nine is what is put right.
  if (isEarly(mention, source, pack)) return false;
  const { doc } = source;
  const { trigger } = mention;
  const { from, to } = doc.sentence(doc.sentenceOf(trigger.from));
  for (let i = Math.max(from, trigger.from - 6); i < Math.min(to, trigger.to + 3); i++)
    if (pack.claims.correcting.has(doc.lower(i))) return true;
  return false;
}

/** Titles capitalise what is no name ("Daughter – Orrin TV"), so their names tell nobody apart. */
function nameless(group: Group): Group {
  return { ...group, names: [] };
}

/** Whether such words stand in the sentence before the word of harm. */
function holdsBefore(kind: 'inAll', { trigger }: HarmMention, doc: Doc, pack: ClaimPack): boolean {
  const { from } = doc.sentence(doc.sentenceOf(trigger.from));
  const table = tableOf(pack, kind);
  for (let i = from; i < trigger.from; i++) if (table.begins(doc.lower(i)) && table.at(doc, i)) return true;
  return false;
}

const tables = new WeakMap<ClaimPack, Map<string, PhraseTable<true>>>();

function tableOf(pack: ClaimPack, kind: 'inAll' | 'diedLater'): PhraseTable<true> {
  const made = tables.get(pack) ?? new Map<string, PhraseTable<true>>();
  tables.set(pack, made);
  const table = made.get(kind) ?? new PhraseTable(pack[kind].map((phrase) => [phrase, true] as const));
  made.set(kind, table);
  return table;
}

/** Whether words by the trigger or in the phrase say that the dead were hurt first: "died of her wounds". */
function isOfHurt(
  { trigger, people }: HarmMention,
  { source }: Annotations,
  { claims }: ReadingPack,
): boolean {
  const table = tableOf(claims, 'diedLater');
  const { from, to } = source.doc.sentence(source.doc.sentenceOf(trigger.from));
  const start = Math.max(from, Math.min(people?.from ?? trigger.from, trigger.from) - 2);
  const end = Math.min(to, Math.max(people?.to ?? trigger.to, trigger.to) + 4);
  for (let i = start; i < end; i++)
    if (table.begins(source.doc.lower(i)) && table.at(source.doc, i)) return true;
  return false;
}

/** Whether the figure that a mention replaces is told before, or there is none. */
function hasOld({ previous, harm }: HarmMention, before: readonly HarmMention[]): boolean {
  return previous === null || before.some((other) => other.harm === harm && other.count.min === previous.min);
}

/** "Rose to 27 from 21": the 21 is a claim too. */
function oldOf(mention: HarmMention): HarmMention {
  return { ...mention, count: mention.previous ?? mention.count, previous: null, total: false };
}

/** How firmly it is meant: the clause's own word first, then how its source puts it. Nobody harmed is asserted, not denied. */
function stanceOf(mention: HarmMention, chain: readonly number[], chains: Chains, doc: Doc): Claim['stance'] {
  if (isZero(mention.count)) return 'asserted';
  if (mention.certainty !== 'asserted') return mention.certainty;
  const first = chain[0];
  if (first === undefined) return 'asserted';
  const {
    details: { stance },
    isHearsay,
  } = chains.attribution(first);
  if (isHearsay) return 'rumoured';
  // "Blamed them for the blast that killed nine": the nine are taken as known, the blame is not.
  const isKnown =
    (stance === 'alleges' || stance === 'denies') && isRelation(doc, mention.trigger.from, 'acl:relcl');
  return isKnown ? 'asserted' : BY_SAYING[stance];
}

const BY_SAYING = {
  asserts: 'asserted',
  acknowledges: 'acknowledged',
  estimates: 'estimated',
  alleges: 'alleged',
  denies: 'denied',
  declines: 'unconfirmed',
  speculates: 'unconfirmed',
} as const;

/** The trigger first, so that claims of one clause can be told by it; then all else that the figure stands on. */
function evidenceOf({ trigger, evidence }: HarmMention, { source }: Annotations): Span[] {
  const rest = evidence.filter(
    (range) => range.to > range.from && !(range.from === trigger.from && range.to === trigger.to),
  );
  return [trigger, ...rest].map((range) => source.span(range));
}

/** The period that a figure over several incidents covers, where a date stands in the words that make it one. */
function aggregateDetails(
  { aggregate }: HarmMention,
  { dates, places, source }: Annotations,
): Partial<Claim> {
  const isIn = (range: TokenRange): boolean =>
    aggregate !== null && range.from < aggregate.to && range.to > aggregate.from;
  const period = dates.find(isIn)?.date;
  const sentence = aggregate ? source.doc.sentenceOf(aggregate.from) : -1;
  const area = places.find((place) => source.doc.sentenceOf(place.from) === sentence)?.place;
  return { ...(period ? { period } : {}), ...(area ? { area } : {}) };
}
