/** A record with more reports than a search looks at first: what is found, page by page, is what a look at every row finds. */
import assert from 'node:assert/strict';
import type { Insertable } from 'kysely';
import { worldOf } from '../../src/operations/record.ts';
import type { Engine } from '../../src/store/engine.ts';
import { insertAll } from '../../src/store/queries.ts';
import { RecordStore } from '../../src/store/record.ts';
import { incidentRow } from '../../src/store/rows.ts';
import type { ClaimRow, Schema } from '../../src/store/schema.ts';
import { type Query, searchClaims, searchIncidents, searchReports } from '../../src/store/search.ts';
import { randomOf } from '../support/random.ts';
import { contextFor, testStores } from '../support/stores.ts';

const REPORTS = 2600;
const SIZE = 4;
const TOWNS = ['Orlu', 'Orlu', 'Orlu', 'Dern', 'Hask'];

/** One report a number, from 1: its day, town and figure, and the incident that it tells of. */
interface Told {
  readonly seq: number;
  readonly published: string;
  readonly town: string;
  readonly killed: number;
  readonly incident: number;
  readonly text: string;
}

/** Ten reports a day, some of which came long after it; an incident's come late as well. */
function toldReports(): Told[] {
  const random = randomOf(7);
  return Array.from({ length: REPORTS }, (_, i) => {
    const day = random() < 0.01 ? Math.floor(i / 30) : Math.floor(i / 10);
    const own = Math.floor(i / SIZE);
    const killed = random() < 0.003 ? 90 : 1 + Math.floor(random() * 30);
    return {
      seq: i + 1,
      published: dayOf(day),
      town: TOWNS[Math.floor(random() * TOWNS.length)]!,
      killed,
      incident: i % SIZE === 0 || random() < 0.8 ? own : Math.floor(random() * own),
      text: `${killed} people were killed ${random() < 0.3 ? 'by a rocket' : 'at a market'}`,
    };
  });
}

const dayOf = (day: number): string =>
  new Date(Date.UTC(2031, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const idOf = (incident: number): string => `r${incident * SIZE + 1}#e1`;

async function put({ writer, putWords }: Engine, told: readonly Told[]): Promise<void> {
  const nothing = { title: null, outlet: null, url: null, wire: null, source: null, page: null };
  const unknown = {
    ...{ scope: 'incident', stance: 'asserted', max: null, count_kind: 'exact', speaker: null },
    ...{ speaker_key: null, speaker_kind: null, speaks_for: null, said_on: null, side: null, side_key: null },
    ...{ status: 'unknown', perpetrators: null, country: null, confidence: 1 },
  };
  await writer.transaction().execute(async (db) => {
    const all = <T extends keyof Schema>(table: T, row: (told: Told) => Insertable<Schema[T]>) =>
      insertAll(db, table, told.map(row));
    await all('report', ({ seq, published, text }) => ({
      ...{ ...nothing, seq, id: `r${seq}`, content: `${seq}`, text, published, recorded_at: published },
    }));
    const founded = told.filter(({ seq, incident }) => seq === incident * SIZE + 1);
    await insertAll(
      db,
      'incident',
      founded.map(({ seq, incident, published: day, town: name }) => ({
        ...incidentRow(
          {
            ...{
              incident: idOf(incident),
              reports: [],
              alsoIn: [],
              mentions: [],
              accounts: [],
              findings: [],
            },
            ...{ toll: {}, contradictions: [], gaps: [], aggregates: [], named: [] },
          },
          seq,
        ),
        ...{ day_start: day, day_end: day, place: name },
      })),
    );
    await all('mention', ({ seq, incident, published }) => ({
      ...{ id: `r${seq}#e1`, report: `r${seq}`, seq, recorded_at: published, place_in_report: 0 },
      ...{ profile: '{}', incident: idOf(incident) },
    }));
    await all('claim', ({ seq, town, killed, published: day }) => ({
      ...{ ...unknown, ref: `r${seq}#c1`, report: `r${seq}`, seq, mention: `r${seq}#e1`, min: killed },
      ...{ harm: seq % 2 ? 'killed' : 'injured', place: town, place_key: town.toLowerCase() },
      ...{ day_start: day, day_end: day },
    }));
    await putWords(
      db,
      told.map(({ seq, text }) => ({ seq, title: null, text })),
    );
  });
}

testStores('what is found far back in a record is what a look at all of it finds', async (place, t) => {
  const record = await RecordStore.create(place.where, worldOf(contextFor()));
  t.after(() => record.close());
  const { engine } = record;
  const told = toldReports();
  await put(engine, told);
  const newest = told.toReversed();

  /** Page after page. */
  async function found<T>(ask: (query: Query) => Promise<T[]>, number: (row: T) => number, asked: object) {
    const numbers: number[] = [];
    for (let before: number | undefined; ; before = numbers.at(-1)) {
      const rows = await ask({ ...asked, before, limit: 40 });
      numbers.push(...rows.map(number));
      if (rows.length < 40) return numbers;
    }
  }
  const claims = (asked: object) =>
    found(
      (query) => searchClaims(engine, query),
      ({ seq }: ClaimRow) => seq,
      asked,
    );
  const numbersOf = (holds: (told: Told) => boolean) => newest.filter(holds).map(({ seq }) => seq);

  for (const atLeast of [1, 28, 31, 91]) {
    const large = numbersOf(({ killed }) => killed >= atLeast);
    assert.deepEqual(await claims({ atLeast }), large, `at least ${atLeast}`);
    const injured = large.filter((seq) => seq % 2 === 0);
    assert.deepEqual(await claims({ harm: 'injured', atLeast }), injured, `injured, at least ${atLeast}`);
  }
  for (const day of [3, 60, 200, 900]) {
    const [from, to] = [dayOf(day), dayOf(day + 20)];
    const isThen = ({ published }: Told) => published >= from && published <= to;
    const rockets = numbersOf((one) => isThen(one) && one.text.includes('rocket'));
    const reports = await found(
      (query) => searchReports(engine, query),
      ({ seq }) => seq,
      { words: 'killed rocket', from, to },
    );
    assert.deepEqual(reports, rockets, `words in the weeks from ${from}`);
    assert.deepEqual(await claims({ words: 'killed rocket', from, to }), rockets, `claims from ${from}`);
    const there = numbersOf((one) => isThen(one) && one.town === 'Orlu');
    assert.deepEqual(await claims({ place: 'Orlu', from, to }), there, `a place from ${from}`);
  }
  for (const town of ['Orlu', 'Hask', 'Nowhere']) {
    const there = told.filter((one) => one.town === town).map(({ incident }) => incident * SIZE + 1);
    const incidents = await found(
      (query) => searchIncidents(engine, query),
      ({ founded }) => founded,
      { place: town },
    );
    assert.deepEqual(
      incidents,
      [...new Set(there)].sort((a, b) => b - a),
      `incidents at ${town}`,
    );
  }
});
