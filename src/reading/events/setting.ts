/** Where and when an incident happened: the best of the places and days that its sentences name. */
import type { Doc, TokenRange } from '../../language/doc.ts';
import type { DateRange, Event, Place } from '../../model/reading.ts';
import type { Annotations, DateMention, PlaceMention } from '../annotations.ts';
import type { Chains } from '../claims/chains.ts';
import type { Incident } from '../claims/draft.ts';
import { isOfParty } from './incidents.ts';
import type { EventPack } from './pack.ts';

/** Finer is better, but a name without coordinates can be anything. */
const FINENESS: Record<Place['precision'], number> = {
  site: 5,
  street: 5,
  neighbourhood: 4.5,
  city: 4,
  district: 2.5,
  province: 2,
  country: 0.5,
  unknown: 1,
};

/** Later clauses of a long report seldom name the place of its main incident. */
const MAX_CLAUSES = 12;

export class Settings {
  readonly #places: Map<number, PlaceMention[]>;
  readonly #dates: Map<number, DateMention[]>;
  readonly #chains: Chains;
  readonly #lead: number;
  readonly #doc: Doc;
  readonly #pack: EventPack;

  constructor(annotations: Annotations, chains: Chains, pack: EventPack) {
    this.#pack = pack;
    const { doc, storyOffset } = annotations.source;
    this.#chains = chains;
    this.#doc = doc;
    this.#places = bySentence(annotations.places, (token) => doc.sentenceOf(token));
    this.#dates = bySentence(annotations.dates, (token) => doc.sentenceOf(token));
    this.#lead =
      storyOffset > 0 && doc.length > 0
        ? doc.sentenceOf(Math.min(doc.tokenAt(storyOffset), doc.length - 1))
        : 0;
  }

  /**
   * The most telling place of an incident. The first place that its clauses name fixes the country: a town of another
   * country, named later, is where somebody spoke or came from.
   */
  place(incident: Incident, isMain: boolean): Place | null {
    const ranges = [...incident.clauses.slice(0, MAX_CLAUSES), ...(isMain ? this.#opening() : [])];
    let country: string | undefined;
    let best: { score: number; place: Place } | null = null;
    ranges.forEach((range, rank) => {
      for (const mention of this.#placesIn(range)) {
        const { place } = mention;
        if (this.#chains.isSaying(mention.from) || isOfParty(mention, this.#doc)) continue;
        // Where a report was sent from is the place of nothing, unless no other is named.
        const isDateline = mention.role === 'dateline';
        if (!isDateline) country ??= place.country;
        if (place.country && country && place.country !== country) continue;
        const located = place.latitude !== undefined ? 1.5 : 0;
        const isFirst = place.name === incident.place?.name ? 1 : 0;
        const how = (place.relation === 'in' || place.relation === 'near' ? 1 : 0) + isFirst;
        const score =
          FINENESS[place.precision] + located + how - Math.min(rank, 6) * 1.2 - (isDateline ? 6 : 0);
        if (!best || score > best.score) best = { score, place };
      }
    });
    return (best as { place: Place } | null)?.place ?? null;
  }

  #placesIn({ from, to }: TokenRange): PlaceMention[] {
    const sentence = this.#doc.sentenceOf(from);
    return (this.#places.get(sentence) ?? []).filter((mention) => mention.from >= from && mention.from < to);
  }

  /** The first sentences of the body, then the title. */
  #opening(): TokenRange[] {
    const sentences = [this.#lead, this.#lead + 1, this.#lead + 2, this.#lead + 3, 0];
    return sentences.filter((s) => s < this.#doc.sentenceCount).map((s) => this.#doc.sentence(s));
  }

  date(incident: Incident, isMain: boolean): { date: DateRange; time: Event['time'] | null } | null {
    const own = incident.sentences.flatMap((sentence) => this.#eventDates(sentence));
    const all =
      isMain && own.length === 0
        ? this.#around(incident).flatMap((sentence) => this.#eventDates(sentence))
        : own;
    const mention = incident.date ?? all[0];
    if (!mention) return null;
    const time =
      mention.time ?? all.find((other) => other.time && sameDay(other.date, mention.date))?.time ?? null;
    // Of bodies found nobody knows the day, only that it was no later.
    const date = this.#isFind(incident, mention) ? { ...mention.date, start: null } : mention.date;
    return { date, time };
  }

  #isFind({ drafts }: Incident, { from }: DateMention): boolean {
    const sentence = this.#doc.sentence(this.#doc.sentenceOf(from));
    let [hasFound, hasBody] = [false, false];
    for (let i = sentence.from; i < sentence.to; i++) {
      if (this.#pack.finding.has(this.#doc.lower(i))) hasFound = true;
      if (this.#pack.bodies.has(this.#doc.lower(i))) hasBody = true;
    }
    return (
      hasFound &&
      hasBody &&
      drafts.every(({ mention }) => mention.harm === 'killed' && mention.agent === null)
    );
  }

  #eventDates(sentence: number): DateMention[] {
    return (this.#dates.get(sentence) ?? []).filter((mention) => !this.#isSaying(mention));
  }

  #isSaying({ from }: DateMention): boolean {
    return this.#chains.isSaying(from) || this.#chains.isDayOfSaying(from);
  }

  /** An incident's own sentences, the body's first, then the opening of the report. */
  #around({ sentences }: Incident): number[] {
    const body = sentences.filter((sentence) => sentence >= this.#lead);
    const title = sentences.filter((sentence) => sentence < this.#lead);
    const opening = [this.#lead, this.#lead + 1, this.#lead + 2, this.#lead + 3, 0];
    return [...new Set([...body.slice(0, 12), ...title, ...opening])];
  }
}

function sameDay(a: DateRange, b: DateRange): boolean {
  return a.start === b.start && a.end === b.end;
}

function bySentence<T extends { from: number }>(
  items: readonly T[],
  sentenceOf: (token: number) => number,
): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const item of items) {
    const sentence = sentenceOf(item.from);
    const list = map.get(sentence);
    if (list) list.push(item);
    else map.set(sentence, [item]);
  }
  return map;
}
