import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kilometresBetween } from '../../src/knowledge/gazetteer.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_PLACES } from '../../src/languages/en/places/pack.ts';
import type { PlaceMention } from '../../src/reading/annotations.ts';
import { storyPlace } from '../../src/reading/places/choose.ts';
import { findPlaces } from '../../src/reading/places/places.ts';
import { Source } from '../../src/reading/source.ts';

const knowledge = loadKnowledge();

function read(text: string): { source: Source; places: PlaceMention[] } {
  const source = new Source({ id: 'x', text }, english());
  return { source, places: findPlaces(source, ENGLISH_PLACES, knowledge) };
}

/** "words: country precision role" of each place in a text. */
function placesIn(text: string): string[] {
  const { source, places } = read(text);
  return places.map(
    ({ from, to, place, role }) =>
      `${source.doc.slice({ from, to })}: ${place.country ?? '?'} ${place.precision} ${role}`,
  );
}

function placeOf(text: string, words: string): PlaceMention {
  const { source, places } = read(text);
  const found = places.find((mention) => source.doc.slice(mention) === words);
  assert.ok(found, `no place "${words}" in "${text}": ${placesIn(text).join('; ')}`);
  return found;
}

function isNear({ place }: PlaceMention, latitude: number, longitude: number, km = 15): boolean {
  if (place.latitude === undefined || place.longitude === undefined) return false;
  return kilometresBetween(place.latitude, place.longitude, latitude, longitude) < km;
}

describe('a place that several have', () => {
  it('is the one of the country or state that the text names', () => {
    assert.ok(isNear(placeOf('A bus was shot at in Córdoba, Colombia.', 'Córdoba'), 8.3, -75.6, 250));
    assert.ok(isNear(placeOf('Two men were shot in Jackson, Miss., police said.', 'Jackson'), 32.3, -90.18));
    assert.ok(isNear(placeOf('Two men were shot in Portland, Maine.', 'Portland'), 43.66, -70.25));
    assert.ok(isNear(placeOf('Two men were shot in Portland, Oregon.', 'Portland'), 45.52, -122.68));
  });
  it('is the capital of the country told of', () => {
    const text =
      'PUERTO ARLE (Agencia Faro) -- Salvadoran soldiers shot a man in San Salvador, the Salvadoran army said.';
    assert.equal(placeOf(text, 'San Salvador').place.country, 'SV');
  });
  it('is none where nothing tells which', () => {
    assert.equal(
      placeOf('A man was shot in Springfield, police said.', 'Springfield').place.latitude,
      undefined,
    );
  });
  it('is never taken from a country that the text does not speak of', () => {
    const { place } = placeOf(
      'In Jharkhand, Indian police said that a man was killed at Gundul village.',
      'Gundul village',
    );
    assert.equal(place.country, 'IN');
  });
});

describe('a place inside another', () => {
  const text = 'A shell hit the Al-Warda hospital in the Zeitoun neighbourhood of Gaza City.';
  it('names what holds it', () => {
    const { source, places } = read(text);
    const words = places.map((mention) => source.doc.slice(mention));
    assert.deepEqual(words, ['Al-Warda hospital', 'Zeitoun neighbourhood', 'Gaza City']);
    assert.deepEqual(
      places.map((mention) => mention.within),
      [1, 2, null],
    );
  });
  it('has the coordinates and the precision of the smallest that is known', () => {
    const hospital = placeOf(text, 'Al-Warda hospital');
    assert.ok(isNear(hospital, 31.49, 34.45, 3));
    assert.equal(hospital.place.precision, 'neighbourhood');
    assert.equal(placeOf(text, 'Zeitoun neighbourhood').place.precision, 'neighbourhood');
  });
  it('lends its name to the event', () => {
    const { source, places } = read('Four died in Maro province. Later a bus burned in Kessa.');
    assert.equal(source.doc.slice(storyPlace(source.doc, places)!), 'Maro province');
  });
});

describe('how a place is used', () => {
  const cases: [text: string, ...expected: string[]][] = [
    [
      'US strikes in Venezuela killed Cuban officers.',
      'US: US country adjective',
      'Venezuela: VE country in',
      'Cuban: CU country adjective',
    ],
    [
      'BEIRUT (Agency) — A car burned in Tyre, Lebanon.',
      'BEIRUT: LB city dateline',
      'Tyre: LB city in',
      'Lebanon: LB country in',
    ],
    [
      'Lagos police held a man from Kano, Nigeria.',
      'Lagos: NG city adjective',
      'Kano: NG city origin',
      'Nigeria: NG country in',
    ],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(placesIn(text), expected));

  it('relations are kept', () => {
    const relationIn = (text: string, words: string) => placeOf(text, words).place.relation;
    assert.equal(relationIn('A mine went off near Kharkiv, Ukraine.', 'Kharkiv'), 'near');
    assert.equal(
      relationIn('A mine went off five kilometres south of Kharkiv, Ukraine.', 'Kharkiv'),
      'south of',
    );
    assert.equal(relationIn('A mine went off on the outskirts of Kharkiv, Ukraine.', 'Kharkiv'), 'near');
    assert.equal(relationIn('A mine went off in Kharkiv, Ukraine.', 'Kharkiv'), 'in');
  });
});

describe('no place', () => {
  const nothing = [
    'Paris Moreau said so.',
    'Mr. Jackson left.',
    'Police said so.',
    'The Jordan family mourned.',
    'Mobile phones rang.',
  ];
  for (const text of nothing) {
    it(text, () =>
      assert.deepEqual(
        placesIn(text).filter((each) => !each.includes(' country ')),
        [],
      ),
    );
  }
});

it('spelling by ear is believed in the country of the story alone', () => {
  assert.ok(
    isNear(placeOf('A house was hit in Al-Zawaidah in the Gaza Strip.', 'Al-Zawaidah'), 31.44, 34.38, 5),
  );
  assert.equal(placeOf('A house was hit in Al-Zawaidah in Peru.', 'Al-Zawaidah').place.country, 'PE');
});

it('a text in capitals alone has its places', () => {
  const text =
    'SAN SALVADOR, 3 JAN 90 -- A BRIDGE WAS BLOWN UP NEAR SAN MIGUEL, THE ARMY SAID. THE CAR WAS FOUND BY US.';
  const { source, places } = read(text);
  assert.deepEqual(
    places.map((mention) => `${source.doc.slice(mention)} ${mention.place.country} ${mention.role}`),
    ['SAN SALVADOR SV dateline', 'SAN MIGUEL SV in'],
  );
});

it('any text is read without an error, and every quote stands where it says', () => {
  const pieces = [
    'Gaza',
    'al',
    '-',
    'Noor',
    'in',
    'of',
    'the',
    'north',
    ',',
    'camp',
    'U.S.',
    "'s",
    'Street',
    '\n\n',
    '—',
    'San',
    'said',
    '7',
    '“',
    'Ø',
  ];
  let seed = 11;
  const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: next(25) }, () => pieces[next(pieces.length)]!).join(' ');
    for (const { place, within } of read(text).places) {
      const span = place.evidence[0]!;
      assert.equal(text.slice(span.start, span.end), span.quote);
      assert.ok(within === null || within >= 0);
    }
  }
});

describe('a known name at the head of a longer one', () => {
  it('is no place of its own', () => {
    const { place } = placeOf('A bomb went off near Khan Arvelle on Monday.', 'Khan Arvelle');
    assert.deepEqual([place.name, place.latitude, place.relation], ['Khan Arvelle', undefined, 'near']);
  });
});
