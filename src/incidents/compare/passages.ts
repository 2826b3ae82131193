/**
 * Passages that stand word for word in both texts: a report of the same, or its copy. Within one outlet they may as well
 * be its frame of links and captions.
 */
import type { Feature, Profile } from './feature.ts';

export const PASSAGES: Feature = {
  id: 'passages',
  measures: ['share', 'root', 'sameOutlet'],
  measure(a, b) {
    const share = shareOf(a, b);
    return [share, Math.sqrt(share), isOneOutlet(a, b) ? Math.sqrt(share) : 0];
  },
  reason(a, b) {
    const share = shareOf(a, b);
    const outlet = isOneOutlet(a, b) ? ', of one outlet' : '';
    return share > 0 ? `${Math.round(100 * share)} % of the shorter text stands in the other${outlet}` : '';
  },
};

function shareOf({ runs: a }: Profile, { runs: b }: Profile): number {
  const least = Math.min(a.size, b.size);
  if (least === 0) return 0;
  let common = 0;
  for (const run of a) if (b.has(run)) common++;
  return common / least;
}

function isOneOutlet({ mention: a }: Profile, { mention: b }: Profile): boolean {
  return a.outlet !== null && a.outlet === b.outlet;
}
