/** Reports of files as a record would hold them, for operations over many reports that keep nothing. */
import { CopyIndex } from '../copies/copy-index.ts';
import { parseDay } from '../model/date-range.ts';
import type { CopyRelation, KeptReport, Moment } from '../model/record.ts';
import { copyReportOf } from './copies.ts';
import type { Context } from './operation.ts';
import type { ReadOutput } from './readings.ts';
import { wireFinder } from './wire.ts';

/** Makes kept reports of read ones; an agency that a text credits itself to is found in it. */
export function keeperFor({ languages }: Pick<Context, 'languages'>): (read: ReadOutput) => KeptReport {
  const wireOf = wireFinder(languages);
  return ({ report, reading }) => {
    const { id, text, title, published, source, url } = report;
    const wire = wireOf(text);
    return {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(source === undefined ? {} : { outlet: source }),
      ...(url === undefined ? {} : { url }),
      ...(wire === undefined ? {} : { wire }),
      recordedAt: recordedAt(published),
      reading,
    };
  };
}

/** A file has no capture: it counts as recorded when it came out, and as recorded before all else where it does not say. */
function recordedAt(published = ''): Moment {
  const ms = parseDay(published) === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(ms) ? '0000-01-01T00:00:00.000Z' : new Date(ms).toISOString();
}

/** How the texts of reports stand to each other. */
export function copiesAmong(reports: readonly KeptReport[]): CopyRelation[] {
  const index = new CopyIndex((position) => reports[position] && copyReportOf(reports[position]));
  return reports.flatMap((report) => index.add(copyReportOf(report)));
}
