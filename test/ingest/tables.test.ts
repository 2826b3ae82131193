import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xlsxOf } from '../support/archives.ts';
import { arrivalsIn, reportsIn, toldIn } from '../support/arrivals.ts';

test('a table is read by its headings, whatever parts its columns', async () => {
  for (const mark of [',', ';', '\t', '|']) {
    const rows = [
      ['Headline', 'Body', 'Date', 'URL', 'Outlet'],
      [
        'Nine die',
        `"Nine people${mark} or ten,\nsaid ""the mayor"", died."`,
        '10 March 2025',
        'https://m.example/1',
        'The Morrow',
      ],
    ];
    const [report] = await reportsIn('a.csv', `\ufeff${rows.map((row) => row.join(mark)).join('\r\n')}\r\n`);
    const { id: _id, ...rest } = report!.report;
    assert.deepEqual(rest, {
      source: 'a.csv:2',
      title: 'Nine die',
      text: `Nine people${mark} or ten,\nsaid "the mayor", died.`,
      published: '2025-03-10',
      url: 'https://m.example/1',
    });
    assert.equal(report!.masthead.publisher, 'The Morrow');
  }
});

test('whoever knows the table says which column holds what', async () => {
  const csv =
    'event_id_cnty,event_date,notes,source\nKS1,2025-03-10,Nine people died.,Morrow\nKS2,2025-03-11,,\n';
  const columns = { id: 'event_id_cnty', text: 'Notes', published: 'event_date' };
  const [first, second] = await arrivalsIn('a.csv', csv, { columns });
  assert.ok(first?.ok && !second?.ok);
  assert.deepEqual(
    [first.report.id, first.report.text, first.report.published],
    ['KS1', 'Nine people died.', '2025-03-10'],
  );
  assert.deepEqual([second?.error.code, second?.report.id], ['ingest/row-empty', 'KS2']);
  assert.deepEqual(await toldIn('a.csv', csv), [['', 'ingest/columns-unknown']]);
  const [failure] = await arrivalsIn('a.csv', csv, { columns: { text: 'Narrative' } });
  assert.ok(
    failure &&
      !failure.ok &&
      /"event_id_cnty", "event_date".*none is called "Narrative"/.test(failure.error.message),
  );
});

test('a row with nothing but a link is told of as a link, in a list without headings too', async () => {
  for (const csv of ['link\nhttps://m.example/1\nnot a link\n', 'https://m.example/1\nnot a link\n']) {
    const [link, none] = await arrivalsIn('a.csv', csv);
    assert.ok(link && !link.ok && none && !none.ok);
    assert.deepEqual([link.error.code, link.report.url], ['ingest/link-not-fetched', 'https://m.example/1']);
    assert.equal(none.error.code, 'ingest/row-empty');
  }
});

test('a row may carry the original of a translation', async () => {
  const csv = 'text,original,original language\nNine died.,قتل تسعة.,ar\n';
  const [report] = await reportsIn('a.csv', csv);
  assert.deepEqual(report!.translationOf, { text: 'قتل تسعة.', language: 'ar' });
});

test('a line of a corpus may carry the original of a translation; what is no text is somebody’s own', async () => {
  const lines = [
    { id: 'a', text: 'Nine died.', original: 'قتل تسعة.', originalLanguage: 'ar' },
    { id: 'b', text: 'Nine died.', original: true },
  ];
  const reports = await reportsIn('a.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  assert.deepEqual(
    reports.map(({ translationOf, report }) => [translationOf, Object.keys(report)]),
    [
      [{ text: 'قتل تسعة.', language: 'ar' }, ['id', 'text']],
      [undefined, ['id', 'text']],
    ],
  );
});

test('a row too long and a quotation without end are told of after the rows before', async () => {
  const rows = `text\nNine died.\n"${'x'.repeat(5000)}`;
  assert.deepEqual(
    (await toldIn('a.csv', rows, { bounds: { maxLineBytes: 1000 } })).map(([, told]) => told),
    ['Nine died.', 'ingest/line-too-long'],
  );
  assert.deepEqual(
    (await toldIn('a.csv', 'text\nNine died.\n"open')).map(([, told]) => told),
    ['Nine died.', 'ingest/table-broken'],
  );
});

test('a workbook is read sheet by sheet: texts, links and days as they are shown', async () => {
  const xlsx = xlsxOf({
    Notes: [['about this file'], ['made by hand']],
    Reports: [
      ['Title', 'Text', 'Date', 'Link'],
      ['Nine die', 'Nine people died.', { day: 45_726 }, 'https://m.example/1'],
      ['', '', '', 'https://m.example/2'],
    ],
  });
  const [report, link] = await arrivalsIn('a.xlsx', xlsx);
  assert.ok(report?.ok && link && !link.ok);
  assert.deepEqual(
    [report.original.inside, report.report.published, report.report.text],
    ['#Reports:2', '2025-03-10', 'Nine people died.'],
  );
  assert.deepEqual([link.error.code, link.report.url], ['ingest/link-not-fetched', 'https://m.example/2']);
  assert.deepEqual(await toldIn('a.xlsx', xlsxOf({ Notes: [['about']] })), [['', 'ingest/columns-unknown']]);
});
