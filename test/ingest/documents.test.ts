/** Word and PDF. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { column, docxOf, pdfOf, pdfOfObjects, zipOf } from '../support/archives.ts';
import { codesOf, reportsIn, toldIn } from '../support/arrivals.ts';

test('a Word document gives paragraphs, tables and notes; what was struck out is left aside', async () => {
  const docx = docxOf(
    [
      '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Statement on Orlu</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>Nine </w:t></w:r><w:del><w:r><w:delText>ninety </w:delText></w:r></w:del><w:r><w:t>people &amp; two</w:t><w:br/><w:t>died.</w:t></w:r></w:p>',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Dead</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ],
    '<dc:creator>Ministry of Defence</dc:creator><dcterms:modified>2025-03-10T09:30:00Z</dcterms:modified>',
  );
  const [report] = await reportsIn('s.docx', docx);
  assert.equal(report!.report.title, 'Statement on Orlu');
  assert.equal(report!.report.text, 'Statement on Orlu\n\nNine people & two\ndied.\n\nDead | 9');
  assert.deepEqual(report!.masthead, { byline: 'Ministry of Defence', updated: '2025-03-10T09:30:00Z' });
  assert.deepEqual(await toldIn('s.docx', zipOf({ 'a.txt': 'x' })), [['', 'ingest/document-broken']]);
});

test('a day that stands by itself at the head of a Word document is that of the document', async () => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const story = paragraph(
    'On 3 May 2025 nine people were killed in the market of Orlu, the hospital of the town said in a statement.',
  );
  const dayOf = async (...paragraphs: string[]) =>
    (await reportsIn('s.docx', docxOf(paragraphs)))[0]!.report.published;
  assert.equal(await dayOf(paragraph('Statement'), paragraph('Seld, 6 May 2025'), story), '2025-05-06');
  assert.equal(await dayOf(story), undefined);
});

test('columns of a PDF are read one after the other, words parted at line ends put together', async () => {
  const left = [
    'Nine people were killed when a mis-',
    'sile hit the market of Orlu on Mon-',
    'day, doctors at the hospital said.',
    'Some forty people were injured and',
  ];
  const right = [
    'brought to the hospital of the town.',
    'The ministry denied that it had hit',
    'civilians. It gave no evidence for',
    'that and answered no questions.',
  ];
  const page = [
    { x: 50, y: 800, text: 'Strike on Orlu: 10 March 2025', size: 18 },
    ...left.flatMap((text, i) => [
      ...column(50, 740 - i * 12, [text]),
      ...column(310, 740 - i * 12, [right[i]!]),
    ]),
  ];
  const [report] = await reportsIn('a.pdf', pdfOf([page]));
  assert.equal(
    report!.report.text,
    `Strike on Orlu: 10 March 2025\n\nNine people were killed when a missile hit the market of Orlu on Monday, doctors at the hospital said. Some forty people were injured and brought to the hospital of the town. The ministry denied that it had hit civilians. It gave no evidence for that and answered no questions.`,
  );
  assert.equal(report!.report.published, '2025-03-10');
});

test('running heads and page numbers of a PDF are left out, and a table is read by its rows', async () => {
  const page = (i: number) => [
    { x: 50, y: 820, text: 'Ministry of Health – Bulletin' },
    ...column(50, 780, [
      `${['First', 'Second', 'Third'][i - 1]} part: the dead in the town of Orlu.`,
      'Doctors counted them on Monday evening.',
    ]),
    ...column(50, 700, ['Orlu', 'Seld', 'Kelm', 'Amsel']),
    ...column(200, 700, ['9', '12', '0', '4']),
    { x: 300, y: 20, text: `Page ${i} of 3` },
  ];
  const [report] = await reportsIn(
    'a.pdf',
    pdfOf([page(1), page(2), page(3)], { Author: 'Health desk', CreationDate: 'D:20250311080000Z' }),
  );
  assert.doesNotMatch(report!.report.text, /Bulletin|Page/);
  assert.match(report!.report.text, /Orlu \| 9.*Seld \| 12/s);
  assert.equal(report!.report.published, '2025-03-11');
  assert.ok(codesOf(report!).includes('ingest/date-from-file'));
  assert.equal(report!.masthead.byline, 'Health desk');
});

test('the page on which a word stands is known, also where a paragraph goes on over pages or a page is empty', async () => {
  const pages = [
    ['Nine people were killed in Orlu on Monday when', 'a shell hit the market, the ministry of'],
    ['health said.', 'Two were hurt in Tamrin, where a second shell fell.'],
    [],
    ['The army said that it had not fired at all.'],
  ].map((lines) => column(50, 800, lines));
  const [arrived] = await reportsIn('a.pdf', pdfOf(pages));
  const { text } = arrived!.report;
  const starts = ['Nine', 'health said', 'The army', 'The army'].map((words) => text.indexOf(words));
  starts[2] = arrived!.pages![2]!;
  assert.deepEqual([...arrived!.pages!], starts);
  assert.ok(starts[2] > starts[1]! && starts[2] <= starts[3]!);
});

test('a PDF without letters, damaged or with a loop gives an answer', async () => {
  const [scan] = await reportsIn('a.pdf', pdfOf([[]]));
  assert.ok(codesOf(scan!).includes('ingest/no-text'));
  assert.deepEqual(await toldIn('a.pdf', '%PDF-1.7 and nothing'), [['', 'ingest/document-broken']]);
  const loop = pdfOfObjects(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>',
    ],
    '/Root 1 0 R',
  );
  const told = await toldIn('a.pdf', loop, { bounds: { parseTimeoutMs: 10_000 } });
  assert.match(told[0]![1], /^ingest\/(document-broken|parse-timeout)$/);
});

test('a PDF that keeps its reader busy is stopped, and the next is read', async () => {
  const page = column(50, 800, ['Nine people died in Orlu on Monday.']);
  // of one page a reader that is warm is done before anybody could stop it
  const long = pdfOf(Array.from({ length: 400 }, () => page));
  const told = await toldIn('a.pdf', long, { bounds: { parseTimeoutMs: 1 } });
  assert.deepEqual(told, [['', 'ingest/parse-timeout']]);
  const [report] = await reportsIn('a.pdf', pdfOf([page]));
  assert.equal(report!.report.text, 'Nine people died in Orlu on Monday.');
});
