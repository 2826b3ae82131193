/** Groups that exclude each other (children, women, men; civilians, combatants) come to more than the total. */
import { type Harm, harmSchema } from '../../model/reading.ts';
import { isTaken, isTotal } from '../overtaken.ts';
import { type Check, type Checked, finding } from './check.ts';

const EXCLUDING = [
  ['children', 'women', 'men'],
  ['civilians', 'combatants'],
] as const;

export const GROUPS_OVER_TOTAL: Check = {
  id: 'groups-over-total',
  finds: 'Groups that exclude each other add to more than the total.',
  run({ folded: { groups }, lines }) {
    return EXCLUDING.flatMap((names) =>
      harmSchema.options.flatMap((harm) => {
        const told = names.flatMap((name) => groups[name]?.[harm] ?? []);
        const sum = told.reduce((total, { low }) => total + low, 0);
        const wholes = wholesOf(lines, harm);
        const most = Math.max(...wholes.map(({ first }) => first.count.max ?? Number.POSITIVE_INFINITY));
        if (told.length < 2 || wholes.length === 0 || sum <= most) return [];
        const claims = [
          ...told.flatMap(({ from }) => from?.low ?? []),
          ...wholes.flatMap(({ first }) => first.refs),
        ];
        const message = `${names.join(' and ')} ${harm} are ${sum} at least, and ${most} in all at most.`;
        return [finding(this.id, 'warning', message, claims)];
      }),
    );
  },
};

/** Current figures of everybody, as somebody told them. */
function wholesOf(lines: Checked['lines'], harm: Harm) {
  return lines
    .filter((line) => line.harm === harm && line.group.key === 'all')
    .flatMap(({ points }) => points)
    .filter(
      (point) => point.status === 'current' && isTaken(point) && isTotal(point) && !point.first.isDerived,
    );
}
