import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareHeadings, type Mapping, mappingSchema, PROJECTS } from '../../src/imports/mapping.ts';
import { BadRow, readRow } from '../../src/imports/row.ts';
import { readingSchema } from '../../src/model/reading.ts';

const GED_HEADINGS = [
  'id',
  'date_start',
  'date_end',
  'where_coordinates',
  'latitude',
  'longitude',
  'side_a',
  'source_original',
  'best',
  'high',
  'low',
];
const GED_ROW = [
  '77',
  '2031-05-02 00:00:00.000',
  '2031-05-03 00:00:00.000',
  'Tamrin',
  '12.5',
  '44.25',
  'Government of Karsia',
  'police',
  '9',
  '12',
  '7',
];

test('a row of UCDP GED is its account, each figure on its cell', () => {
  const { report, reading } = readRow(PROJECTS.ged, GED_HEADINGS, GED_ROW);
  assert.equal(report.id, 'UCDP GED:77');
  assert.deepEqual(readingSchema.parse(reading), reading);
  const [claim] = reading.claims;
  assert.deepEqual(
    [claim!.harm, claim!.count.min, claim!.count.max, claim!.count.kind],
    ['killed', 7, 12, 'between'],
  );
  assert.deepEqual(
    claim!.evidence.map(({ quote }) => quote),
    ['7', '12'],
  );
  assert.equal(reading.attributions[0]!.speaker, 'UCDP GED');
  const [event] = reading.events;
  assert.deepEqual(
    [event!.date!.start, event!.date!.end, event!.place!.name, event!.place!.latitude],
    ['2031-05-02', '2031-05-03', 'Tamrin', 12.5],
  );
  for (const { start, end, quote } of [
    ...claim!.evidence,
    ...event!.evidence,
    ...reading.attributions[0]!.source,
  ]) {
    assert.equal(report.text.slice(start, end), quote);
  }
});

test('what ACLED means by 0 is not that nobody died', () => {
  const headings = ['event_id_cnty', 'event_date', 'location', 'fatalities'];
  assert.deepEqual(readRow(PROJECTS.acled, headings, ['KAR1', '2031-05-02', 'Orlu', '0']).reading.claims, []);
  assert.equal(
    readRow(PROJECTS.acled, headings, ['KAR2', '2031-05-02', 'Orlu', '3']).reading.claims[0]!.count.max,
    3,
  );
});

test('civilians and belligerents are two groups of Airwars; an empty cell is no figure', () => {
  const headings = [
    'code',
    'date',
    'civilian_non_combatants_killed_min',
    'civilian_non_combatants_killed_max',
    'belligerents_killed_min',
  ];
  const { claims } = readRow(PROJECTS.airwars, headings, ['K012', '2031-05-02', '2', '', '0']).reading;
  assert.deepEqual(
    claims.map(({ victims, count }) => [victims.text, victims.civilianStatus, count.min, count.max]),
    [
      ['civilians', 'civilian', 2, 2],
      ['belligerents', 'combatant', 0, 0],
    ],
  );
});

const VICTIMS: Mapping = {
  project: 'Tamrin Watch',
  of: 'victims',
  columns: { id: 'No', name: 'Name', age: 'Age', gender: 'Sex', harm: 'What', date: 'Day' },
  figures: [],
};

test('a victim is one person, named', () => {
  const { claims } = readRow(
    VICTIMS,
    ['No', 'Name', 'Age', 'Sex', 'What', 'Day'],
    ['4', 'Oda Merrin', '31', 'f', 'k', '2031-05-02'],
  ).reading;
  assert.deepEqual([claims[0]!.harm, claims[0]!.count.min], ['killed', 1]);
  assert.deepEqual(
    { ...claims[0]!.victims.named[0]!, evidence: [] },
    { name: 'Oda Merrin', identity: 'stated', age: 31, gender: 'female', evidence: [] },
  );
});

test('a row that cannot be says why', () => {
  const headings = ['id', 'date_start', 'low', 'high'];
  for (const [cells, why] of [
    [['', '2031-05-02', '1', '2'], /no id/],
    [['1', '2 May 2031', '1', '2'], /"2 May 2031", is no ISO day/],
    [['1', '2031-05-02', '5', '2'], /highest figure, 2, is below its lowest, 5/],
    [['1', '2031-05-02', 'many', '9'], /"many" is no whole number/],
  ] as const) {
    assert.throws(
      () => readRow(PROJECTS.ged, headings, cells),
      (cause) => cause instanceof BadRow && why.test(cause.message),
    );
  }
});

test('mappings are well formed, and say which columns they lack and leave', () => {
  for (const mapping of Object.values(PROJECTS)) assert.deepEqual(mappingSchema.parse(mapping), mapping);
  assert.deepEqual(compareHeadings(PROJECTS.acled, ['event_id_cnty', 'iso']), {
    missing: ['fatalities'],
    unused: ['iso'],
  });
});
