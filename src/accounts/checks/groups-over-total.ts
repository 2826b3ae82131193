/** Groups that exclude each other (children, women, men; civilians, combatants) come to more than the total. */
import { type Check, finding } from './check.ts';

const EXCLUDING = [
  ['children', 'women', 'men'],
  ['civilians', 'combatants'],
] as const;

export const GROUPS_OVER_TOTAL: Check = {
  id: 'groups-over-total',
  finds: 'Groups that exclude each other add to more than the total.',
  run({ folded: { toll, groups } }) {
    return EXCLUDING.flatMap((names) =>
      Object.entries(toll).flatMap(([harm, range]) => {
        const told = names.flatMap((name) => groups[name]?.[harm as keyof typeof toll] ?? []);
        const sum = told.reduce((total, { low }) => total + low, 0);
        if (told.length < 2 || range.high === null || sum <= range.high) return [];
        const claims = [...told.flatMap(({ from }) => from?.low ?? []), ...(range.from?.high ?? [])];
        return [
          finding(
            this.id,
            'warning',
            `${names.join(' and ')} ${harm} are ${sum} at least, and ${range.high} in all at most.`,
            claims,
          ),
        ];
      }),
    );
  },
};
