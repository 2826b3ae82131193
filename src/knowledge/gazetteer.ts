/**
 * Where in the world is a place of this name? A read-only index over typed arrays: the file is mapped as it lies, so
 * that loading costs one read and no parsing. Made by `scripts/build-gazetteer.ts` (the layout is told there), from
 * GeoNames (CC BY 4.0) and the tables beside this file; see SOURCES.md.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Flavour } from '../text/span.ts';
import { foldName, soundKey } from './fold.ts';

/** The place of a record in the gazetteer, from 0. */
export type PlaceIndex = Flavour<'place'>;

/** Kinds of record, in the order of their numbers in the file. */
export const PLACE_KINDS = ['city', 'neighbourhood', 'site', 'district', 'province'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface GazetteerPlace {
  readonly index: PlaceIndex;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Rounded on a scale of eighths of a power of two; 0 where it is not known. */
  readonly population: number;
  readonly isCapital: boolean;
  readonly province: PlaceIndex | null;
  readonly district: PlaceIndex | null;
  /** "geonames:281124", "supplement:12", "admin:3". */
  readonly id: string;
}

export const MAGIC = 0x31_5a_41_47; // "GAZ1"
export const NONE = 0xffff_ffff;
/** Bits of `flags`. */
export const IS_CAPITAL = 1;
export const IS_SUPPLEMENT = 2;
export const IS_ADMIN = 4;
/** Set in a reference where the key is a name by ear (`soundKey`). */
export const BY_SOUND = 0x8000_0000;
/** Set where the key is not the usual name but another, perhaps of another language or time. */
export const OTHER_NAME = 0x4000_0000;
const INDEX = 0x3fff_ffff;

/** A record that has a name. */
export interface GazetteerMatch {
  readonly index: PlaceIndex;
  /** The name is the usual one, not one of another language or time. */
  readonly isUsual: boolean;
}

/** Header words after the magic number: counts and the byte offset of each section. */
export const SECTIONS = [
  'buckets',
  'checks',
  'references',
  'latitudes',
  'longitudes',
  'ids',
  'provinces',
  'districts',
  'countries',
  'kinds',
  'populations',
  'flags',
] as const;

export class Gazetteer {
  readonly size: number;
  readonly #buckets: Uint32Array;
  readonly #checks: Uint32Array;
  readonly #references: Uint32Array;
  readonly #latitudes: Float32Array;
  readonly #longitudes: Float32Array;
  readonly #ids: Uint32Array;
  readonly #provinces: Uint32Array;
  readonly #districts: Uint32Array;
  readonly #countries: Uint16Array;
  readonly #kinds: Uint8Array;
  readonly #populations: Uint8Array;
  readonly #flags: Uint8Array;
  #chiefCities: Map<string, PlaceIndex> | undefined;

  /** `bytes` as `scripts/build-gazetteer.ts` writes them. Throws a RangeError on any other file. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
    const header = new Uint32Array(buffer, byteOffset, 3 + SECTIONS.length);
    if (header[0] !== MAGIC) throw new RangeError('not a gazetteer of this version: run the build again');
    const keys = header[1]!;
    const size = (this.size = header[2]!);
    const at = (section: (typeof SECTIONS)[number]) => byteOffset + header[3 + SECTIONS.indexOf(section)]!;
    this.#buckets = new Uint32Array(buffer, at('buckets'), 65537);
    this.#checks = new Uint32Array(buffer, at('checks'), keys);
    this.#references = new Uint32Array(buffer, at('references'), keys);
    this.#latitudes = new Float32Array(buffer, at('latitudes'), size);
    this.#longitudes = new Float32Array(buffer, at('longitudes'), size);
    this.#ids = new Uint32Array(buffer, at('ids'), size);
    this.#provinces = new Uint32Array(buffer, at('provinces'), size);
    this.#districts = new Uint32Array(buffer, at('districts'), size);
    this.#countries = new Uint16Array(buffer, at('countries'), size);
    this.#kinds = new Uint8Array(buffer, at('kinds'), size);
    this.#populations = new Uint8Array(buffer, at('populations'), size);
    this.#flags = new Uint8Array(buffer, at('flags'), size);
  }

  /** Records of this name, spelt in any way that `foldName` folds; [] where there is none. */
  find(name: string): GazetteerMatch[] {
    return this.findFolded(foldName(name));
  }
  /** The same for a name that is folded already. */
  findFolded(folded: string): GazetteerMatch[] {
    return this.#lookup(folded, 0);
  }
  /** Records whose name sounds like it (`soundKey`), in countries that write Arabic script. Trust them within a known country alone. */
  findBySound(folded: string): GazetteerMatch[] {
    const key = soundKey(folded);
    return key === '' ? [] : this.#lookup(key, BY_SOUND);
  }

  place(index: PlaceIndex): GazetteerPlace {
    const flags = this.#flags[index]!;
    const kind = PLACE_KINDS[this.#kinds[index]!]!;
    return {
      index,
      kind,
      country: this.country(index),
      latitude: roundDegrees(this.#latitudes[index]!),
      longitude: roundDegrees(this.#longitudes[index]!),
      population: this.population(index),
      isCapital: (flags & IS_CAPITAL) !== 0,
      province: orNull(this.#provinces[index]!),
      district: orNull(this.#districts[index]!),
      id: `${flags & IS_SUPPLEMENT ? 'supplement' : flags & IS_ADMIN ? 'admin' : 'geonames'}:${this.#ids[index]!}`,
    };
  }
  country(index: PlaceIndex): string {
    const code = this.#countries[index]!;
    return String.fromCharCode(code >> 8, code & 255);
  }
  population(index: PlaceIndex): number {
    const step = this.#populations[index]!;
    return step === 0 ? 0 : Math.round(2 ** (step / 8));
  }
  kind(index: PlaceIndex): PlaceKind {
    return PLACE_KINDS[this.#kinds[index]!]!;
  }
  provinceOf(index: PlaceIndex): PlaceIndex | null {
    return orNull(this.#provinces[index]!);
  }
  isCapital(index: PlaceIndex): boolean {
    return (this.#flags[index]! & IS_CAPITAL) !== 0;
  }
  /** The capital of a country, or its largest city where the gazetteer marks none; null for a country without any. */
  chiefCityOf(code: string): PlaceIndex | null {
    this.#chiefCities ??= this.#findChiefCities();
    return this.#chiefCities.get(code) ?? null;
  }
  #findChiefCities(): Map<string, PlaceIndex> {
    const chiefs = new Map<string, PlaceIndex>();
    for (let i = 0; i < this.size; i++) {
      if (this.#kinds[i] !== 0 || this.#populations[i]! < 80) continue;
      const code = this.country(i);
      const chief = chiefs.get(code);
      const isCapital = this.isCapital(i);
      const isLarger =
        chief === undefined || (!this.isCapital(chief) && this.#populations[i]! > this.#populations[chief]!);
      if (isCapital || isLarger) chiefs.set(code, i);
    }
    return chiefs;
  }
  /** Whether `inner` lies in `outer`, a province or district. */
  isWithin(inner: PlaceIndex, outer: PlaceIndex): boolean {
    return this.#provinces[inner] === outer || this.#districts[inner] === outer;
  }
  /** Great-circle distance. */
  kilometres(a: PlaceIndex, b: PlaceIndex): number {
    return kilometresBetween(
      this.#latitudes[a]!,
      this.#longitudes[a]!,
      this.#latitudes[b]!,
      this.#longitudes[b]!,
    );
  }

  #lookup(key: string, mode: number): GazetteerMatch[] {
    if (key === '') return [];
    const bucket = bucketOf(key);
    const check = checkOf(key);
    const found: GazetteerMatch[] = [];
    for (let i = this.#buckets[bucket]!; i < this.#buckets[bucket + 1]!; i++) {
      const reference = this.#references[i]!;
      if (this.#checks[i] === check && (reference & BY_SOUND) >>> 0 === mode) {
        found.push({ index: reference & INDEX, isUsual: (reference & OTHER_NAME) === 0 });
      }
    }
    return found;
  }
}

function orNull(index: number): PlaceIndex | null {
  return index === NONE ? null : index;
}

/** A 32-bit float holds a place to about a metre; what comes after is noise. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

/** 48 bits of a key: the bucket (16) and the check within it (32). Two different keys meet once in 10^14. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return (hash ^ (hash >>> 16)) & 0xffff;
}
export function checkOf(key: string): number {
  let hash = 0x9747b28c;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x5bd1e995) + (hash >>> 13);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

export function kilometresBetween(
  latitude: number,
  longitude: number,
  otherLatitude: number,
  otherLongitude: number,
): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((otherLatitude - latitude) * radians) / 2) ** 2;
  const east = Math.sin(((otherLongitude - longitude) * radians) / 2) ** 2;
  const half = north + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * east;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(half)));
}

let loaded: Gazetteer | undefined;

/** The gazetteer that comes with the package, read once. Throws where it has not been built. */
export function loadGazetteer(): Gazetteer {
  if (loaded) return loaded;
  const path = fileURLToPath(import.meta.resolve('#data/built/gazetteer.bin'));
  if (!existsSync(path)) throw new Error(`no gazetteer at ${path}: run \`npm run build\` first`);
  loaded = new Gazetteer(readFileSync(path));
  return loaded;
}
