/**
 * Which mentions tell of which incident. A report is read from its title down; it stays with the incident that it tells
 * of until a day, a place or a phrase ("in a separate attack") says otherwise, and comes back to its main one after an
 * aside about the past. Splitting loses figures where it is wrong, so only what is said splits.
 */
import { type Doc, NO_HEAD, type TokenIndex, type TokenRange } from '../../language/doc.ts';
import { childrenOf, isRelation } from '../../language/tree.ts';
import { isNumbered } from '../../model/count.ts';
import type { DateRange } from '../../model/reading.ts';
import type { Annotations, DateMention, PlaceMention } from '../annotations.ts';
import type { Chains } from '../claims/chains.ts';
import type { Draft, Incident, TriggerMention } from '../claims/draft.ts';
import { sharesName } from '../claims/group.ts';
import { PhraseTable } from '../phrases.ts';
import { areApart, isSamePlace } from './apart.ts';
import type { EventPack, EventTrigger } from './pack.ts';
import { isUsed } from './things.ts';
import { isUnreal } from './unreal.ts';

interface Tables {
  readonly triggers: PhraseTable<EventTrigger>;
  readonly separate: PhraseTable<true>;
  readonly background: PhraseTable<true>;
  readonly later: PhraseTable<true>;
  readonly deed: PhraseTable<true>;
}
type PhraseKind = Exclude<keyof Tables, 'triggers'>;

/** A piece of a sentence that tells of one incident. */
interface Clause {
  readonly range: TokenRange;
  readonly drafts: readonly Draft[];
  readonly words: readonly TriggerMention[];
  readonly isPast: boolean;
}

const tablesOf = new WeakMap<EventPack, Tables>();

function tables(pack: EventPack): Tables {
  let found = tablesOf.get(pack);
  if (!found) {
    found = {
      triggers: new PhraseTable(
        pack.triggers.flatMap((trigger) => trigger.words.map((word) => [word, trigger] as const)),
      ),
      separate: tableOf(pack.separate),
      background: tableOf(pack.background),
      later: tableOf(pack.later),
      deed: tableOf(pack.deed),
    };
    tablesOf.set(pack, found);
  }
  return found;
}

function tableOf(phrases: readonly string[]): PhraseTable<true> {
  return new PhraseTable(phrases.map((phrase) => [phrase, true] as const));
}

/** Words of attack and disaster in the whole text, the longest at each place, in order. */
export function findTriggers(
  { source, parties }: Pick<Annotations, 'source' | 'parties'>,
  pack: EventPack,
): TriggerMention[] {
  const { doc } = source;
  const isParty = new Set(
    parties.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)),
  );
  const isDoer = (token: TokenIndex): boolean => isParty.has(token) || pack.attackers.has(doc.lower(token));
  const { triggers } = tables(pack);
  const found: TriggerMention[] = [];
  for (let i = 0; i < doc.length; i++) {
    const match = triggers.at(doc, i);
    if (!match || isOfName(source, match) || (match.value.needsDoer && !hasDoer(doc, match.from, isDoer)))
      continue;
    found.push({
      from: match.from,
      to: match.to,
      trigger: match.value,
      sentence: doc.sentenceOf(i),
      isTitle: source.isInTitle(i),
      isUnreal: isUnreal(doc, match.from, pack) || isWeaponLeft(doc, match, pack),
    });
    i = match.to - 1;
  }
  return found;
}

/** "Lynch" of "Marsha Lynch": in the text a capital that opens no sentence is a name's. */
function isOfName(source: Annotations['source'], { from, to }: TokenRange): boolean {
  const { doc } = source;
  const form = doc.form(from);
  if (to > from + 1 || form === form.toLowerCase() || form === form.toUpperCase()) return false;
  return (
    !source.isInTitle(from) && from > doc.sentence(doc.sentenceOf(from)).from && doc.upos(from) === 'PROPN'
  );
}

/** Whether somebody who attacks stands as the doer of a verb: its subject, its "by", or the subject it shares. */
function hasDoer(doc: Doc, verb: TokenIndex, isDoer: (token: TokenIndex) => boolean): boolean {
  let at = verb;
  for (let steps = 0; steps < 3; steps++) {
    const doers = [
      ...childrenOf(doc, at, 'nsubj').filter((child) => doc.deprel(child) === 'nsubj'),
      ...childrenOf(doc, at, 'obl:agent'),
    ];
    if (doers.length > 0) return doers.some(isDoer);
    const head = doc.head(at);
    if (head === NO_HEAD || !isRelation(doc, at, 'conj', 'advcl', 'xcomp')) return false;
    at = head;
  }
  return false;
}

