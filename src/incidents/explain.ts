/** Why two mentions were put together or left in doubt, in words for a person. */
import type { Comparison } from '../model/incident.ts';
import { compare, WEIGHTS, type Weights } from './compare/compare.ts';
import type { Profile } from './compare/feature.ts';

/**
 * How a mention came to its incident: the comparison with the member that it is most like, of two the one whose name is
 * smaller. Null for a mention that is alone.
 */
export function explainJoin(
  profile: Profile,
  members: readonly Profile[],
  weights: Weights = WEIGHTS,
): Comparison | null {
  const others = members.filter(({ mention }) => mention.report !== profile.mention.report);
  const all = others.map((other) => compare(profile, other, weights));
  return all.reduce<Comparison | null>((best, one) => (best && !isBetter(one, best) ? best : one), null);
}

const isBetter = (x: Comparison, y: Comparison): boolean =>
  x.score !== y.score ? x.score > y.score : x.b < y.b;

const VERDICTS = { same: 'one incident', doubtful: 'in doubt', different: 'different incidents' } as const;

/** Lines of print: the pair and its score, then each feature that tells for or against it, most telling first. */
export function renderComparison({ a, b, score, verdict, features }: Comparison): string[] {
  return [
    `${a} and ${b}: ${VERDICTS[verdict]}, ${signed(score)} (${percentOf(score)} % likely one)`,
    ...features
      .filter((feature) => Math.abs(feature.score) >= 0.005)
      .map(
        ({ feature, score: part, reason }) =>
          `  ${signed(part).padStart(6)}  ${feature}${reason ? `: ${reason}` : ''}`,
      ),
  ];
}

const signed = (score: number): string => `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(2)}`;
const percentOf = (logOdds: number): number => Math.round(100 / (1 + Math.exp(-logOdds)));
