/** What came of each report that was to be added. */
import * as z from 'zod';

export const addOutputSchema = z.object({
  source: z.string().describe('Where it was found'),
  report: z.string().optional().describe('Its id in the record'),
  status: z
    .enum(['added', 'new version', 'known', 'known file'])
    .describe('known file: all its reports are in the record; they were not read again'),
  versionOf: z.string().optional().describe('The earlier report of the same page, or of the same row'),
  claims: z.int().optional(),
  incidents: z.array(z.string()).optional().describe('The incidents that it tells of'),
  original: z.string().optional().describe('The language of the original that is kept with it'),
  problems: z.array(z.string()).optional().describe('What was odd about it'),
});
export type AddOutput = z.infer<typeof addOutputSchema>;
