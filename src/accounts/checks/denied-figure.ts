/** A denial beside the figure that it denies: data, and no bound. */
import { isNumbered } from '../../model/count.ts';
import { isTaken } from '../overtaken.ts';
import { type Check, finding } from './check.ts';

export const DENIED_FIGURE: Check = {
  id: 'denied-figure',
  finds: 'One source denies what another tells.',
  run({ lines }) {
    const denials = lines.flatMap((line) =>
      line.points.filter(({ first }) => first.stance === 'denied').map((point) => ({ line, point })),
    );
    return denials.flatMap(({ line, point }) => {
      const denied = lines.flatMap((other) =>
        other.origin.key === line.origin.key || other.harm !== line.harm
          ? []
          : other.points.filter(
              (candidate) =>
                isTaken(candidate) &&
                candidate.status === 'current' &&
                (!isNumbered(point.first.count) || candidate.first.count.min === point.first.count.min),
            ),
      );
      if (denied.length === 0) return [];
      const who = [...new Set(denied.map(({ first }) => first.origin.name))].sort().join(', ');
      return [
        finding(this.id, 'info', `${line.origin.name} denies what ${who} tells of those ${line.harm}.`, [
          ...point.first.refs,
          ...denied.flatMap(({ first }) => first.refs),
        ]),
      ];
    });
  },
};
