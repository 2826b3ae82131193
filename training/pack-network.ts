/**
 * Packs a trained tagger and parser for reading: rows of features in 8 bits with a scale each, matrices in 16. What it
 * learned of entities stays behind, for they have a network of their own.
 *
 *   node training/pack-network.ts data/built/training/en.f32 data/en/network.bin [LEXICON.bin]
 */
import { readFileSync } from 'node:fs';
import { readLexicon } from '../src/language/lexicon.ts';
import type { NetworkHeader } from '../src/language/network.ts';
import type { Names } from './examples.ts';
import type { Shape } from './network.ts';
import { packed, writeWeights } from './pack.ts';
import type { Parameter } from './tape.ts';

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
const bytes = new Int8Array(table.length);
for (let row = 0; row < shape.rows; row++) {
  const values = table.subarray(row * shape.width, (row + 1) * shape.width);
  const largest = values.reduce((max, v) => Math.max(max, Math.abs(v)), 1e-9);
  rowScale[row] = largest / 127;
  values.forEach((value, d) => {
    bytes[row * shape.width + d] = Math.round((value / largest) * 127);
  });
}

const values = parameters
  .filter(({ name }) => !name.startsWith('entit'))
  .map((parameter) => {
    const { at, rows, columns } = parameter;
    return { ...parameter, values: dense.slice(at, at + rows * columns) };
  });
const { header, arrays: weights } = packed(values);
const whole: NetworkHeader = {
  width: shape.width,
  layers: shape.layers,
  tagLayer: shape.tagLayer,
  tagHidden: shape.tagHidden,
  arc: shape.arc,
  label: shape.label,
  upos: shape.upos,
  rows: shape.rows,
  lexicon: lexicon?.words.length ?? 0,
  xposNames: names.xpos,
  deprelNames: names.deprels,
  ...header,
};
const columns = lexicon === null ? [] : [lexicon.words, lexicon.classes, lexicon.senses, lexicon.names];
writeWeights(to, whole, [hashes, rowScale, ...weights, ...columns, bytes]);
