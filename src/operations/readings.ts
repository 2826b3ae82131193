/** Reading reports: one Reading each, in the order asked for, with what made each part of it. */
import * as z from 'zod';
import type { Arrived, ReportName } from '../ingest/arrival.ts';
import { identifyLanguage } from '../ingest/identify.ts';
import { ingest } from '../ingest/ingest.ts';
import { problemOf } from '../model/problems.ts';
import {
  type Problem,
  type Reading,
  type ReportInput,
  readingSchema,
  reportInputSchema,
} from '../model/reading.ts';
import { readReport } from '../reading/read.ts';
import { type ReportsInput, reportsInputSchema } from './contract.ts';
import type { Context, Operation, Outcome } from './operation.ts';

const readOutputSchema = z.object({
  report: reportInputSchema.describe('The report as it was read; spans point into its text or title'),
  reading: readingSchema,
  pages: z
    .array(z.int())
    .optional()
    .describe('Where in the text each page of the document begins, where it has pages'),
  outlet: z.string().optional().describe('Who published it, where it says so'),
  reasons: z
    .record(z.string(), z.array(z.string()))
    .describe('What made each claim, event, attribution and gap: its id → ids of rules and models'),
});
export type ReadOutput = z.infer<typeof readOutputSchema>;

export const readReadings: Operation<ReportsInput, ReadOutput> = {
  name: 'readings.read',
  summary: 'Read reports: who came to what harm, on whose word, in which words.',
  input: reportsInputSchema,
  output: readOutputSchema,
  writes: false,
  async *run({ paths, format, language, columns }, context) {
    const { stdin, onProgress } = context;
    for await (const arrival of ingest(paths, { format, columns, stdin, onProgress })) {
      if (!arrival.ok) {
        yield arrival;
        continue;
      }
      const outcome = await readReported(arrival, language, context);
      yield outcome.ok ? { ok: true, value: { ...outcome.value, ...besideText(arrival) } } : outcome;
    }
  },
};

function besideText({ masthead, pages }: Arrived): Pick<ReadOutput, 'outlet' | 'pages'> {
  const { publisher: outlet } = masthead;
  return { ...(outlet === undefined ? {} : { outlet }), ...(pages ? { pages: [...pages] } : {}) };
}

/** Longest text that is read, in UTF-16 code units: more than any book. Time grows with length alone, to a minute or two here. */
const MAX_TEXT_LENGTH = 5_000_000;

async function readReported(
  { report, problems }: Pick<Arrived, 'report' | 'problems'>,
  language: string | undefined,
  context: Context,
): Promise<Outcome<ReadOutput>> {
  if (report.text.length > MAX_TEXT_LENGTH) {
    const message = `The text has ${report.text.length} characters, and one report at most ${MAX_TEXT_LENGTH}; give many reports as JSONL, one a line.`;
    return { ok: false, error: { code: 'reading/too-long', message }, report: nameOf(report) };
  }
  try {
    return { ok: true, value: await readOne(report, problems, language, context) };
  } catch (cause) {
    const [what, where] = String((cause as Error).stack ?? cause).split(/\n\s*/);
    const message = `Recount failed on this report, which is a bug to tell of: ${what}${where ? ` ${where}` : ''}`;
    return { ok: false, error: { code: 'reading/failed', message }, report: nameOf(report) };
  }
}

function nameOf({ id, source }: ReportInput): ReportName {
  return source === undefined ? { id } : { id, source };
}

/**
 * Reads one report in the language asked for, else in the one it states, else in the one it is found to be in. A report
 * without words or in a language that is not read gets a Reading that says so and claims nothing.
 */
export async function readOne(
  report: ReportInput,
  problems: readonly Problem[],
  asked: string | undefined,
  context: Context,
): Promise<ReadOutput> {
  const { languages, reader } = context;
  const text = report.title ? `${report.title}\n${report.text}` : report.text;
  if (!/\p{L}/u.test(text)) {
    const problem = problemOf('reading/no-words', 'There are no words in this report.');
    return unread(report, 'und', context, [...problems, problem]);
  }
  const stated = asked ?? report.language?.toLowerCase().split('-')[0];
  const identified = stated ?? (await identifyLanguage(text, languages));
  const entry = languages.find(({ code }) => code === (identified ?? languages[0]!.code));
  if (!entry) {
    const message = `The report is in "${identified}", which this version does not read; that it claims nothing here says nothing about who came to harm.`;
    const problem = problemOf('reading/language-not-read', message);
    return unread(report, identified!, context, [...problems, problem]);
  }
  const unsure = `There is too little text to tell its language; it was read as "${entry.code}".`;
  const odd = identified ? problems : [...problems, problemOf('reading/language-unknown', unsure)];
  const language = await entry.load();
  const result = readReport({ ...report, language: entry.code }, language, context.knowledge(), reader, odd);
  const reasons = [...result.reasons].map(([id, rules]) => [id, [...rules]]);
  return { report, reading: result.reading, reasons: Object.fromEntries(reasons) };
}

/** The same for a report that is kept whatever comes of reading it: where nothing does, the reading says why and claims nothing. */
export async function readKept(
  report: ReportInput,
  problems: readonly Problem[],
  language: string | undefined,
  context: Context,
): Promise<Reading> {
  const outcome = await readReported({ report, problems }, language, context);
  if (outcome.ok) return outcome.value.reading;
  const { code, message } = outcome.error;
  return unread(report, 'und', context, [...problems, problemOf(code, message)]).reading;
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
