/** Weights as they ship: matrices as whole numbers of 16 bits, two rows side by side, behind one line of JSON. */
import { writeFileSync } from 'node:fs';
import type { WeightHeader } from '../src/language/weights.ts';

/** A matrix or, where it has one row, a vector, row after row. */
export interface Values {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** No weight is larger, so that sums of products stay within 32 bits. */
const LARGEST = 2047;

/** What the header says of the parameters, and their arrays in the order of the file: vectors, then matrices. */
export function packed(parameters: readonly Values[]): { header: WeightHeader; arrays: Packed[] } {
  const vectors = parameters.filter(({ rows }) => rows === 1);
  const matrices = parameters
    .filter(({ rows }) => rows > 1)
    .map((matrix) => {
      const largest = matrix.values.reduce((max, v) => Math.max(max, Math.abs(v)), 1e-9);
      return { ...matrix, scale: Math.min(1024, LARGEST / largest) };
    });
  return {
    header: {
      matrices: matrices.map(({ name, rows, columns, scale }) => ({ name, rows, columns, scale })),
      vectors: vectors.map(({ name, columns }) => ({ name, length: columns })),
    },
    arrays: [
      ...vectors.map(({ values }) => values),
      ...matrices.map(({ rows, columns, values, scale }) => {
        const out = new Int16Array(values.length);
        for (let r = 0; r < rows; r++) {
          for (let c = 0; c < columns; c++)
            out[(r >> 1) * columns * 2 + c * 2 + (r & 1)] = Math.round(values[r * columns + c]! * scale);
        }
        return out;
      }),
    ],
  };
}

type Packed = Int32Array | Float32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** Writes a file of weights; each array begins at a multiple of four bytes. */
export function writeWeights(path: string, header: WeightHeader, arrays: readonly Packed[]): void {
  let json = JSON.stringify(header);
  json += `${' '.repeat(3 - (Buffer.byteLength(json) % 4))}\n`;
  const parts = arrays.map((array) => {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  });
  const all = Buffer.concat([Buffer.from(json), ...parts]);
  writeFileSync(path, all);
  console.log(`${path}: ${(all.length / 1e6).toFixed(2)} MB`);
}
