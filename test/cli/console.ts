/** A terminal for tests: what was written, by which output. */
import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal/terminal.ts';
import { bytesOf } from '../support/files.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Setting {
  readonly stdin?: string;
  readonly columns?: number;
  readonly isTerminal?: boolean;
  readonly env?: Record<string, string>;
}

/** Runs one command line in this process: `await recount(['read', 'samples'])`. */
export async function recount(argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const written = { out: '', err: '' };
  const output = (name: 'out' | 'err') => ({
    isTerminal: setting.isTerminal ?? false,
    columns: setting.columns,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  const terminal: Terminal = {
    out: output('out'),
    err: output('err'),
    stdin: () => bytesOf(setting.stdin ?? ''),
    env: setting.env ?? {},
  };
  const code = await main(argv, terminal);
  return { code, ...written };
}
