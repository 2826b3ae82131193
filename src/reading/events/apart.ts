/** Whether two places are so far from each other that one attack can't have been at both. */
import type { Place } from '../../model/reading.ts';

/** How far from its point a place of each precision may reach, in kilometres. */
const REACH_KM: Record<Place['precision'], number> = {
  site: 3,
  street: 3,
  neighbourhood: 6,
  city: 15,
  district: 60,
  province: 200,
  country: 1500,
  unknown: 30,
};

/** Whether two names can be of one place: "Maro" and "Maro province". */
export function isSamePlace(a: Place | null, b: Place | null): boolean {
  if (!a || !b) return false;
  const [short, long] = [a.name, b.name]
    .map((name) => name.toLowerCase())
    .sort((x, y) => x.length - y.length);
  return ` ${long} `.includes(` ${short} `);
}

/** False where nothing is known of where they are, unless the countries differ. A margin asks for more than the reach. */
export function areApart(a: Place, b: Place, marginKm = 0): boolean {
  if (isSamePlace(a, b)) return false;
  if (a.country && b.country && a.country !== b.country) return true;
  const distance = kilometres(a, b);
  return distance !== null && distance > REACH_KM[a.precision] + REACH_KM[b.precision] + marginKm;
}

function kilometres(a: Place, b: Place): number | null {
  if (a.latitude === undefined || a.longitude === undefined) return null;
  if (b.latitude === undefined || b.longitude === undefined) return null;
  const radians = Math.PI / 180;
  const [dLat, dLon] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians];
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
