/**
 * Packs a trained network of entities for reading: matrices in 16 bits, and of the heads the two that are read. Names are
 * read off the mean of what the corpora marked by hand and CoreNLP teach: on a quarter of UNER dev that was held out each
 * alone gave F1 65.4 and 64.6, both 66.2 (2026-11-28).
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
const names = NAME_MARKS.length;
const read = names + DETAIL_MARKS.length;
const kept = padded(read, 8);
const valuesOf = ({ at, rows, columns }: Parameter): Float32Array => dense.slice(at, at + rows * columns);
const between = (scheme: number): Parameter => parameters.find(({ name }) => name === `between${scheme}`)!;
const handsBetween = valuesOf(between(0));
const silverBetween = valuesOf(between(2));
const chains: Values[] = [
  {
    ...between(0),
    name: 'between.names',
    values: handsBetween.map((value, k) => (value + silverBetween[k]!) / 2),
  },
  { ...between(1), name: 'between.details', values: valuesOf(between(1)) },
];
const layers = parameters
  .filter(({ name }) => !name.startsWith('between'))
  .map((parameter): Values => {
    const { name, rows, columns } = parameter;
    const all = valuesOf(parameter);
    if (!name.startsWith('marks')) return { name, rows, columns, values: all };
    const out = new Float32Array(rows * kept);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < read; c++) {
        const value = all[r * columns + c]!;
        // CoreNLP's head comes after the two that are read
        out[r * kept + c] = c < names ? (value + all[r * columns + read + c]!) / 2 : value;
      }
    }
    return { name, rows, columns: kept, values: out };
  });
const { header, arrays } = packed([...layers, ...chains]);
const whole: EntityHeader = {
  width: shape.width,
  layers: shape.layers,
  hidden: shape.hidden,
  nameMarks: NAME_MARKS,
  detailMarks: DETAIL_MARKS,
  ...header,
};
writeWeights(to, whole, arrays);