/** A weapon that was seized or found tells of no attack. A tree is dear: it is asked only where the sentence has such a verb. */
function isWeaponLeft(doc: Doc, { from, to }: TokenRange, pack: EventPack): boolean {
  if (to - from > 2 || !pack.weapons.has(doc.lower(to - 1))) return false;
  const sentence = doc.sentence(doc.sentenceOf(from));
  for (let i = sentence.from; i < sentence.to; i++)
    if (pack.taking.has(doc.lower(i))) return !isUsed(doc, to - 1, pack);
  return false;
}

/** The report's incidents, the main one first. Every draft but those of aggregates is given one. */
export function findIncidents(
  annotations: Annotations,
  drafts: readonly Draft[],
  triggers: readonly TriggerMention[],
  chains: Chains,
  pack: EventPack,
): Incident[] {
  const isOfArrests = drafts.every(({ mention }) => mention.harm === 'detained');
  const clustering = new Clustering(annotations, chains, pack, isOfArrests);
  let d = 0;
  let t = 0;
  const { doc } = annotations.source;
  for (let sentence = 0; sentence < doc.sentenceCount; sentence++) {
    const inSentence: Draft[] = [];
    const words: TriggerMention[] = [];
    while (d < drafts.length && drafts[d]!.sentence <= sentence) inSentence.push(drafts[d++]!);
    while (t < triggers.length && triggers[t]!.sentence <= sentence) words.push(triggers[t++]!);
    clustering.read(sentence, inSentence, words);
  }
  return rank(clustering.all, annotations, clustering.isRoundUp);
}

class Clustering {
  readonly incidents: Incident[] = [];
  readonly #annotations: Annotations;
  readonly #chains: Chains;
  readonly #pack: EventPack;
  readonly #datesOf: Map<number, DateMention[]>;
  readonly #isOfArrests: boolean;
  /** The report tells of several incidents, each in paragraphs of its own. */
  readonly isRoundUp: boolean;
  #current: Incident | null = null;
  /** Arrests that follow an attack are an incident of their own, whoever was arrested. */
  #arrests: Incident | null = null;

  constructor(annotations: Annotations, chains: Chains, pack: EventPack, isOfArrests: boolean) {
    this.#annotations = annotations;
    this.#chains = chains;
    this.#pack = pack;
    this.#isOfArrests = isOfArrests;
    this.isRoundUp = annotations.harms.some((mention) => mention.isRoundUp);
    this.#datesOf = new Map();
    const { doc } = annotations.source;
    for (const date of annotations.dates) {
      const sentence = doc.sentenceOf(date.from);
      const list = this.#datesOf.get(sentence);
      if (list) list.push(date);
      else this.#datesOf.set(sentence, [date]);
    }
  }

