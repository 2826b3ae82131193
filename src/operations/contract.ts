/** The inputs that several operations share. */
import * as z from 'zod';
import { COLUMN_FIELDS, FORMATS } from '../ingest/formats.ts';

export const reportsInputSchema = z.object({
  paths: z
    .array(z.string())
    .min(1)
    .describe('Files, folders (read with all that stands below them) and "-" for standard input'),
  format: z
    .enum(FORMATS)
    .optional()
    .describe('What the input is; by default told from its ending, else from its first bytes'),
  language: z
    .string()
    .optional()
    .describe('The language of the reports (BCP 47); by default told from each text'),
  columns: z
    .partialRecord(z.enum(COLUMN_FIELDS), z.string())
    .optional()
    .describe('Which column of a table holds what; by default told from its headings'),
});

/** Which reports, and how they are to be taken. */
export type ReportsInput = z.infer<typeof reportsInputSchema>;
