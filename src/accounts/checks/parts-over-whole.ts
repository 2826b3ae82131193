/** Parts that add to more than their whole, in one report or across accounts; a part larger than the whole. */
import { isNumbered } from '../../model/count.ts';
import { isTaken } from '../overtaken.ts';
import { type Check, type Checked, finding } from './check.ts';

export const PARTS_OVER_WHOLE: Check = {
  id: 'parts-over-whole',
  finds: 'Parts of a figure are more than the figure.',
  run({ folded, lines }) {
    const summed = folded.problems
      .filter(({ code }) => code === 'parts-over-whole')
      .map(({ claims, harm }) =>
        finding(this.id, 'warning', `The parts told of those ${harm} add to more than the whole.`, claims),
      );
    return [...summed, ...largerParts(lines, this.id)];
  },
};

/** One place saw more, or one group has more, than all others count in all. */
function largerParts(lines: Checked['lines'], check: string) {
  const current = lines.flatMap(({ harm, points }) =>
    points.filter(({ status }) => status === 'current').map((point) => ({ harm, point })),
  );
  return current.flatMap(({ harm, point }) => {
    const isPart = point.first.isPartial || (point.first.group.key !== 'all' && isTaken(point));
    if (!isPart || !isNumbered(point.first.count)) return [];
    const wholes = current.filter(
      (other) =>
        isTaken(other.point) &&
        other.harm === harm &&
        !other.point.first.isPartial &&
        other.point.first.group.key === 'all' &&
        isNumbered(other.point.first.count),
    );
    const isLarger =
      wholes.length > 0 &&
      wholes.every(
        (other) => (other.point.first.count.max ?? Number.POSITIVE_INFINITY) < point.first.count.min,
      );
    if (!isLarger) return [];
    const claims = [point, ...wholes.map((other) => other.point)].flatMap(({ first }) => first.refs);
    return [
      finding(
        check,
        'warning',
        `A part of those ${harm} is told to be more than every account of the whole.`,
        claims,
      ),
    ];
  });
}
