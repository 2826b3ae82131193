/** The days of publication, and whether one report is older than what the other tells of. */
import type { Mention } from '../mention.ts';
import { logDays } from './event-days.ts';
import type { Feature } from './feature.ts';

export const PUBLICATION: Feature = {
  id: 'publication',
  measures: ['gap', 'sameDay', 'near', 'tooEarly'],
  measure({ mention: a }, { mention: b }) {
    const tooEarly = isOlder(a, b) || isOlder(b, a) ? 1 : 0;
    if (a.published === null || b.published === null) return [0, 0, 0, tooEarly];
    const gap = Math.abs(a.published - b.published);
    return [logDays(gap), gap === 0 ? 1 : 0, gap > 0 && gap <= 3 ? 1 : 0, tooEarly];
  },
  reason({ mention: a }, { mention: b }) {
    if (isOlder(a, b) || isOlder(b, a)) return 'one was published before what the other tells of';
    if (a.published === null || b.published === null) return '';
    const gap = Math.abs(a.published - b.published);
    return gap === 0 ? 'published on the same day' : `published ${gap} ${gap === 1 ? 'day' : 'days'} apart`;
  },
};

/** A day is allowed for time zones and for dates that are read a day late. */
function isOlder({ published }: Mention, { date }: Mention): boolean {
  return published !== null && date !== null && date.start !== null && published + 1 < date.start;
}
