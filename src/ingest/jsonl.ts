/** A corpus, one ReportInput a line. Each bad line is an error of its own; memory is bounded by the longest line. */
import { type ReportInput, reportInputSchema } from '../model/reading.ts';
import { type Arrival, failed, type TranslationOf } from './arrival.ts';
import type { Bytes } from './bytes.ts';
import { strictUtf8 } from './decode.ts';
import { arrivedFrom, type FormReader, type Item, sourceOf } from './item.ts';

/** The reports of a JSONL stream in their order. */
export const readJsonl: FormReader = async function* (item, { bounds, count }) {
  let number = 0;
  for await (const line of linesOf(item.bytes, bounds.maxLineBytes)) {
    number++;
    const source = `${sourceOf(item)}:${number}`;
    if (line === null) {
      const message = `Line ${number} is longer than ${bounds.maxLineBytes} bytes.`;
      yield failed('ingest/line-too-long', message, { source });
      continue;
    }
    if (item.depth === 0) count(line.length + 1);
    const text = strictUtf8(line);
    if (text === null) yield failed('ingest/not-text', `Line ${number} is not UTF-8.`, { source });
    else if (text.trim() !== '') yield parseLine(item, line, text, number);
  }
};

function parseLine(item: Item, bytes: Uint8Array, line: string, number: number): Arrival {
  const source = `${sourceOf(item)}:${number}`;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return failed('ingest/line-not-json', `Line ${number} is not JSON: ${(cause as Error).message}`, {
      source,
    });
  }
  return arrivalOf(value, item, bytes, { fragment: `:${number}`, what: `Line ${number}` });
}

/** A value that should be a ReportInput, as the report it is; `what` it is called in the failure ("Line 3"). */
export function arrivalOf(
  value: unknown,
  item: Item,
  bytes: Uint8Array,
  { fragment, what }: { readonly fragment: string; readonly what: string },
): Arrival {
  const parsed = reportInputSchema.safeParse(value);
  if (!parsed.success) {
    const source = sourceOf(item) + fragment;
    const id = (value as { id?: unknown } | null)?.id;
    const name = typeof id === 'string' ? { id, source } : { source };
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
    return failed('ingest/line-not-report', `${what} is no ReportInput (${wrong.join('; ')}).`, name);
  }
  const report = parsed.data satisfies ReportInput;
  // what a corpus calls the source of a report is who published it
  const masthead = report.source ? { publisher: report.source } : {};
  const translationOf = originalIn(value as Record<string, unknown>);
  const place = {
    form: 'jsonl',
    mediaType: 'application/json',
    encoding: 'utf-8',
    fragment,
    id: report.id,
  } as const;
  return { ...arrivedFrom(item, bytes, { ...report, translationOf, masthead }, place), report };
}

/** The fields `original` and `originalLanguage`; where they are something else than text, they are somebody's own. */
function originalIn({ original, originalLanguage }: Record<string, unknown>): TranslationOf | undefined {
  if (typeof original !== 'string' || original.trim() === '') return undefined;
  return { text: original, ...(typeof originalLanguage === 'string' ? { language: originalLanguage } : {}) };
}

/** The lines of a stream without their ends; null for one that is too long. */
async function* linesOf(bytes: Bytes, maxBytes: number): AsyncGenerator<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (end: Uint8Array): Uint8Array | null => {
    const line = size + end.length > maxBytes ? null : held.length ? Buffer.concat([...held, end]) : end;
    held = [];
    size = 0;
    return line;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    const rest = chunk.subarray(from);
    size += rest.length;
    if (size <= maxBytes) held.push(rest);
    else held = [];
  }
  if (size > 0) yield take(new Uint8Array());
}
