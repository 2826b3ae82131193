/**
 * Kills an ingest of 2,000 files with SIGKILL at 50 random moments, lets the next run finish it, and compares all that the
 * record holds and prints with a record of the same files that nobody disturbed, byte for byte, the moments of capture left
 * out: `node bench/ingest-kills.ts [--kills 50] [--files 2000] [--seed 1]`. The exit code is 1 where anything differs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addReports, checkWhole, initRecord, judge } from '../src/operations/records.ts';
import { whereOf } from '../src/store/record.ts';
import { zipOf } from '../test/support/archives.ts';
import { BASE } from '../test/support/kills.ts';
import { printedOf } from '../test/support/printed.ts';
import { randomOf } from '../test/support/random.ts';
import { contextFor, type Place } from '../test/support/stores.ts';
import { syntheticReport, warOf } from './synthetic-reports.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    files: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const [kills, files] = [Number(values.kills), Number(values.files)];
const random = randomOf(Number(values.seed));
const war = warOf(files);
const folder = mkdtempSync(join(tmpdir(), 'recount-ingest-kills-'));
const RECOUNT = fileURLToPath(new URL('../bin/recount.js', import.meta.url));
/** A process lives twice as long at most as it takes to start and to do its share, so that all kills together see the whole ingest. */
const LIVES = 2;

/** The nth report as a file's name and bytes: every form that a newsroom's folder has, some with originals, some copies. */
function* filesOf(n: number): Generator<[name: string, bytes: string | Buffer]> {
  const { report } = syntheticReport(n % 10 === 9 ? n - 7 : n, war);
  const { title, text, published, url } = report;
  const name = `${String(n % 17).padStart(2, '0')}/${String(n).padStart(5, '0')}`;
  const row = { title, text, published };
  switch (n % 10) {
    case 0:
      yield [
        `${name}.html`,
        `<html><head><title>${title}</title><link rel="canonical" href="${url}"><meta property="article:published_time" content="${published}"></head><body><nav>Home World</nav><article><h1>${title}</h1><p>${text.replaceAll('\n', '</p><p>')}</p></article></body></html>`,
      ];
      break;
    case 1:
      yield [
        `${name}.jsonl`,
        [0, 1, 2]
          .map((i) => `${JSON.stringify({ id: `${n}-${i}`, ...row, text: `${text}\nPart ${i}.` })}\n`)
          .join(''),
      ];
      break;
    case 2:
      yield [`${name}.csv`, `id,title,text,date\n1,"${title}","${text}",${published}\n`];
      break;
    case 3:
      yield [
        `${name}.eml`,
        `From: Desk <desk@orlu.example>\r\nSubject: ${title}\r\nDate: ${new Date(published!).toUTCString()}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`,
      ];
      break;
    case 4:
      yield [
        `${name}.zip`,
        zipOf({ 'a.txt': `date ${published} ${title}\n${text}\n`, 'picture.jpg': `\xff\xd8 ${n}` }),
      ];
      break;
    case 5:
      yield [`${name}.ar.original.txt`, `تقرير رقم ${n}\n`];
      yield [`${name}.txt`, `date ${published} ${title}\n${text}\n`];
      break;
    default:
      yield [`${name}.txt`, `date ${published} ${title}\n${text}\n`];
  }
}

function writeFiles(into: string): number {
  let written = 0;
  for (let n = 0; written < files; n++) {
    for (const [name, bytes] of filesOf(n)) {
      mkdirSync(dirname(join(into, name)), { recursive: true });
      writeFileSync(join(into, name), bytes);
      written++;
    }
  }
  return written;
}

function placeAt(name: string): Place {
  const path = join(folder, name);
  return { where: whereOf(path), name: path, evidence: join(path, 'evidence') };
}

/** A record that has been worked on: a few reports, and what people decided of them. */
async function begin({ name: record }: Place): Promise<void> {
  const context = contextFor();
  writeFileSync(join(folder, 'base.jsonl'), BASE);
  const judgements = [
    { kind: 'reject', claim: 'base-0#c1', why: 'a drill' },
    { kind: 'same-incident', a: 'base-1#e1', b: 'base-3#e1' },
    { kind: 'comment', on: 'base-2', text: 'Seen by Orla Venn.' },
  ];
  for (const made of [
    initRecord.run({ record }, context),
    addReports.run({ record, paths: [join(folder, 'base.jsonl')] }, context),
    judge.run({ record, judgements }, context),
  ])
    for await (const outcome of made) if (!outcome.ok) throw new Error(outcome.error.message);
}

/** Adds the files in a process of its own; kills it after so many milliseconds. Gives whether it was killed, and how long it ran. */
async function ingest({ name }: Place, killAfterMs?: number): Promise<{ isKilled: boolean; ms: number }> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [RECOUNT, 'add', '--record', name, 'files'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const exited = once(child, 'exit');
  if (killAfterMs !== undefined) {
    const stop = new AbortController();
    await Promise.race([exited, wait(killAfterMs, undefined, { signal: stop.signal }).catch(() => {})]);
    stop.abort();
    child.kill('SIGKILL');
  }
  const [code, signal] = await exited;
  // 1: something could not be read; the pictures are kept all the same
  if (signal === null && code !== 0) throw new Error(`recount add ended with ${code}: ${said.slice(-500)}`);
  return { isKilled: signal !== null, ms: performance.now() - startedMs };
}

const entriesIn = ({ name }: Place): number =>
  readFileSync(join(name, 'journal.jsonl'), 'utf8').split('\n').length - 1;

try {
  const written = writeFiles(join(folder, 'files'));
  const calm = placeAt('calm');
  await begin(calm);
  cpSync(calm.name, join(folder, 'begun'), { recursive: true });
  const { ms } = await ingest(calm);
  const expected = await printedOf(calm);
  const again = await ingest(calm);
  if ((await printedOf(calm)) !== expected)
    throw new Error('a second run of the same files changed the record');
  const lines = expected.split('\n').length;
  console.log(
    `${written} files undisturbed in ${Math.round(ms / 1000)} s: ${entriesIn(calm)} entries, ${lines} lines printed`,
  );
  let [done, rounds, different] = [0, 0, 0];
  while (done < kills) {
    const place = placeAt(`killed-${++rounds}`);
    cpSync(join(folder, 'begun'), place.name, { recursive: true });
    for (let isKilled = true; isKilled; ) {
      const isLast = done === kills;
      const run = await ingest(place, isLast ? undefined : random() * LIVES * (again.ms + ms / kills));
      isKilled = run.isKilled;
      if (!isKilled) continue;
      done++;
      console.log(`kill ${done} after ${(run.ms / 1000).toFixed(1)} s: ${entriesIn(place)} entries`);
    }
    const printed = await printedOf(place);
    const isSame = printed === expected;
    if (!isSame) different++;
    const faults = await Array.fromAsync(checkWhole.run({ record: place.name, quick: true }, contextFor()));
    if (faults.length > 0) different++;
    console.log(
      `ingest ${rounds}, ${done} kills so far: ${isSame ? `the same ${expected.length} characters` : firstDifference(expected, printed)}, ${faults.length} faults`,
    );
    rmSync(place.name, { recursive: true });
  }
  console.log(`${kills} kills over ${rounds} ingests of ${written} files: ${different} different`);
  if (different > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function firstDifference(expected: string, printed: string): string {
  const [a, b] = [expected.split('\n'), printed.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `DIFFERENT at line ${at + 1} of ${a.length} and ${b.length}:\n  ${a[at]?.slice(0, 400)}\n  ${b[at]?.slice(0, 400)}`;
}
