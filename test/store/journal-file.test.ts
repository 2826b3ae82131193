/** A journal that was cut, byte by byte: it loses the line that was being written and no other, and says so. */
import assert from 'node:assert/strict';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Draft } from '../../src/store/entry.ts';
import { BrokenJournal } from '../../src/store/journal.ts';
import { FileJournal } from '../../src/store/journal-file.ts';
import { folderOf } from '../support/files.ts';

const draftOf = (n: number): Draft => ({
  kind: 'judgement',
  at: `2031-05-02T00:00:0${n}.000Z`,
  by: 'vera',
  payload: { id: `j${n}`, kind: 'comment', on: 'r1' },
  details: { text: `Seen by Orla Venn – ${'naïve '.repeat(n)}` },
  about: [],
});

/** A folder with a journal of so many entries, as its files are. */
async function written(t: TestContext, entries: number) {
  const folder = folderOf(t, {});
  const journal = await FileJournal.open(folder, () => {});
  await journal.append(Array.from({ length: entries }, (_, i) => draftOf(i + 1)));
  await journal.close();
  const [path, details] = [join(folder, 'journal.jsonl'), join(folder, 'details.jsonl')];
  return { folder, path, details, bytes: readFileSync(path), beside: readFileSync(details) };
}

async function opened<T>(
  folder: string,
  use: (journal: FileJournal, told: string[]) => Promise<T>,
): Promise<T> {
  const told: string[] = [];
  const journal = await FileJournal.open(folder, (message) => told.push(message));
  try {
    return await use(journal, told);
  } finally {
    await journal.close();
  }
}

const linesIn = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);

test('cut at any byte of its last lines, a journal loses the one that was being written, and says so', async (t) => {
  const { folder, path, bytes } = await written(t, 2);
  for (let cut = bytes.length - 1; cut >= 0; cut--) {
    writeFileSync(path, bytes.subarray(0, cut));
    const whole = linesIn(bytes.subarray(0, cut));
    const start = whole === 0 ? 0 : bytes.subarray(0, cut).lastIndexOf(10) + 1;
    await opened(folder, async (journal, told) => {
      assert.equal(await journal.refresh(), true);
      assert.equal(journal.head.seq, whole, `cut at ${cut}`);
      assert.equal(readFileSync(path).length, start, `cut at ${cut}`);
      if (cut === start) assert.deepEqual(told, []);
      else
        assert.match(
          told.join('\n'),
          new RegExp(`its ${cut - start} bytes were cut off after entry ${whole}\\.`),
        );
    });
  }
});

test('cut at any byte of its last line, a journal goes on from the line before', async (t) => {
  const { folder, path, details, bytes, beside } = await written(t, 3);
  const start = bytes.subarray(0, -1).lastIndexOf(10) + 1;
  // writing waits for the disk: every few bytes will do
  for (let cut = start; cut < bytes.length; cut += 41) {
    writeFileSync(path, bytes.subarray(0, cut));
    writeFileSync(details, beside);
    await opened(folder, async (journal) => {
      await journal.refresh();
      await journal.append([draftOf(9)]);
      const entries = await Array.fromAsync(journal.read());
      assert.deepEqual(
        entries.map(({ payload, isErased }) => [payload.id, isErased]),
        [
          ['j1', false],
          ['j2', false],
          ['j9', false],
        ],
      );
      assert.match(String(entries.at(-1)!.payload.text), /^Seen by Orla Venn – (naïve ){9}$/);
    });
  }
});

test('what a dead process left of a line of details is no part of the next', async (t) => {
  const { folder, path, details, bytes, beside } = await written(t, 3);
  const start = beside.subarray(0, -1).lastIndexOf(10) + 1;
  // the details of an entry are written before it: it was never
  const before = bytes.subarray(0, bytes.subarray(0, -1).lastIndexOf(10) + 1);
  for (let cut = start; cut < beside.length; cut += 41) {
    writeFileSync(path, before);
    writeFileSync(details, beside);
    truncateSync(details, cut);
    await opened(folder, async (journal) => {
      await journal.refresh();
      await journal.append([draftOf(9)]);
      const kept = await Array.fromAsync(journal.read());
      assert.deepEqual(
        kept.map(({ payload, isErased }) => `${payload.id} ${isErased}`),
        ['j1 false', 'j2 false', 'j9 false'],
      );
    });
  }
});

test('a byte that changed anywhere in a journal is found', async (t) => {
  const { folder, path, bytes } = await written(t, 3);
  for (let at = 0; at < bytes.length; at += 11) {
    const other = Buffer.from(bytes);
    other[at] = other[at] === 0x37 ? 0x38 : 0x37;
    writeFileSync(path, other);
    await opened(folder, async (journal) => {
      await assert.rejects(
        async () => {
          await Array.fromAsync(journal.read());
          // a line break that went makes of the last line none
          if (linesIn(other) < linesIn(bytes)) throw new BrokenJournal('a line less');
        },
        BrokenJournal,
        `byte ${at}`,
      );
    });
  }
});
