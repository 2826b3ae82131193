/** A figure of one account that falls. It is kept; what explains it is told: a correction, other victims, or nothing. */
import { isNumbered } from '../../model/count.ts';
import { isTaken } from '../overtaken.ts';
import type { PointDraft } from '../trajectory.ts';
import { type Check, type Checked, finding } from './check.ts';

export const TOLL_FALLS: Check = {
  id: 'toll-falls',
  finds: 'A later figure of an account is lower than an earlier one.',
  run({ lines, tellings }) {
    return lines.flatMap(({ origin, harm, points }) =>
      points.flatMap((point) => {
        const next = point.supersededBy;
        if (!next || next.first.origin.key !== origin.key || !isTaken(point) || !isTaken(next)) return [];
        const [was, is] = [point.first.count, next.first.count];
        if (!isNumbered(was) || !isNumbered(is) || (is.max ?? is.min) >= was.min) return [];
        const message = `${origin.name} told of ${was.min} ${harm}, later of ${is.max ?? is.min}: ${explanation(point, next, tellings)}.`;
        return [finding(this.id, 'info', message, [...point.first.refs, ...next.first.refs])];
      }),
    );
  },
};

function explanation(was: PointDraft, is: PointDraft, tellings: Checked['tellings']): string {
  if (is.sayings.some(({ isCorrection }) => isCorrection)) return 'a correction, by its own word';
  if (is.sayings.some(({ replaces }) => replaces.length > 0)) return 'an update, by its own word';
  if (is.first.isPartial !== was.first.isPartial) return 'one of the two is a part only';
  const words = (point: PointDraft): string => point.first.claims[0]?.claim.victims.text ?? '';
  if (words(was) !== words(is) && words(was) !== '' && words(is) !== '')
    return `perhaps other victims (“${words(was)}”, “${words(is)}”)`;
  const wounded = tellings.some(
    ({ claim }) => claim.harm !== was.first.harm && claim.relations.some(({ kind }) => kind === 'updates'),
  );
  return wounded ? 'perhaps some are counted elsewhere since' : 'not explained';
}
