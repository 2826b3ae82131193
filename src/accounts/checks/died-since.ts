/** A figure of the hurt that was told beside fewer dead than there are: those who died since may be in it. */
import { type Check, finding } from './check.ts';

export const DIED_SINCE: Check = {
  id: 'died-since',
  finds:
    'A figure of the hurt is told beside fewer dead than there are, so that those who died since may be in it.',
  run({ folded }) {
    return folded.died.map(({ whole, dead }) =>
      finding(
        this.id,
        'info',
        `${whole.origins.map(({ name }) => name).join(', ')} tells of ${whole.claim.count.min} ${whole.harm} beside ${dead} fewer dead than there are: who died since may be among them.`,
        whole.refs,
      ),
    );
  },
};
