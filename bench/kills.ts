/**
 * Kills processes that add to, judge, merge in and make anew a record, at random moments, and proves after each kill that
 * the record is sound and lacks nothing that was acknowledged: `node bench/kills.ts [--kills 50] [--postgres URL]`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addReports, initRecord } from '../src/operations/records.ts';
import { whereOf } from '../src/store/record.ts';
import { BASE, DEEDS, proveKept, startWriter } from '../test/support/kills.ts';
import { randomOf } from '../test/support/random.ts';
import { contextFor, type Place } from '../test/support/stores.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    postgres: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'recount-kills-'));
const name = values.postgres ?? join(folder, 'record');
const evidence = join(folder, 'evidence');
const place: Place = { where: whereOf(name, evidence), name, evidence };
const random = randomOf(Number(values.seed));

try {
  writeFileSync(join(folder, 'base.jsonl'), BASE);
  const where = { record: name, evidence };
  const context = contextFor();
  await Array.fromAsync(initRecord.run(where, context));
  await Array.fromAsync(addReports.run({ ...where, paths: [join(folder, 'base.jsonl')] }, context));
  let acknowledged = 0;
  for (let kill = 1; kill <= Number(values.kills); kill++) {
    const what = DEEDS[kill % DEEDS.length]!;
    const writer = startWriter(what, place, 1000 + kill);
    await writer.ready;
    await wait(random() * 1500);
    await writer.kill();
    await proveKept(place, writer.acknowledged);
    acknowledged += writer.acknowledged.length - 1;
    console.log(`${kill}  ${what}: ${writer.acknowledged.length - 1} acknowledged, all kept`);
  }
  console.log(`${values.kills} kills, ${acknowledged} acknowledged, none lost, every check clean`);
} finally {
  rmSync(folder, { recursive: true });
}
