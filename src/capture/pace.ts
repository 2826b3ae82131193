/** One request at a time to each host, and a pause after it. */
import type { World } from './world.ts';

/** Hosts that are remembered; those asked longest ago are forgotten, whose pause is over by then. */
const MAX_HOSTS = 10_000;

export class Pace {
  readonly #world: World;
  /** Until when each host is left alone, and the turn that is waited for. */
  readonly #turns = new Map<string, Promise<number>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Does `work` when it is the host's turn; the next turn comes so many milliseconds after its end. */
  async take<T>(
    host: string,
    delayMs: number,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    const { now, sleep } = this.#world;
    const before = this.#turns.get(host) ?? Promise.resolve(0);
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#turns.delete(host);
    this.#turns.set(host, promise);
    if (this.#turns.size > MAX_HOSTS) this.#turns.delete(this.#turns.keys().next().value!);
    try {
      const wait = (await before) - now();
      if (wait > 0) await sleep(wait, signal);
      return await work();
    } finally {
      resolve(now() + delayMs);
    }
  }
}
