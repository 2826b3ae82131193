/** What fetching needs of the world, passed in so that a test repeats: clock, patience, chance and names. */
import { lookup } from 'node:dns';
import { setTimeout as wait } from 'node:timers/promises';

export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  /** Comes back after so long, or at once when the signal is given. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** In [0, 1). */
  random(): number;
  /** All addresses of a host name; rejects where there are none. */
  lookup(hostname: string): Promise<readonly Address[]>;
}

export const WORLD: World = {
  now: Date.now,
  async sleep(ms, signal) {
    await wait(ms, undefined, { signal }).catch(() => {});
  },
  random: Math.random,
  lookup: (hostname) =>
    new Promise((resolve, reject) => {
      lookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
        error ? reject(error) : resolve(addresses),
      );
    }),
};
