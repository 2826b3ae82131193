/** What an arrival says of where its report stood. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Arrived } from '../../src/ingest/arrival.ts';
import { sha256Of } from '../../src/ingest/arrival.ts';
import { ingestBytes, type NamedBytes, type ReadOptions } from '../../src/ingest/ingest.ts';

async function arrivedIn(named: NamedBytes, options?: ReadOptions): Promise<Arrived[]> {
  const all = await Array.fromAsync(ingestBytes(named, options));
  return all.map((arrival) => (arrival.ok ? arrival : assert.fail(arrival.error.message)));
}

test('a document is named by its file and known by its bytes', async () => {
  const bytes = Buffer.from('date 2025-03-01 Nine die\nNine people died in Orlu.');
  const [arrived] = await arrivedIn({
    file: 'https://morrow.example/a.txt?x=1',
    bytes,
    url: 'https://morrow.example/a',
  });
  const { original, report, offsets } = arrived!;
  assert.deepEqual(original, {
    file: 'https://morrow.example/a.txt?x=1',
    inside: '',
    form: 'text',
    mediaType: 'text/plain',
    sha256: sha256Of(bytes),
    byteLength: bytes.length,
    bytes,
    encoding: 'utf-8',
  });
  assert.equal(report.url, 'https://morrow.example/a');
  assert.equal(original.sha256.slice(0, 16), report.id);
  const range = offsets!().toSource(0, 4);
  assert.equal(bytes.toString().slice(range!.start, range!.end), 'Nine');
});

test('a line of a corpus keeps its own id and source, and says which line it was', async () => {
  const line = '{"id":"7","text":"Nine died.","published":"2025-03-01","source":"The Morrow"}';
  const [, second] = await arrivedIn({ file: 'c.jsonl', bytes: Buffer.from(`${line}\n${line}\n`) });
  assert.deepEqual([second!.report.id, second!.report.source], ['7', 'The Morrow']);
  assert.deepEqual([second!.original.inside, second!.original.byteLength], [':2', line.length]);
});

test('the same bytes give the same arrivals', async () => {
  const bytes = Buffer.from('{"id":"1","text":"Nine died."}\n{"id":2}\n{"id":"3","text":"Two died."}\n');
  const once = await Array.fromAsync(ingestBytes({ file: 'c.jsonl', bytes }));
  assert.deepEqual(await Array.fromAsync(ingestBytes({ file: 'c.jsonl', bytes })), once);
  assert.deepEqual(
    once.map(({ ok }) => ok),
    [true, false, true],
  );
});

test('a server that says the charset is believed', async () => {
  const bytes = Buffer.concat([Buffer.from('Neun Tote in Orl'), Buffer.from([0xe9]), Buffer.from('ac')]);
  const [arrived] = await arrivedIn({ file: 'a', bytes, mediaType: 'text/plain; charset=windows-1252' });
  assert.equal(arrived!.report.text, 'Neun Tote in Orléac');
  assert.equal(arrived!.original.encoding, 'windows-1252');
  assert.ok(!arrived!.problems.some(({ code }) => code === 'ingest/encoding-guessed'));
});
