import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldName, soundKey } from '../../src/knowledge/fold.ts';
import { kilometresBetween } from '../../src/knowledge/gazetteer.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';

const { gazetteer, parties } = loadKnowledge();

describe('names are folded', () => {
  it('over marks, case, hyphens and apostrophes', () => {
    const forms = ['Khān Yūnis', 'KHAN YUNIS', 'Khan-Yunis', 'khan  yunis'];
    assert.deepEqual(new Set(forms.map(foldName)), new Set(['khan yunis']));
    assert.equal(foldName('N’Djaména'), 'ndjamena');
    assert.equal(foldName('Saint-Denis'), foldName('St. Denis'));
  });
  it('by ear over article and vowels', () => {
    assert.equal(soundKey(foldName('Az Zuwaydah')), soundKey(foldName('al-Zawaida')));
    assert.equal(soundKey(foldName('Shuja‘iyya')), soundKey(foldName('Shejaiya')));
    assert.notEqual(soundKey('rafah'), soundKey('zarqa'));
    assert.equal(soundKey('al'), '');
  });
  it('and any string has a key', () => {
    for (const odd of ['', ' ', '—', '٣٤', '𝔄', 'x'.repeat(5000)]) {
      assert.equal(typeof soundKey(foldName(odd)), 'string');
      assert.ok(Array.isArray(gazetteer.find(odd)));
    }
  });
});

describe('the gazetteer', () => {
  const placesOf = (name: string) => gazetteer.find(name).map(({ index }) => gazetteer.place(index));
  it('knows a city by its names in several spellings', () => {
    for (const name of ['Kyiv', 'Kiev', 'KYIV']) {
      const kyiv = placesOf(name).find((place) => place.country === 'UA' && place.isCapital);
      assert.ok(kyiv, name);
      assert.ok(kilometresBetween(kyiv.latitude, kyiv.longitude, 50.45, 30.52) < 5);
      assert.match(kyiv.id, /^geonames:\d+$/);
    }
  });
  it('knows provinces, districts and what lies in them', () => {
    const [texas] = placesOf('Texas').filter((place) => place.kind === 'province');
    const austin = placesOf('Austin').find((place) => place.population > 500_000);
    assert.ok(texas && austin);
    assert.equal(austin.province, texas.index);
    assert.ok(gazetteer.isWithin(austin.index, texas.index));
    assert.ok(placesOf('Borno').some((place) => place.kind === 'province' && place.country === 'NG'));
  });
  it('has camps and quarters of its own', () => {
    assert.ok(
      placesOf('Zamzam camp').some((place) => place.country === 'SD' && place.id.startsWith('supplement:')),
    );
  });
  it('tells usual names from old and foreign ones', () => {
    const philadelphia = gazetteer.find('Philadelphia');
    const usual = philadelphia.filter(({ isUsual }) => isUsual).map(({ index }) => gazetteer.country(index));
    assert.ok(usual.includes('US') && !usual.includes('JO'));
  });
  it('finds nothing for a name that is nowhere', () => {
    assert.deepEqual(gazetteer.find('Qzvyxwk'), []);
  });
  it('has every place on the globe', () => {
    for (let i = 0; i < gazetteer.size; i += 101) {
      const { latitude, longitude, country } = gazetteer.place(i);
      assert.ok(
        Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && /^[A-Z]{2}$/.test(country),
        `record ${i}`,
      );
    }
  });
});

it('no two armed groups share a name', () => {
  const seen = new Map<string, string>();
  for (const { name, others } of parties) {
    for (const each of [name, ...others]) {
      assert.ok(!seen.has(each), `${each}: ${seen.get(each)} and ${name}`);
      seen.set(each, name);
    }
  }
});
