/** Tables as CSV or TSV, whatever parts their columns (comma, semicolon, tab, bar), a report a row. */
import { type CsvError, parse } from 'csv-parse';
import { Refusal } from './bounds.ts';
import type { FormReader, Item, Visit } from './item.ts';
import { type Row, reportsInRows } from './rows.ts';
import { decodedOf } from './text.ts';

export const readCsv: FormReader = async function* (item, visit) {
  const { decoded } = await decodedOf(item, visit);
  const kind = { form: 'csv', mediaType: 'text/csv', encoding: decoded.encoding, fragment: '' } as const;
  yield* reportsInRows(rowsOf(decoded.text, visit.bounds.maxLineBytes), item, visit, kind);
};

/** The rows of a table, its headings among them. Throws a Refusal where it is broken, after the rows before that. */
export async function* csvRows(item: Item, visit: Visit): AsyncGenerator<Row> {
  const { decoded } = await decodedOf(item, visit);
  yield* rowsOf(decoded.text, visit.bounds.maxLineBytes);
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
}

/** Letters that are parsed at a time. */
const SLICE = 1 << 16;

async function* rowsOf(text: string, maxBytes: number): AsyncGenerator<Row> {
  let number = 0;
  let broken: CsvError | undefined;
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: maxBytes,
    raw: true,
  });
  parser.on('error', (cause: CsvError) => {
    broken = cause;
  });
  function* rows(): Generator<Row> {
    for (let next = parser.read(); next !== null; next = parser.read()) {
      const { record, raw } = next as Parsed;
      yield { number: ++number, cells: record, bytes: Buffer.from(raw.replace(/\r?\n$/, '')) };
    }
  }
  // by hand and not by iterating: what was read before a break would be lost with it
  for (let at = 0; at < text.length && !broken; at += SLICE) {
    parser.write(text.slice(at, at + SLICE));
    yield* rows();
  }
  if (!broken) {
    parser.end();
    yield* rows();
    await new Promise((resolve) => setImmediate(resolve));
    yield* rows();
  }
  if (broken?.code === 'CSV_MAX_RECORD_SIZE') {
    throw new Refusal('ingest/line-too-long', `Row ${number + 1} is longer than ${maxBytes} bytes.`);
  }
  if (broken)
    throw new Refusal('ingest/table-broken', `The table is broken after row ${number}: ${broken.message}`);
}

/** What stands most often in the first line outside of quotes. */
function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]!.mark;
}
