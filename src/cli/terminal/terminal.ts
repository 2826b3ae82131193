/** What a face touches: two outputs, one input, the environment. The process is one; tests make their own. */
import { once } from 'node:events';

export interface Output {
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it has none. */
  readonly columns: number | undefined;
}

export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function processTerminal(): Terminal {
  return {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    stdin: () => process.stdin,
    env: process.env,
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // whoever reads our output may stop early ("| head"); that ends us, and is no error
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
  };
}
