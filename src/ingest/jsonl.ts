/** A corpus, one ReportInput a line. Each bad line is an error of its own; memory is bounded by the longest line. */
import { type ReportInput, reportInputSchema } from '../model/reading.ts';
import { type Arrival, failed } from './arrival.ts';
import type { Bytes } from './bytes.ts';
import { strictUtf8 } from './decode.ts';

/** Longest line that is read, in bytes. */
const MAX_LINE_BYTES = 256 * 2 ** 20;

/** The reports of a JSONL stream in their order. `source` names the stream in errors; `count` is told the bytes of each line. */
export async function* readJsonl(
  bytes: Bytes,
  source: string,
  count: (bytes: number) => void,
): AsyncGenerator<Arrival> {
  let number = 0;
  for await (const line of linesOf(bytes)) {
    number++;
    const where = { source: `${source}:${number}` };
    if (line === null) {
      yield failed('ingest/line-too-long', `Line ${number} is longer than ${MAX_LINE_BYTES} bytes.`, where);
      continue;
    }
    count(line.length + 1);
    const text = strictUtf8(line);
    if (text === null) yield failed('ingest/not-text', `Line ${number} is not UTF-8.`, where);
    else if (text.trim() !== '') yield parseLine(text, number, where.source);
  }
}

function parseLine(line: string, number: number, source: string): Arrival {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return failed('ingest/line-not-json', `Line ${number} is not JSON: ${(cause as Error).message}`, {
      source,
    });
  }
  const parsed = reportInputSchema.safeParse(value);
  if (parsed.success) return { ok: true, report: parsed.data satisfies ReportInput, problems: [] };
  const id = (value as { id?: unknown } | null)?.id;
  const name = typeof id === 'string' ? { id, source } : { source };
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
  return failed('ingest/line-not-report', `Line ${number} is no ReportInput (${wrong.join('; ')}).`, name);
}

/** The lines of a stream without their ends; null for one that is too long. */
async function* linesOf(bytes: Bytes): AsyncGenerator<Uint8Array | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (end: Uint8Array): Uint8Array | null => {
    const line =
      size + end.length > MAX_LINE_BYTES ? null : held.length ? Buffer.concat([...held, end]) : end;
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
    if (size <= MAX_LINE_BYTES) held.push(rest);
    else held = [];
  }
  if (size > 0) yield take(new Uint8Array());
}
