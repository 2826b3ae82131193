import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWhole, importTables, rebuildRecord } from '../../src/operations/records.ts';
import { folderOf } from '../support/files.ts';
import { dumpOf, failures, recordOf, run } from '../support/record.ts';
import { contextFor, folderPlace } from '../support/stores.ts';

const HEAD = 'event_id_cnty,event_date,location,actor1,source,notes,fatalities\n';
const FIRST = `${HEAD}KAR1,2031-05-02,Orlu,Army,Daily,"A shell, it is said",4\nKAR2,2031-05-03,Tamrin,Army,Daily,,2\nKAR3,3 May,Orlu,Army,Daily,,1\n`;

test('a table is imported once; a changed row takes the place of the old one; a dry run changes nothing', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, {
    'one.txt': 'date 2031-05-03 Shells\nThree people were killed in Veshna on Friday.\n',
  });
  const first = folderOf(t, { 'acled.csv': FIRST });
  const changed = folderOf(t, { 'acled.csv': FIRST.replace(',4\n', ',6\n') });
  const importing = async (folder: string, dryRun = false) => {
    const outcomes = await Array.fromAsync(
      importTables.run({ record: place.name, paths: [folder], as: 'acled', dryRun }, context),
    );
    return outcomes.map((outcome) => (outcome.ok ? outcome.value.status : outcome.error.code)).sort();
  };
  const before = await dumpOf(place, context);
  assert.deepEqual(await importing(first, true), ['added', 'added', 'import/row-invalid']);
  assert.deepEqual(await dumpOf(place, context), before);
  assert.deepEqual(await importing(first), ['added', 'added', 'import/row-invalid']);
  assert.deepEqual(await importing(first), ['known file']);
  assert.deepEqual(await importing(changed), ['import/row-invalid', 'known', 'new version']);
  const { judgement, account } = await dumpOf(place, context);
  assert.deepEqual(
    judgement.map(({ kind }) => kind),
    ['reject'],
  );
  const figures = account.filter(({ origin }) => origin === 'ACLED').map(({ min }) => min);
  assert.deepEqual(figures.filter((min) => min !== null).sort(), [2, 6]);
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
  const whole = await dumpOf(place, context);
  await run(rebuildRecord, {}, place, context);
  assert.deepEqual(await dumpOf(place, context), whole);
});

test('a table without the columns is refused, with those it has', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, { 'one.txt': 'Nobody died.\n' }, contextFor());
  const paths = [folderOf(t, { 'list.csv': 'Code,Dead\n1,4\n' })];
  assert.deepEqual(await failures(importTables, { paths, as: 'ged' }, place, context), [
    'import/columns-missing',
  ]);
  assert.deepEqual(await failures(importTables, { paths }, place, context), ['import/mapping-invalid']);
});
