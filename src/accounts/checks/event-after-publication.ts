/** A report that tells of an event on a day after it came out: a wrong date, or another event. */
import { partsOf } from '../../model/record.ts';
import { dayOf, publicationOf } from '../moments.ts';
import { type Check, finding } from './check.ts';

export const EVENT_AFTER_PUBLICATION: Check = {
  id: 'event-after-publication',
  finds: 'An event is dated after the publication of the report that tells of it.',
  run({ mentions, context }) {
    return [...mentions].sort().flatMap((mention) => {
      const { report: id, part } = partsOf(mention);
      const report = context.reports.get(id);
      const published = report && publicationOf(report);
      const start = report?.reading.events.find((event) => event.id === part)?.date?.start;
      // A day's grace: the day of the place of an event and that of a publisher can differ by one.
      if (
        !report ||
        !published ||
        !start ||
        start <= dayOf(new Date(Date.parse(published) + DAY_MS).toISOString())
      )
        return [];
      const claims = report.reading.claims
        .filter(({ event }) => event === part)
        .map((claim) => `${id}#${claim.id}`);
      return [
        finding(
          this.id,
          'warning',
          `The event is dated ${start}, and the report came out on ${dayOf(published)}.`,
          claims,
        ),
      ];
    });
  },
};

const DAY_MS = 86_400_000;
