/** A name that is only possibly a victim's: counted here, and printed nowhere. */
import { type Check, finding } from './check.ts';

export const POSSIBLE_VICTIM: Check = {
  id: 'possible-victim',
  finds: 'Somebody is possibly a victim; the name is withheld until it is stated.',
  run({ people }) {
    const possible = people.filter(({ isPossible }) => isPossible);
    if (possible.length === 0) return [];
    const n = possible.length;
    return [
      finding(
        this.id,
        'info',
        `${n} named ${n === 1 ? 'person is' : 'people are'} only possibly among the victims.`,
        possible.flatMap(({ claims }) => claims),
      ),
    ];
  },
};
