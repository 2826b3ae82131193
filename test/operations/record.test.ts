import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import {
  addReports,
  checkWhole,
  initRecord,
  judge,
  moveRecord,
  rebuildRecord,
  verifyEvidence,
} from '../../src/operations/records.ts';
import { whereOf } from '../../src/store/record.ts';
import { folderOf } from '../support/files.ts';
import { putFirstSchema } from '../support/first-schema.ts';
import { dumpOf, recordOf, run } from '../support/record.ts';
import { contextFor, folderPlace, openRecord, STORES, testStores } from '../support/stores.ts';

const REPORTS = {
  'one.txt':
    'date 2031-05-02 Strike on Orlu\nAt least nine people were killed when a shell hit the market of Orlu on Thursday, the health ministry said.\n',
  'two.txt': 'date 2031-05-02 Shelling\nPolice said twelve people were killed in Orlu on Thursday.\n',
  'three.jsonl': ['a', 'b', 'c']
    .map(
      (id) =>
        `${JSON.stringify({ id, published: '2031-05-03', text: `Four miners were killed in ${id.toUpperCase()}ston on Friday, police said.` })}\n`,
    )
    .join(''),
};

testStores('what is added is kept, read and found whole; a second run adds nothing', async (place, t) => {
  const context = contextFor();
  const reports = folderOf(t, REPORTS);
  await run(initRecord, {}, place, context);
  await run(addReports, { paths: [reports] }, place, context);
  const before = await dumpOf(place, context);
  assert.equal((before.report as unknown[]).length, 5);
  assert.ok((before.claim as unknown[]).length >= 5);
  const again = await run(addReports, { paths: [reports] }, place, context);
  assert.deepEqual(
    again.map(({ status }) => status),
    ['known file', 'known file', 'known file'],
  );
  assert.deepEqual(await dumpOf(place, context), before);
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
  assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
  assert.deepEqual(await run(verifyEvidence, {}, place, context), []);
});

testStores('a database that is made anew is the same', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  await run(judge, { judgements: [{ kind: 'reject', claim: 'a#c1' }] }, place, context);
  const before = await dumpOf(place, context);
  await run(rebuildRecord, {}, place, context);
  assert.deepEqual(await dumpOf(place, context), before);
});

test('a database that was deleted comes back; a torn line of the journal is cut, and told of', async (t) => {
  const place = folderPlace(t);
  const folder = place.name;
  const context = await recordOf(place, t, REPORTS);
  const before = await dumpOf(place, context);
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `record.sqlite${end}`), { force: true });
  appendFileSync(join(folder, 'journal.jsonl'), '{"seq":99,"at":');
  assert.deepEqual(await dumpOf(place, context), before);
  assert.match(context.told[0]!, /15 bytes were cut off after entry/);
});

test('a journal that was cut anywhere loses at most the line that was being written', async (t) => {
  const place = folderPlace(t);
  const folder = place.name;
  const context = await recordOf(place, t, REPORTS);
  const journal = join(folder, 'journal.jsonl');
  const whole = readFileSync(journal, 'utf8');
  for (const cut of [whole.length - 1, whole.length - 200, whole.indexOf('\n') + 5, 10]) {
    truncateSync(journal, cut);
    const { journal: entries } = await (async () => {
      const record = await openRecord(place, context);
      const journalled = await Array.fromAsync(record.journal.read());
      await record.close();
      return { journal: journalled };
    })();
    assert.equal(entries.length, whole.slice(0, cut).split('\n').length - 1);
    assert.deepEqual(
      (await run(checkWhole, {}, place, context)).map(({ message }) => message),
      [],
    );
  }
});

testStores('a database of the first schema is brought up to today’s', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  await run(judge, { judgements: [{ kind: 'reject', claim: 'a#c1' }] }, place, context);
  const before = await dumpOf(place, context);
  const record = await openRecord(place, context);
  await putFirstSchema(record);
  await record.close();
  const again = await openRecord(place, context);
  await again.close();
  assert.deepEqual(await dumpOf(place, context), before);
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
});

testStores('a database that does not say by which rules it was made is derived anew', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  const before = await dumpOf(place, context);
  const record = await openRecord(place, context);
  await putFirstSchema(record);
  await record.engine.writer.deleteFrom('meta').where('key', '=', 'rules').execute();
  await record.close();
  const again = await openRecord(place, context);
  await again.close();
  assert.deepEqual(await dumpOf(place, context), before);
});

