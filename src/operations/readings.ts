/** Reading reports: one Reading each, in the order asked for, with what made each part of it. */
import * as z from 'zod';
import type { Arrival } from '../ingest/arrival.ts';
import { identifyLanguage } from '../ingest/identify.ts';
import { ingest } from '../ingest/ingest.ts';
import { problemOf } from '../model/problems.ts';
import { type Problem, type ReportInput, readingSchema, reportInputSchema } from '../model/reading.ts';
import { type ReadResult, readReport } from '../reading/read.ts';
import { reportsInputSchema } from './contract.ts';
import type { Context, Operation, Outcome } from './operation.ts';

const readOutputSchema = z.object({
  report: reportInputSchema.describe('The report as it was read; spans point into its text or title'),
  reading: readingSchema,
  reasons: z
    .record(z.string(), z.array(z.string()))
    .describe('What made each claim, event, attribution and gap: its id → ids of rules and models'),
});
export type ReadOutput = z.infer<typeof readOutputSchema>;
type Input = z.infer<typeof reportsInputSchema>;

export const readReadings: Operation<Input, ReadOutput> = {
  name: 'readings.read',
  summary: 'Read reports: who came to what harm, on whose word, in which words.',
  input: reportsInputSchema,
  output: readOutputSchema,
  writes: false,
  async *run({ paths, format, language }, context) {
    for await (const arrival of ingest(paths, { format, stdin: context.stdin })) {
      yield arrival.ok ? await readArrival(arrival, language, context) : arrival;
    }
  },
};

type Read = Extract<Arrival, { ok: true }>;

async function readArrival(
  arrival: Read,
  asked: string | undefined,
  context: Context,
): Promise<Outcome<ReadOutput>> {
  try {
    return { ok: true, value: await readOne(arrival, asked, context) };
  } catch (cause) {
    const { id, source } = arrival.report;
    const message = `Recount failed on this report, which is a bug to tell of: ${(cause as Error).stack ?? cause}`;
    return {
      ok: false,
      error: { code: 'reading/failed', message },
      report: { id, ...(source ? { source } : {}) },
    };
  }
}

async function readOne(
  { report, problems }: Read,
  asked: string | undefined,
  context: Context,
): Promise<ReadOutput> {
  const { languages, reader } = context;
  const text = report.title ? `${report.title}\n${report.text}` : report.text;
  if (!/\p{L}/u.test(text)) {
    return unread(report, 'und', context, [
      ...problems,
      problemOf('reading/no-words', 'There are no words in this report.'),
    ]);
  }
  const stated = asked ?? report.language?.toLowerCase().split('-')[0];
  const identified = stated ?? (await identifyLanguage(text, languages));
  const entry = languages.find(({ code }) => code === (identified ?? languages[0]!.code));
  if (!entry) {
    const problem = problemOf(
      'reading/language-not-read',
      `The report is in "${identified}", which this version does not read; it says nothing about who came to harm.`,
    );
    return unread(report, identified!, context, [...problems, problem]);
  }
  const unsure = `Too little text to tell the language; it was read as "${entry.code}".`;
  const odd = identified ? problems : [...problems, problemOf('reading/language-unknown', unsure)];
  const language = await entry.load();
  const result = readReport({ language: entry.code, ...report }, language, context.knowledge(), reader, odd);
  return output(report, result);
}

function output(report: ReportInput, { reading, reasons }: ReadResult): ReadOutput {
  return {
    report,
    reading,
    reasons: Object.fromEntries([...reasons].map(([id, rules]) => [id, [...rules]])),
  };
}

/** A Reading with no claims that says why. */
function unread(report: ReportInput, language: string, { reader }: Context, problems: Problem[]): ReadOutput {
  const { text: _text, ...identity } = report;
  const reading = {
    report: { ...identity, language },
    reader: { ...reader },
    attributions: [],
    claims: [],
    events: [],
    gaps: [],
    problems,
  };
  return { report, reading, reasons: {} };
}
