import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JUDGEMENT_KINDS } from '../../src/cli/judgement-kinds.ts';
import { columnsNamed, FIELDS, FORMAT, HARMS, STANCES } from '../../src/cli/options.ts';
import { COLUMN_FIELDS, FORMATS } from '../../src/ingest/formats.ts';
import { judgementSchema } from '../../src/model/judgement.ts';
import { claimSchema, harmSchema } from '../../src/model/reading.ts';

test('the flags know the formats and fields that there are', () => {
  assert.deepEqual([...FORMAT.choices!].sort(), [...FORMATS].sort());
  assert.deepEqual(FIELDS, [...COLUMN_FIELDS]);
});

test('the flags know the harms and stances that there are', () => {
  assert.deepEqual(HARMS, harmSchema.options);
  assert.deepEqual(STANCES, claimSchema.shape.stance.options);
});

test('the help tells of every kind of judgement, with fields that it has', () => {
  const kinds = Object.fromEntries(judgementSchema.options.map(({ shape }) => [shape.kind.value, shape]));
  assert.deepEqual(JUDGEMENT_KINDS.map(({ kind }) => kind).sort(), Object.keys(kinds).sort());
  for (const { kind, values, means } of JUDGEMENT_KINDS) {
    const set = means.includes('--set') ? [...means.matchAll(/(\w+)=/g)].map(([, field]) => field!) : [];
    for (const field of [...values.map((value) => value.replace(/[[\]…]/g, '')), ...set])
      assert.ok(field in kinds[kind]!, `${kind} has no field ${field}`);
  }
});

test('columns are named field by field, and a wrong field is told of', () => {
  const columns = columnsNamed({ columns: 'text=Notes, published=Event date' });
  assert.deepEqual(columns, { text: 'Notes', published: 'Event date' });
  assert.equal(columnsNamed({}), undefined);
  for (const wrong of ['body=Notes', 'text', 'text=']) {
    assert.throws(() => columnsNamed({ columns: wrong }), /write field=heading/);
  }
});
