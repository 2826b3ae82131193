/** A party admits that people came to harm and gives no number: no bound shows it, and it is not to be lost. */
import { isNumbered } from '../../model/count.ts';
import { type Check, finding } from './check.ts';

export const ADMISSION_WITHOUT_NUMBER: Check = {
  id: 'admission-without-number',
  finds: 'An admission without a number stands behind no bound of the toll.',
  run({ lines, folded }) {
    return lines.flatMap(({ origin, harm, points }) =>
      points.flatMap(({ first, status }) => {
        if (first.stance !== 'acknowledged' || isNumbered(first.count) || status === 'denied') return [];
        const range = folded.toll[harm];
        const isBound = [...(range?.from?.low ?? []), ...(range?.from?.high ?? [])].some((ref) =>
          first.refs.includes(ref),
        );
        if (isBound) return [];
        return [
          finding(
            this.id,
            'info',
            `${origin.name} admits that people were ${harm} and gives no number.`,
            first.refs,
          ),
        ];
      }),
    );
  },
};
