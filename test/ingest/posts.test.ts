/** Telegram, X and JSON. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportsIn, toldIn } from '../support/arrivals.ts';

const CHAT = {
  name: 'Orlu today',
  type: 'public_channel',
  id: 1,
  messages: [
    { id: 1, type: 'service', text: 'created' },
    {
      id: 2,
      type: 'message',
      date: '2025-03-10T09:30:00',
      date_unixtime: '1741591800',
      edited_unixtime: '1741595400',
      from: 'Orlu today',
      text: ['Nine ', { type: 'bold', text: 'killed' }, ' in the market.'],
    },
    {
      id: 3,
      type: 'message',
      date: '2025-03-10T10:00:00',
      from: 'Tam',
      forwarded_from: 'Hospital news',
      text: 'Ten now.',
    },
    { id: 4, type: 'message', photo: 'photos/1.jpg', text: '' },
  ],
};

test('the messages of a Telegram export are reports of their channel', async () => {
  const [first, second, ...rest] = await reportsIn('result.json', JSON.stringify(CHAT, null, 1));
  assert.equal(rest.length, 0);
  assert.deepEqual(
    [first!.report.text, first!.report.published],
    ['Nine killed in the market.', '2025-03-10T07:30:00.000Z'],
  );
  assert.deepEqual(first!.masthead, { publisher: 'Orlu today', updated: '2025-03-10T08:30:00.000Z' });
  assert.deepEqual(
    [second!.report.published, second!.masthead],
    ['2025-03-10', { publisher: 'Orlu today', byline: 'Tam', forwardedFrom: 'Hospital news' }],
  );
  assert.equal(second!.original.inside, '#message-3');
  const account = await reportsIn(
    'result.json',
    JSON.stringify({ about: 'x', chats: { list: [CHAT, CHAT] } }),
  );
  assert.deepEqual(
    account.map(({ original }) => original.inside),
    ['#chat-1-message-2', '#chat-1-message-3', '#chat-2-message-2', '#chat-2-message-3'],
  );
});

test('so are those of its pages', async () => {
  const message = (id: number, body: string): string =>
    `<div class="message default clearfix" id="message${id}"><div class="body"><div class="pull_right date details" title="10.03.2025 0${id}:30:00 UTC+02:00">0${id}:30</div>${body}</div></div>`;
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Orlu today</div></div></div><div class="page_body chat_page"><div class="history"><div class="message service" id="message-1"><div class="body details">10 March 2025</div></div>${message(1, '<div class="from_name">Tam</div><div class="text">Nine <strong>killed</strong> in Orl&eacute;ac.<br>Pray.</div>')}${message(2, '<div class="text">Ten now.</div>')}${message(3, '<div class="forwarded body"><div class="from_name">Hospital news <span class="date details" title="09.03.2025">09.03.2025 22:10:00</span></div><div class="text">Eleven.</div></div>')}</div></div></div></body></html>`;
  const all = await reportsIn('messages.html', html);
  assert.deepEqual(
    all.map(({ report, masthead }) => [
      report.text,
      report.published,
      masthead.byline,
      masthead.forwardedFrom,
    ]),
    [
      ['Nine killed in Orléac.\nPray.', '2025-03-10T01:30:00+02:00', 'Tam', undefined],
      ['Ten now.', '2025-03-10T02:30:00+02:00', 'Tam', undefined],
      ['Eleven.', '2025-03-10T03:30:00+02:00', 'Tam', 'Hospital news'],
    ],
  );
  const range = all[0]!.offsets!().toSource(
    all[0]!.report.text.indexOf('Orl'),
    all[0]!.report.text.indexOf('.'),
  );
  assert.equal(html.slice(range!.start, range!.end), 'Orl&eacute;ac');
});

test('the posts of an X archive are reports with their address and moment', async () => {
  const posts = [
    {
      tweet: {
        id_str: '1890000000000000001',
        full_text: 'Nine killed &amp; ten hurt in Orlu',
        created_at: 'Mon Mar 10 07:30:00 +0000 2025',
        lang: 'en',
      },
    },
    {
      tweet: {
        id_str: '1890000000000000002',
        full_text: 'RT @orlu: Ten now',
        created_at: 'Mon Mar 10 08:30:00 +0000 2025',
      },
    },
    { like: {} },
  ];
  const file = `window.YTD.tweets.part0 = ${JSON.stringify(posts, null, 1)}`;
  const told = await toldIn('data/tweets.js', file);
  assert.deepEqual(told, [
    ['#1890000000000000001', 'Nine killed & ten hurt in Orlu'],
    ['#1890000000000000002', 'RT @orlu: Ten now'],
    ['#3', 'ingest/row-empty'],
  ]);
  const [first, second] = await reportsIn(
    'tweets.js',
    `window.YTD.tweets.part0 = ${JSON.stringify(posts.slice(0, 2))}`,
  );
  assert.deepEqual(
    [first!.report.published, first!.report.url, first!.masthead.statedLanguage],
    ['2025-03-10T07:30:00+00:00', 'https://x.com/i/web/status/1890000000000000001', 'en'],
  );
  assert.equal(second!.masthead.forwardedFrom, '@orlu');
  assert.deepEqual(await toldIn('tweets.js', 'window.YTD.tweets.part0 = [{"tweet":'), [
    ['', 'ingest/json-broken'],
  ]);
});

test('JSON is a report, a list of them, or lines under another name', async () => {
  const report = { id: '1', text: 'Nine died.' };
  assert.deepEqual(await toldIn('a.json', JSON.stringify(report, null, 2)), [['', 'Nine died.']]);
  assert.deepEqual(await toldIn('a.json', JSON.stringify([report, { id: '2' }])), [
    ['#1', 'Nine died.'],
    ['#2', 'ingest/line-not-report'],
  ]);
  assert.deepEqual(await toldIn('a.json', `${JSON.stringify(report)}\n${JSON.stringify(report)}\n`), [
    [':1', 'Nine died.'],
    [':2', 'Nine died.'],
  ]);
  assert.deepEqual(await toldIn('a.json', '{"id": '), [['', 'ingest/json-broken']]);
  assert.deepEqual(await toldIn('a.json', 'null'), [['', 'ingest/line-not-report']]);
});
