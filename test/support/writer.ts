/**
 * A process that writes to a record until it is killed: adds reports, judges, merges, makes the database anew, brings one of
 * the first schema up to today's. Prints a line for each thing that was acknowledged. `node writer.ts WHAT RECORD EVIDENCE SEED`
 */
import { mkdtempSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processContext } from '../../src/operations/index.ts';
import { addReports, judge, rebuildRecord } from '../../src/operations/records.ts';
import { whereOf } from '../../src/store/record.ts';
import { putFirstSchema } from './first-schema.ts';
import { randomOf } from './random.ts';
import { openRecord } from './stores.ts';

const [what, record, evidence, seed] = process.argv.slice(2) as [string, string, string, string];
const random = randomOf(Number(seed));
const context = { ...processContext(), by: `writer-${seed}`, tell: () => {} };
const where = { record, evidence };
const said = (line: string): void => void writeSync(1, `${line}\n`);

const TOWNS = ['Tamrin', 'Orlu', 'Corvo', 'Veshna', 'Port Adren', 'Lindow'];
const town = (): string => TOWNS[Math.floor(random() * TOWNS.length)]!;

async function add(round: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recount-writer-'));
  const lines = Array.from({ length: 4 }, (_, i) => {
    const id = `w${seed}-${round}-${i}`;
    const text = `${2 + Math.floor(random() * 9)} people were killed in ${town()} on Friday, police said.`;
    return `${JSON.stringify({ id, published: '2031-05-04', text })}\n`;
  });
  writeFileSync(join(folder, 'reports.jsonl'), lines.join(''));
  for await (const outcome of addReports.run({ ...where, paths: [folder] }, context)) {
    if (!outcome.ok) throw new Error(outcome.error.message);
    said(`report ${outcome.value.report}`);
  }
}

async function decide(judgements: Record<string, unknown>[]): Promise<void> {
  for await (const outcome of judge.run({ ...where, judgements }, context)) {
    if (!outcome.ok) throw new Error(outcome.error.message);
    said(`judgement ${outcome.value.judgement}`);
  }
}

async function upgrade(): Promise<void> {
  const place = { where: whereOf(record, evidence), name: record, evidence };
  const old = await openRecord(place, context);
  await putFirstSchema(old);
  await old.close();
  const today = await openRecord(place, context);
  await today.close();
  said('upgraded');
}

for (let round = 0; ; round++) {
  // once round everything is loaded: from here on it writes all the time
  if (round === 1) said('ready');
  if (what === 'add') await add(round);
  if (what === 'judge')
    await decide([
      { kind: 'comment', on: 'base-0', text: `Round ${round}.` },
      { kind: round % 12 < 6 ? 'reject' : 'accept', claim: `base-${round % 6}#c1` },
    ]);
  if (what === 'merge')
    await decide([
      {
        kind: random() < 0.5 ? 'same-incident' : 'different-incident',
        a: `base-${round % 6}#e1`,
        b: `base-${(round + 1 + Math.floor(random() * 5)) % 6}#e1`,
      },
    ]);
  if (what === 'migrate') await upgrade();
  if (what === 'rebuild') {
    for await (const outcome of rebuildRecord.run(where, context))
      if (!outcome.ok) throw new Error(outcome.error.message);
    said('rebuilt');
  }
}
