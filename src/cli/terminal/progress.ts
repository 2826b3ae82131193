/** How far a long read is, in one line on standard error; only on a terminal, and only after a second. */
import { plural } from '../words.ts';
import type { Terminal } from './terminal.ts';

const PATIENCE_MS = 1000;
const EVERY_MS = 100;
const BAR = 24;

export class Progress {
  readonly #terminal: Terminal;
  readonly #isShown: boolean;
  readonly #startedMs = performance.now();
  #nextMs = this.#startedMs + PATIENCE_MS;
  #reports = 0;
  #share: number | null = null;
  #isDrawn = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    // where results go to the same terminal they show how far it is by themselves
    this.#isShown = terminal.err.isTerminal && !terminal.out.isTerminal;
  }

  /** Told by ingest how many bytes have been read of how many; null where nobody knows. */
  readonly onBytes = (done: number, total: number | null): void => {
    this.#share = total ? Math.min(1, done / total) : null;
  };

  /** One more report is done. */
  async step(): Promise<void> {
    this.#reports++;
    const now = performance.now();
    if (!this.#isShown || now < this.#nextMs) return;
    this.#nextMs = now + EVERY_MS;
    this.#isDrawn = true;
    const rate = Math.round((this.#reports * 1000) / (now - this.#startedMs));
    await this.#terminal.err.write(
      `\r\u001b[K${this.#bar()}${plural(this.#reports, 'report')}, ${rate} a second`,
    );
  }

  /** Takes the line away, before something else is printed. */
  async clear(): Promise<void> {
    if (this.#isDrawn) await this.#terminal.err.write('\r\u001b[K');
    this.#isDrawn = false;
  }

  #bar(): string {
    if (this.#share === null) return '';
    const full = Math.round(this.#share * BAR);
    return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(this.#share * 100)} %  `;
  }
}
