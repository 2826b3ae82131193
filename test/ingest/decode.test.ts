import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../src/ingest/decode.ts';
import { randomOf } from '../support/random.ts';

const ASCII = 'Nine people were killed in Orlu.';

test('UTF-8 and marked encodings are read without a guess', async () => {
  const texts = {
    plain: Buffer.from('Déla Marén, 8, died — “at once”.'),
    marked: Buffer.from('\ufeffDéla Marén, 8, died — “at once”.'),
    wide: Buffer.from('\ufeffDéla Marén, 8, died — “at once”.', 'utf16le'),
    'wide, mark lost': Buffer.from('Two men died in the village of Orlu on Monday.', 'utf16le'),
  };
  for (const [name, bytes] of Object.entries(texts)) {
    const decoded = await decode(bytes);
    assert.match(decoded?.text ?? '', /^(Déla Marén, 8, died — “at once”\.|Two men died .*Monday\.)$/, name);
    assert.deepEqual(decoded?.problems, [], name);
  }
});

test('another encoding is guessed, and said to be', async () => {
  const bytes = Buffer.concat([
    Buffer.from('The mayor of Orl'),
    Buffer.from([0xe9]),
    Buffer.from('ac said that nine people died. '.repeat(5)),
  ]);
  const decoded = await decode(bytes);
  assert.match(decoded?.text ?? '', /Orléac/);
  assert.deepEqual(
    decoded?.problems.map(({ code, level }) => [code, level]),
    [['ingest/encoding-guessed', 'warning']],
  );
});

test('a page says its own encoding', async () => {
  const cyrillic = [0xf3, 0xe1, 0xe8, 0xf2, 0xfb];
  const bytes = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), Buffer.from(cyrillic)]);
  assert.match((await decode(bytes))?.text ?? '', /убиты$/);
});

test('pictures, programs and noise are no text', async () => {
  const random = randomOf(7);
  const noise = Uint8Array.from({ length: 4000 }, () => Math.floor(random() * 256));
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), noise]);
  assert.equal(await decode(noise), null);
  assert.equal(await decode(png), null);
  assert.equal(await decode(Buffer.concat([Buffer.from(ASCII), Buffer.alloc(40)])), null);
});

test('an empty file is the empty text', async () => {
  assert.deepEqual(await decode(new Uint8Array()), { text: '', encoding: 'utf-8', problems: [] });
});
