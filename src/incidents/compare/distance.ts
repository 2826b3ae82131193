/** How far apart the places are, where both are known. */
import type { Mention, Site } from '../mention.ts';
import type { Feature } from './feature.ts';

export const DISTANCE: Feature = {
  id: 'distance',
  measures: ['near', 'far', 'log', 'unknown'],
  measure({ mention: a }, { mention: b }) {
    const km = distanceKm(a.place, b.place);
    if (km === null) return [0, 0, 0, 1];
    const reach = reachOf(a) + reachOf(b);
    return [km <= 10 + reach ? 1 : 0, km > 100 + reach ? 1 : 0, Math.min(1, Math.log1p(km) / 8), 0];
  },
  reason({ mention: a }, { mention: b }) {
    const km = distanceKm(a.place, b.place);
    return km === null ? '' : km < 1 ? 'in one place' : `${Math.round(km)} km apart`;
  },
};

/** How far from its middle a place may reach: kilometres, by the size of what is named. */
const REACH_KM: Partial<Record<Site['precision'], number>> = { district: 30, province: 200, country: 1000 };
const reachOf = ({ place }: Mention): number => (place ? (REACH_KM[place.precision] ?? 0) : 0);

const EARTH_RADIUS_KM = 6371;

/** On the great circle; null where a place has no coordinates. */
export function distanceKm(a: Site | null, b: Site | null): number | null {
  if (a?.latitude === undefined || a.longitude === undefined) return null;
  if (b?.latitude === undefined || b.longitude === undefined) return null;
  const toRadians = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * toRadians;
  const dLon = (b.longitude - a.longitude) * toRadians;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * toRadians) * Math.cos(b.latitude * toRadians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
