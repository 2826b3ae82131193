import { setTimeout as wait } from 'node:timers/promises';
import { BASE, proveKept, startWriter } from '../support/kills.ts';
import { recordOf } from '../support/record.ts';
import { testStores } from '../support/stores.ts';

testStores('killed while two write at once, nothing that was acknowledged is lost', async (place, t) => {
  await recordOf(place, t, { 'base.jsonl': BASE });
  const writers = [startWriter('add', place, 1), startWriter('judge', place, 2)];
  await Promise.all(writers.map(({ ready }) => ready));
  await wait(900);
  for (const writer of writers) await writer.kill();
  await proveKept(
    place,
    writers.flatMap(({ acknowledged }) => acknowledged),
  );
  const merger = startWriter('merge', place, 3);
  await merger.ready;
  await wait(300);
  await merger.kill();
  await proveKept(place, merger.acknowledged);
});
