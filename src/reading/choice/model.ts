/**
 * Weights for the two looks of `features.ts`: tables of hashed features in whole numbers, read straight from a file.
 * A score of the whole look is in log-odds against leaving the rules' decisions as they are.
 */
import { readFileSync } from 'node:fs';
import { Rows } from '../rows.ts';

export interface ChoiceHeader {
  /** Rows of each table, a power of two. */
  readonly quick: number;
  readonly full: number;
  /** What one unit of each table's whole numbers is worth. */
  readonly quickUnit: number;
  readonly fullUnit: number;
  /** What `explain` calls the model. */
  readonly id: string;
}

export class ChoiceModel {
  readonly header: ChoiceHeader;
  readonly quickRows: Rows;
  readonly fullRows: Rows;
  readonly #quick: Int8Array;
  readonly #full: Int8Array;

  constructor(header: ChoiceHeader, tables: Int8Array) {
    this.header = header;
    this.#quick = tables.subarray(0, header.quick);
    this.#full = tables.subarray(header.quick, header.quick + header.full);
    this.quickRows = new Rows(header.quick);
    this.fullRows = new Rows(header.full);
  }

  /** The score of what stands in `quickRows`. */
  get quickScore(): number {
    return sumOf(this.#quick, this.quickRows) * this.header.quickUnit;
  }

  /** The score of what stands in `fullRows`. */
  get fullScore(): number {
    return sumOf(this.#full, this.fullRows) * this.header.fullUnit;
  }
}

function sumOf(weights: Int8Array, { at, length }: Rows): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += weights[at[i]!]!;
  return sum;
}

/** Reads a file of weights: the length of the header in four bytes, the header as JSON, the tables; `skip` models before it. */
export function loadChoiceModel(path: string | URL, skip = 0): ChoiceModel {
  const bytes = readFileSync(path);
  let at = 0;
  for (let left = skip; ; left--) {
    const length = bytes.readUInt32LE(at);
    const header = JSON.parse(bytes.toString('utf8', at + 4, at + 4 + length)) as ChoiceHeader;
    at += 4 + length;
    const size = header.quick + header.full;
    if (left === 0) return new ChoiceModel(header, new Int8Array(bytes.buffer, bytes.byteOffset + at, size));
    at += size;
  }
}
