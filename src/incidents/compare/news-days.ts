/**
 * Two pieces of news, each of its own day: reports that each tell, within days, of what happened on a day of their own, and
 * the days are not one. Where they have no victim in common they are two incidents, however alike the words are: the short
 * reports of one desk are all alike. Of follow-ups ("in court on Monday") a reader may take the day for the event's: their
 * victim is the same.
 */
import type { Mention } from '../mention.ts';
import type { Feature } from './feature.ts';
import { hasVictimInCommon } from './victims.ts';

/** Days from an event to a report of it that is news. With 2 more pairs of follow-ups are kept, and of templates too. */
const FRESH_DAYS = 4;
/** Days that a day may be misread by; less than a week, for what happens every Monday. */
const NEAR_DAYS = 5;

export const NEWS_DAYS: Feature = {
  id: 'news-days',
  measures: ['near', 'far', 'sameVictim'],
  measure(a, b) {
    const gap = gapOf(a.mention, b.mention);
    if (gap === null || gap <= 1) return [0, 0, 0];
    if (hasVictimInCommon(a, b)) return [0, 0, 1];
    return gap <= NEAR_DAYS ? [1, 0, 0] : [0, 1, 0];
  },
  reason(a, b) {
    const gap = gapOf(a.mention, b.mention);
    if (gap === null || gap <= 1) return '';
    return hasVictimInCommon(a, b)
      ? 'told as news of two days, with a victim in common'
      : `each is news of its own day, ${gap} days apart, with no victim in common`;
  },
};

/** Days between the events of two fresh reports; null where one is not fresh or tells no day. */
function gapOf(a: Mention, b: Mention): number | null {
  const [inA, inB] = [dayOfNews(a), dayOfNews(b)];
  return inA === null || inB === null ? null : Math.abs(inA - inB);
}

/** The day of an event of which its report is news; a day is allowed for time zones. */
function dayOfNews({ date, published }: Mention): number | null {
  if (date === null || date.start === null || date.start !== date.end || published === null) return null;
  const lag = published - date.start;
  return lag >= -1 && lag <= FRESH_DAYS ? date.start : null;
}
