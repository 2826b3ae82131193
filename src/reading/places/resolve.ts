/**
 * Which place of that name? A name that several countries have is settled by the context or not at all: the countries
 * and provinces that the text speaks of, what the words put it in, what lies near. What can't be placed itself takes the
 * place of the smallest that holds it, and says so in its precision; never a guess in another country.
 */
import type { Gazetteer, GazetteerMatch, PlaceIndex, PlaceKind } from '../../knowledge/gazetteer.ts';
import type { Doc } from '../../language/doc.ts';
import type { Place } from '../../model/reading.ts';
import type { PlaceLexicon } from './lexicon.ts';
import type { Spot } from './spot.ts';

/** A town this large is the one meant where nothing in the text speaks for another of its name. */
const FAMOUS = 150_000;
/** How far a neighbour's town can lie from a chief city. */
const BESIDE_KM = 500;
/** No more candidates for a name, or places to tell others by, are weighed. */
const MOST = 40;
/** A site called after a town ("Homs hospital") lies in it, where the town is no smaller than this. */
const EPONYM = 20_000;

/** How far from the middle of a place something can lie that a report puts in it or beside it. */
const REACH_KM: Readonly<Record<PlaceKind, number>> = {
  site: 20,
  neighbourhood: 20,
  city: 60,
  district: 150,
  province: 400,
};

export interface Settled {
  readonly spot: Spot;
  /** Its own number. */
  readonly at: number;
  /** The spot that holds it by the words between them, by its number. */
  readonly outer: number | null;
  country: string | null;
  record: PlaceIndex | null;
  score: number;
  /** The best score of a candidate in another country. */
  rival: number;
  /** So surely settled that others may be told by lying near it. */
  isAnchor: boolean;
  /** Its coordinates are those of another place that holds it. */
  isBorrowed: boolean;
}

export class PlaceResolver {
  readonly #doc: Doc;
  readonly #lexicon: PlaceLexicon;
  readonly #gazetteer: Gazetteer;
  readonly #spots: readonly Spot[];
  readonly #settled: Settled[];
  /** How much speaks for each country, and the sum. */
  readonly #countries = new Map<string, number>();
  #weight = 0;
  /** What each name itself has said for its country: no name bears witness for itself. */
  readonly #own = new Map<string, { code: string; weight: number }>();
  readonly #provinces = new Map<PlaceIndex, number>();
  /** For each spot the candidates that the text leaves in play. */
  #shortlists: (readonly GazetteerMatch[])[] = [];
  /** What was settled surely in the last round: records with their names. */
  #anchors = new Map<PlaceIndex, string>();
  #mainTown: Settled | null | undefined;

