/** Reports as they came, before any reading. */
import * as z from 'zod';
import { ingest } from '../ingest/ingest.ts';
import { problemSchema, reportInputSchema } from '../model/reading.ts';
import { type ReportsInput, reportsInputSchema } from './contract.ts';
import type { Operation } from './operation.ts';

const textOutputSchema = z.object({ report: reportInputSchema, problems: z.array(problemSchema) });
export type TextOutput = z.infer<typeof textOutputSchema>;

export const textOfReports: Operation<ReportsInput, TextOutput> = {
  name: 'reports.text',
  summary: 'Print the text that the offsets of a reading count in, without the title.',
  input: reportsInputSchema,
  output: textOutputSchema,
  writes: false,
  async *run({ paths, format, columns }, { stdin }) {
    for await (const arrival of ingest(paths, { format, columns, stdin })) {
      yield arrival.ok
        ? { ok: true, value: { report: arrival.report, problems: [...arrival.problems] } }
        : arrival;
    }
  },
};
