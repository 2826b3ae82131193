/** Kills processes that write to a record at random moments, and proves each time that nothing acknowledged was lost. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkWhole } from '../../src/operations/records.ts';
import { contextFor, openRecord, type Place } from './stores.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
export const DEEDS = ['add', 'judge', 'merge', 'rebuild', 'migrate'] as const;

/** Six reports that writers judge. */
export const BASE = Array.from({ length: 6 }, (_, i) => {
  const text = `${3 + i} people were killed in ${['Orlu', 'Tamrin'][i % 2]} on Thursday, police said.`;
  return `${JSON.stringify({ id: `base-${i}`, published: '2031-05-03', text })}\n`;
}).join('');

interface Writer {
  /** What it was told is kept: "report ID", "judgement ID". */
  readonly acknowledged: string[];
  /** Once it has begun. */
  readonly ready: Promise<void>;
  kill(): Promise<void>;
}

export function startWriter(what: (typeof DEEDS)[number], { name, evidence }: Place, seed: number): Writer {
  const child = spawn(process.execPath, [WRITER, what, name, evidence, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const acknowledged: string[] = [];
  let error = '';
  child.stderr.on('data', (text) => {
    error += text;
  });
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged.push(line);
      if (line === 'ready') resolve();
    });
    exited.then(() => reject(new Error(error)), reject);
  });
  return {
    acknowledged,
    ready,
    async kill() {
      // one that ended by itself failed
      assert.equal(child.exitCode, null, error);
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Fails unless the record is sound and has all that was acknowledged. */
export async function proveKept(place: Place, acknowledged: readonly string[]): Promise<void> {
  const context = contextFor();
  const record = await openRecord(place, context);
  try {
    const faults = await Array.fromAsync(checkWhole.run({ quick: true }, { ...context, record }));
    assert.deepEqual(faults, []);
    const kept = new Set<string>();
    for await (const { kind, payload } of record.journal.read()) {
      if (kind === 'judgement') kept.add(`judgement ${payload.id}`);
      if (kind === 'capture') kept.add(`report ${payload.report}`);
    }
    const lost = acknowledged.filter((line) => /^(report|judgement) /.test(line) && !kept.has(line));
    assert.deepEqual(lost, []);
  } finally {
    await record.close();
  }
}
