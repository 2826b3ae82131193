/**
 * Where? Every name of a place in the report, resolved in the light of the others: which country the story is in, which
 * place holds which. A name that could be in several countries is settled by the context or not at all; what can't be
 * placed itself takes the place of the smallest that holds it, and says so in its precision.
 */
import type { Gazetteer, PlaceIndex, PlaceKind } from '../../knowledge/gazetteer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc } from '../../language/doc.ts';
import type { Place } from '../../model/reading.ts';
import type { PlaceMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import { type PlaceLexicon, placeLexicon } from './lexicon.ts';
import type { PlacePack } from './pack.ts';
import { type Spot, Spotter } from './spot.ts';

/** A town this large is the one meant where nothing in the text speaks for another of its name. */
const FAMOUS = 150_000;

/** How far from the middle of a place something can lie that a report puts in it or beside it. */
const REACH_KM: Readonly<Record<PlaceKind, number>> = {
  site: 20,
  neighbourhood: 20,
  city: 60,
  district: 150,
  province: 400,
};

export function findPlaces(source: Source, pack: PlacePack, knowledge: Knowledge): PlaceMention[] {
  const { doc } = source;
  const lexicon = placeLexicon(pack);
  const { gazetteer } = knowledge;
  const bodyStart = doc.tokenAt(source.bodyOffset);
  const spots = new Spotter(doc, bodyStart, pack, lexicon, gazetteer).spots();
  return new Resolver(source, lexicon, gazetteer, spots).mentions();
}

interface Settled {
  readonly spot: Spot;
  country: string | null;
  record: PlaceIndex | null;
}

class Resolver {
  readonly #source: Source;
  readonly #doc: Doc;
  readonly #lexicon: PlaceLexicon;
  readonly #gazetteer: Gazetteer;
  readonly #spots: readonly Spot[];
  /** How much speaks for each country, and the sum. */
  readonly #countries = new Map<string, number>();
  #weight = 0;

  constructor(source: Source, lexicon: PlaceLexicon, gazetteer: Gazetteer, spots: readonly Spot[]) {
    this.#source = source;
    this.#doc = source.doc;
    this.#lexicon = lexicon;
    this.#gazetteer = gazetteer;
    this.#spots = spots;
  }

  mentions(): PlaceMention[] {
    this.#weighCountries();
    const within = this.#spots.map((_, i) => this.#nextWithin(i));
    const settled: Settled[] = this.#spots.map((spot) => ({
      spot,
      country: spot.country?.code ?? null,
      record: null,
    }));
    // From the last to the first, so that the larger place, which follows, is settled before what it holds.
    for (let i = settled.length - 1; i >= 0; i--) {
      const outer = within[i];
      this.#settle(settled[i]!, outer == null ? null : settled[outer]!, settled);
    }
    const kept = settled.map((each, i) => this.#isKept(each, within[i] ?? null));
    const places: number[] = [];
    let count = 0;
    for (const keep of kept) places.push(keep ? count++ : -1);
    return settled.flatMap((each, i) => {
      if (!kept[i]) return [];
      let outer = within[i] ?? null;
      while (outer !== null && !kept[outer]) outer = within[outer] ?? null;
      return [this.#mention(each, i, settled, within, outer === null ? null : places[outer]!)];
    });
  }

  #weighCountries(): void {
    const add = (code: string, weight: number) => {
      this.#countries.set(code, (this.#countries.get(code) ?? 0) + weight);
      this.#weight += weight;
    };
    for (const spot of this.#spots) {
      if (spot.country) add(spot.country.code, spot.role === 'adjective' ? 0.5 : 1);
      else if (!spot.isPartOfName || spot.role === 'in') {
        const vote = this.#voteOf(spot);
        if (vote) add(vote.code, vote.weight);
      }
    }
  }

  /** A town that only one country has, or one far larger than its namesakes, speaks for its country. */
  #voteOf(spot: Spot): { code: string; weight: number } | null {
    const { candidates } = spot;
    if (candidates.length === 0) return null;
    const gazetteer = this.#gazetteer;
    if (this.#isDoubtful(spot)) return null;
    let best = candidates[0]!;
    let second = 0;
    for (const each of candidates) {
      if (gazetteer.population(each) > gazetteer.population(best)) best = each;
    }
    const code = gazetteer.country(best);
    for (const each of candidates) {
      if (gazetteer.country(each) !== code) second = Math.max(second, gazetteer.population(each));
    }
    const size = gazetteer.population(best);
    const strength = spot.role === 'dateline' ? 2 : spot.role === 'in' ? 1 : 0.5;
    if (second === 0 && candidates.every((each) => gazetteer.country(each) === code)) {
      return {
        code,
        weight: strength * (size > 20_000 || this.#gazetteer.kind(best) === 'province' ? 0.8 : 0.3),
      };
    }
    if (size > FAMOUS && size > 5 * second) return { code, weight: strength * 0.6 };
    return null;
  }

  /** A word of the language, or a single word at the head of a sentence, with nothing to say that it is a place. */
  #isDoubtful(spot: Spot): boolean {
    if (spot.role === 'in' || spot.role === 'dateline' || spot.kind !== null || spot.country) return false;
    return (
      spot.name.to - spot.name.from === 1 && this.#lexicon.commonWords.has(this.#doc.lower(spot.name.from))
    );
  }

  /** The place that holds this one by the words between: "X in Y", "X, Y", "X in the northern Y". */
  #nextWithin(i: number): number | null {
    const spot = this.#spots[i]!;
    const next = this.#spots[i + 1];
    if (
      !next ||
      next.country?.isAdjective ||
      this.#doc.sentenceOf(next.from) !== this.#doc.sentenceOf(spot.from)
    )
      return null;
    if (next.from - spot.to > 6 || next.from === spot.to) return null;
    for (let at = spot.to; at < next.from; at++)
      if (!this.#lexicon.within.has(this.#doc.lower(at))) return null;
    return i + 1;
  }

  #settle(place: Settled, outer: Settled | null, all: readonly Settled[]): void {
    const { spot } = place;
    if (spot.country) return;
    let best: PlaceIndex | null = null;
    let bestScore = 0;
    const consider = (candidate: PlaceIndex, isHeard: boolean) => {
      if (isHeard && !this.#isBelieved(candidate, spot, outer)) return;
      const score = this.#score(candidate, spot, outer, all) - (isHeard ? 1 : 0);
      if (score > bestScore && !this.#isElsewhere(candidate, spot, outer)) {
        best = candidate;
        bestScore = score;
      }
    };
    for (const candidate of spot.candidates) consider(candidate, false);
    for (const candidate of spot.heard) consider(candidate, true);
    if (best === null) return;
    place.record = best;
    place.country = this.#gazetteer.country(best);
  }

  /** A name that only sounds alike is believed in the country of the story, close to the place that holds it. */
  #isBelieved(candidate: PlaceIndex, spot: Spot, outer: Settled | null): boolean {
    const code = this.#gazetteer.country(candidate);
    if (spot.isContainerOnly || (this.#countries.get(code) ?? 0) < 0.2 * this.#weight) return false;
    return (
      outer === null ||
      outer.record === null ||
      this.#gazetteer.kilometres(candidate, outer.record) < REACH_KM[this.#gazetteer.kind(outer.record)] / 2
    );
  }

  /** Whether the text puts it in a place that it is too far from. */
  #isElsewhere(candidate: PlaceIndex, spot: Spot, outer: Settled | null): boolean {
    const gazetteer = this.#gazetteer;
    if (spot.isContainerOnly && gazetteer.population(candidate) < 20_000) return true;
    if (outer === null || outer.record === null) return false;
    if (outer.record === candidate) return true;
    if (gazetteer.isWithin(candidate, outer.record)) return false;
    return gazetteer.kilometres(candidate, outer.record) > REACH_KM[gazetteer.kind(outer.record)];
  }

  /** Above zero: may be it. What the text says outweighs size. */
  #score(candidate: PlaceIndex, spot: Spot, outer: Settled | null, all: readonly Settled[]): number {
    const gazetteer = this.#gazetteer;
    const code = gazetteer.country(candidate);
    const population = gazetteer.population(candidate);
    const support = (this.#countries.get(code) ?? 0) / Math.max(1, this.#weight);
    const kind = gazetteer.kind(candidate);
    let score = Math.log10(population + 10) / 2 + 6 * support;
    if (gazetteer.isCapital(candidate)) score += 1;
    if (spot.kind === 'province' || spot.kind === 'district') {
      score += kind === spot.kind ? 3 : kind === 'province' || kind === 'district' ? 2 : -0.5;
    } else if (spot.kind === 'city' && (kind === 'province' || kind === 'district')) score -= 2;
    else if (spot.kind === 'neighbourhood' && (kind === 'neighbourhood' || kind === 'site')) score += 2;
    else if (kind === 'province' && spot.kind === null)
      score -= this.#lexicon.provinceNames.has(spot.folded) ? -2 : 0.5;
    else if (kind === 'district' && spot.kind === null) score -= 1.5;
    if (outer) {
      if (outer.record !== null) {
        if (gazetteer.isWithin(candidate, outer.record)) score += 4;
        else if (gazetteer.kind(outer.record) === 'province' && code === outer.country) score -= 3;
        else {
          const km = gazetteer.kilometres(candidate, outer.record);
          score += km < 60 ? 3 : km < 200 ? 1 : -2;
        }
      }
      if (outer.country !== null) score += outer.country === code ? 2 : -6;
    } else score += this.#nearness(candidate, all);
    if (support === 0 && !(outer && outer.country === code)) {
      // Nothing speaks for this country: only a large town, whose name stands as a place, is believed.
      if (population < FAMOUS || (spot.role === 'name' && this.#weight > 2)) return 0;
      score -= 1.5;
    }
    return score;
  }

  /** A place near others of the text is likelier to be the one meant. */
  #nearness(candidate: PlaceIndex, all: readonly Settled[]): number {
    let best = Infinity;
    for (const { record, spot } of all) {
      if (record === null || record === candidate || spot.role === 'adjective') continue;
      best = Math.min(best, this.#gazetteer.kilometres(candidate, record));
    }
    return best < 40 ? 1.5 : best < 150 ? 1 : best < 400 ? 0.5 : 0;
  }

  #isKept({ spot, record, country }: Settled, outer: number | null): boolean {
    if (spot.country) return true;
    if (spot.isPartOfName && spot.role !== 'in' && spot.role !== 'dateline') return false;
    if (this.#isDoubtful(spot) && outer === null) return false;
    if (record === null) return spot.role === 'in' || spot.kind !== null;
    return country !== null;
  }

  #mention(
    settled: Settled,
    i: number,
    all: readonly Settled[],
    within: readonly (number | null)[],
    outer: number | null,
  ): PlaceMention {
    const { spot } = settled;
    const range = { from: spot.from, to: spot.to };
    const located = this.#locate(settled, i, all, within);
    const place: Place = {
      name: spot.country?.name ?? this.#doc.slice(range),
      ...(spot.relation && spot.relation !== 'in' ? { relation: spot.relation } : {}),
      ...(located.country ? { country: located.country } : {}),
      ...(located.record === null ? {} : this.#point(located.record)),
      precision: located.precision,
      evidence: [this.#source.span(range)],
    };
    const known = located.record === null ? null : this.#gazetteer.place(located.record);
    return {
      ...range,
      place,
      role: spot.role,
      within: outer,
      record: known?.id ?? null,
      by: spot.country
        ? 'country-name'
        : settled.record === null
          ? 'place-unknown'
          : spot.isContainerOnly
            ? 'place-site'
            : 'gazetteer',
    };
  }

  #point(record: PlaceIndex): { latitude: number; longitude: number } {
    const { latitude, longitude } = this.#gazetteer.place(record);
    return { latitude, longitude };
  }

  /** Its own record, else that of the smallest place that holds it by the words of the text, else the country alone. */
  #locate(
    settled: Settled,
    i: number,
    all: readonly Settled[],
    within: readonly (number | null)[],
  ): { record: PlaceIndex | null; country: string | null; precision: Place['precision'] } {
    const { spot, record } = settled;
    if (spot.country) return { record: null, country: spot.country.code, precision: 'country' };
    if (record !== null) {
      const own = this.#gazetteer.kind(record);
      const precision =
        spot.isContainerOnly || spot.kind === null || spot.kind === 'site' || spot.kind === 'street'
          ? own
          : finer(own, spot.kind);
      return { record, country: settled.country, precision };
    }
    for (let outer = within[i] ?? null; outer !== null; outer = within[outer] ?? null) {
      const holder = all[outer]!;
      if (holder.record !== null) {
        return {
          record: holder.record,
          country: holder.country,
          precision: this.#gazetteer.kind(holder.record),
        };
      }
      if (holder.spot.country) return { record: null, country: holder.country, precision: 'country' };
    }
    const nearby = this.#inSameSentence(i, all);
    if (nearby)
      return {
        record: nearby.record,
        country: nearby.country,
        precision: this.#gazetteer.kind(nearby.record!),
      };
    const country = this.#storyCountry();
    return { record: null, country, precision: country ? 'country' : 'unknown' };
  }

  /** A town that the same sentence is set in: "In Arle, the Al-Noor mosque was hit." */
  #inSameSentence(i: number, all: readonly Settled[]): Settled | null {
    const sentence = this.#doc.sentenceOf(all[i]!.spot.from);
    for (const step of [-1, 1]) {
      for (let k = i + step; k >= 0 && k < all.length; k += step) {
        const other = all[k]!;
        if (this.#doc.sentenceOf(other.spot.from) !== sentence) break;
        if (other.record !== null && other.spot.role === 'in' && !other.spot.isPartOfName) return other;
      }
    }
    return null;
  }

  /** The country that most of the text speaks for; null where none stands out. */
  #storyCountry(): string | null {
    let best: string | null = null;
    for (const [code, weight] of this.#countries) {
      if (best === null || weight > this.#countries.get(best)!) best = code;
    }
    return best !== null && this.#countries.get(best)! >= 0.6 * this.#weight ? best : null;
  }
}

/** The kind that the text gives, but never finer than a record of a whole province or district. */
function finer(own: Place['precision'], said: Place['precision']): Place['precision'] {
  if (own === 'province' || own === 'district')
    return said === 'province' || said === 'district' ? said : own;
  return said;
}
