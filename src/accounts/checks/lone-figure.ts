/** What one report alone says against many others: a slip, a misreading, or what the others do not know. */
import { type Check, finding } from './check.ts';

export const LONE_FIGURE: Check = {
  id: 'lone-figure',
  finds: 'One report alone tells what others contradict; it bounds nothing until a person accepts it.',
  run({ doubts }) {
    return doubts.map(({ harm, whole, against }) => {
      const { claim, refs, origins } = whole;
      const who = origins.map(({ name }) => name).join(', ');
      const others = new Set(against.map(({ report }) => report)).size;
      const told =
        against.length > 0
          ? `${others} others tell of ${against[0]!.claim.count.min}`
          : 'the others of nobody';
      return finding(
        this.id,
        'warning',
        `${who} tells of ${claim.count.min} ${harm} in one report alone, ${told}: it bounds nothing until a person accepts it.`,
        refs,
      );
    });
  },
};
