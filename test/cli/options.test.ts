import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsNamed, FIELDS, FORMAT } from '../../src/cli/options.ts';
import { COLUMN_FIELDS, FORMATS } from '../../src/ingest/formats.ts';

test('the flags know the formats and fields that there are', () => {
  assert.deepEqual([...FORMAT.choices!].sort(), [...FORMATS].sort());
  assert.deepEqual(FIELDS, [...COLUMN_FIELDS]);
});

test('columns are named field by field, and a wrong field is told of', () => {
  const columns = columnsNamed({ columns: 'text=Notes, published=Event date' });
  assert.deepEqual(columns, { text: 'Notes', published: 'Event date' });
  assert.equal(columnsNamed({}), undefined);
  for (const wrong of ['body=Notes', 'text', 'text=']) {
    assert.throws(() => columnsNamed({ columns: wrong }), /write field=heading/);
  }
});
