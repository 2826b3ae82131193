/**
 * All that must hold before a change is kept: format and lint, types, generated files, the package, tests. Every check
 * runs; the failed ones are named last. `--without tests` leaves a check out.
 */
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '--noEmit'],
  ['generated files', 'node', 'scripts/generate.ts', '--check'],
  ['build', 'node', 'scripts/build.ts', '--types'],
  ['tests', 'node', '--test', '--test-isolation=none', '--test-reporter=dot', 'test/**/*.test.ts'],
];

const without = process.argv.slice(process.argv.indexOf('--without') + 1);
const failed: string[] = [];
for (const [name, command, ...args] of CHECKS) {
  if (process.argv.includes('--without') && without.includes(name)) continue;
  const startedMs = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
