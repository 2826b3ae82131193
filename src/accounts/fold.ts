/**
 * Folding: from the current figures of all accounts of an incident to low, high and best for each harm and group of
 * victims, each bound naming its claims. The ten rules of the contract hold across accounts as within a report, so the
 * same `tollOf` does the sums; the policy says which figures come in, and which numbers words stand for.
 */
import { isNumbered } from '../model/count.ts';
import type { IncidentToll, Range } from '../model/incident.ts';
import type { Claim, Harm } from '../model/reading.ts';
import type { ClaimRef } from '../model/record.ts';
import { civilianTollOf, type Toll, type TollProblem, tollOf } from '../model/toll.ts';
import { boundingWholes, type Overtaken } from './bounding.ts';
import type { Policy } from './policies/policy.ts';
import { countBy, type Figure, takenFigures } from './taken.ts';
import type { Telling } from './tellings.ts';
import type { Line } from './trajectory.ts';
import { type Whole, wholesOf } from './wholes.ts';

export interface Folded {
  readonly toll: IncidentToll;
  /** The same of civilians, combatants, children, women and men, where somebody tells of them. */
  readonly groups: Readonly<Record<string, IncidentToll>>;
  readonly problems: readonly TollProblem[];
  /** The claims whose figures were taken, by their names in the record. */
  readonly counted: readonly string[];
  /** Figures of the hurt that were told beside fewer dead than there are. */
  readonly died: readonly Overtaken[];
}

export interface FoldOptions {
  /** Keys of origins, first is best. */
  readonly sourceOrder?: readonly string[];
  /** Folded names of the dead whose belonging to the incident is disputed. */
  readonly contested?: ReadonlySet<string>;
  /** Claims that bound nothing until a person accepts them. */
  readonly doubted?: ReadonlySet<ClaimRef>;
}

export function foldAccounts(
  lines: readonly Line[],
  tellings: readonly Telling[],
  policy: Policy,
  options: FoldOptions = {},
): Folded {
  const { contested = new Set(), doubted = new Set() } = options;
  const standing = wholesOf(tellings, lines, policy, contested).filter(
    ({ refs }) => !refs.some((ref) => doubted.has(ref)),
  );
  const { wholes, counted, died } = boundingWholes(standing, { ...policy, lone: null }, doubted);
  const taken = takenFigures(lines, policy, contested).filter(({ claim }) => !doubted.has(claim.id));
  const claims = taken.map(({ claim }) => claim);
  const whole = policy.counts === 'civilians' ? civilianTollOf(claims) : tollOfWholes(wholes);
  const groups = Object.fromEntries(
    GROUPS.flatMap((group) => {
      const toll = rangesOf(ofGroup(group, lines, taken, policy), taken, policy, options, group);
      return Object.keys(toll).length > 0 ? [[group, toll]] : [];
    }),
  );
  return {
    toll: rangesOf(whole, taken, policy, options),
    groups,
    problems: tollOf(claims).problems,
    counted: policy.counts === 'civilians' ? claims.map(({ id }) => id) : counted,
    died,
  };
}

/** The sum, on the claims that readings have. */
function tollOfWholes(wholes: readonly Whole[]): Toll {
  const { toll, from, problems } = tollOf(wholes.map(({ claim }) => claim));
  const refs = new Map(wholes.map((whole) => [whole.claim.id, whole.refs]));
  const named = Object.entries(from).map(([harm, { min, max }]) => [
    harm,
    { min: min.flatMap((id) => refs.get(id)!), max: max.flatMap((id) => refs.get(id)!) },
  ]);
  return { toll, from: Object.fromEntries(named), problems };
}

const GROUPS = ['civilians', 'combatants', 'children', 'women', 'men'] as const;

/** Of one group: what is told of it as a group of its own or inside a whole. */
function ofGroup(
  group: (typeof GROUPS)[number],
  lines: readonly Line[],
  taken: readonly Figure[],
  policy: Policy,
): Toll {
  if (group === 'civilians') return civilianTollOf(taken.map(({ claim }) => claim));
  if (group === 'combatants')
    return tollOf(
      taken.filter(({ claim }) => claim.victims.civilianStatus === 'combatant').map(({ claim }) => claim),
    );
  const claims = lines.flatMap((line) =>
    line.group.group === group
      ? line.points.flatMap((point) => {
          if (
            point.status !== 'current' ||
            point.first.isPartial ||
            !policy.stances.includes(point.first.stance)
          )
            return [];
          const statement = point.sayings.at(-1)!;
          const [telling] = statement.claims;
          const count = countBy(policy, point.first.count);
          if (!telling || count === null || !policy.harms.includes(line.harm)) return [];
          const victims = {
            civilianStatus: 'unknown' as const,
            named: [],
            evidence: [],
            ...sideOf(telling.claim),
          };
          return [
            {
              ...telling.claim,
              id: telling.ref,
              harm: line.harm,
              count,
              stance: 'asserted' as const,
              victims,
              attribution: [line.origin.key],
              relations: [],
              evidence: [],
            },
          ];
        })
      : [],
  );
  return tollOf(claims);
}

function sideOf({ victims: { affiliation } }: Claim): { affiliation?: string } {
  return affiliation === undefined ? {} : { affiliation };
}

function rangesOf(
  { toll, from }: Toll,
  figures: readonly Figure[],
  policy: Policy,
  { sourceOrder = [] }: FoldOptions,
  group?: string,
): IncidentToll {
  const ranges: Partial<Record<Harm, Range>> = {};
  for (const harm of policy.harms) {
    const count = toll[harm];
    if (!count) continue;
    const bounds = from[harm]!;
    const low = count.min;
    const high = policy.conflict === 'lowest' ? low : count.max;
    const best = group ? null : bestOf({ harm, low, high, from: bounds.min }, figures, policy, sourceOrder);
    const refs = {
      low: [...new Set(bounds.min)],
      high: [...new Set(policy.conflict === 'lowest' ? bounds.min : bounds.max)],
    };
    ranges[harm] = {
      low,
      high,
      ...(best === null ? {} : { best: best.n }),
      ...(count.approximate ? { approximate: true } : {}),
      from: best === null ? refs : { ...refs, best: best.refs },
    };
  }
  return ranges;
}

/** The whole as the best ranked account tells it; its least where it is open. */
function bestOf(
  { harm, low, high, from }: { harm: Harm; low: number; high: number | null; from: readonly string[] },
  figures: readonly Figure[],
  { best }: Policy,
  sourceOrder: readonly string[],
): { n: number; refs: string[] } | null {
  if (best === 'none') return null;
  const atLow = { n: low, refs: [...new Set(from)] };
  if (best === 'the low') return atLow;
  for (const key of sourceOrder) {
    const own = figures.filter(({ line, claim }) => line.origin.key === key && claim.harm === harm);
    const toll = tollOf(own.map(({ claim }) => claim));
    const count = toll.toll[harm];
    if (count && own.some(({ claim }) => isNumbered(claim.count)))
      return { n: count.min, refs: [...new Set(toll.from[harm]!.min)] };
  }
  return best === 'first of the source order' || low !== high ? null : atLow;
}
