/** A packed network taken apart again, for networks that learn on top of it: its rows and matrices as floats. */
import { type Lexicon, LexiconIndex } from '../src/language/lexicon.ts';
import type { NetworkHeader } from '../src/language/network.ts';
import { FeatureRows } from './examples.ts';

export interface Trunk {
  readonly header: NetworkHeader;
  readonly table: Float32Array;
  readonly lexicon: LexiconIndex | null;
  /** Matrices and vectors by name, row after row. */
  readonly values: ReadonlyMap<string, Float32Array>;
  rowsOf(hashes: Int32Array): Int32Array;
}

export function readTrunk(file: Uint8Array): Trunk {
  const bytes = Uint8Array.from(file);
  const line = bytes.indexOf(10) + 1;
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line))) as NetworkHeader;
  const { buffer } = bytes;
  let from = line;
  const read = (size: number): number => {
    const at = from;
    from += Math.ceil(size / 4) * 4;
    return at;
  };
  const { width } = header;
  const hashes = new Int32Array(buffer, read(header.rows * 4), header.rows);
  const scales = new Float32Array(buffer, read(header.rows * 4), header.rows);
  const values = new Map<string, Float32Array>();
  for (const { name, length } of header.vectors)
    values.set(name, new Float32Array(buffer, read(length * 4), length));
  for (const { name, rows, columns, scale } of header.matrices) {
    const wholes = new Int16Array(buffer, read(rows * columns * 2), rows * columns);
    const matrix = new Float32Array(rows * columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++)
        matrix[r * columns + c] = wholes[(r >> 1) * columns * 2 + c * 2 + (r & 1)]! / scale;
    }
    values.set(name, matrix);
  }
  const count = header.lexicon;
  const lexicon: Lexicon | null =
    count === 0
      ? null
      : {
          words: new Int32Array(buffer, read(count * 4), count),
          classes: new Uint16Array(buffer, read(count * 2), count),
          senses: new Uint8Array(buffer, read(count), count),
          names: new Uint8Array(buffer, read(count), count),
        };
  const packed = new Int8Array(buffer, read(header.rows * width), header.rows * width);
  const table = new Float32Array(packed.length);
  for (let row = 0, i = 0; row < header.rows; row++)
    for (let d = 0; d < width; d++, i++) table[i] = packed[i]! * scales[row]!;
  const index = lexicon === null ? null : new LexiconIndex(lexicon);
  const rows = new FeatureRows(hashes, index);
  return { header, table, lexicon: index, values, rowsOf: (all) => rows.rowsOf(all) };
}
