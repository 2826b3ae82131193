/** What becomes of files as they are put into a record: what is kept with them, and what counts as the same. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256Of } from '../../src/ingest/arrival.ts';
import {
  addReports,
  backupRecord,
  checkWhole,
  diffReports,
  initRecord,
  judge,
  moveRecord,
  rebuildRecord,
  verifyEvidence,
} from '../../src/operations/records.ts';
import type { CapturePayload } from '../../src/store/apply.ts';
import { zipOf } from '../support/archives.ts';
import { folderOf } from '../support/files.ts';
import { dumpOf, run, within } from '../support/record.ts';
import { contextFor, folderPlace, testStores } from '../support/stores.ts';

const STORY =
  'date 2031-05-02 Shell\nNine people were killed in Orlu on Thursday, the health ministry said.\n';
const ARABIC = 'قُتل تسعة أشخاص في أورلو يوم الخميس، بحسب وزارة الصحة.\n';

const statuses = (outputs: readonly { status: string }[]) => outputs.map(({ status }) => status);

testStores('a translation is read, its original is kept beside it', async (place, t) => {
  const context = contextFor();
  const folder = folderOf(t, {
    'story.txt': STORY,
    'story.ar.original.txt': ARABIC,
    'alone.fr.original.txt': 'Neuf morts.\n',
  });
  await run(initRecord, {}, place, context);
  const add = () => run(addReports, { paths: [folder] }, place, context);
  const added = await add();
  assert.deepEqual(
    added.map(({ status, original }) => [status, original]),
    [
      ['added', undefined],
      ['added', 'ar'],
    ],
  );
  const before = await dumpOf(place, context);
  const payload = JSON.parse(String(before.capture[1]!.payload)) as CapturePayload;
  assert.deepEqual(payload.options.original, {
    name: 'story.ar.original.txt',
    language: 'ar',
    evidence: sha256Of(ARABIC),
  });
  const kept = await within(place, context, ({ evidence }) => Array.fromAsync(evidence.all()));
  assert.deepEqual(new Set(kept), new Set([STORY, ARABIC, 'Neuf morts.\n'].map((text) => sha256Of(text))));
  assert.deepEqual(statuses(await add()), ['known file', 'known file']);
  const elsewhere = folderOf(t, { 'deep/story.txt': STORY, 'deep/story.ar.original.txt': ARABIC });
  assert.deepEqual(statuses(await run(addReports, { paths: [elsewhere] }, place, context)), ['known file']);
  await run(rebuildRecord, {}, place, context);
  assert.deepEqual(await dumpOf(place, context), before);
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
});

testStores('an original that comes later or changed is kept; its report stays one', async (place, t) => {
  const context = contextFor();
  const folder = folderOf(t, { 'story.txt': STORY });
  const add = () => run(addReports, { paths: [folder] }, place, context);
  await run(initRecord, {}, place, context);
  await add();
  for (const text of [ARABIC, `${ARABIC}…`]) {
    writeFileSync(join(folder, 'story.ar.original.txt'), text);
    assert.deepEqual(statuses(await add()), ['known']);
    assert.deepEqual(statuses(await add()), ['known file']);
    const has = await within(place, context, async ({ evidence }) => evidence.has(sha256Of(text)));
    assert.ok(has);
  }
  const { report, capture } = await dumpOf(place, context);
  assert.deepEqual([report.length, capture.length], [1, 3]);
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
});

test('an original that came in the same bytes is named by its capture', async (t) => {
  const place = folderPlace(t);
  const context = contextFor();
  const folder = folderOf(t, {
    'a.zip': zipOf({ 'story.txt': STORY, 'story.ar.original.txt': ARABIC }),
    'b.jsonl': `${JSON.stringify({ id: 'b', text: 'Two died.', original: 'Deux morts.', originalLanguage: 'fr' })}\n`,
  });
  await run(initRecord, {}, place, context);
  const added = await run(addReports, { paths: [folder] }, place, context);
  assert.deepEqual(
    added.map(({ original }) => original),
    ['ar', 'fr'],
  );
  const { capture } = await dumpOf(place, context);
  assert.deepEqual(
    capture.map(({ payload }) => (JSON.parse(String(payload)) as CapturePayload).translationOf),
    [{ language: 'ar', inside: '!story.ar.original.txt' }, { language: 'fr' }],
  );
});

test('stopped in good order, the next run goes on in the same file', async (t) => {
  const [place, calm] = [folderPlace(t), folderPlace(t)];
  const lines = Array.from(
    { length: 150 },
    (_, i) => `${JSON.stringify({ id: `r${i}`, text: `${i + 2} died in Orlu.` })}\n`,
  );
  const folder = folderOf(t, { 'a.jsonl': lines.join(''), 'b.txt': STORY });
  const contents = async (at: typeof place) => {
    const { report, file } = await dumpOf(at, contextFor());
    return [report.map(({ id, content }) => [id, content]), file.length];
  };
  await run(initRecord, {}, place, contextFor());
  const stop = new AbortController();
  const context = contextFor({ signal: stop.signal });
  const input = { record: place.name, paths: [folder] };
  let seen = 0;
  for await (const _ of addReports.run(input, context)) if (++seen === 1) stop.abort();
  assert.ok(seen >= 64 && seen < 150, `${seen}`);
  assert.deepEqual((await contents(place))[1], 0);
  await run(addReports, { paths: [folder] }, place, contextFor());
  await run(initRecord, {}, calm, contextFor());
  await run(addReports, { paths: [folder] }, calm, contextFor());
  assert.deepEqual(await contents(place), await contents(calm));
});

test('a damaged original is named; with its report it leaves; backups have it', async (t) => {
  const place = folderPlace(t);
  const context = contextFor();
  const folder = folderOf(t, { 'story.txt': STORY, 'story.ar.original.txt': ARABIC });
  await run(initRecord, {}, place, context);
  const [added] = await run(addReports, { paths: [folder] }, place, context);
  for (const operation of [backupRecord, moveRecord]) {
    const to = folderPlace(t);
    await run(operation, { from: place.name, to: to.name } as never, place, context);
    assert.deepEqual(await dumpOf(to, context), await dumpOf(place, context));
    assert.deepEqual(await run(verifyEvidence, {}, to, context), []);
  }
  const path = await within(place, context, async ({ evidence }) => evidence.pathOf(sha256Of(ARABIC)));
  const bytes = readFileSync(path);
  bytes[3]! ^= 1;
  rmSync(path);
  writeFileSync(path, bytes);
  const [fault] = await run(verifyEvidence, {}, place, context);
  assert.match(fault!.message, /\(story\.ar\.original\.txt\) was changed/);
  await run(
    judge,
    { judgements: [{ kind: 'delete-report', report: added!.report, why: 'asked for by the family' }] },
    place,
    context,
  );
  const left = await within(place, context, ({ evidence }) => Array.fromAsync(evidence.all()));
  assert.deepEqual(left, []);
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
});

const tableOf = (...rows: readonly (readonly [id: number, killed: string, place: string])[]) =>
  `id,text,date\n${rows.map(([id, killed, place]) => `${id},"${killed} people were killed in ${place} on Monday, police said.",2031-05-06\n`).join('')}`;

testStores('what no database holds is kept as signs that stand for it', async (place, t) => {
  const context = contextFor();
  const odd = {
    id: 'a\0b',
    title: 'Shell\0',
    source: 'The \ud800Morrow',
    text: 'Nine\0 people were killed in Orlu, police said.',
  };
  await run(initRecord, {}, place, context);
  await run(addReports, { paths: [folderOf(t, { 'a.jsonl': `${JSON.stringify(odd)}\n` })] }, place, context);
  const [report] = (await dumpOf(place, context)).report;
  assert.deepEqual(
    [report!.id, report!.title, report!.outlet, String(report!.text).slice(0, 5)],
    ['a\u2400b', 'Shell\u2400', 'The \ufffdMorrow', 'Nine\u2400'],
  );
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
});

testStores('rows of two tables that count alike are not versions of each other', async (place, t) => {
  const context = contextFor();
  const folder = folderOf(t, {});
  const write = (year: string, text: string): void => {
    mkdirSync(join(folder, year), { recursive: true });
    writeFileSync(join(folder, year, 'cases.csv'), text);
  };
  const outputs = async (year: string) => {
    const added = await run(addReports, { paths: [join(folder, year, 'cases.csv')] }, place, context);
    return added.map(({ status, report, versionOf }) => [status, report?.replace(/@.*/, '@'), versionOf]);
  };
  const here = process.cwd();
  process.chdir(folder);
  t.after(() => process.chdir(here));
  await run(initRecord, {}, place, context);
  write('2030', tableOf([1, 'Nine', 'Orlu'], [2, 'Two', 'Tamrin']));
  write('2031', tableOf([1, 'Six', 'Lindow'], [2, 'Two', 'Tamrin']));
  assert.deepEqual(await outputs('2030'), [
    ['added', '1', undefined],
    ['added', '2', undefined],
  ]);
  assert.deepEqual(await outputs('2031'), [
    ['added', '2031/cases.csv:1', undefined],
    ['known', '2', undefined],
  ]);
  write('2031', tableOf([1, 'Seven', 'Lindow'], [2, 'Two', 'Tamrin']));
  assert.deepEqual(await outputs('2031'), [
    ['new version', '2031/cases.csv:1@', '2031/cases.csv:1'],
    ['known', '2', undefined],
  ]);
  process.chdir(join(folder, '2030'));
  write('2030', tableOf([1, 'Ten', 'Orlu'], [2, 'Two', 'Tamrin']));
  assert.deepEqual(await outputs('2030'), [
    ['new version', '1@', '1'],
    ['known', '2', undefined],
  ]);
  for (const report of ['1', '2031/cases.csv:1']) {
    const [changed] = await run(diffReports, { report }, place, context);
    assert.deepEqual(
      [changed!.older.report, changed!.newer.report.replace(/@.*/, '@')],
      [report, `${report}@`],
    );
  }
  assert.deepEqual(await run(checkWhole, {}, place, context), []);
});

