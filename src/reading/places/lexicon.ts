/** The pack's tables as sets and maps, made once for each pack. Keys of names are folded as the gazetteer folds them. */
import { foldName } from '../../knowledge/fold.ts';
import type { Place } from '../../model/reading.ts';
import type { PlacePack, Relation } from './pack.ts';

export interface CountryName {
  readonly code: string;
  /** The usual name, for an adjective too. */
  readonly name: string;
  readonly isAdjective: boolean;
}

export interface PlaceLexicon {
  readonly countries: ReadonlyMap<string, CountryName>;
  readonly kinds: ReadonlyMap<string, Place['precision']>;
  readonly kindModifiers: ReadonlySet<string>;
  readonly prepositions: ReadonlyMap<string, Relation>;
  readonly weakPrepositions: ReadonlySet<string>;
  readonly vague: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
  readonly directions: ReadonlyMap<string, Relation>;
  readonly between: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly parting: ReadonlySet<string>;
  readonly ownerMarks: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  readonly commonWords: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly provinceNames: ReadonlySet<string>;
}

const cache = new WeakMap<PlacePack, PlaceLexicon>();

export function placeLexicon(pack: PlacePack): PlaceLexicon {
  let lexicon = cache.get(pack);
  if (!lexicon) cache.set(pack, (lexicon = build(pack)));
  return lexicon;
}

function build(pack: PlacePack): PlaceLexicon {
  const countries = new Map<string, CountryName>();
  for (const { code, names, demonyms } of pack.countries) {
    const name = names[0]!;
    for (const each of names) countries.set(foldName(each), { code, name, isAdjective: false });
    for (const each of demonyms) countries.set(foldName(each), { code, name, isAdjective: true });
  }
  return {
    countries,
    kinds: new Map(Object.entries(pack.kinds)),
    kindModifiers: new Set(pack.kindModifiers),
    prepositions: new Map(Object.entries(pack.prepositions)),
    weakPrepositions: new Set(pack.weakPrepositions),
    vague: new Set(pack.vague.map(foldName)),
    kin: new Set(pack.kin),
    directions: new Map(Object.entries(pack.directions)),
    between: new Set(pack.between),
    within: new Set(pack.within),
    particles: new Set(pack.particles),
    parting: new Set(pack.parting),
    ownerMarks: new Set(pack.ownerMarks),
    titles: new Set(pack.titles),
    speech: new Set(pack.speech),
    origins: new Set(pack.origins),
    commonWords: new Set(pack.commonWords),
    notNames: new Set(pack.notNames),
    organisations: new Set(pack.organisations),
    provinceNames: new Set(pack.provinceNames.map(foldName)),
  };
}
