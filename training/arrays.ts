/** Files of weights in training: one line of JSON, then arrays of 32-bit floats. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Written beside the old file and put in its place at once, so that a stop leaves one of the two whole. */
export function writeArrays(
  path: string,
  header: object,
  arrays: readonly (Float32Array | Int32Array)[],
): void {
  mkdirSync(dirname(path), { recursive: true });
  let json = JSON.stringify(header);
  json += `${' '.repeat(3 - (Buffer.byteLength(json) % 4))}\n`;
  const parts = [Buffer.from(json), ...arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))];
  writeFileSync(`${path}.part`, Buffer.concat(parts));
  renameSync(`${path}.part`, path);
}

/** Fills the arrays, in the order in which they were written, and gives the header. */
export function readArrays(path: string, arrays: readonly Float32Array[]): unknown {
  const bytes = readFileSync(path);
  const end = bytes.indexOf(10) + 1;
  const floats = new Float32Array(
    bytes.buffer.slice(bytes.byteOffset + end, bytes.byteOffset + bytes.length),
  );
  let at = 0;
  for (const array of arrays) {
    array.set(floats.subarray(at, at + array.length));
    at += array.length;
  }
  return JSON.parse(bytes.subarray(0, end).toString());
}
