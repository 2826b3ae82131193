/**
 * Packs a trained network of entities for reading: matrices in 16 bits, and of the marks those of the two schemes that
 * are read.
 *
 *   node training/pack-entities.ts data/built/training/entities.f32 data/en/entities.bin
 */
import { readFileSync } from 'node:fs';
import type { EntityHeader } from '../src/language/entity-network.ts';
import { readArrays } from './arrays.ts';
import { DETAIL_MARKS, NAME_MARKS } from './entities.ts';
import type { EntityShape } from './entity-network.ts';
import { packed, type Values, writeWeights } from './pack.ts';
import { type Parameter, padded } from './tape.ts';

const [from, to] = process.argv.slice(2) as [string, string];
const line = readFileSync(from);
const { shape, parameters, count } = JSON.parse(line.subarray(0, line.indexOf(10)).toString()) as {
  shape: EntityShape;
  parameters: Parameter[];
  count: number;
};
const dense = new Float32Array(count);
readArrays(from, [dense]);
const kept = padded(NAME_MARKS.length + DETAIL_MARKS.length, 8);
const values = parameters.map(({ name, at, rows, columns }): Values => {
  const all = dense.slice(at, at + rows * columns);
  if (!name.startsWith('marks')) return { name, rows, columns, values: all };
  return { name, rows, columns: kept, values: all.filter((_, i) => i % columns < kept) };
});
const { header, arrays } = packed(values);
const whole: EntityHeader = {
  width: shape.width,
  layers: shape.layers,
  hidden: shape.hidden,
  nameMarks: NAME_MARKS,
  detailMarks: DETAIL_MARKS,
  ...header,
};
writeWeights(to, whole, arrays);
