/**
 * How long a whole process takes, from the shell to the last byte: `node bench/startup.ts`. Runs of the commands take
 * turns, so that a busy moment of the machine falls on all of them; the median counts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'bin/recount.js');
const SAMPLE = join(ROOT, 'samples/port-adren-strike.txt');
const RUNS = Number(process.argv[2] ?? 9);

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'node alone': ['-e', '0'],
  'recount --version': [BIN, '--version'],
  'recount text': [BIN, 'text', SAMPLE],
  'recount read --json, no words': [BIN, 'read', '--json', '--format', 'text', '-'],
  'recount read --json': [BIN, 'read', '--json', SAMPLE],
  'recount read': [BIN, 'read', SAMPLE],
  'recount read --html': [BIN, 'read', '--html', '-', SAMPLE],
};

const times = new Map<string, number[]>(Object.keys(COMMANDS).map((name) => [name, []]));
for (let run = 0; run < RUNS; run++) {
  for (const [name, argv] of Object.entries(COMMANDS)) {
    const startedMs = performance.now();
    spawnSync(process.execPath, [...argv], { input: '' });
    times.get(name)!.push(performance.now() - startedMs);
  }
}
for (const [name, all] of times) {
  all.sort((a, b) => a - b);
  console.log(`${String(Math.round(all[all.length >> 1]!)).padStart(5)} ms  ${name}`);
}
