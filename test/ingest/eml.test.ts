import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docxOf } from '../support/archives.ts';
import { arrivalsIn, reportsIn } from '../support/arrivals.ts';

const HEAD = `From: Ines Maro <ines@morrow.example>\r\nTo: desk@record.example\r\nSubject: =?utf-8?B?${Buffer.from('Neun Tote – Orlu').toString('base64')}?=\r\nDate: Mon, 10 Mar 2025 09:30:00 +0200\r\nMIME-Version: 1.0\r\n`;
const part = (head: string, body: string): string => `--B\r\n${head}\r\n\r\n${body}\r\n`;
const mixed = (...parts: readonly string[]): string =>
  `${HEAD}Content-Type: multipart/mixed; boundary="B"\r\n\r\n${parts.join('')}--B--\r\n`;

test('a plain mail gives subject, moment, sender and text', async () => {
  const [mail] = await reportsIn(
    'a.eml',
    `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nNine people died.\r\n`,
  );
  const { id: _id, source: _source, ...report } = mail!.report;
  assert.deepEqual(report, {
    title: 'Neun Tote – Orlu',
    text: 'Nine people died.',
    published: '2025-03-10T09:30:00+02:00',
  });
  assert.deepEqual(mail!.masthead, { byline: 'Ines Maro' });
});

test('the HTML part is read where the plain one says nothing', async () => {
  const alternative = `${HEAD}Content-Type: multipart/alternative; boundary="B"\r\n\r\n${part('Content-Type: text/plain', 'See HTML.')}${part('Content-Type: text/html; charset=utf-8', '<p>Nine people died in Orlu, the mayor said.</p><p>Two more were hurt.</p>')}--B--\r\n`;
  const [mail] = await reportsIn('a.eml', alternative);
  assert.equal(mail!.report.text, 'Nine people died in Orlu, the mayor said.\n\nTwo more were hurt.');
});

test('attachments are reports of their own, mails in mails too; pictures only where they are kept', async () => {
  const docx = docxOf(['The ministry regrets nine deaths.']).toString('base64');
  const inner = `Subject: Inner\r\nDate: Mon, 10 Mar 2025 09:30:00 +0000\r\n\r\nTwo died.\r\n`;
  const mail = mixed(
    part('Content-Type: text/plain', 'See attached.'),
    part(
      'Content-Type: application/octet-stream; name="../state.docx"\r\nContent-Disposition: attachment; filename="../state.docx"\r\nContent-Transfer-Encoding: base64',
      docx,
    ),
    part('Content-Type: message/rfc822\r\nContent-Disposition: attachment', inner),
    part(
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename="p.png"\r\nContent-Transfer-Encoding: base64',
      Buffer.from('\u0089PNG\r\n', 'latin1').toString('base64'),
    ),
  );
  const told = (await reportsIn('a.eml', mail)).map(({ original, report }) => [original.inside, report.text]);
  assert.deepEqual(told, [
    ['', 'See attached.'],
    ['!state.docx', 'The ministry regrets nine deaths.'],
    ['!2.eml', 'Two died.'],
  ]);
  assert.equal((await reportsIn('a.eml', mail, { keepMedia: true })).length, 4);
});

test('mails in mails without end are refused, and any bytes give an answer', async () => {
  let mail = 'Subject: x\r\n\r\nNine died.\r\n';
  for (let i = 0; i < 12; i++) {
    mail = `Subject: x${i}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="B${i}"\r\n\r\n--B${i}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${mail}\r\n--B${i}--\r\n`;
  }
  const all = await arrivalsIn('a.eml', mail);
  const last = all.at(-1)!;
  assert.equal(last.ok ? '' : last.error.code, 'ingest/nested-too-deep');
  assert.equal((await arrivalsIn('a.eml', '\0\u0001\u0002')).length, 1);
});
