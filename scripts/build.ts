/**
 * The package as it is published: `dist/cli.js`, the two library doors, and their types. Each command and language is a
 * file of its own, loaded when it is needed. zod and commander are bundled, which takes a hundred milliseconds off every
 * start (bench/startup.ts); what only pages and odd encodings need stays outside and is loaded by them.
 */
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const types = process.argv.includes('--types');
rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    language: 'src/language.ts',
    'pdf-worker': 'src/ingest/pdf-worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  external: [
    'kysely',
    'pg',
    'chardet',
    'csv-parse',
    'eld',
    'feedsmith',
    'htmlparser2',
    'postal-mime',
    'unpdf',
    'yauzl',
  ],
  logLevel: 'warning',
});
if (types) {
  const { spawnSync } = await import('node:child_process');
  const { status } = spawnSync('tsc', ['-p', 'tsconfig.types.json'], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
