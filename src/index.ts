/** Recount as a library: a report in, a Reading out. See README.md for an example. */
import { createHash } from 'node:crypto';
import type { Reading, ReportInput } from './model/reading.ts';
import { processContext } from './operations/index.ts';
import { readOne } from './operations/readings.ts';

export { type ErrorCode, type Failure, PROBLEMS, type ProblemCode } from './model/problems.ts';
export {
  type Attribution,
  type Claim,
  type Count,
  type DateRange,
  type Event,
  type Gap,
  type Harm,
  type Party,
  type Place,
  type Problem,
  type Reading,
  type ReportInput,
  readingSchema,
  reportInputSchema,
  type Victims,
} from './model/reading.ts';
export {
  type Context,
  explainReadings,
  type Operation,
  type Outcome,
  processContext,
  READER,
  readReadings,
  textOfReports,
} from './operations/index.ts';
export type { Span } from './text/span.ts';

/**
 * Reads one report. `read('Two people were killed, police said.')` gives a Reading with one claim on the word of police.
 * Without an `id` the report gets one from its text. Any text is valid; what is odd about it stands in `problems`.
 */
export async function read(report: string | (Omit<ReportInput, 'id'> & { id?: string })): Promise<Reading> {
  const input = typeof report === 'string' ? { text: report } : report;
  const id = input.id ?? createHash('sha256').update(input.text).digest('hex').slice(0, 16);
  const { reading } = await readOne({ ...input, id }, [], undefined, processContext());
  return reading;
}