  read(sentence: number, drafts: readonly Draft[], words: readonly TriggerMention[]): void {
    const { doc } = this.#annotations.source;
    const range = doc.sentence(sentence);
    const isNewParagraph = sentence === 0 || this.#startsParagraph(range.from);
    const ofIncidents = drafts.filter(({ mention }) => mention.aggregate === null);
    const incidentDrafts = ofIncidents.filter((draft) => !this.#arrest(draft, sentence));
    const real = words.filter(({ isUnreal }) => !isUnreal);
    const tells = incidentDrafts.length > 0 || real.some(isTelling);
    if (!tells) {
      this.#current?.triggers.push(...real);
      this.#current?.around.push(sentence);
      return;
    }
    if (this.isRoundUp && this.#startsLine(range.from) && this.#bringsIn(sentence, incidentDrafts))
      this.#current = this.#open(
        this.#eventDate(sentence, range, incidentDrafts[0]!.mention.trigger.from),
        false,
      );
    const [first, ...asides] = this.#clauses(range, incidentDrafts, real);
    this.#tell(sentence, first!, isNewParagraph, false);
    const current = this.#current;
    for (const aside of asides) this.#tell(sentence, aside, false, true);
    this.#current = current;
  }

  /** Gives the drafts and words of one clause their incident. */
  #tell(
    sentence: number,
    { range, drafts, words, isPast }: Clause,
    isNewParagraph: boolean,
    isAside: boolean,
  ): void {
    const near = drafts[0]?.mention.trigger.from ?? words[0]?.from;
    if (near === undefined) return;
    const date = this.#eventDate(sentence, range, near);
    const place = this.#placeIn(range, near);
    const incident =
      this.#ofVictim(drafts) ??
      (isPast || isAside
        ? this.#asideOf(date, place, isPast)
        : this.#incidentOf(range, near, date, place, isNewParagraph, drafts));
    for (const draft of drafts) {
      draft.incident = incident;
      incident.drafts.push(draft);
    }
    incident.triggers.push(...words);
    if (!incident.sentences.includes(sentence)) incident.sentences.push(sentence);
    incident.clauses.push(range);
    incident.date ??= date;
    incident.place ??= place?.place ?? null;
    this.#current = incident;
  }

  /**
   * The sentence in the pieces that may tell of different incidents. "A bomb killed four in Maro, hours after gunmen
   * abducted 17 pupils in Kessa" has two; "a man wanted for the killing of a reporter was shot dead" has the killing of
   * the reporter as the second.
   */
  #clauses(range: TokenRange, drafts: readonly Draft[], words: readonly TriggerMention[]): Clause[] {
    const whole: Clause = { range, drafts, words, isPast: false };
    if (drafts.length === 0 || drafts.length + words.length < 2) return [whole];
    const past = drafts.filter((draft) => this.#isOfDeed(draft));
    if (past.length > 0 && past.length < drafts.length) {
      const rest = drafts.filter((draft) => !past.includes(draft));
      return [
        { ...whole, drafts: rest },
        { range, drafts: past, words: [], isPast: true },
      ];
    }
    // "They blew up a tower, in revenge for the killing of two": nobody is killed in what is told.
    const deed = past.length > 0 ? Math.min(...past.map(({ mention }) => mention.trigger.from)) : range.from;
    const told = words.filter((word) => word.to < deed - DEED_REACH && isTelling(word));
    if (past.length > 0 && told.length > 0)
      return [
        { ...whole, drafts: [], words: told },
        { range, drafts: past, words: words.filter((word) => !told.includes(word)), isPast: true },
      ];
    const join = this.#find('later', { from: drafts[0]!.mention.trigger.from, to: range.to });
    if (!join) return [whole];
    const before = { from: range.from, to: join.from };
    const after = { from: join.to, to: range.to };
    const isAfter = ({ mention }: Draft): boolean => mention.trigger.from >= join.to;
    // "He died hours after he was shot": the people of the second clause are those of the first.
    const isOther = drafts.some(
      (draft) => isAfter(draft) && draft.group.introduction !== 'pronoun' && draft.mention.people,
    );
    const places = [this.#placeIn(before, before.from), this.#placeIn(after, after.from)];
    if (!isOther || !places[0] || !places[1] || isSamePlace(places[0].place, places[1].place)) return [whole];
    return [before, after].map((piece, i) => ({
      range: piece,
      drafts: drafts.filter((draft) => isAfter(draft) === (i === 1)),
      words: words.filter((word) => word.from >= join.to === (i === 1)),
      isPast: false,
    }));
  }

  /** "Wanted for the murder of", "protesting against the killing of": a deed that the clause only refers to. */
  #isOfDeed({ mention }: Draft): boolean {
    const { trigger } = mention;
    const { doc } = this.#annotations.source;
    const start = Math.max(doc.sentence(doc.sentenceOf(trigger.from)).from, trigger.from - DEED_REACH);
    const deed = this.#find('deed', { from: start, to: trigger.from });
    return deed !== null && deed.to >= trigger.from - 3;
  }

  /** Nobody dies twice: a clause that names somebody who was killed tells of the incident that has already named them. */
  #ofVictim(drafts: readonly Draft[]): Incident | null {
    for (const incident of this.incidents) {
      const known = drafts.filter((draft) => incident.drafts.some((other) => areOfOne(draft, other)));
      const isAll = drafts.every(
        ({ mention, group }) =>
          group.introduction === 'pronoun' ||
          known.some((draft) => draft.mention.trigger.from === mention.trigger.from),
      );
      if (known.length > 0 && isAll) return incident;
    }
    return null;
  }

