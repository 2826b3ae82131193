/** Which figures of an incident are meant by what a person typed: "killed low", "civilians.killed", "grade", "ministry". */
import type { IncidentRecord } from '../model/incident.ts';
import { type Harm, harmSchema } from '../model/reading.ts';
import { foldName } from '../model/victims.ts';

type Bound = 'low' | 'high' | 'best';
const BOUNDS: readonly Bound[] = ['low', 'high', 'best'];

export interface FigureAsked {
  readonly tolls: readonly { readonly group: string; readonly harm: Harm }[];
  readonly bounds: readonly Bound[];
  readonly isGrade: boolean;
  readonly accounts: readonly IncidentRecord['accounts'][number][];
}

/** Without words all tolls of all victims and the grade; null where the incident has nothing of that name. */
export function figureAsked(figure: string | undefined, incident: IncidentRecord): FigureAsked | null {
  const { toll, groups = {}, accounts } = incident;
  const none = { tolls: [], bounds: BOUNDS, isGrade: false, accounts: [] };
  const ofAll = Object.keys(toll).map((harm) => ({ group: 'all', harm: harm as Harm }));
  if (figure === undefined) return { ...none, tolls: ofAll, isGrade: true };
  const words = figure
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
  if (words.join(' ') === 'grade') return { ...none, isGrade: true };
  const bounds = BOUNDS.filter((bound) => words.includes(bound));
  const rest = words.filter((word) => !bounds.includes(word as Bound));
  const group = rest[0] !== undefined && rest[0] in groups ? rest.shift()! : 'all';
  const harm = harmSchema.options.find((each) => each === rest.join(' '));
  const own = group === 'all' ? toll : groups[group]!;
  const meant = harm === undefined ? (rest.length === 0 ? Object.keys(own) : []) : [harm];
  const tolls = meant.filter((each) => each in own).map((each) => ({ group, harm: each as Harm }));
  if (tolls.length > 0) return { ...none, tolls, bounds: bounds.length > 0 ? bounds : BOUNDS };
  const name = foldName(figure);
  const named = accounts.filter(({ origin, speakers = [] }) =>
    [origin, ...speakers].some((who) => ` ${foldName(who)} `.includes(` ${name} `)),
  );
  return named.length > 0 && name !== '' ? { ...none, accounts: named } : null;
}
