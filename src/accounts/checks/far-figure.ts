/** One account's figure far from those of all others: a slip of the pen, another scope, or news. */
import { isNumbered, isZero } from '../../model/count.ts';
import { isFarFrom } from '../figures.ts';
import { isTaken } from '../overtaken.ts';
import { type Check, finding } from './check.ts';

export const FAR_FIGURE: Check = {
  id: 'far-figure',
  finds: 'A figure is more than three times, or less than a third of, every other account’s.',
  run({ lines }) {
    const told = lines.flatMap((line) =>
      line.points
        .filter(
          (point) =>
            point.status === 'current' &&
            isTaken(point) &&
            !point.first.isPartial &&
            isNumbered(point.first.count) &&
            !isZero(point.first.count),
        )
        .map((point) => ({ line, point, n: point.first.count.min })),
    );
    return told.flatMap(({ line, point, n }) => {
      const others = told.filter(
        (other) =>
          other.line.origin.key !== line.origin.key &&
          other.line.harm === line.harm &&
          other.line.group.key === line.group.key,
      );
      if (new Set(others.map((other) => other.line.origin.key)).size < MIN_OTHERS) return [];
      if (!others.every((other) => isFarFrom(n, other.n))) return [];
      const range = `${Math.min(...others.map((other) => other.n))} to ${Math.max(...others.map((other) => other.n))}`;
      return [
        finding(
          this.id,
          'warning',
          `${line.origin.name} tells of ${n} ${line.harm}, the others of ${range}.`,
          [...point.first.refs],
        ),
      ];
    });
  },
};

/** With one other nobody knows which of the two is far. */
const MIN_OTHERS = 2;