  constructor(doc: Doc, lexicon: PlaceLexicon, gazetteer: Gazetteer, spots: readonly Spot[]) {
    this.#doc = doc;
    this.#lexicon = lexicon;
    this.#gazetteer = gazetteer;
    this.#spots = spots;
    this.#settled = spots.map((spot, i) => ({
      spot,
      at: i,
      outer: this.#nextWithin(i),
      country: spot.country?.code ?? null,
      record: null,
      score: 0,
      rival: 0,
      isAnchor: false,
      isBorrowed: false,
    }));
  }

  /** Each round from the last to the first, since a larger place follows what it holds; what is sure in one helps the next. */
  settle(): readonly Settled[] {
    this.#weigh();
    this.#shortlists = this.#settled.map((place) => this.#shortlist(place));
    for (let round = 0; round < 2; round++) {
      for (let i = this.#settled.length - 1; i >= 0; i--) this.#settleOne(i);
      this.#findAnchors();
    }
    this.#agree();
    return this.#settled;
  }

  /** Whether a spot is a place at all. */
  isKept({ spot, record, country, outer }: Settled): boolean {
    if (spot.country) return true;
    if (spot.isPartOfName && spot.role !== 'in' && spot.role !== 'dateline') return false;
    if (this.#isDoubtful(spot) && outer === null) return false;
    if (record === null) return spot.role === 'in' || spot.kind !== null;
    return country !== null;
  }

  /** Its own record, else that of the smallest place that holds it by the words of the text, else the country alone. */
  locate(settled: Settled): {
    record: PlaceIndex | null;
    country: string | null;
    precision: Place['precision'];
  } {
    const { spot, record } = settled;
    if (spot.country) return { record: null, country: spot.country.code, precision: 'country' };
    if (record !== null) {
      return { record, country: settled.country, precision: this.#precisionOf(spot, record) };
    }
    let outer = settled.outer;
    while (outer !== null) {
      const holder = this.#settled[outer]!;
      if (holder.record !== null) return this.#borrow(settled, holder);
      if (holder.spot.country) return { record: null, country: holder.country, precision: 'country' };
      outer = holder.outer;
    }
    const nearby = settled.country === null ? this.#townOf(settled) : null;
    if (nearby) return this.#borrow(settled, nearby);
    const country = settled.country ?? this.#storyCountry();
    return { record: null, country, precision: country ? 'country' : 'unknown' };
  }

  #borrow(settled: Settled, holder: Settled): ReturnType<PlaceResolver['locate']> {
    settled.isBorrowed = true;
    return {
      record: holder.record,
      country: holder.country,
      precision: this.#gazetteer.kind(holder.record!),
    };
  }

  /** The kind that the text gives, but never finer than a record of a whole province or district. */
  #precisionOf(spot: Spot, record: PlaceIndex): Place['precision'] {
    const own = this.#gazetteer.kind(record);
    const said = spot.kind;
    if (spot.isContainerOnly || said === null || said === 'site' || said === 'street') return own;
    if (own === 'province' || own === 'district')
      return said === 'province' || said === 'district' ? said : own;
    return said;
  }

  // What the text speaks of

  #weigh(): void {
    for (const spot of this.#spots) {
      if (spot.country) this.#speakFor(spot.country.code, spot.role === 'adjective' ? 0.5 : 1);
      else if (!spot.isPartOfName || spot.role === 'in') this.#vote(spot);
    }
  }

  #speakFor(code: string, weight: number): void {
    this.#countries.set(code, (this.#countries.get(code) ?? 0) + weight);
    this.#weight += weight;
  }

  /** A town that only one country has, or one far larger than its namesakes, speaks for its country. */
  #vote(spot: Spot): void {
    const { candidates } = spot;
    if (candidates.length === 0 || this.#isDoubtful(spot)) return;
    const gazetteer = this.#gazetteer;
    const sizeOf = ({ index, isUsual }: GazetteerMatch) => gazetteer.population(index) / (isUsual ? 1 : 20);
    let best = candidates[0]!;
    for (const each of candidates) if (sizeOf(each) > sizeOf(best)) best = each;
    const code = gazetteer.country(best.index);
    let rival = 0;
    let isAlone = true;
    for (const each of candidates) {
      if (gazetteer.country(each.index) === code) continue;
      isAlone = false;
      rival = Math.max(rival, sizeOf(each));
    }
    const size = sizeOf(best);
    const strength = spot.role === 'dateline' ? 2 : spot.role === 'in' ? 1 : 0.5;
    const isKnown = size > EPONYM || gazetteer.kind(best.index) === 'province';
    const weight = isAlone ? (isKnown ? 0.8 : 0.2) : size > FAMOUS && size > 5 * rival ? 0.6 : 0;
    if (weight > 0) {
      this.#speakFor(code, strength * weight);
      const own = this.#own.get(spot.folded);
      if (own) own.weight += strength * weight;
      else this.#own.set(spot.folded, { code, weight: strength * weight });
    }
    for (const { index } of candidates) {
      const isSaid =
        spot.kind === 'province' || this.#lexicon.provinceNames.has(spot.folded) || candidates.length === 1;
      if (gazetteer.kind(index) === 'province' && isSaid) {
        this.#provinces.set(index, (this.#provinces.get(index) ?? 0) + strength);
      }
    }
  }

  /** The country that most of the text speaks for; null where none stands out. */
  #storyCountry(): string | null {
    for (const [code, weight] of this.#countries) {
      if (weight >= 0.8 && weight >= 0.6 * this.#weight) return code;
    }
    return null;
  }

  /** A word of the language, with nothing to say that it is a place. */
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
      next.isPartOfName ||
      next.from - spot.to > 6 ||
      next.from === spot.to
    )
      return null;
    if (this.#doc.sentenceOf(next.from) !== this.#doc.sentenceOf(spot.from)) return null;
    for (let at = spot.to; at < next.from; at++) {
      if (!this.#lexicon.within.has(this.#doc.lower(at))) return null;
    }
    return i + 1;
  }

  // Which of the candidates

  /** Candidates in countries that nothing speaks for are out, but for large towns; of very many, the largest stay. */
  #shortlist({ spot, outer }: Settled): readonly GazetteerMatch[] {
    const gazetteer = this.#gazetteer;
    const { candidates } = spot;
    if (candidates.length < 4) return candidates;
    const holder = outer === null ? null : this.#spots[outer]!.country;
    const inPlay = candidates.filter(({ index }) => {
      const code = gazetteer.country(index);
      if (holder !== null) return holder.code === code;
      return outer !== null || this.#countries.has(code) || gazetteer.population(index) >= FAMOUS;
    });
    if (inPlay.length <= MOST) return inPlay;
    return inPlay
      .sort((a, b) => gazetteer.population(b.index) - gazetteer.population(a.index))
      .slice(0, MOST);
  }

  /** A text has few places that others are told by; the first ones are enough, so that long texts take no longer. */
  #findAnchors(): void {
    this.#anchors = new Map();
    for (const { isAnchor, record, spot } of this.#settled) {
      if (isAnchor && record !== null) this.#anchors.set(record, spot.folded);
      if (this.#anchors.size >= MOST) break;
    }
  }

  #settleOne(i: number): void {
    const place = this.#settled[i]!;
    const { spot } = place;
    if (spot.country) return;
    const outer = place.outer === null ? null : this.#settled[place.outer]!;
    place.record = null;
    place.score = 0;
    place.rival = 0;
    for (const match of this.#shortlists[i]!) this.#consider(match, false, place, outer);
    for (const match of spot.heard) this.#consider(match, true, place, outer);
    if (this.#isTossUp(place)) place.record = null;
    place.country = place.record === null ? this.#onlyCountry(spot) : this.#gazetteer.country(place.record);
    place.isAnchor = place.record !== null && this.#isSure(place.record, place, outer);
  }

  /** All that bear the name lie in one country, though nothing says which of them is meant. */
  #onlyCountry(spot: Spot): string | null {
    let only: string | null = null;
    const isOfKind = spot.candidates.some(({ index }) => this.#gazetteer.kind(index) === spot.kind);
    for (const { index } of spot.candidates) {
      if (isOfKind && this.#gazetteer.kind(index) !== spot.kind) continue;
      const code = this.#gazetteer.country(index);
      if (only !== null && code !== only) return null;
      only = code;
    }
    const isPlain = spot.role === 'in' || spot.role === 'dateline' || spot.kind !== null;
    return only !== null && isPlain && spot.candidates.length > 1 ? only : null;
  }

  /** Held by a larger place, or large, or the only one of the name in a country that the text speaks for. */
  #isSure(index: PlaceIndex, { spot }: Settled, outer: Settled | null): boolean {
    if (spot.isPartOfName || spot.isContainerOnly || this.#gazetteer.kind(index) === 'province') return false;
    if (outer !== null && outer.country !== null && !outer.spot.isPartOfName) return true;
    const population = this.#gazetteer.population(index);
    if (population > FAMOUS && population >= 4 * this.#rivalOf(index, spot)) return true;
    const isNamed =
      spot.candidates.some((each) => each.index === index && each.isUsual) || spot.candidates.length === 1;
    return (
      isNamed && !this.#isAmbiguous(index, spot) && this.#support(this.#gazetteer.country(index), spot) >= 0.3
    );
  }

  #consider(
    { index, isUsual }: GazetteerMatch,
    isHeard: boolean,
    place: Settled,
    outer: Settled | null,
  ): void {
    if (isHeard && !this.#isBelieved(index, place.spot, outer)) return;
    if (this.#isElsewhere(index, outer)) return;
    const score = this.#score(index, isUsual, place, outer) - (isHeard ? 1 : 0);
    if (score > place.score) {
      if (place.record !== null && !this.#isSameCountry(place.record, index)) place.rival = place.score;
      place.record = index;
      place.score = score;
    } else if (place.record !== null && score > place.rival && !this.#isSameCountry(place.record, index)) {
      place.rival = score;
    }
  }

  #isSameCountry(a: PlaceIndex, b: PlaceIndex): boolean {
    return this.#gazetteer.country(a) === this.#gazetteer.country(b);
  }

  /** Close to the chief city of another country that the text speaks of: wars are with neighbours. */
  #isBeside(index: PlaceIndex): boolean {
    for (const code of this.#countries.keys()) {
      if (code === this.#gazetteer.country(index)) continue;
      const chief = this.#gazetteer.chiefCityOf(code);
      if (chief !== null && this.#gazetteer.kilometres(index, chief) < BESIDE_KM) return true;
    }
    return false;
  }

  /** Two countries have a large place of the name, and the text speaks for neither. */
  #isTossUp(place: Settled): boolean {
    if (place.record === null || place.score - place.rival > 1.5 || place.rival === 0) return false;
    if (this.#isBeside(place.record)) return false;
    return this.#support(this.#gazetteer.country(place.record), place.spot) === 0;
  }

  /** A name that only sounds alike is believed in a country of the story, close to the place that holds it. */
  #isBelieved(index: PlaceIndex, spot: Spot, outer: Settled | null): boolean {
    const gazetteer = this.#gazetteer;
    if (spot.isContainerOnly || this.#support(gazetteer.country(index), spot) < 0.2) return false;
    if (outer === null || outer.record === null) return true;
    return gazetteer.kilometres(index, outer.record) < REACH_KM[gazetteer.kind(outer.record)] / 2;
  }

  /** Whether the text puts it in a place that it is too far from. */
  #isElsewhere(index: PlaceIndex, outer: Settled | null): boolean {
    const gazetteer = this.#gazetteer;
    if (outer === null) return false;
    if (outer.spot.country && outer.country !== gazetteer.country(index)) return true;
    if (outer.record === null) return false;
    if (outer.record === index) return true;
    if (gazetteer.isWithin(index, outer.record)) return false;
    return gazetteer.kilometres(index, outer.record) > REACH_KM[gazetteer.kind(outer.record)];
  }

  /** The share of the text that speaks for a country, leaving out what the name itself says. */
  #support(code: string, spot: Spot): number {
    const own = this.#own.get(spot.folded);
    const weight = (this.#countries.get(code) ?? 0) - (own?.code === code ? own.weight : 0);
    return weight < 0.05 ? 0 : weight / Math.max(1, this.#weight);
  }

  /** Above zero: may be it. What the text says outweighs size. */
  #score(index: PlaceIndex, isUsual: boolean, place: Settled, outer: Settled | null): number {
    const gazetteer = this.#gazetteer;
    const { spot } = place;
    const code = gazetteer.country(index);
    const kind = gazetteer.kind(index);
    const population = gazetteer.population(index);
    const isArea = kind === 'province' || kind === 'district';
    const support = this.#support(code, spot);
    const isHeld = outer !== null && (outer.record !== null || outer.country === code);
    if (support === 0 && !isHeld && !this.#standsAlone(index, isUsual, spot)) return 0;
    const near = this.#nearness(index, spot);
    const province = gazetteer.provinceOf(index);
    const inProvince = province !== null && this.#provinces.has(province);
    if (spot.isContainerOnly && (population < EPONYM || !(isHeld || near > 0.9 || population > FAMOUS)))
      return 0;
    // One of several of the name in the country, and nothing in the text says which.
    const isLocal = isHeld || near >= 1 || inProvince || (!isArea && this.#isDominant(index, spot));
    if (!isLocal && this.#isAmbiguous(index, spot)) return 0;
    if (spot.kind === 'neighbourhood' && kind === 'city' && !isHeld && near < 1.5) return 0;
    let score = Math.log10(population + 10) + 6 * support + kindScore(kind, spot, this.#lexicon);
    if (!isUsual) score -= 0.7;
    if (gazetteer.isCapital(index) && isUsual) score += 4;
    else if (!isHeld && this.#isNamesakeOfCapital(population, spot)) score -= 2;
    if (inProvince) score += 1.5;
    if (outer === null) score += near;
    else if (outer.record !== null && gazetteer.isWithin(index, outer.record)) score += 4;
    else if (outer.record !== null) score += gazetteer.kilometres(index, outer.record) < 40 ? 3 : 0;
    const isFar = support === 0 && !isHeld && !gazetteer.isCapital(index) && !this.#isBeside(index);
    return isFar ? score - 1.5 : score;
  }

  /** A name that nothing else in the text speaks for: a large town, or one whose name no other country has. */
  #standsAlone(index: PlaceIndex, isUsual: boolean, spot: Spot): boolean {
    const gazetteer = this.#gazetteer;
    const population = gazetteer.population(index);
    const isPlain = spot.role === 'in' || spot.role === 'dateline' || spot.kind !== null;
    if ((!isUsual && spot.candidates.length > 1) || (!isPlain && this.#weight > 2)) return false;
    // In a story that has its country, only a city of the world is believed elsewhere.
    if (population >= (this.#weight > 2 ? 4 * FAMOUS : FAMOUS)) return true;
    const code = gazetteer.country(index);
    const isKnown = population >= 10_000 || gazetteer.kind(index) !== 'city';
    return isPlain && isKnown && spot.candidates.every((each) => gazetteer.country(each.index) === code);
  }

  /** Twenty times as many people live in a capital of the name. */
  #isNamesakeOfCapital(population: number, spot: Spot): boolean {
    const gazetteer = this.#gazetteer;
    return spot.candidates.some(
      ({ index, isUsual }) =>
        isUsual && gazetteer.isCapital(index) && gazetteer.population(index) > 20 * population,
    );
  }

  /** How many live in the largest other place of the name. */
  #rivalOf(index: PlaceIndex, spot: Spot): number {
    let rival = 0;
    for (const each of spot.candidates) {
      if (each.index === index || this.#gazetteer.kind(each.index) !== 'city') continue;
      if (this.#gazetteer.country(each.index) === this.#gazetteer.country(index)) {
        rival = Math.max(rival, this.#gazetteer.population(each.index));
      }
    }
    return rival;
  }

  /** Whether the same country has another place of the name. */
  #isAmbiguous(index: PlaceIndex, spot: Spot): boolean {
    const code = this.#gazetteer.country(index);
    const kind = this.#gazetteer.kind(index);
    return spot.candidates.some(
      (each) =>
        each.index !== index &&
        this.#gazetteer.country(each.index) === code &&
        (this.#gazetteer.kind(each.index) === kind || kind !== 'province') &&
        this.#gazetteer.kilometres(each.index, index) > 60,
    );
  }

  /** Far larger than its namesakes in the country, and so large that it needs no word, or the text gives no other bearing. */
  #isDominant(index: PlaceIndex, spot: Spot): boolean {
    const gazetteer = this.#gazetteer;
    const population = gazetteer.population(index);
    if (population <= 30_000 || population < 4 * this.#rivalOf(index, spot)) return false;
    if (population > FAMOUS) return true;
    const code = gazetteer.country(index);
    for (const [anchor, folded] of this.#anchors) {
      if (folded !== spot.folded && gazetteer.country(anchor) === code) return false;
    }
    return true;
  }

  /** A place near others of the text is likelier to be the one meant. */
  #nearness(index: PlaceIndex, spot: Spot): number {
    let best = Infinity;
    for (const [anchor, folded] of this.#anchors) {
      if (folded !== spot.folded) best = Math.min(best, this.#gazetteer.kilometres(index, anchor));
    }
    return best < 40 ? 1.5 : best < 150 ? 1 : best < 400 ? 0.5 : 0;
  }

  /** One name means one place in one report: the reading that the text settles best holds for all of them. */
  #agree(): void {
    const best = new Map<string, Settled>();
    const isSure = ({ outer, record }: Settled) =>
      record !== null && outer !== null && this.#settled[outer]!.country !== null;
    for (const place of this.#settled) {
      if (place.record === null || place.spot.isContainerOnly) continue;
      const known = best.get(place.spot.folded);
      if (
        !known ||
        (isSure(place) && !isSure(known)) ||
        (isSure(place) === isSure(known) && place.score > known.score)
      ) {
        best.set(place.spot.folded, place);
      }
    }
    for (const place of this.#settled) {
      const known = best.get(place.spot.folded);
      const { spot } = place;
      if (
        !known ||
        spot.country ||
        known === place ||
        isSure(place) ||
        spot.isContainerOnly ||
        spot.kind !== known.spot.kind
      )
        continue;
      if (place.record === null && spot.kind !== null) continue;
      place.record = known.record;
      place.country = known.country;
    }
  }

  /** A street or a hospital lies in the town of its sentence, else of the one before, else of the dateline. */
  #townOf(settled: Settled): Settled | null {
    const at = settled.at;
    const sentence = this.#doc.sentenceOf(settled.spot.from);
    const isTown = (other: Settled | undefined) =>
      other !== undefined &&
      other.record !== null &&
      !other.spot.isPartOfName &&
      this.#gazetteer.kind(other.record) !== 'province';
    for (const step of [-1, 1]) {
      for (let k = at + step; k >= 0 && k < this.#settled.length; k += step) {
        const other = this.#settled[k]!;
        if (this.#doc.sentenceOf(other.spot.from) !== sentence) break;
        if (isTown(other) && other.spot.role === 'in') return other;
      }
    }
    const { kind } = settled.spot;
    if (kind !== 'site' && kind !== 'street' && kind !== 'neighbourhood') return null;
    for (let k = at - 1; k >= 0 && sentence - this.#doc.sentenceOf(this.#settled[k]!.spot.from) <= 2; k--) {
      if (isTown(this.#settled[k]) && this.#settled[k]!.spot.role !== 'origin') return this.#settled[k]!;
    }
    return this.#townOfStory();
  }

  /** The town of the dateline, else the one that the text names most, where it names one twice or no other. */
  #townOfStory(): Settled | null {
    if (this.#mainTown !== undefined) return this.#mainTown;
    const counts = new Map<PlaceIndex, number>();
    let best: Settled | null = null;
    for (const place of this.#settled) {
      const { record, spot } = place;
      if (record === null || spot.isPartOfName || this.#gazetteer.kind(record) !== 'city') continue;
      if (spot.role === 'dateline') return (this.#mainTown = place);
      const count = (counts.get(record) ?? 0) + 1;
      counts.set(record, count);
      if (best === null || count > counts.get(best.record!)!) best = place;
    }
    return (this.#mainTown =
      best !== null && (counts.size === 1 || counts.get(best.record!)! > 1) ? best : null);
  }
}

/** Whether a record is of the kind that the text speaks of. */
function kindScore(kind: PlaceKind, spot: Spot, lexicon: PlaceLexicon): number {
  const isArea = kind === 'province' || kind === 'district';
  switch (spot.kind) {
    case 'province':
    case 'district':
      return kind === spot.kind ? 3 : isArea ? 2 : -0.5;
    case 'city':
      return isArea ? -2 : 0;
    case 'neighbourhood':
      return kind === 'neighbourhood' || kind === 'site' ? 2 : 0;
    case null:
      if (kind === 'province') return lexicon.provinceNames.has(spot.folded) ? 2 : -0.5;
      return kind === 'district' ? -1.5 : 0;
    default:
      return 0;
  }
}
