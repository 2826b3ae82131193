/** Takes the rows of a project's table out of kept bytes: each is a report with a reading of its own. */
import { createReadStream } from 'node:fs';
import { compareHeadings, type Mapping } from '../imports/mapping.ts';
import { BadRow, readRow } from '../imports/row.ts';
import { Refusal } from '../ingest/bounds.ts';
import type { Format } from '../ingest/formats.ts';
import { tablesIn } from '../ingest/ingest.ts';
import { failureOf } from '../model/problems.ts';
import type { TakeOptions } from '../store/rules.ts';
import type { Taken } from './taken.ts';

export async function* takeRows(
  path: string,
  { name, format, mediaType }: TakeOptions,
  mapping: Mapping,
): AsyncGenerator<Taken> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    const options = { format: format as Format | undefined };
    for await (const { sheet, rows } of tablesIn({ file: name, name, bytes, mediaType }, options)) {
      let headings: readonly string[] | undefined;
      const place = sheet === '' ? '' : `#${sheet}`;
      for await (const { number, cells } of rows) {
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (!headings) {
          headings = cells.map((cell) => cell.trim());
          const { missing } = compareHeadings(mapping, headings);
          if (missing.length === 0) continue;
          yield {
            ok: false,
            source: name + place,
            error: failureOf('import/columns-missing', lacking(missing, headings)),
          };
          break;
        }
        yield rowOf(mapping, headings, cells, `${place}:${number}`, name);
      }
    }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    yield { ok: false, source: name, error: failureOf(cause.code, cause.message) };
  }
}

function lacking(missing: readonly string[], headings: readonly string[]): string {
  const listed = (names: readonly string[]) =>
    names
      .slice(0, 30)
      .map((each) => `"${each}"`)
      .join(', ');
  return `The table has no column ${listed(missing)}; it has ${listed(headings)}.`;
}

function rowOf(
  mapping: Mapping,
  headings: readonly string[],
  cells: readonly string[],
  inside: string,
  name: string,
): Taken {
  try {
    const { report, reading } = readRow(
      mapping,
      headings,
      cells.map((cell) => cell.toWellFormed().replaceAll('\0', '\u2400')),
    );
    return { ok: true, taken: { inside, report, reading, outlet: mapping.project } };
  } catch (cause) {
    if (!(cause instanceof BadRow)) throw cause;
    const message = `Row ${inside.slice(1)} cannot be imported: ${cause.message}.`;
    return { ok: false, source: name + inside, error: failureOf('import/row-invalid', message) };
  }
}
