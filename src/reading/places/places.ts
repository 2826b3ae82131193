/** Where? Every name of a place in the report, resolved in the light of the others. */
import type { Gazetteer } from '../../knowledge/gazetteer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Place } from '../../model/reading.ts';
import type { PlaceMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import { placeLexicon } from './lexicon.ts';
import type { PlacePack } from './pack.ts';
import { PlaceResolver, type Settled } from './resolve.ts';
import { Spotter } from './spot.ts';

/** All places of a report, in the order of the text. A place within a larger one names it in `within`. */
export function findPlaces(source: Source, pack: PlacePack, knowledge: Knowledge): PlaceMention[] {
  const { doc } = source;
  const lexicon = placeLexicon(pack);
  const { gazetteer } = knowledge;
  const spots = new Spotter(doc, doc.tokenAt(source.storyOffset), pack, lexicon, gazetteer).spots();
  const resolver = new PlaceResolver(doc, lexicon, gazetteer, spots);
  const settled = resolver.settle();
  const isKept = settled.map((each) => resolver.isKept(each));
  let count = 0;
  const numbers = isKept.map((kept) => (kept ? count++ : -1));
  return settled.flatMap((each, i) => {
    if (!isKept[i]) return [];
    let outer = each.outer;
    while (outer !== null && !isKept[outer]) outer = settled[outer]!.outer;
    return [mentionOf(each, resolver, source, gazetteer, outer === null ? null : numbers[outer]!)];
  });
}

function mentionOf(
  settled: Settled,
  resolver: PlaceResolver,
  source: Source,
  gazetteer: Gazetteer,
  within: number | null,
): PlaceMention {
  const { spot } = settled;
  const range = { from: spot.from, to: spot.to };
  const { record, country, precision } = resolver.locate(settled);
  const known = record === null ? null : gazetteer.place(record);
  const place: Place = {
    name: spot.country?.name ?? source.doc.slice(range).replace(/\s+/g, ' '),
    ...(spot.relation ? { relation: spot.relation } : {}),
    ...(country ? { country } : {}),
    ...(known ? { latitude: known.latitude, longitude: known.longitude } : {}),
    precision,
    evidence: [source.span(range)],
  };
  return { ...range, place, role: spot.role, within, record: known?.id ?? null, by: ruleOf(settled) };
}

function ruleOf({ spot, record, isBorrowed }: Settled): string {
  if (spot.country) return 'country-name';
  if (record === null) return isBorrowed ? 'place-in-place' : 'place-unknown';
  return spot.isContainerOnly ? 'place-of-site' : 'gazetteer';
}