  #asideOf(date: DateMention | null, place: PlaceMention | null, isPast: boolean): Incident {
    const known = this.incidents.find(
      (incident) =>
        incident !== this.#current &&
        ((place && isSamePlace(incident.place, place.place)) ||
          (date && incident.date && agree(incident.date.date, date.date) && isPast)),
    );
    return known ?? this.#open(date, isPast);
  }

  #placeIn({ from, to }: TokenRange, near: TokenIndex): PlaceMention | null {
    let best: PlaceMention | null = null;
    for (const place of this.#annotations.places) {
      if (place.from < from || place.from >= to || this.#chains.isSaying(place.from)) continue;
      // "The Velland army" is no place.
      if (isOfParty(place, this.#annotations.source.doc)) continue;
      const isAfter = place.from >= near;
      if (!best || (isAfter && best.from < near)) best = place;
    }
    return best;
  }

  #arrest(draft: Draft, sentence: number): boolean {
    if (this.#isOfArrests || draft.mention.harm !== 'detained') return false;
    this.#arrests ??= {
      drafts: [],
      triggers: [],
      sentences: [],
      clauses: [],
      around: [],
      date: null,
      place: null,
      isBackground: false,
    };
    draft.incident = this.#arrests;
    this.#arrests.drafts.push(draft);
    if (!this.#arrests.sentences.includes(sentence)) this.#arrests.sentences.push(sentence);
    this.#arrests.clauses.push(this.#annotations.source.doc.sentence(sentence));
    const { doc } = this.#annotations.source;
    this.#arrests.date ??= this.#eventDate(sentence, doc.sentence(sentence), draft.mention.trigger.from);
    return true;
  }

  /** All incidents in the order of their opening, arrests last. */
  get all(): Incident[] {
    return this.#arrests ? [...this.incidents, this.#arrests] : this.incidents;
  }

  /** New people at a new place or moment: the next incident of a round-up. */
  #bringsIn(sentence: number, drafts: readonly Draft[]): boolean {
    if (!drafts.some(({ group, isTitle }) => group.introduction === 'new' && !isTitle)) return false;
    const { doc } = this.#annotations.source;
    const { from, to } = doc.sentence(sentence);
    const isHere = ({ from: at }: TokenRange): boolean => at >= from && at < to;
    return this.#datesOf.has(sentence) || this.#annotations.places.some(isHere);
  }

  #startsLine(token: TokenIndex): boolean {
    const { doc } = this.#annotations.source;
    return token > 0 && doc.text.slice(doc.end(token - 1), doc.start(token)).includes('\n');
  }

  #startsParagraph(token: TokenIndex): boolean {
    const { doc } = this.#annotations.source;
    if (token === 0) return true;
    return /\n\s*\n/.test(doc.text.slice(doc.end(token - 1), doc.start(token)));
  }

  #incidentOf(
    range: TokenRange,
    near: TokenIndex,
    date: DateMention | null,
    place: PlaceMention | null,
    isNewParagraph: boolean,
    drafts: readonly Draft[],
  ): Incident {
    const hasHarm = drafts.length > 0;
    const main = this.incidents.find((incident) => !incident.isBackground) ?? null;
    const isSeparate = this.#holds('separate', { from: range.from, to: Math.min(range.to, range.from + 8) });
    const isPast = this.#isPast(range, date, main);
    if (!main && !isPast) return this.#open(date, false);
    if (isPast) {
      const known = this.incidents.find(
        (incident) =>
          incident.isBackground && (!date || !incident.date || agree(incident.date.date, date.date)),
      );
      return known && this.#current === known ? known : this.#open(date, true);
    }
    if (isSeparate && (hasHarm || date)) return this.#open(date, false);
    // "In Kessa, a watchman was killed": a place too far from the one told of so far is of another incident.
    const here = this.#current ?? main!;
    const isTold =
      place && (place.from <= range.from + 2 || (place.place.relation && this.#hangsOn(place, near)));
    // The body begins with what the title tells; what looks like a place or a day there may be none.
    const isTitled = this.#isOnlyInTitle(here);
    if (isTitled && here.drafts.length === 0) here.date = date ?? here.date;
    if (place && isTold && !isSamePlace(here.place, place.place) && !isTitled) {
      const there = this.incidents.find((incident) => isSamePlace(incident.place, place.place));
      if (there) return there;
      if (hasHarm && place.from <= range.from + 2 && isOther(drafts, here) && !isLocated(place, here))
        return this.#open(date, false);
      const margin = place.from <= range.from + 2 ? 0 : PASSING_KM;
      if (hasHarm && here.place && areApart(here.place, place.place, margin) && !isToldBefore(drafts, here))
        return this.#open(date, false);
    }
    const current = this.#current && !(this.#current.isBackground && isNewParagraph) ? this.#current : main!;
    if (date && current.date && !agree(current.date.date, date.date)) {
      const known = this.incidents.find((incident) => incident.date && agree(incident.date.date, date.date));
      if (known) return known;
      if (hasHarm && isEarlier(date.date, current.date.date) && !isToldBefore(drafts, current))
        return this.#open(date, true);
    }
    return current;
  }

  #isOnlyInTitle({ sentences }: Incident): boolean {
    const { source } = this.#annotations;
    return sentences.every((sentence) => source.isInTitle(source.doc.sentence(sentence).from));
  }

  /** Told as history: by its words, or by a day long before the report's own. */
  #isPast(range: TokenRange, date: DateMention | null, main: Incident | null): boolean {
    const published = this.#annotations.source.publishedDay;
    if (date && isOpenPast(date.date)) return false;
    const end = date?.date.end ?? null;
    const isOld = end !== null && published !== null && daysBetween(end, published) > PAST_DAYS;
    if (!main) return false;
    if (main.date && date && agree(main.date.date, date.date)) return false;
    return isOld || this.#holds('background', range);
  }

  #holds(kind: PhraseKind, range: TokenRange): boolean {
    return this.#find(kind, range) !== null;
  }

  #find(kind: PhraseKind, { from, to }: TokenRange): TokenRange | null {
    const { doc } = this.#annotations.source;
    const table = tables(this.#pack)[kind];
    for (let i = from; i < to; i++) {
      const match = table.begins(doc.lower(i)) ? table.at(doc, i) : null;
      if (match) return match;
    }
    return null;
  }

  /** The day of what happened, as against the day on which it was told: the date nearest the word of harm, not in a cue. */
  #eventDate(sentence: number, { from, to }: TokenRange, near: TokenIndex): DateMention | null {
    let best: DateMention | null = null;
    let least = Number.POSITIVE_INFINITY;
    const { doc } = this.#annotations.source;
    const dates = (this.#datesOf.get(sentence) ?? []).filter((date) => date.from >= from && date.from < to);
    for (const date of dates) {
      const isOfSaying = this.#chains.isSaying(date.from) || this.#chains.isDayOfSaying(date.from);
      // "Jailed on Monday for the murder of two guards in May 2021": the day that hangs on the harm, then the nearest.
      const hangs = (isOfSaying || dates.length > 1) && this.#hangsOn(date, near);
      if (isOfSaying && !hangs) continue;
      // A noun of harm has its day behind it.
      const isBefore = date.from < near && doc.upos(near) === 'NOUN';
      const distance =
        Math.abs(date.from - near) +
        (hangs ? 0 : LOOSE) +
        (isBefore ? BEHIND : 0) +
        (date.basis === 'story' ? LOOSE : 0);
      if (distance < least) [best, least] = [date, distance];
    }
    return best;
  }

  /** Whether the date hangs on the word of harm itself, however the sentence is taken to be said. */
  #hangsOn({ from, to }: TokenRange, trigger: TokenIndex): boolean {
    const { doc } = this.#annotations.source;
    for (let at: TokenIndex = to - 1, steps = 0; at !== NO_HEAD && steps < 12; at = doc.head(at), steps++) {
      if (at === trigger) return true;
      if ((at < from || at >= to) && this.#chains.isSaying(at)) return false;
    }
    return false;
  }

  #open(date: DateMention | null, isBackground: boolean): Incident {
    if (this.incidents.length >= MAX_INCIDENTS) return this.incidents[this.incidents.length - 1]!;
    const incident: Incident = {
      drafts: [],
      triggers: [],
      sentences: [],
      clauses: [],
      around: [],
      date,
      place: null,
      isBackground,
    };
    this.incidents.push(incident);
    return incident;
  }
}

