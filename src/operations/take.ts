/** Takes kept bytes apart and reads what is in them: the same bytes and options always give the same reports. */
import { createReadStream } from 'node:fs';
import type { Mapping } from '../imports/mapping.ts';
import type { Arrived, Original, TranslationOf } from '../ingest/arrival.ts';
import type { Format } from '../ingest/formats.ts';
import { ingestBytes } from '../ingest/ingest.ts';
import type { ReportInput } from '../model/reading.ts';
import type { TakenReport, TakeOptions } from '../store/rules.ts';
import type { Context } from './operation.ts';
import { readKept } from './readings.ts';
import { takeRows } from './rows.ts';
import type { Taken } from './taken.ts';
import { wireFinder } from './wire.ts';

export async function* takeReports(
  path: string,
  options: TakeOptions,
  context: Context,
): AsyncGenerator<Taken> {
  if (options.mapping) {
    yield* takeRows(path, options, options.mapping as Mapping);
    return;
  }
  const { name, mediaType, url, columns } = options;
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
  const format = options.format as Format | undefined;
  const arrivals = ingestBytes(
    { file: name, name, bytes, mediaType, url },
    { format, columns, keepMedia: true },
  );
  for await (const arrival of arrivals) {
    if (arrival.ok) yield { ok: true, taken: await read(arrival, options.language, context) };
    else {
      const { source = name, url } = arrival.report;
      yield { ok: false, error: arrival.error, source, link: url };
    }
  }
}

async function read(arrived: Arrived, language: string | undefined, context: Context): Promise<TakenReport> {
  const { original, masthead, problems, translationOf } = arrived;
  const fields = Object.entries(arrived.report).map(([field, value]) => [field, storable(value)]);
  const report = Object.fromEntries(fields) as ReportInput;
  const wire = masthead.wire ?? wireFinder(context.languages)(report.text);
  return {
    inside: original.inside,
    report,
    outlet: masthead.publisher && storable(masthead.publisher),
    ...(translationOf ? { translationOf: nameOf(translationOf, original) } : {}),
    wire: wire && storable(wire),
    reading: await readKept(report, problems, language, context),
  };
}

function nameOf({ language, file }: TranslationOf, original: Original): TakenReport['translationOf'] {
  return {
    ...(language ? { language } : {}),
    ...(file ? { inside: file.slice(original.file.length) } : {}),
  };
}

/** Databases hold no NUL and no half of a character; what stands in their place is as long, so that offsets hold. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\u2400');
}
