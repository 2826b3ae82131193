/** A named victim whom one source counts to the incident and another does not: outside the low bound. */
import { type Check, finding } from './check.ts';

export const CONTESTED_MEMBERSHIP: Check = {
  id: 'contested-membership',
  finds: 'Sources dispute that a named person belongs to the incident.',
  run({ people }) {
    return people
      .filter(({ isContested, isPossible }) => isContested && !isPossible)
      .map(({ victim, claims }) =>
        finding(this.id, 'warning', `It is disputed that ${victim.name} was among the victims.`, claims),
      );
  },
};