/** "Velland soldiers", "in the Velland strikes", "a man from Orrin": says whose or whence, not where. */
export function isOfParty({ to, place, role }: PlaceMention, doc: Doc): boolean {
  if (role === 'adjective' || role === 'origin') return true;
  return place.precision === 'country' && (!place.relation || doc.upos(to - 1) === 'ADJ');
}

/** Harm of a kind that the incident has none of: an abduction after a bomb. */
function isOther(drafts: readonly Draft[], incident: Incident): boolean {
  return drafts.every(({ mention }) => incident.drafts.every((other) => other.mention.harm !== mention.harm));
}

function isLocated({ place }: PlaceMention, incident: Incident): boolean {
  return place.latitude !== undefined && incident.place?.latitude !== undefined;
}

/** The same figure again, of two people or more: another incident would hardly have it too. */
function isToldBefore(drafts: readonly Draft[], incident: Incident): boolean {
  return drafts.some(({ mention, group }) =>
    incident.drafts.some(
      (other) =>
        other.mention.harm === mention.harm &&
        group.count.min > 1 &&
        isNumbered(group.count) &&
        other.group.count.min === group.count.min,
    ),
  );
}

/** One person by name, killed in both. */
function areOfOne(a: Draft, b: Draft): boolean {
  const isKilled = [a, b].every(({ mention, group }) => mention.harm === 'killed' && group.isOne);
  return isKilled && sharesName(a.group, b.group);
}

