/** The names of the places: the same, or one told in the other's text. */
import type { Feature, Profile } from './feature.ts';

export const PLACE_NAMES: Feature = {
  id: 'place-names',
  measures: ['same', 'told', 'untold'],
  measure(a, b) {
    const [inA, inB] = [a.mention.place?.name, b.mention.place?.name];
    if (!inA || !inB) return [0, 0, 1];
    if (inA === inB) return [1, 0, 0];
    return [0, Math.max(toldShare(a, b), toldShare(b, a)), 0];
  },
  reason(a, b) {
    const [inA, inB] = [a.mention.place?.name, b.mention.place?.name];
    if (!inA || !inB) return '';
    return inA === inB ? `both at ${inA}` : `${inA} and ${inB}`;
  },
};

/** Of the words of one's place, weighed by rarity, the part that stands in the other's text. */
function toldShare({ mention: { place }, rarityOf }: Profile, { words }: Profile): number {
  let all = 0;
  let found = 0;
  for (const form of place!.name.split(' ')) {
    all += rarityOf(form);
    if (words.has(form)) found += rarityOf(form);
  }
  return all > 0 ? found / all : 0;
}
