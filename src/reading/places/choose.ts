/** Which of the places that a report names is the one where something happened? For those who put events together. */
import type { Doc, TokenRange } from '../../language/doc.ts';
import type { Place } from '../../model/reading.ts';
import type { PlaceMention } from '../annotations.ts';

const FINENESS: Readonly<Record<Place['precision'], number>> = {
  site: 6,
  street: 6,
  neighbourhood: 5,
  city: 4,
  district: 3,
  province: 2,
  country: 1,
  unknown: 0,
};

/**
 * The place of what these tokens tell: named in the same sentence, as a place rather than an adjective, the finest of
 * its chain. `usual` stands in where the sentence names none. Null where there is nothing.
 */
export function choosePlace(
  doc: Doc,
  places: readonly PlaceMention[],
  told: TokenRange,
  usual: PlaceMention | null = null,
): PlaceMention | null {
  const sentence = doc.sentenceOf(told.from);
  let best: PlaceMention | null = null;
  let bestScore = 0;
  for (const mention of places) {
    if (doc.sentenceOf(mention.from) !== sentence) continue;
    const score = placeScore(mention, told, places);
    if (score > bestScore) {
      best = mention;
      bestScore = score;
    }
  }
  if (!best) return usual;
  return best.role === 'adjective' && usual && bestScore < 3 ? usual : best;
}

function roleScore({ place, role, by, within }: PlaceMention): number {
  const isCountry = by === 'country-name';
  const isUnlocated = place.latitude === undefined && !isCountry;
  const base = {
    in: 8,
    dateline: 2,
    origin: 2,
    name: within === null ? 3 : 4,
    adjective: isCountry ? -9 : 3,
  }[role];
  return base - (isUnlocated ? 3 : 0);
}

/** How well a mention serves as the place of what these tokens tell; zero or less: it does not. */
export function placeScore(mention: PlaceMention, told: TokenRange, places: readonly PlaceMention[]): number {
  const { place } = mention;
  let base = roleScore(mention);
  // "Arle, Velland": what holds it tells how it is meant.
  for (let outer = mention.within; outer !== null; outer = places[outer]!.within) {
    base = Math.max(base, roleScore(places[outer]!));
  }
  const distance = mention.from >= told.to ? mention.from - told.to : Math.max(0, told.from - mention.to);
  return base + FINENESS[place.precision] - Math.min(4, distance / 8);
}

/**
 * The first place of a report that something is said to have happened in: the usual one where a sentence names none.
 * Where it is no finer than a district, the first place inside it that the report goes on to name.
 */
export function storyPlace(doc: Doc, places: readonly PlaceMention[]): PlaceMention | null {
  let coarse: PlaceMention | null = null;
  let dateline: PlaceMention | null = null;
  for (let s = 0; s < doc.sentenceCount; s++) {
    const found = choosePlace(doc, places, doc.sentence(s));
    if (!found || (coarse && (found.role !== 'in' || found.place.country !== coarse.place.country))) continue;
    if (found.role === 'dateline') dateline ??= found;
    else if (FINENESS[found.place.precision] >= FINENESS.city) return found;
    else coarse ??= found;
  }
  return coarse ?? dateline ?? places[0] ?? null;
}

/** The country that most of the named places lie in; null where none stands out. */
export function storyCountry(places: readonly PlaceMention[]): string | null {
  const weights = new Map<string, number>();
  let sum = 0;
  for (const { place, role } of places) {
    if (!place.country || role === 'adjective') continue;
    const weight = role === 'in' || role === 'dateline' ? 2 : 1;
    weights.set(place.country, (weights.get(place.country) ?? 0) + weight);
    sum += weight;
  }
  for (const [code, weight] of weights) if (weight > 0.5 * sum) return code;
  return null;
}
