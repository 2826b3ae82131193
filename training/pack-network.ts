/**
 * Packs trained weights for reading: rows of features in 8 bits with a scale each, matrices in 16 bits laid out in pairs.
 *
 *   node training/pack-network.ts data/built/training/en.f32 data/en/network.bin [LEXICON.bin]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readLexicon } from '../src/language/lexicon.ts';
import type { NetworkHeader } from '../src/language/network.ts';
import { DETAIL_MARKS, NAME_MARKS } from './entities.ts';
import type { Names } from './examples.ts';
import type { Parameter, Shape } from './network.ts';

const [from, to, lexiconPath] = process.argv.slice(2) as [string, string, string?];
const lexicon = lexiconPath === undefined ? null : readLexicon(readFileSync(lexiconPath));
const file = readFileSync(from);
const end = file.indexOf(10) + 1;
const { shape, names, parameters, count } = JSON.parse(file.subarray(0, end).toString()) as {
  shape: Shape;
  names: Names;
  parameters: Parameter[];
  count: number;
};
const arrays = file.buffer.slice(file.byteOffset + end, file.byteOffset + file.length);
const hashes = new Int32Array(arrays, 0, shape.rows);
const dense = new Float32Array(arrays, shape.rows * 4, count);
const table = new Float32Array(arrays, (shape.rows + count) * 4, shape.rows * shape.width);

const rowScale = new Float32Array(shape.rows);
const packed = new Int8Array(table.length);
for (let row = 0; row < shape.rows; row++) {
  const values = table.subarray(row * shape.width, (row + 1) * shape.width);
  const largest = values.reduce((max, v) => Math.max(max, Math.abs(v)), 1e-9);
  rowScale[row] = largest / 127;
  values.forEach((value, d) => {
    packed[row * shape.width + d] = Math.round((value / largest) * 127);
  });
}

const matrices = parameters.filter(({ rows }) => rows > 1);
const vectors = parameters.filter(({ rows }) => rows === 1);
const valuesOf = ({ at, rows, columns }: Parameter): Float32Array => dense.slice(at, at + rows * columns);
const LARGEST = 2047;
const scales = matrices.map((matrix) =>
  Math.min(1024, LARGEST / valuesOf(matrix).reduce((max, v) => Math.max(max, Math.abs(v)), 1e-9)),
);
const header: NetworkHeader = {
  width: shape.width,
  layers: shape.layers,
  tagLayer: shape.tagLayer,
  tagHidden: shape.tagHidden,
  entityHidden: shape.entityHidden,
  arc: shape.arc,
  label: shape.label,
  upos: shape.upos,
  rows: shape.rows,
  lexicon: lexicon?.words.length ?? 0,
  xposNames: names.xpos,
  deprelNames: names.deprels,
  nameMarks: NAME_MARKS,
  detailMarks: DETAIL_MARKS,
  matrices: matrices.map(({ name, rows, columns }, i) => ({ name, rows, columns, scale: scales[i]! })),
  vectors: vectors.map(({ name, columns }) => ({ name, length: columns })),
};
const wholes = matrices.map((matrix, i) => {
  const values = valuesOf(matrix);
  const out = new Int16Array(values.length);
  for (let r = 0; r < matrix.rows; r++) {
    for (let c = 0; c < matrix.columns; c++) {
      out[(r >> 1) * matrix.columns * 2 + c * 2 + (r & 1)] = Math.round(
        values[r * matrix.columns + c]! * scales[i]!,
      );
    }
  }
  return out;
});
const columns = lexicon === null ? [] : [lexicon.words, lexicon.classes, lexicon.senses, lexicon.names];
let json = JSON.stringify(header);
json += `${' '.repeat(3 - (Buffer.byteLength(json) % 4))}\n`;
const parts = [hashes, rowScale, ...vectors.map(valuesOf), ...wholes, ...columns, packed].map((a) => {
  const bytes = Buffer.from(a.buffer, a.byteOffset, a.byteLength);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
});
const all = Buffer.concat([Buffer.from(json), ...parts]);
writeFileSync(to, all);
console.log(`${to}: ${(all.length / 1e6).toFixed(2)} MB, ${shape.rows} rows`);
