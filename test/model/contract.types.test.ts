/**
 * The types of `model/` and the contract that other programs measure Recount by are the same, both ways. The contract
 * lies beside the checkout where the project is developed and checked; elsewhere the schema is the truth, and this says so.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf } from '../support/files.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONTRACT = join(ROOT, '../shared/contract/reading.d.ts');
const TYPES =
  'Span DateRange Count Place Party Harm Victims Claim Attribution Event Gap Reading ReportInput'.split(' ');

test('Reading and all its parts are the contract’s, both ways', (t) => {
  if (!existsSync(CONTRACT)) {
    t.diagnostic(
      'The contract does not lie beside this checkout; the schema of src/model/reading.ts is the truth here.',
    );
    return;
  }
  const { status, stdout } = checkTypes(
    t,
    TYPES.map((type) => [type, type]),
  );
  assert.equal(status, 0, stdout);
});

test('the comparison sees a difference', (t) => {
  if (!existsSync(CONTRACT)) return;
  assert.match(checkTypes(t, [['Claim', 'Event']]).stdout, /'true' is not assignable to type 'false'/);
  assert.match(checkTypes(t, [['Gap', 'Span']]).stdout, /'true' is not assignable to type 'false'/);
});

/** Compiles a file that holds only where each pair of types is the same. */
function checkTypes(t: Parameters<typeof folderOf>[0], pairs: readonly (readonly [string, string])[]) {
  const source = `
import type * as contract from ${JSON.stringify(CONTRACT)};
import type * as text from ${JSON.stringify(join(ROOT, 'src/text/span.ts'))};
import type * as model from ${JSON.stringify(join(ROOT, 'src/model/reading.ts'))};
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
${pairs
  .map(([ours, theirs], i) => {
    const room = ours === 'Span' ? 'text' : 'model';
    return `export const same${i}: Same<Plain<${room}.${ours}>, Plain<contract.${theirs}>> = true;`;
  })
  .join('\n')}
`;
  const folder = folderOf(t, {
    'same.mts': source,
    'tsconfig.json': JSON.stringify({
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: { types: [], allowImportingTsExtensions: true },
      include: [],
      files: ['same.mts'],
    }),
  });
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', folder, '--noEmit'], { encoding: 'utf8' });
}