testStores(
  'an outlet that nobody names is called by where its report was found; a corpus names it',
  async (place, t) => {
    const context = contextFor();
    const text = (killed: string, town: string) =>
      `date 2031-05-02 Shell\n${killed} people were killed in ${town} on Thursday. The shells hit a school.\n`;
    const folder = folderOf(t, {
      'a/story.txt': text('Nine', 'Orlu'),
      'b/story.txt': text('Twelve', 'Tamrin'),
      'corpus.jsonl': `${JSON.stringify({ id: 'c', text: 'Six people were killed in Lindow on Thursday.', source: 'The Morrow' })}\n`,
    });
    await run(initRecord, {}, place, context);
    process.chdir(folder);
    t.after(() => process.chdir(import.meta.dirname));
    await run(addReports, { paths: ['.'] }, place, context);
    const { report, account } = await dumpOf(place, context);
    assert.deepEqual(
      report.map(({ source, outlet }) => [source, outlet]),
      [
        ['a/story.txt', null],
        ['b/story.txt', null],
        ['corpus.jsonl:1', 'The Morrow'],
      ],
    );
    assert.deepEqual(
      new Set(account.map(({ origin }) => origin)),
      new Set(['a/story.txt', 'b/story.txt', 'The Morrow']),
    );
  },
);
