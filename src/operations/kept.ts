/** Reports of files as a record would hold them, for operations over many reports that keep nothing. */
import { CopyIndex } from '../copies/copy-index.ts';
import { parseDay } from '../model/date-range.ts';
import { failureOf } from '../model/problems.ts';
import type { CopyRelation, KeptReport, Moment } from '../model/record.ts';
import type { ReportsInput } from './contract.ts';
import { copyReportOf } from './copies.ts';
import type { Context, Outcome } from './operation.ts';
import { type ReadOutput, readReadings } from './readings.ts';
import { wireFinder } from './wire.ts';

/**
 * Reads reports and keeps each once. What was not read at all is told of: no incident can show it, and its silence would
 * look like a report in which nobody was harmed.
 */
export async function* keptReports(
  input: ReportsInput,
  context: Context,
): AsyncGenerator<Outcome<KeptReport>> {
  const keep = keeperFor(context);
  const texts = new Map<string, string>();
  for await (const outcome of readReadings.run(input, context)) {
    if (!outcome.ok) {
      yield outcome;
      continue;
    }
    const { report, reading } = outcome.value;
    const { id, source, text } = report;
    const known = texts.get(id);
    if (known === text) continue;
    if (known !== undefined) {
      const message = `Another report is called ${id} already, with another text; give each an id of its own.`;
      yield {
        ok: false,
        error: failureOf('ingest/id-taken', message),
        report: { id, ...(source && { source }) },
      };
      continue;
    }
    texts.set(id, text);
    for (const { level, message, code } of reading.problems) {
      if (level === 'error') context.tell(`${source ?? id}: ${message} (${code})`);
    }
    yield { ok: true, value: keep(outcome.value) };
  }
}

/** Makes kept reports of read ones; an agency that a text credits itself to is found in it. */
export function keeperFor({ languages }: Pick<Context, 'languages'>): (read: ReadOutput) => KeptReport {
  const wireOf = wireFinder(languages);
  return ({ report, reading, outlet }) => {
    const { id, text, title, published, source, url } = report;
    const wire = wireOf(text);
    return {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(source === undefined ? {} : { source }),
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
