/** More dead are named than any account counts. */
import { type Check, finding } from './check.ts';

export const NAMES_OVER_FIGURE: Check = {
  id: 'names-over-figure',
  finds: 'More people are named than the figures count.',
  run({ folded, people, tellings }) {
    const high = folded.toll.killed?.high;
    const byRef = new Map(tellings.map((telling) => [telling.ref, telling.claim]));
    const dead = people.filter(
      ({ isPossible, isContested, claims }) =>
        !isPossible && !isContested && claims.some((ref) => byRef.get(ref)?.harm === 'killed'),
    );
    if (high === undefined || high === null || dead.length <= high) return [];
    const claims = [...dead.flatMap((person) => person.claims), ...(folded.toll.killed?.from?.high ?? [])];
    return [
      finding(this.id, 'warning', `${dead.length} dead are named, and ${high} counted at most.`, claims),
    ];
  },
};