/** A date that lies so far before the report is history. Fitted by eye on reports of trials, which come weeks after. */
const PAST_DAYS = 60;
/** How far before the word of harm the words may stand that make a deed of it: "in revenge for the". */
const DEED_REACH = 6;
const MAX_INCIDENTS = 30;
/** More tokens than a sentence has between a harm and its day. */
const LOOSE = 1000;
/** By how many tokens a day behind a noun of harm is taken to be nearer than one before it. */
const BEHIND = 10;
/** A place named in passing must be this much farther off than one that opens its sentence. */
const PASSING_KM = 20;

function isOpenPast(date: DateRange): boolean {
  return date.start === null && date.end === null;
}

function agree(a: DateRange, b: DateRange): boolean {
  return (a.start ?? '') <= (b.end ?? '9999') && (b.start ?? '') <= (a.end ?? '9999');
}

function isEarlier(a: DateRange, b: DateRange): boolean {
  return a.end !== null && b.start !== null && a.end < b.start;
}

function daysBetween(a: string, b: string): number {
  return (Date.parse(b) - Date.parse(a)) / 86_400_000;
}

/** The main incident first, the others as they are told. Title and lead weigh most; the past and the merely attacked least. */
function rank(incidents: readonly Incident[], { source }: Annotations, isRoundUp: boolean): Incident[] {
  const lead = source.storyOffset > 0 ? source.doc.sentenceOf(source.doc.tokenAt(source.storyOffset)) : 0;
  const hasHarm = incidents.some(isOfHarm);
  const score = (incident: Incident): number => {
    const isInTitle = incident.sentences.some((sentence) => sentence < lead);
    const isInLead = incident.sentences.some((sentence) => sentence === lead || sentence === lead + 1);
    if (isRoundUp) return gravity(incident);
    const dead = incident.drafts.filter(({ mention }) => mention.harm === 'killed').length;
    return (
      (isInTitle ? 6 : 0) +
      (isInLead ? 4 : 0) +
      Math.min(incident.drafts.length, 8) * 0.5 +
      Math.min(dead, 4) * 0.5 +
      (incident.drafts.length > 0 ? 2 : hasHarm ? -4 : 0) -
      (incident.isBackground ? 6 : 0) -
      (incident.drafts.some(({ mention }) => mention.harm === 'detained') ? 8 : 0)
    );
  };
  let main = incidents[0];
  for (const incident of incidents) if (main && score(incident) > score(main)) main = incident;
  return main ? [main, ...incidents.filter((incident) => incident !== main)] : [];
}

function isTelling({ trigger }: TriggerMention): boolean {
  return trigger.isAttack || trigger.weight >= 2;
}

function isOfHarm({ drafts, isBackground }: Incident): boolean {
  return !isBackground && drafts.some(({ mention }) => mention.harm !== 'detained');
}

/** Of a round-up the gravest incident is the main one: by its dead, then by its hurt. */
function gravity({ drafts, isBackground }: Incident): number {
  if (isBackground) return -1;
  const most = (harm: string): number => {
    const own = drafts.filter(({ mention }) => mention.harm === harm);
    const ones = own.filter(({ group }) => group.isOne && group.introduction === 'new').length;
    return Math.max(ones, 0, ...own.map(({ group }) => (isNumbered(group.count) ? group.count.min : 0)));
  };
  return most('killed') * 1000 + most('injured') + drafts.length / 100;
}
