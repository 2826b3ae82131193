/** One saying that outlets relay with different figures: both stay, and one of them is likely wrong. */
import { boundsOf } from '../figures.ts';
import { type Check, finding } from './check.ts';

export const DIFFERING_RELAYS: Check = {
  id: 'differing-relays',
  finds: 'Reports give different figures for what one source said at one time.',
  run({ differing }) {
    return differing
      .filter(({ points }) => points.some(({ status }) => status === 'current'))
      .map(({ points }) => {
        const { origin, harm } = points[0]!.first;
        const figures = points.map(({ first }) => boundsOf(first.count).replace('..', '–')).join(' and ');
        return finding(
          this.id,
          'warning',
          `What ${origin.name} said of those ${harm} is told as ${figures}.`,
          points.flatMap(({ first }) => first.refs),
        );
      });
  },
};