testStores(
  'a database of a newer schema is not opened, and made anew where that is asked',
  async (place, t) => {
    const context = await recordOf(place, t, REPORTS);
    const before = await dumpOf(place, context);
    const record = await openRecord(place, context);
    await record.engine.writer.updateTable('meta').set({ value: '99' }).where('key', '=', 'schema').execute();
    await sql`create table of_a_later_time (id text primary key)`.execute(record.engine.writer);
    await record.close();
    await assert.rejects(openRecord(place, context), /schema 99/);
    const where = { record: place.name, evidence: place.evidence };
    const made = await Array.fromAsync(rebuildRecord.run(where, contextFor()));
    assert.deepEqual(
      made.map(({ ok }) => ok),
      [true],
    );
    assert.deepEqual(await dumpOf(place, context), before);
  },
);

test('a database that is broken anywhere is made anew', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, REPORTS);
  const before = await dumpOf(place, context);
  const path = join(place.name, 'record.sqlite');
  const whole = readFileSync(path);
  for (const at of [0, 100, 4096, 8192, whole.length / 2]) {
    const broken = Buffer.from(whole);
    broken.fill('no page of a database ', at, at + 4096);
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
    writeFileSync(path, broken);
    const made = await Array.fromAsync(rebuildRecord.run({ record: place.name }, context));
    assert.deepEqual(
      made.map(({ ok }) => ok),
      [true],
    );
    assert.deepEqual(await dumpOf(place, context), before, `broken at ${at}`);
  }
});

testStores('what was altered by hand is named', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  const [{ judgement } = { judgement: '' }] = await run(
    judge,
    { judgements: [{ kind: 'reject', claim: 'a#c1', why: 'a drill' }] },
    place,
    context,
  );
  const record = await openRecord(place, context);
  const row = await record.db
    .selectFrom('judgement')
    .selectAll()
    .where('id', '=', judgement)
    .executeTakeFirstOrThrow();
  await record.engine.writer
    .updateTable('judgement')
    .set({ payload: row.payload.replace('"reject"', '"accept"') })
    .where('id', '=', judgement)
    .execute();
  await record.engine.writer.updateTable('claim').set({ min: 40 }).where('ref', '=', 'b#c1').execute();
  await record.close();
  const faults = (await run(checkWhole, { quick: true }, place, context)).map(({ message }) => message);
  assert.equal(faults.length, 2);
  assert.match(faults[0]!, /claim b#c1 was changed in the database: min is 40, and 4 as computed/);
  assert.match(faults[1]!, new RegExp(`judgement ${judgement} was changed in the database`));
});

test('a byte of evidence that changed is named', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, REPORTS);
  const record = await openRecord(place, context);
  const [sha256] = await Array.fromAsync(record.evidence.all());
  await record.close();
  writeFileSync(record.evidence.pathOf(sha256!), 'other bytes');
  const [fault] = await run(verifyEvidence, {}, place, context);
  assert.match(fault!.message, new RegExp(`^${sha256}.*has 11 bytes where \\d+ were kept`));
});

testStores('a folder becomes a server’s record and back', async (place, t) => {
  const context = contextFor();
  const from = folderPlace(t);
  const folder = from.name;
  await recordOf(from, t, REPORTS, context);
  await run(judge, { judgements: [{ kind: 'comment', on: 'a', text: 'Seen by Orla Venn.' }] }, from, context);
  const before = await dumpOf(from, context);
  await run(moveRecord, { from: folder, to: place.name, evidence: place.evidence } as never, place, context);
  assert.deepEqual(await dumpOf(place, context), before);
  const there = folderPlace(t);
  const back = there.name;
  await run(moveRecord, { from: place.name, to: back, evidence: place.evidence } as never, place, context);
  assert.equal(
    readFileSync(join(back, 'journal.jsonl'), 'utf8'),
    readFileSync(join(folder, 'journal.jsonl'), 'utf8'),
  );
  assert.deepEqual(await dumpOf(there, context), before);
  assert.deepEqual(await run(checkWhole, {}, there, context), []);
});

const SERVER = STORES.find(({ name }) => name === 'PostgreSQL')!;

test('a server’s record does not go on without its bytes', { skip: SERVER.skip ?? false }, async (t) => {
  const place = await SERVER.place(t);
  const context = await recordOf(place, t, REPORTS);
  const where = whereOf(place.name, join(folderOf(t, {}), 'nothing'));
  await assert.rejects(openRecord({ ...place, where }, context), /say with --evidence where they are/);
});
