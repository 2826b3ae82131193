/** How alike the titles are. */
import { cosine, type Feature } from './feature.ts';

export const TITLE: Feature = {
  id: 'title',
  measures: ['cosine'],
  measure: (a, b) => [cosine(a.title, b.title)],
  reason: (a, b) => (cosine(a.title, b.title) > 0.2 ? 'titles alike' : ''),
};
